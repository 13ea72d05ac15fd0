import { expect, test } from 'vitest'
import { inspectSetUps, RULES } from '../departments/camera/any-set-up'

test('two thousand set-ups of scripts by chance: size, headroom, lead room, nobody behind anything, no camera in anything', () => {
  const { setUps, singles, faults } = inspectSetUps(2000, 11)
  const told = Object.fromEntries(RULES.map((rule) => [rule, { count: faults[rule].length, first: faults[rule].slice(0, 3) }]))
  console.log(`must any-set-up ${JSON.stringify({ setUps, singles, faults: told })}`)
  expect(setUps).toBeGreaterThanOrEqual(2000)
  expect(singles).toBeGreaterThan(400)
  for (const rule of ['size', 'headroom', 'lead room', 'outside', 'in a thing'] as const) expect.soft(faults[rule], rule).toEqual([])
  expect(faults.hidden.length / setUps).toBeLessThan(0.03)
})
