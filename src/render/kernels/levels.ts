import code from '../../../shaders/levels.wgsl?raw'
import { LINEAR_OF_SRGB, type Mixes, patternOf, thresholdsOf } from '../../departments/retro'
import { lightOfSrgb } from '../../film'
import { ComputeKernel, wordBuffer } from './compute-kernel'
import type { OrderedOptions } from './quantise'

/** What the kernel needs of mixes. */
export type LevelOptions = Pick<Mixes, 'levels' | 'codes'>

/**
 * Cuts each channel of 16-bit linear light into levels, with a threshold map or none; the output is an sRGB picture of
 * the levels' code values.
 */
export class Levels {
  readonly #kernel: ComputeKernel
  readonly #params: GPUBuffer
  readonly #levels: GPUBuffer
  readonly #map: GPUBuffer

  private constructor(kernel: ComputeKernel, params: GPUBuffer, levels: GPUBuffer, map: GPUBuffer) {
    this.#kernel = kernel
    this.#params = params
    this.#levels = levels
    this.#map = map
  }

  static async create(device: GPUDevice): Promise<Levels> {
    const params = wordBuffer(device, 'levels params', 8, 'uniform')
    const levels = wordBuffer(device, 'levels', 3 * 256 * 2, 'storage')
    const map = wordBuffer(device, 'threshold map', 4096, 'storage')
    const kernel = await ComputeKernel.create(device, 'levels', code, [
      { binding: 2, buffer: params },
      { binding: 3, buffer: levels },
      { binding: 4, buffer: map },
    ])
    return new Levels(kernel, params, levels, map)
  }

  /**
   * Sets levels, dither and size; takes effect for everything submitted after it.
   * @throws RangeError for a pattern that is none, as `patternOf`.
   */
  configure(mixes: LevelOptions, dither: OrderedOptions, width: number, height: number): void {
    const { queue } = this.#kernel.device
    const pattern = patternOf(dither)
    if (pattern) queue.writeBuffer(this.#map, 0, thresholdsOf(pattern))
    const words = new Uint32Array(3 * 256 * 2)
    mixes.levels.forEach((count, channel) => {
      words.set(packLevels(levelCodes(count, mixes.codes)), channel * 512)
    })
    queue.writeBuffer(this.#levels, 0, words)
    const numbers = [pattern?.width ?? 0, pattern?.height ?? 0, Math.round(dither.strength * 256), 0, 0, 0]
    queue.writeBuffer(this.#params, 0, new Uint32Array([width, height, ...numbers]))
  }

  /** `source` is rgba16uint, `target` an rgba8unorm storage texture, both of the configured size. */
  encode(encoder: GPUCommandEncoder, source: GPUTexture, target: GPUTexture): void {
    this.#kernel.encode(encoder, source, target, target.width, target.height)
  }

  destroy(): void {
    this.#kernel.destroy()
  }
}

/** Code values of the levels of a channel, rising: the machine's own, or `count` even steps, rounded. */
export const levelCodes = (count: number, codes?: readonly number[]): readonly number[] =>
  codes ? [...new Set(codes)].sort((a, b) => a - b) : Array.from({ length: count }, (_, i) => Math.round((255 * i) / (count - 1)))

/** 256 entries of two words as levels.wgsl reads them. */
function packLevels(codes: readonly number[]): Uint32Array<ArrayBuffer> {
  const words = new Uint32Array(512)
  for (let i = 0; i < 256; i++) {
    const at = Math.min(i, codes.length - 1)
    const here = codes[at]!
    const next = codes[Math.min(at + 1, codes.length - 1)]!
    words[2 * i] = LINEAR_OF_SRGB[here]! | (halfWay(here, next) << 16)
    words[2 * i + 1] = here | (next << 8)
  }
  return words
}

/** Light at which the upper of two code values is nearer, measured in sRGB. */
function halfWay(low: number, high: number): number {
  return Math.round(65535 * lightOfSrgb((low + high) / 510))
}
