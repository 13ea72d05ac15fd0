/** Of formats that have not four. */
const TEXEL_BYTES: Readonly<Partial<Record<GPUTextureFormat, number>>> = { rgba16uint: 8, rgba16float: 8, rgba32float: 16 }

/**
 * Brings pictures to memory while the next ones are drawn: the copy is submitted at once, the wait is the caller's. Any
 * number may be in flight; staging buffers are used again, so none is made for a frame once the depth in use is reached.
 */
export class PictureReader {
  readonly #device: GPUDevice
  /** Buffers that wait for work, by size in bytes; only the last size asked for is kept. */
  #free: { readonly size: number; readonly buffers: GPUBuffer[] } = { size: 0, buffers: [] }
  #over = false

  constructor(device: GPUDevice) {
    this.#device = device
  }

  /**
   * Copies a texture, as it is after everything submitted so far; it may be drawn over right away.
   * @param texture with COPY_SRC: rgba8unorm; rgba16uint and rgba16float for light; rgba32float for measures.
   * @returns width × height texels of four, eight or sixteen bytes, top row first, once the GPU has got there. Rejects when
   * the device is lost.
   */
  async read(texture: GPUTexture): Promise<Uint8Array<ArrayBuffer>> {
    const { width, height, format } = texture
    const bytes = width * (TEXEL_BYTES[format] ?? 4)
    const bytesPerRow = Math.ceil(bytes / 256) * 256
    const buffer = this.#take(bytesPerRow * height)
    const encoder = this.#device.createCommandEncoder({ label: 'read picture' })
    encoder.copyTextureToBuffer({ texture }, { buffer, bytesPerRow }, [width, height])
    this.#device.queue.submit([encoder.finish()])
    await buffer.mapAsync(GPUMapMode.READ)
    const padded = new Uint8Array(buffer.getMappedRange())
    const out = new Uint8Array(bytes * height)
    for (let y = 0; y < height; y++) out.set(padded.subarray(y * bytesPerRow, y * bytesPerRow + bytes), y * bytes)
    buffer.unmap()
    if (this.#over || buffer.size !== this.#free.size) buffer.destroy()
    else this.#free.buffers.push(buffer)
    return out
  }

  /** Frees the buffers; what is in flight still arrives. */
  destroy(): void {
    this.#over = true
    for (const buffer of this.#free.buffers.splice(0)) buffer.destroy()
  }

  #take(size: number): GPUBuffer {
    if (size !== this.#free.size) {
      for (const buffer of this.#free.buffers) buffer.destroy()
      this.#free = { size, buffers: [] }
    }
    const usage = GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ
    return this.#free.buffers.pop() ?? this.#device.createBuffer({ label: 'read picture', size, usage })
  }
}

/** As `PictureReader.read`, for one picture. */
export async function readTexture(device: GPUDevice, texture: GPUTexture): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new PictureReader(device)
  const read = reader.read(texture)
  reader.destroy()
  return read
}
