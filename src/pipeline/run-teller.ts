import type { EventBus } from './event-bus'
import { errorData } from './failures'
import type { PipelineError } from './pipeline-error'
import type { ErrorData, RunEvent } from './run-event'
import type { RunLog } from './run-log'
import type { RunState } from './run-record'
import type { Stage } from './task'
import type { TaskNode } from './task-table'
import type { TimeLeft } from './time-left'

/** Milliseconds between two progress events of one task, and of the run. */
const EVERY_MS = 250
/** Warnings that the summary keeps; the log has all. */
const WARNINGS = 200

/** Says what happens in a run, as events and as lines of its log. */
export class RunTeller {
  readonly #runId: string
  readonly #now: () => number
  readonly #start: number
  readonly #bus: EventBus
  readonly #log: RunLog
  readonly #time: TimeLeft
  readonly #warnings: string[] = []
  readonly #toldTask = new WeakMap<TaskNode, number>()
  #toldRun = Number.NEGATIVE_INFINITY

  constructor(by: { runId: string; now: () => number; start: number; bus: EventBus; log: RunLog; time: TimeLeft }) {
    this.#runId = by.runId
    this.#now = by.now
    this.#start = by.start
    this.#bus = by.bus
    this.#log = by.log
    this.#time = by.time
  }

  /** What was warned of, the first of it. */
  get warnings(): readonly string[] {
    return this.#warnings
  }

  run(kind: 'started' | 'paused' | 'resumed', more: { readonly title?: string } = {}): void {
    this.#log.add('info', `run ${kind}`)
    this.#tell({ kind, of: 'run', ...this.#overall(), ...more })
  }

  phase(kind: 'started' | 'completed', stage: Stage): void {
    this.#log.add('info', `phase ${kind}`, { phase: stage.name })
    this.#tell({ kind, of: 'phase', phase: stage.name, title: stage.title })
  }

  task(kind: 'queued' | 'started', node: TaskNode): void {
    const { why } = node
    this.#log.add('debug', `${kind}${why === undefined ? '' : `: ${why}`}`, { phase: node.spec.phase, task: node.spec.id })
    this.#tell({ kind, ...ofTask(node), ...(why === undefined ? {} : { reason: why }) })
  }

  progress(node: TaskNode, note: string | undefined, picture: string | undefined): void {
    const now = this.#now()
    if (picture === undefined && now - (this.#toldTask.get(node) ?? Number.NEGATIVE_INFINITY) < EVERY_MS) return
    this.#toldTask.set(node, now)
    const reason = note === undefined ? {} : { reason: note }
    this.#tell({ kind: 'progress', ...ofTask(node), ...reason, ...(picture === undefined ? {} : { picture }) })
    this.#runProgress()
  }

  retried(node: TaskNode, error: PipelineError): void {
    this.#log.add('warn', `attempt ${node.attempts} failed: ${error.message}`, { phase: node.spec.phase, task: node.spec.id })
    this.#tell({ kind: 'retried', ...ofTask(node), attempt: node.attempts, reason: error.problem, error: errorData(error) })
  }

  /** A task is done, found made, left as a hole, failed or cancelled. */
  taskEnded(node: TaskNode): void {
    const where = { phase: node.spec.phase, task: node.spec.id }
    const { error } = node
    if (node.state === 'done') {
      this.#log.add('info', `made in ${Math.round(node.ms)} ms`, where)
      this.#tell({ kind: 'completed', ...ofTask(node) })
    } else if (node.state === 'reused') {
      this.#log.add('debug', 'found made', where)
      this.#tell({ kind: 'skipped', ...ofTask(node), reason: 'it is made already' })
    } else if (node.state === 'cancelled') {
      this.#tell({ kind: 'cancelled', ...ofTask(node) })
    } else if (error) {
      const hole = node.state === 'hole'
      this.#log.add('error', `${error.problem} (${error.remedy})`, where)
      this.#tell({ kind: 'failed', ...ofTask(node), error, reason: hole ? 'it is left as a hole' : error.problem })
      if (hole) this.warning(`${node.spec.title} is left as a hole: ${error.problem}`, node)
    }
    this.#runProgress()
  }

  warning(message: string, node?: TaskNode): void {
    this.quietWarning(message, node)
    this.#tell({ kind: 'warning', ...(node ? ofTask(node) : { of: 'run' as const }), reason: message })
  }

  /** A warning for log and summary alone: no listener hears of what a listener did. */
  quietWarning(message: string, node?: TaskNode): void {
    this.#log.add('warn', message, node ? { phase: node.spec.phase, task: node.spec.id } : {})
    if (this.#warnings.length < WARNINGS) this.#warnings.push(message)
  }

  /** The run has ended. */
  ended(state: RunState, phase: Stage | undefined, error: ErrorData | undefined): void {
    const kind = state === 'done' ? 'completed' : state === 'cancelled' ? 'cancelled' : 'failed'
    const problem = error ? { error, reason: error.problem } : {}
    if (phase && kind !== 'completed') this.#tell({ kind, of: 'phase', phase: phase.name, title: phase.title, ...problem })
    this.#log.add(kind === 'failed' ? 'error' : 'info', error ? `run ${kind}: ${error.problem} (${error.remedy})` : `run ${kind}`)
    this.#tell({ kind, of: 'run', ...this.#overall(), ...problem })
  }

  #runProgress(): void {
    const now = this.#now()
    if (now - this.#toldRun < EVERY_MS) return
    this.#toldRun = now
    this.#tell({ kind: 'progress', of: 'run', ...this.#overall() })
  }

  #overall(): Pick<RunEvent, 'done' | 'total' | 'etaS'> {
    return { done: this.#time.done, total: this.#time.total, etaS: this.#time.seconds() }
  }

  #tell(event: Omit<RunEvent, 'runId' | 'atMs'>): void {
    this.#bus.tell({ ...event, runId: this.#runId, atMs: this.#now() - this.#start })
  }
}

function ofTask({ spec, unitsDone, units }: TaskNode) {
  return { of: 'task' as const, phase: spec.phase, task: spec.id, title: spec.title, done: unitsDone, total: units }
}
