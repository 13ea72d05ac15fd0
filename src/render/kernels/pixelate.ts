import boxes from '../../../shaders/lib/boxes.wgsl?raw'
import code from '../../../shaders/pixelate.wgsl?raw'
import { type Downscale, LINEAR_OF_SRGB, type Rect } from '../../departments/retro'
import { ComputeKernel, tableBuffer, wordBuffer } from './compute-kernel'

/** Ways to make a machine's pixels, with their numbers in pixelate.wgsl. */
const MODES: Readonly<Record<Exclude<Downscale, 'none'>, number>> = { area: 0, median: 1, nearest: 2, edge: 3 }

/** Pixels of a box whose sums `edge` still holds; larger boxes have no edges to keep and are averaged. */
const MOST_OF_AN_EDGE = 16384

/** Makes a machine's pixels (`rgba16uint`, linear light) of a rectangle of an sRGB picture. */
export class Pixelate {
  readonly #kernel: ComputeKernel
  readonly #params: GPUBuffer

  private constructor(kernel: ComputeKernel, params: GPUBuffer) {
    this.#kernel = kernel
    this.#params = params
  }

  static async create(device: GPUDevice): Promise<Pixelate> {
    const params = wordBuffer(device, 'pixelate params', 8, 'uniform')
    const kernel = await ComputeKernel.create(device, 'pixelate', boxes + code, [
      { binding: 2, buffer: params },
      { binding: 3, buffer: tableBuffer(device, 'linear of srgb', LINEAR_OF_SRGB) },
    ])
    return new Pixelate(kernel, params)
  }

  /**
   * Which part of the source becomes which size, and how; takes effect for everything submitted after it.
   * @throws RangeError when the rectangle is empty or over 2³¹ pixels.
   */
  configure(downscale: Exclude<Downscale, 'none'>, rect: Rect, width: number, height: number): void {
    if (rect.width < 1 || rect.height < 1 || rect.x < 0 || rect.y < 0 || rect.width * rect.height > 2 ** 31)
      throw new RangeError(`Pixelate.configure: cannot make pixels of the rectangle ${JSON.stringify(rect)}`)
    if (width < 1 || height < 1) throw new RangeError(`Pixelate.configure: cannot make ${width}×${height} pixels`)
    const covered = (Math.ceil(rect.width / width) + 1) * (Math.ceil(rect.height / height) + 1)
    const mode = downscale === 'edge' && covered > MOST_OF_AN_EDGE ? MODES.area : MODES[downscale]
    const words = new Uint32Array([rect.x, rect.y, rect.width, rect.height, width, height, mode, 0])
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
