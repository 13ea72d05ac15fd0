import { isStoreFull, StoreError } from './artifact-store'
import { CancelledError, PipelineError } from './pipeline-error'
import type { ErrorData } from './run-event'

/** Whether an error, or what caused it, can pass by itself: it says so. What is full does not. */
export function isTransient(error: unknown): boolean {
  if (isStoreFull(error)) return false
  for (let at = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth++)
    if ((at as { transient?: unknown }).transient === true) return true
  return false
}

/**
 * Any failure of a task as an error that names phase, task, cause and remedy. One that does so already is kept; a full
 * disk always reads the same.
 */
export function asPipelineError(error: unknown, phase: string, task: string): PipelineError {
  if (isStoreFull(error))
    return new PipelineError(
      phase,
      task,
      'the disk, or the space this page may use, is full',
      'make room and resume: what is finished is kept',
      { type: 'store', cause: error },
    )
  if (error instanceof PipelineError) return error
  const problem = error instanceof Error ? error.message || error.name : String(error)
  if (error instanceof Error && error.name === 'InputError')
    return new PipelineError(phase, task, problem, 'correct what is named and run again', { type: 'validation', cause: error })
  const transient = isTransient(error)
  return new PipelineError(phase, task, problem, 'resume: what is finished is kept', {
    type: error instanceof StoreError ? 'store' : 'stage',
    cause: error,
    ...(transient ? { transient } : {}),
  })
}

/** An error as events and records carry it. */
export function errorData(error: PipelineError | CancelledError): ErrorData {
  if (error instanceof CancelledError)
    return { type: 'cancelled', phase: error.phase, task: '', problem: 'it was cancelled', remedy: 'resume it: what is finished is kept' }
  const { type, phase, task, problem, remedy } = error
  return { type, phase, task, problem, remedy }
}
