import { expect, test } from 'vitest'
import { NES_2C02 } from '../../../src/departments/retro'
import { latticeOf } from '../../../src/render/kernels/mix-lattice'
import { packPalette } from '../../../src/render/kernels/pack-palette'
import { packShares } from '../../../src/render/kernels/pack-shares'

/** The share of b in 256ths, as shaders/ordered.wgsl makes it. */
const shareOf = (shares: Int32Array, a: number, b: number, light: readonly number[]): number => {
  const [x, y, z, added] = shares.subarray(4 * (a + 256 * b), 4 * (a + 256 * b) + 4) as unknown as [number, number, number, number]
  const sum = (light[0]! >> 2) * x + (light[1]! >> 2) * y + (light[2]! >> 2) * z + added
  expect(Math.abs(sum)).toBeLessThan(2 ** 31)
  return Math.max(0, Math.min(256, sum >> (added & 31)))
}

test('shares are those of linear light, to a 256th and a half', () => {
  const colours = ['#000000', '#ffffff', '#ff0000', '#0000ff', '#101010', '#111111', '#7f3010']
  const packed = packPalette(colours, 'oklab')
  const shares = packShares(packed, colours.length)
  const lightOf = (i: number) => [4, 5, 6].map((word) => packed[8 * i + word]!)
  for (const [a] of colours.entries())
    for (const [b] of colours.entries()) {
      const [from, to] = [lightOf(a), lightOf(b)]
      for (const part of [0, 0.25, 0.5, 1]) {
        const light = from.map((v, c) => 4 * Math.round(v + part * (to[c]! - v)))
        const length = from.reduce((sum, v, c) => sum + (to[c]! - v) ** 2, 0)
        const exact = length === 0 ? 0 : from.reduce((sum, v, c) => sum + (light[c]! / 4 - v) * (to[c]! - v), 0) / length
        expect(Math.abs(shareOf(shares, a, b, light) - 256 * exact)).toBeLessThanOrEqual(1.5)
      }
    }
  // The nearest of the two keeps all of its own pixels.
  expect(shareOf(shares, 1, 0, [65535, 65535, 65535])).toBe(0)
})

test('cells of light are coarse where each of few colours is the nearest to the middle of its cell', () => {
  const of = (colours: readonly string[]) => latticeOf(packPalette(colours, 'oklab'), colours.length, 'oklab')
  expect(of(['#000000', '#ffffff', '#ff0000'])).toBe(32)
  expect(of(['#808080', '#818181'])).toBe(64)
  expect(of(NES_2C02)).toBe(64)
})
