import { STEERING, type Vec3 } from '../../film'
import { box, cylinder, ellipsoid, paint, rod, shade } from '../geometry'
import { BLACK, DARK_METAL, type PropBuilder, STEEL } from './prop-shape'
import { steeringWheel } from './steering'
import { across, body, GLASS, type SideOutline, wheel } from './vehicle-parts'

const car: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const L = d / 2
  const k = h / 1.45
  const belt = 0.86 * k
  const P: (z: number, y: number) => readonly [number, number] = (z, y) => [z * L, y * k]
  const lower = [P(0.98, 0.3), P(1, 0.5), P(0.96, 0.72), P(0.42, 0.86), P(-0.62, 0.88), P(-0.96, 0.82), P(-1, 0.5), P(-0.98, 0.3)]
  body(s, lower, [P(0.44, 0.84), P(0.16, 1.36), P(0.06, 1.42), P(-0.36, 1.44), P(-0.46, 1.4), P(-0.74, 0.86)], '#5a6a70')
  const hw = (w - 0.24) / 2
  for (const x of [-hw - 0.008, hw - 0.004]) {
    b.use(GLASS)
    across(s, [P(0.37, 0.9), P(0.13, 1.32), P(-0.08, 1.36), P(-0.08, 0.9)], x, 0.012)
    across(s, [P(-0.11, 0.9), P(-0.11, 1.36), P(-0.36, 1.36), P(-0.62, 0.9)], x, 0.012)
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
  b.use(p)
  const nose: SideOutline = [
    [L, 0.3],
    [L, 0.62],
    [L * 0.9, 0.78],
    [L * 0.3, 0.88],
    [L * 0.3, 0.3],
  ]
  const tail: SideOutline = [
    [-L * 0.62, 0.3],
    [-L * 0.62, 0.9],
    [-L * 0.95, 0.84],
    [-L, 0.6],
    [-L, 0.3],
  ]
  across(s, nose, -w / 2 + 0.02, w - 0.04)
  across(s, tail, -w / 2 + 0.02, w - 0.04)
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
  if (!s.loose) steeringWheel(b, STEERING['open-car']!)
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

/** Builders by catalogue id. */
export const CARS: Readonly<Record<string, PropBuilder>> = {
  car: car,
  'open-car': openCar,
}
