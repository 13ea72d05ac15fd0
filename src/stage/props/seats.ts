import { box, cylinder, ellipsoid, lathe, type Paint, paint, rod, shade, tube } from '../geometry'
import { DARK_METAL, type PropBuilder, type PropShape, STEEL } from './prop-shape'

/** A cushion with soft edges. */
function cushion(s: PropShape, p: Paint, at: readonly [number, number, number], size: readonly [number, number, number], pitch = 0): void {
  s.b.use(p)
  s.b.at(at, () => box(s.b, [0, 0, 0], size, Math.min(0.05, size[1] * 0.4)), 0, pitch)
}

const chair: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const wood = s.main('#70503a', 'wood')
  const seat = 0.46
  const style = s.rnd.int(0, 2)
  b.use(shade(wood, 0.9))
  for (const x of [-1, 1]) {
    rod(b, [x * (w / 2 - 0.035), 0, d / 2 - 0.035], [x * (w / 2 - 0.045), seat - 0.02, d / 2 - 0.05], 0.016, { top: 0.02 })
    tube(
      b,
      [
        [x * (w / 2 - 0.035), 0, -d / 2 + 0.03],
        [x * (w / 2 - 0.045), seat, -d / 2 + 0.05],
        [x * (w / 2 - 0.05), h, -d / 2 + 0.02],
      ],
      0.018,
    )
    rod(b, [x * (w / 2 - 0.04), 0.2, d / 2 - 0.045], [x * (w / 2 - 0.04), 0.2, -d / 2 + 0.04], 0.011)
  }
  rod(b, [-w / 2 + 0.04, 0.24, 0], [w / 2 - 0.04, 0.24, 0], 0.011)
  b.use(wood)
  box(b, [0, seat - 0.045, 0], [w - 0.02, 0.035, d - 0.04], 0.01)
  cushion(s, s.accent('#7a4a40', 'fabric'), [0, seat - 0.012, 0.005], [w - 0.06, 0.035, d - 0.1])
  b.use(wood)
  const back = (y: number, k: number) => box(b, [0, y, -d / 2 + 0.032 - (y - seat) * 0.05], [w - 0.09, k, 0.018], 0.006)
  back(h - 0.09, 0.09)
  if (style === 0) for (const y of [0.22, 0.34]) back(seat + y - 0.06, 0.05)
  else {
    const n = style === 1 ? 4 : 1
    for (let i = 0; i < n; i++) {
      const x = n === 1 ? 0 : ((i + 0.5) / n - 0.5) * (w - 0.13)
      if (n === 1) box(b, [0, seat, -d / 2 + 0.035], [0.14, h - seat - 0.08, 0.014], 0.004)
      else rod(b, [x, seat - 0.01, -d / 2 + 0.045], [x, h - 0.06, -d / 2 + 0.022], 0.009)
    }
  }
}

const officeChair: PropBuilder = (s) => {
  const { b, w, h } = s
  b.use(DARK_METAL)
  for (let i = 0; i < 5; i++)
    b.at(
      [0, 0, 0],
      () => {
        rod(b, [0, 0.1, 0], [0.26, 0.06, 0], 0.02, { top: 0.014 })
        ellipsoid(b, [0.26, 0.032, 0], [0.032, 0.032, 0.02], 8, 5)
      },
      (i * Math.PI * 2) / 5,
    )
  cylinder(b, [0, 0.08, 0], 0.03, 0.34)
  const cloth = s.main('#3d444a', 'fabric')
  cushion(s, cloth, [0, 0.42, 0.02], [w - 0.1, 0.08, 0.48])
  cushion(s, cloth, [0, 0.56, -0.23], [w - 0.14, h - 0.58, 0.07], -0.1)
  b.use(DARK_METAL)
  for (const x of [-1, 1]) {
    rod(b, [x * (w / 2 - 0.05), 0.45, 0], [x * (w / 2 - 0.03), 0.66, 0.02], 0.014)
    box(b, [x * (w / 2 - 0.03), 0.66, 0.04], [0.05, 0.025, 0.24], 0.01)
  }
}

/** Armchairs and sofas: feet, base, arms, back, as many seat cushions as fit. */
const upholstered: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const cloth = s.main('#5f6a70', 'fabric')
  b.use(paint('#3d2b1e', 'wood'))
  for (const x of [-1, 1])
    for (const z of [-1, 1]) cylinder(b, [x * (w / 2 - 0.09), 0, z * (d / 2 - 0.09)], 0.018, 0.12, { top: 0.03, sides: 8 })
  b.use(shade(cloth, 0.9))
  box(b, [0, 0.11, 0.01], [w - 0.06, 0.2, d - 0.06], 0.03)
  const arm = 0.15
  b.use(cloth)
  for (const x of [-1, 1]) {
    box(b, [x * (w / 2 - arm / 2), 0.11, 0.02], [arm, 0.46, d - 0.06], 0.05)
    b.at(
      [x * (w / 2 - arm / 2), 0.55, -d / 2 + 0.06],
      () => cylinder(b, [0, 0, 0], arm * 0.56, d - 0.1, { sides: 12, bevel: 0.02 }),
      0,
      Math.PI / 2,
    )
  }
  b.at([0, 0.28, -d / 2 + 0.13], () => box(b, [0, 0, 0], [w - arm, h - 0.28, 0.19], 0.07), 0, -0.12)
  const n = Math.max(1, Math.round((w - 2 * arm) / 0.8))
  const each = (w - 2 * arm - 0.02) / n
  for (let i = 0; i < n; i++) {
    const x = (i + 0.5 - n / 2) * each
    cushion(s, shade(cloth, 1.1), [x, 0.3, 0.07], [each - 0.012, 0.15, d - 0.25])
    cushion(s, shade(cloth, 1.05), [x, 0.44, -d / 2 + 0.27], [each - 0.02, 0.36, 0.15], -0.22)
  }
  if (w > 1.2) {
    const p = s.accent('#a4573a', 'fabric')
    b.at([-w / 2 + 0.38, 0.44, -0.02], () => cushion(s, p, [0, 0, 0], [0.4, 0.36, 0.13], -0.42), 0.35)
    b.at([w / 2 - 0.36, 0.44, -0.02], () => cushion(s, shade(p, 0.7), [0, 0, 0], [0.36, 0.33, 0.12], -0.45), -0.4)
  }
}

const stool: PropBuilder = (s) => {
  const { b, w, h } = s
  b.use(STEEL)
  lathe(
    b,
    [0, 0, 0],
    [
      [w * 0.46, 0],
      [w * 0.44, 0.015],
      [0.03, 0.05],
      [0.026, h - 0.08],
      [0.09, h - 0.06],
    ],
    16,
  )
  lathe(
    b,
    [0, 0.2, 0],
    [
      [0.14, 0],
      [0.155, 0.012],
      [0.14, 0.024],
    ],
    16,
  )
  b.use(s.main('#7a3030', 'fabric', 0.55))
  lathe(
    b,
    [0, h - 0.07, 0],
    [
      [w * 0.4, 0],
      [w * 0.47, 0.02],
      [w * 0.47, 0.05],
      [w * 0.42, 0.07],
    ],
    18,
  )
}

const bench: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const wood = s.main('#70503a', 'planks')
  b.use(wood)
  for (const z of [-1, 1]) box(b, [0, h - 0.04, z * d * 0.25], [w, 0.04, d / 2 - 0.01], 0.008)
  b.use(shade(wood, 0.85))
  for (const x of [-1, 1]) box(b, [x * (w / 2 - 0.15), 0, 0], [0.05, h - 0.04, d - 0.06], 0.008)
  box(b, [0, 0.18, 0], [w - 0.3, 0.06, 0.03])
}

const parkBench: PropBuilder = (s) => {
  const { b, w, d } = s
  const wood = s.main('#70563c', 'wood')
  b.use(wood)
  for (let i = 0; i < 4; i++) box(b, [0, 0.43, -d / 2 + 0.16 + i * 0.115], [w, 0.03, 0.095], 0.006)
  for (let i = 0; i < 3; i++)
    b.at([0, 0.53 + i * 0.115, -d / 2 + 0.1 - i * 0.025], () => box(b, [0, 0, 0], [w, 0.095, 0.028], 0.006), 0, -0.2)
  b.use(DARK_METAL)
  for (const x of [-1, 1]) {
    const at = x * (w / 2 - 0.12)
    tube(
      b,
      [
        [at, 0, d / 2 - 0.05],
        [at, 0.42, d / 2 - 0.08],
        [at, 0.42, -d / 2 + 0.12],
        [at, 0.85, -d / 2 + 0.02],
      ],
      0.02,
    )
    rod(b, [at, 0.42, -d / 2 + 0.12], [at, 0, -d / 2 + 0.04], 0.02)
    tube(
      b,
      [
        [at, 0.42, d / 2 - 0.08],
        [at, 0.62, d / 2 - 0.06],
        [at, 0.64, -d / 2 + 0.1],
      ],
      0.016,
    )
  }
}

const booth: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const leather = s.main('#7f3d38', 'fabric', 0.45)
  b.use(shade(leather, 0.4))
  box(b, [0, 0, 0], [w - 0.04, 0.1, d - 0.06])
  b.use(shade(leather, 0.75))
  box(b, [0, 0.1, -0.01], [w, 0.24, d - 0.03], 0.02)
  cushion(s, leather, [0, 0.33, 0.02], [w - 0.01, 0.13, d - 0.06])
  b.use(shade(leather, 0.8))
  box(b, [0, 0.1, -d / 2 + 0.06], [w, h - 0.13, 0.12], 0.02)
  const n = Math.round(w / 0.22)
  for (let i = 0; i < n; i++)
    cushion(
      s,
      i % 2 ? leather : shade(leather, 1.08),
      [-w / 2 + (i + 0.5) * (w / n), 0.46, -d / 2 + 0.15],
      [w / n - 0.006, h - 0.54, 0.1],
      -0.08,
    )
  b.use(s.accent('#b5a98f', 'metal', 0.4, 0.6))
  box(b, [0, h - 0.04, -d / 2 + 0.07], [w, 0.04, 0.14], 0.012)
}

const pew: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const wood = s.main('#5e3f2b', 'wood')
  b.use(wood)
  box(b, [0, 0.42, 0.02], [w - 0.06, 0.035, 0.4], 0.01)
  b.at([0, 0.44, -d / 2 + 0.1], () => box(b, [0, 0, 0], [w - 0.06, h - 0.46, 0.03], 0.006), 0, -0.12)
  box(b, [0, h - 0.06, -d / 2 + 0.05], [w - 0.04, 0.05, 0.09], 0.015)
  b.use(shade(wood, 0.85))
  for (const x of [-1, 1]) {
    box(b, [x * (w / 2 - 0.03), 0, -0.04], [0.05, h - 0.06, d - 0.12], 0.015)
    box(b, [x * (w / 2 - 0.03), 0, 0.1], [0.055, 0.62, 0.2], 0.02)
  }
}

const trainSeat: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const cloth = s.main('#4f6470', 'fabric')
  b.use(DARK_METAL)
  box(b, [0, 0, 0.02], [w - 0.2, 0.3, d - 0.2], 0.02)
  cushion(s, cloth, [0, 0.3, 0.04], [w, 0.16, d - 0.1])
  for (const x of [-1, 1]) {
    cushion(s, cloth, [x * w * 0.25, 0.44, -d / 2 + 0.14], [w / 2 - 0.01, h - 0.5, 0.14], -0.12)
    cushion(s, s.accent('#b9ac94', 'fabric'), [x * w * 0.25, h - 0.22, -d / 2 + 0.12], [w / 2 - 0.08, 0.2, 0.13], -0.12)
  }
  b.use(DARK_METAL)
  box(b, [w / 2 - 0.03, 0.55, 0], [0.05, 0.05, 0.4], 0.02)
}

const captainChair: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(DARK_METAL)
  lathe(
    b,
    [0, 0, 0],
    [
      [0.26, 0],
      [0.25, 0.03],
      [0.08, 0.07],
      [0.07, 0.36],
    ],
    16,
  )
  const cloth = s.main('#4d5258', 'fabric', 0.6)
  cushion(s, cloth, [0, 0.36, 0.03], [w - 0.18, 0.12, 0.52])
  cushion(s, cloth, [0, 0.46, -d / 2 + 0.14], [w - 0.2, h - 0.62, 0.14], -0.12)
  cushion(s, s.accent('#b5683a', 'fabric', 0.6), [0, h - 0.18, -d / 2 + 0.1], [0.3, 0.17, 0.12], -0.12)
  b.use(s.accent('#b5683a', 'plain', 0.5))
  for (const x of [-1, 1]) {
    box(b, [x * (w / 2 - 0.05), 0.42, 0.02], [0.09, 0.22, 0.42], 0.03)
  }
  b.use(DARK_METAL)
  for (const x of [-1, 1]) box(b, [x * (w / 2 - 0.05), 0.64, 0.04], [0.1, 0.03, 0.44], 0.012)
}

const deckChair: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.use(paint('#8f7352', 'wood'))
  for (const x of [-1, 1]) {
    rod(b, [x * (w / 2 - 0.02), 0.02, d / 2 - 0.1], [x * (w / 2 - 0.02), h, -d / 2 + 0.1], 0.018)
    rod(b, [x * (w / 2 - 0.05), 0.02, -d / 2 + 0.2], [x * (w / 2 - 0.05), 0.44, d / 2 - 0.2], 0.018)
  }
  b.use(s.main('#8c5a48', 'fabric'))
  b.at([0, 0.3, 0.05], () => box(b, [0, 0, -0.1], [w - 0.08, 0.012, d * 0.85]), 0, 0.62)
}

/** Builders by catalogue id. */
export const SEATS: Readonly<Record<string, PropBuilder>> = {
  chair,
  'office-chair': officeChair,
  armchair: upholstered,
  sofa: upholstered,
  stool,
  bench,
  'park-bench': parkBench,
  'diner-booth': booth,
  pew,
  'train-seat': trainSeat,
  'captain-chair': captainChair,
  'deck-chair': deckChair,
}
