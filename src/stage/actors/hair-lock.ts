import { add, cross, dot, normalize, scale, sub, type Vec3 } from '../../film'
import type { HeadContext } from './head'
import { HEAD_CENTRE } from './head-topology'
import type { Binding, Look, MeshBuilder } from './mesh-builder'
import { curve } from './tube'

/** Directions on a head, told by azimuth (0 front, π/2 left) and angle from the crown; the crown may be set back. */
export interface Chart {
  /** Unit direction at an azimuth and an angle from the pole, radians. */
  at(phi: number, psi: number): Vec3
}
/** The chart round a pole. */
export const chart = (towards: Vec3): Chart => {
  const pole = normalize(towards)
  const front = normalize([0, -pole[2], pole[1]])
  return {
    at(phi, psi) {
      const c = Math.cos(psi)
      const k = Math.sin(psi)
      const fwd = Math.cos(phi) * k
      return [Math.sin(phi) * k, pole[1] * c + front[1] * fwd, pole[2] * c + front[2] * fwd]
    },
  }
}
/** The direction a share of the way from one to another along the head. */
export const between = (a: Vec3, b: Vec3, t: number): Vec3 =>
  normalize([a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t])

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

/** One lock of hair: a ridge, two edges and an underside along a curve through `controls` (head space), ending in a tip. */
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
    rows.push([
      put(sub(p, scale(side, w)), -1, 0.92),
      put(add(p, scale(n, h)), 0, 0.98 + 0.08 * t),
      put(add(p, scale(side, w)), 1, 0.92),
      put(sub(p, scale(n, h * 0.6)), 0, 0.5),
    ])
    for (let k = 0; k < 3; k++) mass.push(...n)
    mass.push(0, 0, 0)
  }
  for (let i = 0; i < o.rows; i++)
    for (let j = 0; j < 4; j++) {
      const k = (j + 1) % 4
      b.quad(rows[i]![j]!, rows[i + 1]![j]!, rows[i + 1]![k]!, rows[i]![k]!)
    }
  b.smoothNormals(start, startIndex)
  intoMass(b, start, mass, ONE_MASS)
}

/** A curl: a small soft ball, flattened towards the skull. */
export function curl(
  b: MeshBuilder,
  context: HeadContext,
  at: Vec3,
  radius: number,
  turn: number,
  look: Look,
  bind: Binding,
  tint: number,
): void {
  const start = b.count
  const startIndex = b.index.length
  const n = normalize(sub(at, HEAD_CENTRE))
  const u = normalize(cross([Math.sin(turn), Math.cos(turn), 0.3], n))
  const v = cross(n, u)
  const columns = 6
  const rings = [
    [0.02, 0.86],
    [0.62, 0.66],
    [1, 0.08],
    [0.7, -0.55],
  ] as const
  const mass: number[] = []
  const rows = rings.map(([r, h], i) =>
    Array.from({ length: columns }, (_, j) => {
      const a = ((j + 0.5 * (i % 2)) / columns) * Math.PI * 2
      // As round as the ball it stands for, and a little as the head is.
      mass.push(...normalize(add(scale(n, h * 0.8 + 0.45), add(scale(u, Math.cos(a) * r), scale(v, Math.sin(a) * r)))))
      const q = add(at, add(scale(n, h * radius), add(scale(u, Math.cos(a) * r * radius), scale(v, Math.sin(a) * r * radius * 1.25))))
      return b.vertex(context.toWorld(q), [0, 0, 0], look, bind, [a * radius * 0.1, r * radius * 0.2], tint * (1.04 - 0.2 * i * 0.8))
    }),
  )
  for (let i = 0; i + 1 < rows.length; i++)
    for (let j = 0; j < columns; j++) {
      const k = (j + 1) % columns
      b.quad(rows[i]![j]!, rows[i + 1]![j]!, rows[i + 1]![k]!, rows[i]![k]!)
    }
  b.smoothNormals(start, startIndex)
  intoMass(b, start, mass, 0.85)
}
