import { describe, expect, it } from 'vitest'
import { designSet, solidBoxes } from '../../../src/departments/art'
import { bounceFor, holesOf, leavesThrough, lightScene, meterFaces, reachIn, readMood } from '../../../src/departments/lighting'
import { PROBE_FLOATS } from '../../../src/departments/lighting/irradiance-volume'
import { hashOf, LightPlan, POINT_SLOTS, SPOT_SLOTS, type TimeOfDay } from '../../../src/film'
import { KITCHEN, PEOPLE, SETS, STREET } from './sample-set'

const TIMES: readonly TimeOfDay[] = ['DAY', 'NIGHT', 'DAWN', 'DUSK']
const WEATHERS: readonly string[][] = [
  [],
  ['Thunder. Rain lashes the glass.'],
  ['EMERGENCY LIGHTS pulse red.'],
  ['The lights go out. A candle.'],
]
const all = SETS.flatMap(({ name, set }) => TIMES.flatMap((time) => WEATHERS.map((words) => ({ name, set, time, words }))))

describe('what a room gives back', () => {
  it('is brought to what a room has by day, and by night stays well below', () => {
    for (const location of ['WORKSHOP', 'KITCHEN', 'BEDROOM', 'LIBRARY']) {
      const set = designSet({ locationKey: location, location, setting: 'INT' })
      const boxes = solidBoxes(set)
      const lux = (timeOfDay: TimeOfDay) => {
        const plan = lightScene({ set, timeOfDay, words: [], people: [[0, 1.6, 0]], boxes, key: location })
        const { data } = bounceFor(set, boxes, plan)
        let sum = 0
        for (let i = 0; i < data.length; i += PROBE_FLOATS) sum += (data[i + 4] ?? 0) * Math.PI
        return ((sum * PROBE_FLOATS) / data.length + plan.ambient.sky[1]) * plan.exposure
      }
      const day = lux('DAY')
      expect(day, location).toBeGreaterThan(0.4)
      expect(lux('NIGHT'), location).toBeLessThan(day)
    }
  })
})

describe('lightScene', () => {
  it.each(all)('$name, $time, $words: a whole plan, fixed slots, faces exposed', ({ set, time, words }) => {
    const plan = lightScene({ set, timeOfDay: time, words, people: PEOPLE, key: 'k' })
    expect(LightPlan.safeParse(plan).success).toBe(true)
    expect(plan.spots).toHaveLength(SPOT_SLOTS)
    expect(plan.points).toHaveLength(POINT_SLOTS)
    expect(plan.spots.map((s) => s.shadow)).toEqual([true, true, false])
    expect(plan.exposure).toBeGreaterThan(0.1)
    expect(plan.exposure).toBeLessThan(12)
    expect(Math.hypot(...plan.sun.direction)).toBeCloseTo(1, 4)
    expect(plan.why.length).toBeGreaterThan(1)
    for (const p of set.practicals) expect(plan.glow[p.key]).toBeDefined()
    expect(plan.glow.windows).toBeDefined()
    // In a room the sun is an accent; faces are metered without it, and lightning is for moments.
    const lights = {
      ...plan,
      sun: set.interior ? { ...plan.sun, lux: 0 } : plan.sun,
      spots: plan.spots.filter((s) => s.flicker !== 'lightning'),
    }
    const face = meterFaces(lights, PEOPLE, reachIn(set))
    // Skin of albedo 0.4 under the key, display-linear; bounced light comes on top.
    const skin = (face.key * plan.exposure * 0.4) / Math.PI
    expect(skin).toBeGreaterThan(0.1)
    expect(skin).toBeLessThan(0.55)
    expect(face.fill).toBeGreaterThan(0)
  })

  it('gives day less contrast than night, within a cinematographer’s reach', () => {
    const ratio = (time: TimeOfDay) => {
      const plan = lightScene({ set: KITCHEN, timeOfDay: time, words: [], people: PEOPLE, key: 'k' })
      return meterFaces({ ...plan, sun: { ...plan.sun, lux: 0 } }, PEOPLE, reachIn(KITCHEN), time === 'NIGHT' ? 0.16 : 0.5).ratio
    }
    expect(ratio('NIGHT')).toBeGreaterThan(ratio('DAY'))
    expect(ratio('DAY')).toBeGreaterThan(1.5)
    expect(ratio('NIGHT')).toBeLessThan(9)
  })

  it('lets the sun in at a window and keeps it off the faces', () => {
    for (const time of ['DAY', 'DUSK', 'DAWN'] as const) {
      const { sun } = lightScene({ set: KITCHEN, timeOfDay: time, words: [], people: PEOPLE, key: `k ${time}` })
      const main = holesOf(KITCHEN)[0]!
      expect(sun.direction[0] * main.inward[0] + sun.direction[2] * main.inward[2]).toBeLessThan(-0.3)
      for (const head of PEOPLE) expect(leavesThrough(KITCHEN, head, sun.direction)).toBe(false)
      // Somewhere on the floor or table there is sun.
      const floor = Array.from(
        { length: 400 },
        (_, i) => [((i % 20) / 20 - 0.5) * 5.4, 0.1, (Math.floor(i / 20) / 20 - 0.5) * 4.4] as const,
      )
      expect(floor.filter((p) => leavesThrough(KITCHEN, p, sun.direction)).length).toBeGreaterThan(3)
    }
  })

  it('is motivated: the pendant by night, the window by day, the lamp in the street', () => {
    const role = (set: typeof KITCHEN, timeOfDay: TimeOfDay) =>
      lightScene({ set, timeOfDay, words: [], people: PEOPLE, key: 'k' }).spots[0]?.role
    expect(role(KITCHEN, 'NIGHT')).toBe('key:pendant')
    expect(role(KITCHEN, 'DAY')).toBe('window key')
    expect(role(STREET, 'NIGHT')).toBe('key:lamp-1')
  })

  it('keeps lamps off by day and shows them by night', () => {
    const glow = (time: TimeOfDay) => lightScene({ set: KITCHEN, timeOfDay: time, words: [], people: PEOPLE, key: 'k' }).glow
    expect(glow('DAY').pendant?.strength).toBe(0)
    expect(glow('NIGHT').pendant?.strength).toBeGreaterThan(2)
    expect(glow('DAY').windows?.strength ?? 0).toBeGreaterThan((glow('NIGHT').windows?.strength ?? 0) * 10)
  })

  it('gives rain, lightning and wet ground to a storm, red to an alarm', () => {
    const storm = lightScene({ set: STREET, timeOfDay: 'NIGHT', words: ['A thunderstorm breaks.'], people: PEOPLE, key: 'k' })
    expect(storm.weather.rain).toBe(1)
    expect(storm.weather.wet).toBe(1)
    expect(storm.spots[1]?.flicker).toBe('lightning')
    const alarm = lightScene({ set: KITCHEN, timeOfDay: 'NIGHT', words: ['Red alert!'], people: PEOPLE, key: 'k' })
    const [r, g] = alarm.spots[0]!.colour
    expect(r).toBeGreaterThan(g * 3)
  })

  it('is the same for the same options, and free choices follow the key', () => {
    const plan = (key: string) => lightScene({ set: STREET, timeOfDay: 'DAY', words: [], people: PEOPLE, key })
    expect(hashOf(plan('a'))).toBe(hashOf(plan('a')))
    expect(plan('a').sun.direction).not.toEqual(plan('b').sun.direction)
  })

  it('stands in marks where nobody is', () => {
    const plan = lightScene({ set: KITCHEN, timeOfDay: 'DAY', words: [], people: [], key: 'k' })
    expect(plan.exposure).toBeGreaterThan(0.1)
  })
})

describe('readMood', () => {
  it('reads weather and light with the word that says so', () => {
    const mood = readMood(['RAIN drums on the roof. A candle gutters.'])
    expect(mood.rain).toBe(0.7)
    expect(mood.candle).toBe(true)
    expect(mood.why).toEqual(['rain: "rain"', 'candle: "candle"'])
  })
  it.each([
    'He storms out.',
    'She stormed off.',
    'A train passes. The terrain is rough.',
    'The rain has stopped.',
    'They hide in the storm cellar.',
  ])('is not fooled: %s', (text) => {
    const mood = readMood([text])
    expect(mood.rain).toBe(0)
  })
})
