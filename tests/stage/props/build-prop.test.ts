import { describe, expect, it } from 'vitest'
import { PROPS } from '../../../src/departments/art'
import { MeshBatch } from '../../../src/stage/geometry'
import { BUILDERS, buildHandProp, buildProp, HAND_PROPS } from '../../../src/stage/props'

const built = (id: string, size: readonly [number, number, number]) => {
  const b = new MeshBatch()
  buildProp(id, size, { seed: 7 }, b)
  return b
}
const PLACES_OF_THEIR_OWN = new Set([
  'crane',
  'stair-flight',
  'building',
  'shopfront',
  'warehouse',
  'parasol',
  'tree',
  'apple-tree',
  'palm',
  'pine',
  'lamp-post',
  'fuse-box',
  'antenna',
  'clothes-line',
  'signpost',
  'church-building',
  'house',
  'barn',
])

describe('buildProp', () => {
  it('has a builder for every prop of the catalogue but zones of ground', () => {
    const missing = Object.keys(PROPS).filter((id) => !BUILDERS[id] && !HAND_PROPS[id] && !id.startsWith('zone-'))
    expect(missing).toEqual([])
  })

  it('fills the box it is given, on the floor', () => {
    for (const [id, info] of Object.entries(PROPS)) {
      if (id.startsWith('zone-') || PLACES_OF_THEIR_OWN.has(id)) continue
      const b = built(id, info.size)
      expect(b.triangles, id).toBeGreaterThan(0)
      const min = [9, 9, 9]
      const max = [-9, -9, -9]
      for (const part of b.layers.values()) {
        for (let i = 0; i < part.position.length; i++) {
          min[i % 3] = Math.min(min[i % 3]!, part.position[i]!)
          max[i % 3] = Math.max(max[i % 3]!, part.position[i]!)
        }
      }
      const slack = 0.25 + 0.12 * Math.max(...info.size)
      for (const axis of [0, 2]) {
        expect(max[axis]! - min[axis]!, `${id} axis ${axis}`).toBeLessThan(info.size[axis]! + 2 * slack)
      }
      expect(max[1]!, `${id} height`).toBeLessThan(info.size[1]! + slack)
      if (info.place === 'floor' && !/boat/.test(id)) expect(min[1]!, `${id} foot`).toBeGreaterThan(-0.2)
    }
  })

  it('makes something of a thing nobody knows', () => {
    expect(built('thingamajig', [0.4, 0.3, 0.3]).triangles).toBeGreaterThan(12)
  })

  it('is the same for the same seed', () => {
    const [a, b] = [built('bookcase', [1, 2, 0.3]), built('bookcase', [1, 2, 0.3])]
    expect(a.layers.get('solid')!.position).toEqual(b.layers.get('solid')!.position)
  })
})

describe('buildHandProp', () => {
  it('makes everything hands can carry, about the grip and no larger than an arm', () => {
    for (const id of [...Object.keys(HAND_PROPS), 'kettle', 'lantern', 'nonsense']) {
      const g = buildHandProp(id)
      g.computeBoundingBox()
      const { min, max } = g.boundingBox!
      expect(max.distanceTo(min), id).toBeLessThan(1.6)
      expect(min.x <= 0.06 && max.x >= -0.06 && min.y <= 0.06 && max.y >= -0.06, id).toBe(true)
    }
  })
})
