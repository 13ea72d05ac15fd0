/** A buffer as a kernel binds it after its two textures; a `shared` one belongs to whoever made it and outlives the kernel. */
export type KernelBuffer = { readonly binding: number; readonly buffer: GPUBuffer; readonly shared?: boolean }

/**
 * One compute pipeline that reads a texture (binding 0) and writes a texture (binding 1). Bind groups
 * are kept for each pair of textures, weakly, so nothing is made for a frame whose textures were seen
 * before; a canvas hands out a new texture each frame and costs one small bind group.
 */
export class ComputeKernel {
  readonly device: GPUDevice
  readonly #pipeline: GPUComputePipeline
  readonly #buffers: readonly KernelBuffer[]
  readonly #groups = new WeakMap<GPUTexture, WeakMap<GPUTexture, GPUBindGroup>>()

  private constructor(device: GPUDevice, pipeline: GPUComputePipeline, buffers: readonly KernelBuffer[]) {
    this.device = device
    this.#pipeline = pipeline
    this.#buffers = buffers
  }

  /** Compiles `code` (entry point `main`, workgroups of 8 × 8 pixels). The kernel owns the buffers from here on, but for shared ones; `constants` are the code's overrides. */
  static async create(
    device: GPUDevice,
    label: string,
    code: string,
    buffers: readonly KernelBuffer[] = [],
    constants: Record<string, number> = {},
  ): Promise<ComputeKernel> {
    const module = device.createShaderModule({ label, code })
    const compute = { module, entryPoint: 'main', constants }
    const pipeline = await device.createComputePipelineAsync({ label, layout: 'auto', compute })
    return new ComputeKernel(device, pipeline, buffers)
  }

  /** Records one pass over `width` × `height` pixels of `target`. */
  encode(encoder: GPUCommandEncoder, source: GPUTexture, target: GPUTexture, width: number, height: number): void {
    this.record(encoder, source, target, (pass) => pass.dispatchWorkgroups(Math.ceil(width / 8), Math.ceil(height / 8)))
  }

  /** Records one pass whose workgroups, of whatever shape the shader has, `dispatch` counts out. */
  record(encoder: GPUCommandEncoder, source: GPUTexture, target: GPUTexture, dispatch: (pass: GPUComputePassEncoder) => void): void {
    const pass = encoder.beginComputePass()
    pass.setPipeline(this.#pipeline)
    pass.setBindGroup(0, this.#group(source, target))
    dispatch(pass)
    pass.end()
  }

  /** Frees the buffers; the kernel must not be used again. */
  destroy(): void {
    for (const { buffer, shared } of this.#buffers) if (!shared) buffer.destroy()
  }

  #group(source: GPUTexture, target: GPUTexture): GPUBindGroup {
    let groups = this.#groups.get(source)
    if (!groups) {
      groups = new WeakMap()
      this.#groups.set(source, groups)
    }
    let group = groups.get(target)
    if (!group) {
      group = this.device.createBindGroup({
        layout: this.#pipeline.getBindGroupLayout(0),
        entries: [
          { binding: 0, resource: source.createView() },
          { binding: 1, resource: target.createView() },
          ...this.#buffers.map(({ binding, buffer }) => ({ binding, resource: { buffer } })),
        ],
      })
      groups.set(target, group)
    }
    return group
  }
}

/** A read-only storage buffer with these contents. */
export function tableBuffer(device: GPUDevice, label: string, contents: Uint32Array<ArrayBuffer>): GPUBuffer {
  const buffer = device.createBuffer({ label, size: contents.byteLength, usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST })
  device.queue.writeBuffer(buffer, 0, contents)
  return buffer
}

/** An uninitialised buffer of `words` 32-bit words that `queue.writeBuffer` may fill. */
export function wordBuffer(device: GPUDevice, label: string, words: number, usage: 'uniform' | 'storage'): GPUBuffer {
  return device.createBuffer({
    label,
    size: words * 4,
    usage: (usage === 'uniform' ? GPUBufferUsage.UNIFORM : GPUBufferUsage.STORAGE) | GPUBufferUsage.COPY_DST,
  })
}
