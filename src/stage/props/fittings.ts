import { box, cylinder, ellipsoid, glowPaint, lathe, leaves, paint, rod, shade, sheet, tube } from '../geometry'
import { BLACK, BRASS, DARK_METAL, type PropBuilder, STEEL, WHITE_WARE } from './prop-shape'

/** Beds: frame, mattress, quilt that hangs over, pillows, blanket. */
const bed: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const wood = s.accent('#5e432f', 'wood')
  const quilt = s.main('#6a7478', 'fabric')
  b.use(wood)
  box(b, [0, 0.08, -d / 2 + 0.03], [w, h - 0.08, 0.05], 0.015)
  box(b, [0, h - 0.05, -d / 2 + 0.03], [w + 0.03, 0.06, 0.08], 0.02)
  box(b, [0, 0.08, d / 2 - 0.025], [w, 0.4, 0.05], 0.015)
  for (const x of [-1, 1]) {
    box(b, [x * (w / 2 - 0.025), 0.18, 0], [0.04, 0.16, d - 0.08], 0.008)
    for (const z of [-1, 1]) cylinder(b, [x * (w / 2 - 0.05), 0, z * (d / 2 - 0.05)], 0.03, 0.1, { sides: 8 })
  }
  b.use(WHITE_WARE)
  box(b, [0, 0.3, 0.0], [w - 0.08, 0.19, d - 0.14], 0.05)
  const n = w > 1.2 ? 2 : 1
  for (let i = 0; i < n; i++) {
    b.use(paint(i ? '#c9bfad' : '#d2cabb', 'fabric'))
    b.at(
      [(i + 0.5 - n / 2) * (w * 0.46), 0.52, -d / 2 + 0.3],
      () => ellipsoid(b, [0, 0.05, 0], [Math.min(0.32, w * 0.4), 0.085, 0.2], 14, 8, 0.05),
      0.05 * (i ? 1 : -1),
      -0.25,
    )
  }
  b.use(quilt)
  const half = w / 2
  const top = 0.515
  sheet(
    b,
    24,
    10,
    (u, v) => {
      const x = (u - 0.5) * (w + 0.5)
      const z = -d / 2 + 0.55 + v * (d - 0.62)
      const over = Math.max(0, Math.abs(x) - half + 0.03)
      const fold = 0.012 * Math.sin(z * 9 + u * 4) * Math.min(1, over * 10) + 0.008 * Math.sin(x * 11 + z * 7)
      return [
        Math.sign(x) * Math.min(Math.abs(x), half + 0.02) + fold,
        top - Math.max(0, over - 0.03) + 0.008 * Math.sin(x * 5) * Math.cos(z * 6),
        z,
      ]
    },
    { uv: (_, u, v) => [u * (w + 0.5), v * d], both: true },
  )
  b.use(s.rnd.chance(0.5) ? paint('#a3623e', 'fabric') : paint('#8a8570', 'fabric'))
  sheet(
    b,
    20,
    4,
    (u, v) => {
      const x = (u - 0.5) * (w + 0.44)
      const over = Math.max(0, Math.abs(x) - half + 0.03)
      return [
        Math.sign(x) * Math.min(Math.abs(x), half + 0.035),
        top + 0.02 - Math.max(0, over - 0.02),
        d / 2 - 0.62 + v * 0.45 + 0.01 * Math.sin(x * 8),
      ]
    },
    { uv: (_, u, v) => [u * w, v * 0.45], both: true },
  )
  b.use(paint('#d2cabb', 'fabric'))
  box(b, [0, 0.5, -d / 2 + 0.6], [w - 0.02, 0.035, 0.24], 0.015)
}
const bunkBed: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const metal = s.accent('#5a646a', 'metal', 0.5, 0.4)
  b.use(metal)
  for (const x of [-1, 1]) for (const z of [-1, 1]) box(b, [x * (w / 2 - 0.03), 0, z * (d / 2 - 0.03)], [0.05, h, 0.05], 0.008)
  for (const y of [0.28, 1.18]) {
    b.use(metal)
    for (const x of [-1, 1]) box(b, [x * (w / 2 - 0.03), y, 0], [0.04, 0.1, d - 0.06], 0.006)
    for (const z of [-1, 1]) {
      box(b, [0, y, z * (d / 2 - 0.03)], [w - 0.06, 0.1, 0.04], 0.006)
      box(b, [0, y + 0.35, z * (d / 2 - 0.03)], [w - 0.06, 0.03, 0.03], 0.006)
    }
    b.use(paint('#b9b09c', 'fabric'))
    box(b, [0, y + 0.06, 0], [w - 0.1, 0.13, d - 0.12], 0.04)
    b.use(shade(s.main('#6a5a48', 'fabric'), y > 1 ? 0.85 : 1))
    box(b, [0, y + 0.1, 0.28], [w - 0.05, 0.11, d - 0.72], 0.035)
    b.use(paint('#cdc5b4', 'fabric'))
    ellipsoid(b, [0, y + 0.23, -d / 2 + 0.28], [w * 0.36, 0.07, 0.17], 12, 6)
  }
  b.use(metal)
  for (const z of [0.2, 0.55]) rod(b, [w / 2, 0.1, z], [w / 2, h, z], 0.016)
  for (let i = 0; i < 4; i++) rod(b, [w / 2, 0.35 + i * 0.28, 0.2], [w / 2, 0.35 + i * 0.28, 0.55], 0.013)
}
const fireplace: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const stone = s.main('#8a8274', 'stone')
  b.use(stone)
  const jamb = (w - 0.8) / 2
  for (const x of [-1, 1]) {
    box(b, [x * (w / 2 - jamb / 2), 0, 0], [jamb, h - 0.12, d], 0.02)
    b.use(shade(stone, 0.92))
    box(b, [x * (w / 2 - jamb / 2), 0, d / 2 - 0.02], [jamb * 0.6, h - 0.3, 0.08], 0.015)
    b.use(stone)
  }
  box(b, [0, 0.74, 0], [w - 2 * jamb + 0.02, h - 0.86, d], 0.015)
  b.use(shade(stone, 1.1))
  box(b, [0, h - 0.12, 0.03], [w + 0.16, 0.09, d + 0.1], 0.025)
  box(b, [0, 0, 0.16], [w + 0.1, 0.05, d + 0.26], 0.012)
  b.use(paint('#1c1815', 'brick'))
  box(b, [0, 0.05, -d / 2 + 0.03], [0.82, 0.7, 0.04])
  b.use(paint('#4a3826', 'bark'))
  for (const [x, z, r] of [
    [-0.1, 0.02, 0.1],
    [0.12, -0.02, -0.2],
    [0, 0.05, 0.7],
  ] as const)
    b.at([x, 0.13, z], () => rod(b, [-0.22, 0, 0], [0.22, 0.02, 0], 0.045, { sides: 8 }), r)
  b.use(DARK_METAL)
  for (const x of [-0.24, 0.24])
    tube(
      b,
      [
        [x, 0.05, -0.1],
        [x, 0.09, 0.1],
        [x, 0.24, 0.14],
      ],
      0.014,
      6,
    )
  for (const [x, y, z, r] of [
    [-0.12, 0.2, 0.02, 0.06],
    [0.02, 0.24, 0, 0.075],
    [0.14, 0.19, 0.03, 0.055],
    [0, 0.15, 0.08, 0.09],
  ] as const) {
    b.use(glowPaint('#d0702a'))
    lathe(
      b,
      [x, y - 0.06, z],
      [
        [r * 0.6, 0],
        [r * 0.8, r],
        [r * 0.4, r * 2.2],
        [0.002, r * 3.2],
      ],
      8,
    )
  }
  b.use(BRASS)
  for (const x of [-0.5, -0.32])
    lathe(
      b,
      [x, h - 0.03, 0.02],
      [
        [0.04, 0],
        [0.015, 0.03],
        [0.012, 0.16],
        [0.03, 0.19],
      ],
      10,
    )
  b.use(paint('#7d5a48', 'plain', 0.4))
  lathe(
    b,
    [0.45, h - 0.03, 0.02],
    [
      [0.05, 0],
      [0.09, 0.1],
      [0.04, 0.2],
      [0.05, 0.24],
    ],
    12,
  )
}
const piano: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const wood = s.main('#3a2a22', 'wood', 0.25)
  b.use(wood)
  box(b, [0, 0, -d / 2 + 0.18], [w, h, 0.36], 0.012)
  box(b, [0, 0.6, 0.06], [w, 0.12, d - 0.12], 0.012)
  for (const x of [-1, 1]) {
    box(b, [x * (w / 2 - 0.04), 0, 0.12], [0.07, 0.6, 0.1], 0.012)
    box(b, [x * (w / 2 - 0.03), 0.72, 0.06], [0.06, 0.1, d - 0.14], 0.012)
  }
  b.use(shade(wood, 0.7))
  box(b, [0, h - 0.4, -0.08 + 0.01], [w - 0.2, 0.3, 0.03], 0.01)
  b.use(paint('#d0c8b4', 'plain', 0.3))
  for (let i = 0; i < 36; i++) box(b, [-w / 2 + 0.11 + i * ((w - 0.22) / 35), 0.72, 0.14], [(w - 0.22) / 35 - 0.003, 0.025, 0.15])
  b.use(BLACK)
  for (let i = 0; i < 35; i++)
    if (![2, 6].includes(i % 7)) box(b, [-w / 2 + 0.11 + (i + 0.5) * ((w - 0.22) / 35), 0.74, 0.11], [0.014, 0.02, 0.09])
  b.use(paint('#cdc4ae', 'paper'))
  b.at([0.1, 0.86, -0.02], () => box(b, [0, 0, 0], [0.4, 0.28, 0.006]), 0, -0.2)
  b.use(BRASS)
  for (const x of [-0.08, 0, 0.08]) box(b, [x, 0.05, 0.02], [0.04, 0.015, 0.12], 0.005)
}
const jukebox: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.main('#6b3a2c', 'wood', 0.3))
  box(b, [0, 0, -0.02], [w, h * 0.62, d - 0.06], 0.03)
  b.at([0, h * 0.62, 0], () => {
    b.at(
      [0, 0, -d / 2 + 0.03],
      () =>
        lathe(
          b,
          [0, 0, 0],
          [
            [w / 2, 0],
            [w / 2, d - 0.1],
            [w / 2 - 0.04, d - 0.06],
          ],
          28,
        ),
      0,
      Math.PI / 2,
    )
  })
  b.use(glowPaint('#d8904a'))
  for (const x of [-1, 1]) box(b, [x * (w / 2 - 0.06), 0.12, d / 2 - 0.05], [0.07, h * 0.55, 0.03], 0.012)
  box(b, [0, h * 0.58, d / 2 - 0.04], [w * 0.56, 0.22, 0.02], 0.01)
  b.use(STEEL)
  for (let i = 0; i < 7; i++) box(b, [0, 0.16 + i * 0.07, d / 2 - 0.045], [w * 0.6, 0.03, 0.025], 0.008)
  for (let i = 0; i < 10; i++) box(b, [-0.2 + i * 0.045, h * 0.53, d / 2 - 0.03], [0.03, 0.025, 0.03], 0.006)
}
const tv: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.main('#5e432f', 'wood'))
  box(b, [0, 0.1, 0], [w, 0.4, d], 0.01)
  for (const x of [-1, 1]) cylinder(b, [x * (w / 2 - 0.1), 0, 0], 0.02, 0.1, { sides: 8 })
  b.use(BLACK)
  box(b, [0, 0.53, -0.02], [w * 0.92, h - 0.54, 0.06], 0.01)
  box(b, [0, 0.5, 0], [0.3, 0.04, 0.2], 0.01)
  b.use(glowPaint('#2c3a40'))
  box(b, [0, 0.55, 0.014], [w * 0.9, h - 0.58, 0.004])
}
const toilet: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.main('#cfc9bd', 'plain', 0.15))
  box(b, [0, 0.38, -d / 2 + 0.1], [w, h - 0.38, 0.19], 0.03)
  lathe(
    b,
    [0, 0, 0.06],
    [
      [0.12, 0],
      [0.1, 0.1],
      [0.19, 0.34],
      [0.2, 0.4],
    ],
    18,
    1.2,
  )
  box(b, [0, 0, -0.12], [0.22, 0.38, 0.26], 0.03)
  b.use(paint('#5e432f', 'wood'))
  lathe(
    b,
    [0, 0.4, 0.06],
    [
      [0.2, 0],
      [0.2, 0.03],
      [0.17, 0.035],
    ],
    18,
    1.2,
  )
  b.use(STEEL)
  box(b, [0.1, h, -d / 2 + 0.1], [0.06, 0.015, 0.03], 0.005)
}
const bathtub: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const enamel = s.main('#cfc9bd', 'plain', 0.15)
  b.use(enamel)
  for (const z of [-1, 1]) {
    box(b, [0, 0.08, z * (d / 2 - 0.03)], [w - 0.06, h - 0.1, 0.05], 0.02)
    box(b, [0, h - 0.05, z * (d / 2 - 0.03)], [w, 0.05, 0.08], 0.022)
  }
  for (const x of [-1, 1]) {
    box(b, [x * (w / 2 - 0.03), 0.08, 0], [0.05, h - 0.1, d - 0.08], 0.02)
    box(b, [x * (w / 2 - 0.035), h - 0.05, 0], [0.08, 0.05, d], 0.022)
  }
  box(b, [0, 0.08, 0], [w - 0.08, 0.08, d - 0.08])
  b.use(DARK_METAL)
  for (const x of [-1, 1]) for (const z of [-1, 1]) ellipsoid(b, [x * (w / 2 - 0.16), 0.05, z * (d / 2 - 0.12)], [0.05, 0.05, 0.05], 8, 6)
  b.use(BRASS)
  tube(
    b,
    [
      [-w / 2 + 0.1, h, 0],
      [-w / 2 + 0.1, h + 0.22, 0],
      [-w / 2 + 0.24, h + 0.2, 0],
    ],
    0.014,
  )
}
const basin: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.main('#cfc9bd', 'plain', 0.15))
  lathe(
    b,
    [0, 0, -0.06],
    [
      [0.13, 0],
      [0.08, 0.1],
      [0.07, h - 0.24],
      [0.12, h - 0.16],
    ],
    14,
  )
  lathe(
    b,
    [0, h - 0.19, 0],
    [
      [0.12, 0],
      [w / 2 - 0.06, 0.1],
      [w / 2, 0.19],
      [w / 2 - 0.04, 0.185],
      [0.1, 0.07],
      [0, 0.06],
    ],
    20,
    d / w,
  )
  b.use(STEEL)
  tube(
    b,
    [
      [0, h, -d / 2 + 0.06],
      [0, h + 0.14, -d / 2 + 0.06],
      [0, h + 0.13, -d / 2 + 0.16],
    ],
    0.012,
  )
}
const stairFlight: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const n = Math.round(h / 0.175)
  const tread = s.main('#6b4c35', 'wood')
  for (let i = 0; i < n; i++) {
    b.use(i % 1 === 0 ? tread : tread)
    const z = d / 2 - (i + 0.5) * (d / n)
    box(b, [0, (i + 1) * (h / n) - 0.04, z + 0.015], [w, 0.04, d / n + 0.03], 0.008)
    b.use(shade(tread, 0.75))
    box(b, [0, i * (h / n), z + d / n / 2 - 0.012], [w - 0.04, h / n - 0.03, 0.02])
  }
  b.use(shade(tread, 0.85))
  for (const x of [-1, 1]) {
    b.at([x * (w / 2 - 0.02), 0, 0], () => {
      const slope = Math.atan2(h, d)
      b.at([0, h / 2 - 0.12, 0], () => box(b, [0, -0.14, 0], [0.04, 0.28, Math.sqrt(h * h + d * d)]), 0, slope)
      for (let i = 0; i < n; i += 1)
        rod(b, [0, (i + 1) * (h / n), d / 2 - (i + 0.5) * (d / n)], [0, (i + 1) * (h / n) + 0.85, d / 2 - (i + 0.5) * (d / n)], 0.014, {
          sides: 6,
        })
      b.at([0, h / 2 + 0.95, 0], () => box(b, [0, 0, 0], [0.06, 0.06, Math.sqrt(h * h + d * d)], 0.02), 0, slope)
      box(b, [0, 0, d / 2 + 0.04], [0.1, 1.1, 0.1], 0.015)
    })
  }
}
const column: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const stone = s.main('#948c7c', 'stone')
  b.use(shade(stone, 0.95))
  box(b, [0, 0, 0], [w, 0.25, d], 0.03)
  box(b, [0, h - 0.2, 0], [w, 0.2, d], 0.03)
  b.use(stone)
  lathe(
    b,
    [0, 0.25, 0],
    [
      [w * 0.46, 0],
      [w * 0.47, 0.06],
      [w * 0.39, 0.14],
      [w * 0.36, h - 0.62],
      [w * 0.44, h - 0.5],
      [w * 0.46, h - 0.45],
    ],
    20,
  )
}
const coatRack: PropBuilder = (s) => {
  const { b, h } = s
  b.use(s.main('#56391f', 'wood'))
  lathe(
    b,
    [0, 0.12, 0],
    [
      [0.03, 0],
      [0.022, 0.3],
      [0.03, 0.7],
      [0.02, h - 0.16],
      [0.03, h - 0.12],
    ],
    10,
  )
  for (let i = 0; i < 4; i++)
    b.at(
      [0, 0, 0],
      () => {
        tube(
          b,
          [
            [0, 0.2, 0],
            [0.1, 0.1, 0],
            [0.2, 0.02, 0],
          ],
          0.016,
          6,
        )
        tube(
          b,
          [
            [0, h - 0.14, 0],
            [0.11, h - 0.12, 0],
            [0.15, h - 0.02, 0],
          ],
          0.011,
          6,
        )
      },
      (i * Math.PI) / 2 + 0.3,
    )
  b.use(s.accent('#4d5258', 'fabric'))
  b.at(
    [0.12, h - 0.16, 0.06],
    () =>
      lathe(
        b,
        [0, -1.0, 0],
        [
          [0.17, 0],
          [0.14, 0.4],
          [0.12, 0.8],
          [0.06, 1.0],
        ],
        10,
        0.55,
      ),
    0.5,
  )
  b.use(paint('#6e5a45', 'fabric'))
  lathe(
    b,
    [-0.13, h - 0.06, -0.04],
    [
      [0.15, 0],
      [0.15, 0.008],
      [0.09, 0.014],
      [0.085, 0.09],
      [0, 0.1],
    ],
    14,
  )
}
const housePlant: PropBuilder = (s) => {
  const { b, w, h } = s
  b.use(s.accent(s.rnd.pick(['#9a5c40', '#7d7a70', '#5d6a6c', '#a89070']), 'plain', 0.6))
  const r = w * 0.28
  lathe(
    b,
    [0, 0, 0],
    [
      [r * 0.72, 0],
      [r, h * 0.24],
      [r * 1.06, h * 0.25],
      [r * 1.06, h * 0.28],
      [r * 0.9, h * 0.28],
      [r * 0.88, h * 0.25],
      [0, h * 0.25],
    ],
    16,
  )
  b.use(s.main('#5b6f3c', 'foliage'))
  const kind = s.rnd.int(0, 1)
  for (let i = 0; i < 11; i++) {
    const a = i * 2.4
    const lift = h * (0.62 + 0.36 * s.rnd.next())
    const out = w * (0.22 + 0.3 * s.rnd.next())
    const tip: [number, number, number] = [Math.cos(a) * out, lift, Math.sin(a) * out]
    if (kind === 0) {
      rod(b, [0, h * 0.25, 0], [tip[0] * 0.8, tip[1] - 0.06, tip[2] * 0.8], 0.006, { sides: 5 })
      leaves(b, tip, [0.12, 0.09, 0.12], 7, 0.075)
    } else {
      b.at(
        [0, h * 0.25, 0],
        () => {
          const l = lift - h * 0.25
          sheet(
            b,
            2,
            6,
            (u, v) => [
              (u - 0.5) * 0.1 * Math.sin(Math.PI * Math.min(0.97, v * 0.9 + 0.1)),
              l * (v - 0.28 * v * v),
              out * 1.5 * v * v + Math.abs(u - 0.5) * 0.02,
            ],
            { both: true, uv: (_, u, v) => [u * 0.1, v * l] },
          )
        },
        a,
      )
    }
  }
}
const radiator: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.main('#b8b0a0', 'metal', 0.5, 0.1))
  const n = Math.round(w / 0.085)
  for (let i = 0; i < n; i++) box(b, [-w / 2 + (i + 0.5) * (w / n), 0.06, 0], [w / n - 0.018, h - 0.06, d * 0.8], 0.02)
  box(b, [0, 0.1, 0], [w - 0.02, 0.05, d * 0.5], 0.01)
  box(b, [0, h - 0.12, 0], [w - 0.02, 0.05, d * 0.5], 0.01)
  b.use(BRASS)
  cylinder(b, [w / 2 + 0.03, 0.08, 0], 0.02, 0.07, { sides: 8 })
}
const wasteBin: PropBuilder = (s) => {
  const { b, w, h } = s
  b.use(s.main('#5d6466', 'metal', 0.5, 0.4))
  lathe(
    b,
    [0, 0, 0],
    [
      [w * 0.36, 0],
      [w * 0.48, h],
      [w * 0.46, h],
      [w * 0.35, 0.02],
    ],
    16,
  )
  b.use(paint('#c8c0ac', 'paper'))
  for (let i = 0; i < 3; i++)
    ellipsoid(b, [s.rnd.range(-0.05, 0.05), h - 0.05 + i * 0.01, s.rnd.range(-0.05, 0.05)], [0.05, 0.04, 0.05], 7, 5, 0.3)
}
const floorLamp: PropBuilder = (s) => {
  const { b, h } = s
  b.use(s.accent('#8a7a58', 'metal', 0.4, 0.8))
  lathe(
    b,
    [0, 0, 0],
    [
      [0.15, 0],
      [0.145, 0.015],
      [0.03, 0.04],
      [0.012, 0.1],
      [0.011, h - 0.2],
    ],
    16,
  )
  b.use({ ...s.main('#d0bd98', 'fabric'), pass: 'glow' })
  lathe(
    b,
    [0, h - 0.32, 0],
    [
      [0.2, 0],
      [0.12, 0.3],
      [0.117, 0.3],
      [0.196, 0.003],
    ],
    20,
  )
  b.use(glowPaint('#f0e0b8'))
  ellipsoid(b, [0, h - 0.18, 0], [0.035, 0.045, 0.035], 10, 8)
}
const candleStand: PropBuilder = (s) => {
  const { b, h } = s
  b.use(BRASS)
  lathe(
    b,
    [0, 0, 0],
    [
      [0.15, 0],
      [0.14, 0.02],
      [0.03, 0.08],
      [0.018, 0.2],
      [0.03, h * 0.45],
      [0.016, h * 0.55],
      [0.014, h - 0.3],
      [0.07, h - 0.26],
      [0.07, h - 0.24],
    ],
    14,
  )
  b.use(paint('#d8cdb0', 'plain', 0.6))
  cylinder(b, [0, h - 0.25, 0], 0.03, 0.2, { sides: 10 })
  b.use(glowPaint('#f0b050'))
  lathe(
    b,
    [0, h - 0.04, 0],
    [
      [0.006, 0],
      [0.013, 0.02],
      [0.001, 0.07],
    ],
    8,
  )
}
const console: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const body = s.main('#6c757a', 'metal', 0.5, 0.3)
  b.use(shade(body, 0.55))
  box(b, [0, 0, -0.05], [w - 0.08, 0.1, d - 0.3], 0.01)
  b.use(body)
  box(b, [0, 0.1, -d / 2 + 0.25], [w, 0.62, 0.48], 0.02)
  b.use(shade(body, 1.1))
  b.at([0, 0.72, 0.04], () => box(b, [0, 0, 0], [w, 0.06, d - 0.1], 0.02), 0, 0.14)
  b.at(
    [0, 0.78, -d / 2 + 0.14],
    () => {
      b.use(body)
      box(b, [0, 0, -0.04], [w, h - 0.78, 0.12], 0.02)
      const n = Math.max(1, Math.round(w / 0.6))
      for (let i = 0; i < n; i++) {
        const x = -w / 2 + (i + 0.5) * (w / n)
        b.use(glowPaint(i % 2 ? '#2c5a50' : '#35506a'))
        box(b, [x, 0.035, 0.022], [w / n - 0.09, h - 0.85, 0.01])
        for (let k = 0; k < 4; k++) {
          b.use(paint('#9fc4b4', 'plain', 0.3))
          box(b, [x - w / n / 4 + s.rnd.range(0, 0.06), 0.06 + k * 0.04, 0.03], [s.rnd.range(0.06, w / n / 2), 0.008, 0.004])
        }
      }
    },
    0,
    -0.22,
  )
  for (let i = 0; i < Math.round(w * 16); i++) {
    b.use(paint(s.rnd.pick(['#b8b4a4', '#8d9296', '#c0763a', '#a04a3c', '#7a9a86', '#3c4246']), 'plain', 0.45))
    const x = s.rnd.range(-w / 2 + 0.08, w / 2 - 0.08)
    const z = s.rnd.range(-0.1, d / 2 - 0.14)
    b.at(
      [0, 0.72, 0.04],
      () => {
        if (i % 5 === 0) cylinder(b, [x, 0.06, z], 0.016, 0.03, { sides: 8 })
        else box(b, [x, 0.06, z], [0.03, 0.014, 0.022], 0.004)
      },
      0,
      0.14,
    )
  }
}
const pendant: PropBuilder = (s) => {
  const { b, w, h } = s
  const r = w / 2
  b.use(BLACK)
  rod(b, [0, 0.2, 0], [0, h, 0], 0.005, { sides: 5 })
  cylinder(b, [0, h - 0.03, 0], 0.05, 0.03, { sides: 12 })
  b.use(s.main('#8a4f38', 'metal', 0.45, 0.3))
  lathe(
    b,
    [0, 0, 0],
    [
      [r, 0.0],
      [r * 0.94, 0.05],
      [r * 0.5, 0.14],
      [0.04, 0.19],
      [0.028, 0.25],
    ],
    22,
  )
  b.use(paint('#d8ccb0', 'plain', 0.5))
  lathe(
    b,
    [0, 0, 0],
    [
      [0.03, 0.185],
      [r * 0.48, 0.132],
      [r * 0.92, 0.045],
      [r * 0.985, 0.0],
    ],
    22,
  )
  b.use(glowPaint('#f4e2b8'))
  ellipsoid(b, [0, 0.075, 0], [0.04, 0.05, 0.04], 10, 8)
}
const ceilingPanel: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(paint('#9a9c98', 'metal', 0.5, 0.2))
  box(b, [0, 0.02, 0], [w, h - 0.02, d], 0.008)
  b.use(glowPaint('#dfe4de'))
  box(b, [0, 0, 0], [w - 0.06, 0.03, d - 0.06], 0.006)
}
const ceilingFan: PropBuilder = (s) => {
  const { b, w, h } = s
  b.use(DARK_METAL)
  rod(b, [0, 0.12, 0], [0, h, 0], 0.015)
  lathe(
    b,
    [0, 0.06, 0],
    [
      [0.06, 0],
      [0.1, 0.04],
      [0.1, 0.1],
      [0.04, 0.14],
    ],
    16,
  )
  b.use(s.main('#6b4a30', 'wood'))
  for (let i = 0; i < 4; i++)
    b.at([0, 0.11, 0], () => box(b, [w * 0.28, 0, 0], [w * 0.42, 0.012, 0.13], 0.004), (i * Math.PI) / 2 + 0.3, 0.12)
  b.use(glowPaint('#f0e4c4'))
  ellipsoid(b, [0, 0.04, 0], [0.09, 0.05, 0.09], 14, 8)
}
const beam: PropBuilder = (s) => {
  s.b.use(s.main('#4a3828', 'wood'))
  box(s.b, [0, 0, 0], [s.w, s.h + 0.02, s.d], 0.022)
}
export const FITTINGS: Readonly<Record<string, PropBuilder>> = {
  bed,
  'single-bed': bed,
  'bunk-bed': bunkBed,
  fireplace,
  piano,
  jukebox,
  tv,
  toilet,
  bathtub,
  basin,
  'stair-flight': stairFlight,
  column,
  'coat-rack': coatRack,
  'house-plant': housePlant,
  radiator,
  'waste-bin': wasteBin,
  'floor-lamp': floorLamp,
  'candle-stand': candleStand,
  console,
  'ceiling-beam': beam,
  pendant,
  'ceiling-panel': ceilingPanel,
  'ceiling-fan': ceilingFan,
}
