import type { Vec3 } from '../../film'
import { box, ellipsoid, lathe, paint, rod, shade, sheet, tube } from '../geometry'
import { BLACK, DARK_METAL, type PropBuilder, type PropShape, STEEL } from './prop-shape'
import { GLASS, TYRE } from './vehicle-parts'

/** A wheel with spokes, turned about x: radius and tyre radius in metres. */
function spoked(s: PropShape, at: Vec3, r: number, tyre: number): void {
  const { b } = s
  b.at(at, () => {
    for (let i = 0; i < 20; i++) {
      const a = (i / 20) * Math.PI * 2
      const c = ((i + 1) / 20) * Math.PI * 2
      b.use(TYRE)
      rod(b, [0, Math.cos(a) * r, Math.sin(a) * r], [0, Math.cos(c) * r, Math.sin(c) * r], tyre, { sides: 6 })
      if (i % 2) {
        b.use(STEEL)
        rod(b, [0, 0, 0], [0, Math.cos(a) * r, Math.sin(a) * r], 0.003, { sides: 3 })
      }
    }
  })
}

/** A hull: ribs from stern to bow. */
function hull(s: PropShape, length: number, beam: number, depth: number, y0: number): void {
  s.b.use(s.main('#5d6f70', 'planks'))
  const at = (u: number, v: number): Vec3 => {
    const t = u * 2 - 1
    const z = t * (length / 2) * (1 + 0.03 * Math.abs(v - 0.5))
    const k = Math.max(0.02, 1 - Math.max(0, t) ** 2.6 - 0.25 * Math.max(0, -t) ** 3)
    const a = (v - 0.5) * Math.PI
    return [
      Math.sin(a) * (beam / 2) * k,
      y0 + depth * (1 - Math.cos(a)) * (0.92 + 0.22 * t * t) + 0.15 * depth * t * t * (1 - Math.abs(Math.sin(a))),
      z,
    ]
  }
  sheet(s.b, 16, 12, at, { both: true, uv: (p, _, v) => [p[2], v * beam * 1.5] })
  for (const side of [0, 1]) {
    s.b.use(shade(s.accent('#c0b494', 'wood'), 1))
    const path: Vec3[] = []
    for (let i = 0; i <= 14; i++) path.push(at(i / 14, side))
    tube(s.b, path, 0.045, 6)
  }
  s.b.use(s.main('#5d6f70', 'planks'))
  sheet(
    s.b,
    6,
    4,
    (u, v) => {
      const q = at(0, v)
      return [q[0] * 1, u * 0 + q[1] + u * (y0 + depth * 1.12 - q[1]), q[2]]
    },
    { both: true },
  )
}

const bicycle: PropBuilder = (s) => {
  const { b } = s
  spoked(s, [0, 0.35, 0.52], 0.33, 0.018)
  spoked(s, [0, 0.35, -0.52], 0.33, 0.018)
  b.use(s.main('#5a6a58', 'metal', 0.35, 0.4))
  const seat: Vec3 = [0, 0.82, -0.24]
  const crank: Vec3 = [0, 0.32, -0.05]
  const head: Vec3 = [0, 0.82, 0.36]
  for (const [a, c] of [
    [crank, seat],
    [crank, head],
    [[0, 0.76, -0.22], head],
    [crank, [0, 0.35, -0.52]],
    [
      [0, 0.74, -0.22],
      [0, 0.35, -0.52],
    ],
    [
      [0, 0.95, 0.32],
      [0, 0.35, 0.52],
    ],
  ] as [Vec3, Vec3][])
    rod(b, a, c, 0.017, { sides: 7 })
  b.use(STEEL)
  tube(
    b,
    [
      [-0.25, 0.99, 0.2],
      [-0.2, 1.0, 0.32],
      [0.2, 1.0, 0.32],
      [0.25, 0.99, 0.2],
    ],
    0.013,
    6,
  )
  b.use(paint('#3a2c22', 'fabric'))
  ellipsoid(b, [0, 0.93, -0.26], [0.09, 0.035, 0.13], 10, 6)
  rod(b, seat, [0, 0.92, -0.26], 0.013)
  b.use(DARK_METAL)
  rod(b, [-0.14, 0.32, -0.05], [0.14, 0.32, -0.05], 0.012)
}

const motorcycle: PropBuilder = (s) => {
  const { b } = s
  spoked(s, [0, 0.34, 0.7], 0.3, 0.06)
  spoked(s, [0, 0.34, -0.68], 0.3, 0.07)
  b.use(s.main('#4a3a34', 'metal', 0.3, 0.4))
  ellipsoid(b, [0, 0.82, 0.16], [0.15, 0.14, 0.28], 12, 8)
  b.use(BLACK)
  box(b, [0, 0.74, -0.36], [0.26, 0.1, 0.62], 0.04)
  b.use(STEEL)
  box(b, [0, 0.32, 0.05], [0.3, 0.34, 0.36], 0.05)
  tube(
    b,
    [
      [0.14, 0.4, 0.2],
      [0.18, 0.26, 0],
      [0.18, 0.3, -0.85],
    ],
    0.04,
    8,
  )
  for (const x of [-0.09, 0.09]) rod(b, [x, 0.34, 0.7], [x, 0.95, 0.46], 0.024)
  tube(
    b,
    [
      [-0.36, 0.98, 0.24],
      [-0.2, 1.04, 0.42],
      [0.2, 1.04, 0.42],
      [0.36, 0.98, 0.24],
    ],
    0.016,
    6,
  )
  ellipsoid(b, [0, 0.88, 0.58], [0.1, 0.1, 0.08], 12, 8)
}

const boat: PropBuilder = (s) => {
  const { b, w, h, d } = s
  hull(s, d, w, h * 0.62, 0.02)
  b.use(paint('#8a6c48', 'planks'))
  for (const z of [-0.28, 0, 0.26]) box(b, [0, h * 0.42, z * d], [w * 0.82, 0.04, 0.24], 0.01)
  b.use(paint('#a08458', 'wood'))
  for (const x of [-0.2, 0.2]) {
    rod(b, [x, h * 0.5, -d * 0.38], [x * 1.4, h * 0.66, d * 0.3], 0.022)
    box(b, [x, h * 0.47, -d * 0.4], [0.14, 0.02, 0.5], 0.008)
  }
}

const fishingBoat: PropBuilder = (s) => {
  const { b, w, h, d } = s
  b.at([0, -0.9, 0], () => {
    hull(s, d, w, 1.7, 0)
    b.use(paint('#8a6c48', 'planks'))
    box(b, [0, 1.35, -d * 0.06], [w * 0.86, 0.05, d * 0.78])
    b.use(paint('#b5ab98', 'planks'))
    box(b, [0, 1.4, -d * 0.16], [w * 0.55, 1.7, d * 0.26], 0.03)
    b.use(s.accent('#8d5a3c', 'planks'))
    box(b, [0, 3.1, -d * 0.16], [w * 0.64, 0.1, d * 0.3], 0.03)
    b.use(GLASS)
    for (const x of [-1, 1]) for (const z of [-0.23, -0.16, -0.09]) box(b, [x * w * 0.276, 2.3, z * d], [0.02, 0.5, 0.42])
    for (const x of [-0.4, 0, 0.4]) box(b, [x, 2.3, -0.03 * d], [0.34, 0.5, 0.02])
    b.use(paint('#76593c', 'wood'))
    rod(b, [0, 1.4, d * 0.1], [0, h + 0.7, d * 0.08], 0.07, { top: 0.045 })
    rod(b, [0, 2.2, d * 0.1], [0, 3.6, d * 0.4], 0.045)
    b.use(BLACK)
    for (const [a, c] of [
      [
        [0, h + 0.6, d * 0.08],
        [0, 2.0, d * 0.48],
      ],
      [
        [0, h + 0.6, d * 0.08],
        [0, 1.9, -d * 0.46],
      ],
      [
        [0, h + 0.4, d * 0.08],
        [w * 0.4, 1.9, 0],
      ],
      [
        [0, h + 0.4, d * 0.08],
        [-w * 0.4, 1.9, 0],
      ],
    ] as [Vec3, Vec3][])
      rod(b, a, c, 0.012, { sides: 4 })
    b.use(TYRE)
    for (const z of [-0.3, 0, 0.22])
      for (const x of [-1, 1])
        b.at(
          [x * w * 0.49, 1.35, z * d],
          () =>
            lathe(
              b,
              [0, -0.09, 0],
              [
                [0.2, 0],
                [0.3, 0.09],
                [0.2, 0.18],
                [0.13, 0.09],
                [0.2, 0],
              ],
              12,
            ),
          0,
          0,
          Math.PI / 2,
        )
  })
}

/** Builders by catalogue id. */
export const SMALL_CRAFT: Readonly<Record<string, PropBuilder>> = {
  bicycle: bicycle,
  motorcycle: motorcycle,
  boat: boat,
  'fishing-boat': fishingBoat,
}
