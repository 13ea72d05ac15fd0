import type { Vec3 } from '../../film'

/** What a surface is made of; the material shades each differently. */
export const KINDS = {
  skin: 0,
  cloth: 1,
  hair: 2,
  leather: 3,
  metal: 4,
  eye: 5,
  mouth: 6,
  plastic: 7,
  denim: 8,
  wool: 9,
  silk: 10,
  nylon: 11,
} as const
export type Kind = keyof typeof KINDS
/** How a second colour lies on a cloth: numbers the material knows. */
export const PATTERNS = { plain: 0, stripes: 1, check: 2, dots: 3, knit: 4, pinstripe: 5, plaid: 6, floral: 7, rib: 8 } as const

/** What clothes have been through, each 0 to 1. */
export interface Wear {
  readonly worn?: number
  readonly soil?: number
  readonly blood?: number
  readonly damage?: number
  readonly wet?: number
}

/** How cloth gathers at a place: where in the relief (across the folds' length, then from fold to fold), how deep, and what deepens it (FOLD_ZONES). */
export type Fold = readonly [u: number, v: number, depth: number, zone: number]
/** What makes folds deeper: nothing, or a bend of the body near them. */
export const FOLD_ZONES = { still: 0, elbow: 1, armpit: 2, waist: 3, hip: 4, knee: 5 } as const

/** How the vertices of one piece look. Colours are linear-light albedo. */
export interface Look {
  readonly colour: Vec3
  readonly accent?: Vec3
  readonly kind: Kind
  readonly roughness: number
  readonly metalness?: number
  readonly emissive?: number
  readonly pattern?: number
  readonly wear?: Wear
}

/** Up to four bones and their weights, as [index, weight] pairs in BONES order. */
export type Binding = readonly (readonly [number, number])[]

/** Where a piece begins. `trim` is what is sewn to the piece before it. */
export interface Layer {
  readonly name: 'skin' | 'legs' | 'inner' | 'skirt' | 'vest' | 'outer' | 'trim'
  readonly vertex: number
  readonly index: number
  /** Runs of the index that are hems' insides and linings: from, to, from, to. */
  readonly inside: readonly number[]
}

/** One mesh as plain arrays, ready for transfer from a worker. */
export interface ActorMesh {
  readonly positions: Float32Array
  readonly normals: Float32Array
  /** Linear albedo, 3 a vertex. */
  readonly colour: Float32Array
  /** Roughness, metalness, kind (KINDS), emissive: 4 a vertex. */
  readonly surface: Float32Array
  /** Second colour and pattern (PATTERNS): 4 a vertex. */
  readonly accent: Float32Array
  /** Metres across and along the cloth, or across and along the strand: 2 a vertex. */
  readonly grain: Float32Array
  /** How cloth gathers (Fold): 4 a vertex. */
  readonly fold: Float32Array
  /** Worn, soiled, bloodied, damaged, wet: 5 a vertex. */
  readonly wear: Float32Array
  readonly skinIndices: Uint16Array
  readonly skinWeights: Float32Array
  readonly index: Uint32Array
  /** Pieces of clothing in the order they were made: each from a vertex and an index on. */
  readonly layers: readonly Layer[]
  /** Position offsets, one array a face channel; none on the body. */
  readonly morphs: readonly Float32Array[]
}

const UNFOLDED: Fold = [0, 0, 0, 0]

/** Grows one mesh piece by piece. */
export class MeshBuilder {
  readonly positions: number[] = []
  readonly normals: number[] = []
  readonly colour: number[] = []
  readonly surface: number[] = []
  readonly accent: number[] = []
  readonly grain: number[] = []
  readonly fold: number[] = []
  readonly wear: number[] = []
  readonly skinIndices: number[] = []
  readonly skinWeights: number[] = []
  readonly index: number[] = []

  readonly layers: (Layer & { inside: number[] })[] = []

  /** What follows belongs to a piece. */
  layer(name: Layer['name']): void {
    this.layers.push({ name, vertex: this.count, index: this.index.length, inside: [] })
  }

  /** The triangles since `from` are the inside of the piece at hand. */
  inside(from: number): void {
    const runs = this.layers.at(-1)?.inside
    if (!runs || this.index.length <= from) return
    if (runs.at(-1) === from) runs[runs.length - 1] = this.index.length
    else runs.push(from, this.index.length)
  }

  get count(): number {
    return this.positions.length / 3
  }

  /** Adds a vertex and returns its number. A normal of [0, 0, 0] is filled from the triangles by `smoothNormals`. */
  vertex(
    p: Vec3,
    n: Vec3,
    look: Look,
    binding: Binding,
    grain: readonly [number, number] = [0, 0],
    tint = 1,
    fold: Fold = UNFOLDED,
  ): number {
    const c = look.colour
    this.positions.push(p[0], p[1], p[2])
    const length = Math.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]) || 1
    this.normals.push(n[0] / length, n[1] / length, n[2] / length)
    this.colour.push(c[0] * tint, c[1] * tint, c[2] * tint)
    this.surface.push(look.roughness, look.metalness ?? 0, KINDS[look.kind], look.emissive ?? 0)
    const a = look.accent ?? c
    this.accent.push(a[0] * tint, a[1] * tint, a[2] * tint, look.pattern ?? 0)
    this.grain.push(grain[0], grain[1])
    this.fold.push(fold[0], fold[1], fold[2], fold[3])
    const w = look.wear
    this.wear.push(w?.worn ?? 0, w?.soil ?? 0, w?.blood ?? 0, w?.damage ?? 0, w?.wet ?? 0)
    let sum = 0
    const four = binding.length > 4 ? [...binding].sort((x, y) => y[1] - x[1] || x[0] - y[0]).slice(0, 4) : binding
    for (const [, w] of four) sum += w
    for (let i = 0; i < 4; i++) {
      this.skinIndices.push(four[i]?.[0] ?? 0)
      this.skinWeights.push((four[i]?.[1] ?? 0) / (sum || 1))
    }
    return this.count - 1
  }

  triangle(a: number, b: number, c: number): void {
    if (a !== b && b !== c && a !== c) this.index.push(a, b, c)
  }

  /** Takes away the triangles before index `end` that lie wholly on some vertices. For a mesh without layers. */
  drop(end: number, on: (vertex: number) => boolean): void {
    let to = 0
    for (let i = 0; i < this.index.length; i += 3) {
      const corners = this.index.slice(i, i + 3)
      if (i < end && corners.every(on)) continue
      for (const v of corners) this.index[to++] = v
    }
    this.index.length = to
  }

  /** Two triangles over a, b, c, d in turn, seen anticlockwise. */
  quad(a: number, b: number, c: number, d: number): void {
    this.triangle(a, b, c)
    this.triangle(a, c, d)
  }

  /** Fills every normal from vertex `from` on that is still zero with the area-weighted mean of its triangles. */
  smoothNormals(from = 0, fromIndex = 0): void {
    const p = this.positions
    const n = this.normals
    const open = new Set<number>()
    for (let v = from; v < this.count; v++) if (n[v * 3] === 0 && n[v * 3 + 1] === 0 && n[v * 3 + 2] === 0) open.add(v)
    for (let t = fromIndex; t < this.index.length; t += 3) {
      const [a, b, c] = [this.index[t]! * 3, this.index[t + 1]! * 3, this.index[t + 2]! * 3]
      const ux = p[b]! - p[a]!
      const uy = p[b + 1]! - p[a + 1]!
      const uz = p[b + 2]! - p[a + 2]!
      const vx = p[c]! - p[a]!
      const vy = p[c + 1]! - p[a + 1]!
      const vz = p[c + 2]! - p[a + 2]!
      const x = uy * vz - uz * vy
      const y = uz * vx - ux * vz
      const z = ux * vy - uy * vx
      for (const i of [a, b, c])
        if (open.has(i / 3)) {
          n[i] = n[i]! + x
          n[i + 1] = n[i + 1]! + y
          n[i + 2] = n[i + 2]! + z
        }
    }
    for (const v of open) {
      const i = v * 3
      const l = Math.sqrt(n[i]! ** 2 + n[i + 1]! ** 2 + n[i + 2]! ** 2) || 1
      for (let k = 0; k < 3; k++) n[i + k] = n[i + k]! / l
      if (n[i] === 0 && n[i + 1] === 0 && n[i + 2] === 0) n[i + 1] = 1
    }
  }

  finish(morphs: readonly Float32Array[] = []): ActorMesh {
    return {
      positions: Float32Array.from(this.positions),
      normals: Float32Array.from(this.normals),
      colour: Float32Array.from(this.colour),
      surface: Float32Array.from(this.surface),
      accent: Float32Array.from(this.accent),
      grain: Float32Array.from(this.grain),
      fold: Float32Array.from(this.fold),
      wear: Float32Array.from(this.wear),
      skinIndices: Uint16Array.from(this.skinIndices),
      skinWeights: Float32Array.from(this.skinWeights),
      index: Uint32Array.from(this.index),
      layers: [...this.layers],
      morphs,
    }
  }
}
