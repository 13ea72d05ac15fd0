import { describe, expect, it } from 'vitest'
import { soundOfPlace } from '../../../src/departments/sound'
import type { LightPlan, SetSpec } from '../../../src/film'
import { light, room } from '../../motion/slices'

const of = (set: Partial<SetSpec>, weather: Partial<LightPlan['weather']> = {}, sky: Partial<LightPlan['sky']> = {}) =>
  soundOfPlace(
    { ...room(), ...set },
    { ...light(), weather: { rain: 0, snow: 0, wind: 0.15, wet: 0, ...weather }, sky: { ...light().sky, ...sky } },
  )

const level = (place: ReturnType<typeof of>, kind: string) => place.layers.find((l) => l.kind === kind)?.levelDb

const outside = { interior: false, kind: 'farm', surroundings: 'fields', heightM: 0 } as const

describe('soundOfPlace', () => {
  it('birds by day, crickets by night, neither in the rain', () => {
    expect(level(of(outside, {}, { stars: 0 }), 'birds')).toBeDefined()
    expect(level(of(outside, {}, { stars: 0 }), 'crickets')).toBeUndefined()
    expect(level(of(outside, {}, { stars: 1 }), 'crickets')).toBeDefined()
    const wet = of(outside, { rain: 1 }, { stars: 0 })
    expect([level(wet, 'birds'), level(wet, 'crickets')]).toEqual([undefined, undefined])
    expect(level(wet, 'rain')).toBeGreaterThan(-35)
  })

  it('an engine where something is driven, and none where it stands', () => {
    const travel = { ride: 'car', speedMps: 17, lengthM: 100, beside: [] }
    expect(level(of({ ...outside, travel }), 'machine')).toBeGreaterThan(-45)
    expect(level(of(outside), 'machine')).toBeUndefined()
  })

  it('wind and rain are louder the more there is of them', () => {
    expect(level(of(outside, { wind: 1 }), 'wind')! - level(of(outside, { wind: 0.2 }), 'wind')!).toBeGreaterThan(12)
    expect(level(of(outside, { rain: 1 }), 'rain')!).toBeGreaterThan(level(of(outside, { rain: 0.3 }), 'rain')!)
  })

  it('rain is quieter and duller inside, and more so without a window', () => {
    const window = { key: 'w', kind: 'window', wall: 'north', along: 2, width: 1.2, height: 1.2, sill: 0.9 } as const
    const [glass, blind] = [of({ openings: [window] }, { rain: 1 }), of({}, { rain: 1 })]
    const inside = glass.layers.find((l) => l.kind === 'rain')!
    expect(inside.levelDb).toBeLessThan(-38)
    expect(inside.lowpassHz).toBeLessThan(4000)
    expect(level(blind, 'rain')!).toBeLessThan(inside.levelDb)
  })

  it('a tiled hall echoes for long, a small room full of things hardly, a field not at all', () => {
    const tile = { kind: 'tile', colour: '#ffffff', roughness: 0.3, metalness: 0 } as const
    const hall = of({ widthM: 20, depthM: 15, heightM: 6, floor: tile, walls: tile, ceiling: tile }).room
    const parlour = of({ floor: { ...tile, kind: 'fabric' } }).room
    expect(hall.rt60S).toBeGreaterThan(2)
    expect(parlour.rt60S).toBeLessThan(0.8)
    expect(of(outside).room.rt60S).toBe(0)
  })

  it('every place has a sound: no room is without its air', () => {
    expect(level(of({}), 'air')).toBeDefined()
    expect(level(of({ kind: 'train' }), 'rails')).toBeDefined()
  })
})
