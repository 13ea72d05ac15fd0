import { isStoreFull } from './artifact-store'
import type { EngineParts } from './engine-parts'
import { enterStage, leaveStage, viewOf } from './enter-stage'
import { asPipelineError, errorData } from './failures'
import { Gate } from './gate'
import { type PhaseContext, PhaseRun } from './phase-run'
import { CancelledError, type PipelineError } from './pipeline-error'
import { RunArtifacts } from './run-artifacts'
import { type Checkpoint, RunBook } from './run-book'
import type { ErrorData } from './run-event'
import { RunLog } from './run-log'
import type { RunRecord, RunState, RunSummary, TaskGraph, TaskState } from './run-record'
import { RunTeller } from './run-teller'
import { forcedFrom, type RunHandle, type StartRequest } from './start-request'
import { summaryOf } from './summary-of'
import type { Stage } from './task'
import { type ContextParts, taskContext } from './task-context'
import { type TaskNode, TaskTable } from './task-table'
import { TimeLeft } from './time-left'
import { WorkClock } from './work-clock'

/** What failed when a run cannot write about itself. */
const RECORDS = 'the records of the run'

/** A run that is going: its phases one after the other, and how it is paused, stopped and asked about. */
export class LiveRun implements RunHandle {
  readonly runId: string
  readonly taskId: string
  readonly done: Promise<RunSummary>
  readonly #parts: EngineParts
  readonly #request: StartRequest
  readonly #stages: readonly Stage[]
  readonly #phaseStates = new Map<string, TaskState>()
  readonly #phaseMs = new Map<string, number>()
  readonly #table: TaskTable
  readonly #time: TimeLeft
  readonly #gate = new Gate()
  readonly #abort = new AbortController()
  readonly #artifacts: RunArtifacts
  readonly #book: RunBook
  readonly #log: RunLog
  readonly #teller: RunTeller
  readonly #running = new Set<TaskNode>()
  readonly #startedAt: string
  readonly #clock: WorkClock
  readonly #holes: string[] = []
  #state: RunState = 'running'
  #phase = ''
  #phaseRun: PhaseRun | undefined
  #error: ErrorData | undefined
  #recordError: PipelineError | undefined
  #ran = 0
  #reused = 0

  /** Starts at once. */
  constructor(parts: EngineParts, request: StartRequest, stages: readonly Stage[]) {
    const { store, wallClock, now, computedBy } = parts
    const { runId, project } = request
    this.runId = runId
    this.taskId = runId
    this.#parts = parts
    this.#request = request
    this.#stages = stages
    for (const { name } of stages) this.#phaseStates.set(name, 'waiting')
    this.#table = new TaskTable(parts.pools.names())
    this.#time = new TimeLeft((resource) => parts.pools.slots(resource))
    this.#artifacts = new RunArtifacts(store, { project, runId, computedBy, wallClock })
    this.#log = new RunLog(store, { project, runId, level: parts.logLevel, wallClock })
    this.#book = new RunBook(store, { project, runId, now, onError: (error) => this.#recordFailed(error) })
    this.#startedAt = wallClock()
    this.#clock = new WorkClock(now)
    this.#teller = new RunTeller({ runId, now, start: now(), bus: parts.bus, log: this.#log, time: this.#time })
    this.done = this.#main()
    // Whoever started it in the background asks for its state, not for its promise.
    this.done.catch(() => {})
  }

  pause(): boolean {
    if (this.#state !== 'running' || this.#abort.signal.aborted) return false
    this.#state = 'paused'
    this.#clock.pause()
    this.#gate.shut()
    this.#phaseRun?.gateMoved()
    this.#teller.run('paused')
    this.#note()
    return true
  }

  resume(): boolean {
    if (this.#state !== 'paused') return false
    this.#state = 'running'
    this.#clock.resume()
    this.#gate.open()
    this.#phaseRun?.gateMoved()
    this.#teller.run('resumed')
    this.#note()
    return true
  }

  cancel(): boolean {
    if ((this.#state !== 'running' && this.#state !== 'paused') || this.#abort.signal.aborted) return false
    this.#abort.abort()
    this.#clock.resume()
    this.#gate.open()
    return true
  }

  graph(): TaskGraph {
    const phases = this.#stages.map(({ name, title }) => ({ name, title, state: this.#phaseStates.get(name)! }))
    return { runId: this.runId, phases, tasks: this.#table.tasks() }
  }

  status(): RunRecord {
    const { project, title } = this.#request
    return {
      runId: this.runId,
      project,
      title,
      state: this.#state,
      phase: this.#phase,
      startedAt: this.#startedAt,
      updatedAt: this.#parts.wallClock(),
      done: this.#time.done,
      total: this.#time.total,
      ...(this.#error ? { error: this.#error } : {}),
    }
  }

  /** Names outside its folder that it uses. */
  readonly uses = (): ReadonlySet<string> => this.#book.uses()

  /** Notes in the run's log and summary what harmed nothing. */
  readonly warn = (message: string): void => this.#teller.quietWarning(message)

  async #main(): Promise<RunSummary> {
    let failure: PipelineError | CancelledError | undefined
    try {
      // A listener added right after the start hears the start.
      await Promise.resolve()
      this.#teller.run('started', { title: this.#request.title })
      await this.#book.open(this.#startedAt)
      const forced = forcedFrom(this.#request.options, this.#stages)
      for (const [index, stage] of this.#stages.entries()) await this.#runPhase(stage, index >= forced)
      this.#state = 'done'
    } catch (error) {
      // What cannot be recorded stops the run as a cancel does, but is a failure.
      const cause = this.#recordError ?? error
      failure = cause instanceof CancelledError ? cause : asPipelineError(cause, this.#phase, 'the run')
      this.#state = cause instanceof CancelledError ? 'cancelled' : 'failed'
      this.#error = errorData(failure)
      if (this.#phase !== '') this.#phaseStates.set(this.#phase, this.#state)
    }
    const summary = this.#summary()
    try {
      await this.#book.end(this.#checkpoint(), summary)
    } catch (error) {
      // That a run could not be recorded is said if it is all there is to say.
      if (!failure) {
        failure = asPipelineError(error, this.#phase, RECORDS)
        this.#state = 'failed'
        this.#error = errorData(failure)
      }
    }
    // Told when it can be looked up.
    const stage = this.#stages.find((s) => s.name === this.#phase)
    this.#teller.ended(this.#state, stage, this.#error)
    await this.#log.flush().catch(() => {})
    if (failure) throw failure
    return summary
  }

  async #runPhase(stage: Stage, forced: boolean): Promise<void> {
    const from = this.#clock.ms()
    this.#phase = stage.name
    this.#phaseStates.set(stage.name, 'running')
    this.#note()
    await this.#gate.pass()
    if (this.#abort.signal.aborted) throw new CancelledError(stage.name)
    await this.#parts.quota.check(stage.name, stage.title)
    const view = viewOf(this.runId, this.#parts.store, this.#artifacts)
    this.#teller.phase('started', stage)
    const specs = await enterStage(stage, view)
    const run = new PhaseRun(this.#phaseContext(stage.name, forced))
    this.#phaseRun = run
    try {
      await run.run(specs)
    } finally {
      this.#phaseRun = undefined
      this.#phaseMs.set(stage.name, this.#clock.ms() - from)
    }
    await leaveStage(stage, view)
    this.#phaseStates.set(stage.name, 'done')
    this.#teller.phase('completed', stage)
    this.#note()
    await this.#book.flush()
    await this.#log.flush().catch(() => {})
  }

  #phaseContext(phase: string, forced: boolean): PhaseContext {
    const { pools, store, quota, retry } = this.#parts
    const context: ContextParts = {
      store,
      artifacts: this.#artifacts,
      signal: this.#abort.signal,
      gate: this.#gate,
      summary: () => this.#summary(),
      onProgress: (node, done, note, picture) => {
        this.#progress(node, done)
        if (picture !== undefined) this.#book.use([picture])
        this.#teller.progress(node, note, picture)
      },
      onWarning: (message, node) => this.#teller.warning(message, node),
    }
    return {
      phase,
      table: this.#table,
      pools,
      store,
      quota,
      retry,
      gate: this.#gate,
      abort: this.#abort,
      forced: forced ? 'it was asked to be made again' : undefined,
      holes: this.#request.options?.onFailure === 'hole',
      workNow: () => this.#clock.ms(),
      contextOf: (node, slot, attempt) => taskContext(context, node, slot, attempt),
      onJoined: (nodes) => {
        for (const { spec, resource, units } of nodes) {
          this.#time.add(resource, units)
          this.#book.use(spec.outputs)
        }
      },
      onQueued: (node) => this.#teller.task('queued', node),
      onStarted: (node) => {
        this.#running.add(node)
        this.#note()
        this.#teller.task('started', node)
      },
      onRetry: (node, error) => {
        this.#progress(node, 0)
        this.#teller.retried(node, asPipelineError(error, node.spec.phase, node.spec.title))
      },
      onWarning: context.onWarning,
      onEnded: (node) => this.#taskEnded(node),
    }
  }

  #progress(node: TaskNode, done: number): void {
    this.#time.step(node.resource, done - node.unitsDone)
    node.unitsDone = done
  }

  #taskEnded(node: TaskNode): void {
    this.#running.delete(node)
    const finished = node.state === 'done' || node.state === 'reused' || node.state === 'hole'
    this.#progress(node, finished ? node.units : 0)
    if (node.state === 'done') {
      this.#ran++
      this.#time.measure(node.resource, node.units, node.ms)
    } else if (node.state === 'reused') this.#reused++
    else if (node.state === 'hole') this.#holes.push(node.spec.id)
    this.#teller.taskEnded(node)
    this.#note()
  }

  #note(): void {
    this.#book.note(this.#checkpoint)
    this.#log.flushSometimes(this.#parts.now())
  }

  /** The run's own records: without room for them there is none for the work; all else passes, or fails the work too. */
  #recordFailed(error: unknown): void {
    const failure = asPipelineError(error, this.#phase, RECORDS)
    if (!isStoreFull(error)) {
      this.#teller.quietWarning(failure.message)
      return
    }
    this.#recordError ??= failure
    this.#abort.abort()
    this.#gate.open()
  }

  readonly #checkpoint = (): Checkpoint => {
    const running = [...this.#running].map((n) => n.spec.id)
    const counts = { ran: this.#ran, reused: this.#reused, holes: this.#holes }
    return { ...this.status(), schema: 'Checkpoint', version: '1.0.0', running, ...counts }
  }

  #summary(): RunSummary {
    return summaryOf({
      record: this.status(),
      nodes: this.#table.nodes(),
      phases: this.#phaseMs,
      ms: this.#clock.ms(),
      warnings: this.#teller.warnings,
      artifacts: this.#artifacts.known(),
      error: this.#error,
    })
  }
}
