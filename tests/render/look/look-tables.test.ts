import { DataUtils } from 'three/webgpu'
import { describe, expect, test } from 'vitest'
import { type FilmLook, LOOK_TABLE_SIZE, lookTable, styleByName } from '../../../src/departments/retro'
import { LookTables, type MakeLookTable } from '../../../src/render/look/look-tables'
import { BuildDoor } from '../../../src/workers/build-door'

const film = (change: Partial<FilmLook>): FilmLook => ({ ...styleByName('silent').film, ...change })

/** As a message to a worker brings it there and back, and how often it went. */
function elsewhere() {
  const asked: FilmLook[] = []
  const make: MakeLookTable = async (look) => {
    asked.push(look)
    return structuredClone(new BuildDoor().lookTable(structuredClone(look)))
  }
  return { asked, tables: new LookTables(make) }
}

/** A whole table to hold against another: number by number takes seconds. */
const bytes = (texels: Uint16Array): string => Buffer.from(texels.buffer).toString('base64')

describe('tables of colours', () => {
  test('are made by whoever is asked, once, and are those of lookTable', async () => {
    const { asked, tables } = elsewhere()
    const look = film({})
    expect(tables.of(look)).toBeUndefined()
    await tables.settle(look)
    await tables.settle(look)
    expect(asked).toHaveLength(1)
    const texels = tables.of(look)!
    const table = lookTable(look)!
    expect(texels).toHaveLength(4 * LOOK_TABLE_SIZE ** 3)
    expect(bytes(texels.filter((_, i) => i % 4 < 3))).toBe(bytes(Uint16Array.from(table, (v) => DataUtils.toHalfFloat(v))))
    const here = new LookTables()
    await here.settle(look)
    expect(bytes(here.of(look)!)).toBe(bytes(texels))
  })

  test('are shared by looks that differ in grain, not by those that differ in colour', async () => {
    const { asked, tables } = elsewhere()
    const lut = { size: 2, low: [0, 0, 0], high: [1, 1, 1], values: Array.from({ length: 24 }, (_, i) => (i % 7) / 7) } as const
    const other = { ...lut, values: lut.values.toReversed() }
    const looks = [film({}), film({ gradeMix: 0.5 }), film({ lut }), film({ lut: other })]
    for (const look of looks) await tables.settle(look)
    expect(asked).toHaveLength(4)
    expect(new Set(looks.map((look) => bytes(tables.of(look)!))).size).toBe(4)
    expect(tables.of(film({ grain: 3, weave: 1 }))).toBe(tables.of(looks[0]!))
    expect(tables.of(film({ lut, vignette: 0 }))).toBe(tables.of(looks[2]!))
  })

  test('of looks that change nothing there are none', async () => {
    const { tables } = elsewhere()
    const look = film({ grade: 'none', gradeMix: 1 })
    await tables.settle(look)
    expect(tables.of(look)).toBeNull()
  })

  test('the one in use stays, however far a slider is moved', async () => {
    const { asked, tables } = elsewhere()
    const [used, first] = [film({}), film({ grade: 'noir', gradeMix: 0.5 })]
    await tables.settle(used)
    await tables.settle(first)
    for (let i = 1; i <= 60; i++) {
      // Quick ones: what changes nothing has none to make.
      await tables.settle(film({ grade: 'none', gradeMix: i / 60 }))
      expect(tables.of(used)).toBeInstanceOf(Uint16Array)
    }
    expect(asked).toHaveLength(62)
    expect(tables.of(first)).toBeUndefined()
  })
})
