import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { RunWorkers } from '../../src/app/store/run-workers'
import { StoppableRun } from '../../src/app/store/stoppable-run'
import { CancelledError, PipelineError, type RunSummary } from '../../src/pipeline'
import type { OpenProductionResult, ProductionClient } from '../../src/workers'

const opened = { ok: true, production: { runId: 'r' } } as OpenProductionResult

/** A worker whose run ends as it is told. */
function worker(run: () => Promise<RunSummary>) {
  const terminate = vi.fn()
  return { client: { open: async () => opened, run, terminate } as unknown as ProductionClient, terminate }
}

const ORDER = { input: { main: '', files: [] }, options: {}, onEvent: () => {} }
const done = async () => ({ state: 'done' }) as RunSummary
const failing = (error: Error) => () => Promise.reject(error)

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('workers for runs', () => {
  it.each([
    ['done', done],
    ['cancelled', failing(new CancelledError('shots'))],
    ['stopped by a full disk', failing(new PipelineError('shots', 'x', 'the disk is full', 'make room', { type: 'store' }))],
  ])('one whose run was %s makes the next run', async (_, run) => {
    const { client, terminate } = worker(run)
    const start = vi.fn(async () => client)
    const workers = new RunWorkers(start)
    for (let i = 0; i < 2; i++) {
      const order = new StoppableRun(workers)
      await order.toEnd(ORDER).catch(() => {})
      order.close()
    }
    expect(start).toHaveBeenCalledTimes(1)
    expect(terminate).not.toHaveBeenCalled()
  })

  it.each([
    ['lost its GPU', new PipelineError('shots', 'x', 'the device was lost', 'run again', { type: 'render' })],
    ['broke', new Error('out of memory')],
  ])('one whose run %s is let go', async (_, error) => {
    const { client, terminate } = worker(failing(error))
    const start = vi.fn(async () => client)
    const workers = new RunWorkers(start)
    const order = new StoppableRun(workers)
    await order.toEnd(ORDER).catch(() => {})
    order.close()
    expect(terminate).toHaveBeenCalledTimes(1)
    await workers.take()
    expect(start).toHaveBeenCalledTimes(2)
  })

  it('one that is stopped before its run began is let go: nothing in it could be asked to stop', async () => {
    const { client, terminate } = worker(() => new Promise(() => {}))
    const order = new StoppableRun(new RunWorkers(async () => client))
    const outcome = order.toEnd(ORDER)
    await vi.advanceTimersByTimeAsync(1)
    await order.stop()
    expect(await outcome).toEqual({ kind: 'stopped' })
    expect(terminate).toHaveBeenCalledTimes(1)
  })

  it('are never two who wait, and none for ever', async () => {
    const [one, two] = [worker(done), worker(done)]
    const workers = new RunWorkers(async () => one.client, 1000)
    workers.giveBack(one.client)
    workers.giveBack(two.client)
    expect(two.terminate).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(999)
    expect(one.terminate).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(one.terminate).toHaveBeenCalledTimes(1)
    // Taken in time it is nobody's to let go.
    workers.giveBack(two.client)
    await workers.take()
    vi.advanceTimersByTime(5000)
    expect(two.terminate).toHaveBeenCalledTimes(1)
  })
})
