import weights from '../../../shaders/lib/mix-weights.wgsl?raw'
import mixLight from '../../../shaders/mix-light.wgsl?raw'
import mixPictures from '../../../shaders/mix-pictures.wgsl?raw'
import { wordBuffer } from './compute-kernel'

/** Ways from one shot to the next; the numbers are those of `lib/mix-weights.wgsl`. */
const KINDS = { dissolve: 0, wipe: 1, 'fade-black': 2 } as const
export type MixKind = keyof typeof KINDS

/** Parts of a whole mix. */
const WHOLE = 4096
/** Width of a wipe's soft edge, as a part of the picture's width. */
const EDGE = 1 / 24

/** What the kernel is told for a mix `t` from 0 (the first picture) to 1 (the second) of pictures of that width. */
export function mixParams(
  kind: MixKind,
  t: number,
  width: number,
): { readonly kind: number; readonly part: number; readonly edge: number } {
  return { kind: KINDS[kind], part: Math.round(Math.min(Math.max(t, 0), 1) * WHOLE), edge: Math.max(1, Math.round(width * EDGE)) }
}

/** What pictures are mixed: `picture` is rgba8unorm in sRGB, exact to the code; `light` rgba16float, its decoded light. */
export type Mixed = 'picture' | 'light'

/** Mixes two pictures of one size into a third. */
export class MixPictures {
  readonly #device: GPUDevice
  readonly #pipeline: GPUComputePipeline
  readonly #params: GPUBuffer
  #bound: { readonly textures: readonly GPUTexture[]; readonly group: GPUBindGroup } | undefined

  private constructor(device: GPUDevice, pipeline: GPUComputePipeline) {
    this.#device = device
    this.#pipeline = pipeline
    this.#params = wordBuffer(device, 'mix params', 4, 'uniform')
  }

  static async create(device: GPUDevice, mixed: Mixed = 'picture'): Promise<MixPictures> {
    const label = mixed === 'light' ? 'mix-light' : 'mix-pictures'
    const module = device.createShaderModule({ label, code: weights + (mixed === 'light' ? mixLight : mixPictures) })
    const pipeline = await device.createComputePipelineAsync({ label, layout: 'auto', compute: { module, entryPoint: 'main' } })
    return new MixPictures(device, pipeline)
  }

  /**
   * How everything submitted from now on is mixed: submit what was encoded before first.
   * @param t 0 the first picture, 1 the second; beyond is held.
   * @param width of the pictures, for a wipe's edge.
   */
  configure(kind: MixKind, t: number, width: number): void {
    const { kind: k, part, edge } = mixParams(kind, t, width)
    this.#device.queue.writeBuffer(this.#params, 0, new Uint32Array([k, part, edge, 0]))
  }

  /**
   * Records the mix. All three are of one size and of the format of what is mixed: the pictures with TEXTURE_BINDING, the target with
   * STORAGE_BINDING. The same three textures again make no GPU object.
   * @throws RangeError when sizes differ.
   */
  encode(encoder: GPUCommandEncoder, first: GPUTexture, second: GPUTexture, target: GPUTexture): void {
    for (const [name, t] of [
      ['second', second],
      ['target', target],
    ] as const)
      if (t.width !== first.width || t.height !== first.height)
        throw new RangeError(`MixPictures.encode: ${name} is ${t.width}×${t.height}, first is ${first.width}×${first.height}`)
    const pass = encoder.beginComputePass()
    pass.setPipeline(this.#pipeline)
    pass.setBindGroup(0, this.#group([first, second, target]))
    pass.dispatchWorkgroups(Math.ceil(target.width / 8), Math.ceil(target.height / 8))
    pass.end()
  }

  /** Frees the buffer; the kernel must not be used again. */
  destroy(): void {
    this.#params.destroy()
  }

  #group(textures: readonly GPUTexture[]): GPUBindGroup {
    const bound = this.#bound
    if (bound?.textures.every((t, i) => t === textures[i])) return bound.group
    const group = this.#device.createBindGroup({
      layout: this.#pipeline.getBindGroupLayout(0),
      entries: [
        ...textures.map((texture, binding) => ({ binding, resource: texture.createView() })),
        { binding: 3, resource: { buffer: this.#params } },
      ],
    })
    this.#bound = { textures, group }
    return group
  }
}
