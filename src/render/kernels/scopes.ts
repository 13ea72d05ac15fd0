import code from '../../../shaders/scopes.wgsl?raw'
import { wordBuffer } from './compute-kernel'
import { GpuPass, GroupByTexture } from './gpu-pass'

/** Where the counts of a picture stand, in 32-bit words, 256 levels a list. */
export const SCOPE_COUNTS = {
  /** Luma, red, green, blue. */
  histogram: 0,
  /** Luma, red, green, blue: 256 columns of the picture each; of a narrower picture as many as it has. */
  waveform: 4 * 256,
  /** 256 rows by Cr, in them 256 places by Cb. */
  vectorscope: 4 * 256 + 4 * 256 * 256,
  words: 4 * 256 + 5 * 256 * 256,
} as const

/** The plots, in the order in which they stand side by side. */
export const SCOPE_PLOTS = ['waveform', 'parade', 'vectorscope', 'histogram'] as const
/** Side of a plot in pixels. */
export const SCOPE_SIDE = 256

/** Measures a finished picture: histogram, waveform, RGB parade and vectorscope, counted and drawn on the GPU. */
export class Scopes {
  /** What was counted, in the order of `SCOPE_COUNTS`; COPY_SRC. */
  readonly counts: GPUBuffer
  /** The plots side by side: rgba8unorm, COPY_SRC and TEXTURE_BINDING. */
  readonly plots: GPUTexture
  readonly #device: GPUDevice
  readonly #count: GpuPass
  readonly #draw: GpuPass
  readonly #size: GPUBuffer
  readonly #sources: GroupByTexture
  readonly #drawing: GPUBindGroup

  private constructor(device: GPUDevice, count: GpuPass, draw: GpuPass) {
    this.#device = device
    this.#count = count
    this.#draw = draw
    this.counts = device.createBuffer({
      label: 'scope counts',
      size: SCOPE_COUNTS.words * 4,
      usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST,
    })
    this.plots = device.createTexture({
      label: 'scope plots',
      size: [SCOPE_SIDE * SCOPE_PLOTS.length, SCOPE_SIDE],
      format: 'rgba8unorm',
      usage: GPUTextureUsage.STORAGE_BINDING | GPUTextureUsage.TEXTURE_BINDING | GPUTextureUsage.COPY_SRC,
    })
    this.#size = wordBuffer(device, 'scope size', 4, 'uniform')
    this.#sources = new GroupByTexture((texture) => count.group({ 0: texture, 1: this.counts }))
    this.#drawing = draw.group({ 2: this.plots, 3: this.counts, 4: this.#size })
  }

  static async create(device: GPUDevice): Promise<Scopes> {
    const [count, draw] = await Promise.all([
      GpuPass.create(device, 'scopes count', code, 'count'),
      GpuPass.create(device, 'scopes draw', code, 'draw'),
    ])
    return new Scopes(device, count, draw)
  }

  /** Records measuring and drawing. Submit before the next call: the size is written at once. @param picture rgba8unorm with TEXTURE_BINDING. */
  encode(encoder: GPUCommandEncoder, picture: GPUTexture): void {
    const { width, height } = picture
    this.#device.queue.writeBuffer(this.#size, 0, new Uint32Array([width, height]))
    encoder.clearBuffer(this.counts)
    // The pass counts threads in eights; a workgroup here takes 64 columns of 16 rows.
    this.#count.encode(encoder, this.#sources.of(picture), Math.ceil(width / 64) * 8, Math.ceil(height / 16) * 8)
    this.#draw.encode(encoder, this.#drawing, this.plots.width, this.plots.height)
  }

  destroy(): void {
    this.counts.destroy()
    this.plots.destroy()
    this.#size.destroy()
  }
}
