import candidates from '../../../shaders/lib/candidates.wgsl?raw'
import colour from '../../../shaders/lib/colour.wgsl?raw'
import mixes from '../../../shaders/lib/mixes.wgsl?raw'
import mixed from '../../../shaders/ordered.wgsl?raw'
import code from '../../../shaders/quantise.wgsl?raw'
import { DISTANCE_MODES, type Distance, type Dither, patternOf, SRGB_THRESHOLDS, thresholdsOf } from '../../departments/retro'
import { type CandidateGrid, MOST_MASKED } from './candidate-grid'
import { ComputeKernel, tableBuffer, wordBuffer } from './compute-kernel'
import { MixTable } from './mix-table'
import { packedCubeRoots } from './pack-palette'
import type { PaletteBuffers } from './palette-buffers'

/** What the quantiser needs of a dither. Those that hand error on are none to it. */
export type OrderedOptions = Pick<Dither, 'kind' | 'size' | 'pattern' | 'strength' | 'contrastPenalty'>

/** Bits of the number of a pipeline. With a map and without cells, colours are looked up: then only a ramp of tones is apart. */
const [ORDERED, CELLULAR, ENCODED, FEW, TONE] = [1, 2, 4, 8, 16]
const isLookedUp = (kind: number): boolean => (kind & (ORDERED | CELLULAR)) === ORDERED
/** Numbers of all pipelines; palettes of cells are not in the grid. */
export const QUANTISE_KINDS: readonly number[] = [
  ...[ORDERED, ORDERED | TONE, ORDERED | CELLULAR, ORDERED | CELLULAR | ENCODED],
  ...[0, FEW, CELLULAR].flatMap((kind) => [kind, kind | ENCODED]),
]

/** Buffers that are the kernel's own. */
type Own = { readonly params: GPUBuffer; readonly map: GPUBuffer; readonly thresholds: GPUBuffer; readonly cubeRoots: GPUBuffer }

/** Where a pixel's colours come from: the palette of its cell, or one palette of few or of many colours. */
export type ColourSource = 'cells' | 'few' | 'many'
const SOURCE: Readonly<Record<ColourSource, number>> = { cells: CELLULAR, few: FEW, many: 0 }

/** Which of the pipelines chooses colours so. */
export function quantiseKind(dither: OrderedOptions, distance: Distance, from: ColourSource): number {
  const kind = (patternOf(dither) ? ORDERED : 0) | (from === 'cells' ? CELLULAR : 0)
  if (isLookedUp(kind)) return kind | (distance === 'tone' ? TONE : 0)
  return kind | SOURCE[from] | (distance === 'srgb' ? ENCODED : 0)
}

/**
 * Chooses a colour of the palette, or of the palette of its cell, for every pixel of 16-bit linear light, with a
 * threshold map or none; the output is an sRGB picture.
 */
export class Quantise {
  readonly #device: GPUDevice
  readonly #kernels = new Map<number, ComputeKernel>()
  readonly #palettes: PaletteBuffers
  readonly #grid: CandidateGrid
  readonly #mixes: MixTable
  readonly #own: Own
  #kernel: ComputeKernel | undefined

  private constructor(device: GPUDevice, palettes: PaletteBuffers, grid: CandidateGrid, mixes: MixTable) {
    this.#device = device
    this.#palettes = palettes
    this.#grid = grid
    this.#mixes = mixes
    this.#own = {
      params: wordBuffer(device, 'quantise params', 12, 'uniform'),
      map: wordBuffer(device, 'threshold map', 4096, 'storage'),
      thresholds: tableBuffer(device, 'srgb thresholds', SRGB_THRESHOLDS),
      cubeRoots: tableBuffer(device, 'cube roots', packedCubeRoots()),
    }
  }

  /**
   * `grid` is that of `palettes`; both must outlive the kernel.
   * @param kinds the pipelines to begin with; more by `make`.
   */
  static async create(
    device: GPUDevice,
    palettes: PaletteBuffers,
    grid: CandidateGrid,
    kinds: readonly number[] = QUANTISE_KINDS,
  ): Promise<Quantise> {
    const made = new Quantise(device, palettes, grid, await MixTable.create(device, palettes))
    await Promise.all(kinds.map((kind) => made.make(kind)))
    return made
  }

  /** Makes a pipeline, one of `QUANTISE_KINDS`. */
  async make(kind: number): Promise<void> {
    const palettes = this.#palettes
    const { params, map, thresholds, cubeRoots } = this.#own
    const bind = (buffers: Readonly<Record<number, GPUBuffer>>) =>
      Object.entries(buffers).map(([binding, buffer]) => ({ binding: Number(binding), buffer, shared: true }))
    const flags = (bits: Readonly<Record<string, number>>) =>
      Object.fromEntries(Object.entries(bits).map(([name, bit]) => [name, (kind & bit) === 0 ? 0 : 1]))
    const shared = { 2: params, 3: palettes.colours, 7: map }
    const made = isLookedUp(kind)
      ? ComputeKernel.create(
          this.#device,
          'ordered',
          colour + mixes + mixed,
          bind({ ...shared, 4: this.#mixes.buffer, 5: palettes.shares, 11: cubeRoots }),
          flags({ tone: TONE }),
        )
      : ComputeKernel.create(
          this.#device,
          'quantise',
          colour + candidates + code,
          bind({ ...shared, 5: palettes.palettes, 6: palettes.cells, 8: this.#grid.buffer, 10: thresholds, 11: cubeRoots }),
          flags({ ordered: ORDERED, cellular: CELLULAR, encoded: ENCODED, few: FEW }),
        )
    this.#kernels.set(kind, await made)
  }

  /**
   * Sets dither and size, for the palettes as they were last set; call it after each of their `set`. Takes effect for
   * everything submitted after it.
   * @throws RangeError for a pattern that is none, as `patternOf`; Error where the pipeline is not made.
   */
  configure(dither: OrderedOptions, width: number, height: number): void {
    const { colourCount, distance, cell, cellCount, perPalette, lattice } = this.#palettes
    const { queue } = this.#device
    const pattern = patternOf(dither)
    const penalty = Math.round(dither.contrastPenalty * 256)
    if (pattern) queue.writeBuffer(this.#own.map, 0, thresholdsOf(pattern))
    const kind = quantiseKind(dither, distance, perPalette > 0 ? 'cells' : colourCount > MOST_MASKED ? 'many' : 'few')
    const strength = Math.round(dither.strength * 256)
    const sizes = [width, height, pattern?.width ?? 0, pattern?.height ?? 0]
    const words = isLookedUp(kind)
      ? [...sizes, DISTANCE_MODES[distance], strength, lattice]
      : [...sizes, cell.width, cell.height, cellCount.width, perPalette, colourCount, DISTANCE_MODES[distance], strength, penalty]
    queue.writeBuffer(this.#own.params, 0, new Uint32Array(words))
    if (isLookedUp(kind)) this.#mixes.update(penalty)
    else if (perPalette === 0) this.#grid.update()
    this.#kernel = this.#kernels.get(kind)
    if (!this.#kernel) throw new Error(`Quantise: pipeline ${kind} is not made yet`)
  }

  /** `source` is rgba16uint, `target` an rgba8unorm storage texture, both of the configured size. */
  encode(encoder: GPUCommandEncoder, source: GPUTexture, target: GPUTexture): void {
    if (!this.#kernel) throw new Error('Quantise.encode: call configure first')
    this.#kernel.encode(encoder, source, target, target.width, target.height)
  }

  destroy(): void {
    for (const buffer of Object.values(this.#own)) buffer.destroy()
    this.#mixes.destroy()
  }
}
