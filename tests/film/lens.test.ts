import { describe, expect, it } from 'vitest'
import { breathed, LENS_SETS, lensCharacter } from '../../src/film'

describe('[CAM-01] sets of lenses', () => {
  it('draw nothing where none is named', () => {
    expect(lensCharacter(undefined, 20, 1.4)).toEqual({
      ...{ distortion: 0, vignette: 0, aberration: 0, flare: 0 },
      ...{ streak: 1, squeeze: 1, breathing: 0 },
    })
  })

  it('bend outwards where they are short, less where they are long, and darken corners less stopped down', () => {
    for (const set of LENS_SETS) {
      const [wide, normal, tele] = [18, 50, 180].map((mm) => lensCharacter(set, mm, 2.8))
      expect(wide!.distortion).toBeGreaterThan(normal!.distortion)
      expect(tele!.distortion).toBeLessThanOrEqual(normal!.distortion)
      expect(lensCharacter(set, 40, 5.6).vignette).toBeLessThan(lensCharacter(set, 40, 1.4).vignette)
    }
  })

  it('squeeze what is out of focus behind an anamorphic front only, which streaks', () => {
    expect(LENS_SETS.map((set) => lensCharacter(set, 40, 2).squeeze)).toEqual([1, 1, 1, 2, 2])
    expect(lensCharacter('anamorphic', 40, 2).streak).toBeGreaterThan(1)
    expect(lensCharacter('vintage', 40, 2).streak).toBeLessThan(1)
  })

  it('breathe: a lens that is moved as a whole draws out by its magnification', () => {
    expect(breathed(50, 1.05, 1)).toBeCloseTo(52.5, 9)
    expect(breathed(50, 1e6, 1)).toBeCloseTo(50, 4)
    expect(breathed(50, 1.05, 0)).toBe(50)
  })
})
