import { describe, expect, it } from 'vitest'
import { type HandEdit, readEditPath, withEdit, withoutEdit } from '../../src/film'

const camera = (value: HandEdit['value'], base: HandEdit['value']): HandEdit => ({
  target: 'shot',
  path: 'camera.keys.0.position',
  value,
  base,
})
const person = (value: HandEdit['value'], base: HandEdit['value'], key = 'mara'): HandEdit => ({
  target: 'scene',
  path: `people.${key}`,
  value,
  base,
})

describe('edits by hand', () => {
  it('know what can be edited, and nothing else', () => {
    expect(readEditPath('camera.keys.2.target')).toEqual({ kind: 'key', index: 2, point: 'target' })
    expect(readEditPath('camera.lensMm')).toEqual({ kind: 'camera', field: 'lensMm' })
    expect(readEditPath('people.two-men#1')).toEqual({ kind: 'person', key: 'two-men#1' })
    for (const path of ['camera', 'camera.keys.x.position', 'camera.keys.0.roll', '__proto__', 'people'])
      expect(readEditPath(path), path).toBeUndefined()
  })

  it('replace what was moved before, and keep where the plan had it', () => {
    const once = withEdit([], camera([1, 1, 1], [0, 1, 0]))
    const twice = withEdit(once, camera([2, 1, 1], [1, 1, 1]))
    expect(twice).toEqual([camera([2, 1, 1], [0, 1, 0])])
    // Put back where the plan has it, nothing is left to say.
    expect(withEdit(twice, camera([0, 1, 0], [2, 1, 1]))).toEqual([])
  })

  it('tell one person’s places apart, and move on from where they were put', () => {
    const atTable = person([1, 0, 0], [0, 0, 0])
    const atDoor = person([5, 0, 0], [4, 0, 0])
    const both = withEdit(withEdit([], atTable), atDoor)
    expect(both).toEqual([atTable, atDoor])
    expect(withEdit(both, person([2, 0, 0], [1, 0, 0]))).toEqual([atDoor, person([2, 0, 0], [0, 0, 0])])
    expect(withEdit(both, person([1, 0, 0], [0, 0, 0], 'otto'))).toHaveLength(3)
  })

  it('are taken back one by one: of somebody, that of one of their places', () => {
    const edits = [person([1, 0, 1], [0, 0, 0]), person([2, 0, 2], [3, 0, 3]), camera([2, 1, 1], [0, 1, 0])]
    expect(withoutEdit(edits, edits[1] as HandEdit)).toEqual([edits[0], edits[2]])
    expect(withoutEdit(edits, edits[2] as HandEdit)).toEqual(edits.slice(0, 2))
  })
})
