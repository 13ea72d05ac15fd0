import { beforeAll, describe, expect, test, vi } from 'vitest'
import { cropFor, displaySize, EVEN_TONE, paletteSetFor, STYLES, Style, styleByName, type Tone } from '../../src/departments/retro'
import { StyleEngine } from '../../src/render/kernels'
import { areaDownscale } from '../reference/area-downscale'
import { encodeSrgb } from '../reference/encode-srgb'
import { gradeLight } from '../reference/grade-light'
import { firstDifference, type Picture } from '../reference/picture'
import { noisePicture, rampPicture } from '../reference/pictures'
import { bayerMatrix, quantise } from '../reference/quantise'
import { upscaleNearest } from '../reference/upscale-nearest'
import { download, makeTexture, requireDevice, submit, upload } from './gpu'

let device: GPUDevice
let engine: StyleEngine

beforeAll(async () => {
  device = await requireDevice('style-engine')
  engine = await StyleEngine.create(device)
  // As a page does at rest, a kernel at a time.
  while (await engine.warm());
})

/** A style of 26 × 24 pixels, so that the slow reference stays quick. */
const tiny = (): Style =>
  Style.parse({ ...styleByName('nes'), id: 'tiny', limits: null, display: { kind: 'plain' }, resolution: { width: 26, height: 24 } })

/** A machine's style with a quarter of its pixels across and down: the same kernels, buffers and palettes, in a sixteenth of the time. */
function small(style: Style): Style {
  if (!style.resolution) return style
  const { width, height } = style.resolution
  return { ...style, resolution: { width: Math.ceil(width / 4), height: Math.ceil(height / 4) } }
}
const SMALL = STYLES.map(small)

async function draw(style: Style, look: Picture, width: number, height: number): Promise<{ shown: Picture; native: Picture }> {
  const [source, output] = [upload(device, look), makeTexture(device, width, height)]
  engine.setStyle(style, look, { width, height }, paletteSetFor(style, []))
  await submit(device, (encoder) => engine.encode(encoder, source, output))
  return { shown: await download(device, output), native: await download(device, engine.picture) }
}

function nativeReference(style: Style, look: Picture, tone: Tone | null = null): Picture {
  const { width, height } = style.resolution!
  const light = areaDownscale(look, cropFor(style, look.width, look.height), width, height)
  if (style.palette === null) return encodeSrgb(light)
  const graded = gradeLight(light, {
    exposure: Math.round(style.grade.exposure * 256),
    saturation: Math.round(style.grade.saturation * 256),
    edges: Math.round(style.grade.edges * 256),
    contrast: style.grade.contrast,
    posterise: style.posterise,
    tone,
  })
  return quantise(graded, {
    palette: style.palette,
    distance: style.distance,
    map: bayerMatrix(style.dither.size),
    strength: Math.round(style.dither.strength * 256),
    penalty: Math.round(style.dither.contrastPenalty * 256),
  })
}

describe('style engine', () => {
  test('has the kernels of every style once it is warm, and none before', async () => {
    const cold = await StyleEngine.create(device)
    expect(STYLES.filter((style) => cold.isPrepared(style))).toEqual([])
    cold.destroy()
    expect(STYLES.filter((style) => !engine.isPrepared(style))).toEqual([])
    expect(await engine.warm()).toBe(false)
  })

  test('hollywood at the size of the look is the look, byte for byte', async () => {
    const look = noisePicture('look', 48, 28)
    const { shown, native } = await draw(styleByName('hollywood'), look, 48, 28)
    expect(firstDifference(shown, look)).toBeNull()
    expect(firstDifference(native, look)).toBeNull()
  })

  test('hollywood at half the size is the area average', async () => {
    const look = noisePicture('half', 48, 28)
    const wanted = encodeSrgb(areaDownscale(look, { x: 0, y: 0, width: 48, height: 28 }, 24, 14))
    expect(firstDifference((await draw(styleByName('hollywood'), look, 24, 14)).shown, wanted)).toBeNull()
  })

  test('a machine style crops, averages, quantises and scales as the references do, between bars', async () => {
    const [style, look] = [tiny(), rampPicture(96, 54)]
    const { shown, native } = await draw(style, look, 96, 54)
    const reference = nativeReference(style, look)
    expect(firstDifference(native, reference)).toBeNull()
    expect(engine.nativeSize).toEqual({ width: 26, height: 24 })
    const size = displaySize(style, 96, 54)
    expect(engine.displayRect).toMatchObject(size)
    expect(firstDifference(shown, upscaleNearest(reference, engine.displayRect, 96, 54))).toBeNull()
  })

  test('shown smaller than its own pixels it is averaged, not decimated', async () => {
    const [style, look] = [tiny(), rampPicture(96, 54)]
    const { shown, native } = await draw(style, look, 18, 14)
    const { displayRect } = engine
    const small = encodeSrgb(areaDownscale(native, { x: 0, y: 0, width: 26, height: 24 }, displayRect.width, displayRect.height))
    expect(firstDifference(shown, upscaleNearest(small, displayRect, 18, 14))).toBeNull()
  })

  test('a style without palette keeps all colours', async () => {
    const look = rampPicture(60, 40)
    const style = Style.parse({ ...tiny(), palette: null, limits: null, grade: { exposure: 1, saturation: 1, edges: 0 } })
    expect(firstDifference((await draw(style, look, 60, 40)).native, nativeReference(style, look))).toBeNull()
  })

  test('every style uses only colours of its palette', async () => {
    for (const style of SMALL) {
      if (!style.palette) continue
      const { native } = await draw(style, noisePicture('colours', 64, 36), 160, 120)
      const seen = new Set<string>()
      for (let i = 0; i < native.rgba.length; i += 4)
        seen.add(`#${[...native.rgba.subarray(i, i + 3)].map((c) => c.toString(16).padStart(2, '0')).join('')}`)
      expect([...seen].filter((colour) => !style.palette!.includes(colour))).toEqual([])
      expect(native).toMatchObject(style.resolution!)
    }
  })

  test('switching styles makes no pipeline; a second frame makes no GPU object but its encoder', async () => {
    const look = noisePicture('switch', 32, 18)
    const [source, output] = [upload(device, look), makeTexture(device, 32, 18)]
    const pipeline = vi.spyOn(device, 'createComputePipelineAsync')
    const pipelineNow = vi.spyOn(device, 'createComputePipeline')
    const frame = () => submit(device, (encoder) => engine.encode(encoder, source, output))
    for (const style of SMALL) {
      const palettes = paletteSetFor(style, [])
      engine.setStyle(style, look, output, palettes)
      await frame()
      const made = (['createBindGroup', 'createTexture', 'createBuffer'] as const).map((call) => vi.spyOn(device, call))
      engine.setStyle(style, look, output, palettes)
      await frame()
      for (const spy of made) expect(spy).not.toHaveBeenCalled()
      for (const spy of made) spy.mockRestore()
    }
    expect(pipeline).not.toHaveBeenCalled()
    expect(pipelineNow).not.toHaveBeenCalled()
  })

  test('a shot has its tone before the grade; another tone alone makes no GPU object', async () => {
    const [style, look] = [tiny(), rampPicture(96, 54)]
    const [source, output] = [upload(device, look), makeTexture(device, 96, 54)]
    const palettes = paletteSetFor(style, [])
    const drawn = async (tone: Tone | null) => {
      engine.setStyle(style, look, output, palettes, tone)
      await submit(device, (encoder) => engine.encode(encoder, source, output))
      return download(device, engine.picture)
    }
    const dark = EVEN_TONE.map((v) => v ** 2)
    const bright = EVEN_TONE.map((v) => v ** 0.5)
    await drawn(dark)
    const made = (['createBindGroup', 'createTexture', 'createBuffer'] as const).map((call) => vi.spyOn(device, call))
    engine.setStyle(style, look, output, palettes, bright)
    for (const spy of made) expect(spy).not.toHaveBeenCalled()
    for (const spy of made) spy.mockRestore()
    for (const tone of [bright, dark, null]) expect(firstDifference(await drawn(tone), nativeReference(style, look, tone))).toBeNull()
  })

  test('says what is wrong: no style yet, a texture of another size', async () => {
    const fresh = await StyleEngine.create(device)
    const texture = makeTexture(device, 8, 8)
    const encoder = device.createCommandEncoder()
    expect(() => fresh.encode(encoder, texture, texture)).toThrow(/setStyle first/)
    await fresh.prepare(styleByName('nes'))
    fresh.setStyle(styleByName('nes'), { width: 16, height: 8 }, { width: 8, height: 8 }, { colours: ['#000000', '#ffffff'] })
    expect(() => fresh.encode(encoder, texture, texture)).toThrow(/look is 8×8, setStyle was given 16×8/)
    fresh.destroy()
    expect(() => fresh.nativeSize).toThrow(/setStyle first/)
  })

  test('must fail: nes drawn as gameboy is told apart', async () => {
    const look = rampPicture(64, 36)
    const nes = await draw(small(styleByName('nes')), look, 64, 36)
    const gameboy = await draw(small(styleByName('gameboy')), look, 64, 36)
    expect(firstDifference(nes.shown, gameboy.shown)).not.toBeNull()
  })
})
