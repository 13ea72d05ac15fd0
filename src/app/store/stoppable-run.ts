import type { Diagnostic } from '../../film'
import type { RunEvent, RunSummary } from '../../pipeline'
import type { OpenedProduction, ProductionClient, ProductionInput, RunOptions } from '../../workers'

/** How a run ended, as its page hears it. */
export type RunOutcome =
  | { readonly kind: 'ended'; readonly summary: RunSummary }
  | { readonly kind: 'invalid'; readonly findings: readonly Diagnostic[] }
  /** Stopped before anything of it was begun. */
  | { readonly kind: 'stopped' }

/** What a run is made of. */
export interface RunOrder {
  readonly start: () => Promise<ProductionClient>
  readonly input: ProductionInput
  readonly options: RunOptions
  /** Hears what the production is, before it runs. */
  readonly onOpened?: (opened: OpenedProduction) => void
  readonly onEvent: (event: RunEvent) => void
}

/**
 * One run in a worker of its own, that can be stopped from its first moment: while it is only being prepared there is
 * nothing in the worker that could be asked to stop, so the worker is let go.
 */
export class StoppableRun {
  #door: ProductionClient | undefined
  #begun = false
  #stopped = false
  #letGo: () => void = () => {}

  /** The worker's door while it runs. */
  get door(): ProductionClient | undefined {
    return this.#door
  }

  /** Runs to the end. @throws what the door throws. The worker stays until `close`. */
  async toEnd(order: RunOrder): Promise<RunOutcome> {
    const gone = new Promise<RunOutcome>((resolve) => {
      this.#letGo = () => resolve({ kind: 'stopped' })
    })
    return Promise.race([this.#work(order), gone])
  }

  async #work({ start, input, options, onOpened, onEvent }: RunOrder): Promise<RunOutcome> {
    const door = await start()
    if (this.#stopped) {
      door.terminate()
      return { kind: 'stopped' }
    }
    this.#door = door
    const answer = await door.open(input)
    if (!answer.ok) return { kind: 'invalid', findings: answer.diagnostics }
    onOpened?.(answer.production)
    const summary = await door.run(options, (event) => {
      this.#begun = true
      onEvent(event)
    })
    return { kind: 'ended', summary }
  }

  /** Stops within a frame; what is made is kept. */
  async stop(): Promise<void> {
    this.#stopped = true
    if (this.#begun) {
      await this.#door?.cancel()
      return
    }
    this.close()
    this.#letGo()
  }

  /** Ends the worker. */
  close(): void {
    this.#door?.terminate()
    this.#door = undefined
  }
}
