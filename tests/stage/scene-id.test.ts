import { describe, expect, it } from 'vitest'
import { designSet } from '../../src/departments/art'
import { SCENE_IDS, sceneObjects } from '../../src/stage'
import { buildSet } from '../../src/stage/sets'

const set = designSet({ locationKey: 'int-kitchen', location: 'KITCHEN', setting: 'INT' })
const slice = (cast: readonly string[]) =>
  ({ set, cast: cast.map((key) => ({ key })), shot: { props: [{ key: 'cup' }] } }) as unknown as Parameters<typeof sceneObjects>[0]

describe('scene ids', () => {
  it('tell everything in a shot apart', () => {
    const objects = sceneObjects(slice(['mara', 'otto']))
    expect(new Set(objects.map((o) => o.id)).size).toBe(objects.length)
    expect(objects.every((o) => o.id > 0 && o.id < 2 ** 24)).toBe(true)
    expect(objects.filter((o) => o.kind === 'person')).toEqual([
      { id: SCENE_IDS.person, kind: 'person', key: 'mara' },
      { id: SCENE_IDS.person + 1, kind: 'person', key: 'otto' },
    ])
  })

  it('of a set are the same whoever is in the shot', () => {
    const own = (cast: string[]) => sceneObjects(slice(cast)).filter((o) => o.kind === 'placement' || o.kind === 'door')
    expect(own(['mara'])).toEqual(own(['otto', 'mara']))
  })

  it('every vertex of a set names a placement of it, or none', () => {
    const { solid, glows } = buildSet(set)
    const seen = new Set<number>()
    for (const g of [solid, ...glows.map((q) => q.geometry)]) {
      const a = g.getAttribute('surface')
      for (let i = 0; i < a.count; i++) seen.add(a.getW(i))
    }
    expect(Math.max(...seen)).toBe(set.placements.length)
    expect(seen.size).toBeGreaterThan(set.placements.length / 2)
    expect([...seen].every((p) => Number.isInteger(p) && p >= 0)).toBe(true)
  })
})
