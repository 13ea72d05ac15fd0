import code from '../../../shaders/candidate-grid.wgsl?raw'
import candidates from '../../../shaders/lib/candidates.wgsl?raw'
import colour from '../../../shaders/lib/colour.wgsl?raw'
import { DISTANCE_MODES, type Distance } from '../../departments/retro'
import { wordBuffer } from './compute-kernel'
import type { PaletteBuffers } from './palette-buffers'

/** Boxes along each coordinate, and words of each box, as in lib/candidates.wgsl. */
const CELLS = 34
const BOX_WORDS = 16
/** Boxes along each side of what one workgroup does. */
const BLOCK = 4

/**
 * For each part of the space of coordinates, the colours of a palette that can be nearest there, and
 * with each those that can be mixed with it: few are then looked at, and the same ones found. Belongs to a palette and follows it.
 */
export class CandidateGrid {
  readonly #device: GPUDevice
  readonly #palettes: PaletteBuffers
  readonly #pipeline: GPUComputePipeline
  readonly #params: GPUBuffer
  readonly #group: GPUBindGroup
  /** `array<u32>` of 34³ boxes, for kernels that include lib/candidates.wgsl; bind it as shared. */
  readonly buffer: GPUBuffer
  #version = -1
  /** The penalty for which mixes are listed. */
  #listed: number | undefined
  #distance: Distance | undefined

  private constructor(device: GPUDevice, palettes: PaletteBuffers, pipeline: GPUComputePipeline) {
    this.#device = device
    this.#palettes = palettes
    this.#pipeline = pipeline
    this.#params = wordBuffer(device, 'candidate-grid params', 4, 'uniform')
    this.buffer = wordBuffer(device, 'candidates', CELLS ** 3 * BOX_WORDS, 'storage')
    this.#group = device.createBindGroup({
      layout: pipeline.getBindGroupLayout(0),
      entries: [this.#params, palettes.colours, this.buffer, palettes.neighbours].map((buffer, binding) => ({
        binding,
        resource: { buffer },
      })),
    })
  }

  static async create(device: GPUDevice, palettes: PaletteBuffers): Promise<CandidateGrid> {
    const label = 'candidate-grid'
    const module = device.createShaderModule({ label, code: colour + candidates + code })
    const pipeline = await device.createComputePipelineAsync({ label, layout: 'auto', compute: { module, entryPoint: 'main' } })
    return new CandidateGrid(device, palettes, pipeline)
  }

  /**
   * Makes the grid anew if the palette was set since; takes effect for everything submitted after it.
   * @param penalty of contrast in 256ths, for mixes. Whoever only seeks the nearest leaves it out.
   * @param isListed whether mixes are to be listed, which takes long for many colours; else they are sought among all.
   */
  update(penalty?: number, isListed = true): void {
    const { colourCount, distance, version } = this.#palettes
    const wanted = isListed ? penalty : undefined
    const fits = penalty === undefined || this.#listed === penalty || this.#listed === wanted
    if (this.#version === version && fits) return
    this.#version = version
    this.#listed = wanted
    const words = [colourCount, DISTANCE_MODES[distance], wanted ?? 0, wanted === undefined ? 0 : 1]
    this.#device.queue.writeBuffer(this.#params, 0, new Uint32Array(words))
    const encoder = this.#device.createCommandEncoder({ label: 'candidate-grid' })
    // Boxes without light stay empty, but only those of the same coordinates.
    if (this.#distance !== distance) encoder.clearBuffer(this.buffer)
    this.#distance = distance
    const pass = encoder.beginComputePass()
    pass.setPipeline(this.#pipeline)
    pass.setBindGroup(0, this.#group)
    const blocks = Math.ceil(CELLS / BLOCK)
    pass.dispatchWorkgroups(blocks, distance === 'tone' ? 1 : blocks, distance === 'tone' ? 1 : blocks)
    pass.end()
    this.#device.queue.submit([encoder.finish()])
  }

  /** Frees its buffers; kernels that bind them must not be used again. */
  destroy(): void {
    this.#params.destroy()
    this.buffer.destroy()
  }
}
