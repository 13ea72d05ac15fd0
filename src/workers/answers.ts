import { CancelledError, type ErrorType, PipelineError } from '../pipeline'

/** What a call in another thread came to: comlink keeps only the words of an error, and more is needed here. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorWords }

interface ErrorWords {
  readonly name: string
  readonly message: string
  readonly fields: Readonly<Record<string, unknown>>
}

/** Runs work and answers its value or its error as plain data. */
export async function answer<T>(work: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, value: await work() }
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown))
    return {
      ok: false,
      error: {
        name: error.name,
        message: error.message,
        fields: error instanceof PipelineError ? { ...error.toJSON() } : 'full' in error ? { full: error.full } : {},
      },
    }
  }
}

/** Errors that pass by themselves: another try is worth it. */
const PASSING = /GpuLostError|OperationError|EncodingError/

/**
 * The value of an answer.
 * @param phase what was done, for errors that do not say.
 * @throws CancelledError, PipelineError
 */
export function unwrap<T>(given: Answer<T>, phase: string, task: string): T {
  if (given.ok) return given.value
  const { name, message, fields } = given.error
  if (name === 'CancelledError') throw new CancelledError(phase)
  if (name === 'PipelineError') throw PipelineError.from(fields as unknown as Parameters<typeof PipelineError.from>[0])
  const type: ErrorType = name === 'StoreError' ? 'store' : name === 'GpuLostError' || name === 'NoGpuError' ? 'render' : 'stage'
  const cause = new Error(message)
  if (fields.full === true) Object.assign(cause, { full: true })
  cause.name = name
  throw new PipelineError(phase, task, message, REMEDIES[name] ?? 'run again: what is finished is kept', {
    cause,
    type,
    transient: PASSING.test(name) || /device (is |was )?lost|lost device|external Instance/i.test(message),
  })
}

const REMEDIES: Readonly<Record<string, string>> = {
  NoGpuError: 'close other tabs that use the graphics card, or restart the browser; the run goes on where it was',
  GpuLostError: 'run again: it goes on where it was',
  StoreError: 'make room on the disk, then run again: what is finished is kept',
}
