import code from '../../../shaders/ham.wgsl?raw'
import colour from '../../../shaders/lib/colour.wgsl?raw'
import { DISTANCE_MODES, LINEAR_OF_SRGB, SRGB_THRESHOLDS } from '../../departments/retro'
import { ComputeKernel, tableBuffer, wordBuffer } from './compute-kernel'
import { packedCubeRoots } from './pack-palette'
import type { PaletteBuffers } from './palette-buffers'

/** Rows that a workgroup makes. */
const ROWS = 16

/** Hold and modify: 16-bit linear light as base colours and changes of one channel from pixel to pixel; an sRGB picture. */
export class Ham {
  readonly #kernel: ComputeKernel
  readonly #palettes: PaletteBuffers
  readonly #params: GPUBuffer

  private constructor(kernel: ComputeKernel, palettes: PaletteBuffers, params: GPUBuffer) {
    this.#kernel = kernel
    this.#palettes = palettes
    this.#params = params
  }

  /** The colours of `palettes` are the base colours; it must outlive the kernel. */
  static async create(device: GPUDevice, palettes: PaletteBuffers): Promise<Ham> {
    const params = wordBuffer(device, 'ham params', 6, 'uniform')
    const kernel = await ComputeKernel.create(device, 'ham', colour + code, [
      { binding: 2, buffer: params },
      { binding: 3, buffer: palettes.colours, shared: true },
      { binding: 4, buffer: tableBuffer(device, 'light of srgb', LINEAR_OF_SRGB) },
      { binding: 10, buffer: tableBuffer(device, 'srgb thresholds', SRGB_THRESHOLDS) },
      { binding: 11, buffer: tableBuffer(device, 'cube roots', packedCubeRoots()) },
    ])
    return new Ham(kernel, palettes, params)
  }

  /**
   * Sets how many bits a channel has, and the size, for the palettes as they were last set; call it after each of their
   * `set`. Takes effect for everything submitted after it.
   * @throws RangeError unless there are 1 to 8 bits.
   */
  configure(bits: number, width: number, height: number): void {
    if (!(Number.isInteger(bits) && bits >= 1 && bits <= 8)) throw new RangeError(`Ham.configure: bits must be 1 to 8, got ${bits}`)
    const { colourCount, distance } = this.#palettes
    const words = [width, height, colourCount, DISTANCE_MODES[distance], 2 ** bits, 0]
    this.#kernel.device.queue.writeBuffer(this.#params, 0, new Uint32Array(words))
  }

  /** `source` is rgba16uint, `target` an rgba8unorm storage texture, both of the configured size. */
  encode(encoder: GPUCommandEncoder, source: GPUTexture, target: GPUTexture): void {
    this.#kernel.record(encoder, source, target, (pass) => pass.dispatchWorkgroups(Math.ceil(target.height / ROWS)))
  }

  destroy(): void {
    this.#kernel.destroy()
  }
}
