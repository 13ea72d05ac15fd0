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
/** Roughness of hair whose strands lie in coils: the material gives it their relief. */
export const COILED = 0.78
/** How a second colour lies on a cloth: numbers the material knows. */
export const PATTERNS = { plain: 0, stripes: 1, check: 2, dots: 3, knit: 4, pinstripe: 5, plaid: 6, floral: 7, rib: 8, hoops: 9 } as const

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
  /** Second colour and pattern (PATTERNS), of hair the direction along its strands: 4 a vertex. */
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

/** Room that a mesh begins with, vertices: most people's bodies need it twice. */
const ROOM = 8192

/** Grows one mesh piece by piece. */
export class MeshBuilder {
  // Plain typed memory that doubles: lists of numbers would be a tenth of a second of garbage a person.
  /** Three a vertex, in double precision until all is made. Taken anew when the mesh outgrows it: do not keep hold of it. */
  positions = new Float64Array(ROOM * 3)
  normals = new Float64Array(ROOM * 3)
  private colour = new Float32Array(ROOM * 3)
  private surface = new Float32Array(ROOM * 4)
  private accent = new Float32Array(ROOM * 4)
  private grain = new Float32Array(ROOM * 2)
  private fold = new Float32Array(ROOM * 4)
  private wear = new Float32Array(ROOM * 5)
  private skinIndices = new Uint16Array(ROOM * 4)
  private skinWeights = new Float32Array(ROOM * 4)
  readonly index: number[] = []
  private made = 0
  private room = ROOM

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
    return this.made
  }

  private grow(): void {
    const grown = <A extends Float64Array | Float32Array | Uint16Array>(from: A, to: A): A => {
      to.set(from)
      return to
    }
    this.positions = grown(this.positions, new Float64Array(this.room * 6))
    this.normals = grown(this.normals, new Float64Array(this.room * 6))
    this.colour = grown(this.colour, new Float32Array(this.room * 6))
    this.surface = grown(this.surface, new Float32Array(this.room * 8))
    this.accent = grown(this.accent, new Float32Array(this.room * 8))
    this.grain = grown(this.grain, new Float32Array(this.room * 4))
    this.fold = grown(this.fold, new Float32Array(this.room * 8))
    this.wear = grown(this.wear, new Float32Array(this.room * 10))
    this.skinIndices = grown(this.skinIndices, new Uint16Array(this.room * 8))
    this.skinWeights = grown(this.skinWeights, new Float32Array(this.room * 8))
    this.room *= 2
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
    const v = this.made++
    if (v === this.room) this.grow()
    const [v2, v3, v4, v5] = [v * 2, v * 3, v * 4, v * 5]
    const { positions, normals, colour, surface, accent, wear, skinIndices, skinWeights } = this
    const length = Math.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]) || 1
    const c = look.colour
    const a = look.accent ?? c
    for (let k = 0; k < 3; k++) {
      positions[v3 + k] = p[k]!
      normals[v3 + k] = n[k]! / length
      colour[v3 + k] = c[k]! * tint
      accent[v4 + k] = a[k]! * tint
    }
    accent[v4 + 3] = look.pattern ?? 0
    surface[v4] = look.roughness
    surface[v4 + 1] = look.metalness ?? 0
    surface[v4 + 2] = KINDS[look.kind]
    surface[v4 + 3] = look.emissive ?? 0
    this.grain[v2] = grain[0]
    this.grain[v2 + 1] = grain[1]
    for (let k = 0; k < 4; k++) this.fold[v4 + k] = fold[k]!
    const w = look.wear
    if (w) {
      wear[v5] = w.worn ?? 0
      wear[v5 + 1] = w.soil ?? 0
      wear[v5 + 2] = w.blood ?? 0
      wear[v5 + 3] = w.damage ?? 0
      wear[v5 + 4] = w.wet ?? 0
    }
    const four = binding.length > 4 ? [...binding].sort((x, y) => y[1] - x[1] || x[0] - y[0]) : binding
    const bones = Math.min(4, four.length)
    let sum = 0
    for (let i = 0; i < bones; i++) sum += four[i]![1]
    for (let i = 0; i < bones; i++) {
      skinIndices[v4 + i] = four[i]![0]
      skinWeights[v4 + i] = four[i]![1] / (sum || 1)
    }
    return v
  }

  triangle(a: number, b: number, c: number): void {
    if (a !== b && b !== c && a !== c) this.index.push(a, b, c)
  }

  /** Takes away the triangles before index `end` that lie wholly on some vertices. For a mesh without layers. */
  drop(end: number, on: (vertex: number) => boolean): void {
    let to = 0
    for (let i = 0; i < this.index.length; i += 3) {
      const [p, q, r] = [this.index[i]!, this.index[i + 1]!, this.index[i + 2]!]
      if (i < end && on(p) && on(q) && on(r)) continue
      this.index[to++] = p
      this.index[to++] = q
      this.index[to++] = r
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
    const { positions: p, normals: n, index } = this
    const open = new Uint8Array(this.count - from)
    for (let v = from; v < this.count; v++) if (n[v * 3] === 0 && n[v * 3 + 1] === 0 && n[v * 3 + 2] === 0) open[v - from] = 1
    for (let t = fromIndex; t < index.length; t += 3) {
      const a = index[t]! * 3
      const b = index[t + 1]! * 3
      const c = index[t + 2]! * 3
      const ux = p[b]! - p[a]!
      const uy = p[b + 1]! - p[a + 1]!
      const uz = p[b + 2]! - p[a + 2]!
      const vx = p[c]! - p[a]!
      const vy = p[c + 1]! - p[a + 1]!
      const vz = p[c + 2]! - p[a + 2]!
      const x = uy * vz - uz * vy
      const y = uz * vx - ux * vz
      const z = ux * vy - uy * vx
      for (let k = t; k < t + 3; k++) {
        const v = index[k]!
        if (v < from || !open[v - from]) continue
        n[v * 3]! += x
        n[v * 3 + 1]! += y
        n[v * 3 + 2]! += z
      }
    }
    for (let v = from; v < this.count; v++) {
      if (!open[v - from]) continue
      const i = v * 3
      const l = Math.sqrt(n[i]! ** 2 + n[i + 1]! ** 2 + n[i + 2]! ** 2) || 1
      for (let k = 0; k < 3; k++) n[i + k] = n[i + k]! / l
      if (n[i] === 0 && n[i + 1] === 0 && n[i + 2] === 0) n[i + 1] = 1
    }
  }

  /** Gives hair its strands' direction as second colour, smooth over its triangles: across it `grain` does not change sideways. */
  private comb(): void {
    const { positions: p, grain: g, accent, surface, index } = this
    const isHair = (v: number) => surface[v * 4 + 2] === KINDS.hair
    for (let v = 0; v < this.made; v++) if (isHair(v)) accent.fill(0, v * 4, v * 4 + 3)
    for (let t = 0; t < index.length; t += 3) {
      const [a, b, c] = [index[t]!, index[t + 1]!, index[t + 2]!]
      if (!isHair(a)) continue
      const [db, dc] = [g[b * 2]! - g[a * 2]!, g[c * 2]! - g[a * 2]!]
      for (let k = 0; k < 3; k++) {
        const at = p[a * 3 + k]!
        const along = (p[b * 3 + k]! - at) * dc - (p[c * 3 + k]! - at) * db
        for (const v of [a, b, c]) accent[v * 4 + k]! += along * 1e4
      }
    }
    for (let v = 0; v < this.made; v++) {
      if (!isHair(v)) continue
      const [x, y, z] = [accent[v * 4]!, accent[v * 4 + 1]!, accent[v * 4 + 2]!]
      const l = Math.sqrt(x * x + y * y + z * z) || 1
      for (let k = 0; k < 3; k++) accent[v * 4 + k]! /= l
    }
  }

  finish(morphs: readonly Float32Array[] = []): ActorMesh {
    const n = this.made
    this.comb()
    return {
      positions: new Float32Array(this.positions.subarray(0, n * 3)),
      normals: new Float32Array(this.normals.subarray(0, n * 3)),
      colour: this.colour.slice(0, n * 3),
      surface: this.surface.slice(0, n * 4),
      accent: this.accent.slice(0, n * 4),
      grain: this.grain.slice(0, n * 2),
      fold: this.fold.slice(0, n * 4),
      wear: this.wear.slice(0, n * 5),
      skinIndices: this.skinIndices.slice(0, n * 4),
      skinWeights: this.skinWeights.slice(0, n * 4),
      index: Uint32Array.from(this.index),
      layers: [...this.layers],
      morphs,
    }
  }
}
