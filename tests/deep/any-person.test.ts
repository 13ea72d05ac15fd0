import { expect, test } from 'vitest'
import { faultsOf } from '../stage/actors/any-person'

test('2,000 people by chance have sound, closed meshes within their budgets', () => {
  const wrong: string[] = []
  for (let i = 0; i < 2000; i++) wrong.push(...faultsOf(`deep${i}`, i % 8 === 0 ? 'full' : 'wide').faults)
  expect(wrong.slice(0, 20)).toEqual([])
})
