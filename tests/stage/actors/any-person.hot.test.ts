import { describe, expect, it } from 'vitest'
import { anyPerson, buildActor, faultsOf, holes } from './any-person'

describe('64 people by chance', () => {
  it('have sound, closed meshes within their budgets', { timeout: 180_000 }, () => {
    // Every eighth in full: the rest is the same code with fewer rows.
    const people = Array.from({ length: 64 }, (_, i) => faultsOf(`${i}`, i % 8 === 0 ? 'full' : 'wide'))
    const most = (of: (p: (typeof people)[number]) => number) => Math.max(...people.map(of))
    console.log(`must actor-triangles ${JSON.stringify({ triangles: most((p) => p.triangles), head: most((p) => p.head) })}`)
    expect(people.flatMap((p) => p.faults)).toEqual([])
  })

  it('a hole is seen', () => {
    const g = buildActor(anyPerson('hole').spec, 'wide')
    const { index, positions } = g.body
    // Without all that lies in front one looks into the back of clothes.
    const front = (i: number) => positions[index[i]! * 3 + 2]! > 0.04
    const left = index.filter((_, i) => !front(i - (i % 3)))
    expect(left.length).toBeLessThan(index.length * 0.8)
    expect(holes({ ...g, body: { ...g.body, index: left } })).toBeGreaterThan(0.1)
  })
})
