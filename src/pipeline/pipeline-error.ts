/** Something failed while a film was made: where, on what, why, and what to do. It survives a message between threads. */
export class PipelineError extends Error {
  override readonly name = 'PipelineError'

  constructor(
    /** `plan`, `render`, `encode`, `conform`, `store` … */
    readonly phase: string,
    /** What was worked on: a shot, a frame, a file. */
    readonly task: string,
    /** What went wrong, in words. */
    readonly problem: string,
    /** What the reader can do about it. */
    readonly remedy: string,
    options?: ErrorOptions,
  ) {
    super(`${phase}: ${task}: ${problem} (${remedy})`, options)
  }

  /** Plain data for `postMessage` and for logs. */
  toJSON(): { phase: string; task: string; problem: string; remedy: string } {
    return { phase: this.phase, task: this.task, problem: this.problem, remedy: this.remedy }
  }

  /** The error again on the other side. */
  static from(data: { phase: string; task: string; problem: string; remedy: string }): PipelineError {
    return new PipelineError(data.phase, data.task, data.problem, data.remedy)
  }
}

/** The work was stopped on purpose: nobody's fault, nothing half-written left. */
export class CancelledError extends Error {
  override readonly name = 'CancelledError'
  constructor(phase: string) {
    super(`${phase}: cancelled`)
  }
}

/** @throws CancelledError if the signal has fired. */
export function throwIfCancelled(signal: AbortSignal | undefined, phase: string): void {
  if (signal?.aborted) throw new CancelledError(phase)
}
