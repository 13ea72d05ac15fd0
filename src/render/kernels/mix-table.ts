import colour from '../../../shaders/lib/colour.wgsl?raw'
import mixes from '../../../shaders/lib/mixes.wgsl?raw'
import code from '../../../shaders/mix-table.wgsl?raw'
import { DISTANCE_MODES, SRGB_THRESHOLDS } from '../../departments/retro'
import { tableBuffer, wordBuffer } from './compute-kernel'
import { MOST_LATTICE } from './mix-lattice'
import { packedCubeRoots } from './pack-palette'
import type { PaletteBuffers } from './palette-buffers'

/** Cells along each side of a block, as in shaders/mix-table.wgsl. */
const BLOCK = 4
/** Blocks that one workgroup of its first pass does. */
const DROPPED_AT_ONCE = 8

/**
 * For each cell of light, the two colours of a palette that are mixed there: a pixel then looks one word up, whatever the
 * palette. Belongs to a palette and follows it.
 */
export class MixTable {
  readonly #device: GPUDevice
  readonly #palettes: PaletteBuffers
  readonly #passes: readonly { readonly pipeline: GPUComputePipeline; readonly group: GPUBindGroup; readonly deep: number }[]
  readonly #params: GPUBuffer
  readonly #own: readonly GPUBuffer[]
  /** `array<u32, 262144>` as lib/mixes.wgsl tells; bind it as shared. */
  readonly buffer: GPUBuffer
  #version = -1
  #penalty = -1

  private constructor(device: GPUDevice, palettes: PaletteBuffers, drop: GPUComputePipeline, main: GPUComputePipeline) {
    this.#device = device
    this.#palettes = palettes
    this.#params = wordBuffer(device, 'mix-table params', 4, 'uniform')
    this.buffer = wordBuffer(device, 'mixes', MOST_LATTICE ** 3, 'storage')
    const left = wordBuffer(device, 'colours left of blocks', 8 * (MOST_LATTICE / BLOCK) ** 3, 'storage')
    const thresholds = tableBuffer(device, 'srgb thresholds', SRGB_THRESHOLDS)
    const cubeRoots = tableBuffer(device, 'cube roots', packedCubeRoots())
    this.#own = [this.#params, this.buffer, left, thresholds, cubeRoots]
    const both = { 0: this.#params, 1: palettes.colours, 4: left, 10: thresholds, 11: cubeRoots }
    const bound = (pipeline: GPUComputePipeline, buffers: Readonly<Record<number, GPUBuffer>>) =>
      device.createBindGroup({
        layout: pipeline.getBindGroupLayout(0),
        entries: Object.entries(buffers).map(([binding, buffer]) => ({ binding: Number(binding), resource: { buffer } })),
      })
    this.#passes = [
      { pipeline: drop, group: bound(drop, both), deep: DROPPED_AT_ONCE },
      { pipeline: main, group: bound(main, { ...both, 2: this.buffer, 3: palettes.neighbours }), deep: 1 },
    ]
  }

  static async create(device: GPUDevice, palettes: PaletteBuffers): Promise<MixTable> {
    const label = 'mix-table'
    const module = device.createShaderModule({ label, code: colour + mixes + code })
    const made = (entryPoint: string) => device.createComputePipelineAsync({ label, layout: 'auto', compute: { module, entryPoint } })
    const [drop, main] = await Promise.all([made('drop'), made('main')])
    return new MixTable(device, palettes, drop, main)
  }

  /**
   * Makes the table anew if palette or penalty changed since; takes effect for everything submitted after it.
   * @param penalty of contrast in 256ths.
   */
  update(penalty: number): void {
    if (this.#version === this.#palettes.version && this.#penalty === penalty) return
    this.#version = this.#palettes.version
    this.#penalty = penalty
    const { colourCount, distance, lattice: cells } = this.#palettes
    this.#device.queue.writeBuffer(this.#params, 0, new Uint32Array([colourCount, DISTANCE_MODES[distance], penalty, cells]))
    const blocks = cells / BLOCK
    const encoder = this.#device.createCommandEncoder({ label: 'mix-table' })
    const pass = encoder.beginComputePass()
    for (const { pipeline, group, deep } of this.#passes) {
      pass.setPipeline(pipeline)
      pass.setBindGroup(0, group)
      pass.dispatchWorkgroups(distance === 'tone' ? layersOf(cells) : blocks, blocks, blocks / deep)
    }
    pass.end()
    this.#device.queue.submit([encoder.finish()])
  }

  /** Frees its buffers; kernels that bind them must not be used again. */
  destroy(): void {
    for (const buffer of this.#own) buffer.destroy()
  }
}

/** Lightnesses, of which each has its place in the table. */
const LIGHTNESSES = 4098

/** Layers of blocks that hold all lightnesses. */
const layersOf = (cells: number): number => Math.ceil(LIGHTNESSES / (BLOCK * cells * cells))
