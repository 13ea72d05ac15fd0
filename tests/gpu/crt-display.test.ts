import { beforeAll, describe, expect, test, vi } from 'vitest'
import { Crt, DISPLAYS, type Rect } from '../../src/departments/retro'
import { CrtDisplay } from '../../src/render/kernels'
import { crtPicture, greatestDifference } from '../reference/crt'
import { firstDifference, type Picture } from '../reference/picture'
import { flatPicture, noisePicture, rampPicture } from '../reference/pictures'
import { download, makeTexture, requireDevice, submit, upload } from './gpu'

let device: GPUDevice
let display: CrtDisplay

beforeAll(async () => {
  device = await requireDevice('crt-display')
  display = await CrtDisplay.create(device)
})

type Fields = Partial<Omit<Crt, 'kind'>>
const crtOf = (fields: Fields): Crt => Crt.parse({ kind: 'crt', ...fields })
const bare = { bloom: 0, halation: 0, vignette: 0, corner: 0 } as const
const tubes = DISPLAYS.flatMap(({ id, display }) => (display.kind === 'crt' ? [[id, display] as const] : []))

async function show(
  crt: Crt,
  pictures: readonly Picture[],
  rect: Rect,
  frame = 0,
  [width, height] = [rect.width, rect.height],
): Promise<Picture> {
  const output = makeTexture(device, width, height)
  display.configure(crt, pictures[0]!, rect)
  display.setFrame(frame)
  const textures = pictures.map((picture) => upload(device, picture))
  await submit(device, (encoder) => display.encode(encoder, textures, output))
  const shown = await download(device, output)
  for (const texture of [...textures, output]) texture.destroy()
  return shown
}

const decode = (code: number): number => (code / 255 <= 0.04045 ? code / 255 / 12.92 : ((code / 255 + 0.055) / 1.055) ** 2.4)

/** Mean light of all channels in the middle of a picture: a margin's width off its edges, in whole rows and triads. */
function meanLight({ width, height, rgba }: Picture, margin: number): number {
  let sum = 0
  let count = 0
  for (let y = margin; y < height - margin; y++)
    for (let x = margin; x < width - margin; x++)
      for (let c = 0; c < 3; c++) {
        sum += decode(rgba[(y * width + x) * 4 + c]!)
        count++
      }
  return sum / count
}

const rowLight = ({ width, height, rgba }: Picture): number[] =>
  Array.from({ length: height }, (_, y) => meanLight({ width, height: 1, rgba: rgba.slice(y * width * 4, (y + 1) * width * 4) }, 0))

const whole = (width: number, height: number): Rect => ({ x: 0, y: 0, width, height })

describe('the tube is what its reference says, within two code values', () => {
  const noise = noisePicture('crt', 9, 8)
  const ramp = rampPicture(10, 7)
  test.each<readonly [string, Picture, Fields]>([
    ['beam', ramp, { ...bare, mask: 'none' }],
    ['beam of noise', noise, { ...bare, mask: 'none', spot: 0.3 }],
    ['narrow beam', noise, { ...bare, mask: 'none', beamDark: 0.2, beamBright: 0.3 }],
    ['wide beam', ramp, { ...bare, mask: 'none', beamDark: 0.5, beamBright: 0.7, spot: 0.8 }],
    ['grille', ramp, { ...bare, maskPitch: 3, maskStrength: 0.7 }],
    ['corners and vignette', ramp, { ...bare, mask: 'none', corner: 0.15, vignette: 0.5 }],
    ['bent', ramp, { ...bare, maskPitch: 3, curvature: 0.1, corner: 0.05 }],
  ])('%s', async (_, picture, fields) => {
    const rect = { x: 5, y: 3, width: picture.width * 5, height: picture.height * 4 }
    const size = [rect.width + 9, rect.height + 7] as [number, number]
    const crt = crtOf(fields)
    const got = await show(crt, [picture], rect, 0, size)
    const want = crtPicture(crt, picture, rect, ...size)
    // Bent, columns are interpolated, which so small a display shows.
    expect(greatestDifference(got, want)).toBeLessThanOrEqual(crt.curvature > 0 ? 4 : 2)
  })

  test('must fail: another beam is told apart', async () => {
    const crt = crtOf({ ...bare, mask: 'none' })
    const got = await show(crt, [ramp], whole(40, 28))
    expect(greatestDifference(got, crtPicture({ ...crt, beamBright: 0.5 }, ramp, whole(40, 28), 40, 28))).toBeGreaterThan(2)
  })
})

describe('light', () => {
  test.each(tubes)('%s keeps the brightness of greys', async (_, preset) => {
    const crt = { ...preset, vignette: 0, curvature: 0, corner: 0, brightness: 1, phosphor: 'colour' as const, signal: 'rgb' as const }
    for (const code of [40, 128, 200, 255]) {
      const got = meanLight(await show(crt, [flatPicture(40, 40, [code, code, code])], whole(160, 120)), 12)
      expect(got / decode(code), `grey ${code}`).toBeGreaterThan(0.9)
      expect(got / decode(code), `grey ${code}`).toBeLessThan(1.1)
    }
  })

  test.each(tubes.filter(([, { signal }]) => signal !== 'rf'))('%s keeps black black', async (_, crt) => {
    const { rgba } = await show(crt, [flatPicture(16, 15, [0, 0, 0])], whole(48, 45))
    expect(rgba.every((value, i) => value === (i % 4 === 3 ? 255 : 0))).toBe(true)
  })

  test('bloom and halation spread light that the dark takes up, and add none', async () => {
    const half: Picture = { width: 40, height: 40, rgba: flatPicture(40, 40, [0, 0, 0]).rgba.map((v, i) => (i % 160 < 80 ? 160 : v)) }
    const crt = crtOf({ ...bare, mask: 'none' })
    const [without, bloomed] = [
      await show(crt, [half], whole(120, 120)),
      await show({ ...crt, bloom: 0.3, halation: 0.2 }, [half], whole(120, 120)),
    ]
    const light = (picture: Picture, x: number) => decode(picture.rgba[(60 * 120 + x) * 4]!)
    expect(light(without, 64)).toBe(0)
    expect(light(bloomed, 64)).toBeGreaterThan(0.005)
    expect(light(bloomed, 61)).toBeGreaterThan(light(bloomed, 66))
    expect(meanLight(bloomed, 0) / meanLight(without, 0)).toBeCloseTo(1, 1)
  })

  test('one phosphor shows one colour', async () => {
    const { rgba } = await show(crtOf({ ...bare, mask: 'none', phosphor: 'amber' }), [rampPicture(16, 15)], whole(64, 60))
    for (let i = 0; i < rgba.length; i += 4) {
      expect(rgba[i]!).toBeGreaterThanOrEqual(rgba[i + 1]!)
      expect(rgba[i + 1]!).toBeGreaterThanOrEqual(rgba[i + 2]!)
    }
  })
})

describe('mask and lines', () => {
  test.each([
    ['aperture', 3, 3],
    ['aperture', 5, 5],
    ['slot', 3, 6],
    ['shadow', 4, 4],
  ] as const)('%s of pitch %i repeats after %i pixels and no sooner', async (mask, maskPitch, period) => {
    const { rgba, width } = await show(
      crtOf({ ...bare, mask, maskPitch, maskStrength: 0.8 }),
      [flatPicture(40, 12, [120, 120, 120])],
      whole(120, 48),
    )
    const differs = (by: number) => {
      let most = 0
      for (let y = 8; y < 40; y++)
        for (let x = 12; x < 96; x++)
          for (let c = 0; c < 3; c++) most = Math.max(most, Math.abs(rgba[(y * width + x) * 4 + c]! - rgba[(y * width + x + by) * 4 + c]!))
      return most
    }
    expect(differs(period)).toBeLessThanOrEqual(1)
    for (let by = 1; by < period; by++) expect(differs(by), `by ${by}`).toBeGreaterThan(8)
  })

  test.each([
    [240, 720, 12],
    [240, 1080, 18],
    [224, 720, 45],
    [200, 720, 18],
    [400, 720, 9],
    [480, 1080, 9],
  ])('a grey of %i lines on %i shows no bands wider than its lines', async (lines, height, window) => {
    const rows = rowLight(await show(crtOf({ ...bare, mask: 'none' }), [flatPicture(4, lines, [150, 150, 150])], whole(4, height)))
    const inner = rows.slice(window, -window)
    const sums = inner.slice(0, 1 - window).map((_, i) => inner.slice(i, i + window).reduce((a, b) => a + b) / window)
    expect((Math.max(...sums) - Math.min(...sums)) / sums[0]!).toBeLessThan(0.005)
    // The lines themselves are seen where there is room for them.
    const contrast = 1 - Math.min(...inner) / Math.max(...inner)
    if (height / lines >= 3) expect(contrast).toBeGreaterThan(0.12)
    if (height / lines < 2) expect(contrast).toBeLessThan(0.06)
  })
})

describe('time', () => {
  const picture = flatPicture(24, 12, [110, 110, 110])
  const size = whole(72, 48)

  test('interlace brings every other line, by turns, and keeps the light', async () => {
    const crt = crtOf({ ...bare, mask: 'none', interlace: true })
    const [even, odd, again] = [
      await show(crt, [picture], size, 0),
      await show(crt, [picture], size, 1),
      await show(crt, [picture], size, 2),
    ]
    expect(firstDifference(even, again)).toBeNull()
    const line = (shown: Picture, index: number) =>
      rowLight(shown)
        .slice(index * 4, index * 4 + 4)
        .reduce((a, b) => a + b)
    expect(line(even, 4)).toBeGreaterThan(1.3 * line(even, 5))
    expect(line(odd, 5)).toBeGreaterThan(1.3 * line(odd, 4))
    const plain = meanLight(await show({ ...crt, interlace: false }, [picture], size), 8)
    expect(meanLight(even, 8) / plain).toBeCloseTo(1, 1)
    expect(meanLight(odd, 8) / plain).toBeCloseTo(1, 1)
  })

  test('without persistence what was before is not seen; with it, still pictures stay as they are', async () => {
    const [now, before] = [noisePicture('now', 24, 12), noisePicture('before', 24, 12)]
    const crt = crtOf({ bloom: 0.1 })
    const alone = await show(crt, [now], size)
    expect(firstDifference(await show(crt, [now, before, before, before], size), alone)).toBeNull()
    const lasting = { ...crt, persistence: 0.6 }
    expect(firstDifference(await show(lasting, [now, now, now, now], size), alone)).toBeNull()
    const black = flatPicture(24, 12, [0, 0, 0])
    const white = flatPicture(24, 12, [255, 255, 255])
    const [one, two] = [await show(lasting, [black, white], size), await show(lasting, [black, black, white], size)]
    expect(meanLight(one, 8)).toBeGreaterThan(1.4 * meanLight(two, 8))
    expect(meanLight(two, 8)).toBeGreaterThan(0.1)
  })
})

describe('cable', () => {
  const clear = { ...bare, mask: 'none' } as const

  test.each(['s-video', 'composite'] as const)('%s: a grey is grey, a flat colour keeps its hue', async (signal) => {
    for (const width of [256, 320, 160]) {
      const { rgba } = await show(crtOf({ ...clear, signal }), [flatPicture(width, 3, [128, 128, 128])], whole(width, 12))
      for (let i = 6 * width * 4; i < 7 * width * 4; i += 4) {
        expect(Math.abs(rgba[i]! - rgba[i + 1]!), `${width} wide`).toBeLessThanOrEqual(1)
        expect(Math.abs(rgba[i + 2]! - rgba[i + 1]!), `${width} wide`).toBeLessThanOrEqual(1)
      }
    }
    const colour = await show(crtOf({ ...clear, signal }), [flatPicture(256, 3, [180, 90, 60])], whole(256, 12))
    const plain = await show(crtOf(clear), [flatPicture(256, 3, [180, 90, 60])], whole(256, 12))
    for (let c = 0; c < 3; c++)
      expect(Math.abs(colour.rgba[(6 * 256 + 128) * 4 + c]! - plain.rgba[(6 * 256 + 128) * 4 + c]!)).toBeLessThan(10)
  })

  test('fine white lines gain colour on one wire, none on two', async () => {
    const stripes: Picture = { width: 256, height: 3, rgba: flatPicture(256, 3, [0, 0, 0]).rgba.map((v, i) => (i % 12 < 4 ? 255 : v)) }
    const colourful = ({ rgba, width }: Picture) => {
      let most = 0
      for (let i = (6 * width + 40) * 4; i < (7 * width - 40) * 4; i += 4) most = Math.max(most, Math.abs(rgba[i]! - rgba[i + 2]!))
      return most
    }
    expect(colourful(await show(crtOf({ ...clear, signal: 'composite' }), [stripes], whole(256, 12)))).toBeGreaterThan(40)
    expect(colourful(await show(crtOf({ ...clear, signal: 's-video' }), [stripes], whole(256, 12)))).toBeLessThanOrEqual(2)
  })

  test('dots stand still unless they are to crawl; noise goes by the frame alone', async () => {
    const picture = noisePicture('dots', 64, 4)
    const at = (fields: Fields, frame: number) => show(crtOf({ ...clear, ...fields }), [picture], whole(128, 16), frame)
    const still = await at({ signal: 'composite' }, 0)
    expect(firstDifference(await at({ signal: 'composite' }, 1), still)).toBeNull()
    expect(firstDifference(await at({ signal: 'composite', crawl: true }, 1), still)).not.toBeNull()
    const noise = await at({ signal: 'rf' }, 5)
    expect(firstDifference(await at({ signal: 'rf' }, 6), noise)).not.toBeNull()
    expect(firstDifference(await at({ signal: 'rf' }, 5), noise)).toBeNull()
  })
})

describe('use', () => {
  test('a tube whose light does not stray shows none of one whose light did', async () => {
    const picture = noisePicture('stray', 24, 12)
    const alone = await show(crtOf(bare), [picture], whole(72, 48))
    await show(crtOf({ bloom: 0.4, halation: 0.3 }), [picture], whole(72, 48))
    expect(firstDifference(await show(crtOf(bare), [picture], whole(72, 48)), alone)).toBeNull()
  })

  test('a steady frame makes no GPU object, a switch no pipeline', async () => {
    const pictures = Array.from({ length: 4 }, () => upload(device, rampPicture(32, 24)))
    const [picture] = pictures as [GPUTexture]
    const output = makeTexture(device, 128, 96)
    const crt = crtOf({ curvature: 0.05, persistence: 0.3, signal: 'composite' })
    display.configure(crt, picture, whole(128, 96))
    // Pictures take turns, as a style's own do.
    const frame = () => {
      pictures.push(pictures.shift() as GPUTexture)
      return submit(device, (encoder) => display.encode(encoder, pictures, output))
    }
    await frame()
    const made = (['createBuffer', 'createBindGroup', 'createTexture', 'createComputePipeline', 'createComputePipelineAsync'] as const).map(
      (name) => vi.spyOn(device, name),
    )
    display.setFrame(1)
    await frame()
    for (const spy of made) expect(spy).not.toHaveBeenCalled()
    display.configure(crtOf({ mask: 'slot' }), picture, whole(96, 72))
    await frame()
    for (const spy of made.slice(2)) expect(spy).not.toHaveBeenCalled()
    for (const spy of made) spy.mockRestore()
  })

  test('names what is wrong', async () => {
    const fresh = await CrtDisplay.create(device)
    expect(() => fresh.setFrame(0)).toThrow(/configure first/)
    expect(() => fresh.configure(crtOf({}), { width: 0, height: 4 }, whole(8, 8))).toThrow(RangeError)
    fresh.configure(crtOf({}), { width: 8, height: 8 }, whole(24, 24))
    const encoder = device.createCommandEncoder()
    expect(() => fresh.encode(encoder, [], makeTexture(device, 24, 24))).toThrow(/at least one picture/)
    expect(() => fresh.encode(encoder, [makeTexture(device, 9, 8)], makeTexture(device, 24, 24))).toThrow(/picture 0 is 9×8/)
    fresh.destroy()
  })
})
