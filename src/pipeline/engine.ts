import { type ArtifactStore, nameParts } from './artifact-store'
import { type RetryPolicy, retryPolicy } from './attempt-task'
import { dryRun } from './dry-run'
import type { EngineParts } from './engine-parts'
import { EventBus } from './event-bus'
import { LiveRun } from './live-run'
import { PipelineError } from './pipeline-error'
import { QuotaWatch } from './quota-watch'
import { ResourcePools } from './resource-pools'
import { runFolder } from './run-artifacts'
import type { EventKind, RunListener } from './run-event'
import { type CleanUpLimits, RunLibrary } from './run-library'
import type { LogLevel } from './run-log'
import type { RunRecord, RunState, TaskGraph } from './run-record'
import type { RunHandle, StartRequest } from './start-request'
import type { Stage } from './task'

/** What an engine is made of. */
export interface EngineOptions {
  readonly store: ArtifactStore
  /** In the order in which they run. */
  readonly stages: readonly Stage[]
  /** Milliseconds, monotonic. */
  readonly now: () => number
  /** The date, ISO 8601. */
  readonly wallClock: () => string
  /** Slots by resource; `cpu` has one if it is not named. */
  readonly resources: Readonly<Record<string, number>>
  /** Program, build and machine, for the `.meta` of artifacts. */
  readonly computedBy: string
  readonly retry?: RetryPolicy
  /** Bytes used and to be used, where that is known. */
  readonly quota?: () => Promise<{ readonly usage: number; readonly quota: number }>
  /** The least that a run's log keeps; `info` if it does not say. */
  readonly logLevel?: LogLevel
}

/** Where a stage is put. */
export interface StagePlace {
  /** Takes the place of this stage. */
  readonly replace?: string
  readonly before?: string
  readonly after?: string
}

/** Runs that are going, by the store they work in: engines of one store know of each other's. */
const liveRuns = new WeakMap<ArtifactStore, Map<string, LiveRun>>()

/** Runs the registered stages in order: what is made is reused, what is not is done on slots of resources, and how it stands is kept. */
export class Engine {
  readonly #parts: EngineParts
  readonly #live: Map<string, LiveRun>
  readonly #library: RunLibrary
  #stages: readonly Stage[] = []

  /** @throws RangeError for a resource without slots; PipelineError for two stages of one name. */
  constructor(options: EngineOptions) {
    const { store, now, wallClock, computedBy, logLevel = 'info' } = options
    const live = liveRuns.get(store) ?? new Map<string, LiveRun>()
    liveRuns.set(store, live)
    this.#live = live
    this.#library = new RunLibrary(
      store,
      (runId) => live.has(runId),
      () => new Set([...live.values()].flatMap((run) => [...run.uses()])),
    )
    this.#parts = {
      store,
      pools: new ResourcePools({ cpu: 1, ...options.resources }),
      bus: new EventBus((error, event) =>
        live.get(event.runId)?.warn(`a listener failed at ${event.kind}: ${error instanceof Error ? error.message : String(error)}`),
      ),
      quota: new QuotaWatch(options.quota, now),
      retry: retryPolicy(options.retry),
      now,
      wallClock,
      computedBy,
      logLevel,
    }
    for (const stage of options.stages) this.register(stage)
  }

  /** The stages in the order in which they run. */
  get stages(): readonly Stage[] {
    return this.#stages
  }

  /**
   * Adds a stage at the end, before or after another, or in the place of one; runs that are going keep theirs.
   * @throws PipelineError naming the stage that is there already, or is not there.
   */
  register(stage: Stage, { replace, before, after }: StagePlace = {}): void {
    const refuse = (problem: string) => new PipelineError('register', stage.name, problem, `there are ${this.#names()}`, { type: 'state' })
    const taken = this.#stages.some((s) => s.name === stage.name && s.name !== replace)
    if (taken) throw refuse('a stage of this name is registered')
    const by = replace ?? before ?? after
    const at = by === undefined ? this.#stages.length : this.#stages.findIndex((s) => s.name === by)
    if (at < 0) throw refuse(`there is no stage ${JSON.stringify(by)}`)
    const index = replace === undefined && before === undefined && after !== undefined ? at + 1 : at
    this.#stages = this.#stages.toSpliced(index, replace === undefined ? 0 : 1, stage)
  }

  /**
   * Starts a run, or goes on with one of that id: what it made is found made.
   * @throws PipelineError if that run is going; StoreError if id or project cannot name a folder.
   */
  start(request: StartRequest): RunHandle {
    nameParts(`${runFolder(request.project, request.runId)}checkpoint.json`)
    if (this.#live.has(request.runId))
      throw new PipelineError('start', request.runId, 'this run is going', 'wait for it, or cancel it', { type: 'state' })
    const run = new LiveRun(this.#parts, request, this.#stages)
    this.#live.set(request.runId, run)
    const end = () => this.#live.delete(request.runId)
    run.done.then(end, end)
    return run
  }

  /** What such a run would do and why; reads the store and writes nothing. @throws PipelineError */
  graph(request: StartRequest): Promise<TaskGraph> {
    return dryRun(this.#parts, request, this.#stages)
  }

  /** Hears of events of one kind, of several or of all; answers how to stop hearing. A listener that throws harms nothing. */
  on(kinds: EventKind | readonly EventKind[] | '*', listener: RunListener): () => void {
    return this.#parts.bus.on(kinds, listener)
  }

  /** Takes all listeners off. */
  clear(): void {
    this.#parts.bus.clear()
  }

  /** Switches the telling of events off and on. */
  mute(on: boolean): void {
    this.#parts.bus.mute(on)
  }

  /** The handle of a run that is going. */
  live(runId: string): RunHandle | undefined {
    return this.#live.get(runId)
  }

  /** Runs of one state or of all, the last touched first. */
  list(state?: RunState): Promise<readonly RunRecord[]> {
    return this.#library.list(state)
  }

  /** How a run stands; undefined if there is none of that id. */
  async status(runId: string): Promise<RunRecord | undefined> {
    return this.#live.get(runId)?.status() ?? (await this.#library.list()).find((r) => r.runId === runId)
  }

  /** Stops a run; whether there was one to stop. */
  cancel(runId: string): boolean {
    return this.#live.get(runId)?.cancel() ?? false
  }

  /** Removes a run's folder; false if there is none or it is going. */
  remove(runId: string): Promise<boolean> {
    return this.#library.remove(runId)
  }

  /** Removes old runs by age and size, and what no run refers to; answers how many runs went. */
  cleanUp(limits: CleanUpLimits): Promise<number> {
    return this.#library.cleanUp(limits, this.#parts.wallClock())
  }

  #names(): string {
    return this.#stages.map((s) => s.name).join(', ') || 'none'
  }
}
