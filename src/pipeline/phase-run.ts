import type { ArtifactStore } from './artifact-store'
import { type Attempting, attemptTask, type FullRetryPolicy } from './attempt-task'
import { asPipelineError } from './failures'
import { deferred, type Gate } from './gate'
import { Heap } from './heap'
import { CancelledError, type PipelineError } from './pipeline-error'
import type { QuotaWatch } from './quota-watch'
import type { PoolEntry, ResourcePools } from './resource-pools'
import type { TaskContext, TaskSpec } from './task'
import { startsBefore, type TaskNode, type TaskTable } from './task-table'

/** What a phase needs of the run that it belongs to. */
export interface PhaseContext {
  readonly phase: string
  readonly table: TaskTable
  readonly pools: ResourcePools
  readonly store: ArtifactStore
  readonly quota: QuotaWatch
  readonly retry: FullRetryPolicy
  readonly gate: Gate
  /** Fires when the run is cancelled or must stop. */
  readonly abort: AbortController
  /** Everything is made again. */
  readonly forced: string | undefined
  /** What fails and could be missing is left as a hole. */
  readonly holes: boolean
  /** Milliseconds of work, which stand still while the run is paused. */
  readonly workNow: () => number
  readonly contextOf: (node: TaskNode, slot: number, attempt: number) => TaskContext
  readonly onJoined: (nodes: readonly TaskNode[]) => void
  readonly onQueued: (node: TaskNode) => void
  readonly onStarted: (node: TaskNode) => void
  readonly onRetry: (node: TaskNode, error: Error) => void
  readonly onWarning: (message: string, node: TaskNode) => void
  /** It is finished, failed or cancelled: its state says which. */
  readonly onEnded: (node: TaskNode) => void
}

/** Tasks whose store is asked at the same time whether they are made. */
const CHECKS = 4

/** Runs the tasks of one phase: asks what is missing, gives it slots by priority, and lets what is found out join. */
export class PhaseRun {
  readonly #by: PhaseContext
  readonly #toCheck = new Heap<TaskNode>(startsBefore)
  readonly #held: PoolEntry[] = []
  readonly #end = deferred()
  #checking = false
  #running = 0
  #open = 0
  #error: Error | undefined

  constructor(by: PhaseContext) {
    this.#by = by
  }

  /**
   * Runs tasks and all that they find out about, to the end.
   * @throws PipelineError of the first failure, CancelledError; in both cases after all that was running has stopped.
   */
  async run(specs: readonly TaskSpec[]): Promise<void> {
    const { signal } = this.#by.abort
    const onAbort = () => this.#settle()
    signal.addEventListener('abort', onAbort)
    try {
      this.#join(specs)
      this.#settle()
      await this.#end.promise
    } finally {
      signal.removeEventListener('abort', onAbort)
    }
  }

  /** Takes what waits for a slot back, or lets it wait again, as the gate stands. */
  gateMoved(): void {
    if (this.#by.gate.isShut) this.#held.push(...this.#by.pools.withdraw(this))
    else this.#by.pools.submit(this.#held.splice(0))
  }

  #join(specs: readonly TaskSpec[]): void {
    const nodes = this.#by.table.add(this.#by.phase, specs)
    this.#open += nodes.length
    this.#by.onJoined(nodes)
    this.#ask(nodes.filter((n) => n.waitsFor === 0))
  }

  /** Puts tasks that could start in line to be asked whether they are made. */
  #ask(nodes: readonly TaskNode[]): void {
    for (const node of nodes) this.#toCheck.push(node)
    if (!this.#checking && this.#toCheck.size > 0) void this.#check()
  }

  async #check(): Promise<void> {
    this.#checking = true
    try {
      // Whoever adds tasks in one go sees them ordered, not the first one started before the others are there.
      await Promise.resolve()
      while (this.#toCheck.size > 0 && !this.#stopping) {
        const batch: TaskNode[] = []
        for (let asked = 0; asked < CHECKS && this.#toCheck.size > 0; ) {
          const node = this.#toCheck.pop()!
          if (this.#by.forced === undefined && node.spec.missing) asked++
          batch.push(node)
        }
        const whys = await Promise.all(batch.map((node) => this.#whyOf(node)))
        if (this.#stopping) break
        batch.forEach((node, i) => {
          const why = whys[i]
          if (why === undefined) this.#finish(node, 'reused')
          else node.why = why
        })
        this.#offer(batch.filter((node) => node.why !== undefined))
      }
    } catch (error) {
      this.#stop(asPipelineError(error, this.#by.phase, 'the store'))
    }
    this.#checking = false
    this.#settle()
  }

  /** Why a task must be done; undefined if it is made. The store is asked again if it fails in a way that can pass. */
  async #whyOf({ spec }: TaskNode): Promise<string | undefined> {
    const { phase, forced, store, retry, abort } = this.#by
    if (forced !== undefined) return forced
    if (!spec.missing) return 'it is made in every run'
    for (let attempt = 1; ; attempt++) {
      try {
        return await spec.missing(store)
      } catch (thrown) {
        const error = asPipelineError(thrown, phase, spec.title)
        if (!error.transient || attempt >= retry.attempts || this.#stopping) throw error
        await retry.wait(retry.baseMs * 2 ** (attempt - 1), abort.signal).catch(() => {})
      }
    }
  }

  #offer(nodes: readonly TaskNode[]): void {
    const entries = nodes.map((node): PoolEntry => {
      node.state = 'queued'
      this.#by.onQueued(node)
      const { resource, priority, order, spec } = node
      return { resource, priority, order, affinity: spec.affinity, owner: this, start: (slot) => void this.#execute(node, slot) }
    })
    if (this.#by.gate.isShut) this.#held.push(...entries)
    else this.#by.pools.submit(entries)
  }

  async #execute(node: TaskNode, slot: number): Promise<void> {
    this.#running++
    const { spec } = node
    const { store, abort, retry } = this.#by
    let from = this.#by.workNow()
    try {
      await this.#by.quota.check(this.#by.phase, spec.title)
      if (this.#stopping) throw new CancelledError(this.#by.phase)
      node.state = 'running'
      this.#by.onStarted(node)
      from = this.#by.workNow()
      const attempting: Attempting = {
        store,
        signal: abort.signal,
        retry,
        context: (attempt) => {
          node.attempts = attempt
          return this.#by.contextOf(node, slot, attempt)
        },
        onRetry: (_, error) => this.#by.onRetry(node, error),
        onWarning: (message) => this.#by.onWarning(message, node),
      }
      const more = await attemptTask(spec, attempting)
      node.ms = this.#by.workNow() - from
      if (more.length > 0) this.#join(more)
      this.#finish(node, 'done')
    } catch (error) {
      node.ms = this.#by.workNow() - from
      this.#fail(node, error instanceof CancelledError ? error : asPipelineError(error, spec.phase, spec.title))
    } finally {
      this.#running--
      this.#by.pools.release(node.resource, slot)
      this.#settle()
    }
  }

  #finish(node: TaskNode, state: 'done' | 'reused' | 'hole'): void {
    const ready = this.#by.table.finish(node, state)
    this.#open--
    this.#by.onEnded(node)
    this.#ask(ready)
  }

  #fail(node: TaskNode, error: PipelineError | CancelledError): void {
    if (error instanceof CancelledError || this.#stopping) {
      node.state = 'cancelled'
      this.#by.onEnded(node)
      return
    }
    const { type, phase, task, problem, remedy } = error
    node.error = { type, phase, task, problem, remedy }
    // A store that fails, fails for all.
    if (this.#by.holes && node.spec.optional && type !== 'store') {
      this.#finish(node, 'hole')
      return
    }
    node.state = 'failed'
    this.#by.onEnded(node)
    this.#stop(error)
  }

  get #stopping(): boolean {
    return this.#by.abort.signal.aborted
  }

  #stop(error: Error): void {
    this.#error ??= error
    this.#by.abort.abort()
  }

  #settle(): void {
    if (this.#stopping) {
      this.#by.pools.withdraw(this)
      if (this.#running === 0 && !this.#checking) this.#end.reject(this.#error ?? new CancelledError(this.#by.phase))
    } else if (this.#open === 0 && !this.#checking && this.#running === 0) this.#end.resolve()
  }
}
