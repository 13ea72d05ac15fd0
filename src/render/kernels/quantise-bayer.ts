import colour from '../../../shaders/lib/colour.wgsl?raw'
import code from '../../../shaders/quantise-bayer.wgsl?raw'
import type { Style } from '../../departments/retro'
import { DISTANCE_MODES, SRGB_THRESHOLDS } from '../../departments/retro'
import { ComputeKernel, tableBuffer, wordBuffer } from './compute-kernel'
import { packedCubeRoots, packNeighbours, packPalette } from './pack-palette'

/** What the quantiser needs of a style. */
export type QuantiseOptions = Pick<Style, 'distance'> & {
  readonly palette: readonly string[]
  readonly dither: Pick<Style['dither'], 'kind' | 'size' | 'strength' | 'contrastPenalty'>
  readonly grade: Omit<Style['grade'], 'contrast'>
}

/** The numbers `quantise-bayer.wgsl` takes from a style, in 1/256 where they are fractions. */
export function quantiseParams(options: QuantiseOptions, width: number, height: number): Uint32Array<ArrayBuffer> {
  const { palette, distance, dither, grade } = options
  const bayerBits = dither.kind === 'none' ? 0 : Math.log2(dither.size)
  if (!Number.isInteger(bayerBits) || bayerBits > 4)
    throw new RangeError(`quantiseParams: dither.size must be 2, 4, 8 or 16, got ${dither.size}`)
  const of256 = (value: number): number => Math.round(value * 256)
  return new Uint32Array([
    ...[width, height, palette.length, DISTANCE_MODES[distance], bayerBits],
    ...[of256(dither.strength), of256(dither.contrastPenalty), of256(grade.exposure), of256(grade.saturation), of256(grade.edges)],
  ])
}

/** Chooses a palette colour for every pixel of 16-bit linear light, with ordered dither; the output is an sRGB picture. */
export class QuantiseBayer {
  readonly #kernel: ComputeKernel
  readonly #params: GPUBuffer
  readonly #palette: GPUBuffer
  readonly #neighbours: GPUBuffer

  private constructor(kernel: ComputeKernel, params: GPUBuffer, palette: GPUBuffer, neighbours: GPUBuffer) {
    this.#kernel = kernel
    this.#params = params
    this.#palette = palette
    this.#neighbours = neighbours
  }

  static async create(device: GPUDevice): Promise<QuantiseBayer> {
    const params = wordBuffer(device, 'quantise-bayer params', 10, 'uniform')
    const palette = wordBuffer(device, 'palette', 256 * 8, 'storage')
    const neighbours = wordBuffer(device, 'palette neighbours', 256 * 256, 'storage')
    const kernel = await ComputeKernel.create(device, 'quantise-bayer', colour + code, [
      { binding: 2, buffer: params },
      { binding: 3, buffer: palette },
      { binding: 4, buffer: neighbours },
      { binding: 10, buffer: tableBuffer(device, 'srgb thresholds', SRGB_THRESHOLDS) },
      { binding: 11, buffer: tableBuffer(device, 'cube roots', packedCubeRoots()) },
    ])
    return new QuantiseBayer(kernel, params, palette, neighbours)
  }

  /** Sets palette, distance, dither and size; takes effect for everything submitted after it. */
  configure(options: QuantiseOptions, width: number, height: number): void {
    const { queue } = this.#kernel.device
    const palette = packPalette(options.palette, options.distance)
    queue.writeBuffer(this.#palette, 0, palette)
    queue.writeBuffer(this.#neighbours, 0, packNeighbours(palette, options.palette.length))
    queue.writeBuffer(this.#params, 0, quantiseParams(options, width, height))
  }

  /** `source` is rgba16uint, `target` an rgba8unorm storage texture, both of the configured size. */
  encode(encoder: GPUCommandEncoder, source: GPUTexture, target: GPUTexture): void {
    this.#kernel.encode(encoder, source, target, target.width, target.height)
  }

  destroy(): void {
    this.#kernel.destroy()
  }
}
