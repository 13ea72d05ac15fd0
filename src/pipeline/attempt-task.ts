import type { ArtifactStore } from './artifact-store'
import { asPipelineError } from './failures'
import { CancelledError } from './pipeline-error'
import type { TaskContext, TaskSpec } from './task'

/** How often, and how far apart, a task is tried whose failure can pass by itself. */
export interface RetryPolicy {
  /** Tries in all, 1 or more; 4 if it does not say. */
  readonly attempts?: number
  /** Milliseconds before the second try, doubled before each one after; 500 if it does not say. */
  readonly baseMs?: number
  /** Waits, and rejects when the signal fires; by a timer if it does not say. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>
}

/** A retry policy with all its values. */
export type FullRetryPolicy = Required<RetryPolicy>

/** What is not said is filled in. */
export function retryPolicy({ attempts = 4, baseMs = 500, wait = waitByTimer }: RetryPolicy = {}): FullRetryPolicy {
  return { attempts, baseMs, wait }
}

/** Who tries a task, and hears of what happens. */
export interface Attempting {
  readonly store: ArtifactStore
  readonly signal: AbortSignal
  readonly retry: FullRetryPolicy
  readonly context: (attempt: number) => TaskContext
  readonly onRetry: (attempt: number, error: Error) => void
  readonly onWarning: (message: string) => void
}

/**
 * Runs a task until it succeeds, cannot succeed by trying again, or is told to stop. After every failed try what it left
 * is undone.
 * @throws CancelledError, or a PipelineError that names phase, task, cause and remedy.
 */
export async function attemptTask(spec: TaskSpec, by: Attempting): Promise<readonly TaskSpec[]> {
  for (let attempt = 1; ; attempt++) {
    if (by.signal.aborted) throw new CancelledError(spec.phase)
    try {
      return (await spec.run(by.context(attempt)))?.more ?? []
    } catch (thrown) {
      await undo(spec, by)
      if (by.signal.aborted) throw new CancelledError(spec.phase)
      const error = asPipelineError(thrown, spec.phase, spec.title)
      if (!error.transient || attempt >= by.retry.attempts) throw error
      by.onRetry(attempt, error)
      await by.retry.wait(by.retry.baseMs * 2 ** (attempt - 1), by.signal).catch(() => {})
    }
  }
}

async function undo(spec: TaskSpec, by: Attempting): Promise<void> {
  try {
    await spec.rollback?.(by.store)
  } catch (error) {
    by.onWarning(`${spec.title}: what the attempt left could not be removed: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function waitByTimer(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal.addEventListener('abort', end)
  })
}
