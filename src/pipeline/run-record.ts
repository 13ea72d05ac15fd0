import type { ErrorData } from './run-event'

export const TASK_STATES = ['waiting', 'queued', 'running', 'done', 'reused', 'hole', 'failed', 'cancelled'] as const
/** `reused`: found made and valid. `hole`: failed, accepted as missing, to be filled by a later run. */
export type TaskState = (typeof TASK_STATES)[number]

export const RUN_STATES = ['running', 'paused', 'done', 'failed', 'cancelled', 'interrupted'] as const
/** `interrupted`: a run whose process went away; it can be resumed. */
export type RunState = (typeof RUN_STATES)[number]

/** A node of the task graph, as it is printed and drawn. */
export interface GraphTask {
  readonly id: string
  readonly phase: string
  readonly title: string
  readonly needs: readonly string[]
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  readonly resource: string
  readonly units: number
  readonly state: TaskState
  /** Why it must be made; undefined if it is there. */
  readonly why?: string
}

/**
 * The tasks of a run in the order they were declared, phase by phase. A phase's `why` says why its tasks are not
 * known yet, in a dry run.
 */
export interface TaskGraph {
  readonly runId: string
  readonly phases: readonly { readonly name: string; readonly title: string; readonly state: TaskState; readonly why?: string }[]
  readonly tasks: readonly GraphTask[]
}

/** How a run stands: kept in the store after every task, so that it can be resumed and listed. */
export interface RunRecord {
  readonly runId: string
  readonly project: string
  readonly title: string
  readonly state: RunState
  readonly phase: string
  /** ISO 8601. */
  readonly startedAt: string
  readonly updatedAt: string
  readonly done: number
  readonly total: number
  readonly error?: ErrorData
}

/** What a run did, written when it ends: `run_summary.json`. */
export interface RunSummary {
  readonly schema: 'RunSummary'
  readonly version: '1.0.0'
  readonly runId: string
  readonly project: string
  readonly title: string
  readonly state: RunState
  readonly startedAt: string
  readonly endedAt: string
  readonly seconds: number
  readonly phases: readonly {
    readonly name: string
    readonly seconds: number
    readonly ran: number
    readonly reused: number
    readonly failed: number
  }[]
  /** Tasks that were worked on, each with the reason, and those found made. */
  readonly ran: readonly {
    readonly task: string
    readonly title: string
    readonly why: string
    readonly seconds: number
    readonly attempts: number
  }[]
  readonly reused: readonly { readonly task: string; readonly title: string }[]
  readonly holes: readonly { readonly task: string; readonly title: string; readonly error: ErrorData }[]
  readonly warnings: readonly string[]
  readonly error?: ErrorData
  /** What was made, by artifact name. */
  readonly artifacts: readonly { readonly name: string; readonly hash: string; readonly bytes: number }[]
}
