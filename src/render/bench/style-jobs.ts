import { Crt, Dither, diffuseSerpentine, Ink as InkStyle, Lcd, type Probe, paletteSetFor, styleByName } from '../../departments/retro'
import {
  CandidateGrid,
  ChooseCells,
  CrtDisplay,
  Diffuse,
  GradeLight,
  Ham,
  Ink,
  LcdDisplay,
  Levels,
  PaletteBuffers,
  PaletteFromPicture,
  Pixelate,
  Quantise,
} from '../kernels'
import { BenchTextures, colourful, type Job, type Jobs } from './bench-job'
import { serialFloydSteinberg } from './serial-diffusion'

/** Names of jobs that others are compared with. */
const ORDERED_16 = 'ordered 16'
const TUBE = 'crt'

const TUBE_PIXELS = { width: 320, height: 240 }
const HANDHELD_PIXELS = { width: 160, height: 144 }
/** A machine's pixels at the bench's aspect. */
const SMALL_LINES = 240
const CELL_MACHINES = ['nes', 'zx-spectrum', 'c64'] as const
const PAINTS = ['cel', 'oil', 'pencil', 'stipple'] as const

/** Kernels that make a style, by what they do; `serial` is the same in JavaScript. */
export const STYLE_GROUPS = ['colours', 'machines', 'pixels', 'displays', 'paints', 'serial'] as const
export type StyleGroup = (typeof STYLE_GROUPS)[number]

type MakeJobs = (device: GPUDevice, textures: BenchTextures, width: number, height: number) => Jobs | Promise<Jobs>
const MAKERS: Readonly<Record<StyleGroup, MakeJobs>> = {
  colours: colourJobs,
  machines: machineJobs,
  pixels: pixelJobs,
  displays: displayJobs,
  paints: paintJobs,
  serial: (_device, _textures, width, height) => serialJobs(width, height),
}

/** The kernels of these groups, each apart. */
export async function styleJobs(device: GPUDevice, width: number, height: number, groups: readonly string[]): Promise<Jobs> {
  const textures = new BenchTextures(device)
  const made: Jobs[] = []
  for (const group of STYLE_GROUPS) if (groups.includes(group)) made.push(await MAKERS[group](device, textures, width, height))
  const destroy = () => {
    for (const { destroy } of made) destroy()
    textures.destroy()
  }
  return { jobs: made.flatMap(({ jobs }) => jobs), destroy }
}

/** Colours of a palette, dithered and diffused, at the bench's size. */
async function colourJobs(device: GPUDevice, textures: BenchTextures, width: number, height: number): Promise<Jobs> {
  const palettes = new PaletteBuffers(device)
  const grid = await CandidateGrid.create(device, palettes)
  const [quantise, diffuse, levels] = await Promise.all([
    Quantise.create(device, palettes, grid),
    Diffuse.create(device, palettes, grid),
    Levels.create(device),
  ])
  const [light, picture] = [textures.light(width, height), textures.make(width, height)]
  const work = `${width}×${height}`
  const bayer = Dither.parse({ kind: 'bayer', size: 8 })
  const ordered = (name: string, count: number, dither: Dither, against?: string): Job => {
    const set = { colours: spreadColours(count) }
    return {
      name,
      work: `${work}, ${count} colours`,
      ...(against ? { against } : {}),
      prepare: () => {
        palettes.set(set, 'oklab', width, height)
        quantise.configure(dither, width, height)
      },
      encode: (e) => quantise.encode(e, light, picture),
    }
  }
  const diffused = (name: string, local: boolean): Job => {
    const set = { colours: spreadColours(16) }
    const dither = { ...Dither.parse({ kind: 'floyd-steinberg', local }), kind: 'floyd-steinberg' as const }
    return {
      name,
      work: `${work}, 16 colours`,
      against: ORDERED_16,
      prepare: () => {
        palettes.set(set, 'oklab', width, height)
        diffuse.configure({ dither, distance: 'oklab' }, set, width, height)
      },
      encode: (e) => diffuse.encode(e, light, picture),
    }
  }
  return {
    jobs: [
      ordered(ORDERED_16, 16, bayer),
      ordered('ordered 256', 256, bayer, ORDERED_16),
      ordered('nearest 16', 16, Dither.parse({}), ORDERED_16),
      diffused('floyd-steinberg exact', false),
      diffused('floyd-steinberg local', true),
      {
        name: 'levels',
        work: `${work}, five bits a channel`,
        prepare: () => levels.configure({ levels: [32, 32, 32] }, bayer, width, height),
        encode: (e) => levels.encode(e, light, picture),
      },
    ],
    destroy: () => {
      for (const kernel of [quantise, diffuse, levels, grid, palettes]) kernel.destroy()
    },
  }
}

/** What machines with limits do, in their own pixels. */
async function machineJobs(device: GPUDevice, textures: BenchTextures): Promise<Jobs> {
  const palettes = new PaletteBuffers(device)
  const [cells, ham] = await Promise.all([ChooseCells.create(device, palettes), Ham.create(device, palettes)])
  const jobs = [...CELL_MACHINES, 'amiga-ham'].map((id): Job => {
    const style = styleByName(id)
    const { width, height } = style.resolution!
    const set = paletteSetFor(style, [probeOf(width, height)])!
    const light = textures.light(width, height)
    const work = `${width}×${height}`
    const configure = () => palettes.set(set, style.distance, width, height)
    if (set.ham) {
      const { bits } = set.ham
      const picture = textures.make(width, height)
      const prepare = () => {
        configure()
        ham.configure(bits, width, height)
      }
      return { name: 'ham', work, prepare, encode: (e) => ham.encode(e, light, picture) }
    }
    const prepare = () => {
      configure()
      cells.configure(style.dither, width, height)
    }
    return { name: `cells ${id}`, work: `${work}, ${set.cells!.palettes.length} palettes`, prepare, encode: (e) => cells.encode(e, light) }
  })
  const destroy = () => {
    for (const kernel of [cells, ham, palettes]) kernel.destroy()
  }
  return { jobs, destroy }
}

/** From a look to a machine's pixels, its grade, and palettes taken from it. */
async function pixelJobs(device: GPUDevice, textures: BenchTextures, width: number, height: number): Promise<Jobs> {
  const [pixelate, grade, taken] = await Promise.all([
    Pixelate.create(device),
    GradeLight.create(device),
    PaletteFromPicture.create(device),
  ])
  const look = textures.colourful(width, height)
  const small = { width: Math.max(1, Math.round((SMALL_LINES * width) / height)), height: SMALL_LINES }
  const pixels = textures.make(small.width, small.height, 'rgba16uint')
  const [light, graded] = [textures.light(width, height), textures.make(width, height, 'rgba16uint')]
  const full = `${width}×${height}`
  const destroy = () => {
    for (const kernel of [pixelate, grade, taken]) kernel.destroy()
  }
  return {
    jobs: [
      ...(['area', 'median', 'nearest', 'edge'] as const).map(
        (mode): Job => ({
          name: `pixelate ${mode}`,
          work: `${full} → ${small.width}×${small.height}`,
          prepare: () => pixelate.configure(mode, { x: 0, y: 0, width, height }, small.width, small.height),
          encode: (e) => pixelate.encode(e, look, pixels),
        }),
      ),
      {
        name: 'grade-light',
        work: full,
        prepare: () =>
          grade.configure({ exposure: 1.2, contrast: 1.3, saturation: 1.4, edges: 0.5, levels: 0, equalise: 0 }, 6, width, height),
        encode: (e) => grade.encode(e, light, graded),
      },
      ...(['k-means', 'median-cut'] as const).map(
        (method): Job => ({
          name: `palette ${method}`,
          work: `${full}, 16 colours, read back`,
          run: async () => {
            await taken.run(look, { colours: 16, method })
          },
        }),
      ),
    ],
    destroy,
  }
}

/** Tubes and handheld screens that fill the bench's size. */
async function displayJobs(device: GPUDevice, textures: BenchTextures, width: number, height: number): Promise<Jobs> {
  const [crt, lcd] = await Promise.all([CrtDisplay.create(device), LcdDisplay.create(device)])
  const output = textures.make(width, height)
  const rect = { x: 0, y: 0, width, height }
  const pictures = Array.from({ length: 4 }, () => textures.colourful(TUBE_PIXELS.width, TUBE_PIXELS.height))
  const handheld = Array.from({ length: 4 }, () => textures.colourful(HANDHELD_PIXELS.width, HANDHELD_PIXELS.height))
  const tube = (name: string, what: string, more: object): Job => {
    const fields = Crt.parse({ kind: 'crt', curvature: 0.08, bloom: 0.12, halation: 0.03, mask: 'aperture', ...more })
    return {
      name,
      work: `${TUBE_PIXELS.width}×${TUBE_PIXELS.height} → ${width}×${height}, ${what}`,
      ...(name === TUBE ? {} : { against: TUBE }),
      prepare: () => crt.configure(fields, TUBE_PIXELS, rect),
      encode: (e) => crt.encode(e, pictures, output),
    }
  }
  return {
    jobs: [
      tube(TUBE, 'beam, mask, bloom, halation, curvature', {}),
      tube('crt composite', 'the same by composite', { signal: 'composite' }),
      tube('crt persistence', 'the same of four pictures', { persistence: 0.5 }),
      {
        name: 'lcd',
        work: `${HANDHELD_PIXELS.width}×${HANDHELD_PIXELS.height} → ${width}×${height}, grid, shadow, ghosts of three pictures`,
        prepare: () => lcd.configure(Lcd.parse({ kind: 'lcd' }), HANDHELD_PIXELS, rect),
        encode: (e) => lcd.encode(e, handheld, output),
      },
    ],
    destroy: () => {
      for (const kernel of [crt, lcd]) kernel.destroy()
    },
  }
}

/** Paints with outlines. */
async function paintJobs(device: GPUDevice, textures: BenchTextures, width: number, height: number): Promise<Jobs> {
  const ink = await Ink.create(device)
  const [look, normal, id] = [textures.colourful(width, height), textures.colourful(width, height), textures.make(width, height)]
  // Blocks of 32 pixels that are things of their own.
  const ids = Uint8Array.from({ length: width * height * 4 }, (_, i) => {
    const pixel = i >> 2
    return i % 4 === 0 ? 1 + ((((pixel % width) >> 5) + 7 * (Math.floor(pixel / width) >> 5)) % 250) : 0
  })
  device.queue.writeTexture({ texture: id }, ids, { bytesPerRow: width * 4 }, [width, height])
  const depth = textures.make(width, height, 'depth32float')
  const encoder = device.createCommandEncoder()
  const attachment = { view: depth.createView(), depthLoadOp: 'clear', depthClearValue: 0.99, depthStoreOp: 'store' } as const
  encoder.beginRenderPass({ colorAttachments: [], depthStencilAttachment: attachment }).end()
  device.queue.submit([encoder.finish()])
  const output = textures.make(width, height)
  return {
    jobs: PAINTS.map((paint): Job => {
      const style = InkStyle.parse({ paint, outline: 0.8 })
      return {
        name: `ink ${paint}`,
        work: `${width}×${height}, outlines`,
        prepare: () => ink.configure(style, width, height, { near: 0.05, far: 1200 }),
        encode: (e) => ink.encode(e, { look, normal, depth, id }, output),
      }
    }),
    destroy: () => ink.destroy(),
  }
}

/** The same on the processor, one pixel after the other. */
function serialJobs(width: number, height: number): Jobs {
  const rgba = colourful(width, height)
  const colours = spreadColours(16)
  const probe = probeOf(width, height)
  const work = `${width}×${height}, 16 colours, JavaScript`
  const options = { kind: 'floyd-steinberg', strength: 1, linear: false, distance: 'oklab' } as const
  return {
    jobs: [
      {
        name: 'floyd-steinberg serial',
        work: `${work}, sRGB`,
        against: ORDERED_16,
        run: () => {
          serialFloydSteinberg(rgba, width, height, colours)
        },
      },
      {
        name: 'floyd-steinberg serpentine',
        work: `${work}, OKLab`,
        against: ORDERED_16,
        run: () => {
          diffuseSerpentine(probe, { colours }, options)
        },
      },
    ],
    destroy: () => {},
  }
}

/** Different colours from all over the cube. */
function spreadColours(count: number): string[] {
  const colours = new Set<string>()
  for (let i = 1; colours.size < count; i++) {
    const code = Math.imul(i, 0x9e3779b1) >>> 8
    colours.add(`#${code.toString(16).padStart(6, '0')}`)
  }
  return [...colours]
}

/** The bench's picture as what palettes are settled by. */
function probeOf(width: number, height: number): Probe {
  const rgba = colourful(width, height)
  const light = Uint16Array.from({ length: width * height * 3 }, (_, i) => {
    const code = rgba[4 * Math.floor(i / 3) + (i % 3)]!
    return Math.round(65535 * (code / 255) ** 2.2)
  })
  return { width, height, light }
}
