import candidates from '../../../shaders/lib/candidates.wgsl?raw'
import colour from '../../../shaders/lib/colour.wgsl?raw'
import code from '../../../shaders/quantise.wgsl?raw'
import { DISTANCE_MODES, type Dither, patternOf, SRGB_THRESHOLDS, thresholdsOf } from '../../departments/retro'
import type { CandidateGrid } from './candidate-grid'
import { ComputeKernel, tableBuffer, wordBuffer } from './compute-kernel'
import type { PaletteBuffers } from './palette-buffers'

/** What the quantiser needs of a dither. Those that hand error on are none to it. */
export type OrderedOptions = Pick<Dither, 'kind' | 'size' | 'pattern' | 'strength' | 'contrastPenalty'>

/** Bits of the number of a pipeline. */
const [ORDERED, CELLULAR, ENCODED] = [1, 2, 4]
const KINDS = Array.from({ length: 8 }, (_, kind) => kind)

/** Buffers that are the kernel's own. */
type Own = { readonly params: GPUBuffer; readonly map: GPUBuffer; readonly thresholds: GPUBuffer }

/**
 * Chooses a colour of the palette, or of the palette of its cell, for every pixel of 16-bit linear light, with a
 * threshold map or none; the output is an sRGB picture.
 */
export class Quantise {
  readonly #device: GPUDevice
  readonly #kernels: ReadonlyMap<number, ComputeKernel>
  readonly #palettes: PaletteBuffers
  readonly #grid: CandidateGrid
  readonly #own: Own
  #kernel: ComputeKernel

  private constructor(
    device: GPUDevice,
    kernels: ReadonlyMap<number, ComputeKernel>,
    palettes: PaletteBuffers,
    grid: CandidateGrid,
    own: Own,
  ) {
    this.#device = device
    this.#kernels = kernels
    this.#palettes = palettes
    this.#grid = grid
    this.#own = own
    this.#kernel = kernels.get(0)!
  }

  /** `grid` is that of `palettes`; both must outlive the kernel. */
  static async create(device: GPUDevice, palettes: PaletteBuffers, grid: CandidateGrid): Promise<Quantise> {
    const own: Own = {
      params: wordBuffer(device, 'quantise params', 12, 'uniform'),
      map: wordBuffer(device, 'threshold map', 4096, 'storage'),
      thresholds: tableBuffer(device, 'srgb thresholds', SRGB_THRESHOLDS),
    }
    const buffers = Object.entries({
      ...{ 2: own.params, 3: palettes.colours, 4: palettes.neighbours, 5: palettes.palettes, 6: palettes.cells },
      ...{ 7: own.map, 8: grid.buffer, 10: own.thresholds },
    }).map(([binding, buffer]) => ({ binding: Number(binding), buffer, shared: true }))
    const kernels = new Map<number, ComputeKernel>()
    const make = async (kind: number): Promise<void> => {
      const bits = { ordered: kind & ORDERED, cellular: kind & CELLULAR, encoded: kind & ENCODED }
      const constants = Object.fromEntries(Object.entries(bits).map(([name, bit]) => [name, bit === 0 ? 0 : 1]))
      kernels.set(kind, await ComputeKernel.create(device, 'quantise', colour + candidates + code, buffers, constants))
    }
    await Promise.all(KINDS.map(make))
    return new Quantise(device, kernels, palettes, grid, own)
  }

  /**
   * Sets dither and size, for the palettes as they were last set; call it after each of their `set`. Takes effect for
   * everything submitted after it.
   * @throws RangeError for a pattern that is none, as `patternOf`.
   */
  configure(dither: OrderedOptions, width: number, height: number): void {
    const { colourCount, distance, cell, cellCount, perPalette } = this.#palettes
    const { queue } = this.#device
    const pattern = patternOf(dither)
    const penalty = Math.round(dither.contrastPenalty * 256)
    if (pattern) queue.writeBuffer(this.#own.map, 0, thresholdsOf(pattern))
    if (perPalette === 0) this.#grid.update(pattern ? penalty : undefined)
    const words = [
      ...[width, height, pattern?.width ?? 0, pattern?.height ?? 0, cell.width, cell.height, cellCount.width, perPalette],
      ...[colourCount, DISTANCE_MODES[distance], Math.round(dither.strength * 256), penalty],
    ]
    queue.writeBuffer(this.#own.params, 0, new Uint32Array(words))
    this.#kernel = this.#kernels.get((pattern ? ORDERED : 0) | (perPalette === 0 ? 0 : CELLULAR) | (distance === 'srgb' ? ENCODED : 0))!
  }

  /** `source` is rgba16uint, `target` an rgba8unorm storage texture, both of the configured size. */
  encode(encoder: GPUCommandEncoder, source: GPUTexture, target: GPUTexture): void {
    this.#kernel.encode(encoder, source, target, target.width, target.height)
  }

  destroy(): void {
    for (const buffer of Object.values(this.#own)) buffer.destroy()
  }
}
