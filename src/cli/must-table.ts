import type { Context } from './command'

/** One row of a "must hold" table. */
export interface MustRow {
  readonly what: string
  /** The bound, in words. */
  readonly asked: string
  readonly measure: (context: Pick<Context, 'io' | 'report'>) => Promise<{ readonly value: string; readonly ok: boolean }>
}

/**
 * Measures every row and prints it beside what is asked, as it is known; standard error says which is being measured, and
 * how long the one before took. A row that throws has failed.
 * @returns true if all hold.
 */
export async function runMust(rows: readonly MustRow[], context: Pick<Context, 'io' | 'report'>): Promise<boolean> {
  const { io } = context
  const widths = [Math.max(...rows.map((r) => r.what.length)), Math.max(...rows.map((r) => r.asked.length))] as const
  let all = true
  for (const [i, row] of rows.entries()) {
    io.err(`${i + 1} of ${rows.length}: ${row.what} …\n`)
    const from = io.now()
    const { value, ok } = await row
      .measure(context)
      .catch((error: Error) => ({ value: `failed: ${error.message.split('\n')[0]}`, ok: false }))
    all &&= ok
    context.report.settle()
    io.err(`${i + 1} of ${rows.length}: ${ok ? 'ok' : 'FAIL'} after ${Math.round((io.now() - from) / 1000)} s\n`)
    io.out(`${ok ? 'ok  ' : 'FAIL'}  ${row.what.padEnd(widths[0])}  asked ${row.asked.padEnd(widths[1])}  measured ${value}\n`)
  }
  return all
}

/** Several rows read one run: it is done once. */
export const once = <A extends readonly unknown[], T>(work: (...given: A) => Promise<T>) => {
  let done: Promise<T> | undefined
  return (...given: A) => {
    done ??= work(...given)
    return done
  }
}
