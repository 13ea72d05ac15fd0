import { expect, it } from 'vitest'
import { benchEngine } from '../../src/pipeline'

it('[B1] runs 10,000 tasks that do nothing in under 5 s, keeps state in under 10 ms and tells events in under 1 ms', async () => {
  const bench = await benchEngine(() => performance.now())
  expect(bench.tasks).toBe(10_000)
  expect(bench.tasksMs).toBeLessThan(5000)
  expect(bench.startMs).toBeLessThan(100)
  expect(bench.saveMs).toBeLessThan(10)
  expect(bench.eventMs).toBeLessThan(1)
}, 60_000)
