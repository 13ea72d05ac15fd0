import { describe, expect, it } from 'vitest'
import { designSet, solidBoxes } from '../../../src/departments/art'
import {
  greyCard,
  lightScene,
  RATIO_RANGE,
  RIG_NAMES,
  readRig,
  rigAsTold,
  rigForMood,
  rigNamed,
  rigWords,
} from '../../../src/departments/lighting'
import { dot, hashOf, LightPlan, type Vec3 } from '../../../src/film'
import { cell, KITCHEN, STREET } from './sample-set'

const HEAD: Vec3 = [0.3, 1.6, 0.2]

describe('readRig', () => {
  it('reads name, ratio and side, the last of several', () => {
    expect(readRig(['Rembrandt lighting.'])).toEqual({ name: 'rembrandt' })
    expect(readRig(['film noir lighting, 8:1, key from the left'])).toEqual({ name: 'noir', ratio: 8, from: 'left' })
    expect(readRig(['three-point lighting', 'He waits.', 'low key lighting at 6.5:1'])).toEqual({ name: 'low-key', ratio: 6.5 })
    expect(readRig(['noir lighting 500:1'])?.ratio).toBe(RATIO_RANGE.most)
  })
  it.each(['A butterfly lands on the product.', 'NEON LIGHT buzzes.', 'Fire light. The fire lit the room.', 'A silhouette.'])(
    'is not fooled: %s',
    (t) => {
      expect(readRig([t])).toBeUndefined()
    },
  )
  it('reads what it writes, for every rig', () => {
    for (const name of RIG_NAMES) {
      const ask = { name, ratio: 3.5, from: 'right' } as const
      expect(readRig([rigWords(ask)])).toEqual(ask)
      expect(rigNamed(name, true)).toBe(name)
    }
  })
  it('keeps names of things for things', () => {
    expect(rigNamed('neon')).toBeUndefined()
    expect(rigNamed('low key')).toBe('low-key')
    expect(rigForMood('tense')).toBe('low-key')
    expect(rigForMood('rain')).toBeUndefined()
    expect(rigAsTold(['They sit by the fire.'])?.name).toBe('firelight')
    expect(rigAsTold(['There is no moonlight.'])).toBeUndefined()
  })
})

describe('greyCard', () => {
  it('turns the half for the fill out of the key, towards the fill', () => {
    const key: Vec3 = [0.6, 0.5, 0.62]
    const fill: Vec3 = [-0.3, 0.1, 0.95]
    const card = greyCard([0, 1.5, 0], key, fill)
    expect(dot(card.key, card.fill)).toBeLessThan(-0.05)
    expect(Math.hypot(...card.fill)).toBeCloseTo(1, 6)
    expect(dot(card.fill, fill)).toBeGreaterThan(0.5)
    const behind = greyCard([0, 1.5, 0], [0, 0, -1], [0, 0, 1])
    expect(behind.fill).toEqual([0, 0, 1])
  })
})

describe('a rig in a place', () => {
  const lit = (words: string, more: Partial<Parameters<typeof lightScene>[0]> = {}) =>
    lightScene({ set: KITCHEN, timeOfDay: 'DAY', words: [words], people: [HEAD], faces: [0], key: 'k', ...more })

  it('stands on the side that is asked for, seen by a camera before them', () => {
    for (const [from, sign] of [
      ['left', -1],
      ['right', 1],
    ] as const) {
      const plan = lit(`rembrandt lighting 4:1 key from the ${from}`)
      expect(LightPlan.safeParse(plan).success).toBe(true)
      // Somebody who faces +z is seen by a camera that has +x at its right.
      expect(Math.sign(plan.spots[0]!.position[0] - HEAD[0])).toBe(sign)
      expect(plan.spots[0]!.position[2]).toBeGreaterThan(HEAD[2])
      expect(plan.rig).toMatchObject({ name: 'rembrandt', ratio: 4 })
      expect(plan.spots.map((s) => s.shadow)).toEqual([true, true, false])
      for (const [i, half] of [KITCHEN.widthM / 2, KITCHEN.heightM, KITCHEN.depthM / 2].entries())
        expect(Math.abs(plan.spots[0]!.position[i]!)).toBeLessThan(half)
    }
  })

  it('has the fill that the ratio leaves', () => {
    const fill = (ratio: number) => {
      const plan = lit(`three-point lighting ${ratio}:1`)
      return (plan.points[3]!.candela * plan.exposure) as number
    }
    expect(fill(2)).toBeGreaterThan(fill(4) * 1.5)
  })

  it('says so when the place leaves no such ratio', () => {
    const white = cell({ east: '#ffffff', west: '#ffffff' }).map((b) => ({ ...b, albedo: [0.9, 0.9, 0.9] as Vec3 }))
    const set = { ...KITCHEN, widthM: 4, depthM: 4, heightM: 3, openings: [], practicals: [] }
    const plan = lit('high-key lighting 30:1', { set, boxes: white })
    expect(plan.why.join()).toMatch(/leaves \d+\.\d:1 at most/)
  })

  it('has the sun for its key by day outside, and a lamp by night', () => {
    const outside = (timeOfDay: 'DAY' | 'NIGHT') =>
      lightScene({ set: STREET, timeOfDay, words: ['three-point lighting'], people: [HEAD], faces: [0], key: 'k' })
    const day = outside('DAY')
    expect(day.spots[0]!.candela).toBe(0)
    expect(day.sun.direction[2]).toBeGreaterThan(0.2)
    expect(outside('NIGHT').spots[0]!.role).toBe('rig:three-point')
  })

  it('puts a fire where one burns, and turns electric lamps off for the moon', () => {
    const set = designSet({ locationKey: 'int-living-room', location: 'LIVING ROOM', setting: 'INT' })
    const fire = set.practicals.find((p) => p.kind === 'fire')!
    expect(fire).toBeDefined()
    const at: Vec3 = [fire.position[0] * 0.4, 1.6, fire.position[2] * 0.4]
    const yaw = Math.atan2(fire.position[0] - at[0], fire.position[2] - at[2])
    const plan = (words: string) =>
      lightScene({ set, timeOfDay: 'NIGHT', words: [words], people: [at], faces: [yaw], boxes: solidBoxes(set), key: 'k' })
    const key = plan('They talk by the fire.').spots[0]!
    expect(key.flicker).toBe('fire')
    expect(Math.hypot(key.position[0] - fire.position[0], key.position[2] - fire.position[2])).toBeLessThan(0.01)
    const moon = plan('moonlight lighting')
    const lamps = set.practicals.filter((p) => !['fire', 'candle', 'screen', 'emergency'].includes(p.kind))
    expect(lamps.length).toBeGreaterThan(0)
    for (const p of lamps) expect(moon.glow[p.key]!.strength).toBe(0)
  })

  it('is the same for the same words', () => {
    expect(hashOf(lit('noir lighting'))).toBe(hashOf(lit('noir lighting')))
    expect(hashOf(lit('noir lighting'))).not.toBe(hashOf(lit('noir lighting 4:1')))
  })
})
