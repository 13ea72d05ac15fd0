import { box, cylinder, ellipsoid, glowPaint, lathe, leaves, paint, rod, shade, sheet, tube } from '../geometry'
import { BRASS, DARK_METAL, type PropBuilder, STEEL } from './prop-shape'

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

/** Builders by catalogue id. */
export const FITTINGS: Readonly<Record<string, PropBuilder>> = {
  fireplace: fireplace,
  toilet: toilet,
  bathtub: bathtub,
  basin: basin,
  'stair-flight': stairFlight,
  column: column,
  'coat-rack': coatRack,
  'house-plant': housePlant,
  radiator: radiator,
  'waste-bin': wasteBin,
}
