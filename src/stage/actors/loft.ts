import type { Vec3 } from '../../film'
import type { Binding, Fold, Look, MeshBuilder } from './mesh-builder'
import { type Field, gradient, march } from './sdf'

/** Radius that patterns are measured on where nothing else is said, metres. */
export const GIRTH = 0.16

/** A row of a loft: rays leave `centre` along `ray(θ)` until they meet the field. */
export interface LoftRow {
  readonly centre: Vec3
  /** Unit direction for a column, θ in radians. */
  ray(theta: number): Vec3
  /** Rays stop here, metres. */
  readonly reach: number
  /** Colour multiplier. */
  readonly tint?: number
  readonly look?: Look
  /** Metres further out than the field, for bands and cuffs. */
  readonly lift?: number
  /** Columns run from `open` to 2π − open: a slit at θ = 0. */
  readonly open?: number
  /** Metres along the loft, for weave and stripes. */
  readonly along: number
}

export interface LoftOptions {
  readonly rows: readonly LoftRow[]
  readonly columns: number
  /** Radius that patterns are measured on, metres. */
  readonly girth?: number
  readonly field: Field
  /** The field of lifted rows, where a lift along the ray would not do. */
  readonly lifted?: (lift: number) => Field
  readonly look: Look
  readonly bind: (p: Vec3) => Binding
  /** The field that normals are taken from, where `field` has cuts. */
  readonly normals?: Field
  /** True where a point lies inside what other cloth covers. */
  readonly buried?: (x: number, y: number, z: number) => boolean
  /** Normal step, metres. */
  readonly step?: number
  /** Mirrored lofts turn their triangles round. */
  readonly flip?: boolean
  /** Thickness of the hem at the first and last row, metres; 0 leaves it open. */
  readonly hemStart?: number
  readonly hemEnd?: number
  /** How far the inside goes back along the loft. */
  readonly hemDepth?: number
  /** Per-vertex tint and look, for bands, plackets and dirt. */
  readonly paint?: (p: Vec3, theta: number, row: number) => { look?: Look; tint?: number } | undefined
  /** How the cloth gathers at a point. */
  readonly fold?: (p: Vec3) => Fold
  /** Metres across and along the cloth at a point; else by θ and the row. */
  readonly threads?: (p: Vec3, theta: number) => readonly [across: number, along: number]
  /** Metres between the outside and a lining that closes the whole piece; 0 for none. */
  readonly lining?: number
}

/**
 * Lays a net of rows and columns over a field. Rows are edge loops, so hems and cuffs are clean lines; at a hem the cloth turns in.
 */
export function loft(b: MeshBuilder, o: LoftOptions): number[][] {
  const closed = o.rows.every((r) => !r.open)
  const columns = closed ? o.columns : o.columns + 1
  const grid: number[][] = []
  const step = o.step ?? 0.004
  const buried = new Set<number>()
  // A hem is made of its row again, further in: rays are followed once a row.
  const marched = new Map<LoftRow, Float64Array>()
  const lengths = (row: LoftRow): Float64Array => {
    const known = marched.get(row)
    if (known) return known
    const field = row.lift && o.lifted ? o.lifted(row.lift) : o.field
    const out = new Float64Array(columns * 2)
    for (let j = 0; j < columns; j++) {
      const d = row.ray(thetaOf(row, j))
      let t = march(field, row.centre[0], row.centre[1], row.centre[2], d[0], d[1], d[2], row.reach)
      // Where a cut ended the ray inside the cloth, go well below the surface that takes over.
      if (o.buried?.(row.centre[0] + d[0] * t, row.centre[1] + d[1] * t, row.centre[2] + d[2] * t)) {
        t = Math.max(t * 0.7, t - 0.03)
        out[columns + j] = 1
      }
      out[j] = o.lifted ? t : t + (row.lift ?? 0)
    }
    marched.set(row, out)
    return out
  }
  const thetaOf = (row: LoftRow, j: number) => (row.open ?? 0) + ((Math.PI * 2 - 2 * (row.open ?? 0)) * j) / o.columns
  const place = (
    row: LoftRow,
    i: number,
    inset: number | ((column: number) => number),
    back: Vec3,
    tint: number,
    normalBy: 'field' | 'in' | 'axis',
    axis: Vec3,
  ): number[] => {
    const line: number[] = []
    const reached = lengths(row)
    for (let j = 0; j < columns; j++) {
      const theta = thetaOf(row, j)
      const d = row.ray(theta)
      const t = reached[j]!
      if (reached[columns + j]) buried.add(b.count)
      let p: Vec3 = [row.centre[0] + d[0] * t, row.centre[1] + d[1] * t, row.centre[2] + d[2] * t]
      const n: Vec3 =
        normalBy === 'axis' ? axis : normalBy === 'in' ? [-d[0], -d[1], -d[2]] : gradient(o.normals ?? o.field, p[0], p[1], p[2], step)
      const by = typeof inset === 'number' ? inset : inset(j)
      if (by > 0) p = [p[0] - d[0] * by + back[0], p[1] - d[1] * by + back[1], p[2] - d[2] * by + back[2]]
      const painted = o.paint?.(p, theta, i)
      line.push(
        b.vertex(
          p,
          n,
          painted?.look ?? row.look ?? o.look,
          o.bind(p),
          o.threads?.(p, theta) ?? [(Math.PI - Math.abs(theta - Math.PI)) * (o.girth ?? GIRTH), row.along],
          tint * (row.tint ?? 1) * (painted?.tint ?? 1),
          normalBy === 'field' ? o.fold?.(p) : undefined,
        ),
      )
    }
    return line
  }
  const away = (i: number, k: number): Vec3 => {
    const a = o.rows[i]!.centre
    const c = o.rows[k]!.centre
    const v: Vec3 = [c[0] - a[0], c[1] - a[1], c[2] - a[2]]
    const l = Math.sqrt(v[0] ** 2 + v[1] ** 2 + v[2] ** 2) || 1
    return [v[0] / l, v[1] / l, v[2] / l]
  }
  const far = (i: number, k: number): number => {
    const [a, c] = [o.rows[i]!.centre, o.rows[k]!.centre]
    return Math.sqrt((a[0] - c[0]) ** 2 + (a[1] - c[1]) ** 2 + (a[2] - c[2]) ** 2)
  }
  const last = o.rows.length - 1
  const depth = o.hemDepth ?? 0.03
  const hem = (i: number, k: number, thickness: number): number[][] => {
    const inward = away(i, k)
    const out: Vec3 = [-inward[0], -inward[1], -inward[2]]
    const rim = place(o.rows[i]!, i, 1e-5, [0, 0, 0], 0.9, 'axis', out)
    const inner = place(o.rows[i]!, i, thickness, [0, 0, 0], 0.55, 'axis', out)
    // Flared cloth is narrower further in: what is turned in follows it, or it would stand out.
    const along = i < k ? 1 : -1
    let m = i
    while (m + along >= 0 && m + along <= last && far(i, m) < depth) m += along
    const [own, there] = [lengths(o.rows[i]!), lengths(o.rows[m]!)]
    const share = m === i ? 0 : Math.min(1, depth / Math.max(far(i, m), 1e-6))
    const narrower = (j: number) => thickness * 1.2 + Math.max(0, (own[j]! - there[j]!) * share)
    const deep = place(o.rows[i]!, i, narrower, [inward[0] * depth, inward[1] * depth, inward[2] * depth], 0.22, 'in', out)
    return [deep, inner, rim]
  }
  if (o.hemStart) grid.push(...hem(0, Math.min(2, last), o.hemStart))
  o.rows.forEach((row, i) => {
    grid.push(place(row, i, 0, [0, 0, 0], 1, 'field', [0, 1, 0]))
  })
  if (o.hemEnd) grid.push(...hem(last, Math.max(0, last - 2), o.hemEnd).reverse())
  const [outside, hemmed] = [o.hemStart ? 3 : 0, o.hemEnd ? grid.length - 4 : grid.length]
  for (let i = 0; i + 1 < grid.length; i++) {
    const turnedIn = i < outside || i >= hemmed
    for (let j = 0; j < (closed ? columns : columns - 1); j++) {
      const k = (j + 1) % columns
      const [a, c, d, e] = [grid[i]![j]!, grid[i]![k]!, grid[i + 1]![k]!, grid[i + 1]![j]!]
      const from = b.index.length
      if (o.flip) b.quad(a, e, d, c)
      else b.quad(a, c, d, e)
      // What dives under other cloth of the same piece covers nothing.
      if (turnedIn || [a, c, d, e].filter((v) => buried.has(v)).length > 1) b.inside(from)
    }
  }
  if (o.lining) {
    // The same net again, inside and turned round, with an edge along a slit.
    const net = grid.slice(o.hemStart ? 3 : 0, o.hemEnd ? grid.length - 3 : grid.length)
    const from = b.index.length
    const some = (n: number, step: number) => Array.from({ length: n }, (_, i) => i).filter((i) => i % step === 0 || i === n - 1)
    const [ups, rounds] = [some(net.length, 2), some(columns, 3)]
    const inside = ups.map((i, row) =>
      rounds.map((j) => {
        const v = net[i]![j]!
        const at = (list: Float64Array, k: number) => list[v * 3 + k]!
        const n: Vec3 = [at(b.normals, 0), at(b.normals, 1), at(b.normals, 2)]
        const p: Vec3 = [
          at(b.positions, 0) - n[0] * o.lining!,
          // At the hem it ends a little above the cloth it lines: flared cloth faces down, and the lining would hang out below.
          at(b.positions, 1) + (row === 0 ? 0.001 : -n[1] * o.lining!),
          at(b.positions, 2) - n[2] * o.lining!,
        ]
        // Light comes in at a slit.
        return b.vertex(p, [-n[0], -n[1], -n[2]], o.look, o.bind(p), [0, 0], j === 0 || j === columns - 1 ? 0.8 : 0.42)
      }),
    )
    const last = rounds.length - 1
    for (let i = 0; i + 1 < ups.length; i++) {
      for (let j = 0; j < last; j++) b.quad(inside[i]![j]!, inside[i + 1]![j]!, inside[i + 1]![j + 1]!, inside[i]![j + 1]!)
      const [low, high] = [net[ups[i]!]!, net[ups[i + 1]!]!]
      b.quad(low[0]!, high[0]!, inside[i + 1]![0]!, inside[i]![0]!)
      b.quad(low[columns - 1]!, inside[i]![last]!, inside[i + 1]![last]!, high[columns - 1]!)
    }
    b.inside(from)
  }
  return grid
}

/** A ring of rays across an axis; θ = 0 points along `u`, then turns towards `v`. */
export const ringRow = (centre: Vec3, u: Vec3, v: Vec3, reach: number, along: number, more: Partial<LoftRow> = {}): LoftRow => ({
  centre,
  reach,
  along,
  ray: (t) => {
    const c = Math.cos(t)
    const s = Math.sin(t)
    return [u[0] * c + v[0] * s, u[1] * c + v[1] * s, u[2] * c + v[2] * s]
  },
  ...more,
})

/** A band round a loft: a cuff, a ribbed hem, a waistband, a seam. Places along the loft, metres. */
export interface Band {
  readonly from: number
  readonly to: number
  readonly lift: number
  readonly look?: Look
  readonly tint?: number
}

/** A place along a loft with what its row is like there. */
export type Station = { readonly at: number } & Pick<LoftRow, 'lift' | 'look' | 'tint'>

/**
 * Rows from `a` to `b` in about `n` steps; at the edges of bands two rows stand close together, so that the step is crisp, and between
 * two places (`dense`: from, to), where the body bends, there are twice as many.
 */
export function stations(
  a: number,
  b: number,
  n: number,
  bands: readonly Band[],
  gap: number,
  dense?: readonly [number, number],
): Station[] {
  const sign = b > a ? 1 : -1
  const edges = bands.flatMap((k) => [k.from, k.to]).filter((e) => (e - a) * sign > gap && (b - e) * sign > gap)
  const half = (b - a) / n / 2
  const steps = Array.from({ length: n * 2 + 1 }, (_, i) => a + half * i).filter(
    (v, i) => i % 2 === 0 || (dense !== undefined && v > dense[0] && v < dense[1]),
  )
  const even = steps.filter((v, i) => i === 0 || i === steps.length - 1 || edges.every((e) => Math.abs(e - v) > gap * 5))
  const all = [...even, ...edges.flatMap((e) => [e - gap, e + gap])].sort((x, y) => (x - y) * sign)
  return all.map((at) => {
    const band = bands.find((k) => at >= Math.min(k.from, k.to) && at <= Math.max(k.from, k.to))
    const near = !band && edges.some((e) => Math.abs(e - at) < gap * 2)
    return {
      at,
      ...(band ? { lift: band.lift, ...(band.look ? { look: band.look } : {}) } : {}),
      tint: near ? 0.66 : (band?.tint ?? 1),
    }
  })
}
