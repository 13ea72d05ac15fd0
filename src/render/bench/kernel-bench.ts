import { paletteSetFor, styleByName } from '../../departments/retro'
import {
  AreaDownscale,
  CandidateGrid,
  Copy,
  EncodeSrgb,
  PaletteBuffers,
  PictureHash,
  Quantise,
  StyleEngine,
  UpscaleNearest,
} from '../kernels'

/** Size of the picture and how often each kernel is timed. */
export type KernelBenchOptions = { readonly width: number; readonly height: number; readonly runs: number }

export type KernelTime = {
  readonly name: string
  /** What it read and wrote, e.g. `1280×720 → 256×240`. */
  readonly work: string
  /** Median milliseconds of one run. */
  readonly ms: number
  /** Median of the ratios to the compute copy of the same round; the picture copied is the bench's own size. */
  readonly timesCopy: number
}

export type KernelBench = {
  readonly adapter: string
  readonly width: number
  readonly height: number
  readonly runs: number
  readonly kernels: readonly KernelTime[]
}

type Job = { readonly name: string; readonly work: string; readonly encode: (encoder: GPUCommandEncoder) => void }

/** Each timing lasts about this long, so that the queue's own delay is small beside it. */
const BATCH_MS = 40
const MOST_IN_A_BATCH = 64

/**
 * Times each kernel and whole styles on `device`, against a compute copy of a `width` × `height`
 * picture: in every round all of them take a turn, so that a busy machine slows them alike; reported
 * are medians. Needs a GPUDevice only, so it also runs in Node where the `webgpu` package gives one.
 * @throws RangeError for sizes under 64 or runs under 1.
 */
export async function benchKernels(device: GPUDevice, { width, height, runs }: KernelBenchOptions): Promise<KernelBench> {
  if (!Number.isInteger(width) || !Number.isInteger(height) || width < 64 || height < 64)
    throw new RangeError(`benchKernels: width and height must be whole and at least 64, got ${width}×${height}`)
  if (!Number.isInteger(runs) || runs < 1) throw new RangeError(`benchKernels: runs must be whole and at least 1, got ${runs}`)
  const textures: GPUTexture[] = []
  const { jobs, destroy } = await makeJobs(device, width, height, textures)
  const batches: number[] = []
  for (const job of jobs) {
    await time(device, job, 1) // first use compiles and uploads
    const once = await time(device, job, 2)
    batches.push(Math.max(1, Math.min(MOST_IN_A_BATCH, Math.round(BATCH_MS / Math.max(once, 0.01)))))
  }
  const rounds: number[][] = []
  for (let round = 0; round < runs; round++) {
    const times: number[] = []
    for (const [i, job] of jobs.entries()) times.push(await time(device, job, batches[i]!))
    rounds.push(times)
  }
  destroy()
  for (const texture of textures) texture.destroy()
  const kernels = jobs.map(({ name, work }, i) => ({
    name,
    work,
    ms: hundredths(median(rounds.map((times) => times[i]!))),
    timesCopy: hundredths(median(rounds.map((times) => times[i]! / Math.max(times[0]!, 1e-6)))),
  }))
  const { vendor, architecture, device: model, description } = device.adapterInfo
  return { adapter: [vendor, architecture, model, description].filter(Boolean).join(' · '), width, height, runs, kernels }
}

async function makeJobs(device: GPUDevice, width: number, height: number, textures: GPUTexture[]) {
  const texture = (w: number, h: number, format: GPUTextureFormat): GPUTexture => {
    const usage = GPUTextureUsage.TEXTURE_BINDING | GPUTextureUsage.STORAGE_BINDING | GPUTextureUsage.COPY_DST
    textures.push(device.createTexture({ size: [w, h], format, usage }))
    return textures.at(-1)!
  }
  const look = texture(width, height, 'rgba8unorm')
  device.queue.writeTexture({ texture: look }, colourful(width, height), { bytesPerRow: width * 4 }, [width, height])
  const output = texture(width, height, 'rgba8unorm')
  const nes = styleByName('nes')
  const own = nes.resolution!
  const light = texture(own.width, own.height, 'rgba16uint')
  const picture = texture(own.width, own.height, 'rgba8unorm')
  const palettes = new PaletteBuffers(device)
  const grid = await CandidateGrid.create(device, palettes)
  const [copy, area, encodeSrgb, quantise, upscale, hash] = await Promise.all([
    Copy.create(device),
    AreaDownscale.create(device),
    EncodeSrgb.create(device),
    Quantise.create(device, palettes, grid),
    UpscaleNearest.create(device),
    PictureHash.create(device),
  ])
  area.configure({ x: 0, y: 0, width, height }, own.width, own.height)
  palettes.set({ colours: nes.palette! }, nes.distance, own.width, own.height)
  quantise.configure(nes.dither, own.width, own.height)
  upscale.configure({ x: 0, y: 0, width, height })
  const full = `${width}×${height}`
  const small = `${own.width}×${own.height}`
  const jobs: Job[] = [
    { name: 'copy', work: `${full} → ${full}`, encode: (e) => copy.encode(e, look, output) },
    { name: 'area-downscale', work: `${full} → ${small}`, encode: (e) => area.encode(e, look, light) },
    { name: 'quantise', work: `${small}, ${nes.palette!.length} colours`, encode: (e) => quantise.encode(e, light, picture) },
    { name: 'encode-srgb', work: small, encode: (e) => encodeSrgb.encode(e, light, picture) },
    { name: 'upscale-nearest', work: `${small} → ${full}`, encode: (e) => upscale.encode(e, picture, output) },
    { name: 'picture-hash', work: full, encode: (e) => hash.drop(hash.encode(e, look)) },
  ]
  const engines = await Promise.all(
    ['hollywood', 'nes', 'gameboy'].map(async (name) => ({ name, engine: await StyleEngine.create(device, [styleByName(name)]) })),
  )
  for (const { name, engine } of engines) {
    const style = styleByName(name)
    engine.setStyle(style, { width, height }, { width, height }, paletteSetFor(style, []))
    jobs.push({ name: `style ${name}`, work: `${full} → ${full}`, encode: (e) => engine.encode(e, look, output) })
  }
  const destroy = () => {
    for (const made of [copy, area, encodeSrgb, quantise, grid, palettes, upscale, hash, ...engines.map(({ engine }) => engine)])
      made.destroy()
  }
  return { jobs, destroy }
}

/** Milliseconds of one of `count` runs submitted together. */
async function time(device: GPUDevice, job: Job, count: number): Promise<number> {
  await device.queue.onSubmittedWorkDone()
  const start = performance.now()
  const encoder = device.createCommandEncoder()
  for (let i = 0; i < count; i++) job.encode(encoder)
  device.queue.submit([encoder.finish()])
  await device.queue.onSubmittedWorkDone()
  return (performance.now() - start) / count
}

/** Ramps with a fine texture: every colour, nothing flat. */
function colourful(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const grain = (Math.imul(x * 73 + y * 151, 0x9e3779b1) >>> 28) - 8
      bytes.set([(255 * x) / width + grain, (255 * y) / height + grain, 255 - (255 * (x + y)) / (width + height), 255], (y * width + x) * 4)
    }
  return bytes
}

const hundredths = (value: number): number => Math.round(value * 100) / 100

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
