import { describe, expect, test } from 'vitest'
import { CUBE_ROOTS, coordinates, LINEAR_OF_SRGB, NES_2C02, SRGB_THRESHOLDS } from '../../../src/departments/retro'
import { packedCubeRoots, packNeighbours, packPalette } from '../../../src/render/kernels/pack-palette'
import { cubeRoot, linearOfSrgb, srgbOfLinear } from '../../reference/colour'

const toLinear = (srgb: number): number => (srgb <= 0.04045 ? srgb / 12.92 : ((srgb + 0.055) / 1.055) ** 2.4)

describe('tables', () => {
  test('linear light and thresholds are those of the reference, and lie far from any rounding doubt', () => {
    expect([...LINEAR_OF_SRGB]).toEqual(Array.from({ length: 256 }, (_, code) => linearOfSrgb(code)))
    expect([LINEAR_OF_SRGB[0], LINEAR_OF_SRGB[255]]).toEqual([0, 65535])
    for (let half = 0; half <= 510; half++) {
      const exact = 65535 * toLinear(half / 510)
      expect(Math.abs(exact - Math.floor(exact) - 0.5)).toBeGreaterThan(1e-6)
    }
    for (const light of [0, 1, 9, 10, 11, 32767, 65524, 65535])
      expect(SRGB_THRESHOLDS.findIndex((threshold) => light < threshold)).toBe(srgbOfLinear(light))
  })

  test('every cube root is the nearest', () => {
    for (let v = 0; v < 65536; v += 7) expect(CUBE_ROOTS[v]).toBe(cubeRoot(v))
    const packed = packedCubeRoots()
    expect([packed[100]! & 0xffff, packed[100]! >>> 16]).toEqual([CUBE_ROOTS[200], CUBE_ROOTS[201]])
  })

  test('coordinates are OKLab to a few 4096ths, a and b doubled', () => {
    for (const hex of NES_2C02) {
      const code = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
      const light = code.map((c) => LINEAR_OF_SRGB[c]!) as [number, number, number]
      const got = coordinates(light, 'oklab')
      const wanted = oklab(code.map((c) => toLinear(c / 255)) as [number, number, number])
      for (const axis of [0, 1, 2]) expect(Math.abs(got[axis]! - 4096 * (axis === 0 ? 1 : 2) * wanted[axis]!)).toBeLessThan(16)
      expect(coordinates(light, 'srgb')).toEqual(code.map((c) => 16 * c))
      expect(coordinates(light, 'tone')).toEqual([got[0], 0, 0])
    }
  })
})

describe('palettes', () => {
  test('tone reaches from 0 to 4096', () => {
    const words = packPalette(['#306230', '#0f380f', '#9bbc0f'], 'tone')
    expect([words[8], words[16]]).toEqual([0, 4096])
    expect(packPalette(['#306230'], 'tone')[0]).toBe(0)
  })

  test('neighbours are nearest first, lowest index among equals', () => {
    const packed = packPalette(['#000000', '#ffffff', '#100000', '#001000'], 'srgb')
    const words = packNeighbours(packed, 4)
    const row = (a: number) => [0, 1, 2].map((rank) => words[512 * a + 2 * rank + 1]! >>> 16)
    expect([row(0), row(1)]).toEqual([
      [2, 3, 1],
      [2, 3, 0],
    ])
    expect([words[0], words[1]]).toEqual([256, 2 << 16])
    expect([(words[512]! << 16) >> 16, words[512]! >> 16]).toEqual([-3824, -4080])
  })

  test('refuses what is no palette', () => {
    expect(() => packPalette([], 'oklab')).toThrow('packPalette: expected 1 to 256 colours, got 0')
    expect(() => packPalette(['#000000', 'blue'], 'oklab')).toThrow('packPalette: palette.1: expected #rrggbb, got "blue"')
  })
})

/** Ottosson 2020, in floating point. */
function oklab([r, g, b]: [number, number, number]): number[] {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}
