import type { CharacterSpec, Garment, Mannerism } from '../../src/film'
import { anybody } from './any-scene'
import { performance, sliceOf, stay } from './slices'

/** A plain garment. */
export const garment = (kind: Garment['kind']): Garment => ({
  kind,
  colour: '#445566',
  pattern: 'plain',
  material: 'cotton',
  condition: 'worn',
})
/** What there is to be fingered and put straight. */
export const WORN = (['shirt', 'suit-jacket', 'tie', 'necklace', 'watch', 'trousers', 'shoes'] as const).map(garment)

/** Anybody grown, with what a mannerism needs. */
export function somebody(m: Mannerism, key = ''): CharacterSpec {
  const base = anybody(`${m}${key}`)
  return {
    ...base,
    age: Math.max(base.age, 16),
    habits: [m],
    hair: { ...base.hair, style: /(?:twirls|tucks)-hair/.test(m) ? 'long' : 'short', beard: m === 'strokes-beard' ? 'full' : 'none' },
    wardrobe: m === 'pushes-glasses' ? [...WORN, garment('glasses')] : WORN,
  }
}

/** A minute of somebody who has nothing to do, at twelve frames a second. */
export const idle = (spec: CharacterSpec, sits = false) =>
  sliceOf([performance(spec.key, { where: [stay([0, 0, 0], 0.4, sits ? 'sit' : 'stand', 0, 60, sits ? 0.42 : undefined)] })], {
    cast: [spec],
    shot: { fps: { num: 12, den: 1 }, frames: 720, key: `idle~${spec.key}` },
  })
