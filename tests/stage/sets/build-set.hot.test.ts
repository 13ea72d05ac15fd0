import { describe, expect, it } from 'vitest'
import { designSet } from '../../../src/departments/art'
import { buildSet, wallPieces } from '../../../src/stage/sets'

const INSIDE = [
  'FARMHOUSE KITCHEN',
  'LIVING ROOM',
  'OFFICE',
  'BAR',
  'DINER',
  'WAREHOUSE',
  'SPACE STATION - CONTROL ROOM',
  'BUNKS',
  'SHOP',
  'CHURCH',
  'TRAIN',
  'CLASSROOM',
  'BEDROOM',
  'CAVE',
  'ATTIC',
  'BASEMENT',
  'TENT',
  'GARAGE',
]
/** Halls and rooms full of things: books, seats, desks. */
const FULL = [
  'COURTROOM',
  'HOSPITAL ROOM',
  'WAITING ROOM',
  'LIBRARY',
  'LABORATORY',
  'THEATRE',
  'CASTLE - GREAT HALL',
  'MEETING ROOM',
  'OPEN-PLAN OFFICE',
]
const OUTSIDE = [
  'STREET',
  'STADIUM',
  'CONSTRUCTION SITE',
  'WATERFALL',
  'MARKET SQUARE',
  'ALLEY',
  'ROOFTOPS',
  'HARBOUR',
  'FARMHOUSE',
  'FOREST',
  'PARK',
  'BEACH',
  'DESERT',
  'MOUNTAIN',
  'SUBURB HOUSE',
  'RUINS',
  'MOON',
  'BATTLEFIELD',
  'CAR - DRIVING',
]

describe('buildSet', () => {
  for (const [list, setting, budget] of [
    [INSIDE, 'INT', 80_000],
    [FULL, 'INT', 150_000],
    [OUTSIDE, 'EXT', 150_000],
  ] as const) {
    for (const location of list) {
      it(`builds ${setting}. ${location} within ${budget} triangles, all numbers finite`, () => {
        const set = designSet({ locationKey: location.toLowerCase(), location, setting })
        const g = buildSet(set)
        expect(g.triangles).toBeLessThan(budget)
        expect(g.triangles).toBeGreaterThan(3000)
        for (const mesh of [g.solid, g.glass, g.backdrop, ...g.glows.map((q) => q.geometry), ...g.doors.map((d) => d.geometry)]) {
          if (!mesh) continue
          const n = mesh.getAttribute('position').count
          for (const [name, size] of [
            ['position', 3],
            ['normal', 3],
            ['uv', 2],
            ['color', 3],
            ['surface', 4],
          ] as const) {
            const a = mesh.getAttribute(name)
            expect(a.itemSize).toBe(size)
            expect(a.count).toBe(n)
            let bad = 0
            for (const v of a.array) if (!Number.isFinite(v)) bad++
            expect(bad, name).toBe(0)
          }
          let beyond = 0
          for (const i of mesh.getIndex()!.array) if (i >= n) beyond++
          expect(beyond).toBe(0)
        }
        expect(g.doors.length).toBe(set.openings.filter((o) => o.kind === 'door').length)
        for (const glow of g.glows)
          expect(glow.key === 'window-lights' || set.practicals.some((p) => p.key === glow.key), glow.key).toBe(true)
      })
    }
  }

  it('slides the doors of a lift apart, each leaf by about half of them', () => {
    const set = designSet({ locationKey: 'lift', location: 'ELEVATOR', setting: 'INT' })
    const door = set.openings.find((o) => o.kind === 'door')!
    const [one, two] = buildSet(set).doors.filter((d) => d.key === door.key)
    expect([one!.openAngle, two!.openAngle]).toEqual([0, 0])
    const [a, b] = [one!.slide!, two!.slide!]
    expect(Math.hypot(a[0] + b[0], a[1] + b[1], a[2] + b[2])).toBeCloseTo(0, 9)
    // Apart: the leaf that stands further one way goes further that way.
    const apart = (one!.pivot[0] - two!.pivot[0]) * a[0] + (one!.pivot[2] - two!.pivot[2]) * a[2]
    expect(apart).toBeGreaterThan(0)
    expect(Math.hypot(...a)).toBeGreaterThan(door.width * 0.4)
  })

  it('gives the same vertices for the same set', () => {
    const set = designSet({ locationKey: 'a', location: 'BEDROOM', setting: 'INT' })
    const [a, b] = [buildSet(set), buildSet(set)]
    expect(a.solid.getAttribute('position').array).toEqual(b.solid.getAttribute('position').array)
    expect(a.solid.getAttribute('color').array).toEqual(b.solid.getAttribute('color').array)
  })
})

describe('wallPieces', () => {
  const hole = { key: 'w', kind: 'window' as const, wall: 'north' as const, along: 2, width: 1, height: 1.2, sill: 0.9 }
  it('tiles the wall without its holes', () => {
    const pieces = wallPieces(5, 2.6, [hole], [1])
    const area = pieces.reduce((s, p) => s + (p.a1 - p.a0) * (p.y1 - p.y0), 0)
    expect(area).toBeCloseTo(5 * 2.6 - 1.2, 9)
    expect(pieces.some((p) => p.a0 < 2 && p.a1 > 2 && p.y0 < 1.5 && p.y1 > 1.5)).toBe(false)
  })
})
