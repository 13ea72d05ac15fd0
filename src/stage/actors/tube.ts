import { add, cross, dot, normalize, scale, sub, type Vec3 } from '../../film'
import type { Binding, Look, MeshBuilder } from './mesh-builder'

export interface TubeOptions {
  readonly path: readonly Vec3[]
  /** Half width and half thickness at a place 0…1 along the path. */
  readonly radius: (t: number) => readonly [number, number]
  readonly sides: number
  readonly look: Look
  readonly bind: (p: Vec3, t: number) => Binding
  /** The direction that half width is measured along, as near as the path allows. */
  readonly across?: Vec3
  readonly closed?: boolean
  readonly tint?: (t: number, angle: number) => number
  /** Square the section: 1 round, 0.5 box-like. */
  readonly square?: number
}

/** A tube along a path with rounded ends, for straps, frames, tails and fingers. */
export function tube(b: MeshBuilder, o: TubeOptions): void {
  const n = o.path.length
  const start = b.count
  const startIndex = b.index.length
  const rows: number[][] = []
  let u: Vec3 = o.across ?? [1, 0, 0]
  let along = 0
  const ring = (c: Vec3, tangent: Vec3, t: number, k: number) => {
    u = normalize(sub(u, scale(tangent, dot(u, tangent))))
    const v = cross(tangent, u)
    const [rw, rt] = o.radius(t)
    rows.push(
      Array.from({ length: o.sides }, (_, j) => {
        const a = (j / o.sides) * Math.PI * 2
        const q = o.square ?? 1
        const cs = Math.sign(Math.cos(a)) * Math.abs(Math.cos(a)) ** q
        const sn = Math.sign(Math.sin(a)) * Math.abs(Math.sin(a)) ** q
        const p = add(c, add(scale(u, cs * rw * k), scale(v, sn * rt * k)))
        return b.vertex(p, [0, 0, 0], o.look, o.bind(p, t), [a * rw, along], o.tint?.(t, a) ?? 1)
      }),
    )
  }
  for (let i = 0; i < n; i++) {
    const t = o.closed ? i / n : i / (n - 1)
    const before = o.path[o.closed ? (i + n - 1) % n : Math.max(0, i - 1)]!
    const after = o.path[o.closed ? (i + 1) % n : Math.min(n - 1, i + 1)]!
    const tangent = normalize(sub(after, before))
    const p = o.path[i]!
    if (i > 0) along += Math.sqrt(dot(sub(p, o.path[i - 1]!), sub(p, o.path[i - 1]!)))
    const [rw, rt] = o.radius(t)
    const cap = Math.min(rw, rt)
    if (!o.closed && i === 0) {
      ring(sub(p, scale(tangent, cap * 0.9)), tangent, t, 0.02)
      ring(sub(p, scale(tangent, cap * 0.55)), tangent, t, 0.72)
    }
    ring(p, tangent, t, 1)
    if (!o.closed && i === n - 1) {
      ring(add(p, scale(tangent, cap * 0.55)), tangent, t, 0.72)
      ring(add(p, scale(tangent, cap * 0.9)), tangent, t, 0.02)
    }
  }
  const count = o.closed ? rows.length : rows.length - 1
  for (let i = 0; i < count; i++)
    for (let j = 0; j < o.sides; j++) {
      const k = (j + 1) % o.sides
      const next = rows[(i + 1) % rows.length]!
      b.quad(rows[i]![j]!, rows[i]![k]!, next[k]!, next[j]!)
    }
  b.smoothNormals(start, startIndex)
}

/** Points on a Catmull–Rom curve through control points, ends included. */
export function curve(controls: readonly Vec3[], count: number): Vec3[] {
  const n = controls.length
  return Array.from({ length: count }, (_, i) => {
    const s = (i / (count - 1)) * (n - 1)
    const k = Math.min(n - 2, Math.floor(s))
    const t = s - k
    const [a, b, c, d] = [controls[Math.max(0, k - 1)]!, controls[k]!, controls[k + 1]!, controls[Math.min(n - 1, k + 2)]!]
    const f = (j: 0 | 1 | 2) =>
      0.5 *
      (2 * b[j] + (c[j] - a[j]) * t + (2 * a[j] - 5 * b[j] + 4 * c[j] - d[j]) * t * t + (3 * b[j] - a[j] - 3 * c[j] + d[j]) * t * t * t)
    return [f(0), f(1), f(2)] as const
  })
}
