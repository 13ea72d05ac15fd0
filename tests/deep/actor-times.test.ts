import { expect, test } from 'vitest'
import { anyPerson, buildActor } from '../stage/actors/any-person'

// As the product has it: in one file, without the test runner's hand in every call.

/** Milliseconds of processor time of this process so far: other work on the machine does not count. */
const cpuMs = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!

test('building twelve people, after one that warms up', () => {
  const built = { wide: [] as number[], full: [] as number[] }
  for (let i = -1; i < 12; i++)
    for (const detail of ['wide', 'full'] as const) {
      const { spec } = anyPerson(`time${i}`)
      const from = cpuMs()
      const g = buildActor(spec, detail)
      if (i >= 0) built[detail].push(cpuMs() - from)
      expect(g.body.index.length).toBeGreaterThan(0)
    }
  const told = Object.fromEntries(
    Object.entries(built).map(([detail, ms]) => [detail, { median: Math.round(middle(ms)), worst: Math.round(Math.max(...ms)) }]),
  )
  console.log(`must actor-builds ${JSON.stringify(told)}`)
})
