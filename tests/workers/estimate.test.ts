import { describe, expect, it } from 'vitest'
import { secondsWith } from '../../src/workers/estimate'

describe('how long frames take with several workers', () => {
  it('is what all threads do together, and never less than what the one graphics adapter does', () => {
    const half = [{ cost: { ms: 100, threadMs: 50 }, frames: 600 }]
    expect([1, 2, 3].map((n) => secondsWith(n, half))).toEqual([60, 30, 30])
    const drawn = [{ cost: { ms: 100, threadMs: 10 }, frames: 600 }]
    expect([1, 2, 4].map((n) => secondsWith(n, drawn))).toEqual([60, 54, 54])
  })

  it('adds up what is missing of each output', () => {
    const missing = [
      { cost: { ms: 100, threadMs: 50 }, frames: 100 },
      { cost: { ms: 10, threadMs: 0 }, frames: 100 },
      { cost: { ms: 5, threadMs: 5 }, frames: 0 },
    ]
    expect(secondsWith(2, missing)).toBe(6)
    expect(secondsWith(1, [])).toBe(0)
  })
})
