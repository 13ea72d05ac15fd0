import { describe, expect, it } from 'vitest'
import { readCube, tableColour, thinnedTable } from '../../../src/departments/retro'
import { InputError } from '../../../src/film'

const cube = (size: number, f: (r: number, g: number, b: number) => readonly number[]) => {
  const rows: string[] = [`LUT_3D_SIZE ${size}`]
  const n = size - 1
  for (let b = 0; b < size; b++) for (let g = 0; g < size; g++) for (let r = 0; r < size; r++) rows.push(f(r / n, g / n, b / n).join(' '))
  return rows.join('\n')
}
const findings = (text: string) => {
  try {
    readCube(text, 'my.cube')
  } catch (error) {
    return (error as InputError).diagnostics
  }
  throw new Error('it was read')
}

describe('thinnedTable', () => {
  const bent = readCube(`DOMAIN_MAX 2 1 1\n${cube(9, (r, g, b) => [r * r, g, 1 - b])}`)

  it('keeps every colour that both tables have', () => {
    const thin = thinnedTable(bent, 5)
    expect([thin.size, thin.values.length]).toEqual([5, 375])
    for (const colour of [
      [0, 0, 0],
      [0.5, 0.25, 1],
      [2, 1, 0.75],
    ] as const)
      tableColour(thin, colour).forEach((v, k) => {
        expect(v).toBeCloseTo(tableColour(bent, colour)[k]!, 4)
      })
  })

  it('leaves a small one as it is', () => {
    expect(thinnedTable(bent, 9)).toBe(bent)
  })
})

describe('readCube', () => {
  it('reads a table with title, comments, domain and Windows lines', () => {
    const text = `TITLE "a # b"\r\n# made by hand\r\nDOMAIN_MIN 0 0 0\r\nDOMAIN_MAX 2 2 2\r\n${cube(2, (r, g, b) => [r, g, b])}\r\n`
    const table = readCube(text)
    expect(table).toMatchObject({ size: 2, low: [0, 0, 0], high: [2, 2, 2] })
    expect(tableColour(table, [1, 0.5, 2])).toEqual([0.5, 0.25, 1])
  })

  it('keeps red fastest', () => {
    const table = readCube(cube(3, (r, g, b) => [g, b, r]))
    expect(tableColour(table, [0.25, 0.5, 1])).toEqual([0.5, 1, 0.25])
  })

  it('makes a table of three curves', () => {
    const table = readCube('LUT_1D_SIZE 3\n0 0 0\n0.25 0.5 1\n1 1 1')
    expect(table.size).toBe(33)
    expect(tableColour(table, [0.5, 0.5, 0.5])).toEqual([0.25, 0.5, 1])
    expect(tableColour(table, [0.25, 1, 0])).toEqual([0.125, 1, 0])
  })

  it('says every line that is wrong', () => {
    const found = findings('LUT_3D_SIZE 2\n0 0 0\n0 zero 0\nLUT_SHAPE 4\n1 1\n')
    expect(found.map((d) => d.line)).toEqual([3, 4, 5])
    expect(new InputError(found).message).toContain('my.cube:3:1: error: a colour is three numbers')
  })

  it.each([
    ['', 'no LUT_3D_SIZE'],
    ['LUT_3D_SIZE 1', 'from 2 to 65'],
    ['LUT_3D_SIZE 2\nLUT_3D_SIZE 2', 'a second time, first on line 1'],
    ['LUT_3D_SIZE 2\n0 0 0', '8 colours are announced and 1 are there'],
    ['0 0 0\nLUT_3D_SIZE 2', 'a colour stands before the size'],
    ['LUT_3D_SIZE 0x10', 'from 2 to 65'],
    [`DOMAIN_MIN 1 1 1\n${cube(2, () => [0, 0, 0])}`, 'is not below'],
    ['DOMAIN_MAX 1 1', 'DOMAIN_MAX needs three numbers'],
    ['\u0000\u0001PNG', 'a colour is three numbers'],
  ])('refuses %j', (text, message) => {
    expect(
      findings(text)
        .map((d) => d.message)
        .join('\n'),
    ).toContain(message)
  })
})
