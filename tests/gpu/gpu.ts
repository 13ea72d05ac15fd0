import { emptyPicture, type LightPicture, type Picture } from '../reference/picture'

/** The machine's GPU for a suite; prints which one. @throws when there is none: a GPU test without a GPU has failed. */
export async function requireDevice(suite: string): Promise<GPUDevice> {
  const adapter = await navigator.gpu?.requestAdapter()
  if (!adapter) throw new Error(`${suite}: this browser has no WebGPU adapter`)
  const { vendor, architecture, device, description } = adapter.info
  console.log(`${suite}: adapter ${[vendor, architecture, device, description].filter(Boolean).join(' · ')}`)
  // As three asks for it, whose device draws the film.
  const gpu = await adapter.requestDevice({ requiredFeatures: adapter.features.has('subgroups') ? ['subgroups'] : [] })
  gpu.addEventListener('uncapturederror', (event) => console.error(`${suite}: ${event.error.message}`))
  return gpu
}

const USAGE = { copy: 1 | 2, sampled: 4, storage: 8 }

export function makeTexture(device: GPUDevice, width: number, height: number, format: GPUTextureFormat = 'rgba8unorm'): GPUTexture {
  return device.createTexture({ size: [width, height], format, usage: USAGE.copy | USAGE.sampled | USAGE.storage })
}

export function upload(device: GPUDevice, { width, height, rgba }: Picture): GPUTexture {
  const texture = makeTexture(device, width, height)
  device.queue.writeTexture({ texture }, rgba, { bytesPerRow: width * 4 }, [width, height])
  return texture
}

export function uploadLight(device: GPUDevice, { width, height, light }: LightPicture): GPUTexture {
  const texture = makeTexture(device, width, height, 'rgba16uint')
  const words = new Uint16Array(width * height * 4)
  for (let i = 0; i < width * height; i++) words.set([...light.subarray(i * 3, i * 3 + 3), 65535], i * 4)
  device.queue.writeTexture({ texture }, words, { bytesPerRow: width * 8 }, [width, height])
  return texture
}

export async function download(device: GPUDevice, texture: GPUTexture): Promise<Picture> {
  const { width, height } = texture
  const bytes = await readBytes(device, texture, 4)
  const picture = emptyPicture(width, height)
  picture.rgba.set(bytes)
  return picture
}

export async function downloadLight(device: GPUDevice, texture: GPUTexture): Promise<LightPicture> {
  const words = new Uint16Array((await readBytes(device, texture, 8)).buffer)
  return { width: texture.width, height: texture.height, light: words.filter((_, i) => i % 4 < 3) }
}

/** Runs what `record` encodes and waits for it. Reports validation errors by throwing. */
export async function submit<T>(device: GPUDevice, record: (encoder: GPUCommandEncoder) => T): Promise<T> {
  device.pushErrorScope('validation')
  const encoder = device.createCommandEncoder()
  const result = record(encoder)
  device.queue.submit([encoder.finish()])
  const error = await device.popErrorScope()
  if (error) throw new Error(error.message)
  return result
}

async function readBytes(device: GPUDevice, texture: GPUTexture, bytesPerPixel: number): Promise<Uint8Array<ArrayBuffer>> {
  const { width, height } = texture
  const bytesPerRow = Math.ceil((width * bytesPerPixel) / 256) * 256
  const buffer = device.createBuffer({ size: bytesPerRow * height, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST })
  await submit(device, (encoder) => encoder.copyTextureToBuffer({ texture }, { buffer, bytesPerRow }, [width, height]))
  await buffer.mapAsync(GPUMapMode.READ)
  const padded = new Uint8Array(buffer.getMappedRange())
  const bytes = new Uint8Array(width * height * bytesPerPixel)
  for (let y = 0; y < height; y++)
    bytes.set(padded.subarray(y * bytesPerRow, y * bytesPerRow + width * bytesPerPixel), y * width * bytesPerPixel)
  buffer.destroy()
  return bytes
}
