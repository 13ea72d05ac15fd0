import { describe, expect, it } from 'vitest'
import {
  bounceFor,
  bounceVolume,
  fibonacciSphere,
  lampsWithoutSlot,
  lightScene,
  momentIrradiance,
  sampleIrradiance,
} from '../../../src/departments/lighting'
import type { LightPlan, Vec3 } from '../../../src/film'
import { box, cell, KITCHEN, PEOPLE } from './sample-set'

const base = lightScene({ set: KITCHEN, timeOfDay: 'NIGHT', words: [], people: PEOPLE, key: 'k' })
const dark: LightPlan = {
  ...base,
  sun: { ...base.sun, lux: 0 },
  spots: base.spots.map((s) => ({ ...s, candela: 0 })),
  points: base.points.map((p) => ({ ...p, candela: 0 })),
  sky: { ...base.sky, zenith: [0, 0, 0], horizon: [0, 0, 0], ground: [0, 0, 0] },
}
const withLamp = (position: Vec3, candela = 3): LightPlan => ({
  ...dark,
  points: dark.points.map((p, i) => (i === 0 ? { ...p, role: 'lamp', position, candela, colour: [1, 1, 1] } : p)),
})
const SPACE = { min: [-2, 0, -2] as Vec3, max: [2, 3, 2] as Vec3 }
const grey = (c: Vec3) => (c[0] + c[1] + c[2]) / 3

describe('bounceVolume', () => {
  it('gives nothing from nothing', () => {
    const v = bounceVolume({ boxes: cell(), light: dark, ...SPACE })
    expect(Math.max(...v.data)).toBe(0)
  })

  it('holds what a white sky gives: radiance 1, irradiance π, everywhere', () => {
    const sky: LightPlan = { ...dark, sky: { ...dark.sky, zenith: [1, 1, 1], horizon: [1, 1, 1], ground: [1, 1, 1] } }
    const v = bounceVolume({ boxes: [], light: sky, ...SPACE })
    expect(sampleIrradiance(v, [0.3, 1, 0.2], [0, 1, 0])[0]).toBeCloseTo(Math.PI, 1)
    expect(sampleIrradiance(v, [0.3, 1, 0.2], [1, 0, 0])[0]).toBeCloseTo(Math.PI, 1)
  })

  it('never gives more than a closed grey room can hold', () => {
    // A lamp of 3 cd sends 4π·3 lumens into walls of 60 m² and albedo 0.216: mean bounced irradiance Φ/A · ρ/(1−ρ).
    const v = bounceVolume({ boxes: cell(), light: withLamp([0, 1.5, 0]), ...SPACE, bounces: 6 })
    const walls = fibonacciSphere(60).map((n) => grey(sampleIrradiance(v, [0, 1.5, 0], n)))
    const mean = walls.reduce((a, b) => a + b, 0) / walls.length
    const area = 2 * 16 + 4 * 12
    const rho = 0.2158605
    const expected = ((4 * Math.PI * 3) / area) * (rho / (1 - rho))
    expect(mean).toBeGreaterThan(expected * 0.5)
    expect(mean).toBeLessThan(expected * 2)
  })

  it('grows with each bounce, less each time', () => {
    const at = (bounces: number) =>
      grey(sampleIrradiance(bounceVolume({ boxes: cell(), light: withLamp([0, 2.5, 0]), ...SPACE, bounces }), [0, 0.5, 0], [0, 1, 0]))
    const [one, two, three] = [at(1), at(2), at(3)] as [number, number, number]
    expect(two).toBeGreaterThan(one)
    expect(three).toBeGreaterThan(two)
    expect(three - two).toBeLessThan(two - one)
  })

  it('is the same on both sides of a symmetric room', () => {
    const v = bounceVolume({ boxes: cell(), light: withLamp([0, 2, 0]), ...SPACE, rays: 256 })
    for (const z of [-1.2, 0, 1.2]) {
      const east = grey(sampleIrradiance(v, [1.2, 1, z], [0, 1, 0]))
      const west = grey(sampleIrradiance(v, [-1.2, 1, z], [0, 1, 0]))
      expect(Math.abs(east - west) / east).toBeLessThan(0.12)
    }
  })

  it('is the same each time', () => {
    const once = () => bounceVolume({ boxes: cell(), light: withLamp([0.5, 2, 0.2]), ...SPACE }).data
    expect(once()).toEqual(once())
  })

  it('is darker under a table than above it', () => {
    const table = box([-1, 0.75, -0.8], [1, 0.8, 0.8])
    const v = bounceVolume({ boxes: [...cell(), table], light: withLamp([0, 2.4, 0]), ...SPACE })
    const above = grey(sampleIrradiance(v, [0, 1.2, 0], [0, 1, 0]))
    const below = grey(sampleIrradiance(v, [0, 0.3, 0], [0, 1, 0]))
    expect(below).toBeLessThan(above * 0.7)
  })

  it('takes the colour of the wall it left', () => {
    const v = bounceVolume({ boxes: cell({ east: '#c02018', west: '#2040c0' }), light: withLamp([0, 2, 0]), ...SPACE })
    const east = sampleIrradiance(v, [1.6, 1.2, 0], [1, 0, 0])
    const west = sampleIrradiance(v, [-1.6, 1.2, 0], [-1, 0, 0])
    expect(east[0] / east[2]).toBeGreaterThan(1.5)
    expect(west[2] / west[0]).toBeGreaterThan(1.5)
  })

  it('falls off from a window', () => {
    const sky: LightPlan = { ...dark, sky: { ...dark.sky, zenith: [3, 3, 3], horizon: [3, 3, 3], ground: [0.5, 0.5, 0.5] } }
    const walls = cell().filter((b) => b.center[0] > -2.05)
    const v = bounceVolume({ boxes: [...walls, box([-2.2, 0, -2], [-2, 0.9, 2]), box([-2.2, 2.2, -2], [-2, 3, 2])], light: sky, ...SPACE })
    const near = grey(sampleIrradiance(v, [-1.5, 1.2, 0], [-1, 0, 0]))
    const far = grey(sampleIrradiance(v, [1.5, 1.2, 0], [-1, 0, 0]))
    expect(near).toBeGreaterThan(far * 2)
    // And it comes from the window's side.
    expect(far).toBeGreaterThan(grey(sampleIrradiance(v, [1.5, 1.2, 0], [1, 0, 0])))
  })

  it('does not leak darkness out of solids', () => {
    const pillar = box([0.3, 0, 0.3], [1.4, 3, 1.4])
    const v = bounceVolume({ boxes: [...cell(), pillar], light: withLamp([-0.8, 2, -0.8]), ...SPACE })
    expect(v.data.every((x) => Number.isFinite(x))).toBe(true)
    for (let probe = 0; probe < v.data.length; probe += 12) expect(v.data[probe]).toBeGreaterThan(0)
  })

  it('lets a lamp without a slot shine', () => {
    const v = bounceVolume({ boxes: cell(), light: dark, ...SPACE, lamps: [{ position: [0, 2.5, 0], colour: [1, 0.5, 0.2], candela: 4 }] })
    const e = sampleIrradiance(v, [0, 0.5, 0], [0, 1, 0])
    expect(e[0]).toBeGreaterThan(e[2] * 2)
  })
})

describe('momentIrradiance', () => {
  it('is exact for one far light seen face on', () => {
    // Mean radiance of a light of irradiance 1 is 1/4π; the lobe is (p + 1) q^p with p near 3.
    const mean = 1 / (4 * Math.PI)
    expect(momentIrradiance(mean, 0, mean, 0, [0, 1, 0])).toBeGreaterThan(0.9)
    expect(momentIrradiance(mean, 0, mean, 0, [0, -1, 0])).toBeLessThan(0.05)
  })
})

describe('bounceFor', () => {
  const lamp = (n: number) => ({
    key: `panel-${n}`,
    kind: 'ceiling-panel' as const,
    position: [n - 4, 2.6, 0] as Vec3,
    lumens: 2000,
    flicker: 'none' as const,
  })
  const office = { ...KITCHEN, key: 'int-office', openings: [], practicals: [0, 1, 2, 3, 4, 5, 6, 7].map(lamp) }
  const plan = lightScene({ set: office, timeOfDay: 'NIGHT', words: [], people: PEOPLE, key: 'k' })

  it('leaves no lamp out: slots first, the others through the probes', () => {
    const slotted = [...plan.spots, ...plan.points].filter((s) => s.candela > 0 && s.role.includes('panel')).length
    expect(lampsWithoutSlot(office, plan)).toHaveLength(8 - slotted)
    expect(slotted).toBe(5)
  })

  it('fills the room', () => {
    const v = bounceFor(office, [], plan)
    expect(v.min).toEqual([-2.8, 0, -2.3])
    expect(v.size).toEqual([5.6, 2.7, 4.6])
  })
})
