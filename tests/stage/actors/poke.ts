import type { Act, ActorState, CharacterSpec } from '../../../src/film'
import { frameState } from '../../../src/motion'
import { type ActorGeometry, buildActor, type Layer } from '../../../src/stage/actors'
import { act, performance, sliceOf, stay } from '../../motion/slices'
import { skinMesh } from './skin-mesh'

export { buildActor }

interface Piece {
  readonly name: Layer['name']
  readonly vertices: readonly [number, number]
  readonly triangles: readonly number[]
}

/** A vertex that lies under other cloth in the bind pose, and the triangles that cover it. */
interface Covered {
  readonly vertex: number
  readonly inner: string
  readonly outer: string
  readonly over: readonly number[]
  /** All of the outer piece nearby. */
  readonly near: readonly number[]
}

/** The triangles of a piece that are seen from outside. */
function outsideOf(l: Layer, end: number): number[] {
  const out: number[] = []
  for (let i = l.index; i < end; i += 3) {
    let inside = false
    for (let k = 0; k < l.inside.length; k += 2) inside ||= i >= l.inside[k]! && i < l.inside[k + 1]!
    if (!inside) out.push(i / 3)
  }
  return out
}

const RANK: Readonly<Record<Layer['name'], number>> = { skin: 0, inner: 1, legs: 1, skirt: 1, vest: 2, outer: 3, trim: 9 }

function piecesOf(g: ActorGeometry): Piece[] {
  const { layers } = g.body
  return layers
    .map((l, i) => ({
      name: l.name,
      vertices: [l.vertex, layers[i + 1]?.vertex ?? l.vertex] as const,
      triangles: outsideOf(l, layers[i + 1]?.index ?? l.index),
    }))
    .filter((p) => p.name !== 'trim' && p.vertices[1] > p.vertices[0])
}

interface Above {
  readonly far: number
  readonly lift: number
  readonly n: readonly [number, number, number]
}

/** A triangle's closest point to a place: how far, which of its corners span it (bits 1, 2, 4), and the vector from it. */
interface Closest {
  readonly far: number
  readonly corners: number
  readonly from: readonly [number, number, number]
  readonly n: readonly [number, number, number]
}

/** Whether a triangle looks about the same way as the one right over a vertex: the sleeve's over an arm, not the trunk's beside it. */
function along(p: Float32Array, index: Uint32Array, t: number, n: Above['n']): boolean {
  const at = (k: 0 | 1 | 2, c: number) => p[index[t * 3 + k]! * 3 + c]!
  const [u, v] = [0, 1].map((k) => [0, 1, 2].map((c) => at((k + 1) as 1 | 2, c) - at(0, c)))
  const m = [u![1]! * v![2]! - u![2]! * v![1]!, u![2]! * v![0]! - u![0]! * v![2]!, u![0]! * v![1]! - u![1]! * v![0]!]
  return m[0]! * n[0] + m[1]! * n[1] + m[2]! * n[2] > 0.35 * Math.hypot(m[0]!, m[1]!, m[2]!)
}

/** The closest point of a triangle (Ericson, Real-Time Collision Detection, 5.1.5); undefined for one without area. */
function closest(p: Float32Array, index: Uint32Array, t: number, x: number, y: number, z: number): Closest | undefined {
  const [a, b, c] = [index[t * 3]! * 3, index[t * 3 + 1]! * 3, index[t * 3 + 2]! * 3]
  const u = [p[b]! - p[a]!, p[b + 1]! - p[a + 1]!, p[b + 2]! - p[a + 2]!] as const
  const v = [p[c]! - p[a]!, p[c + 1]! - p[a + 1]!, p[c + 2]! - p[a + 2]!] as const
  const m = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]] as const
  const l = Math.hypot(...m)
  if (l < 1e-8) return undefined
  const dot = (q: readonly number[], r: readonly number[]) => q[0]! * r[0]! + q[1]! * r[1]! + q[2]! * r[2]!
  const w = [x - p[a]!, y - p[a + 1]!, z - p[a + 2]!] as const
  const [d1, d2, uu, uv, vv] = [dot(u, w), dot(v, w), dot(u, u), dot(u, v), dot(v, v)]
  const [d3, d4, d5, d6] = [d1 - uu, d2 - uv, d1 - uv, d2 - vv]
  const [va, vb, vc] = [d3 * d6 - d5 * d4, d5 * d2 - d1 * d6, d1 * d4 - d3 * d2]
  const at = (s: number, r: number, corners: number): Closest => {
    const from = [w[0] - u[0] * s - v[0] * r, w[1] - u[1] * s - v[1] * r, w[2] - u[2] * s - v[2] * r] as const
    return { far: Math.hypot(...from), corners, from, n: [m[0] / l, m[1] / l, m[2] / l] }
  }
  if (d1 <= 0 && d2 <= 0) return at(0, 0, 1)
  if (d3 >= 0 && d4 <= d3) return at(1, 0, 2)
  if (vc <= 0 && d1 >= 0 && d3 <= 0) return at(d1 / (d1 - d3), 0, 3)
  if (d6 >= 0 && d5 <= d6) return at(0, 1, 4)
  if (vb <= 0 && d2 >= 0 && d6 <= 0) return at(0, d2 / (d2 - d6), 5)
  if (va <= 0 && d4 >= d3 && d5 >= d6) return at((d5 - d6) / (d4 - d3 + d5 - d6), (d4 - d3) / (d4 - d3 + d5 - d6), 6)
  return at(vb / (va + vb + vc), vc / (va + vb + vc), 7)
}

/**
 * How a place lies to the closest point of some triangles: signed by the normals of all that meet there (Bærentzen and Aanæs 2005), as
 * under a ridge the closest point is on an edge. Undefined where that point is on a rim: it is no longer over the place.
 */
function above(p: Float32Array, index: Uint32Array, triangles: readonly number[], x: number, y: number, z: number): Above | undefined {
  const found: { readonly t: number; readonly c: Closest }[] = []
  let least = Infinity
  for (const t of triangles) {
    const c = closest(p, index, t, x, y, z)
    if (!c) continue
    found.push({ t, c })
    least = Math.min(least, c.far)
  }
  const met = found.filter(({ c }) => c.far < least + 1e-6)
  const [one] = met
  if (!one) return undefined
  const corners = (t: number, bits: number) => [0, 1, 2].filter((k) => bits & (1 << k)).map((k) => index[t * 3 + k]!)
  const on = corners(one.t, one.c.corners)
  if (on.length < 3) {
    // Round an inner edge or corner every side is shared by two.
    const sides = new Map<number, number>()
    for (const t of triangles) {
      const all = corners(t, 7)
      if (!on.every((v) => all.includes(v))) continue
      for (const v of all) if (!on.includes(v)) sides.set(v, (sides.get(v) ?? 0) + 1)
    }
    if (on.length === 2 ? sides.size < 2 : [...sides.values()].some((count) => count < 2)) return undefined
  }
  const n = met.reduce((sum, { c }) => [sum[0] + c.n[0], sum[1] + c.n[1], sum[2] + c.n[2]] as [number, number, number], [0, 0, 0] as [
    number,
    number,
    number,
  ])
  const length = Math.hypot(...n) || 1
  const up = [n[0] / length, n[1] / length, n[2] / length] as const
  const { from } = one.c
  const out = from[0] * up[0] + from[1] * up[1] + from[2] * up[2]
  return { far: least, lift: out < 0 ? -least : least, n: up }
}

/** Whether cloth lies over a point along a direction, within a hand's breadth: in a deep crease it is hidden between two folds. */
function folded(p: Float32Array, index: Uint32Array, near: readonly number[], from: readonly number[], n: Above['n']): boolean {
  return near.some((t) => {
    const at = (k: 0 | 1 | 2, c: number) => p[index[t * 3 + k]! * 3 + c]!
    const [e1, e2] = [0, 1].map((k) => [0, 1, 2].map((c) => at((k + 1) as 1 | 2, c) - at(0, c)))
    // Möller and Trumbore 1997.
    const q = [n[1] * e2![2]! - n[2] * e2![1]!, n[2] * e2![0]! - n[0] * e2![2]!, n[0] * e2![1]! - n[1] * e2![0]!]
    const det = e1![0]! * q[0]! + e1![1]! * q[1]! + e1![2]! * q[2]!
    if (Math.abs(det) < 1e-12) return false
    const s = [0, 1, 2].map((c) => from[c]! - at(0, c))
    const u = (s[0]! * q[0]! + s[1]! * q[1]! + s[2]! * q[2]!) / det
    const r = [s[1]! * e1![2]! - s[2]! * e1![1]!, s[2]! * e1![0]! - s[0]! * e1![2]!, s[0]! * e1![1]! - s[1]! * e1![0]!]
    const v = (n[0] * r[0]! + n[1] * r[1]! + n[2] * r[2]!) / det
    const far = (e2![0]! * r[0]! + e2![1]! * r[1]! + e2![2]! * r[2]!) / det
    return u >= 0 && v >= 0 && u + v <= 1 && far > 0.0005 && far < 0.1
  })
}

/** Every vertex of a piece that another piece lies over in the bind pose, by 1 mm to 3 cm. */
export function coveredIn(g: ActorGeometry): Covered[] {
  const p = g.body.positions
  const index = g.body.index
  const pieces = piecesOf(g)
  const out: Covered[] = []
  const cell = 0.05
  const keyOf = (x: number, y: number, z: number) => `${Math.floor(x / cell)},${Math.floor(y / cell)},${Math.floor(z / cell)}`
  for (const outer of pieces) {
    const cells = new Map<string, number[]>()
    for (const t of outer.triangles) {
      const centre = [0, 1, 2].map((k) => (p[index[t * 3]! * 3 + k]! + p[index[t * 3 + 1]! * 3 + k]! + p[index[t * 3 + 2]! * 3 + k]!) / 3)
      const key = keyOf(centre[0]!, centre[1]!, centre[2]!)
      const list = cells.get(key)
      if (list) list.push(t)
      else cells.set(key, [t])
    }
    for (const inner of pieces) {
      if (inner === outer || RANK[inner.name] > RANK[outer.name]) continue
      for (let v = inner.vertices[0]; v < inner.vertices[1]; v++) {
        const [x, y, z] = [p[v * 3]!, p[v * 3 + 1]!, p[v * 3 + 2]!]
        const over: number[] = []
        for (let i = -1; i <= 1; i++)
          for (let j = -1; j <= 1; j++)
            for (let k = -1; k <= 1; k++) over.push(...(cells.get(keyOf(x + i * cell, y + j * cell, z + k * cell)) ?? []))
        const best = above(p, index, over, x, y, z)
        if (best && best.lift < -0.001 && best.far < 0.03)
          out.push({ vertex: v, inner: inner.name, outer: outer.name, over: over.filter((t) => along(p, index, t, best.n)), near: over })
      }
    }
  }
  // Of two pieces the one that more of the other lies under is the outer: a tucked shirt is under trousers, another over them.
  const tally = new Map<string, number>()
  for (const c of out) tally.set(`${c.inner}/${c.outer}`, (tally.get(`${c.inner}/${c.outer}`) ?? 0) + 1)
  return out.filter((c) => (tally.get(`${c.inner}/${c.outer}`) ?? 0) >= (tally.get(`${c.outer}/${c.inner}`) ?? 0))
}

/** How far anything that was covered stands out of what covered it, in a state: the worst place, metres. */
export function worstPoke(
  g: ActorGeometry,
  covered: readonly Covered[],
  state: Pick<ActorState, 'bones' | 'hips'>,
): { metres: number; what: string; count: number } {
  const { positions, normals } = skinMesh(g, g.body, state)
  // In the crease of a limb bent far, skinned cloth folds through itself: triangles that face inward there are hidden by those before them.
  const known = new Map<number, boolean>()
  const turned = (t: number): boolean => {
    const before = known.get(t)
    if (before !== undefined) return before
    const { index } = g.body
    const [a, b, c] = [index[t * 3]! * 3, index[t * 3 + 1]! * 3, index[t * 3 + 2]! * 3]
    const d = (i: number, k: number) => positions[i + k]! - positions[a + k]!
    const m = [d(b, 1) * d(c, 2) - d(b, 2) * d(c, 1), d(b, 2) * d(c, 0) - d(b, 0) * d(c, 2), d(b, 0) * d(c, 1) - d(b, 1) * d(c, 0)]
    const result = m.reduce((sum, v, k) => sum + v * (normals[a + k]! + normals[b + k]! + normals[c + k]!), 0) < 0
    known.set(t, result)
    return result
  }
  let worst = { metres: 0, what: '' }
  let count = 0
  for (const c of covered) {
    const [x, y, z] = [positions[c.vertex * 3]!, positions[c.vertex * 3 + 1]!, positions[c.vertex * 3 + 2]!]
    const best = above(
      positions,
      g.body.index,
      c.over.filter((t) => !turned(t)),
      x,
      y,
      z,
    )
    // Further than cloth can be from what it covers, it is another part of the body that came near.
    if (!best || best.lift < 0.002 || best.far > 0.04) continue
    // In a crease it is hidden between two folds; under its sleeve, the arm that lies on the chest has cloth behind it, too.
    const own = [normals[c.vertex * 3]!, normals[c.vertex * 3 + 1]!, normals[c.vertex * 3 + 2]!] as const
    if ([best.n, own].some((n) => folded(positions, g.body.index, c.near, [x, y, z], n))) continue
    count++
    if (best.lift > worst.metres) {
      const at = [0, 1, 2].map((k) => g.body.positions[c.vertex * 3 + k]!.toFixed(2)).join(' ')
      worst = { metres: best.lift, what: `${c.inner} through ${c.outer} at ${at}` }
    }
  }
  return { ...worst, count }
}

/** States of a person through a stance, or an act done standing (`stand+wave`). */
export function posesOf(spec: CharacterSpec, pose: string, count: number): ActorState[] {
  const [stance, verb] = pose.split('+') as [Parameters<typeof stay>[2], Act['verb'] | undefined]
  const seat = stance === 'sit' ? 0.46 : stance === 'lie' ? 0.5 : undefined
  const where = [stay([0, 0, 0], 0, stance, 0, 9, seat)]
  const slice = sliceOf([performance(spec.key, { where, acts: verb ? [act(verb, 0.2, 3)] : [] })], { cast: [spec] })
  return Array.from({ length: count }, (_, i) => frameState(slice, Math.round(8 + (60 * (i + 0.5)) / count)).actors[0]!)
}
