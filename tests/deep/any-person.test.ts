import { expect, test } from 'vitest'
import { faultsOf } from '../stage/actors/any-person'

const PARTS = 20
const IN_PART = 100

test.each(Array.from({ length: PARTS }, (_, i) => i * IN_PART))(
  '2,000 people by chance, from %i on, have sound, closed meshes within their budgets',
  (first) => {
    const wrong: string[] = []
    for (let i = first; i < first + IN_PART; i++) wrong.push(...faultsOf(`deep${i}`, i % 8 === 0 ? 'full' : 'wide').faults)
    expect(wrong.slice(0, 20)).toEqual([])
  },
)
