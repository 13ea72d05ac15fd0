import {
  DIFFUSION_KERNELS,
  DISTANCE_MODES,
  type DiffusionOptions,
  type Distance,
  diffusionBound,
  FINE_OF_LIGHT,
  LIGHT_OF_FINE,
} from '../../departments/retro'
import type { PaletteBuffers } from './palette-buffers'

/** What is diffused, and into which colours. */
export interface DiffuseOptions {
  readonly dither: DiffusionOptions
  /** The distance that the palette buffers were set with. */
  readonly distance: Distance
}

/** Words of `Params` in lib/diffuse.wgsl. */
export const DIFFUSE_WORDS = 32 + 16 * 4

/** So far from any colour that a place of the table never wins, and squares still fit. */
const FAR = 20_000
const NEAR_COLOURS = 16

/**
 * `Params` of lib/diffuse.wgsl.
 * @param packed the colours as `packPalette` gives them.
 */
export function diffuseParams(
  { dither, distance }: DiffuseOptions,
  palette: Pick<PaletteBuffers, 'colourCount' | 'perPalette' | 'cell' | 'cellCount'>,
  packed: Int32Array,
  width: number,
  height: number,
): Int32Array<ArrayBuffer> {
  const { divisor, ahead, below, below2 } = DIFFUSION_KERNELS[dither.kind]
  const shift = 31 - Math.clz32(divisor & -divisor)
  const { colourCount, perPalette, cell, cellCount } = palette
  const few = perPalette === 0 && colourCount <= NEAR_COLOURS
  const words = new Int32Array(DIFFUSE_WORDS)
  words.set([width, height, DISTANCE_MODES[distance], Number(dither.linear)])
  words.set([Math.round(dither.strength * 256), diffusionBound(dither.linear), divisor >> 1, shift], 4)
  words.set([divisor >> shift, cellCount.width, Math.max(1, cell.width), Math.max(1, cell.height)], 8)
  words.set([perPalette, few || perPalette > 0 ? 0 : colourCount], 12)
  words.set(ahead, 16)
  words.set(below.slice(0, 4), 20)
  words.set(below2.slice(0, 4), 24)
  words.set([below[4], below2[4]], 28)
  for (let i = 0; i < NEAR_COLOURS; i++) words.set(few && i < colourCount ? packed.subarray(8 * i, 8 * i + 3) : [FAR, FAR, FAR], 32 + 4 * i)
  return words
}

/** `tables` of lib/diffuse.wgsl. */
export function diffuseTables(): Uint32Array<ArrayBuffer> {
  const words = new Uint32Array(36864)
  for (let i = 0; i < 32768; i++) words[i] = FINE_OF_LIGHT[2 * i]! | (FINE_OF_LIGHT[2 * i + 1]! << 16)
  words.set(LIGHT_OF_FINE, 32768)
  return words
}
