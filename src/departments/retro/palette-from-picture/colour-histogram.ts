import { coordinates, LINEAR_OF_SRGB, srgbOf } from '../integer-colour'
import { lightOfOklab } from '../oklab'

type Triple = readonly [number, number, number]

/** Bins of `shaders/histogram.wgsl`: 32 steps of 8 codes in red, green and blue. */
export const HISTOGRAM_BINS = 32768

/** Colours that are near each other, as one. */
export interface ColourPoint {
  /** OKLab in whole numbers, as `coordinates` has it. */
  readonly at: Triple
  /** Pixels. */
  readonly weight: number
  /** Mean colour, 0xrrggbb. */
  readonly code: number
}

/**
 * The bins that occur, in the order of their numbers.
 * @param bins four words each of `HISTOGRAM_BINS`: pixels, and in sum how far red, green and blue lie above the bin's corner.
 */
export function histogramPoints(bins: Uint32Array): readonly ColourPoint[] {
  const points: ColourPoint[] = []
  for (let bin = 0; bin < HISTOGRAM_BINS; bin++) {
    const weight = bins[bin * 4]!
    if (weight === 0) continue
    const code = [10, 5, 0].map((shift, i) => {
      const sum = bins[bin * 4 + 1 + i]!
      return ((bin >> shift) & 31) * 8 + Math.floor((sum + (weight >>> 1)) / weight)
    }) as unknown as Triple
    const light = code.map((c) => LINEAR_OF_SRGB[c]!) as unknown as Triple
    points.push({ at: coordinates(light, 'oklab'), weight, code: (code[0] << 16) | (code[1] << 8) | code[2] })
  }
  return points
}

/**
 * The sRGB colour 0xrrggbb of whole-number OKLab (the inverse of `coordinates`; Ottosson 2020), cut to what sRGB can show.
 */
export function codeOfOklab([lightness, greenRed, blueYellow]: Triple): number {
  const light = lightOfOklab([lightness / 4096, greenRed / 8192, blueYellow / 8192])
  const [red, green, blue] = light.map((v) => srgbOf(Math.round(65535 * Math.min(1, Math.max(0, v))))) as [number, number, number]
  return (red << 16) | (green << 8) | blue
}

/** Colours 0xrrggbb as a palette: `#rrggbb`, each once, dark to light, of one lightness by hue. */
export function sortedPalette(codes: Iterable<number>): string[] {
  return [...new Set(codes)]
    .map((code) => {
      const light = [LINEAR_OF_SRGB[code >> 16]!, LINEAR_OF_SRGB[(code >> 8) & 255]!, LINEAR_OF_SRGB[code & 255]!] as const
      return { code, at: coordinates(light, 'oklab') }
    })
    .sort((p, q) => p.at[0] - q.at[0] || byHue(p.at, q.at) || p.code - q.code)
    .map(({ code }) => `#${code.toString(16).padStart(6, '0')}`)
}

/** By the angle of a and b from 0 up, greys first; in whole numbers, since arctangents differ between machines. */
function byHue([, a, b]: Triple, [, c, d]: Triple): number {
  const half = (x: number, y: number): number => (x === 0 && y === 0 ? 0 : y > 0 || (y === 0 && x > 0) ? 1 : 2)
  return half(a, b) - half(c, d) || b * c - a * d
}
