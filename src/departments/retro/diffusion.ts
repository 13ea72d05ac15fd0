/** What error diffusion is made of, in whole numbers: the kernels, the values that error is measured in, and their tables. */

import { lightOfSrgb } from '../../film'
import { coordinates, LINEAR_OF_SRGB } from './integer-colour'
import type { DiffusionDither, Distance, Dither } from './style/index'

/** Shares of a pixel's error, of `divisor`, that its successors get. */
export interface DiffusionKernel {
  readonly divisor: number
  /** The next two pixels of the same row. */
  readonly ahead: readonly [number, number]
  /** Of the row below: the pixels two to the left … two to the right. */
  readonly below: Five
  /** Of the row below that. */
  readonly below2: Five
}
type Five = readonly [number, number, number, number, number]

const NONE: Five = [0, 0, 0, 0, 0]

/**
 * Floyd and Steinberg 1976; Jarvis, Judice and Ninke 1976; Stucki 1981; Burkes 1988; Sierra 1989 and 1990; Atkinson, who
 * hands on six eighths.
 */
export const DIFFUSION_KERNELS: Readonly<Record<DiffusionDither, DiffusionKernel>> = {
  'floyd-steinberg': { divisor: 16, ahead: [7, 0], below: [0, 3, 5, 1, 0], below2: NONE },
  'jarvis-judice-ninke': { divisor: 48, ahead: [7, 5], below: [3, 5, 7, 5, 3], below2: [1, 3, 5, 3, 1] },
  stucki: { divisor: 42, ahead: [8, 4], below: [2, 4, 8, 4, 2], below2: [1, 2, 4, 2, 1] },
  burkes: { divisor: 32, ahead: [8, 4], below: [2, 4, 8, 4, 2], below2: NONE },
  sierra: { divisor: 32, ahead: [5, 3], below: [2, 4, 5, 4, 2], below2: [0, 2, 3, 2, 0] },
  'sierra-two-row': { divisor: 16, ahead: [4, 3], below: [1, 2, 3, 2, 1], below2: NONE },
  'sierra-lite': { divisor: 4, ahead: [2, 0], below: [0, 1, 1, 0, 0], below2: NONE },
  atkinson: { divisor: 8, ahead: [1, 1], below: [0, 1, 1, 1, 0], below2: [0, 0, 1, 0, 0] },
}

/** What diffusion needs of a style's dither. */
export type DiffusionOptions = Pick<Dither, 'strength' | 'linear'> & { readonly kind: DiffusionDither }

/** White in the values that error is measured in: sixteenths of an sRGB code value, or linear light in 14 bits. */
export const DIFFUSION_WHITE = { srgb: 16 * 255, linear: 16383 } as const

/** Linear light 0–65535 of each sixteenth of an sRGB code value, 0–4080. */
export const LIGHT_OF_FINE: Uint16Array<ArrayBuffer> = Uint16Array.from({ length: 4081 }, (_, fine) => Math.round(lightOf(fine)))

/** The sixteenth of an sRGB code value nearest, in sRGB, to linear light 0–65535. */
export const FINE_OF_LIGHT: Uint16Array<ArrayBuffer> = fineOfLight()

/** Linear light 0–65535 of the grey of each OKLab lightness, 0–4096 of 4096: what a colour stands for where only tone counts. */
export const LIGHT_OF_TONE: Uint16Array<ArrayBuffer> = Uint16Array.from({ length: 4097 }, (_, l) =>
  Math.round((65535 * l ** 3) / 4096 ** 3),
)

function lightOf(fine: number): number {
  return 65535 * lightOfSrgb(fine / 4080)
}

function fineOfLight(): Uint16Array<ArrayBuffer> {
  const table = new Uint16Array(65536)
  let fine = 0
  for (let light = 0; light < 65536; light++) {
    // No boundary lies within 1e-4 of a whole number, so any engine's pow gives the same table.
    while (fine < 4080 && light >= lightOf(fine + 0.5)) fine++
    table[light] = fine
  }
  return table
}

/**
 * The most error that a pixel keeps, in a channel: half of white, as much as a picture of black and white pixels needs, so
 * that what a palette cannot show at all does not pile up and bleed into what comes after.
 */
export function diffusionBound(linear: boolean): number {
  return linear ? 8192 : 2040
}

type Triple = readonly [number, number, number]

/** A colour as diffusion sees it. */
export interface DiffusionColour {
  /** Coordinates in which distances are measured. */
  readonly at: Triple
  /** In the values that error is measured in. */
  readonly value: Triple
}

/**
 * A palette as diffusion sees it. With `tone` lightness is stretched, the darkest to 0 and the lightest to 4096, and a
 * colour's value is that of the grey it then stands for.
 * @param colours `#rrggbb`.
 */
export function diffusionColours(colours: readonly string[], distance: Distance, linear: boolean): DiffusionColour[] {
  const lights = colours.map((hex) => [1, 3, 5].map((i) => LINEAR_OF_SRGB[Number.parseInt(hex.slice(i, i + 2), 16)]!) as unknown as Triple)
  const places = lights.map((light) => coordinates(light, distance))
  const darkest = Math.min(...places.map(([l]) => l))
  const range = Math.max(1, Math.max(...places.map(([l]) => l)) - darkest)
  return lights.map((light, i) => {
    const at = places[i]!
    if (distance !== 'tone') return { at, value: light.map((v) => diffusionValue(v, linear)) as unknown as Triple }
    const tone = Math.floor((4096 * (at[0] - darkest)) / range)
    const value = diffusionValue(LIGHT_OF_TONE[tone]!, linear)
    return { at: [tone, 0, 0], value: [value, value, value] }
  })
}

/** The value that error is measured in of linear light 0–65535. */
export const diffusionValue = (light: number, linear: boolean): number => (linear ? light >> 2 : FINE_OF_LIGHT[light]!)
