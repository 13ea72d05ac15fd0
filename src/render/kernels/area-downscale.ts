import code from '../../../shaders/area-downscale.wgsl?raw'
import boxes from '../../../shaders/lib/boxes.wgsl?raw'
import type { Rect } from '../../departments/retro'
import { LINEAR_OF_SRGB } from '../../departments/retro'
import { ComputeKernel, tableBuffer, wordBuffer } from './compute-kernel'

/** Averages a rectangle of an sRGB picture over the pixels of a 16-bit linear one (`rgba16uint`), exactly. */
export class AreaDownscale {
  readonly #kernel: ComputeKernel
  readonly #params: GPUBuffer

  private constructor(kernel: ComputeKernel, params: GPUBuffer) {
    this.#kernel = kernel
    this.#params = params
  }

  static async create(device: GPUDevice): Promise<AreaDownscale> {
    const params = wordBuffer(device, 'area-downscale params', 8, 'uniform')
    const kernel = await ComputeKernel.create(device, 'area-downscale', boxes + code, [
      { binding: 2, buffer: params },
      { binding: 3, buffer: tableBuffer(device, 'linear of srgb', LINEAR_OF_SRGB) },
    ])
    return new AreaDownscale(kernel, params)
  }

  /**
   * Which part of the source becomes which size; takes effect for everything submitted after it.
   * @throws RangeError when the rectangle is empty or over 2³¹ pixels.
   */
  configure(rect: Rect, width: number, height: number): void {
    if (rect.width < 1 || rect.height < 1 || rect.x < 0 || rect.y < 0 || rect.width * rect.height > 2 ** 31)
      throw new RangeError(`AreaDownscale.configure: cannot average the rectangle ${JSON.stringify(rect)}`)
    if (width < 1 || height < 1) throw new RangeError(`AreaDownscale.configure: cannot make ${width}×${height} pixels`)
    const words = new Uint32Array([rect.x, rect.y, rect.width, rect.height, width, height, 0, 0])
    this.#kernel.device.queue.writeBuffer(this.#params, 0, words)
  }

  /** `target` is an rgba16uint storage texture of the configured size. */
  encode(encoder: GPUCommandEncoder, source: GPUTexture, target: GPUTexture): void {
    this.#kernel.encode(encoder, source, target, target.width, target.height)
  }

  destroy(): void {
    this.#kernel.destroy()
  }
}
