import code from '../../../shaders/candidate-grid.wgsl?raw'
import candidates from '../../../shaders/lib/candidates.wgsl?raw'
import colour from '../../../shaders/lib/colour.wgsl?raw'
import { DISTANCE_MODES } from '../../departments/retro'
import { wordBuffer } from './compute-kernel'
import type { PaletteBuffers } from './palette-buffers'

/** Boxes along each coordinate, and words of each box, as in lib/candidates.wgsl. */
const CELLS = 34
const CELL_WORDS = 16
/** Most colours of which boxes have masks instead of lists, as in lib/candidates.wgsl. */
export const MOST_MASKED = 32
/** Boxes along each side of what one workgroup does. */
const BLOCK = 4

/**
 * For each part of the space of coordinates, the colours of a palette that can be nearest there: few are then looked at,
 * and the same ones found. Belongs to a palette and follows it.
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

  private constructor(device: GPUDevice, palettes: PaletteBuffers, pipeline: GPUComputePipeline) {
    this.#device = device
    this.#palettes = palettes
    this.#pipeline = pipeline
    this.#params = wordBuffer(device, 'candidate-grid params', 4, 'uniform')
    this.buffer = wordBuffer(device, 'candidates', CELLS ** 3 * CELL_WORDS, 'storage')
    this.#group = device.createBindGroup({
      layout: pipeline.getBindGroupLayout(0),
      entries: [this.#params, palettes.colours, this.buffer].map((buffer, binding) => ({
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

  /** Makes the grid anew if the palette was set since; takes effect for everything submitted after it. */
  update(): void {
    if (this.#version === this.#palettes.version) return
    this.#version = this.#palettes.version
    const { colourCount, distance } = this.#palettes
    this.#device.queue.writeBuffer(this.#params, 0, new Uint32Array([colourCount, DISTANCE_MODES[distance], 0, 0]))
    const encoder = this.#device.createCommandEncoder({ label: 'candidate-grid' })
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
