import code from '../../../shaders/encode-srgb.wgsl?raw'
import { SRGB_THRESHOLDS } from '../../departments/retro'
import { ComputeKernel, tableBuffer } from './compute-kernel'

/** Turns 16-bit linear light (`rgba16uint`) into an sRGB picture of the same size. */
export class EncodeSrgb {
  readonly #kernel: ComputeKernel

  private constructor(kernel: ComputeKernel) {
    this.#kernel = kernel
  }

  static async create(device: GPUDevice): Promise<EncodeSrgb> {
    const thresholds = tableBuffer(device, 'srgb thresholds', SRGB_THRESHOLDS)
    return new EncodeSrgb(await ComputeKernel.create(device, 'encode-srgb', code, [{ binding: 2, buffer: thresholds }]))
  }

  encode(encoder: GPUCommandEncoder, source: GPUTexture, target: GPUTexture): void {
    this.#kernel.encode(encoder, source, target, target.width, target.height)
  }

  destroy(): void {
    this.#kernel.destroy()
  }
}
