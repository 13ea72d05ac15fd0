import exact from '../../../shaders/diffuse.wgsl?raw'
import colour from '../../../shaders/lib/colour.wgsl?raw'
import common from '../../../shaders/lib/diffuse.wgsl?raw'
import narrow from '../../../shaders/lib/diffuse-narrow.wgsl?raw'
import wide from '../../../shaders/lib/diffuse-wide.wgsl?raw'
import { DIFFUSION_KERNELS, type PaletteSet, SRGB_THRESHOLDS } from '../../departments/retro'
import { ComputeKernel, type KernelBuffer, tableBuffer, wordBuffer } from './compute-kernel'
import { DIFFUSE_WORDS, type DiffuseOptions, diffuseParams, diffuseTables } from './diffuse-params'
import { packedCubeRoots, packPalette } from './pack-palette'
import type { PaletteBuffers } from './palette-buffers'

/** As in diffuse.wgsl. */
const THREADS = 16
const BEAT = 4
const DELAY = 3
const MOST_BANDS = 128
const MOST_COLUMNS = 8200
/** Bytes of a vec3i in an array, and of what is handed on. */
const VEC3 = 16

/** A reach of kernels, as in lib/diffuse-narrow.wgsl and lib/diffuse-wide.wgsl. */
interface Reach {
  readonly code: string
  readonly skew: number
  readonly reach: number
  /** vec3i of a `Trail` and of a `Handed`. */
  readonly trail: number
  readonly handed: number
}
const NARROW: Reach = { code: narrow, skew: 2, reach: 1, trail: 3, handed: 1 }
const WIDE: Reach = { code: wide, skew: 3, reach: 2, trail: 8, handed: 2 }

/** Largest width and height of a picture. */
export const MOST_DIFFUSED = 8192

/**
 * Error diffusion into any palette: exactly what the serial algorithm gives, in raster order. Serpentine order has no
 * parallel schedule: `diffuseSerpentine` of the retro department does that on the processor.
 */
export class Diffuse {
  readonly #device: GPUDevice
  readonly #palette: PaletteBuffers
  readonly #params: GPUBuffer
  readonly #state: GPUBuffer
  readonly #owned: readonly GPUBuffer[]
  readonly #narrow: ComputeKernel
  readonly #wide: ComputeKernel
  #setup: { readonly width: number; readonly height: number; readonly reach: Reach } | undefined

  private constructor(
    device: GPUDevice,
    palette: PaletteBuffers,
    buffers: readonly [GPUBuffer, GPUBuffer, ...GPUBuffer[]],
    kernels: readonly [ComputeKernel, ComputeKernel],
  ) {
    this.#device = device
    this.#palette = palette
    this.#params = buffers[0]
    this.#state = buffers[1]
    this.#owned = buffers
    this.#narrow = kernels[0]
    this.#wide = kernels[1]
  }

  /** The kernel reads the palette set and cells in `palette`, whose owner frees them. */
  static async create(device: GPUDevice, palette: PaletteBuffers): Promise<Diffuse> {
    const params = wordBuffer(device, 'diffuse params', DIFFUSE_WORDS, 'uniform')
    const state = wordBuffer(device, 'diffuse state', stateBytes(WIDE) / 4, 'storage')
    const tables = tableBuffer(device, 'diffuse tables', diffuseTables())
    const thresholds = tableBuffer(device, 'srgb thresholds', SRGB_THRESHOLDS)
    const roots = tableBuffer(device, 'cube roots', packedCubeRoots())
    const bound: KernelBuffer[] = [params, palette.colours, palette.palettes, palette.cells, tables].map((buffer, i) => ({
      binding: 2 + i,
      buffer,
      shared: true,
    }))
    bound.push({ binding: 10, buffer: thresholds, shared: true }, { binding: 11, buffer: roots, shared: true })
    const make = (reach: Reach) =>
      ComputeKernel.create(device, `diffuse reach ${reach.reach}`, colour + reach.code + common + exact, [
        ...bound,
        { binding: 7, buffer: state, shared: true },
      ])
    const kernels = await Promise.all([make(NARROW), make(WIDE)])
    return new Diffuse(device, palette, [params, state, tables, thresholds, roots], kernels)
  }

  /**
   * Sets what is diffused, after the palette buffers were set with the same set and distance; takes effect for everything
   * submitted after it.
   * @throws RangeError for a picture larger than `MOST_DIFFUSED` in one direction.
   */
  configure(options: DiffuseOptions, set: PaletteSet, width: number, height: number): void {
    if (!(width <= MOST_DIFFUSED && height <= MOST_DIFFUSED))
      throw new RangeError(`Diffuse.configure: ${width}×${height} is more than ${MOST_DIFFUSED} pixels a side`)
    const packed = packPalette(set.colours, options.distance)
    this.#device.queue.writeBuffer(this.#params, 0, diffuseParams(options, this.#palette, packed, width, height))
    const { ahead, below, below2 } = DIFFUSION_KERNELS[options.dither.kind]
    const far = [ahead[1], below[0], below[4], ...below2].some((weight) => weight > 0)
    this.#setup = { width, height, reach: far ? WIDE : NARROW }
  }

  /**
   * `light` is rgba16uint, `picture` an rgba8unorm storage texture, both of the configured size.
   * @throws Error before `configure`.
   */
  encode(encoder: GPUCommandEncoder, light: GPUTexture, picture: GPUTexture): void {
    if (!this.#setup) throw new Error('Diffuse.encode: configure first')
    const { width, height, reach } = this.#setup
    const lag = 3 * reach.skew + reach.reach + BEAT
    const span = BEAT * Math.floor((THREADS * lag + BEAT) / (BEAT * (DELAY - 1)))
    const bands = Math.ceil(height / (4 * THREADS))
    const dispatches = Math.ceil((width + 4 * reach.skew + reach.reach + (THREADS - 1) * lag) / span) + DELAY * (bands - 1)
    encoder.clearBuffer(this.#state, 0, 4 * MOST_BANDS)
    const kernel = reach === WIDE ? this.#wide : this.#narrow
    kernel.record(encoder, light, picture, (pass) => {
      // Bands that have not begun yet are left out; those that are done return at once.
      for (let i = 0; i < dispatches; i++) pass.dispatchWorkgroups(Math.min(bands, Math.floor(i / DELAY) + 1))
    })
  }

  destroy(): void {
    for (const buffer of this.#owned) buffer.destroy()
  }
}

/** Size of `State` in diffuse.wgsl. */
function stateBytes({ trail, handed }: Reach): number {
  const band = THREADS * (4 * trail + BEAT * handed) * VEC3
  return 4 * MOST_BANDS + 2 * MOST_COLUMNS * handed * VEC3 + MOST_BANDS * band
}
