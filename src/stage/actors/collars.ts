import { cross, dot, lerp, normalize, smoothstep, sub, type Vec3 } from '../../film'
import type { Over } from './accessories'
import type { Look } from './mesh-builder'
import { sheet } from './sheet'

type Grid = readonly (readonly number[])[]

/** The net of a top that was just made, as points and normals. */
function reader(o: Over) {
  const { b } = o
  const read = (list: Float64Array, i: number): Vec3 => [list[i * 3]!, list[i * 3 + 1]!, list[i * 3 + 2]!]
  return { point: (i: number) => read(b.positions, i), normal: (i: number) => read(b.normals, i) }
}

/** Walks along a line of points: the place `d` metres from its start. */
function walk(line: readonly Vec3[], d: number): Vec3 {
  let left = d
  for (let k = 0; k + 1 < line.length; k++) {
    const [p, q] = [line[k]!, line[k + 1]!]
    const e = sub(q, p)
    const l = Math.sqrt(e[0] ** 2 + e[1] ** 2 + e[2] ** 2) || 1e-6
    if (left <= l || k + 2 === line.length) {
      const t = left / l
      return [p[0] + e[0] * t, p[1] + e[1] * t, p[2] + e[2] * t]
    }
    left -= l
  }
  return line[0]!
}

/** How a collar is cut, statures. */
export interface CollarCut {
  /** Height of the stand and length of the leaf behind. */
  readonly stand: number
  readonly fall: number
  /** Length of the leaf at its front points. */
  readonly point: number
  /** Distance of the leaf from the cloth below. */
  readonly lift: number
  /** The leaf is pressed flat towards its points: nothing lies under it there, and nobody looks into its fold. */
  readonly pressed?: boolean
  /** The top is closed in front. */
  readonly closed?: boolean
  /** Worn under a coat: stand and leaf lie close to the neck, so that the coat's collar goes round them. */
  readonly under?: boolean
}

/** How much of a column a closed collar leaves free on each side of the middle. */
const FREE = 0.45

/** A collar that stands up round the neck and falls over: the last row of a top, folded down on itself. */
export function foldedCollar(o: Over, grid: Grid, look: Look, cut: CollarCut): void {
  const { h } = o.body
  const { point, normal } = reader(o)
  const rows = grid.length
  const columns = grid[0]!.length
  const neck = o.body.pose.at('neck')
  const points: Vec3[][] = []
  // An open front has a column on each edge; a closed one leaves a little free at its middle, which is its first column.
  const places = Array.from({ length: cut.closed ? columns - 1 : columns }, (_, c) => (cut.closed ? c + 1 : c))
  const [first, last] = cut.closed ? [FREE, columns - FREE] : [0, columns - 1]
  places[0] = first
  places[places.length - 1] = last
  /** Something of a row at a place between its columns. */
  const between = (read: (i: number) => Vec3, row: number, c: number): Vec3 => {
    const from = Math.floor(c)
    const [p, q] = [read(grid[row]![from]!), read(grid[row]![(from + 1) % columns]!)]
    return [lerp(p[0], q[0], c - from), lerp(p[1], q[1], c - from), lerp(p[2], q[2], c - from)]
  }
  for (const c of places) {
    const line = [1, 2, 3, 4, 5].map((k) => between(point, rows - k, c))
    const root = line[0]!
    const n = between(normal, rows - 2, c)
    const inward = normalize([neck[0] - root[0], 0, neck[2] - root[2]])
    // How far to the front this column is: the leaf is longest at its ends.
    const end = Math.min(c - first, last - c) / ((last - first) / 2)
    const tip = smoothstep(0.34, 0, end)
    const leaf = lerp(cut.fall, cut.point, tip) * h
    const stand = cut.stand * h * lerp(1, 0.7, tip)
    const roll = (cut.pressed ? 1 - 0.6 * tip : 1) * (cut.under ? 0.35 : 1)
    const snug = cut.under ? 0.0012 : 0
    const up = (k: number, y: number): Vec3 => [root[0] + inward[0] * k * h, root[1] + y, root[2] + inward[2] * k * h]
    const lay = (d: number, lift: number): Vec3 => {
      const p = walk(line, d)
      return [p[0] + n[0] * lift * h, p[1] + n[1] * lift * h, p[2] + n[2] * lift * h]
    }
    points.push([
      up(0, -0.004 * h),
      up(0.0006 + snug * 0.6, stand * 0.55),
      up(0.0008 + snug, stand * 0.94),
      up(snug - 0.0015, stand * 1.08),
      up(snug * 0.8 - (0.005 + cut.lift * 0.4) * roll, stand * 0.8),
      lay(leaf * 0.4, (cut.lift * 1.3 + 0.003) * roll),
      lay(leaf * 0.75, (cut.lift * 0.8 + 0.001) * roll),
      // The edge lies on the cloth: whoever looks along it sees no gap.
      lay(leaf, cut.lift * 0.2),
    ])
  }
  sheet(o, {
    points: points[0]!.map((_, k) => points.map((p) => p[k]!)),
    look,
    bind: (p) => o.weights.trunk(p),
    thick: 0.0022 * h,
    tint: (v) => (v < 0.3 ? 0.72 : 1),
    flip: true,
  })
  const [front, back] = [points[0]!, points.at(-1)!]
  shutEnd(o, front, sub(front[3]!, points[1]![3]!), look)
  shutEnd(o, back, sub(back[3]!, points.at(-2)![3]!), look)
}

/** Sews stand and leaf together where a collar ends: nobody looks into its fold. `way` leads out of the collar. */
function shutEnd(o: Over, profile: readonly Vec3[], way: Vec3, look: Look): void {
  const { b } = o
  const n = normalize(way)
  const ids = profile.map((p) => b.vertex(p, n, look, o.weights.trunk(p), [0, p[1]], 0.82))
  const quads = [0, 1, 2].map((k) => [k, k + 1, ids.length - 2 - k, ids.length - 1 - k] as const)
  // All turned alike, the way most of them face: a fold that crosses itself would turn one round.
  const faces = quads.reduce((sum, [p, q, , t]) => sum + dot(cross(sub(profile[q]!, profile[p]!), sub(profile[t]!, profile[p]!)), n), 0)
  for (const [p, q, r, t] of quads) {
    if (faces > 0) b.quad(ids[p]!, ids[q]!, ids[r]!, ids[t]!)
    else b.quad(ids[p]!, ids[t]!, ids[r]!, ids[q]!)
  }
}

/** Lapels of an open front from button to notch; the collar that meets them is `foldedCollar`'s. `wide` in statures. */
export function lapels(
  o: Over,
  grid: Grid,
  look: Look,
  cut: { button: number; wide: number; notch: number; lift: number; shawl?: boolean },
): void {
  const { h, neckY } = o.body
  const { point, normal } = reader(o)
  const steps = o.detail === 'full' ? 12 : 7
  for (const left of [true, false]) {
    const lines = grid
      .map((row) => {
        const ids = Array.from({ length: 9 }, (_, k) => row[left ? k : row.length - 1 - k]!)
        return { line: ids.map(point), n: normal(ids[2]!) }
      })
      .filter(({ line }) => line[0]![1] > cut.button - 0.03 * h)
    const at = (y: number): { line: Vec3[]; n: Vec3 } => {
      let i = 0
      while (i + 2 < lines.length && lines[i + 1]!.line[0]![1] < y) i++
      const [p, q] = [lines[i]!, lines[i + 1]!]
      const t = Math.min(1, Math.max(0, (y - p.line[0]![1]) / (q.line[0]![1] - p.line[0]![1] || 1)))
      const mix3 = (u: Vec3, v: Vec3): Vec3 => [lerp(u[0], v[0], t), lerp(u[1], v[1], t), lerp(u[2], v[2], t)]
      return { line: p.line.map((v, k) => mix3(v, q.line[k]!)), n: mix3(p.n, q.n) }
    }
    const topY = lerp(cut.button, neckY, cut.shawl ? 1 : cut.notch)
    const points: Vec3[][] = []
    for (let i = 0; i <= steps; i++) {
      const t = i / steps
      const { line, n } = at(lerp(cut.button, topY, t))
      const wide =
        cut.wide * h * (cut.shawl ? Math.sin(Math.PI * Math.min(1, 0.08 + t * 0.86)) ** 0.7 : Math.min(1, 0.04 + t * 1.04) ** 0.8)
      // The outer corner of the lapel points up a little.
      const peak = cut.shawl ? 0 : smoothstep(0.75, 1, t) * 0.008 * h
      points.push(
        [0, 0.14, 0.4, 0.7, 1].map((u): Vec3 => {
          const p = walk(line, wide * u)
          const roll = (cut.lift + 0.004 * Math.sin(Math.PI * Math.min(1, u * 1.4 + 0.12)) * (1 - 0.6 * t)) * h * (u === 0 ? 0.35 : 1)
          return [p[0] + n[0] * roll, p[1] + n[1] * roll + peak * u, p[2] + n[2] * roll]
        }),
      )
    }
    sheet(o, {
      points,
      look,
      bind: (p) => o.weights.body(p),
      thick: 0.0022 * h,
      // The edge is pressed and stitched.
      tint: (_, u) => 1 - 0.22 * smoothstep(0.72, 1, u),
      flip: !left,
    })
  }
}
