import code from '../../../shaders/copy.wgsl?raw'
import { ComputeKernel } from './compute-kernel'

/** Copies a picture pixel by pixel through a shader: the identity, and the yardstick of the bench. */
export class Copy {
  readonly #kernel: ComputeKernel

  private constructor(kernel: ComputeKernel) {
    this.#kernel = kernel
  }

  static async create(device: GPUDevice): Promise<Copy> {
    return new Copy(await ComputeKernel.create(device, 'copy', code))
  }

  /** `source` must be at least as large as `target`, an rgba8unorm storage texture. */
  encode(encoder: GPUCommandEncoder, source: GPUTexture, target: GPUTexture): void {
    this.#kernel.encode(encoder, source, target, target.width, target.height)
  }

  destroy(): void {
    this.#kernel.destroy()
  }
}
