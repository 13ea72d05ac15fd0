import { describe, expect, it } from 'vitest'
import { codeOfOklab, coordinates, histogramPoints, LINEAR_OF_SRGB, medianCut, sortedPalette } from '../../../../src/departments/retro'
import { random } from '../../../../src/film'
import { histogram } from '../../../reference/palette-from-picture'
import { flatPicture, noisePicture, rampPicture } from '../../../reference/pictures'

const oklab = (code: number) =>
  coordinates([LINEAR_OF_SRGB[code >> 16]!, LINEAR_OF_SRGB[(code >> 8) & 255]!, LINEAR_OF_SRGB[code & 255]!], 'oklab')

describe('codeOfOklab', () => {
  it('gives colours back, but for what whole numbers lose', () => {
    const { int } = random('inverse')
    for (let i = 0; i < 2000; i++) {
      const at = oklab(int(0, 0xffffff))
      const back = oklab(codeOfOklab(at))
      // 16 is 1/256 of the way from black to white.
      expect(Math.hypot(...at.map((v, k) => v - back[k]!))).toBeLessThan(16)
    }
  })
})

describe('histogramPoints', () => {
  it('gives the mean colour and pixels of each bin', () => {
    const picture = { width: 3, height: 1, rgba: Uint8Array.from([8, 0, 0, 255, 11, 0, 0, 255, 255, 255, 255, 255]) }
    expect(histogramPoints(histogram(picture)).map(({ code, weight }) => [code, weight])).toEqual([
      [0x0a0000, 2],
      [0xffffff, 1],
    ])
  })
})

describe('medianCut', () => {
  it('gives as many colours as there are, at most as many as wanted', () => {
    expect(medianCut(histogram(flatPicture(9, 9, [1, 2, 3])), 16)).toEqual(['#010203'])
    for (const colours of [2, 5, 64, 256]) {
      const palette = medianCut(histogram(noisePicture('cut', 64, 64)), colours)
      expect(palette).toHaveLength(colours)
      expect(new Set(palette).size).toBe(colours)
    }
  })

  it('cuts where half of the pixels lie', () => {
    const bins = histogram(rampPicture(64, 45))
    const [dark, light] = medianCut(bins, 2).map((hex) => Number.parseInt(hex.slice(1), 16))
    expect(oklab(dark!)[0]).toBeLessThan(oklab(light!)[0])
  })
})

describe('sortedPalette', () => {
  it('goes from dark to light, then by hue, each once', () => {
    expect(sortedPalette([0xffffff, 0, 0x808080, 0xffffff])).toEqual(['#000000', '#808080', '#ffffff'])
    const palette = sortedPalette(Array.from({ length: 300 }, (_, i) => i * 50000))
    const lightness = palette.map((hex) => oklab(Number.parseInt(hex.slice(1), 16))[0])
    expect(lightness).toEqual([...lightness].sort((a, b) => a - b))
    expect(sortedPalette([...Array(300).keys()].reverse().map((i) => i * 50000))).toEqual(palette)
  })
})
