import type { Vec3 } from '../../film'
import { box, ellipsoid, paint, rod, shade } from '../geometry'
import { BLACK, type PropBuilder, STEEL } from './prop-shape'

const netPile: PropBuilder = (s) => {
  const { b, w, h, d, rnd } = s
  b.use(s.main('#5f6e62', 'fabric'))
  ellipsoid(b, [0, h * 0.28, 0], [w * 0.46, h * 0.5, d * 0.44], 16, 8, 0.14)
  ellipsoid(b, [w * 0.2, h * 0.5, -d * 0.1], [w * 0.26, h * 0.36, d * 0.3], 12, 8, 0.14)
  b.use(paint('#a8643a', 'plain', 0.6))
  for (let i = 0; i < 9; i++)
    ellipsoid(b, [rnd.range(-0.36, 0.36) * w, h * rnd.range(0.5, 0.85), rnd.range(-0.3, 0.3) * d], [0.07, 0.05, 0.05], 7, 5)
}

const lobsterPots: PropBuilder = (s) => {
  const { b, w, h, d } = s
  for (const [x, y, z, yaw] of [
    [-0.24, 0, 0, 0.1],
    [0.25, 0, 0.05, -0.2],
    [0, 0.44, 0, 0.4],
  ] as const)
    b.at(
      [x * w, y * (h / 0.9), z * d],
      () => {
        b.use(paint('#76593c', 'planks'))
        for (const u of [-0.26, 0, 0.26])
          for (let i = 0; i < 6; i++) {
            const a = (i / 6) * Math.PI
            const c = ((i + 1) / 6) * Math.PI
            rod(b, [u, 0.06 + Math.sin(a) * 0.34, Math.cos(a) * 0.24], [u, 0.06 + Math.sin(c) * 0.34, Math.cos(c) * 0.24], 0.015, {
              sides: 4,
            })
          }
        for (let i = 0; i < 7; i++) {
          const a = (i / 6) * Math.PI
          rod(b, [-0.28, 0.06 + Math.sin(a) * 0.35, Math.cos(a) * 0.25], [0.28, 0.06 + Math.sin(a) * 0.35, Math.cos(a) * 0.25], 0.012, {
            sides: 4,
          })
        }
        box(b, [0, 0, 0], [0.58, 0.05, 0.5])
      },
      yaw,
    )
}

const container: PropBuilder = (s) => {
  const { b, w, h, d } = s
  const p = s.main(s.rnd.pick(['#8a4a38', '#44606a', '#7a6a3c', '#5a6a58']), 'metal', 0.55, 0.25)
  b.use(p)
  box(b, [0, 0.05, 0], [w - 0.08, h - 0.1, d - 0.08])
  b.use(shade(p, 0.9))
  for (const x of [-1, 1])
    for (let z = -d / 2 + 0.2; z < d / 2 - 0.1; z += 0.28) box(b, [x * (w / 2 - 0.03), 0.12, z], [0.06, h - 0.24, 0.14])
  for (let x = -w / 2 + 0.2; x < w / 2 - 0.1; x += 0.28) box(b, [x, 0.12, -d / 2 + 0.03], [0.14, h - 0.24, 0.06])
  b.use(shade(p, 0.75))
  for (const y of [0, h - 0.14]) for (const x of [-1, 1]) box(b, [x * (w / 2 - 0.05), y, 0], [0.1, 0.14, d])
  for (const x of [-1, 1]) for (const z of [-1, 1]) box(b, [x * (w / 2 - 0.06), 0, z * (d / 2 - 0.06)], [0.12, h, 0.12])
  b.use(STEEL)
  for (const x of [-0.6, -0.2, 0.2, 0.6]) rod(b, [x, 0.1, d / 2 + 0.01], [x, h - 0.1, d / 2 + 0.01], 0.025)
}

const crane: PropBuilder = (s) => {
  const { b, w, h } = s
  const p = s.main('#8d6a34', 'metal', 0.55, 0.3)
  b.use(p)
  const truss = (from: Vec3, to: Vec3, k: number, n: number) => {
    const at = (t: number, x: number, y: number): Vec3 => [
      from[0] + (to[0] - from[0]) * t + x,
      from[1] + (to[1] - from[1]) * t + y,
      from[2] + (to[2] - from[2]) * t,
    ]
    const up = Math.abs(to[1] - from[1]) > Math.abs(to[0] - from[0])
    const corner = (t: number, i: number): Vec3 => {
      const q = at(t, 0, 0)
      return up ? [q[0] + (i % 2 ? k : -k), q[1], q[2] + (i < 2 ? k : -k)] : [q[0], q[1] + (i % 2 ? k : -k), q[2] + (i < 2 ? k : -k)]
    }
    for (let i = 0; i < 4; i++) rod(b, corner(0, i), corner(1, i), 0.06, { sides: 5 })
    for (let j = 0; j < n; j++)
      for (const [i, m] of [
        [0, 1],
        [2, 3],
        [0, 2],
        [1, 3],
      ] as const)
        rod(b, corner(j / n, i), corner((j + 1) / n, m), 0.035, { sides: 4 })
  }
  truss([0, 0.4, 0], [0, h - 1.5, 0], 0.6, 9)
  truss([-3, h - 1.2, 0], [9, h - 0.6, 0], 0.4, 10)
  box(b, [0, 0, 0], [w, 0.5, w], 0.03)
  box(b, [0.5, h - 2.3, 0.9], [1.4, 1.2, 1.2], 0.03)
  b.use(paint('#6d6a64', 'concrete'))
  box(b, [-2.7, h - 2.2, 0], [1.2, 1.2, 1], 0.03)
  b.use(BLACK)
  rod(b, [8, h - 0.8, 0], [8, h * 0.35, 0], 0.02, { sides: 4 })
  rod(b, [0, h + 0.3, 0], [8.5, h - 0.5, 0], 0.02, { sides: 4 })
}

/** Builders by catalogue id. */
export const QUAY_THINGS: Readonly<Record<string, PropBuilder>> = {
  'net-pile': netPile,
  'lobster-pots': lobsterPots,
  container: container,
  crane: crane,
}
