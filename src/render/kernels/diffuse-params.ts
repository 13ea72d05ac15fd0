import {
  DIFFUSION_KERNELS,
  DISTANCE_MODES,
  type DiffusionOptions,
  type Distance,
  type Dither,
  diffusionBound,
  diffusionColours,
  FINE_OF_LIGHT,
  LIGHT_OF_FINE,
  LIGHT_OF_TONE,
} from '../../departments/retro'
import type { PaletteBuffers } from './palette-buffers'

/** What the diffuser needs of a style. */
export interface DiffuseOptions {
  readonly dither: DiffusionOptions & Pick<Dither, 'local'>
  /** As the palettes were set with. */
  readonly distance: Distance
}

/** Words of `Params` in lib/diffuse.wgsl. */
export const DIFFUSE_WORDS = 32 + 16 * 4 + 256 * 4

/** Palettes of no more colours are compared in full, without the grid. */
export const NEAR_COLOURS = 16

/**
 * `Params` of lib/diffuse.wgsl.
 * @param colours those of the palettes.
 */
export function diffuseParams(
  { dither, distance }: DiffuseOptions,
  palettes: Pick<PaletteBuffers, 'colourCount' | 'perPalette' | 'cell' | 'cellCount'>,
  colours: readonly string[],
  width: number,
  height: number,
): Int32Array<ArrayBuffer> {
  const { divisor, ahead, below, below2 } = DIFFUSION_KERNELS[dither.kind]
  const shift = 31 - Math.clz32(divisor & -divisor)
  const { colourCount, perPalette, cell, cellCount } = palettes
  const few = perPalette === 0 && colourCount <= NEAR_COLOURS
  const words = new Int32Array(DIFFUSE_WORDS)
  words.set([width, height, DISTANCE_MODES[distance], Number(dither.linear)])
  words.set([Math.round(dither.strength * 256), diffusionBound(dither.linear), divisor >> 1, shift], 4)
  words.set([divisor >> shift, cellCount.width, Math.max(1, cell.width), Math.max(1, cell.height)], 8)
  words.set([perPalette, colourCount, few ? 0 : 4, Number(!dither.linear && distance !== 'tone')], 12)
  words.set(ahead, 16)
  words.set(below.slice(0, 4), 20)
  words.set(below2.slice(0, 4), 24)
  words.set([below[4], below2[4]], 28)
  const seen = diffusionColours(colours, distance, dither.linear)
  for (let i = 0; i < NEAR_COLOURS; i++) words.set(keyOf(few ? seen[i]?.at : undefined, i), 32 + 4 * i)
  seen.forEach(({ value }, i) => {
    const code = Number.parseInt(colours[i]!.slice(1), 16)
    // Red is the lowest byte of a word.
    words.set([...value, (code >> 16) | (code & 0xff00) | ((code & 255) << 16)], 32 + 4 * NEAR_COLOURS + 4 * i)
  })
  return words
}

/** Whether `Params` are such that lib/diffuse.wgsl may be made `usual`, where the whole picture is diffused. */
export function isUsual(params: Int32Array): boolean {
  const [mode, linear, odd, sought] = [params[2], params[3], params[8], params[14]]
  return mode === DISTANCE_MODES.oklab && linear === 0 && odd === 1 && sought === 0
}

/** A place of `near`; without a colour, one that is never the least. */
function keyOf(at: readonly [number, number, number] | undefined, i: number): readonly number[] {
  if (!at) return [0, 0, 0, 0x7fffffff]
  return [...at.map((v) => -32 * v), 16 * at.reduce((sum, v) => sum + v * v, 0) + i]
}

/** `tables` of lib/diffuse.wgsl. */
export function diffuseTables(): Uint32Array<ArrayBuffer> {
  const words = new Uint32Array(40961)
  for (let i = 0; i < 32768; i++) words[i] = FINE_OF_LIGHT[2 * i]! | (FINE_OF_LIGHT[2 * i + 1]! << 16)
  words.set(LIGHT_OF_FINE, 32768)
  words.set(LIGHT_OF_TONE, 36864)
  return words
}
