import type { Placement } from '../../film'
import { distanceTo, footprint, type Rect } from './footprint'

/** A grid of the floor: which cells a person of this radius can reach on foot from a point. */
export class Walkable {
  readonly #open: Uint8Array
  readonly #seen: Uint8Array
  readonly columns: number
  readonly rows: number
  readonly #reachable: number[] = []

  constructor(
    readonly widthM: number,
    readonly depthM: number,
    placements: readonly Placement[],
    start: readonly [number, number],
    radiusM = 0.3,
    readonly cellM = 0.1,
  ) {
    this.columns = Math.max(1, Math.floor(widthM / cellM))
    this.rows = Math.max(1, Math.floor(depthM / cellM))
    this.#open = new Uint8Array(this.columns * this.rows).fill(1)
    this.#seen = new Uint8Array(this.columns * this.rows)
    const solid: Rect[] = placements.filter((p) => p.blocks && p.position[1] < 1.8).map((p) => footprint(p))
    for (let j = 0; j < this.rows; j++) {
      for (let i = 0; i < this.columns; i++) {
        const [x, z] = this.point(i, j)
        if (Math.abs(x) > widthM / 2 - radiusM * 0.8 || Math.abs(z) > depthM / 2 - radiusM * 0.8) this.#open[j * this.columns + i] = 0
      }
    }
    for (const r of solid) {
      const reach = Math.sqrt(r.half[0] ** 2 + r.half[1] ** 2) + radiusM
      const [i0, j0] = this.cell(r.mid[0] - reach, r.mid[1] - reach)
      const [i1, j1] = this.cell(r.mid[0] + reach, r.mid[1] + reach)
      for (let j = j0; j <= j1; j++) {
        for (let i = i0; i <= i1; i++) {
          const [x, z] = this.point(i, j)
          if (distanceTo(r, x, z) < radiusM) this.#open[j * this.columns + i] = 0
        }
      }
    }
    this.#flood(start)
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

  #flood(start: readonly [number, number]): void {
    const [i, j] = this.cell(start[0], start[1])
    const queue = [j * this.columns + i]
    this.#seen[queue[0]!] = 1
    for (let head = 0; head < queue.length; head++) {
      const c = queue[head]!
      this.#reachable.push(c)
      const x = c % this.columns
      for (const [n, ok] of [
        [c - 1, x > 0],
        [c + 1, x < this.columns - 1],
        [c - this.columns, c >= this.columns],
        [c + this.columns, c < this.columns * (this.rows - 1)],
      ] as const) {
        if (!ok || this.#seen[n] || !this.#open[n]) continue
        this.#seen[n] = 1
        queue.push(n)
      }
    }
  }

  /** Floor area that can be reached, square metres. */
  get areaM2(): number {
    return this.#reachable.length * this.cellM * this.cellM
  }

  /** Reachable cells' middles, nearest to the start first. */
  get points(): readonly (readonly [number, number])[] {
    return this.#reachable.map((c) => this.point(c % this.columns, Math.floor(c / this.columns)))
  }

  /** True when a person can come within `withinM` of a point. */
  reaches(x: number, z: number, withinM: number): boolean {
    const [i0, j0] = this.cell(x - withinM, z - withinM)
    const [i1, j1] = this.cell(x + withinM, z + withinM)
    for (let j = j0; j <= j1; j++) {
      for (let i = i0; i <= i1; i++) {
        if (!this.#seen[j * this.columns + i]) continue
        const [px, pz] = this.point(i, j)
        if ((px - x) ** 2 + (pz - z) ** 2 <= withinM * withinM) return true
      }
    }
    return false
  }
}

/** How near somebody must come to a mark on foot: onto it, or beside the seat or bed. */
export const nearEnoughM = (kind: string): number => (kind === 'seat' ? 0.85 : kind === 'bed' ? 1.25 : 0.16)
