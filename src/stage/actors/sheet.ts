import { cross, dot, normalize, sub, type Vec3 } from '../../film'
import { type Over, onTrunk } from './accessories'
import type { Binding, Fold, Look } from './mesh-builder'
import { type Field, gradient } from './sdf'

/** A piece of cloth sewn on: a pocket, a flap, a placket, a leaf of a collar. */
export interface SheetOptions {
  /** Points in rows, seen anticlockwise from outside when rows go up and columns go to the wearer's left. */
  readonly points: readonly (readonly Vec3[])[]
  readonly look: Look
  readonly bind: (p: Vec3) => Binding
  /** How far its face stands above its points, metres. */
  readonly thick: number
  /** Which way is out at a point; else from the net itself. */
  readonly out?: Field
  readonly fold?: (p: Vec3) => Fold
  /** Colour multiplier by row and column, 0 to 1 each. */
  readonly tint?: (v: number, u: number) => number
  /** Turns the triangles round, for mirrored nets. */
  readonly flip?: boolean
}

/** Lays a sheet with a rim all round, so that its edge catches light and casts a shadow. */
export function sheet(o: Pick<Over, 'b'>, s: SheetOptions): void {
  const { b } = o
  const rows = s.points.length
  const columns = s.points[0]!.length
  const at = (i: number, j: number) => s.points[Math.min(rows - 1, Math.max(0, i))]![Math.min(columns - 1, Math.max(0, j))]!
  const out = (i: number, j: number): Vec3 => {
    const p = at(i, j)
    if (s.out) return gradient(s.out, p[0], p[1], p[2], 0.004)
    const n = normalize(cross(sub(at(i, j + 1), at(i, j - 1)), sub(at(i + 1, j), at(i - 1, j))))
    return s.flip ? [-n[0], -n[1], -n[2]] : n
  }
  const quad = (p: number, q: number, r: number, t: number) => (s.flip ? b.quad(p, t, r, q) : b.quad(p, q, r, t))
  const put = (i: number, j: number, k: number, n: Vec3, tint: number) => {
    const p = at(i, j)
    const m = out(i, j)
    const q: Vec3 = [p[0] + m[0] * k, p[1] + m[1] * k, p[2] + m[2] * k]
    const shade = s.tint?.(i / (rows - 1), j / (columns - 1)) ?? 1
    return b.vertex(q, n, s.look, s.bind(q), [j * 0.012, q[1]], tint * shade, s.fold?.(q))
  }
  const face = Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => put(i, j, s.thick, out(i, j), 1)))
  for (let i = 0; i + 1 < rows; i++)
    for (let j = 0; j + 1 < columns; j++) quad(face[i]![j]!, face[i]![j + 1]!, face[i + 1]![j + 1]!, face[i + 1]![j]!)
  // The rim, outside edge and root, with normals that look sideways.
  const loop: [number, number][] = []
  for (let j = 0; j + 1 < columns; j++) loop.push([0, j])
  for (let i = 0; i + 1 < rows; i++) loop.push([i, columns - 1])
  for (let j = columns - 1; j > 0; j--) loop.push([rows - 1, j])
  for (let i = rows - 1; i > 0; i--) loop.push([i, 0])
  const middle = at(rows >> 1, columns >> 1)
  const ring = loop.map(([i, j]) => {
    const n = out(i, j)
    const away = sub(at(i, j), middle)
    const side = normalize(sub(away, [n[0] * dot(away, n), n[1] * dot(away, n), n[2] * dot(away, n)]))
    return [put(i, j, s.thick, side, 0.94), put(i, j, -0.0012, side, 0.66)] as const
  })
  ring.forEach(([top, root], k) => {
    const [next, under] = ring[(k + 1) % ring.length]!
    quad(top, root, under, next)
  })
}

/** A rectangle sewn to the trunk, by height and angle round it (0 front, π/2 left); corners may be drawn in below. */
export function patch(
  o: Over,
  look: Look,
  p: {
    from: number
    to: number
    theta: number
    half: number
    thick: number
    point?: number
    columns?: number
    rows?: number
    slant?: number
  },
): void {
  const columns = p.columns ?? 4
  const rows = p.rows ?? 3
  sheet(o, {
    points: Array.from({ length: rows + 1 }, (_, i) =>
      Array.from({ length: columns + 1 }, (_, j) => {
        const u = (2 * j) / columns - 1
        const v = i / rows
        const drop = (p.point ?? 0) * (1 - Math.abs(u)) * (1 - v) + (p.slant ?? 0) * u * Math.sign(p.theta || 1)
        return onTrunk(o, p.from + (p.to - p.from) * v - drop, p.theta + p.half * u, -0.0004)
      }),
    ),
    look,
    bind: (q) => o.weights.body(q),
    thick: p.thick,
    out: o.field,
  })
}
