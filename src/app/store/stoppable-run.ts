import type { Diagnostic } from '../../film'
import { CancelledError, PipelineError, type RunEvent, type RunSummary } from '../../pipeline'
import type { OnSpoken, OpenedProduction, ProductionClient, ProductionInput, RunOptions } from '../../workers'
import { type RunWorkers, runWorkers } from './run-workers'

/** How a run ended, as its page hears it. */
export type RunOutcome =
  | { readonly kind: 'ended'; readonly summary: RunSummary }
  | { readonly kind: 'invalid'; readonly findings: readonly Diagnostic[] }
  /** Stopped before anything of it was begun. */
  | { readonly kind: 'stopped' }

/** What a run is made of. */
export interface RunOrder {
  readonly input: ProductionInput
  readonly options: RunOptions
  /** Hears how many of its lines have been spoken, before it opens. */
  readonly onSpoken?: OnSpoken
  /** Hears what the production is, before it runs. */
  readonly onOpened?: (opened: OpenedProduction) => void
  readonly onEvent: (event: RunEvent) => void
}

/** Kinds of failure after which a worker works on: what was wrong was outside it. */
const SOUND: ReadonlySet<string> = new Set(['validation', 'state', 'store'])

/**
 * One run in a worker of its own, that can be stopped from its first moment: while it is only being prepared there is
 * nothing in the worker that could be asked to stop, so the worker is let go.
 */
export class StoppableRun {
  #door: ProductionClient | undefined
  #begun = false
  #stopped = false
  /** Its run is over, and what it failed of was not the worker. */
  #isSound = false
  #letGo: () => void = () => {}

  /** @param workers where the worker comes from and goes back to. */
  constructor(readonly workers: Pick<RunWorkers, 'take' | 'giveBack'> = runWorkers) {}

  /** The worker's door while it runs. */
  get door(): ProductionClient | undefined {
    return this.#door
  }

  /** Runs to the end. @throws what the door throws. The worker is this run's until `close`. */
  async toEnd(order: RunOrder): Promise<RunOutcome> {
    const gone = new Promise<RunOutcome>((resolve) => {
      this.#letGo = () => resolve({ kind: 'stopped' })
    })
    return Promise.race([this.#work(order), gone])
  }

  async #work({ input, options, onSpoken, onOpened, onEvent }: RunOrder): Promise<RunOutcome> {
    const door = await this.workers.take()
    if (this.#stopped) {
      this.workers.giveBack(door)
      return { kind: 'stopped' }
    }
    this.#door = door
    try {
      const answer = await door.open(input, 'spoken', onSpoken)
      this.#isSound = !answer.ok
      if (!answer.ok) return { kind: 'invalid', findings: answer.diagnostics }
      onOpened?.(answer.production)
      const summary = await door.run(options, (event) => {
        this.#begun = true
        onEvent(event)
      })
      this.#isSound = true
      return { kind: 'ended', summary }
    } catch (error) {
      this.#isSound = error instanceof CancelledError || (error instanceof PipelineError && SOUND.has(error.type))
      throw error
    }
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

  /** Lets the worker go: for the next run if its own is over, else for good. */
  close(): void {
    const door = this.#door
    this.#door = undefined
    if (!door) return
    if (this.#isSound) this.workers.giveBack(door)
    else door.terminate()
  }
}
