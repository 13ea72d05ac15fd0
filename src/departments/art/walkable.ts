import type { Placement } from '../../film'
import { distanceTo, footprint } from './footprint'

/** A grid of the floor: which cells a person of this radius can reach on foot from a point. */
export class Walkable {
  /** How many things, walls among them, keep a body's middle out of each cell. */
  readonly #blocked: Uint16Array
  readonly #seen: Uint8Array
  readonly #start: number
  readonly columns: number
  readonly rows: number
  /** Cells that can be reached, in the order of a flood from the start. */
  readonly #reachable: Int32Array

  constructor(
    readonly widthM: number,
    readonly depthM: number,
    placements: readonly Placement[],
    start: readonly [number, number],
    readonly radiusM = 0.3,
    readonly cellM = 0.1,
    /** What the same floor is blocked by already: `placements` come on top of it. */
    before?: Walkable,
  ) {
    this.columns = Math.max(1, Math.floor(widthM / cellM))
    this.rows = Math.max(1, Math.floor(depthM / cellM))
    this.#blocked = before ? before.#blocked.slice() : this.#walls()
    for (const p of placements) this.#count(this.#blocked, p, 1)
    const [i, j] = this.cell(start[0], start[1])
    this.#start = j * this.columns + i
    this.#seen = new Uint8Array(this.columns * this.rows)
    this.#reachable = this.#flood(this.#blocked, this.#seen, [this.#start])
  }

  /** The same floor with one thing more on it. */
  with(placement: Placement): Walkable {
    const { columns, cellM } = this
    const start = this.point(this.#start % columns, Math.floor(this.#start / columns))
    return new Walkable(this.widthM, this.depthM, [placement], start, this.radiusM, cellM, this)
  }

  /** Which cells could be reached if one of the placements were not there, for `reaches`. */
  seenWithout(placement: Placement): Uint8Array {
    const blocked = this.#blocked.slice()
    const seen = this.#seen.slice()
    const freed = this.#count(blocked, placement, -1)
    // Only from what is reached already can more be reached: the flood goes on from the freed cells beside it.
    this.#flood(
      blocked,
      seen,
      freed.filter((c) => blocked[c] === 0 && !seen[c] && this.#touches(c)),
    )
    return seen
  }

  /** Cells within a body's radius of the walls. */
  #walls(): Uint16Array {
    const blocked = new Uint16Array(this.columns * this.rows)
    const { widthM, depthM, radiusM } = this
    for (let j = 0; j < this.rows; j++) {
      for (let i = 0; i < this.columns; i++) {
        const x = (i + 0.5) * this.cellM - widthM / 2
        const z = (j + 0.5) * this.cellM - depthM / 2
        if (Math.abs(x) > widthM / 2 - radiusM * 0.8 || Math.abs(z) > depthM / 2 - radiusM * 0.8) blocked[j * this.columns + i] = 1
      }
    }
    return blocked
  }

  /** Adds to the count of every cell that a placement keeps people out of; answers those cells. */
  #count(blocked: Uint16Array, p: Placement, by: 1 | -1): number[] {
    const cells: number[] = []
    if (!p.blocks || p.position[1] >= 1.8) return cells
    const { radiusM, cellM } = this
    const r = footprint(p)
    const reach = Math.sqrt(r.half[0] ** 2 + r.half[1] ** 2) + radiusM
    const [i0, j0] = this.cell(r.mid[0] - reach, r.mid[1] - reach)
    const [i1, j1] = this.cell(r.mid[0] + reach, r.mid[1] + reach)
    for (let j = j0; j <= j1; j++) {
      const z = (j + 0.5) * cellM - this.depthM / 2
      for (let i = i0; i <= i1; i++) {
        if (distanceTo(r, (i + 0.5) * cellM - this.widthM / 2, z) >= radiusM) continue
        const c = j * this.columns + i
        blocked[c]! += by
        cells.push(c)
      }
    }
    return cells
  }

  /** Middle of a cell. */
  point(i: number, j: number): readonly [number, number] {
    return [(i + 0.5) * this.cellM - this.widthM / 2, (j + 0.5) * this.cellM - this.depthM / 2]
  }

  /** Cell of a point, kept inside the grid. */
  cell(x: number, z: number): readonly [number, number] {
    const i = Math.floor((x + this.widthM / 2) / this.cellM)
    const j = Math.floor((z + this.depthM / 2) / this.cellM)
    return [Math.min(this.columns - 1, Math.max(0, i)), Math.min(this.rows - 1, Math.max(0, j))]
  }

  /** True when a cell has a reached neighbour. */
  #touches(c: number): boolean {
    const { columns } = this
    const x = c % columns
    const seen = this.#seen
    return (x > 0 && seen[c - 1] === 1) || (x < columns - 1 && seen[c + 1] === 1) || seen[c - columns] === 1 || seen[c + columns] === 1
  }

  /** Spreads from cells over free ones beside them, breadth first, marking `seen`; answers all cells in order. */
  #flood(blocked: Uint16Array, seen: Uint8Array, from: readonly number[]): Int32Array {
    const { columns } = this
    const queue = new Int32Array(seen.length)
    let tail = 0
    for (const c of from) {
      seen[c] = 1
      queue[tail++] = c
    }
    const last = seen.length - columns
    for (let head = 0; head < tail; head++) {
      const c = queue[head]!
      const x = c % columns
      if (x > 0 && seen[c - 1] === 0 && blocked[c - 1] === 0) {
        seen[c - 1] = 1
        queue[tail++] = c - 1
      }
      if (x < columns - 1 && seen[c + 1] === 0 && blocked[c + 1] === 0) {
        seen[c + 1] = 1
        queue[tail++] = c + 1
      }
      if (c >= columns && seen[c - columns] === 0 && blocked[c - columns] === 0) {
        seen[c - columns] = 1
        queue[tail++] = c - columns
      }
      if (c < last && seen[c + columns] === 0 && blocked[c + columns] === 0) {
        seen[c + columns] = 1
        queue[tail++] = c + columns
      }
    }
    return queue.slice(0, tail)
  }

  /** Floor area that can be reached, square metres. */
  get areaM2(): number {
    return this.#reachable.length * this.cellM * this.cellM
  }

  /** Reachable cells' middles, nearest to the start first. */
  *points(): Generator<readonly [number, number]> {
    for (const c of this.#reachable) yield this.point(c % this.columns, Math.floor(c / this.columns))
  }

  /** True when a person can come within `withinM` of a point; `seen` stands in for the cells reached. */
  reaches(x: number, z: number, withinM: number, seen: Uint8Array = this.#seen): boolean {
    const [i0, j0] = this.cell(x - withinM, z - withinM)
    const [i1, j1] = this.cell(x + withinM, z + withinM)
    for (let j = j0; j <= j1; j++) {
      for (let i = i0; i <= i1; i++) {
        if (!seen[j * this.columns + i]) continue
        const [px, pz] = this.point(i, j)
        if ((px - x) ** 2 + (pz - z) ** 2 <= withinM * withinM) return true
      }
    }
    return false
  }
}

/** How near somebody must come to a mark on foot: onto it, or beside the seat or bed. */
export const nearEnoughM = (kind: string): number => (kind === 'seat' ? 1.1 : kind === 'bed' ? 1.25 : 0.16)
