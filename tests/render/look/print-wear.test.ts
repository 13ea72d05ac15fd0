import { describe, expect, it } from 'vitest'
import { gateWeave, printWear } from '../../../src/render/look/print-wear'

describe('printWear', () => {
  it('is nothing for a new print', () => {
    expect(printWear('s', 12, 0)).toEqual({ specks: [], scratches: [], flicker: 1 })
  })

  it('is the same for the same frame and another for the next', () => {
    expect(printWear('s', 30, 1)).toEqual(printWear('s', 30, 1))
    const dust = Array.from({ length: 40 }, (_, f) => JSON.stringify(printWear('s', f, 1).specks))
    expect(new Set(dust).size).toBeGreaterThan(20)
    expect(printWear('other', 30, 1)).not.toEqual(printWear('s', 30, 1))
  })

  it('has more dust the more it is worn, within its limits, and scratches that run on', () => {
    const frames = (wear: number) => Array.from({ length: 300 }, (_, f) => printWear('reel', f, wear))
    const specks = (wear: number) => frames(wear).reduce((n, w) => n + w.specks.length, 0)
    expect(specks(1)).toBeGreaterThan(specks(0.3) * 2)
    expect(Math.max(...frames(1).map((w) => w.specks.length))).toBeLessThanOrEqual(8)
    for (const { specks: dust, flicker } of frames(1)) {
      expect(Math.abs(flicker - 1)).toBeLessThan(0.06)
      for (const s of dust) expect(s.radius).toBeLessThan(0.015)
    }
    const scratched = frames(1).map((w) => w.scratches.length > 0)
    const goesOn = scratched.filter((on, f) => on && scratched[f + 1]).length
    expect(scratched.filter(Boolean).length).toBeGreaterThan(30)
    expect(goesOn).toBeGreaterThan(scratched.filter(Boolean).length * 0.7)
  })
})

describe('gateWeave', () => {
  it('stays within its measure and is never at rest', () => {
    expect(gateWeave('s', 9, 0)).toEqual([0, 0])
    for (let f = 0; f < 200; f++) {
      const [x, y] = gateWeave('s', f, 4)
      expect(Math.abs(x)).toBeLessThan(0.004)
      expect(Math.abs(y)).toBeLessThan(0.0041)
      expect(gateWeave('s', f, 4)).toEqual([x, y])
      expect(gateWeave('s', f + 1, 4)).not.toEqual([x, y])
    }
  })
})
