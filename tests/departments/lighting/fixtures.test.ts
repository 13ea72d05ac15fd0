import { describe, expect, it } from 'vitest'
import {
  candelaIn,
  correctionFor,
  densityStops,
  exposingLux,
  type Fixture,
  kelvinRgb,
  LAMP_HEADS,
  lightColour,
  lightScene,
  listFixtures,
  MAINS,
  powerSchedule,
  realLux,
  sunlightLux,
} from '../../../src/departments/lighting'
import { distance, type Vec3 } from '../../../src/film'
import { KITCHEN, STREET } from './sample-set'

const CAMERA = { iso: 800, fStop: 2.8, shutterAngleDeg: 180, fps: 24 }
const HEAD: Vec3 = [0.3, 1.6, 0.2]
const lit = (words: string, set = KITCHEN, timeOfDay: 'DAY' | 'NIGHT' = 'NIGHT') =>
  lightScene({ set, timeOfDay, words: [words], people: [HEAD], faces: [0], key: 'k' })

describe('exposingLux', () => {
  // ISO 2720 with C = 250: ISO 100, f/1, 1 s is 2.5 lux.
  it('is what the meter’s equation says', () => {
    expect(exposingLux({ iso: 100, fStop: 1, shutterAngleDeg: 360, fps: 1 })).toBeCloseTo(2.5, 9)
    expect(exposingLux(CAMERA)).toBeCloseTo((250 * 2.8 ** 2 * 48) / 800, 6)
    expect(exposingLux({ ...CAMERA, fStop: 4 }) / exposingLux(CAMERA)).toBeCloseTo((4 / 2.8) ** 2, 6)
  })
})

describe('colours and gels', () => {
  it.each([1900, 2700, 3200, 4300, 5600, 7500])('finds %d K again, whatever the camera is set to', (kelvin) => {
    for (const balance of [3200, 5600]) {
      const found = lightColour(kelvinRgb(kelvin, balance), balance)
      expect(Math.abs(1e6 / found.kelvin - 1e6 / kelvin)).toBeLessThan(5)
      expect(found.hue).toBeUndefined()
    }
  })
  it('says the hue of what is no black body', () => {
    expect(lightColour([1.6, 0.3, 1.3], 5000).hue?.degrees).toBeGreaterThan(290)
    expect(lightColour([0.2, 1.2, 1.5], 5000).hue?.degrees).toBeCloseTo(194, -1)
  })
  it('corrects by the nearest mired shift', () => {
    expect(correctionFor(3200, 5600)?.name).toBe('Full CTB (201)')
    expect(correctionFor(5600, 3200)?.name).toMatch(/^(?:1\/2|Full) CTO/)
    expect(correctionFor(3200, 3300)).toBeUndefined()
  })
  it('heads throw more the narrower they are', () => {
    for (const head of Object.values(LAMP_HEADS).flat())
      expect(candelaIn(head, head.beam[0])).toBeGreaterThan(candelaIn(head, head.beam[1]))
  })
})

describe('listFixtures', () => {
  const light = lit('rembrandt lighting 4:1')
  const fixtures = listFixtures(KITCHEN, light, CAMERA)

  it('has a lamp for every slot that shines and every practical that glows', () => {
    const shining = [...light.spots, ...light.points].filter((s) => s.candela > 0)
    const glowing = KITCHEN.practicals.filter((p) => light.glow[p.key]!.strength > 0)
    const slotted = shining.filter((s) => KITCHEN.practicals.some((p) => s.role.endsWith(p.key)))
    expect(fixtures).toHaveLength(shining.length - slotted.length + glowing.length)
    expect(new Set(fixtures.map((f) => f.id)).size).toBe(fixtures.length)
    expect(fixtures.map((f) => f.purpose)).toEqual(expect.arrayContaining(['key', 'fill', 'back', 'practical']))
  })

  it('brings the key that the stop wants, from a head that can', () => {
    // Nothing else shines on the key's side here.
    const bare = { ...KITCHEN, practicals: [], openings: [] }
    const alone = lit('rembrandt lighting 4:1', bare)
    const key = listFixtures(bare, alone, CAMERA).find((f) => f.purpose === 'key')!
    const head = Object.values(LAMP_HEADS)
      .flat()
      .find((h) => h.name === key.name)!
    expect(key.dimmer).toBeGreaterThan(0)
    expect(key.dimmer).toBeLessThanOrEqual(90)
    // As much as a rig's exposure says, within what the stand has moved.
    expect(key.lux).toBeGreaterThan(exposingLux(CAMERA) * 0.8)
    expect(key.lux).toBeLessThan(exposingLux(CAMERA) * 1.2)
    expect((candelaIn(head, key.beamDeg!) * key.dimmer) / 100 / distance(key.position, key.target!) ** 2).toBeGreaterThanOrEqual(
      key.lux * 0.9,
    )
    // Two stops more of light are four times the lux.
    const stopped = listFixtures(bare, alone, { ...CAMERA, fStop: 5.6 }).find((f) => f.id === key.id)!
    expect(stopped.lux / key.lux).toBeCloseTo(4, 1)
  })

  it('stands everything in the room', () => {
    for (const { position } of fixtures) {
      expect(Math.abs(position[0])).toBeLessThanOrEqual(KITCHEN.widthM / 2)
      expect(Math.abs(position[2])).toBeLessThanOrEqual(KITCHEN.depthM / 2)
      expect(position[1]).toBeLessThan(KITCHEN.heightM)
    }
  })

  it('throws the sun back by boards, and has density before the lens', () => {
    const day = lit('three-point lighting', STREET, 'DAY')
    expect(realLux(STREET, day, CAMERA) * day.sun.lux).toBeCloseTo(sunlightLux(Math.asin(day.sun.direction[1])), -2)
    expect(sunlightLux(Math.PI / 4)).toBeGreaterThan(80000)
    expect(sunlightLux(0.15)).toBeLessThan(sunlightLux(0.6) / 2)
    expect(densityStops(STREET, day, CAMERA)).toBeGreaterThan(6)
    expect(densityStops(KITCHEN, light, CAMERA)).toBe(0)
    const boards = listFixtures(STREET, day, CAMERA).filter((f) => f.purpose === 'fill' || f.purpose === 'back')
    expect(boards.length).toBeGreaterThan(0)
    for (const b of boards) expect(b).toMatchObject({ watts: 0, name: expect.stringContaining('reflector') })
  })

  it('changes a practical’s bulb for one of three times at most, and puts a head beside it for the rest', () => {
    const dim = { ...KITCHEN, practicals: KITCHEN.practicals.map((p) => ({ ...p, lumens: 60 })) }
    const all = listFixtures(dim, lit('', dim), { ...CAMERA, fStop: 8 })
    const lamp = all.find((f) => f.name.startsWith('pendant'))!
    const head = all.find((f) => f.name.endsWith(`beside ${lamp.id}`))!
    expect(head.position).toEqual(lamp.position)
    expect(head.watts).toBeGreaterThan(0)
    expect(lamp.watts).toBeLessThan(30)
    expect(listFixtures(KITCHEN, lit(''), CAMERA).some((f) => f.name.includes('beside'))).toBe(false)
  })

  it('says the hue of neon', () => {
    const neon = listFixtures(STREET, lit('neon lighting', STREET), CAMERA)
    expect(neon.find((f) => f.purpose === 'key')?.hue).toBeDefined()
    expect(neon.find((f) => f.purpose === 'key')?.name).toContain('RGBW')
  })
})

describe('powerSchedule', () => {
  const lamp = (id: string, watts: number, count = 1): Fixture => ({
    id,
    purpose: 'key',
    name: 'x',
    count,
    position: [0, 2, 0],
    kelvin: 5600,
    gels: [],
    dimmer: 50,
    watts,
    lux: 1,
  })

  it('loads no circuit above four fifths, and forgets no lamp', () => {
    const lamps = [lamp('A', 1200), lamp('B', 650, 3), lamp('C', 2000), lamp('D', 60, 8), lamp('E', 0)]
    for (const mains of Object.values(MAINS)) {
      const { circuits, watts, amps, warnings } = powerSchedule(lamps, mains)
      expect(watts).toBe(1200 + 1950 + 2000 + 480)
      expect(circuits.reduce((n, c) => n + c.watts, 0)).toBe(watts)
      expect(
        circuits
          .flatMap((c) => c.fixtures)
          .map((f) => f.id)
          .sort(),
      ).toEqual(['A', 'B.1', 'B.2', 'B.3', 'C', ...Array.from({ length: 8 }, (_, i) => `D.${i + 1}`)].sort())
      for (const c of circuits) expect(c.amps).toBeLessThanOrEqual(c.breaker * 0.8)
      expect(amps).toBeCloseTo(watts / mains.volts / 0.95, 9)
      // 2 kW at 120 V is above 16 of 20 A.
      expect(warnings).toHaveLength(mains.volts === 120 ? 1 : 0)
    }
  })

  it('warns of what no socket bears, and of too few circuits', () => {
    const { circuits, warnings } = powerSchedule([lamp('K1', 6000), lamp('F', 2400), lamp('G', 2400)], MAINS['230V'], 1)
    expect(circuits[0]).toMatchObject({ breaker: 63, watts: 6000 })
    expect(warnings.join()).toMatch(/K1 .* no 16 A circuit/)
    expect(warnings.join()).toMatch(/2 circuits of 16 A are needed, the location has 1/)
  })
})
