import { add, cross, dot, normalize, scale, sub, type Vec3 } from '../../film'
import type { HeadContext } from './head'
import { HEAD_CENTRE } from './head-topology'
import type { Binding, Look, MeshBuilder } from './mesh-builder'
import { curve } from './tube'

export interface LockOptions {
  /** Half width and half thickness at the fullest, heads. */
  readonly width: number
  readonly thick: number
  readonly rows: number
  readonly look: Look
  readonly bind: (p: Vec3) => Binding
  readonly tint: number
  /** Fullness along the lock, 0…1; a leaf if left out. */
  readonly profile?: (t: number) => number
}
/** How much of a lock's light is the head's own: hair is read as one mass of many strands, not as planks beside one another. */
const ONE_MASS = 0.62

/** Blends the normals of vertices from `start` on with those of the mass they lie on (`away`, three numbers each; zeros leave one as it is). */
function intoMass(b: MeshBuilder, start: number, away: readonly number[], share: number): void {
  for (let i = 0; i < away.length; i += 3) {
    const at = start * 3 + i
    const [x, y, z] = [0, 1, 2].map((k) => b.normals[at + k]! * (1 - share) + away[i + k]! * share) as [number, number, number]
    const l = Math.sqrt(x * x + y * y + z * z)
    if (l < 0.2 || (away[i] === 0 && away[i + 1] === 0 && away[i + 2] === 0)) continue
    b.normals[at] = x / l
    b.normals[at + 1] = y / l
    b.normals[at + 2] = z / l
  }
}

const leaf = (t: number) => (0.35 + 0.65 * Math.min(1, t * 3.2)) * Math.sqrt(Math.max(0, 1 - t ** 3.2))

/** A lock's back from edge to edge: across and up, each of its fullness, and how light. */
const ROUND: readonly (readonly [number, number, number])[] = [
  [-1, 0, 0.86],
  [-0.62, 0.78, 0.96],
  [0, 1, 1],
  [0.62, 0.78, 0.96],
  [1, 0, 0.86],
]

/** One lock of hair: a round back and an underside along a curve through `controls` (head space), ending in a tip. */
export function lock(b: MeshBuilder, context: HeadContext, controls: readonly Vec3[], o: LockOptions): void {
  const start = b.count
  const startIndex = b.index.length
  const path = curve(controls, o.rows + 1)
  const rows: number[][] = []
  const mass: number[] = []
  for (let i = 0; i <= o.rows; i++) {
    const t = i / o.rows
    const p = path[i]!
    const tangent = normalize(sub(path[Math.min(o.rows, i + 1)]!, path[Math.max(0, i - 1)]!))
    // Away from the skull above, from its axis where hair hangs.
    const away = normalize([p[0] - HEAD_CENTRE[0], Math.max(0, p[1] - HEAD_CENTRE[1]), p[2] - HEAD_CENTRE[2]])
    const n = normalize(sub(away, scale(tangent, dot(tangent, away))))
    const side = cross(n, tangent)
    const k = Math.max(0.02, (o.profile ?? leaf)(t))
    const w = o.width * k
    const h = o.thick * (0.3 + 0.7 * k) * Math.min(1, k * 3)
    const put = (q: Vec3, across: number, tint: number) => {
      const at = context.toWorld(q)
      return b.vertex(at, [0, 0, 0], o.look, o.bind(at), [across * o.width * context.headM, t * 0.1], tint * o.tint)
    }
    // A round back, and an underside that lies on what is below.
    rows.push([
      ...ROUND.map(([x, y, tint]) => put(add(add(p, scale(side, w * x)), scale(n, h * y)), x, tint * (0.96 + 0.08 * t))),
      put(sub(p, scale(n, h * 0.6)), 0, 0.5),
    ])
    for (let k = 0; k < ROUND.length; k++) mass.push(...n)
    mass.push(0, 0, 0)
  }
  const sides = ROUND.length + 1
  for (let i = 0; i < o.rows; i++)
    for (let j = 0; j < sides; j++) {
      const k = (j + 1) % sides
      b.quad(rows[i]![j]!, rows[i + 1]![j]!, rows[i + 1]![k]!, rows[i]![k]!)
    }
  b.smoothNormals(start, startIndex)
  intoMass(b, start, mass, ONE_MASS)
}
