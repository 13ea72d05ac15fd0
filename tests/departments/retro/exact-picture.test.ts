import { describe, expect, it } from 'vitest'
import { isWhole, mostColours, STYLES, styleByName, wholeSize } from '../../../src/departments/retro'

describe('wholeSize', () => {
  it.each([
    ['gameboy', 640, 480, 480, 432],
    ['gameboy', 100, 100, 160, 144],
    ['nes', 854, 480, 512, 480],
    ['nes', 500, 480, 256, 240],
    ['c64', 854, 480, 640, 400],
    ['hollywood', 641, 361, 640, 360],
  ])('[E1] %s within %d×%d is %d×%d', (name, width, height, across, down) => {
    expect(wholeSize(styleByName(name), width, height)).toEqual({ width: across, height: down })
  })

  it('[E2] is even and whole for every style, at any size', () => {
    for (const style of STYLES)
      for (const lines of [90, 480, 1081]) {
        const size = wholeSize(style, lines * 2, lines)
        expect([size.width % 2, size.height % 2], style.id).toEqual([0, 0])
        expect(isWhole(style, size), style.id).toBe(style.resolution !== null)
      }
    expect(() => wholeSize(styleByName('nes'), 1.5, 480)).toThrow('width')
  })
})

describe('mostColours', () => {
  it('[E3] is bounded by palettes, counts, levels and cells, and by nothing for films and hold-and-modify', () => {
    const nes = styleByName('nes')
    expect(mostColours(styleByName('hollywood'))).toBeNull()
    expect(mostColours(nes)).toBe(nes.palette?.length)
    const bare = { ...styleByName('hollywood'), palette: null, limits: null }
    expect(mostColours({ ...bare, mixes: { levels: [8, 8, 4], count: null } })).toBe(256)
    expect(mostColours({ ...bare, mixes: { levels: [32, 32, 32], count: 64 } })).toBe(64)
    const mixes = { levels: [16, 16, 16] as [number, number, number], count: null }
    const cell = { width: 8, height: 8 }
    expect(mostColours({ ...bare, mixes, limits: { kind: 'palettes', cell, palettes: 4, colours: 16, shared: 1 } })).toBe(64)
    expect(mostColours({ ...bare, mixes, limits: { kind: 'attributes', cell, colours: 2, shared: 0, groups: null } })).toBe(16)
    expect(mostColours({ ...bare, mixes, limits: { kind: 'half-bright', base: 32 } })).toBe(64)
    expect(mostColours({ ...bare, mixes, limits: { kind: 'ham', base: 16, bits: 4 } })).toBeNull()
  })
})
