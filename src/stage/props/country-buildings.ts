import { box, boxBetween, cylinder, lathe, paint, prism, rod, shade } from '../geometry'
import { facadeWindow, pitched } from './buildings'
import { BRASS, DARK_METAL, type PropBuilder } from './prop-shape'

const house: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const body = s.main('#a9977c', s.rnd.pick(['plaster', 'planks', 'stone'] as const))
  const trim = paint('#cfc4aa', 'wood')
  const eaves = h * 0.56
  const rise = h - eaves - 0.2
  b.use(paint('#7d766a', 'stone'))
  box(b, [0, 0, 0], [w + 0.1, 0.45, d + 0.1], 0.02)
  b.use(body)
  box(b, [0, 0.45, 0], [w, eaves - 0.45, d])
  b.at(
    [-w / 2, 0, 0],
    () =>
      prism(
        b,
        [
          [-d / 2, eaves],
          [d / 2, eaves],
          [0, eaves + rise],
        ],
        0,
        w,
      ),
    Math.PI / 2,
  )
  pitched(s, eaves, w, d, rise, s.accent('#7a4436', 'planks', 0.8))
  const shutters = paint(s.rnd.pick(['#5a6a58', '#4f6068', '#7a4a3c']), 'wood')
  for (const [z, yaw] of [
    [d / 2, 0],
    [-d / 2, Math.PI],
  ] as const)
    b.at(
      [0, 0, z],
      () =>
        b.at([0, 0, 0.005], () => {
          const n = Math.max(2, Math.floor(w / 2.6))
          for (let i = 0; i < n; i++) {
            const x = ((i + 0.5) / n - 0.5) * (w - 0.6)
            if (yaw === 0 && i === Math.floor(n / 2)) {
              b.use(trim)
              box(b, [x, 0.1, 0.04], [1.25, 2.35, 0.08])
              b.use(s.accent('#5a4a3c', 'wood'))
              box(b, [x, 0.2, 0.06], [1.0, 2.1, 0.08], 0.01)
              b.use(BRASS)
              box(b, [x + 0.38, 1.15, 0.12], [0.05, 0.12, 0.04], 0.01)
              b.use(paint('#8a8274', 'stone'))
              box(b, [x, 0, 0.35], [1.7, 0.2, 0.7], 0.02)
              b.use(trim)
              // Brackets, not posts: nobody at the door stands behind one.
              for (const q of [-0.9, 0.9]) {
                box(b, [x + q, 1.75, 0.05], [0.1, 0.8, 0.1], 0.01)
                rod(b, [x + q, 1.8, 0.08], [x + q, 2.46, 0.95], 0.045)
              }
              b.use(s.accent('#7a4436', 'planks', 0.8))
              b.at([x, 2.6, 0.55], () => box(b, [0, 0, 0], [2.2, 0.1, 1.35], 0.02), 0, 0.22)
            } else facadeWindow(s, x, 1.15, 1.0, 1.3, trim, { shutters, lit: s.rnd.chance(0.5) })
          }
        }),
      yaw,
    )
  for (const [x, yaw] of [
    [w / 2, Math.PI / 2],
    [-w / 2, -Math.PI / 2],
  ] as const)
    b.at(
      [x, 0, 0],
      () =>
        b.at([0, 0, 0.005], () => {
          facadeWindow(s, -d * 0.2, 1.15, 0.9, 1.3, trim, { shutters, lit: s.rnd.chance(0.4) })
          facadeWindow(s, 0, eaves + rise * 0.15, 0.8, 0.95, trim, { lit: s.rnd.chance(0.3) })
        }),
      yaw,
    )
  b.use(paint('#85604c', 'brick'))
  box(b, [w * 0.3, eaves + rise * 0.4, -d * 0.1], [0.75, rise * 0.6 + 1.0, 0.75])
}

const barn: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const body = s.main('#84423a', 'planks')
  const trim = s.accent('#b9ae98', 'wood')
  const eaves = h * 0.5
  b.use(body)
  box(b, [0, 0, 0], [w, eaves, d])
  const gable: readonly (readonly [number, number])[] = [
    [-w / 2, eaves],
    [w / 2, eaves],
    [w * 0.34, eaves + (h - eaves) * 0.62],
    [0, h],
    [-w * 0.34, eaves + (h - eaves) * 0.62],
  ]
  b.at([0, 0, -d / 2], () => prism(b, gable, 0, d))
  b.use(paint('#5f5850', 'metal', 0.6, 0.2))
  const slab = (x0: number, y0: number, x1: number, y1: number) => {
    const l = Math.sqrt((x1 - x0) ** 2 + (y1 - y0) ** 2) + 0.15
    b.at([(x0 + x1) / 2, (y0 + y1) / 2 + 0.05, 0], () => box(b, [0, 0, 0], [l, 0.1, d + 0.9], 0.01), 0, 0, Math.atan2(y1 - y0, x1 - x0))
  }
  const ym = eaves + (h - eaves) * 0.62
  slab(-w / 2 - 0.3, eaves - 0.3, -w * 0.34, ym)
  slab(w * 0.34, ym, w / 2 + 0.3, eaves - 0.3)
  slab(-w * 0.34, ym, 0, h)
  slab(0, h, w * 0.34, ym)
  b.at([0, 0, d / 2 + 0.01], () => {
    for (const x of [-1, 1]) {
      b.use(shade(body, 0.85))
      box(b, [x * 0.95, 0, 0.05], [1.85, 3.2, 0.08])
      b.use(trim)
      for (const y of [0.05, 1.5, 3.05]) box(b, [x * 0.95, y, 0.1], [1.85, 0.16, 0.05])
      for (const q of [-0.85, 0.85]) box(b, [x * 0.95 + q, 0, 0.1], [0.15, 3.2, 0.05])
      for (const r of [0.62, -0.62]) b.at([x * 0.95, 0.85, 0.1], () => box(b, [0, -0.06, 0], [2.1, 0.14, 0.03]), 0, 0, r * x)
    }
    b.use(trim)
    for (const x of [-1, 1]) box(b, [(x * w) / 2, 0, 0], [0.18, eaves, 0.12])
    box(b, [0, eaves + 0.8, 0.04], [1.5, 0.14, 0.1])
    b.use(shade(body, 0.4))
    box(b, [0, eaves + 0.94, 0.02], [1.2, 1.1, 0.06])
    b.use(trim)
    for (const x of [-0.66, 0.66]) box(b, [x, eaves + 0.9, 0.05], [0.12, 1.2, 0.08])
    box(b, [0, eaves + 2.02, 0.05], [1.5, 0.13, 0.08])
  })
}

const warehouse: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const body = s.main('#83685a', s.rnd.pick(['brick', 'brick', 'metal'] as const), 0.75, 0)
  b.use(body)
  box(b, [0, 0, 0], [w, h * 0.72, d])
  const bays = Math.max(1, Math.round(w / 6))
  for (let i = 0; i < bays; i++) {
    const x = -w / 2 + (i + 0.5) * (w / bays)
    b.use(body)
    b.at([x, 0, -d / 2], () =>
      prism(
        b,
        [
          [-w / bays / 2, h * 0.72],
          [w / bays / 2, h * 0.72],
          [0, h],
        ],
        0,
        d,
      ),
    )
    b.use(paint('#55524c', 'metal', 0.6, 0.2))
    for (const q of [-1, 1]) {
      const l = Math.sqrt((w / bays / 2) ** 2 + (h * 0.28) ** 2) + 0.2
      b.at(
        [x + (q * w) / bays / 4, h * 0.86 + 0.05, 0],
        () => box(b, [0, 0, 0], [l, 0.1, d + 0.5]),
        0,
        0,
        -q * Math.atan2(h * 0.28, w / bays / 2),
      )
    }
    b.at([x, 0, d / 2 + 0.005], () => {
      b.use(s.accent('#4d5a5c', 'metal', 0.55, 0.2))
      box(b, [0, 0, 0.03], [w / bays - 2, 3.4, 0.06])
      b.use(shade(b.paint, 0.8))
      for (let y = 0.3; y < 3.3; y += 0.3) box(b, [0, y, 0.065], [w / bays - 2, 0.03, 0.02])
      facadeWindow(s, 0, h * 0.52, 2.2, h * 0.16, paint('#5a5850', 'metal'), { lit: s.rnd.chance(0.3) })
    })
  }
}

const church: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const stone = s.main('#968c7a', 'stone')
  const roof = s.accent('#5a5450', 'planks', 0.85)
  const eaves = h * 0.34
  const nave = d * 0.78
  const trim = shade(stone, 1.15)
  b.at([0, 0, -d * 0.11], () => {
    b.use(stone)
    box(b, [0, 0, 0], [w, eaves, nave])
    b.at([0, 0, -nave / 2], () =>
      prism(
        b,
        [
          [-w / 2, eaves],
          [w / 2, eaves],
          [0, eaves + w * 0.5],
        ],
        0,
        nave,
      ),
    )
    b.at([0, 0, 0], () => pitched(s, eaves, nave, w, w * 0.5, roof), Math.PI / 2)
    for (const x of [-1, 1])
      for (let i = 0; i < 4; i++) {
        const z = -nave / 2 + (i + 0.5) * (nave / 4)
        b.use(shade(stone, 0.9))
        box(b, [x * (w / 2 + 0.2), 0, z + nave / 8], [0.6, eaves * 0.85, 0.6], 0.02)
        b.at(
          [x * (w / 2 + 0.01), 0, z],
          () => facadeWindow(s, 0, 1.6, 0.9, eaves - 2.3, trim, { lit: s.rnd.chance(0.6) }),
          (x * Math.PI) / 2,
        )
      }
  })
  const t = w * 0.46
  b.at([0, 0, d / 2 - t / 2 - 0.2], () => {
    b.use(stone)
    box(b, [0, 0, 0], [t, h * 0.62, t])
    b.use(trim)
    for (const y of [0.22, 0.42, 0.61]) box(b, [0, h * y, 0], [t + 0.2, 0.16, t + 0.2])
    b.use(roof)
    lathe(
      b,
      [0, h * 0.63, 0],
      [
        [t * 0.74, 0],
        [t * 0.36, h * 0.1],
        [0.04, h * 0.36],
      ],
      4,
    )
    b.use(BRASS)
    rod(b, [0, h * 0.98, 0], [0, h * 1.04, 0], 0.05)
    rod(b, [-0.3, h * 1.02, 0], [0.3, h * 1.02, 0], 0.05)
    for (const yaw of [0, Math.PI / 2, -Math.PI / 2])
      b.at(
        [0, 0, 0],
        () =>
          b.at([0, 0, t / 2 + 0.01], () => {
            facadeWindow(s, 0, h * 0.46, t * 0.34, h * 0.12, trim, { cheap: true })
            b.use(paint('#d0c6a8', 'paper'))
            b.at([0, h * 0.36, 0.01], () => b.at([0, 0, 0], () => cylinder(b, [0, 0, 0], t * 0.2, 0.06, { sides: 18 }), 0, Math.PI / 2))
          }),
        yaw,
      )
    b.at([0, 0, t / 2], () => {
      b.use(trim)
      box(b, [0, 0, 0.08], [2.3, 3.3, 0.2], 0.04)
      b.use(paint('#56391f', 'wood'))
      for (const x of [-0.42, 0.42]) box(b, [x, 0.1, 0.17], [0.8, 2.7, 0.06], 0.01)
      b.use(DARK_METAL)
      for (const x of [-0.42, 0.42]) for (const y of [0.6, 2.1]) box(b, [x, y, 0.21], [0.7, 0.06, 0.02])
      b.use(paint('#8a8274', 'stone'))
      box(b, [0, 0, 0.7], [3, 0.16, 1.3], 0.02)
    })
  })
}

const yardWall: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(s.main('#8a6a58', 'brick'))
  boxBetween(b, [-w / 2, 0, -d / 2], [w / 2, h - 0.12, d / 2])
  b.use(paint('#8d8474', 'stone'))
  box(b, [0, h - 0.12, 0], [w + 0.06, 0.12, d + 0.1], 0.02)
}

/** Builders by catalogue id. */
export const COUNTRY_BUILDINGS: Readonly<Record<string, PropBuilder>> = {
  house: house,
  barn: barn,
  warehouse: warehouse,
  'church-building': church,
  'yard-wall': yardWall,
}
