import type { StoreApi } from 'zustand/vanilla'
import { type ArtifactStore, type ErrorData, PipelineError, type RunEvent } from '../../pipeline'
import type { Background } from './background'
import { keptInput } from './inputs'
import type { ProductionState } from './production-state'
import { changed, nextUp, type QueueEntry, type RenderQueue } from './queue'
import { applyEvents, ended, type RunProgress, startedProgress, withGraph } from './run-progress'
import { type RunOutcome, StoppableRun } from './stoppable-run'
import { inPlace, messageOf } from './words'

/** How often the page takes in what a run told. */
const HEAR_MS = 150
/** How many at once: thousands of tasks found made are told in a burst, and the page may not stop for them. */
const MOST_AT_ONCE = 1500

/** What the line is made of. */
export interface LineParts {
  readonly store: () => ArtifactStore
  readonly state: StoreApi<ProductionState>
  readonly queue: StoreApi<RenderQueue>
  readonly background: Pick<Background, 'start' | 'stop'>
  readonly notify: (title: string, body: string) => void
  /** An entry begins while nothing is on the desk: a page that was reopened shows what it goes on with. */
  readonly onShown: (entry: QueueEntry) => Promise<void>
  /** A run is over, however. */
  readonly onOver: () => Promise<void>
}

/** Runs what is in the queue, one production at a time, in a worker of its own. */
export class RunLine {
  #run: StoppableRun | undefined
  #heard: RunEvent[] = []
  #heardTimer: ReturnType<typeof setTimeout> | undefined

  constructor(readonly parts: LineParts) {}

  /** Starts what is next, if nothing runs. */
  async pump(): Promise<void> {
    const { queue, state } = this.parts
    const entry = nextUp(queue.getState())
    if (!entry || this.#run) return
    queue.setState((s) => ({ entries: changed(s.entries, entry.id, { state: 'running', note: '' }) }))
    if (state.getState().files.length === 0) void this.parts.onShown(entry)
    const outcome = await this.#toEnd(entry)
    queue.setState((s) => ({ entries: changed(s.entries, entry.id, outcome) }))
    await this.parts.onOver().catch((error: unknown) => state.setState({ note: messageOf(error) }))
    void this.pump()
  }

  async #toEnd(entry: QueueEntry): Promise<Partial<QueueEntry>> {
    const { state, background } = this.parts
    const run = new StoppableRun()
    this.#run = run
    background.start()
    // Who looks after the queue goes on with that: the deck below shows the run.
    const { tab } = state.getState()
    state.setState({ run: startedProgress(entry.runId, entry.title), tab: tab === 'queue' ? tab : 'render', note: undefined })
    try {
      const input = await keptInput(this.parts.store(), entry.input)
      if (!input) return this.#fail(entry, failure('its files are no longer kept', 'open them again and run: what is made is kept'))
      const outcome = await run.toEnd({
        input,
        options: entry.options,
        onSpoken: (done, total) => state.setState({ note: `voices: ${done} of ${total} lines are recorded` }),
        onOpened: ({ runId }) => {
          state.setState({ note: undefined })
          this.#change((shown) => ({ ...shown, runId }))
        },
        onEvent: (event) => this.#hear(event),
      })
      this.#takeIn()
      return await this.#over(entry, outcome, run)
    } catch (error) {
      this.#takeIn()
      if (isCancelled(error)) return this.#cancelled()
      return this.#fail(entry, problemOf(error))
    } finally {
      run.close()
      this.#run = undefined
      background.stop()
    }
  }

  async #over(entry: QueueEntry, outcome: RunOutcome, run: StoppableRun): Promise<Partial<QueueEntry>> {
    if (outcome.kind === 'stopped') return this.#cancelled()
    if (outcome.kind === 'invalid') {
      const [first] = outcome.findings
      return this.#fail(entry, failure(first?.message ?? 'the production is not valid', first?.remedy ?? 'mend it and run again'))
    }
    const { summary } = outcome
    const graph = await run.door?.current()
    const error = summary.error && inPlace(summary.error, this.#drew())
    this.#change((shown) => ({ ...ended(graph ? withGraph(shown, graph) : shown, summary), error }))
    this.parts.state.setState({ chosenRun: summary.runId })
    this.parts.notify(`${entry.title} is ${summary.state}`, `${summary.ran.length} tasks worked on, ${summary.reused.length} found made`)
    const { state } = summary
    return {
      state: state === 'done' || state === 'cancelled' ? state : 'failed',
      runId: summary.runId,
      note: error?.problem ?? '',
    }
  }

  #cancelled(): Partial<QueueEntry> {
    this.#change((run) => ({ ...run, state: 'cancelled', etaS: null }))
    return { state: 'cancelled', note: '' }
  }

  #fail(entry: QueueEntry, thrown: ErrorData): Partial<QueueEntry> {
    const error = inPlace(thrown, this.#drew())
    this.#change((run) => ({ ...run, state: 'failed', etaS: null, error }))
    this.parts.notify(`${entry.title} has failed`, error.problem)
    return { state: 'failed', note: error.problem }
  }

  /** Whether this page had a graphics card: something of the run was drawn, or tried again after a loss. */
  #drew(): boolean {
    const { run } = this.parts.state.getState()
    return run !== undefined && [...run.tasks.values()].some((t) => t.picture !== undefined || t.attempt > 1)
  }

  #hear(event: RunEvent): void {
    this.#heard.push(event)
    this.#heardTimer ??= setTimeout(() => this.#takeIn(MOST_AT_ONCE), HEAR_MS)
  }

  #takeIn(most = Number.POSITIVE_INFINITY): void {
    clearTimeout(this.#heardTimer)
    this.#heardTimer = undefined
    const events = this.#heard.slice(0, most)
    this.#heard = this.#heard.slice(events.length)
    if (this.#heard.length > 0) this.#heardTimer = setTimeout(() => this.#takeIn(most), 16)
    if (events.length === 0) return
    this.#change((run) => applyEvents(run, events))
    if (this.parts.state.getState().run?.unknown) void this.#fetchGraph()
  }

  async #fetchGraph(): Promise<void> {
    const graph = await this.#run?.door?.current()
    if (graph) this.#change((run) => withGraph(run, graph))
  }

  #change(change: (run: RunProgress) => RunProgress): void {
    this.parts.state.setState((s) => (s.run ? { run: change(s.run) } : {}))
  }

  async pause(): Promise<void> {
    if (await this.#run?.door?.pause()) this.#change((run) => ({ ...run, state: 'paused', etaS: null }))
  }

  async resume(): Promise<void> {
    if (await this.#run?.door?.resume()) this.#change((run) => ({ ...run, state: 'running' }))
  }

  /** Stops what runs within a frame, also while it is only being prepared. */
  async cancel(): Promise<void> {
    await this.#run?.stop()
  }
}

const isCancelled = (error: unknown): boolean =>
  (error instanceof Error && error.name === 'CancelledError') || /cancelled$/.test(messageOf(error))

const failure = (problem: string, remedy: string): ErrorData => ({ type: 'stage', phase: '', task: '', problem, remedy })

function problemOf(error: unknown): ErrorData {
  if (!(error instanceof PipelineError)) return failure(messageOf(error), 'run again: what is made is kept')
  const { type, phase, task, problem, remedy } = error
  return { type, phase, task, problem, remedy }
}
