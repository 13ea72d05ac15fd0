import { describe, expect, it } from 'vitest'
import { designSet, footprint, overlaps, PROPS, SET_KINDS, thingOfTime } from '../../../src/departments/art'
import { SetSpec } from '../../../src/film'

const YEARS = [-50, 1250, 1690, 1885, 1926, 1955, 1975, 2060, 2300]
const PLACES = [
  ['KITCHEN', 'INT'],
  ['OFFICE', 'INT'],
  ['DINER', 'INT'],
  ['SPACE STATION - CONTROL ROOM', 'INT'],
  ['CLASSROOM', 'INT'],
  ['BAR', 'INT'],
  ['STREET', 'EXT'],
  ['HARBOUR', 'EXT'],
  ['ROOFTOPS', 'EXT'],
] as const
const designed = (location: string, setting: 'INT' | 'EXT', year?: number) =>
  designSet({ locationKey: `period-${location}`, location, setting, year })

describe('things of a time', () => {
  it('go back and forth in time, always to a thing in store, and never round in a ring', () => {
    for (const prop of Object.keys(PROPS)) {
      for (const year of YEARS) {
        const then = thingOfTime(prop, year)
        if (then === undefined) continue
        expect(PROPS[then], `${prop} in ${year}: ${then}`).toBeDefined()
        expect(thingOfTime(then, year), `${prop} in ${year}`).toBe(then)
      }
    }
  })

  it('are what people of the time had', () => {
    expect(thingOfTime('laptop', 1955)).toBe('typewriter')
    expect(thingOfTime('laptop', 1850)).toBe('papers')
    expect(thingOfTime('car', 1885)).toBe('cart')
    expect(thingOfTime('neon-sign', 1900)).toBeUndefined()
    expect(thingOfTime('typewriter', 2300)).toBe('monitor')
    for (const year of [undefined, 2020]) expect(thingOfTime('laptop', year)).toBe('laptop')
  })
})

describe('sets of a time', () => {
  it('are the same as ever today, and other sets in other times', () => {
    for (const [location, setting] of PLACES) {
      const plain = designed(location, setting)
      expect(designed(location, setting, 2020)).toEqual(plain)
      expect(designed(location, setting, 1250).placements, location).not.toEqual(plain.placements)
    }
    expect(SET_KINDS).toContain(designed('KITCHEN', 'INT', 1250).kind)
  })

  it('hold nothing that was not there yet, nor light of it', () => {
    for (const [location, setting] of PLACES) {
      for (const year of YEARS) {
        const set = SetSpec.parse(designed(location, setting, year))
        const name = `${location} ${year}`
        for (const p of set.placements) expect(thingOfTime(p.prop, year), `${name}: ${p.prop}`).toBe(p.prop)
        const keys = new Set(set.placements.map((p) => p.key))
        const ways = new Set(set.openings.map((o) => o.key))
        for (const p of set.practicals) if (p.of) expect(keys.has(p.of), `${name}: light of ${p.of}`).toBe(true)
        for (const m of set.marks) if (m.of) expect(keys.has(m.of) || ways.has(m.of), `${name}: mark of ${m.of}`).toBe(true)
        if (year < 1880)
          expect(
            set.practicals.every((p) => p.flicker === 'fire' || p.kind === 'fire'),
            name,
          ).toBe(true)
        expect(set.marks.length).toBeGreaterThanOrEqual(4)
      }
    }
  })

  it('stand nothing in anything else', () => {
    for (const [location, setting] of PLACES) {
      for (const year of [1250, 1885, 1955, 2300]) {
        const set = designed(location, setting, year)
        const solid = set.placements.filter(
          (p) => p.blocks && Math.abs(p.position[0]) <= set.widthM / 2 && Math.abs(p.position[2]) <= set.depthM / 2,
        )
        for (const [i, a] of solid.entries()) {
          for (const b of solid.slice(i + 1)) {
            const apart = a.position[1] >= b.position[1] + b.size[1] || b.position[1] >= a.position[1] + a.size[1]
            if (!apart && overlaps(footprint(a), footprint(b), -0.005)) expect.fail(`${location} ${year}: ${a.key} stands in ${b.key}`)
          }
        }
      }
    }
  })
})
