import code from '../../../shaders/choose-cells.wgsl?raw'
import colour from '../../../shaders/lib/colour.wgsl?raw'
import { DISTANCE_MODES, type Dither, SRGB_THRESHOLDS } from '../../departments/retro'
import { tableBuffer, wordBuffer } from './compute-kernel'
import { packedCubeRoots } from './pack-palette'
import type { PaletteBuffers } from './palette-buffers'

/** Pixels of a cell that are looked at, at most, by each of the pipelines: the least that holds a cell is taken. */
const PIXELS = [16, 64, 256, 1024] as const
const MOST_PIXELS = 1024
/** Threads of a workgroup: a cell is little work. */
const THREADS = 16
/** Palettes of more colours are compared by their nearest colours alone. */
const MOST_MIXED = 4

/** Chooses for every cell of 16-bit linear light the palette of least error, into the cells of the palette buffers. */
export class ChooseCells {
  readonly #device: GPUDevice
  readonly #pipelines: readonly GPUComputePipeline[]
  readonly #layout: GPUBindGroupLayout
  readonly #palettes: PaletteBuffers
  readonly #params: GPUBuffer
  readonly #tables: readonly GPUBuffer[]
  readonly #entries: readonly GPUBindGroupEntry[]
  readonly #groups = new WeakMap<GPUTexture, GPUBindGroup>()
  #pipeline: GPUComputePipeline

  private constructor(device: GPUDevice, layout: GPUBindGroupLayout, pipelines: readonly GPUComputePipeline[], palettes: PaletteBuffers) {
    this.#device = device
    this.#layout = layout
    this.#pipelines = pipelines
    this.#pipeline = pipelines[0]!
    this.#palettes = palettes
    this.#params = wordBuffer(device, 'choose-cells params', 12, 'uniform')
    this.#tables = [tableBuffer(device, 'srgb thresholds', SRGB_THRESHOLDS), tableBuffer(device, 'cube roots', packedCubeRoots())]
    this.#entries = [
      { binding: 2, resource: { buffer: this.#params } },
      { binding: 3, resource: { buffer: palettes.colours } },
      { binding: 5, resource: { buffer: palettes.palettes } },
      { binding: 6, resource: { buffer: palettes.cells } },
      ...this.#tables.map((buffer, i) => ({ binding: 10 + i, resource: { buffer } })),
    ]
  }

  /** `palettes` must outlive the kernel. */
  static async create(device: GPUDevice, palettes: PaletteBuffers): Promise<ChooseCells> {
    const module = device.createShaderModule({ label: 'choose-cells', code: colour + code })
    const visibility = GPUShaderStage.COMPUTE
    const layout = device.createBindGroupLayout({
      label: 'choose-cells',
      entries: [
        { binding: 0, visibility, texture: { sampleType: 'uint' } },
        { binding: 2, visibility, buffer: { type: 'uniform' } },
        ...[3, 5, 10, 11].map((binding) => ({ binding, visibility, buffer: { type: 'read-only-storage' as const } })),
        { binding: 6, visibility, buffer: { type: 'storage' } },
      ],
    })
    const pipelines = await Promise.all(
      PIXELS.map((pixels) =>
        device.createComputePipelineAsync({
          label: `choose-cells ${pixels}`,
          layout: device.createPipelineLayout({ bindGroupLayouts: [layout] }),
          compute: { module, entryPoint: 'main', constants: { PIXELS: pixels } },
        }),
      ),
    )
    return new ChooseCells(device, layout, pipelines, palettes)
  }

  /**
   * Sets dither and size, for the palettes as they were last set; call it after each of their `set`. Takes effect for
   * everything submitted after it.
   */
  configure({ kind, contrastPenalty }: Pick<Dither, 'kind' | 'contrastPenalty'>, width: number, height: number): void {
    const { cell, paletteCount, perPalette, distance } = this.#palettes
    let step = 1
    while (Math.ceil(cell.width / step) * Math.ceil(cell.height / step) > MOST_PIXELS) step++
    const looked = Math.ceil(cell.width / step) * Math.ceil(cell.height / step)
    this.#pipeline = this.#pipelines[PIXELS.findIndex((pixels) => looked <= pixels)]!
    let lanes = 1
    while (lanes < THREADS && lanes < paletteCount) lanes *= 2
    const mix = kind !== 'none' && perPalette > 1 && perPalette <= MOST_MIXED ? 1 : 0
    const words = [width, height, cell.width, cell.height, step, paletteCount, perPalette, DISTANCE_MODES[distance], mix]
    this.#device.queue.writeBuffer(this.#params, 0, new Uint32Array([...words, Math.round(contrastPenalty * 256), lanes, 0]))
  }

  /** `source` is rgba16uint of the configured size. Records nothing where the palettes have no cells. */
  encode(encoder: GPUCommandEncoder, source: GPUTexture): void {
    const { width, height } = this.#palettes.cellCount
    if (width === 0) return
    let group = this.#groups.get(source)
    if (!group) {
      const entries = [{ binding: 0, resource: source.createView() }, ...this.#entries]
      group = this.#device.createBindGroup({ layout: this.#layout, entries })
      this.#groups.set(source, group)
    }
    const pass = encoder.beginComputePass()
    pass.setPipeline(this.#pipeline)
    pass.setBindGroup(0, group)
    pass.dispatchWorkgroups(width, height)
    pass.end()
  }

  /** Frees its own buffers; the kernel must not be used again. */
  destroy(): void {
    for (const buffer of [this.#params, ...this.#tables]) buffer.destroy()
  }
}
