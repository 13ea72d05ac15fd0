import type { Vec3 } from '../../film'
import { box, cylinder, ellipsoid, lathe, paint, prism, rod, shade, sheet, tube } from '../geometry'
import { BLACK, DARK_METAL, type PropBuilder, type PropShape, STEEL } from './prop-shape'

/** Rubber. */
export const TYRE = paint('#262626', 'plain', 0.85)
export const GLASS = paint('#38464c', 'plain', 0.06)
function wheel(s: PropShape, at: Vec3, r: number, width: number): void {
  const { b } = s
  b.at([at[0] - width / 2, at[1], at[2]], () =>
    b.at(
      [0, 0, 0],
      () => {
        b.use(TYRE)
        lathe(
          b,
          [0, 0, 0],
          [
            [r * 0.8, 0],
            [r, width * 0.18],
            [r, width * 0.82],
            [r * 0.8, width],
          ],
          20,
        )
        b.use(STEEL)
        for (const [y, k] of [
          [-0.006, 1],
          [width - 0.03, 1],
        ] as const)
          lathe(
            b,
            [0, y, 0],
            [
              [r * 0.58, 0],
              [r * 0.56, 0.02 * k],
              [r * 0.2, 0.028],
              [0, 0.036],
            ],
            14,
          )
      },
      0,
      0,
      -Math.PI / 2,
    ),
  )
}

/** Body outline [z, y] pulled across the width; the cabin narrower, with windows. */
function body(
  s: PropShape,
  lower: readonly (readonly [number, number])[],
  cabin: readonly (readonly [number, number])[],
  hex: string,
): void {
  const { b, w } = s
  const p = s.main(hex, 'metal', 0.28, 0.35)
  const across = (outline: readonly (readonly [number, number])[], width: number) =>
    b.at(
      [-width / 2, 0, 0],
      () =>
        prism(
          b,
          outline.map(([z, y]) => [-z, y] as const),
          0,
          width,
        ),
      Math.PI / 2,
    )
  b.use(p)
  across(lower, w - 0.04)
  b.use(shade(p, 0.96))
  across(cabin, w - 0.24)
}

const car: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const L = d / 2
  const k = h / 1.45
  const belt = 0.86 * k
  const P: (z: number, y: number) => readonly [number, number] = (z, y) => [z * L, y * k]
  const lower = [P(0.98, 0.3), P(1, 0.5), P(0.96, 0.72), P(0.42, 0.86), P(-0.62, 0.88), P(-0.96, 0.82), P(-1, 0.5), P(-0.98, 0.3)]
  body(s, lower, [P(0.44, 0.84), P(0.16, 1.36), P(0.06, 1.42), P(-0.36, 1.44), P(-0.46, 1.4), P(-0.74, 0.86)], '#5a6a70')
  const glass = (outline: readonly (readonly [number, number])[], x: number) => {
    b.use(GLASS)
    b.at(
      [x, 0, 0],
      () =>
        prism(
          b,
          outline.map(([z, y]) => [-z, y] as const),
          0,
          0.012,
        ),
      Math.PI / 2,
    )
  }
  const hw = (w - 0.24) / 2
  for (const x of [-hw - 0.008, hw - 0.004]) {
    glass([P(0.37, 0.9), P(0.13, 1.32), P(-0.08, 1.36), P(-0.08, 0.9)], x)
    glass([P(-0.11, 0.9), P(-0.11, 1.36), P(-0.36, 1.36), P(-0.62, 0.9)], x)
  }
  b.use(GLASS)
  const pane = (z0: number, y0: number, z1: number, y1: number, front: boolean) => {
    const q = hw - 0.07
    const o = front ? 0.012 : -0.012
    const a: Vec3 = [-q, y0 * k, z0 * L + o]
    const c: Vec3 = [q, y0 * k, z0 * L + o]
    const e: Vec3 = [q * 0.94, y1 * k, z1 * L + o]
    const g: Vec3 = [-q * 0.94, y1 * k, z1 * L + o]
    if (front) b.quad(a, c, e, g)
    else b.quad(c, a, g, e)
  }
  pane(0.43, 0.88, 0.18, 1.34, true)
  pane(-0.735, 0.89, -0.47, 1.37, false)
  b.use(shade(s.main('#5a6a70', 'metal', 0.28, 0.35), 0.55))
  for (const x of [-1, 1]) {
    box(b, [x * (w / 2 - 0.012), 0.32, 0], [0.02, 0.06, d * 0.52], 0.006)
    for (const z of [0.14, -0.02, -0.3]) box(b, [x * (w / 2 - 0.018), 0.42 * k, z * d], [0.006, belt - 0.44 * k, 0.008])
    b.use(STEEL)
    for (const z of [0.04, -0.24]) box(b, [x * (w / 2 - 0.012), belt - 0.12, z * d], [0.03, 0.025, 0.16], 0.008)
    b.use(shade(s.main('#5a6a70', 'metal', 0.28, 0.35), 0.55))
    ellipsoid(b, [x * (w / 2 + 0.06), belt + 0.06, 0.2 * d], [0.09, 0.06, 0.05], 8, 6)
  }
  b.use(STEEL)
  box(b, [0, 0.3, L - 0.02], [w - 0.1, 0.13, 0.1], 0.04)
  box(b, [0, 0.3, -L + 0.02], [w - 0.1, 0.13, 0.1], 0.04)
  b.use(BLACK)
  box(b, [0, 0.48 * k, L - 0.02], [w * 0.5, 0.14, 0.03], 0.01)
  for (const x of [-1, 1]) {
    b.use(paint('#d8d4c0', 'plain', 0.1))
    ellipsoid(b, [x * (w / 2 - 0.26), 0.6 * k, L - 0.03], [0.13, 0.085, 0.05], 12, 8)
    b.use(paint('#8d2f26', 'plain', 0.2))
    box(b, [x * (w / 2 - 0.24), 0.6 * k, -L - 0.005], [0.26, 0.12, 0.04], 0.015)
  }
  b.use(paint('#cfc8b0', 'paper'))
  for (const z of [L + 0.035, -L - 0.035]) box(b, [0, 0.4, z], [0.42, 0.1, 0.01])
  b.use(BLACK)
  for (const x of [-1, 1])
    for (const z of [0.3, -0.3])
      b.at([x * (w / 2 - 0.14), 0.33, z * d], () => cylinder(b, [0, -0.13, 0], 0.39, 0.25, { sides: 18 }), 0, 0, Math.PI / 2)
  for (const x of [-1, 1]) for (const z of [0.3, -0.3]) wheel(s, [x * (w / 2 - 0.1), 0.32, z * d], 0.32, 0.2)
}

/** A car without its roof: tub, doors, seats, wheel, windscreen. */
const openCar: PropBuilder = (s) => {
  const { b, w, d } = s
  const L = d / 2
  const p = s.main('#7d3a34', 'metal', 0.28, 0.35)
  const across = (outline: readonly (readonly [number, number])[], x: number, width: number) =>
    b.at(
      [x, 0, 0],
      () =>
        prism(
          b,
          outline.map(([z, y]) => [-z, y] as const),
          0,
          width,
        ),
      Math.PI / 2,
    )
  b.use(p)
  const nose: readonly (readonly [number, number])[] = [
    [L, 0.3],
    [L, 0.62],
    [L * 0.9, 0.78],
    [L * 0.3, 0.88],
    [L * 0.3, 0.3],
  ]
  const tail: readonly (readonly [number, number])[] = [
    [-L * 0.62, 0.3],
    [-L * 0.62, 0.9],
    [-L * 0.95, 0.84],
    [-L, 0.6],
    [-L, 0.3],
  ]
  across(nose, -w / 2 + 0.02, w - 0.04)
  across(tail, -w / 2 + 0.02, w - 0.04)
  for (const x of [-1, 1]) {
    box(b, [x * (w / 2 - 0.07), 0.3, -L * 0.16], [0.11, 0.58, L * 0.94], 0.03)
    b.use(STEEL)
    box(b, [x * (w / 2 - 0.004), 0.74, -L * 0.2], [0.02, 0.025, 0.15], 0.006)
    b.use(p)
  }
  b.use(DARK_METAL)
  box(b, [0, 0.22, -L * 0.16], [w - 0.2, 0.08, L * 0.94])
  const cloth = s.accent('#a08a6a', 'fabric', 0.6)
  for (const [z, full] of [
    [-0.1, false],
    [-1.0, true],
  ] as const) {
    b.use(cloth)
    if (full) {
      box(b, [0, 0.28, z], [w - 0.3, 0.16, 0.46], 0.04)
      b.at([0, 0.42, z - 0.24], () => box(b, [0, 0, 0], [w - 0.3, 0.48, 0.12], 0.04), 0, -0.15)
    } else
      for (const x of [-0.38, 0.38]) {
        box(b, [x, 0.28, z], [0.54, 0.16, 0.48], 0.04)
        b.at([x, 0.42, z - 0.24], () => box(b, [0, 0, 0], [0.5, 0.5, 0.12], 0.04), 0, -0.15)
      }
  }
  b.use(paint('#3a2c22', 'wood', 0.4))
  box(b, [0, 0.68, L * 0.27], [w - 0.24, 0.2, 0.14], 0.03)
  b.use(BLACK)
  b.at(
    [-0.38, 0.76, L * 0.2],
    () => {
      for (let i = 0; i < 14; i++) {
        const a = (i / 14) * Math.PI * 2
        const c = ((i + 1) / 14) * Math.PI * 2
        rod(b, [Math.cos(a) * 0.18, Math.sin(a) * 0.18, 0], [Math.cos(c) * 0.18, Math.sin(c) * 0.18, 0], 0.014, { sides: 6 })
      }
      rod(b, [0, 0, 0], [0, 0, 0.14], 0.02)
      rod(b, [-0.17, 0, 0], [0.17, 0, 0], 0.012)
    },
    0,
    0.45,
  )
  b.use(STEEL)
  const top: Vec3 = [0, s.h, L * 0.18]
  for (const x of [-1, 1]) rod(b, [x * (w / 2 - 0.14), 0.86, L * 0.32], [x * (w / 2 - 0.2), top[1], top[2]], 0.022)
  rod(b, [-w / 2 + 0.2, top[1], top[2]], [w / 2 - 0.2, top[1], top[2]], 0.02)
  box(b, [0, top[1] - 0.12, top[2] - 0.03], [0.2, 0.06, 0.02], 0.01)
  b.use({ ...paint('#a8bcbc', 'plain', 0.06), pass: 'glass' })
  b.quad([-w / 2 + 0.15, 0.88, L * 0.318], [w / 2 - 0.15, 0.88, L * 0.318], [w / 2 - 0.2, top[1], top[2]], [-w / 2 + 0.2, top[1], top[2]])
  b.use(STEEL)
  for (const z of [L - 0.02, -L + 0.02]) box(b, [0, 0.3, z], [w - 0.1, 0.13, 0.1], 0.04)
  for (const x of [-1, 1]) {
    b.use(paint('#d8d4c0', 'plain', 0.1))
    ellipsoid(b, [x * (w / 2 - 0.26), 0.6, L - 0.02], [0.12, 0.12, 0.06], 12, 8)
    b.use(paint('#8d2f26', 'plain', 0.2))
    box(b, [x * (w / 2 - 0.24), 0.6, -L - 0.005], [0.2, 0.12, 0.04], 0.015)
    for (const z of [0.3, -0.3]) wheel(s, [x * (w / 2 - 0.1), 0.32, z * d], 0.32, 0.2)
  }
}

const van: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const L = d / 2
  const P: (z: number, y: number) => readonly [number, number] = (z, y) => [z * L, y]
  body(
    s,
    [P(1, 0.35), P(1, 0.8), P(0.94, 1.05), P(0.72, 1.15), P(-1, 1.15), P(-1, 0.35)],
    [P(0.74, 1.13), P(0.52, h - 0.12), P(0.46, h - 0.02), P(-0.97, h), P(-0.99, 1.13)],
    '#8d8a80',
  )
  b.use(s.main('#8d8a80', 'metal', 0.3, 0.3))
  box(b, [0, 1.1, -L * 0.32], [w - 0.06, h - 1.15, d * 0.66], 0.05)
  b.use(GLASS)
  const hw = (w - 0.24) / 2
  b.quad(
    [-hw + 0.08, 1.18, 0.735 * L + 0.01],
    [hw - 0.08, 1.18, 0.735 * L + 0.01],
    [hw - 0.12, h - 0.2, 0.535 * L + 0.01],
    [-hw + 0.12, h - 0.2, 0.535 * L + 0.01],
  )
  for (const x of [-1, 1])
    b.at(
      [x > 0 ? hw - 0.004 : -hw - 0.008, 0, 0],
      () =>
        prism(
          b,
          [P(0.68, 1.18), P(0.5, h - 0.25), P(0.3, h - 0.25), P(0.3, 1.18)].map(([z, y]) => [-z, y] as const),
          0,
          0.012,
        ),
      Math.PI / 2,
    )
  b.use(shade(s.main('#8d8a80', 'metal', 0.3, 0.3), 0.6))
  for (const x of [-1, 1]) box(b, [x * (w / 2 - 0.018), 0.4, -L * 0.1], [0.008, h - 0.6, 0.012])
  b.use(DARK_METAL)
  box(b, [0, 0.32, L - 0.02], [w - 0.06, 0.2, 0.12], 0.04)
  box(b, [0, 0.32, -L + 0.02], [w - 0.06, 0.16, 0.1], 0.04)
  for (const x of [-1, 1]) {
    b.use(paint('#d8d4c0', 'plain', 0.1))
    box(b, [x * (w / 2 - 0.22), 0.68, L - 0.01], [0.28, 0.17, 0.05], 0.02)
    b.use(paint('#8d2f26', 'plain', 0.2))
    box(b, [x * (w / 2 - 0.1), 0.8, -L], [0.12, 0.34, 0.03], 0.01)
  }
  for (const x of [-1, 1]) for (const z of [0.32, -0.32]) wheel(s, [x * (w / 2 - 0.1), 0.36, z * d], 0.36, 0.22)
}

const truck: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const L = d / 2
  const p = s.main('#6f4a3c', 'metal', 0.35, 0.3)
  b.use(DARK_METAL)
  box(b, [0, 0.5, 0], [0.9, 0.2, d - 0.3], 0.02)
  b.use(p)
  box(b, [0, 0.55, L - 0.9], [w - 0.1, 0.85, 1.75], 0.08)
  b.at([0, 1.38, L - 1.05], () => box(b, [0, 0, 0], [w - 0.2, 0.8, 1.35], 0.12))
  b.use(GLASS)
  b.quad([-w / 2 + 0.24, 1.5, L - 0.37], [w / 2 - 0.24, 1.5, L - 0.37], [w / 2 - 0.3, 2.05, L - 0.365], [-w / 2 + 0.3, 2.05, L - 0.365])
  for (const x of [-1, 1]) box(b, [x * (w / 2 - 0.1), 1.5, L - 0.95], [0.015, 0.5, 0.8], 0.005)
  b.use(paint('#7d6a50', 'planks'))
  box(b, [0, 0.75, -L * 0.3], [w, 0.1, d * 0.66], 0.015)
  for (const x of [-1, 1]) for (let i = 0; i < 4; i++) box(b, [x * (w / 2 - 0.03), 0.9 + i * 0.3, -L * 0.3], [0.05, 0.24, d * 0.66], 0.01)
  b.use(paint('#6a6a4c', 'fabric'))
  sheet(
    b,
    12,
    6,
    (u, v) => {
      const a = u * Math.PI
      return [Math.cos(a) * (w / 2), 1.5 + Math.sin(a) * (h - 1.55) + 0.02 * Math.sin(v * 18), -L * 0.3 + (v - 0.5) * d * 0.66]
    },
    { both: true, uv: (_, u, v) => [v * d * 0.66, u * 3] },
  )
  b.use(STEEL)
  box(b, [0, 0.45, L + 0.02], [w - 0.1, 0.2, 0.12], 0.04)
  for (const x of [-1, 1]) {
    b.use(paint('#d8d4c0', 'plain', 0.1))
    ellipsoid(b, [x * (w / 2 - 0.32), 0.9, L - 0.01], [0.13, 0.13, 0.05], 12, 8)
  }
  for (const x of [-1, 1]) for (const z of [0.34, -0.2, -0.34]) wheel(s, [x * (w / 2 - 0.14), 0.46, z * d], 0.46, 0.28)
}

const tractor: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const p = s.main('#8d3f34', 'metal', 0.4, 0.2)
  b.use(DARK_METAL)
  box(b, [0, 0.6, 0.1], [0.4, 0.35, d - 0.7], 0.03)
  b.use(p)
  box(b, [0, 0.85, d * 0.22], [0.62, 0.6, d * 0.44], 0.08)
  for (const x of [-1, 1])
    b.at([x * (w / 2 - 0.24), 0.8, -d * 0.24], () =>
      sheet(
        b,
        2,
        8,
        (u, v) => {
          const a = 0.2 + v * 2.2
          return [(u - 0.5) * 0.4, Math.sin(a) * 0.9, -Math.cos(a) * 0.9 + 0.0]
        },
        { both: true },
      ),
    )
  b.use(BLACK)
  box(b, [0, 0.9, d * 0.44 + 0.004], [0.5, 0.46, 0.02])
  b.use(paint('#3a3632', 'fabric'))
  box(b, [0, 1.15, -d * 0.2], [0.5, 0.12, 0.45], 0.04)
  box(b, [0, 1.25, -d * 0.33], [0.5, 0.38, 0.08], 0.03)
  b.use(DARK_METAL)
  rod(b, [0, 1.2, d * 0.02], [0, 1.55, -d * 0.06], 0.025)
  b.at(
    [0, 1.55, -d * 0.06],
    () => {
      for (let i = 0; i < 12; i++) {
        const a = (i / 12) * Math.PI * 2
        const c = ((i + 1) / 12) * Math.PI * 2
        rod(b, [Math.cos(a) * 0.19, 0, Math.sin(a) * 0.19], [Math.cos(c) * 0.19, 0, Math.sin(c) * 0.19], 0.016, { sides: 5 })
      }
    },
    0,
    0.5,
  )
  rod(b, [0.2, 1.4, d * 0.3], [0.2, 2.1, d * 0.3], 0.045)
  for (const x of [-1, 1]) for (const z of [-0.05, -0.4]) rod(b, [x * 0.5, 1.0, z * d], [x * 0.5, h - 0.05, z * d], 0.03)
  b.use(p)
  box(b, [0, h - 0.08, -d * 0.22], [1.2, 0.07, 1.3], 0.03)
  for (const x of [-1, 1]) {
    wheel(s, [x * (w / 2 - 0.2), 0.75, -d * 0.24], 0.75, 0.38)
    wheel(s, [x * (w / 2 - 0.3), 0.42, d * 0.34], 0.42, 0.22)
  }
}

/** A wheel with spokes, turned about x: radius and tyre radius in metres. */
export function spoked(s: PropShape, at: Vec3, r: number, tyre: number): void {
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
export function hull(s: PropShape, length: number, beam: number, depth: number, y0: number): void {
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

/** Builders by catalogue id. */
export const VEHICLES: Readonly<Record<string, PropBuilder>> = {
  car: car,
  'open-car': openCar,
  van: van,
  truck: truck,
  tractor: tractor,
}
