import local from '../../../shaders/diffuse-local.wgsl?raw'
import candidates from '../../../shaders/lib/candidates.wgsl?raw'
import colour from '../../../shaders/lib/colour.wgsl?raw'
import common from '../../../shaders/lib/diffuse.wgsl?raw'
import abreast from '../../../shaders/lib/diffuse-abreast.wgsl?raw'
import { DIFFUSION_KERNELS, type PaletteSet } from '../../departments/retro'
import type { CandidateGrid } from './candidate-grid'
import { ComputeKernel, type KernelBuffer, tableBuffer, wordBuffer } from './compute-kernel'
import { DIFFUSE_WORDS, type DiffuseOptions, diffuseParams, diffuseTables, isUsual, NEAR_COLOURS } from './diffuse-params'
import { type DiffuseReach, type DiffuseSchedule, NARROW, scheduleFor, WIDE } from './diffuse-schedule'
import { packedCubeRoots } from './pack-palette'
import type { PaletteBuffers } from './palette-buffers'

/** As in diffuse-local.wgsl. */
const TILE = 16
const TILES_A_GROUP = 16

/** Largest width and height of a picture. */
export const MOST_DIFFUSED = 8192

/** What `configure` settled. */
interface Setup {
  readonly width: number
  readonly height: number
  readonly reach: DiffuseReach
  readonly local: boolean
  /** As in lib/diffuse.wgsl. */
  readonly usual: boolean
}

/** A pipeline for whole pictures, one for those of the usual kind where the reach has it, and one for tiles. */
interface Kernels {
  readonly exact: ComputeKernel
  readonly usual: ComputeKernel | undefined
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
  readonly #schedule: DiffuseSchedule
  readonly #narrow: Kernels
  readonly #wide: Kernels
  #setup: Setup | undefined

  private constructor(
    device: GPUDevice,
    palettes: PaletteBuffers,
    grid: CandidateGrid,
    buffers: { params: GPUBuffer; state: GPUBuffer; tables: GPUBuffer; roots: GPUBuffer },
    schedule: DiffuseSchedule,
    narrow: Kernels,
    wide: Kernels,
  ) {
    this.#device = device
    this.#palettes = palettes
    this.#grid = grid
    this.#buffers = buffers
    this.#schedule = schedule
    this.#narrow = narrow
    this.#wide = wide
  }

  /** `grid` is that of `palettes`; both must outlive the kernel. All schedules give the same picture. */
  static async create(
    device: GPUDevice,
    palettes: PaletteBuffers,
    grid: CandidateGrid,
    schedule: DiffuseSchedule = scheduleFor(device),
  ): Promise<Diffuse> {
    const params = wordBuffer(device, 'diffuse params', DIFFUSE_WORDS, 'uniform')
    const state = wordBuffer(device, 'diffuse state', Math.max(schedule.stateBytes(NARROW), schedule.stateBytes(WIDE)) / 4, 'storage')
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
    const make = async (reach: DiffuseReach): Promise<Kernels> => {
      const code = colour + candidates + reach.code + common
      const kernel = (name: string, whole: string, buffers: readonly KernelBuffer[], usual = false) =>
        ComputeKernel.create(device, `${name}, reach ${reach.reach}`, whole, buffers, { usual: Number(usual) })
      const ofWhole = (usual: boolean) =>
        kernel(schedule.name, schedule.directives + code + schedule.code, [...bound, { binding: 7, buffer: state, shared: true }], usual)
      const [whole, usual, tiles] = await Promise.all([
        ofWhole(false),
        reach === NARROW ? ofWhole(true) : undefined,
        kernel('diffuse-local', code + abreast + local, bound),
      ])
      return { exact: whole, usual, local: tiles }
    }
    const [near, far] = await Promise.all([make(NARROW), make(WIDE)])
    return new Diffuse(device, palettes, grid, { params, state, tables, roots }, schedule, near, far)
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
    const params = diffuseParams(options, this.#palettes, set.colours, width, height)
    this.#device.queue.writeBuffer(this.#buffers.params, 0, params)
    const { ahead, below, below2 } = DIFFUSION_KERNELS[options.dither.kind]
    const far = [ahead[1], below[0], below[4], ...below2].some((weight) => weight > 0)
    this.#setup = { width, height, reach: far ? WIDE : NARROW, local: options.dither.local, usual: isUsual(params) }
  }

  /**
   * `light` is rgba16uint, `picture` an rgba8unorm storage texture, both of the configured size.
   * @throws Error before `configure`.
   */
  encode(encoder: GPUCommandEncoder, light: GPUTexture, picture: GPUTexture): void {
    if (!this.#setup) throw new Error('Diffuse.encode: configure first')
    const { width, height, reach, local, usual } = this.#setup
    const kernels = reach === WIDE ? this.#wide : this.#narrow
    if (local) {
      const tiles = (Math.floor(width / TILE) + 2) * Math.ceil(height / TILE)
      kernels.local.record(encoder, light, picture, (pass) => pass.dispatchWorkgroups(Math.ceil(tiles / TILES_A_GROUP)))
      return
    }
    const { delay, countBytes } = this.#schedule
    const bands = Math.ceil(height / this.#schedule.rows(reach))
    const dispatches = Math.ceil(this.#schedule.steps(reach, width) / this.#schedule.span(reach)) + delay * (bands - 1)
    encoder.clearBuffer(this.#buffers.state, 0, countBytes)
    const kernel = (usual && kernels.usual) || kernels.exact
    kernel.record(encoder, light, picture, (pass) => {
      // Bands that have not begun yet are left out; those that are done return at once.
      for (let i = 0; i < dispatches; i++) pass.dispatchWorkgroups(Math.min(bands, Math.floor(i / delay) + 1))
    })
  }

  /** Frees its buffers, not the palettes and their grid. */
  destroy(): void {
    for (const buffer of Object.values(this.#buffers)) buffer.destroy()
  }
}
