import { describe, expect, it } from 'vitest'
import { TRADES } from '../../src/departments/characters/wardrobe-words'
import { CATALOGUE_KINDS, catalogueEntry, catalogueOf, catalogueSheet, findInCatalogue, sliceOf } from '../../src/production'
import { catalogueFile } from '../../src/production/modelling'

describe('the catalogue', () => {
  it('has every trade that the wardrobe dresses, and names that are its own', () => {
    const costumes = catalogueOf('costumes').map((e) => e.words[0]!)
    for (const { words } of TRADES)
      expect(
        costumes.some((c) => words.test(c)),
        String(words),
      ).toBe(true)
    for (const kind of CATALOGUE_KINDS) {
      const names = catalogueOf(kind).map((e) => e.name)
      expect(new Set(names).size, kind).toBe(names.length)
    }
    expect(catalogueOf('sets').length).toBeGreaterThan(55)
    expect(catalogueOf('props').length).toBeGreaterThan(250)
  })

  it('finds by words, and says what is nearest', () => {
    expect(findInCatalogue('props', 'sessel').map((e) => e.name)).toEqual(['armchair'])
    expect(findInCatalogue('props', 'no such thing')).toEqual([])
    expect(() => catalogueEntry('sets', 'kitchn')).toThrow('did you mean kitchen')
    expect(() => catalogueSheet({ kind: 'props', find: 'no such thing' })).toThrow('nothing among the props')
  })

  it('shows each set as what it is, and each thing whole', () => {
    const sets = catalogueSheet({ kind: 'sets', names: ['kitchen', 'cave', 'forest'] })
    expect(sets.store.plan.shots.map((s) => sliceOf(sets.store, s.key).set.kind)).toEqual(['kitchen', 'cave', 'forest'])
    const { store, aspect } = catalogueSheet({ kind: 'props', names: ['cup', 'armchair', 'lighthouse'] })
    for (const { key } of store.plan.shots) {
      const { set, shot } = sliceOf(store, key)
      const [width, height, depth] = set.placements[0]!.size
      const { position, target } = shot.camera.keys[0]!
      const metres = Math.hypot(...position.map((v, k) => v - target[k]!))
      const half = Math.atan(shot.camera.sensorWidthMm / aspect / 2 / shot.camera.lensMm)
      const radius = Math.hypot(width, height, depth) / 2
      expect(Math.asin(radius / metres), key).toBeLessThan(half)
      expect(Math.asin(radius / metres), key).toBeGreaterThan(half * 0.8)
    }
  })

  it('gives files of sets and costumes, and none of materials', async () => {
    const file = await catalogueFile('sets', 'kitchen')
    expect(new TextDecoder().decode(file.subarray(0, 4))).toBe('glTF')
    await expect(catalogueFile('materials', 'brick')).rejects.toThrow('no shape')
  })
})
