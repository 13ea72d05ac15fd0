/** What a pass binds, by binding number. */
export type Bindings = { readonly [binding: number]: GPUBuffer | GPUTexture }

/** One entry point of a shader, in workgroups of 8 × 8. */
export class GpuPass {
  readonly #device: GPUDevice
  readonly #label: string
  readonly #pipeline: GPUComputePipeline

  private constructor(device: GPUDevice, label: string, pipeline: GPUComputePipeline) {
    this.#device = device
    this.#label = label
    this.#pipeline = pipeline
  }

  /** Compiles `entryPoint` of `code`; `constants` are its overrides. */
  static async create(
    device: GPUDevice,
    label: string,
    code: string,
    entryPoint = 'main',
    constants: Record<string, number> = {},
  ): Promise<GpuPass> {
    const module = device.createShaderModule({ label, code })
    const pipeline = await device.createComputePipelineAsync({ label, layout: 'auto', compute: { module, entryPoint, constants } })
    return new GpuPass(device, label, pipeline)
  }

  /** A bind group: exactly what the entry point uses. Keep it; one made a frame is one too many. */
  group(bindings: Bindings): GPUBindGroup {
    const entries = Object.entries(bindings).map(([binding, bound]) => ({
      binding: Number(binding),
      resource: 'createView' in bound ? bound.createView() : { buffer: bound },
    }))
    return this.#device.createBindGroup({ label: this.#label, layout: this.#pipeline.getBindGroupLayout(0), entries })
  }

  /** Records the pass over `width` × `height` threads. */
  encode(encoder: GPUCommandEncoder, group: GPUBindGroup, width: number, height: number): void {
    const pass = encoder.beginComputePass()
    pass.setPipeline(this.#pipeline)
    pass.setBindGroup(0, group)
    pass.dispatchWorkgroups(Math.ceil(width / 8), Math.ceil(height / 8))
    pass.end()
  }
}

/**
 * A bind group, or all that one texture can need, by the texture that changes from call to call; made when it is first
 * seen.
 */
export class GroupByTexture<Group = GPUBindGroup> {
  readonly #make: (texture: GPUTexture) => Group
  readonly #groups = new WeakMap<GPUTexture, Group>()

  constructor(make: (texture: GPUTexture) => Group) {
    this.#make = make
  }

  of(texture: GPUTexture): Group {
    let group = this.#groups.get(texture)
    if (!group) {
      group = this.#make(texture)
      this.#groups.set(texture, group)
    }
    return group
  }
}

/** Buffers that grow when they must and are kept otherwise. */
export class BufferShelf<Name extends string> {
  readonly #device: GPUDevice
  readonly #label: string
  readonly #buffers = new Map<Name, GPUBuffer>()

  constructor(device: GPUDevice, label: string) {
    this.#device = device
    this.#label = label
  }

  get(name: Name): GPUBuffer {
    const buffer = this.#buffers.get(name)
    if (!buffer) throw new Error(`${this.#label}: no buffer "${name}" yet: call configure first`)
    return buffer
  }

  /** Sees to it that a storage buffer has at least `words` words. True if that made a new one: old bind groups are void. */
  fit(name: Name, words: number): boolean {
    const size = Math.max(4, words) * 4
    const had = this.#buffers.get(name)
    if (had && had.size >= size) return false
    had?.destroy()
    const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST
    this.#buffers.set(name, this.#device.createBuffer({ label: `${this.#label} ${name}`, size, usage }))
    return true
  }

  write(name: Name, contents: Float32Array<ArrayBuffer>): void {
    this.#device.queue.writeBuffer(this.get(name), 0, contents)
  }

  destroy(): void {
    for (const buffer of this.#buffers.values()) buffer.destroy()
    this.#buffers.clear()
  }
}
