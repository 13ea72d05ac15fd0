import { describe, expect, test } from 'vitest'
import { PALETTES, paletteByName } from '../../../src/departments/retro'

describe('built-in palettes', () => {
  test('each has different colours, and names of its own', () => {
    for (const { colours } of PALETTES) {
      expect(colours.length).toBeGreaterThanOrEqual(2)
      expect(colours.length).toBeLessThanOrEqual(64)
      expect(new Set(colours).size).toBe(colours.length)
      for (const colour of colours) expect(colour).toMatch(/^#[0-9a-f]{6}$/)
    }
    const names = PALETTES.flatMap(({ id, name, aliases }) => [
      ...new Set([id, name, ...aliases].map((n) => n.toLowerCase().replace(/[^a-z0-9]/g, ''))),
    ])
    expect(new Set(names).size).toBe(names.length)
  })

  test.each([
    ['NES', 54],
    ['sms', 64],
    ['Pepto', 16],
    ['zx spectrum', 15],
    ['cga 16', 16],
    ['amstrad', 27],
    ['BBC Micro', 8],
    ['1bit', 2],
  ])('%s has %i', (name, count) => {
    expect(paletteByName(name)?.colours).toHaveLength(count)
  })

  test('what nobody made is not there', () => {
    expect(paletteByName('plaid')).toBeUndefined()
  })
})
