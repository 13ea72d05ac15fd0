import { describe, expect, it } from 'vitest'
import { cellUse, countColours, type Limits, styleByName } from '../../../src/departments/retro'

/** A picture of words: one letter a pixel. */
function picture(rows: readonly string[], colours: Readonly<Record<string, number>>) {
  const width = rows[0]!.length
  const rgba = new Uint8Array(width * rows.length * 4)
  rows
    .join('')
    .split('')
    .forEach((letter, i) => {
      const code = colours[letter]!
      rgba.set([code >> 16, (code >> 8) & 255, code & 255, 255], i * 4)
    })
  return { rgba, width, height: rows.length }
}

const COLOURS = { k: 0x000000, w: 0xffffff, r: 0xff0000, g: 0x00ff00 }
const PALETTE = ['#000000', '#ffffff', '#ff0000', '#00ff00']
const attributes = (more: object = {}): Limits =>
  ({ kind: 'attributes', cell: { width: 2, height: 2 }, colours: 2, shared: 0, groups: null, ...more }) as Limits

describe('colours of cells', () => {
  const { rgba, width, height } = picture(['kkrwg', 'kwgwk', 'rrkkk'], COLOURS)

  it('counts each cell, cut ones too, and marks those with too many', () => {
    const use = cellUse(rgba, width, height, attributes())!
    expect([use.across, use.down, use.allowed]).toEqual([3, 2, 2])
    expect([...use.colours]).toEqual([2, 3, 2, 1, 1, 1])
    expect([...use.broken]).toEqual([0, 1, 0, 0, 0, 0])
  })

  it('knows groups, where the palette is given', () => {
    const limits = attributes({
      groups: [
        [0, 1],
        [0, 2],
      ],
    })
    expect([...cellUse(rgba, width, height, limits, PALETTE)!.broken]).toEqual([0, 1, 1, 0, 0, 0])
    expect([...cellUse(rgba, width, height, limits)!.broken]).toEqual([0, 1, 0, 0, 0, 0])
  })

  it('knows fixed palettes', () => {
    const limits: Limits = {
      kind: 'fixed',
      cell: { width: 5, height: 1 },
      palettes: [
        [0, 1, 2, 3],
        [2, 0],
      ],
    }
    const use = cellUse(rgba, width, height, limits, PALETTE)!
    expect(use.allowed).toBe(4)
    expect([...use.broken]).toEqual([0, 0, 0])
    expect([...cellUse(rgba, width, height, { ...limits, palettes: [[0, 2]] }, PALETTE)!.broken]).toEqual([1, 1, 0])
  })

  it('has nothing to say of limits without cells', () => {
    expect(cellUse(rgba, width, height, { kind: 'ham', base: 16, bits: 4 })).toBeUndefined()
    expect(styleByName('nes').limits?.kind).toBe('palettes')
  })

  it('counts colours, most frequent first, and gives up where there are too many', () => {
    expect(countColours(rgba)).toEqual([
      { colour: '#000000', pixels: 7 },
      { colour: '#ff0000', pixels: 3 },
      { colour: '#ffffff', pixels: 3 },
      { colour: '#00ff00', pixels: 2 },
    ])
    expect(countColours(rgba, 3)).toBeUndefined()
  })
})
