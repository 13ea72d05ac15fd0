/** What happens to a run, a phase or a task. */
export const EVENT_KINDS = [
  'queued',
  'started',
  'progress',
  'retried',
  'skipped',
  'completed',
  'failed',
  'cancelled',
  'paused',
  'resumed',
  'warning',
] as const
export type EventKind = (typeof EVENT_KINDS)[number]

/** An error as data: it survives messages between threads and JSON. */
export interface ErrorData {
  /** `validation`, `stage`, `state`, `store`, `render`, `encode`, `audio`, `video`, `cancelled`. */
  readonly type: string
  readonly phase: string
  readonly task: string
  /** What went wrong, in words. */
  readonly problem: string
  /** What the reader can do about it. */
  readonly remedy: string
}

/** One thing that happened, as every listener hears it. */
export interface RunEvent {
  readonly kind: EventKind
  readonly of: 'run' | 'phase' | 'task'
  readonly runId: string
  /** Milliseconds since the run started, by the clock that was handed in. */
  readonly atMs: number
  readonly phase?: string
  /** Id of the task, for events of tasks. */
  readonly task?: string
  readonly title?: string
  /** Units done and to do of the run, phase or task it is about. */
  readonly done?: number
  readonly total?: number
  /** Seconds left for the run; null until there is something to measure. */
  readonly etaS?: number | null
  /** Why: what made a task run or be skipped, what is being worked on, what is worth knowing. */
  readonly reason?: string
  /** Store name of a picture that shows how far it is. */
  readonly picture?: string
  readonly attempt?: number
  readonly error?: ErrorData
}

export type RunListener = (event: RunEvent) => void | Promise<void>
