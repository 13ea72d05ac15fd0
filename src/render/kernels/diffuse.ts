import exact from '../../../shaders/diffuse.wgsl?raw'
import local from '../../../shaders/diffuse-local.wgsl?raw'
import candidates from '../../../shaders/lib/candidates.wgsl?raw'
import colour from '../../../shaders/lib/colour.wgsl?raw'
import common from '../../../shaders/lib/diffuse.wgsl?raw'
import narrow from '../../../shaders/lib/diffuse-narrow.wgsl?raw'
import wide from '../../../shaders/lib/diffuse-wide.wgsl?raw'
import { DIFFUSION_KERNELS, type PaletteSet } from '../../departments/retro'
import type { CandidateGrid } from './candidate-grid'
import { ComputeKernel, type KernelBuffer, tableBuffer, wordBuffer } from './compute-kernel'
import { DIFFUSE_WORDS, type DiffuseOptions, diffuseParams, diffuseTables, NEAR_COLOURS } from './diffuse-params'
import { packedCubeRoots } from './pack-palette'
import type { PaletteBuffers } from './palette-buffers'

/** As in diffuse.wgsl. */
const DELAY = 3
const MOST_BANDS = 128
const MOST_COLUMNS = 8200
/** As in diffuse-local.wgsl. */
const TILE = 16
const TILES_A_GROUP = 16
/** Bytes of a vec3i in an array, and of what is handed on. */
const VEC3 = 16

/** A reach of kernels, as in lib/diffuse-narrow.wgsl and lib/diffuse-wide.wgsl. */
interface Reach {
  readonly code: string
  readonly skew: number
  readonly reach: number
  readonly threads: number
  readonly beat: number
  /** vec3i of a `Trail` and of a `Handed`. */
  readonly trail: number
  readonly handed: number
}
const NARROW: Reach = { code: narrow, skew: 2, reach: 1, threads: 32, beat: 8, trail: 3, handed: 1 }
const WIDE: Reach = { code: wide, skew: 3, reach: 2, threads: 16, beat: 4, trail: 8, handed: 2 }

/** Largest width and height of a picture. */
export const MOST_DIFFUSED = 8192

/** A pipeline for whole pictures, and one for tiles. */
interface Kernels {
  readonly exact: ComputeKernel
  readonly local: ComputeKernel
}

/**
 * Error diffusion into any palette: exactly what the serial algorithm gives, in raster order, over the whole picture or,
 * `local`, over tiles of it. Serpentine order has no parallel schedule: `diffuseSerpentine` of the retro department does
 * that on the processor.
 */
export class Diffuse {
  readonly #device: GPUDevice
  readonly #palettes: PaletteBuffers
  readonly #grid: CandidateGrid
  readonly #buffers: { readonly params: GPUBuffer; readonly state: GPUBuffer; readonly tables: GPUBuffer; readonly roots: GPUBuffer }
  readonly #narrow: Kernels
  readonly #wide: Kernels
  #setup: { readonly width: number; readonly height: number; readonly reach: Reach; readonly local: boolean } | undefined

  private constructor(
    device: GPUDevice,
    palettes: PaletteBuffers,
    grid: CandidateGrid,
    buffers: { params: GPUBuffer; state: GPUBuffer; tables: GPUBuffer; roots: GPUBuffer },
    narrow: Kernels,
    wide: Kernels,
  ) {
    this.#device = device
    this.#palettes = palettes
    this.#grid = grid
    this.#buffers = buffers
    this.#narrow = narrow
    this.#wide = wide
  }

  /** `grid` is that of `palettes`; both must outlive the kernel. */
  static async create(device: GPUDevice, palettes: PaletteBuffers, grid: CandidateGrid): Promise<Diffuse> {
    const params = wordBuffer(device, 'diffuse params', DIFFUSE_WORDS, 'uniform')
    const state = wordBuffer(device, 'diffuse state', Math.max(stateBytes(NARROW), stateBytes(WIDE)) / 4, 'storage')
    const tables = tableBuffer(device, 'diffuse tables', diffuseTables())
    const roots = tableBuffer(device, 'cube roots', packedCubeRoots())
    const bound: KernelBuffer[] = [
      { binding: 2, buffer: params },
      { binding: 3, buffer: palettes.colours },
      { binding: 4, buffer: palettes.palettes },
      { binding: 5, buffer: palettes.cells },
      { binding: 6, buffer: tables },
      { binding: 8, buffer: grid.buffer },
      { binding: 11, buffer: roots },
    ].map((buffer) => ({ ...buffer, shared: true }))
    const make = async (reach: Reach): Promise<Kernels> => {
      const code = colour + candidates + reach.code + common
      const kernel = (name: string, entry: string, buffers: readonly KernelBuffer[]) =>
        ComputeKernel.create(device, `${name}, reach ${reach.reach}`, code + entry, buffers)
      const [whole, tiles] = await Promise.all([
        kernel('diffuse', exact, [...bound, { binding: 7, buffer: state, shared: true }]),
        kernel('diffuse-local', local, bound),
      ])
      return { exact: whole, local: tiles }
    }
    const [near, far] = await Promise.all([make(NARROW), make(WIDE)])
    return new Diffuse(device, palettes, grid, { params, state, tables, roots }, near, far)
  }

  /**
   * Sets dither and size, for `set` as the palettes were last set with it; call it after each of their `set`. Takes effect
   * for everything submitted after it.
   * @throws RangeError for a picture larger than `MOST_DIFFUSED` in one direction.
   */
  configure(options: DiffuseOptions, set: PaletteSet, width: number, height: number): void {
    if (!(width <= MOST_DIFFUSED && height <= MOST_DIFFUSED))
      throw new RangeError(`Diffuse.configure: ${width}×${height} is more than ${MOST_DIFFUSED} pixels a side`)
    if (this.#palettes.perPalette === 0 && this.#palettes.colourCount > NEAR_COLOURS) this.#grid.update()
    this.#device.queue.writeBuffer(this.#buffers.params, 0, diffuseParams(options, this.#palettes, set.colours, width, height))
    const { ahead, below, below2 } = DIFFUSION_KERNELS[options.dither.kind]
    const far = [ahead[1], below[0], below[4], ...below2].some((weight) => weight > 0)
    this.#setup = { width, height, reach: far ? WIDE : NARROW, local: options.dither.local }
  }

  /**
   * `light` is rgba16uint, `picture` an rgba8unorm storage texture, both of the configured size.
   * @throws Error before `configure`.
   */
  encode(encoder: GPUCommandEncoder, light: GPUTexture, picture: GPUTexture): void {
    if (!this.#setup) throw new Error('Diffuse.encode: configure first')
    const { width, height, reach, local } = this.#setup
    const kernels = reach === WIDE ? this.#wide : this.#narrow
    if (local) {
      const tiles = (Math.floor(width / TILE) + 2) * Math.ceil(height / TILE)
      kernels.local.record(encoder, light, picture, (pass) => pass.dispatchWorkgroups(Math.ceil(tiles / TILES_A_GROUP)))
      return
    }
    const { threads, beat } = reach
    const lag = 3 * reach.skew + reach.reach + beat
    const span = beat * Math.floor((threads * lag + beat) / (beat * (DELAY - 1)))
    const bands = Math.ceil(height / (4 * threads))
    const dispatches = Math.ceil((width + 4 * reach.skew + reach.reach + (threads - 1) * lag) / span) + DELAY * (bands - 1)
    encoder.clearBuffer(this.#buffers.state, 0, 4 * MOST_BANDS)
    kernels.exact.record(encoder, light, picture, (pass) => {
      // Bands that have not begun yet are left out; those that are done return at once.
      for (let i = 0; i < dispatches; i++) pass.dispatchWorkgroups(Math.min(bands, Math.floor(i / DELAY) + 1))
    })
  }

  /** Frees its buffers, not the palettes and their grid. */
  destroy(): void {
    for (const buffer of Object.values(this.#buffers)) buffer.destroy()
  }
}

/** Size of `State` in diffuse.wgsl. */
function stateBytes({ trail, handed, threads, beat }: Reach): number {
  const band = threads * (4 * trail + beat * handed) * VEC3
  return 4 * MOST_BANDS + 2 * MOST_COLUMNS * handed * VEC3 + MOST_BANDS * band
}
