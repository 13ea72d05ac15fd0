import { describe, expect, it } from 'vitest'
import { idNear, outlineOf } from '../../../src/production/picture-view'

const picture = (rows: readonly string[]) => ({
  width: rows[0]?.length ?? 0,
  height: rows.length,
  ids: Uint32Array.from(rows.flatMap((r) => [...r].map(Number))),
})
const ROOM = picture(['11111', '12213', '12211', '11111'])

describe('pixels of one number', () => {
  it('have an edge all round, in as few lines as it takes', () => {
    expect(outlineOf(ROOM, 2)).toBe('M1 1H3M1 3H3M1 1V3M3 1V3')
    // At the border of the picture too.
    expect(outlineOf(ROOM, 3)).toBe('M4 1H5M4 2H5M4 1V2M5 1V2')
    expect(outlineOf(ROOM, 9)).toBe('')
  })

  it('are picked from beside them, the nearest first, and not from afar', () => {
    const isThing = (id: number) => id > 1
    expect(idNear(ROOM, 1, 1, isThing, 2)).toBe(2)
    expect(idNear(ROOM, 3, 2, isThing, 2)).toBe(2)
    expect(idNear(ROOM, 4, 2, isThing, 2)).toBe(3)
    expect(idNear(ROOM, 4, 3, isThing, 1)).toBeUndefined()
  })
})
