import { expect, it } from 'vitest'
import { benchEngine } from '../../src/pipeline'

// How fast that is, is judged where nothing else runs: by `npm run must -- production`.
it('[B1] runs 10,000 tasks that do nothing, and measures start, tasks, state and events by the clock it is given', async () => {
  let calls = 0
  const bench = await benchEngine(() => {
    calls++
    return performance.now()
  })
  expect(bench.tasks).toBe(10_000)
  expect(calls).toBeGreaterThan(4)
  for (const ms of [bench.tasksMs, bench.startMs, bench.saveMs, bench.eventMs]) expect(ms).toBeGreaterThan(0)
}, 60_000)
