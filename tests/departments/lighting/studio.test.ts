import { describe, expect, it } from 'vitest'
import { designSet } from '../../../src/departments/art'
import { lightScene } from '../../../src/departments/lighting'
import { LightPlan, type TimeOfDay } from '../../../src/film'

const light = (location: string, timeOfDay: TimeOfDay = 'DAY') =>
  lightScene({
    set: designSet({ locationKey: location, location, setting: 'INT' }),
    timeOfDay,
    words: [],
    people: [[0, 1.6, 0]],
    key: `${location} ${timeOfDay}`,
  })

describe('studio light', () => {
  it('has a key from the front, a fill on the other side, a rim from behind, and a top light with a shadow', () => {
    const plan = light('WHITE CYCLORAMA')
    expect(() => LightPlan.parse(plan)).not.toThrow()
    const [key, top, rim] = plan.spots
    const fill = plan.points.at(-1)
    expect(key?.role).toBe('key:studio-key')
    expect(key?.position[2]).toBeGreaterThan(1)
    expect(Math.sign(fill?.position[0] ?? 0)).toBe(-Math.sign(key?.position[0] ?? 0))
    expect(rim?.position[2]).toBeLessThan(-1)
    expect(top?.shadow).toBe(true)
    expect(top?.target[1]).toBe(0)
  })

  it('keeps every lamp inside the studio', () => {
    const set = designSet({ locationKey: 'c', location: 'CYCLORAMA', setting: 'INT' })
    const plan = lightScene({ set, timeOfDay: 'DAY', words: [], people: [[4, 1.6, -3.5]], key: 'corner' })
    for (const l of [...plan.spots, ...plan.points].filter((p) => p.candela > 0)) {
      expect(Math.abs(l.position[0])).toBeLessThan(set.widthM / 2)
      expect(Math.abs(l.position[2])).toBeLessThan(set.depthM / 2)
      expect(l.position[1]).toBeLessThan(set.heightM)
    }
  })

  it('washes the backdrop less by night', () => {
    const wash = (time: TimeOfDay) => {
      const plan = light('GREY BACKDROP', time)
      return (plan.points[0]?.candela ?? 0) * plan.exposure
    }
    expect(wash('NIGHT')).toBeLessThan(wash('DAY') / 2)
  })

  it('must fail: another room is not lit as a studio', () => {
    expect(light('KITCHEN').spots[0]?.role).not.toBe('key:studio-key')
  })
})
