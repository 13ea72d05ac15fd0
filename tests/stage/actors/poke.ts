import type { Act, ActorState, CharacterSpec } from '../../../src/film'
import { frameState } from '../../../src/motion'
import type { ActorGeometry, Layer } from '../../../src/stage/actors'
import { act, performance, sliceOf, stay } from '../../motion/slices'
import { skinMesh } from './skin-mesh'

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

/** Whether a triangle looks about the same way as the one right over a vertex: the sleeve's over an arm, not the trunk's beside it. */
function along(p: Float32Array, index: Uint32Array, t: number, n: Above['n']): boolean {
  const at = (k: 0 | 1 | 2, c: number) => p[index[t * 3 + k]! * 3 + c]!
  const [u, v] = [0, 1].map((k) => [0, 1, 2].map((c) => at((k + 1) as 1 | 2, c) - at(0, c)))
  const m = [u![1]! * v![2]! - u![2]! * v![1]!, u![2]! * v![0]! - u![0]! * v![2]!, u![0]! * v![1]! - u![1]! * v![0]!]
  return m[0]! * n[0] + m[1]! * n[1] + m[2]! * n[2] > 0.35 * Math.hypot(m[0]!, m[1]!, m[2]!)
}

/** The closest point of a triangle (Ericson, Real-Time Collision Detection, 5.1.5), as the signed distance along its normal; undefined off its inside. */
function above(p: Float32Array, index: Uint32Array, t: number, x: number, y: number, z: number): Above | undefined {
  const [a, b, c] = [index[t * 3]! * 3, index[t * 3 + 1]! * 3, index[t * 3 + 2]! * 3]
  const [ux, uy, uz] = [p[b]! - p[a]!, p[b + 1]! - p[a + 1]!, p[b + 2]! - p[a + 2]!]
  const [vx, vy, vz] = [p[c]! - p[a]!, p[c + 1]! - p[a + 1]!, p[c + 2]! - p[a + 2]!]
  const [nx, ny, nz] = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx]
  const l2 = nx * nx + ny * ny + nz * nz
  if (l2 < 1e-16) return undefined
  const [wx, wy, wz] = [x - p[a]!, y - p[a + 1]!, z - p[a + 2]!]
  const beta = ((uy * wz - uz * wy) * nx + (uz * wx - ux * wz) * ny + (ux * wy - uy * wx) * nz) / l2
  const gamma = ((wy * vz - wz * vy) * nx + (wz * vx - wx * vz) * ny + (wx * vy - wy * vx) * nz) / l2
  if (beta < -0.02 || gamma < -0.02 || beta + gamma > 1.02) return undefined
  const lift = (wx * nx + wy * ny + wz * nz) / Math.sqrt(l2)
  const l = Math.sqrt(l2)
  return { far: Math.abs(lift), lift, n: [nx / l, ny / l, nz / l] }
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
        let best: Above | undefined
        for (const t of over) {
          const a = above(p, index, t, x, y, z)
          if (a && (!best || a.far < best.far)) best = a
        }
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
    let best: Above | undefined
    for (const t of c.over) {
      const a = turned(t) ? undefined : above(positions, g.body.index, t, x, y, z)
      if (a && (!best || a.far < best.far)) best = a
    }
    // Further than cloth can be from what it covers, it is another part of the body that came near.
    if (!best || best.lift < 0.002 || best.far > 0.04 || folded(positions, g.body.index, c.near, [x, y, z], best.n)) continue
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
