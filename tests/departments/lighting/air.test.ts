import { describe, expect, it } from 'vitest'
import { airNamed, airWords, beamShare, lightScene, readAir } from '../../../src/departments/lighting'
import { AirPlan, LightPlan, type SetSpec, type TimeOfDay } from '../../../src/film'
import { KITCHEN, PEOPLE, STREET } from './sample-set'

const airOf = (set: SetSpec, words: readonly string[], timeOfDay: TimeOfDay = 'DAY') =>
  lightScene({ set, timeOfDay, words, people: PEOPLE, key: 'k' })

describe('air that words ask for', () => {
  it.each([
    ['Shafts of light fall through the boards.', 'shafts'],
    ['Dust in the beam.', 'shafts'],
    ['Sunlight slants through the window.', 'shafts'],
    ['A smoke-filled room.', 'smoke'],
    ['Smoke drifts over the trenches.', 'smoke'],
    ['Fog rolls in.', 'fog'],
    ['EXT. UNDERWATER - REEF - DAY', 'underwater'],
    ['The air is hazy.', 'haze'],
  ])('%s', (text, preset) => {
    expect(readAir([text])?.preset).toBe(preset)
  })
  it.each([
    ['There is no smoke.'],
    ['The fog has lifted.'],
    ['He smokes.'],
    ['The fog lights of the car.'],
    ['She holds her breath underwater.'],
    ['A light in the window.'],
  ])('none for %s', (text) => {
    expect(readAir([text])).toBeUndefined()
  })
  it('a hand says more than the script, the last hand most; figures alone keep what there is', () => {
    const told = 'A smoke-filled room.'
    const ask = { preset: 'haze', density: 2, height: 1.5, drift: 0.4, colour: '#aabbcc' } as const
    expect(readAir([told, airWords(ask)])).toEqual(ask)
    expect(readAir([told, airWords({ preset: 'fog' }), airWords({ preset: 'same', density: 3 })])).toEqual({ preset: 'fog', density: 3 })
    expect(readAir([told, airWords({ preset: 'same', height: 2 })])).toMatchObject({ preset: 'smoke', height: 2 })
    expect(airNamed('god rays')).toBe('shafts')
    expect(airNamed('none')).toBe('clear')
  })
})

describe('air of a plan', () => {
  it('is left out where nothing asks for it, and where a hand wants it clear', () => {
    expect(airOf(KITCHEN, []).air).toBeUndefined()
    expect(airOf(STREET, ['Fog rolls in.', 'air of clear']).air).toBeUndefined()
  })
  it('is a plan of plain data, as thick and as high as asked', () => {
    const plan = airOf(STREET, ['air of fog density 2 height 4'])
    expect(LightPlan.safeParse(plan).success).toBe(true)
    expect(AirPlan.parse(plan.air)).toMatchObject({ preset: 'fog', height: 4 })
    expect(plan.air?.scattering).toBeCloseTo(2 * (airOf(STREET, ['air of fog']).air?.scattering ?? 0), 5)
    // What is looked through step by step is not fogged once more.
    expect(plan.fog.density).toBeLessThan(airOf(STREET, ['Fog rolls in.', 'air of clear']).fog.density)
  })
  it('a script’s fog stays out of its rooms; a hand’s does not', () => {
    expect(airOf(KITCHEN, ['Fog rolls in.']).air).toBeUndefined()
    expect(airOf(KITCHEN, ['air of fog']).air?.preset).toBe('fog')
  })
  it('old places have their dust by day, a stage its haze, a war its smoke over what burns', () => {
    expect(airOf({ ...KITCHEN, kind: 'attic' }, []).air?.preset).toBe('shafts')
    expect(airOf({ ...KITCHEN, kind: 'attic' }, [], 'NIGHT').air).toBeUndefined()
    expect(airOf({ ...KITCHEN, kind: 'attic' }, ['air of same density 2']).air?.scattering).toBeGreaterThan(
      airOf({ ...KITCHEN, kind: 'attic' }, []).air?.scattering ?? 1,
    )
    expect(airOf({ ...KITCHEN, kind: 'theatre' }, [], 'NIGHT').air?.preset).toBe('haze')
    const fire = { key: 'campfire-1', prop: 'campfire', position: [3, 0, 4], yaw: 0, size: [1.1, 0.6, 1.1], seed: 1, blocks: true } as const
    const war = airOf({ ...STREET, kind: 'battlefield', placements: [fire] }, []).air
    expect(war?.plumes.map((p) => [p.at[0], p.at[2]])).toEqual([[3, 4]])
    expect(airOf({ ...STREET, kind: 'battlefield' }, ['It rains.']).air).toBeUndefined()
  })
  it('water swallows red first, and lets the sun in steeply', () => {
    const { air, sun } = airOf(STREET, ['EXT. UNDERWATER - DAY'])
    expect(air?.absorption[0]).toBeGreaterThan(3 * (air?.absorption[1] ?? 1))
    // No light comes in flatter than Snell's window: asin(1 / 1.333) from above.
    expect(sun.direction[1]).toBeGreaterThan(Math.cos(Math.asin(1 / 1.333)) - 1e-6)
  })
  it('lamps that nobody sees throw no beam', () => {
    expect([beamShare('rim'), beamShare('fill'), beamShare('key:light-stage-spot-2')]).toEqual([0, 0, 1])
    expect(beamShare('window key')).toBeLessThan(0.2)
  })
})

describe('a key’s side by itself', () => {
  it('turns the rig that is asked for', () => {
    const at = (words: string[]) => airOf(KITCHEN, words)
    const noir = ['noir lighting 8:1']
    expect(at([...noir, 'key from the left']).rig?.name).toBe('noir')
    expect(at([...noir, 'key from the left']).spots[0]?.position).not.toEqual(at([...noir, 'key from the right']).spots[0]?.position)
    expect(at(['key from the right']).rig?.name).toBe('three-point')
  })
})
