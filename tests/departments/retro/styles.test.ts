import { describe, expect, test } from 'vitest'
import { STYLES, Style, styleByName } from '../../../src/departments/retro'

describe('styles', () => {
  test('ids, names and aliases name one style each', () => {
    const names = STYLES.flatMap((style) => [
      ...new Set([style.id, style.name, ...style.aliases].map((n) => n.toLowerCase().replace(/[^a-z0-9]/g, ''))),
    ])
    expect(names.length).toBe(new Set(names).size)
    expect(names.length).toBeGreaterThan(10)
  })

  test.each([
    ['hollywood', 'hollywood'],
    ['Photorealistic', 'hollywood'],
    ['cinematic', 'hollywood'],
    ['NES', 'nes'],
    ['8bit', 'nes'],
    ['8-Bit', 'nes'],
    ['Game Boy', 'gameboy'],
    ['game-boy', 'gameboy'],
    ['DMG', 'gameboy'],
    ['16bit', 'snes'],
    ['1bit', 'mac'],
    ['stylized', 'toon'],
    ['cinematic_teal_orange', 'teal-orange'],
    ['Genesis', 'megadrive'],
    ['low-poly', 'psx'],
  ])('%s is %s', (name, id) => {
    expect(styleByName(name).id).toBe(id)
  })

  test('an unknown name is refused with the nearest one and the list', () => {
    expect(() => styleByName('gamebyo')).toThrow(RangeError)
    expect(() => styleByName('gamebyo')).toThrow('no style is called "gamebyo". Did you mean "gameboy"? Styles: hollywood, ')
    expect(() => styleByName('watercolour on silk')).toThrow(/^no style is called "watercolour on silk". Styles:/)
    expect(() => styleByName('')).toThrow(RangeError)
  })

  test('the hardware is as documented', () => {
    const nes = styleByName('nes')
    expect(nes).toMatchObject({ resolution: { width: 256, height: 240 }, pixelAspect: { num: 8, den: 7 } })
    expect(nes.palette).toHaveLength(54)
    const gameboy = styleByName('gameboy')
    expect(gameboy).toMatchObject({ resolution: { width: 160, height: 144 }, pixelAspect: { num: 1, den: 1 } })
    expect([...gameboy.palette!].sort()).toEqual(['#0f380f', '#306230', '#8bac0f', '#9bbc0f'])
  })

  test('a style that contradicts itself is refused', () => {
    const nes = styleByName('nes')
    expect(Style.safeParse({ ...nes, downscale: 'none' }).success).toBe(false)
    expect(Style.safeParse({ ...nes, palette: ['#000000', '#000000'], limits: null }).success).toBe(false)
    expect(Style.safeParse({ ...nes, mixes: { levels: [4, 4, 4], count: 16 } }).success).toBe(false)
    expect(Style.safeParse({ ...nes, dither: { kind: 'pattern' } }).success).toBe(false)
    expect(Style.safeParse(nes).success).toBe(true)
  })
})
