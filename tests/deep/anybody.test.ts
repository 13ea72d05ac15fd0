import { describe, expect, it } from 'vitest'
import { somebody, wrongWith } from '../stage/actors/somebody'

describe('anybody, at length', () => {
  it('two thousand people are sound and within their budgets', () => {
    const wrong: string[] = []
    for (let i = 64; i < 2064; i++) wrong.push(...wrongWith(somebody(i), i % 3 === 0 ? 'full' : 'wide'))
    expect(wrong).toEqual([])
  })
})
