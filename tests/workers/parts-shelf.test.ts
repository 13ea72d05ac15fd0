import { expect, it } from 'vitest'
import { PartsShelf } from '../../src/workers/parts-shelf'

const part = (floats: number) => ({ mesh: { attributes: [new Float32Array(floats)] } })

it('builds what is asked for once, and forgets what was used longest ago', () => {
  const shelf = new PartsShelf(100)
  let built = 0
  const get = (key: string, floats = 10) =>
    shelf.get(key, () => {
      built++
      return part(floats)
    })
  const a = get('a')
  expect(get('a')).toBe(a)
  get('b')
  expect([built, shelf.bytes]).toEqual([2, 80])
  get('a')
  get('c')
  // b had not been asked for as long as a.
  expect(shelf.bytes).toBe(80)
  expect(get('a')).toBe(a)
  expect(built).toBe(3)
  get('b')
  expect(built).toBe(4)
})

it('hands on what is larger than the shelf, and keeps no more than it may', () => {
  const shelf = new PartsShelf(100)
  expect(shelf.get('large', () => part(50)).mesh.attributes[0]).toHaveLength(50)
  expect(shelf.bytes).toBe(0)
  const small = shelf.get('small', () => part(10))
  shelf.get('large', () => part(50))
  expect(shelf.get('small', () => part(10))).toBe(small)
})
