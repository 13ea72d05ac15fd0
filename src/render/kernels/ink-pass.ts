/** A texture as a pass binds it. */
export interface InkBinding {
  readonly binding: number
  readonly texture: GPUTexture
}

/** Bind groups kept: a transition's two pictures go through the same passes. */
const KEPT_GROUPS = 4

/** One compute pass of ink: some textures in, one out at binding 1, the shared parameters at binding 15. */
export class InkPass {
  readonly #device: GPUDevice
  readonly #pipeline: GPUComputePipeline
  readonly #params: GPUBuffer | undefined
  #groups: { readonly textures: readonly GPUTexture[]; readonly group: GPUBindGroup }[] = []

  private constructor(device: GPUDevice, pipeline: GPUComputePipeline, params: GPUBuffer | undefined) {
    this.#device = device
    this.#pipeline = pipeline
    this.#params = params
  }

  /**
   * Compiles `code` (entry point `main`, workgroups of 8 × 8 pixels).
   * @param params only for shaders that read them.
   */
  static async create(device: GPUDevice, label: string, code: string, params?: GPUBuffer): Promise<InkPass> {
    const module = device.createShaderModule({ label, code })
    const pipeline = await device.createComputePipelineAsync({ label, layout: 'auto', compute: { module, entryPoint: 'main' } })
    return new InkPass(device, pipeline, params)
  }

  /** Records the pass over `target`. The same textures again make no GPU object. */
  encode(encoder: GPUCommandEncoder, target: GPUTexture, ...inputs: readonly InkBinding[]): void {
    const pass = encoder.beginComputePass()
    pass.setPipeline(this.#pipeline)
    pass.setBindGroup(0, this.#group([{ binding: 1, texture: target }, ...inputs]))
    pass.dispatchWorkgroups(Math.ceil(target.width / 8), Math.ceil(target.height / 8))
    pass.end()
  }

  /** Lets go of textures that are about to be destroyed. */
  forget(): void {
    this.#groups = []
  }

  #group(bindings: readonly InkBinding[]): GPUBindGroup {
    const found = this.#groups.find(({ textures }) => bindings.every(({ texture }, i) => texture === textures[i]))
    if (found) return found.group
    const group = this.#device.createBindGroup({
      layout: this.#pipeline.getBindGroupLayout(0),
      entries: [
        ...bindings.map(({ binding, texture }) => ({
          binding,
          resource: texture.createView(texture.format.startsWith('depth') ? { aspect: 'depth-only' } : {}),
        })),
        ...(this.#params ? [{ binding: 15, resource: { buffer: this.#params } }] : []),
      ],
    })
    this.#groups = [{ textures: bindings.map((b) => b.texture), group }, ...this.#groups].slice(0, KEPT_GROUPS)
    return group
  }
}
