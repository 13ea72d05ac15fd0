import { describe, expect, it } from 'vitest'
import { DEMO_FORMATS, framesThatFit, nextFormat, scaleMeasure, wholeSegments } from '../../src/cli/plan-demo'

describe('framesThatFit', () => {
  it('[D1] counts shots and frames against three quarters of the time', () => {
    expect(framesThatFit([48, 48, 48], { msPerFrame: 100, msPerShot: 1000 }, 100_000)).toBe(144)
    expect(framesThatFit([48, 48, 48], { msPerFrame: 100, msPerShot: 1000 }, 10_000)).toBe(48 + 7)
    expect(framesThatFit([48], { msPerFrame: 100, msPerShot: 9000 }, 10_000)).toBe(0)
    expect(framesThatFit([], { msPerFrame: 100, msPerShot: 0 }, 10_000)).toBe(0)
  })
})

describe('nextFormat', () => {
  it('[D2] tries a larger picture when the whole film fits, a smaller one when too little does', () => {
    expect(nextFormat(1, 1000, 1000, 24, new Set([1]))).toBe(0)
    expect(nextFormat(1, 1000, 1000, 24, new Set([0, 1]))).toBe('stay')
    expect(nextFormat(1, 300, 1000, 24, new Set([1]))).toBe(2)
    expect(nextFormat(1, 600, 1000, 24, new Set([1]))).toBe('stay')
    expect(nextFormat(DEMO_FORMATS.length - 1, 10, 1000, 24, new Set())).toBe('stay')
  })
})

describe('scaleMeasure', () => {
  it('[D3] is what was measured at the same format, less at a smaller one', () => {
    const [large, middle, small] = DEMO_FORMATS
    const measure = { msPerFrame: 100, msPerShot: 500 }
    expect(scaleMeasure(measure, middle!, middle!)).toEqual(measure)
    expect(scaleMeasure(measure, middle!, large!).msPerFrame).toBeCloseTo(295)
    expect(scaleMeasure(measure, middle!, small!).msPerFrame).toBeLessThan(55)
  })
})

describe('wholeSegments', () => {
  it('[D4] ends at 48 frames of a shot or at its end', () => {
    const shots = [100, 20, 48]
    expect([0, 47, 48, 95, 96, 99, 100, 119, 120, 167, 168, 500].map((n) => wholeSegments(shots, n))).toEqual([
      0, 0, 48, 48, 96, 96, 100, 100, 120, 120, 168, 168,
    ])
  })
})
