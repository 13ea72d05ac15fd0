import candidates from '../../../shaders/lib/candidates.wgsl?raw'
import colour from '../../../shaders/lib/colour.wgsl?raw'
import code from '../../../shaders/quantise.wgsl?raw'
import { DISTANCE_MODES, type Dither, patternOf, SRGB_THRESHOLDS, thresholdsOf } from '../../departments/retro'
import type { CandidateGrid } from './candidate-grid'
import { ComputeKernel, tableBuffer, wordBuffer } from './compute-kernel'
import { packedCubeRoots } from './pack-palette'
import type { PaletteBuffers } from './palette-buffers'

/** What the quantiser needs of a dither. Those that hand error on are none to it. */
export type OrderedOptions = Pick<Dither, 'kind' | 'size' | 'pattern' | 'strength' | 'contrastPenalty'>

/**
 * Chooses a colour of the palette, or of the palette of its cell, for every pixel of 16-bit linear light, with a
 * threshold map or none; the output is an sRGB picture.
 */
export class Quantise {
  readonly #kernel: ComputeKernel
  readonly #palettes: PaletteBuffers
  readonly #grid: CandidateGrid
  readonly #params: GPUBuffer
  readonly #map: GPUBuffer

  private constructor(kernel: ComputeKernel, palettes: PaletteBuffers, grid: CandidateGrid, params: GPUBuffer, map: GPUBuffer) {
    this.#kernel = kernel
    this.#palettes = palettes
    this.#grid = grid
    this.#params = params
    this.#map = map
  }

  /** `grid` is that of `palettes`; both must outlive the kernel. */
  static async create(device: GPUDevice, palettes: PaletteBuffers, grid: CandidateGrid): Promise<Quantise> {
    const params = wordBuffer(device, 'quantise params', 12, 'uniform')
    const map = wordBuffer(device, 'threshold map', 4096, 'storage')
    const kernel = await ComputeKernel.create(device, 'quantise', colour + candidates + code, [
      { binding: 2, buffer: params },
      { binding: 3, buffer: palettes.colours, shared: true },
      { binding: 4, buffer: palettes.neighbours, shared: true },
      { binding: 5, buffer: palettes.palettes, shared: true },
      { binding: 6, buffer: palettes.cells, shared: true },
      { binding: 7, buffer: map },
      { binding: 8, buffer: grid.buffer, shared: true },
      { binding: 10, buffer: tableBuffer(device, 'srgb thresholds', SRGB_THRESHOLDS) },
      { binding: 11, buffer: tableBuffer(device, 'cube roots', packedCubeRoots()) },
    ])
    return new Quantise(kernel, palettes, grid, params, map)
  }

  /**
   * Sets dither and size, for the palettes as they were last set; call it after each of their `set`. Takes effect for
   * everything submitted after it.
   * @throws RangeError for a pattern that is none, as `patternOf`.
   */
  configure(dither: OrderedOptions, width: number, height: number): void {
    const { colourCount, distance, cell, cellCount, perPalette } = this.#palettes
    const { queue } = this.#kernel.device
    const pattern = patternOf(dither)
    if (pattern) queue.writeBuffer(this.#map, 0, thresholdsOf(pattern))
    if (perPalette === 0) this.#grid.update()
    const words = [
      ...[width, height, pattern?.width ?? 0, pattern?.height ?? 0, cell.width, cell.height, cellCount.width, perPalette],
      ...[colourCount, DISTANCE_MODES[distance], Math.round(dither.strength * 256), Math.round(dither.contrastPenalty * 256)],
    ]
    queue.writeBuffer(this.#params, 0, new Uint32Array(words))
  }

  /** `source` is rgba16uint, `target` an rgba8unorm storage texture, both of the configured size. */
  encode(encoder: GPUCommandEncoder, source: GPUTexture, target: GPUTexture): void {
    this.#kernel.encode(encoder, source, target, target.width, target.height)
  }

  destroy(): void {
    this.#kernel.destroy()
  }
}
