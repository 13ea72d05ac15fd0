import { type ProductionClient, startProduction } from '../../workers'

/** Milliseconds for which the worker of the last run stays for a next one. */
const STAYS_MS = 120_000

/**
 * Workers for runs. One whose run ended in order stays a while: the next run finds its graphics device and its pipelines
 * made, which on a slow machine is most of a short run.
 */
export class RunWorkers {
  #spare: ProductionClient | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    readonly start: () => Promise<ProductionClient>,
    readonly staysMs = STAYS_MS,
  ) {}

  /** A worker that nobody else has. */
  async take(): Promise<ProductionClient> {
    const spare = this.#spare
    this.#spare = undefined
    clearTimeout(this.#timer)
    return spare ?? this.start()
  }

  /** Takes a worker back that has nothing to do and nothing wrong with it; of two, one is let go. */
  giveBack(worker: ProductionClient): void {
    if (this.#spare) {
      worker.terminate()
      return
    }
    this.#spare = worker
    this.#timer = setTimeout(() => {
      this.#spare = undefined
      worker.terminate()
    }, this.staysMs)
  }
}

/** The page's own. */
export const runWorkers = new RunWorkers(startProduction)
