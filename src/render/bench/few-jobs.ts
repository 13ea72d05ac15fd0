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
import { BenchTextures, type Job, type Jobs } from './bench-job'

/** What all is compared with. */
export async function copyJobs(device: GPUDevice, width: number, height: number): Promise<Jobs> {
  const textures = new BenchTextures(device)
  const [look, output] = [textures.colourful(width, height), textures.make(width, height)]
  const copy = await Copy.create(device)
  const full = `${width}×${height}`
  return {
    jobs: [{ name: 'copy', work: `${full} → ${full}`, encode: (e) => copy.encode(e, look, output) }],
    destroy: () => {
      copy.destroy()
      textures.destroy()
    },
  }
}

/** A few kernels that every film is drawn with, and three whole styles. */
export async function fewJobs(device: GPUDevice, width: number, height: number): Promise<Jobs> {
  const textures = new BenchTextures(device)
  const look = textures.colourful(width, height)
  const output = textures.make(width, height)
  const nes = styleByName('nes')
  const own = nes.resolution!
  const light = textures.make(own.width, own.height, 'rgba16uint')
  const picture = textures.make(own.width, own.height, 'rgba8unorm')
  const palettes = new PaletteBuffers(device)
  const grid = await CandidateGrid.create(device, palettes)
  const [area, encodeSrgb, quantise, upscale, hash] = await Promise.all([
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
    for (const made of [area, encodeSrgb, quantise, grid, palettes, upscale, hash, ...engines.map(({ engine }) => engine), textures])
      made.destroy()
  }
  return { jobs, destroy }
}
