import { describe, expect, it } from 'vitest'
import { samplePattern } from '../../../src/render/look/sample-pattern'

describe('samplePattern', () => {
  it('of one is the middle of everything', () => {
    expect(samplePattern(1)).toEqual([{ part: 0.5, pixel: [0, 0], lens: [0, 0], lamp: [0, 0] }])
  })

  it.each([4, 16, 32])('of %d is even over shutter, pixel, lens and lamp', (n) => {
    const samples = samplePattern(n)
    const mean = (of: (s: (typeof samples)[number]) => number) => samples.reduce((sum, s) => sum + of(s), 0) / n
    expect(mean((s) => s.part)).toBeCloseTo(0.5, 9)
    for (const k of [0, 1] as const) {
      expect(Math.abs(mean((s) => s.pixel[k]))).toBeLessThan(0.6 / n + 0.05)
      expect(Math.abs(mean((s) => s.lens[k]))).toBeLessThan(0.2)
      expect(Math.abs(mean((s) => s.lamp[k]))).toBeLessThan(0.2)
    }
    // A disc's mean square radius is half its own.
    for (const of of ['lens', 'lamp'] as const) {
      expect(mean((s) => s[of][0] ** 2 + s[of][1] ** 2)).toBeCloseTo(0.5, 6)
      expect(new Set(samples.map((s) => s[of].join())).size).toBe(n)
    }
    for (const { pixel } of samples) for (const v of pixel) expect(Math.abs(v)).toBeLessThanOrEqual(0.5)
  })

  it.each([4, 16, 32])('of %d ends in the middle of its pixel, near the middle of the lens', (n) => {
    const last = samplePattern(n).at(-1)!
    for (const v of last.pixel) expect(v).toBeCloseTo(0, 12)
    expect(Math.hypot(...last.lens)).toBeCloseTo(Math.sqrt(0.5 / n), 9)
  })

  it('lens and shutter do not go together', () => {
    const samples = samplePattern(16)
    const together = samples.reduce((sum, s) => sum + (s.part - 0.5) * s.lens[0], 0) / 16
    expect(Math.abs(together)).toBeLessThan(0.06)
  })
})
