import code from '../../../shaders/distance.wgsl?raw'
import { readTexture } from '../picture-reader'
import { ComputeKernel, wordBuffer } from './compute-kernel'

/** How a finished look bends what its scene pass left: as its last step does. */
export interface LensBend {
  /** Part by which corners are drawn in; 0 is none. */
  readonly distortion: number
  readonly zoom: number
  /** Parts of the picture's height. */
  readonly weave: readonly [number, number]
}

/** Nearest and farthest that a camera sees, metres. */
export interface ViewRange {
  readonly near: number
  readonly far: number
}

/** Distances of what a look shows, read to memory: for splitting pictures, never on the way to the screen. */
export class Distance {
  readonly #device: GPUDevice
  readonly #kernel: ComputeKernel
  readonly #params: GPUBuffer

  private constructor(device: GPUDevice, kernel: ComputeKernel, params: GPUBuffer) {
    this.#device = device
    this.#kernel = kernel
    this.#params = params
  }

  static async create(device: GPUDevice): Promise<Distance> {
    const params = wordBuffer(device, 'distance params', PARAMS, 'storage')
    return new Distance(device, await ComputeKernel.create(device, 'distance', code, [{ binding: 2, buffer: params }]), params)
  }

  /**
   * Metres along the camera's view, a number a pixel, top row first; Infinity for the sky.
   * @param depth a depth texture, 0 near to 1 far, of the look's size.
   */
  async read(depth: GPUTexture, { near, far }: ViewRange, { distortion, zoom, weave }: LensBend): Promise<Float32Array<ArrayBuffer>> {
    const { width, height } = depth
    const aspect = width / height
    const params = [1 / near, 1 / near - 1 / far, BEYOND, distortion, ...weave, zoom, aspect, Math.hypot(aspect, 1) / 2]
    this.#device.queue.writeBuffer(this.#params, 0, Float32Array.from(params))
    const usage = GPUTextureUsage.STORAGE_BINDING | GPUTextureUsage.COPY_SRC
    const target = this.#device.createTexture({ label: 'distances', size: [width, height], format: 'r32float', usage })
    try {
      const encoder = this.#device.createCommandEncoder({ label: 'distances' })
      this.#kernel.encode(encoder, depth, target, width, height)
      this.#device.queue.submit([encoder.finish()])
      const metres = new Float32Array((await readTexture(this.#device, target)).buffer)
      return metres.map((d) => (d >= BEYOND ? Infinity : d))
    } finally {
      target.destroy()
    }
  }

  destroy(): void {
    this.#kernel.destroy()
  }
}

/** Words of the kernel's parameters, a whole number of its widest member's. */
const PARAMS = 10
/** Stands for the sky, as WGSL knows no Infinity. Metres. */
const BEYOND = 1e30
