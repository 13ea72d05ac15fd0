/** Milliseconds of work: a clock that stands still while it is paused. */
export class WorkClock {
  readonly #now: () => number
  readonly #start: number
  #pausedMs = 0
  #pausedAt: number | undefined

  /** Starts at 0. @param now milliseconds, monotonic. */
  constructor(now: () => number) {
    this.#now = now
    this.#start = now()
  }

  ms(): number {
    return (this.#pausedAt ?? this.#now()) - this.#start - this.#pausedMs
  }

  pause(): void {
    this.#pausedAt ??= this.#now()
  }

  resume(): void {
    if (this.#pausedAt !== undefined) this.#pausedMs += this.#now() - this.#pausedAt
    this.#pausedAt = undefined
  }
}
