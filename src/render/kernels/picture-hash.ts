import code from '../../../shaders/picture-hash.wgsl?raw'

/** A hash on its way back from the GPU; hand it to `PictureHash.read` once its commands are submitted. */
export type PendingHash = { readonly staging: GPUBuffer; readonly width: number; readonly height: number }

/**
 * Names pictures by 128 bits without reading them back. Frames may be in flight together: each
 * `encode` takes a free staging buffer, `read` gives it back. When all are busy another is made, so
 * nothing waits and the ring settles at the depth in use.
 */
export class PictureHash {
  readonly #device: GPUDevice
  readonly #pipeline: GPUComputePipeline
  readonly #sums: GPUBuffer
  readonly #free: GPUBuffer[] = []
  readonly #all: GPUBuffer[] = []
  readonly #groups = new WeakMap<GPUTexture, GPUBindGroup>()

  private constructor(device: GPUDevice, pipeline: GPUComputePipeline, depth: number) {
    this.#device = device
    this.#pipeline = pipeline
    this.#sums = device.createBuffer({
      label: 'picture hash sums',
      size: 16,
      usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST,
    })
    for (let i = 0; i < depth; i++) this.#free.push(this.#makeStaging())
  }

  /** `depth` is how many hashes are expected in flight. */
  static async create(device: GPUDevice, depth = 4): Promise<PictureHash> {
    const label = 'picture-hash'
    const module = device.createShaderModule({ label, code })
    const pipeline = await device.createComputePipelineAsync({ label, layout: 'auto', compute: { module, entryPoint: 'main' } })
    return new PictureHash(device, pipeline, depth)
  }

  /** Records the hashing of an rgba8unorm texture (usage TEXTURE_BINDING). */
  encode(encoder: GPUCommandEncoder, texture: GPUTexture): PendingHash {
    encoder.clearBuffer(this.#sums)
    const pass = encoder.beginComputePass()
    pass.setPipeline(this.#pipeline)
    pass.setBindGroup(0, this.#group(texture))
    pass.dispatchWorkgroups(Math.ceil(texture.width / 64), Math.ceil(texture.height / 16))
    pass.end()
    const staging = this.#free.pop() ?? this.#makeStaging()
    encoder.copyBufferToBuffer(this.#sums, 0, staging, 0, 16)
    return { staging, width: texture.width, height: texture.height }
  }

  /**
   * 32 hexadecimal digits, once the GPU has got there. Call once for each `encode`, after the submit.
   * @throws when the device was lost meanwhile.
   */
  async read(pending: PendingHash): Promise<string> {
    await pending.staging.mapAsync(GPUMapMode.READ)
    const text = pictureHashText(new Uint32Array(pending.staging.getMappedRange()), pending.width, pending.height)
    pending.staging.unmap()
    this.#free.push(pending.staging)
    return text
  }

  /** Gives back a hash nobody will read, e.g. of a cancelled frame. */
  drop(pending: PendingHash): void {
    this.#free.push(pending.staging)
  }

  /** Frees the buffers; pending reads fail. */
  destroy(): void {
    this.#sums.destroy()
    for (const buffer of this.#all) buffer.destroy()
  }

  #makeStaging(): GPUBuffer {
    const usage = GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST
    const buffer = this.#device.createBuffer({ label: 'picture hash staging', size: 16, usage })
    this.#all.push(buffer)
    return buffer
  }

  #group(texture: GPUTexture): GPUBindGroup {
    let group = this.#groups.get(texture)
    if (!group) {
      group = this.#device.createBindGroup({
        layout: this.#pipeline.getBindGroupLayout(0),
        entries: [
          { binding: 0, resource: texture.createView() },
          { binding: 1, resource: { buffer: this.#sums } },
        ],
      })
      this.#groups.set(texture, group)
    }
    return group
  }
}

/** The four lanes as 32 hexadecimal digits; width and height are added in, so that a picture's shape counts as well. */
export function pictureHashText(sums: Uint32Array, width: number, height: number): string {
  const shape = [width, height, Math.imul(width, 0x9e3779b1), Math.imul(height, 0x85ebca77)]
  return shape.map((part, lane) => ((sums[lane]! + part) >>> 0).toString(16).padStart(8, '0')).join('')
}
