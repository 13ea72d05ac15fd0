import countCode from '../../../shaders/histogram.wgsl?raw'
import groupCode from '../../../shaders/k-means.wgsl?raw'
import colour from '../../../shaders/lib/colour.wgsl?raw'
import { codeOfOklab, HISTOGRAM_BINS, LINEAR_OF_SRGB, medianCut, SRGB_THRESHOLDS, sortedPalette } from '../../departments/retro'
import { tableBuffer, wordBuffer } from './compute-kernel'
import { packedCubeRoots } from './pack-palette'

/** How a palette is taken from a picture. */
export interface PaletteWish {
  /** How many colours at most, 2 to 256; a picture of fewer gives fewer. */
  readonly colours: number
  /** `k-means` has the least error, `median-cut` shares the colours out by how often they occur. */
  readonly method: 'k-means' | 'median-cut'
  /** For k-means: other seeds start from other colours. 0 to 2³² − 1, 0 by default. */
  readonly seed?: number
}

/** Times that groups are formed; they hardly change after a dozen. */
const ROUNDS = 16
/** Words of `Groups` in k-means.wgsl: counts (padded to 16 bytes), places, sums. */
const STATE = { places: 4, sums: 4 + 256 * 4, words: 4 + 256 * 4 + 256 * 6 }

const ENTRIES = ['list', 'start', 'assign', 'settle'] as const
type GroupPipelines = Readonly<Record<(typeof ENTRIES)[number], GPUComputePipeline>>

/**
 * Takes a palette from a picture, all in whole numbers: the same on every machine. Colours within 8 codes of each other in
 * every channel count as one, their mean; a picture of few colours that lie apart gives exactly these.
 */
export class PaletteFromPicture {
  readonly #device: GPUDevice
  readonly #count: GPUComputePipeline
  readonly #groups: GroupPipelines
  readonly #bindings: GPUBindGroup
  readonly #params: GPUBuffer
  readonly #bins: GPUBuffer
  readonly #state: GPUBuffer
  readonly #staging: GPUBuffer
  readonly #owned: readonly GPUBuffer[]
  #turn: Promise<unknown> = Promise.resolve()

  private constructor(device: GPUDevice, count: GPUComputePipeline, groups: GroupPipelines, layout: GPUBindGroupLayout) {
    this.#device = device
    this.#count = count
    this.#groups = groups
    const buffer = (label: string, words: number, usage = 0): GPUBuffer =>
      device.createBuffer({
        label,
        size: words * 4,
        usage: usage | GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST,
      })
    this.#params = wordBuffer(device, 'k-means params', 4, 'uniform')
    this.#bins = buffer('histogram', HISTOGRAM_BINS * 4)
    this.#state = buffer('k-means groups', STATE.words)
    this.#staging = device.createBuffer({
      label: 'palette staging',
      size: HISTOGRAM_BINS * 16,
      usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST,
    })
    const bound: readonly (readonly [number, GPUBuffer])[] = [
      [0, this.#params],
      [1, this.#bins],
      [2, buffer('k-means points', HISTOGRAM_BINS * 8)],
      [3, this.#state],
      [4, tableBuffer(device, 'linear of srgb', LINEAR_OF_SRGB)],
      [10, tableBuffer(device, 'srgb thresholds', SRGB_THRESHOLDS)],
      [11, tableBuffer(device, 'cube roots', packedCubeRoots())],
    ]
    this.#owned = [...bound.map(([, b]) => b), this.#staging]
    this.#bindings = device.createBindGroup({ layout, entries: bound.map(([binding, b]) => ({ binding, resource: { buffer: b } })) })
  }

  static async create(device: GPUDevice): Promise<PaletteFromPicture> {
    const module = (label: string, code: string) => device.createShaderModule({ label, code })
    const types: readonly (readonly [number, GPUBufferBindingType])[] = [
      [0, 'uniform'],
      [1, 'read-only-storage'],
      [2, 'storage'],
      [3, 'storage'],
      [4, 'read-only-storage'],
      [10, 'read-only-storage'],
      [11, 'read-only-storage'],
    ]
    // One layout for all steps: what each of them leaves unused would differ.
    const groupLayout = device.createBindGroupLayout({
      entries: types.map(([binding, type]) => ({ binding, visibility: GPUShaderStage.COMPUTE, buffer: { type } })),
    })
    const layout = device.createPipelineLayout({ bindGroupLayouts: [groupLayout] })
    const group = module('k-means', colour + groupCode)
    const pipeline = (layout: GPUPipelineLayout | 'auto', m: GPUShaderModule, entryPoint: string) =>
      device.createComputePipelineAsync({ label: entryPoint, layout, compute: { module: m, entryPoint } })
    const [count, ...steps] = await Promise.all([
      pipeline('auto', module('histogram', countCode), 'main'),
      ...ENTRIES.map((entry) => pipeline(layout, group, entry)),
    ])
    const groups = Object.fromEntries(ENTRIES.map((entry, i) => [entry, steps[i]!])) as unknown as GroupPipelines
    return new PaletteFromPicture(device, count, groups, groupLayout)
  }

  /**
   * @param picture rgba8unorm with usage TEXTURE_BINDING; pixels of alpha below one half do not count.
   * @returns `#rrggbb`, each once, dark to light, then by hue; none where no pixel counts.
   * @throws RangeError if `colours` or `seed` is out of range.
   */
  async run(picture: GPUTexture, wish: PaletteWish): Promise<string[]> {
    const { colours, method, seed = 0 } = wish
    if (!Number.isInteger(colours) || colours < 2 || colours > 256)
      throw new RangeError(`PaletteFromPicture.run: colours: expected 2 to 256, got ${colours}`)
    if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff)
      throw new RangeError(`PaletteFromPicture.run: seed: expected a whole number below 2³², got ${seed}`)
    // The buffers are one picture's at a time.
    const result = this.#turn.then(() => (method === 'k-means' ? this.#kMeans(picture, colours, seed) : this.#medianCut(picture, colours)))
    this.#turn = result.catch(() => {})
    return result
  }

  /** Frees the buffers; pending runs fail. */
  destroy(): void {
    for (const buffer of this.#owned) buffer.destroy()
  }

  async #medianCut(picture: GPUTexture, colours: number): Promise<string[]> {
    const encoder = this.#counted(picture)
    encoder.copyBufferToBuffer(this.#bins, 0, this.#staging, 0, HISTOGRAM_BINS * 16)
    return medianCut(await this.#read(encoder, HISTOGRAM_BINS * 4), colours)
  }

  async #kMeans(picture: GPUTexture, colours: number, seed: number): Promise<string[]> {
    this.#device.queue.writeBuffer(this.#params, 0, new Uint32Array([colours, seed, weightShift(picture.width, picture.height), 0]))
    const encoder = this.#counted(picture)
    encoder.clearBuffer(this.#state)
    const pass = encoder.beginComputePass()
    pass.setBindGroup(0, this.#bindings)
    const step = (entry: (typeof ENTRIES)[number], workgroups: number): void => {
      pass.setPipeline(this.#groups[entry])
      pass.dispatchWorkgroups(workgroups)
    }
    step('list', HISTOGRAM_BINS / 256)
    step('start', 1)
    for (let round = 1; round < ROUNDS; round++) {
      step('assign', HISTOGRAM_BINS / 256)
      step('settle', 1)
    }
    step('assign', HISTOGRAM_BINS / 256)
    pass.end()
    encoder.copyBufferToBuffer(this.#state, 0, this.#staging, 0, STATE.words * 4)
    const state = await this.#read(encoder, STATE.words)
    return sortedPalette(
      Array.from({ length: state[1]! }, (_, k) => state.subarray(STATE.sums + k * 6, STATE.sums + k * 6 + 6))
        .filter(([weight]) => weight! > 0)
        .map(([weight, l, a, b, bins, code]) =>
          bins === 1 ? code! : codeOfOklab([l!, a!, b!].map((v) => mean(v, weight!)) as [number, number, number]),
        ),
    )
  }

  #counted(picture: GPUTexture): GPUCommandEncoder {
    const encoder = this.#device.createCommandEncoder()
    encoder.clearBuffer(this.#bins)
    const pass = encoder.beginComputePass()
    pass.setPipeline(this.#count)
    pass.setBindGroup(
      0,
      this.#device.createBindGroup({
        layout: this.#count.getBindGroupLayout(0),
        entries: [
          { binding: 0, resource: picture.createView() },
          { binding: 1, resource: { buffer: this.#bins } },
        ],
      }),
    )
    pass.dispatchWorkgroups(Math.ceil(picture.width / 64), Math.ceil(picture.height / 16))
    pass.end()
    return encoder
  }

  async #read(encoder: GPUCommandEncoder, words: number): Promise<Uint32Array> {
    this.#device.queue.submit([encoder.finish()])
    await this.#staging.mapAsync(GPUMapMode.READ, 0, words * 4)
    const copy = new Uint32Array(this.#staging.getMappedRange(0, words * 4)).slice()
    this.#staging.unmap()
    return copy
  }
}

/** Bits that a picture's pixel counts lose to become weights: none up to 2¹⁷ pixels. */
export const weightShift = (width: number, height: number): number => Math.max(0, 15 - Math.clz32(width * height))

const mean = (sum: number, weight: number): number => Math.floor((sum + (weight >>> 1)) / weight) - 4096
