import { expect, test } from 'vitest'
import { anyPerson, buildActor } from '../stage/actors/any-person'
import { threadMs } from './thread-ms'

// As the product has it: in one file, without the test runner's hand in every call.

const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!

test('building twelve people, after one that warms up', () => {
  const built = { wide: [] as number[], full: [] as number[] }
  for (let i = -1; i < 12; i++)
    for (const detail of ['wide', 'full'] as const) {
      const { spec } = anyPerson(`time${i}`)
      let faces = 0
      const ms = threadMs(() => {
        faces = buildActor(spec, detail).body.index.length
      })
      if (i >= 0) built[detail].push(ms)
      expect(faces).toBeGreaterThan(0)
    }
  const told = Object.fromEntries(
    Object.entries(built).map(([detail, ms]) => [detail, { median: Math.round(middle(ms)), worst: Math.round(Math.max(...ms)) }]),
  )
  console.log(`must actor-builds ${JSON.stringify(told)}`)
})
