import { describe, expect, it } from 'vitest'
import { designSet } from '../../../src/departments/art'
import { tellsPlace } from '../../../src/departments/camera/tells-place'
import type { Vec3 } from '../../../src/film'

const setOf = (location: string, setting: 'INT' | 'EXT') => designSet({ locationKey: location, location, setting })
const NORTH = Math.PI
const SOUTH = 0

describe('tellsPlace', () => {
  it('outside wants the landmark in the picture', () => {
    const at: Vec3 = [0, 1.6, 9]
    for (const location of ['CASTLE', 'CAVE MOUTH', 'BEACH']) {
      const set = setOf(location, 'EXT')
      expect(tellsPlace(set, at, NORTH, 27), location).toBeGreaterThan(tellsPlace(set, at, SOUTH, 27) + 0.7)
    }
  })
  it('in a room wants things and windows, not a wall right before the lens', () => {
    const library = setOf('LIBRARY', 'INT')
    const corner: Vec3 = [library.widthM / 2 - 0.4, 1.6, library.depthM / 2 - 0.4]
    const across = Math.atan2(-library.widthM, -library.depthM)
    expect(tellsPlace(library, corner, across, 24)).toBeGreaterThan(1)
    expect(tellsPlace(library, corner, across + Math.PI, 24)).toBe(0)
  })
})
