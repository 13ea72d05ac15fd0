/** So long nothing must have changed before what can wait is done, milliseconds; where that takes long, so many times as long. */
const QUIET_MS = 350
const QUIET_TIMES = 3
const LONGEST_QUIET_MS = 8000

/** Whether the page has been left alone for long enough that something may be drawn that nobody waits for. */
export class Quiet {
  #since = 0
  #needed = QUIET_MS

  /** Something changed. */
  disturb(): void {
    this.#since = performance.now()
  }

  /** Takes how long what was done in the quiet took, milliseconds. */
  took(ms: number): void {
    this.#needed = Math.min(LONGEST_QUIET_MS, Math.max(QUIET_MS, QUIET_TIMES * ms))
  }

  get isLong(): boolean {
    return performance.now() - this.#since >= this.#needed
  }
}
