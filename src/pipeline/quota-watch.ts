import { PipelineError } from './pipeline-error'

/** Bytes that must stay free: a segment of the largest size and the records beside it. */
export const RESERVE_BYTES = 32 << 20

/** Milliseconds between two looks. */
const EVERY_MS = 1000

/** Looks now and then whether the store has room left. */
export class QuotaWatch {
  readonly #ask: (() => Promise<{ readonly usage: number; readonly quota: number }>) | undefined
  readonly #now: () => number
  #last = Number.NEGATIVE_INFINITY

  /** @param ask what is used and what may be used, in bytes; without it there is nothing to watch. */
  constructor(ask: (() => Promise<{ readonly usage: number; readonly quota: number }>) | undefined, now: () => number) {
    this.#ask = ask
    this.#now = now
  }

  /** @throws PipelineError if there is no room for another piece of work. */
  async check(phase: string, task: string): Promise<void> {
    if (!this.#ask || this.#now() - this.#last < EVERY_MS) return
    this.#last = this.#now()
    // What cannot be known stops nothing: the store itself will say when it is full.
    const { usage, quota } = await this.#ask().catch(() => ({ usage: 0, quota: Number.POSITIVE_INFINITY }))
    if (quota - usage >= RESERVE_BYTES) return
    // Whoever starts again right away is told again.
    this.#last = Number.NEGATIVE_INFINITY
    const mib = (n: number) => `${Math.max(0, Math.floor(n / (1 << 20)))} MiB`
    throw new PipelineError(
      phase,
      task,
      `the store has ${mib(quota - usage)} left of ${mib(quota)}`,
      `make room for ${mib(RESERVE_BYTES)} and resume: what is finished is kept`,
      { type: 'store' },
    )
  }
}
