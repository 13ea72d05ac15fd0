import { describe, expect, it } from 'vitest'
import { designSet } from '../../../src/departments/art'
import { Studio } from '../../../src/departments/camera/studio'
import type { Vec3 } from '../../../src/film'

const set = designSet({ locationKey: 'int-pickup-truck', location: 'PICKUP TRUCK', setting: 'INT' })
const studio = Studio.of(set)
const wheel = set.marks.find((m) => m.group === 'wheel')!
const ride = set.placements.find((p) => p.key === wheel.of)!
const at = (x: number, y: number, z: number): Vec3 => [ride.position[0] + x, y, ride.position[2] + z]

describe('a camera in a cab', () => {
  it('stays in it', () => {
    expect(studio.holds(at(-0.5, 1.35, 0.6))).toBe(true)
    for (const outside of [at(-2.5, 1.35, 0), at(0, 1.35, 3), at(0, 1.35, -1.5), at(-0.5, 2.2, 0.6)])
      expect(studio.holds(outside)).toBe(false)
  })
  it('sees who is at the wheel, and nothing stands in its way', () => {
    const eyes: Vec3 = [wheel.position[0], (wheel.seatHeightM ?? 0) + 0.74, wheel.position[2] + 0.05]
    const beside = at(-0.5, 1.35, 0.6)
    expect(studio.clearOfThings(beside)).toBe(true)
    expect(studio.things(beside, eyes)).toBe(0)
    // From below the door it is the door that is seen.
    expect(studio.things(at(-2, 0.6, 0), [eyes[0], 0.6, eyes[2]])).toBeGreaterThan(0)
  })
  it('stands where it likes about a parked one', () => {
    const road = designSet({ locationKey: 'ext-country-road', location: 'COUNTRY ROAD', setting: 'EXT' })
    expect(Studio.of(road).holds([3, 1.35, 3])).toBe(true)
  })
})
