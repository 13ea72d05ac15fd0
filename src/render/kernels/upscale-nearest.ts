import code from '../../../shaders/upscale-nearest.wgsl?raw'
import type { Rect } from '../../departments/retro'
import { ComputeKernel, wordBuffer } from './compute-kernel'

/** Shows a picture in a rectangle of the output by repeating pixels; black around it. */
export class UpscaleNearest {
  readonly #kernel: ComputeKernel
  readonly #params: GPUBuffer

  private constructor(kernel: ComputeKernel, params: GPUBuffer) {
    this.#kernel = kernel
    this.#params = params
  }

  static async create(device: GPUDevice): Promise<UpscaleNearest> {
    const params = wordBuffer(device, 'upscale-nearest params', 4, 'uniform')
    return new UpscaleNearest(await ComputeKernel.create(device, 'upscale-nearest', code, [{ binding: 2, buffer: params }]), params)
  }

  /** Where in the output the picture goes, in output pixels. */
  configure(rect: Rect): void {
    this.#kernel.device.queue.writeBuffer(this.#params, 0, new Uint32Array([rect.x, rect.y, rect.width, rect.height]))
  }

  /** Writes every pixel of `target`, an rgba8unorm storage texture. */
  encode(encoder: GPUCommandEncoder, source: GPUTexture, target: GPUTexture): void {
    this.#kernel.encode(encoder, source, target, target.width, target.height)
  }

  destroy(): void {
    this.#kernel.destroy()
  }
}
