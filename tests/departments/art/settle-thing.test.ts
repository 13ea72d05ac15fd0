import { describe, expect, it } from 'vitest'
import { footprint, likeThings, overlaps, propInfo, roomFor, settleThing } from '../../../src/departments/art'
import type { Placement, SetSpec, Vec3 } from '../../../src/film'
import { openProduction } from '../../../src/production/open-production'
import { sliceOf } from '../../../src/production/phases'

const SCRIPT = 'INT. LIVING ROOM - DAY\n\nIRIS (60) sits on the sofa. PAUL (20) stands by the window.\n\nIRIS\nStay there.\n'
const opened = openProduction({ files: [{ name: 'room.fountain', bytes: new TextEncoder().encode(SCRIPT) }], main: 'room.fountain' })
if (!opened.ok) throw new Error('the script does not open')
const { store } = opened.film
const { set } = sliceOf(store, store.plan.shots[0]?.key ?? '')

const thing = (is: (p: Placement) => boolean): Placement => {
  const found = set.placements.find(is)
  if (!found) throw new Error('the set has nothing of this kind')
  return found
}
const kind = (p: Placement) => propInfo(p.prop).place
const put = (p: Placement, position: Vec3, gridM = 0, yaw = p.yaw, inside: SetSpec = set) =>
  settleThing(inside, p, { position, yaw, gridM })
const [w, d] = [set.widthM / 2, set.depthM / 2]

describe('a thing that a hand carries', () => {
  const sofa = thing((p) => p.prop === 'sofa')
  const alone: SetSpec = { ...set, placements: [sofa], marks: [] }

  it('stays inside of the walls, however it is turned, and says so', () => {
    for (const yaw of [0, 0.4, 1.2, 2.9])
      for (const to of [
        [99, 0, 0],
        [-99, 0, 99],
      ] as Vec3[]) {
        const at = put(sofa, to, 0, yaw, alone)
        for (const [x, z] of footprint({ ...sofa, ...at }).corners) {
          expect(Math.abs(x)).toBeLessThanOrEqual(w + 0.002)
          expect(Math.abs(z)).toBeLessThanOrEqual(d + 0.002)
        }
        expect(at).toMatchObject({ held: 'the wall holds it back' })
        expect(at.refused).toBeUndefined()
      }
  })

  it('comes down on the floor, keeps to the grid, and is pushed against a wall that is near', () => {
    const at = put(sofa, [0.234, 1.7, 0.111], 0.1, sofa.yaw, alone)
    expect(at.position).toEqual([0.2, 0, 0.1])
    const near = put(
      sofa,
      [0, 0, -d + Math.max(...footprint({ ...sofa, position: [0, 0, 0] }).corners.map((c) => c[1])) + 0.1],
      0.1,
      sofa.yaw,
      alone,
    )
    const back = Math.min(...footprint({ ...sofa, ...near }).corners.map((c) => c[1]))
    expect(back).toBeCloseTo(-d, 2)
    expect(put(sofa, [0, 0, 0], 0.1, 0.5, alone).yaw).toBeCloseTo((2 * Math.PI) / 12, 6)
  })

  it('is refused in another thing, in somebody and in the doorway, by name; where it was it may stay', () => {
    const other = thing((p) => p.blocks && p.key !== sofa.key && p.position[1] === 0 && p.size[1] > 0.3)
    expect(put(sofa, other.position).refused).toBe(`the ${other.prop.replaceAll('-', ' ')} is in the way`)
    const bare = { ...set, placements: [sofa], marks: [] }
    const free = settleThing(bare, sofa, { position: [0.5, 0, 0.5], yaw: 0, gridM: 0 }, [{ name: 'PAUL', position: [0.5, 0, 0.5] }])
    expect(free.refused).toBe('PAUL is in the way')
    const door = set.marks.find((m) => m.kind === 'door')
    if (!door) throw new Error('the room has no door')
    expect(put(sofa, door.position, 0, 0, { ...set, placements: [sofa] }).refused).toBe('it would shut the doorway')
    for (const p of set.placements) expect(put(p, p.position).refused, p.key).toBeUndefined()
  })

  it('on a top stands on what is under it, and on the floor beside it', () => {
    const table = thing((p) => (propInfo(p.prop).surfaceHeight ?? 0) > 0.3 && p.position[1] === 0)
    const vase: Placement = {
      key: 'vase-9',
      prop: 'vase',
      position: [0, 0, 0],
      yaw: 0,
      size: [...propInfo('vase').size],
      seed: 1,
      blocks: false,
    }
    const with1: SetSpec = { ...set, placements: [table, vase], marks: [] }
    const [x, , z] = table.position
    const info = propInfo(table.prop)
    const on = put(vase, [x, 0, z], 0, 0, with1)
    expect(on.position[1]).toBeCloseTo(((info.surfaceHeight ?? 0) * table.size[1]) / info.size[1], 2)
    expect(on.refused).toBeUndefined()
    expect(put(vase, [x > 0 ? x - 2 : x + 2, 1, z], 0, 0, with1).position[1]).toBe(0)
  })

  it('on a wall slides along it, goes round the corner facing into the room, and covers no window', () => {
    const hung = thing((p) => kind(p) === 'wall')
    const bare: SetSpec = { ...set, placements: [hung] }
    for (const [to, yaw] of [
      [[0, 1.5, -d], 0],
      [[w, 1.5, 0], -Math.PI / 2],
      [[0, 1.5, d], Math.PI],
      [[-w, 1.5, 0], Math.PI / 2],
    ] as [Vec3, number][]) {
      const at = put(hung, to, 0, hung.yaw, { ...bare, openings: [] })
      expect(Math.cos(at.yaw - yaw)).toBeCloseTo(1, 6)
      expect(at.position[1]).toBe(1.5)
    }
    const window = set.openings.find((o) => o.kind === 'window')
    if (!window) throw new Error('the room has no window')
    const frame = { north: [0, -d], south: [0, d], east: [w, 0], west: [-w, 0] }[window.wall] as [number, number]
    const s = window.along - (window.wall === 'north' || window.wall === 'south' ? w : d)
    const run = { north: [1, 0], south: [-1, 0], east: [0, 1], west: [0, -1] }[window.wall] as [number, number]
    const over = put(hung, [frame[0] + run[0] * s, window.sill + 0.2, frame[1] + run[1] * s], 0, hung.yaw, bare)
    expect(over.refused).toBe('it would hang over a window')
  })
})

describe('one thing more', () => {
  it('finds room beside what is there, and none where nothing fits', () => {
    const sofa = thing((p) => p.prop === 'sofa')
    const copy = { ...sofa, key: 'hand-1' }
    const at = roomFor(set, copy, sofa.position)
    if (!at) throw new Error('a living room has room for a second sofa')
    expect(overlaps(footprint({ ...copy, ...at }), footprint(sofa), -0.03)).toBe(false)
    expect(roomFor({ ...set, widthM: 1, depthM: 1 }, copy, [0, 0, 0])).toBeUndefined()
  })

  it('is swapped for what is used as it is', () => {
    expect(
      likeThings('sofa')
        .slice(0, 6)
        .some((p) => /bench|booth|armchair|pew/.test(p)),
    ).toBe(true)
    for (const [prop, not] of [
      ['chair', /lamp|table|bed|tree/],
      ['table-lamp', /chair|vase|sofa/],
    ] as const) {
      expect(likeThings(prop).length).toBeGreaterThan(1)
      for (const like of likeThings(prop)) expect(like).not.toMatch(not)
    }
  })
})
