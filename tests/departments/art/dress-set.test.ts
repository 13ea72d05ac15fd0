import { describe, expect, it } from 'vitest'
import { designSet, dressSet, footprint, nearEnoughM, overlaps, PROPS, propForWord, setBoxes, Walkable } from '../../../src/departments/art'
import { SetSpec } from '../../../src/film'

const item = (name: string, category: 'prop' | 'vehicle' = 'prop') => ({ category, name, text: name, line: 1 })
const kitchen = designSet({ locationKey: 'int-farmhouse-kitchen', location: 'FARMHOUSE KITCHEN', setting: 'INT' })

describe('dressSet', () => {
  const dressed = dressSet(
    kitchen,
    ['barrel', 'photograph', 'bottle', 'vase', 'suitcase', 'letter', 'thingamajig'].map((n) => item(n)),
  )
  it('adds what the scene names on a top or on the floor, and leaves the rest where it was', () => {
    expect(dressed.placements.slice(0, kitchen.placements.length)).toEqual(kitchen.placements)
    const added = dressed.placements.slice(kitchen.placements.length).map((p) => p.prop)
    for (const prop of ['barrel', 'photograph', 'bottle', 'letter']) expect(added).toContain(prop)
    // It comes with whoever carries it.
    expect(added).not.toContain('suitcase')
    expect(added).not.toContain('thingamajig')
    expect(SetSpec.parse(dressed).key).toBe(kitchen.key)
  })
  it('puts small things up and large things in nobody’s way', () => {
    const bottle = dressed.placements.find((p) => p.prop === 'bottle')!
    expect(bottle.position[1]).toBeGreaterThan(0.3)
    const barrel = dressed.placements.find((p) => p.prop === 'barrel')!
    expect(barrel.position[1]).toBe(0)
    for (const p of dressed.placements) if (p !== barrel && p.blocks) expect(overlaps(footprint(p), footprint(barrel), -0.005)).toBe(false)
    const door = dressed.marks.find((m) => m.kind === 'door')!
    const walk = new Walkable(dressed.widthM, dressed.depthM, dressed.placements, [door.position[0], door.position[2]])
    for (const m of dressed.marks) expect(walk.reaches(m.position[0], m.position[2], nearEnoughM(m.kind) + 0.1)).toBe(true)
  })
  it('does not add what is there', () => {
    const again = dressSet(kitchen, [item('kettle'), item('stove')])
    expect(again.placements.length).toBe(kitchen.placements.length)
  })
  it('parks a vehicle outside', () => {
    const farm = designSet({ locationKey: 'ext-farm', location: 'FARMHOUSE', setting: 'EXT' })
    const with_ = dressSet(farm, [item('motorcycle', 'vehicle')])
    expect(with_.placements.some((p) => p.prop === 'motorcycle')).toBe(true)
  })
  it('parks a pickup truck once, along the road', () => {
    const bare = designSet({ locationKey: 'ext-country-road', location: 'COUNTRY ROAD', setting: 'EXT' })
    const { placements } = dressSet(bare, [item('pickup', 'vehicle'), item('truck', 'vehicle')])
    const added = placements.slice(bare.placements.length)
    expect(added.map((p) => p.prop)).toEqual(['pickup'])
    const road = bare.placements.find((p) => p.prop === 'zone-road')!
    for (const [x] of footprint(added[0]!).corners) expect(Math.abs(x - road.position[0])).toBeLessThanOrEqual(road.size[0] / 2)
    expect(Math.abs(Math.sin(added[0]!.yaw))).toBeLessThan(1e-6)
  })
})

describe('the catalogue', () => {
  it('holds at least sixty props and finds them by word', () => {
    expect(Object.keys(PROPS).length).toBeGreaterThan(150)
    expect(propForWord('Suitcases')).toBe('suitcase')
    expect(propForWord('silver revolver')).toBe('pistol')
    expect(propForWord('coffee')).toBe('cup')
    expect(propForWord('xyzzy')).toBeUndefined()
  })
})

describe('setBoxes', () => {
  const boxes = setBoxes(kitchen)
  /** True when a point is inside of some box. */
  const solidAt = (x: number, y: number, z: number) =>
    boxes.some((b) => {
      const dx = x - b.center[0]
      const dz = z - b.center[2]
      const u = dx * Math.cos(b.yaw) - dz * Math.sin(b.yaw)
      const v = dx * Math.sin(b.yaw) + dz * Math.cos(b.yaw)
      return Math.abs(u) <= b.half[0] && Math.abs(y - b.center[1]) <= b.half[1] && Math.abs(v) <= b.half[2]
    })
  it('leaves windows open in solid walls', () => {
    for (const o of kitchen.openings.filter((w) => w.kind === 'window')) {
      const [w, d] = [kitchen.widthM / 2 + 0.1, kitchen.depthM / 2 + 0.1]
      const a = o.along
      const at = { north: [-w + 0.1 + a, -d], south: [w - 0.1 - a, d], east: [w, -d + 0.1 + a], west: [-w, d - 0.1 - a] }[o.wall] as [
        number,
        number,
      ]
      expect(solidAt(at[0], o.sill + o.height / 2, at[1])).toBe(false)
      expect(solidAt(at[0], o.sill + o.height + 0.15, at[1])).toBe(true)
    }
  })
  it('has floor, ceiling and reflectances between 0 and 1', () => {
    expect(solidAt(0, -0.05, 0)).toBe(true)
    expect(solidAt(0, kitchen.heightM + 0.05, 0)).toBe(true)
    for (const b of boxes) for (const c of b.albedo) expect(c >= 0 && c <= 1).toBe(true)
  })
})
