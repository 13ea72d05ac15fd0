import { gainOf, RATE } from '../rate'

/** How what is under speech gives way to it. */
export interface DuckSettings {
  /** Decibels that are taken away. */
  readonly db: number
  /** Seconds before a line in which that happens, and after it in which it comes back. */
  readonly fallS: number
  readonly riseS: number
}

/** Music under dialogue: out of the way before the first word, back within a second and a half. */
export const DUCK_MUSIC: DuckSettings = { db: 9, fallS: 0.35, riseS: 1.2 }
/** A place under dialogue: hardly noticed. */
export const DUCK_PLACE: DuckSettings = { db: 3, fallS: 0.35, riseS: 1.2 }

/** The gain of what gives way to speech: known from the plan, so that it is there before the line is. */
export class Ducking {
  readonly #spans: readonly (readonly [number, number])[]
  readonly #low: number
  readonly #fall: number
  readonly #rise: number

  /** @param spans film samples in which somebody speaks, by where they begin. */
  constructor(spans: readonly (readonly [from: number, to: number])[], { db, fallS, riseS }: DuckSettings) {
    this.#low = gainOf(-db)
    this.#fall = fallS * RATE
    this.#rise = riseS * RATE
    const joined: [number, number][] = []
    for (const [from, to] of spans) {
      const last = joined.at(-1)
      // What would only just have come back stays down.
      if (last && from - last[1] < this.#fall + this.#rise) last[1] = Math.max(last[1], to)
      else joined.push([from, to])
    }
    this.#spans = joined
  }

  /** Factor at a film sample. */
  gainAt(n: number): number {
    let [lo, hi] = [0, this.#spans.length]
    while (lo < hi) {
      const mid = (lo + hi) >> 1
      if ((this.#spans[mid] as readonly [number, number])[1] + this.#rise < n) lo = mid + 1
      else hi = mid
    }
    const span = this.#spans[lo]
    if (!span) return 1
    const before = n < span[0] ? Math.min(1, (span[0] - n) / this.#fall) : 0
    const after = n > span[1] ? Math.min(1, (n - span[1]) / this.#rise) : 0
    return this.#low + (1 - this.#low) * Math.max(before, after)
  }
}
