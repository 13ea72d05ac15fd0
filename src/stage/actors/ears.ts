import { cross, normalize, type Vec3 } from '../../film'
import type { HeadContext } from './head'
import type { Look } from './mesh-builder'

/** Radius and height of the rings of a shell-shaped ear, bowl to rim to back; then a tint. */
const RINGS: readonly (readonly [number, number, number])[] = [
  [0.02, -0.02, 0.5],
  [0.3, -0.018, 0.55],
  [0.52, -0.002, 0.78],
  [0.66, 0.002, 0.74],
  [0.84, 0.021, 0.98],
  [0.97, 0.019, 1.04],
  [1.02, 0.003, 0.95],
  [0.9, -0.03, 0.85],
  [0.55, -0.06, 0.8],
]

/** Two ears, shells set on the side of the head and turned a little outwards. */
export function ears(context: HeadContext): void {
  const { builder, spec, skin, shape } = context
  const size = 1 + 0.16 * spec.face.ears + 0.1 * shape.old
  const columns = context.detail === 'full' ? 16 : 10
  const root = context.surface(normalize([1, 0.0, -0.13]))
  const depth = normalize([0.4 + 0.1 * spec.face.ears, 0.06, -0.9])
  const up = normalize([0.06, 1, -0.14])
  const out = normalize(cross(depth, up).map((v) => -v) as unknown as Vec3)
  const look: Look = { colour: [Math.min(1, skin[0] * 1.03), skin[1] * 0.8, skin[2] * 0.74], kind: 'skin', roughness: 0.5 }
  for (const side of [1, -1] as const) {
    const first = builder.count
    const grid = RINGS.map(([r, lift, tint]) =>
      Array.from({ length: columns }, (_, j) => {
        const t = (j / columns) * Math.PI * 2
        const s = Math.sin(t)
        const wide = 0.056 * (1 + 0.24 * s) * r * size
        const tall = 0.098 * r * size
        const a = Math.cos(t) * wide + 0.024
        const b = s * tall - 0.012
        const notch = r > 0.6 && Math.cos(t) < -0.55 ? lift * 0.4 : lift
        const n = notch * size + 0.012
        const p: Vec3 = [
          root[0] + depth[0] * a + up[0] * b + out[0] * n,
          root[1] + depth[1] * a + up[1] * b + out[1] * n,
          root[2] + depth[2] * a + up[2] * b + out[2] * n,
        ]
        return context.add({ p: [side * p[0], p[1], p[2]], zone: 'fixed', loop: 0, angle: 0 }, look, { tint, binding: context.headBone })
      }),
    )
    for (let i = 0; i + 1 < grid.length; i++)
      for (let j = 0; j < columns; j++) {
        const k = (j + 1) % columns
        const [a, b, c, d] = [grid[i]![j]!, grid[i + 1]![j]!, grid[i + 1]![k]!, grid[i]![k]!]
        if (side > 0) builder.quad(a, d, c, b)
        else builder.quad(a, b, c, d)
      }
    builder.smoothNormals(first)
  }
}
