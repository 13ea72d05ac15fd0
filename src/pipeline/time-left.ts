interface Measured {
  ms: number
  units: number
  left: number
  tasks: number
}

/** How much an older task's measure counts against a newer one's: the machine's speed changes over an hour. */
const MEMORY = 0.95

/** Counts the units of a run by resource, and estimates the time left from what the units of each resource took. */
export class TimeLeft {
  readonly #by = new Map<string, Measured>()
  readonly #slots: (resource: string) => number
  #total = 0
  #left = 0

  /** @param slots how many of a resource work at once. */
  constructor(slots: (resource: string) => number) {
    this.#slots = slots
  }

  /** Units over all that are done. */
  get done(): number {
    return this.#total - this.#left
  }

  /** Units over all that are known of. */
  get total(): number {
    return this.#total
  }

  /** Units that will have to be done. */
  add(resource: string, units: number): void {
    this.#of(resource).left += units
    this.#left += units
    this.#total += units
  }

  /** Units that are done, or (negative) are to be done again. */
  step(resource: string, units: number): void {
    this.#of(resource).left -= units
    this.#left -= units
  }

  /** What a task took that is finished. What was found made is not measured: it would make the estimate too hopeful. */
  measure(resource: string, units: number, ms: number): void {
    if (units <= 0) return
    const m = this.#of(resource)
    // The first task carries what happens once (compiling, loading): it is forgotten as soon as there is another.
    const keep = m.tasks <= 1 ? 0 : MEMORY
    m.ms = m.ms * keep + ms
    m.units = m.units * keep + units
    m.tasks++
  }

  /** Seconds left; null until there is something to measure by. Resources work at the same time: the slowest counts. */
  seconds(): number | null {
    let ms: number | null = null
    let open = false
    for (const [resource, m] of this.#by) {
      if (m.left <= 0) continue
      open = true
      if (m.units > 0) ms = Math.max(ms ?? 0, ((m.ms / m.units) * m.left) / this.#slots(resource))
    }
    return open ? (ms === null ? null : Math.round(ms / 100) / 10) : 0
  }

  #of(resource: string): Measured {
    let m = this.#by.get(resource)
    if (!m) {
      m = { ms: 0, units: 0, left: 0, tasks: 0 }
      this.#by.set(resource, m)
    }
    return m
  }
}
