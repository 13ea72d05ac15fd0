/** Something that is timed. */
export type Job = {
  readonly name: string
  readonly work: string
  /** Name of a job before it that its time is also compared with. */
  readonly against?: string
  /** Sets what this job shares with others; not timed. */
  readonly prepare?: () => void
} & ({ readonly encode: (encoder: GPUCommandEncoder) => void } | { readonly run: () => void | Promise<void> })

/** Jobs and what frees them. */
export type Jobs = { readonly jobs: readonly Job[]; readonly destroy: () => void }

/** Makes textures, and frees them all. */
export class BenchTextures {
  readonly #device: GPUDevice
  readonly #made: GPUTexture[] = []

  constructor(device: GPUDevice) {
    this.#device = device
  }

  make(width: number, height: number, format: GPUTextureFormat = 'rgba8unorm'): GPUTexture {
    const drawn = format.startsWith('depth')
    const usage = drawn ? GPUTextureUsage.RENDER_ATTACHMENT : GPUTextureUsage.STORAGE_BINDING | GPUTextureUsage.COPY_DST
    const texture = this.#device.createTexture({ size: [width, height], format, usage: usage | GPUTextureUsage.TEXTURE_BINDING })
    this.#made.push(texture)
    return texture
  }

  /** A picture of every colour. */
  colourful(width: number, height: number): GPUTexture {
    const texture = this.make(width, height)
    this.#device.queue.writeTexture({ texture }, colourful(width, height), { bytesPerRow: width * 4 }, [width, height])
    return texture
  }

  /** The same in 16-bit linear light. */
  light(width: number, height: number): GPUTexture {
    const texture = this.make(width, height, 'rgba16uint')
    const words = Uint16Array.from(colourful(width, height), (code) => Math.round(65535 * (code / 255) ** 2.2))
    this.#device.queue.writeTexture({ texture }, words, { bytesPerRow: width * 8 }, [width, height])
    return texture
  }

  destroy(): void {
    for (const texture of this.#made) texture.destroy()
  }
}

/** Milliseconds of one of `count` runs submitted together. */
export async function timeJob(device: GPUDevice, job: Job, count: number): Promise<number> {
  job.prepare?.()
  await device.queue.onSubmittedWorkDone()
  const start = performance.now()
  if ('run' in job) for (let i = 0; i < count; i++) await job.run()
  else {
    const encoder = device.createCommandEncoder()
    for (let i = 0; i < count; i++) job.encode(encoder)
    device.queue.submit([encoder.finish()])
    await device.queue.onSubmittedWorkDone()
  }
  return (performance.now() - start) / count
}

/** Ramps with a fine texture: every colour, nothing flat. */
export function colourful(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const grain = (Math.imul(x * 73 + y * 151, 0x9e3779b1) >>> 28) - 8
      bytes.set([(255 * x) / width + grain, (255 * y) / height + grain, 255 - (255 * (x + y)) / (width + height), 255], (y * width + x) * 4)
    }
  return bytes
}
