import type { Page } from '@playwright/test'

interface TraceEvent {
  readonly ph: string
  readonly name: string
  readonly pid: number
  readonly tid: number
  /** Microseconds of the thread's own processor time. */
  readonly tdur?: number
}

/** Marks the page in a trace: browsers have other pages that nobody sees. */
const MARK = 'this page is watched'

/** Promises that the GPU settles go on outside any task: their turn is one of its own. */
const isTask = (name: string): boolean => name.endsWith('RunTask') || name.endsWith('PerformMicrotaskCheckpoint')

/** Begins to watch a page's main thread. */
export async function watchThread(page: Page): Promise<void> {
  await page
    .context()
    .browser()
    ?.startTracing(page, { categories: ['toplevel', 'blink.user_timing', '__metadata'] })
  await page.evaluate((mark) => performance.mark(mark), MARK)
}

/**
 * The longest that the watched page's main thread worked without a pause, in milliseconds of its own processor time. A
 * machine that draws pictures by processor lets every thread wait for hundreds of milliseconds: by the wall clock a page
 * that does next to nothing would look busy.
 * @throws Error if the page is not in the trace: then nothing was measured.
 */
export async function longestTask(page: Page): Promise<number> {
  const trace = await page.context().browser()?.stopTracing()
  const { traceEvents } = JSON.parse(trace?.toString() ?? '') as { readonly traceEvents: readonly TraceEvent[] }
  const mark = traceEvents.find((e) => e.name === MARK)
  const times = traceEvents
    .filter((e) => e.ph === 'X' && isTask(e.name) && e.pid === mark?.pid && e.tid === mark.tid)
    .map((e) => e.tdur ?? 0)
  if (times.length === 0) throw new Error('no task of the page is in this trace')
  return times.reduce((a, b) => Math.max(a, b)) / 1000
}
