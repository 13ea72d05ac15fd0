/** Kinds of failure, for those who treat them differently. */
export const ERROR_TYPES = ['validation', 'stage', 'state', 'store', 'render', 'encode', 'audio', 'video', 'cancelled'] as const
export type ErrorType = (typeof ERROR_TYPES)[number]

/** What may be said of an error beside its four sentences. */
export interface PipelineErrorOptions extends ErrorOptions {
  /** `stage` if it does not say. */
  readonly type?: ErrorType
  /** It can pass by itself (a lost GPU, an encoder that gave up, a server that did not answer): worth another try. */
  readonly transient?: boolean
}

/** A PipelineError as plain data. */
export interface PipelineErrorJson {
  readonly phase: string
  readonly task: string
  readonly problem: string
  readonly remedy: string
  readonly type?: ErrorType
  readonly transient?: boolean
}

/** Something failed while a film was made: where, on what, why, and what to do. It survives a message between threads. */
export class PipelineError extends Error {
  override readonly name = 'PipelineError'
  /** Which kind of failure it is. */
  readonly type: ErrorType
  /** Whether it can pass by itself, so that another try is worth it. */
  readonly transient: boolean

  constructor(
    /** `plan`, `render`, `encode`, `conform`, `store` … */
    readonly phase: string,
    /** What was worked on: a shot, a frame, a file. */
    readonly task: string,
    /** What went wrong, in words. */
    readonly problem: string,
    /** What the reader can do about it. */
    readonly remedy: string,
    options?: PipelineErrorOptions,
  ) {
    super(`${phase}: ${task}: ${problem} (${remedy})`, options && 'cause' in options ? { cause: options.cause } : undefined)
    this.type = options?.type ?? 'stage'
    this.transient = options?.transient ?? false
  }

  /** Plain data for `postMessage` and for logs. */
  toJSON(): PipelineErrorJson {
    const { phase, task, problem, remedy, type, transient } = this
    return { phase, task, problem, remedy, type, ...(transient ? { transient } : {}) }
  }

  /** The error again on the other side. */
  static from(data: PipelineErrorJson): PipelineError {
    const { phase, task, problem, remedy, type, transient } = data
    return new PipelineError(phase, task, problem, remedy, { ...(type ? { type } : {}), ...(transient ? { transient } : {}) })
  }
}

/** The work was stopped on purpose: nobody's fault, nothing half-written left. */
export class CancelledError extends Error {
  override readonly name = 'CancelledError'
  constructor(
    /** Where it was stopped. */
    readonly phase: string,
  ) {
    super(`${phase}: cancelled`)
  }
}

/** @throws CancelledError if the signal has fired. */
export function throwIfCancelled(signal: AbortSignal | undefined, phase: string): void {
  if (signal?.aborted) throw new CancelledError(phase)
}
