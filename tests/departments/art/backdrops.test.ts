import { describe, expect, it } from 'vitest'
import { BACKDROP_CURVE_M, designSet, isBackdrop, readPlace } from '../../../src/departments/art'
import { hexToLinear } from '../../../src/film'

const design = (location: string) => designSet({ locationKey: location, location, setting: 'INT' })
/** Which of red, green and blue is the most. */
const hue = (hex: string) => {
  const c = hexToLinear(hex)
  return ['red', 'green', 'blue'][c.indexOf(Math.max(...c))]
}

describe('studio backdrops', () => {
  it.each([
    ['STUDIO - CYCLORAMA', 'cyclorama'],
    ['white cyclorama', 'cyclorama'],
    ['blue backdrop', 'cyclorama'],
    ['PHOTO STUDIO - GREEN SCREEN', 'cyclorama'],
    ['GREENSCREEN STAGE', 'cyclorama'],
    ['STUDIO - RED GRADIENT BACKDROP', 'gradient'],
    ['HOHLKEHLE', 'cyclorama'],
    ['STUDIO', 'warehouse'],
    ['SCREENING ROOM', 'room'],
  ])('reads “%s” as %s', (location, kind) => {
    expect(readPlace(location, 'INT').kind).toBe(kind)
    expect(isBackdrop(kind)).toBe(kind === 'cyclorama' || kind === 'gradient')
  })

  it('honours colours by name; without one it is a light grey', () => {
    for (const [location, wanted] of [
      ['BLUE BACKDROP', 'blue'],
      ['RED CYCLORAMA', 'red'],
      ['GREEN SCREEN', 'green'],
    ] as const) {
      const { floor, walls, ceiling } = design(location)
      expect(hue(floor.colour)).toBe(wanted)
      expect([walls.colour, ceiling.colour]).toEqual([floor.colour, floor.colour])
    }
    const [white, plain, black] = ['WHITE CYCLORAMA', 'CYCLORAMA', 'BLACK CYCLORAMA'].map((l) => hexToLinear(design(l).floor.colour)[1])
    expect(white).toBeGreaterThan(0.7)
    expect(plain).toBeLessThan(white!)
    expect(black).toBeLessThan(0.02)
    expect(design('GREEN SCREEN').floor.colour).not.toBe(design('GREEN BACKDROP').floor.colour)
  })

  it('grades from the first colour to the second, or into the dark', () => {
    const two = design('RED AND BLUE GRADIENT BACKDROP')
    expect([hue(two.floor.colour), hue(two.walls.colour)]).toEqual(['red', 'blue'])
    expect(design('RED GRADIENT').walls.colour).toBe(design('BLACK CYCLORAMA').walls.colour)
  })

  it('has people stand on the flat of the floor', () => {
    const set = design('CYCLORAMA')
    for (const m of set.marks) {
      expect(Math.abs(m.position[0])).toBeLessThanOrEqual(set.widthM / 2 - BACKDROP_CURVE_M)
      expect(Math.abs(m.position[2])).toBeLessThanOrEqual(set.depthM / 2 - BACKDROP_CURVE_M)
    }
    expect(set.placements).toEqual([])
  })
})
