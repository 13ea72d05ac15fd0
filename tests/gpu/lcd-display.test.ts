import { beforeAll, describe, expect, test, vi } from 'vitest'
import { DISPLAYS, Lcd, type Rect } from '../../src/departments/retro'
import { LcdDisplay } from '../../src/render/kernels'
import { greatestDifference } from '../reference/crt'
import { firstDifference, type Picture } from '../reference/picture'
import { flatPicture, noisePicture, rampPicture } from '../reference/pictures'
import { download, makeTexture, requireDevice, submit, upload } from './gpu'

let device: GPUDevice
let display: LcdDisplay

beforeAll(async () => {
  device = await requireDevice('lcd-display')
  display = await LcdDisplay.create(device)
})

const plain = { grid: 0, shadow: 0, ghosting: 0 } as const
const lcdOf = (fields: Partial<Omit<Lcd, 'kind'>>): Lcd => Lcd.parse({ kind: 'lcd', ...fields })
const whole = (width: number, height: number): Rect => ({ x: 0, y: 0, width, height })

async function show(lcd: Lcd, pictures: readonly Picture[], rect: Rect, [width, height] = [rect.width, rect.height]): Promise<Picture> {
  const output = makeTexture(device, width, height)
  display.configure(lcd, pictures[0]!, rect)
  await submit(device, (encoder) =>
    display.encode(
      encoder,
      pictures.map((picture) => upload(device, picture)),
      output,
    ),
  )
  return download(device, output)
}

const at = ({ rgba, width }: Picture, x: number, y: number): number[] => [...rgba.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)]

describe('a handheld screen', () => {
  const picture = noisePicture('lcd', 13, 11)

  test('without grid and ghosting repeats pixels, black around', async () => {
    const got = await show(lcdOf(plain), [picture], { x: 3, y: 2, width: 65, height: 55 }, [70, 60])
    for (let y = 0; y < 60; y++)
      for (let x = 0; x < 70; x++) {
        const inside = x >= 3 && y >= 2 && x < 68 && y < 57
        const want = inside ? at(picture, Math.floor((x - 3) / 5), Math.floor((y - 2) / 5)) : [0, 0, 0]
        for (let c = 0; c < 3; c++) expect(Math.abs(at(got, x, y)[c]! - want[c]!), `(${x}, ${y})`).toBeLessThanOrEqual(1)
      }
  })

  test('has gaps of the said darkness between pixels that keep their colour', async () => {
    const flat = flatPicture(8, 8, [200, 120, 40])
    const got = await show(lcdOf({ ...plain, grid: 1 }), [flat], whole(160, 160))
    expect(at(got, 70, 70)).toEqual([200, 120, 40])
    expect(at(got, 60, 70)).toEqual([0, 0, 0])
    const faint = await show(lcdOf({ ...plain, grid: 0.2 }), [flat], whole(160, 160))
    expect(at(faint, 60, 70)[0]!).toBeGreaterThan(150)
    expect(at(faint, 60, 70)[0]!).toBeLessThan(200)
  })

  test('at the size of its pixels is the picture, whatever its grid', async () => {
    const got = await show(lcdOf({ ...plain, grid: 1, stripes: true }), [picture], whole(13, 11))
    expect(greatestDifference(got, picture)).toBeLessThanOrEqual(1)
  })

  test.each([2.2, 2.5, 3.3, 4.5])('a flat field has no bands wider than its pixels at %f', async (scale) => {
    const size = Math.round(60 * scale)
    const got = await show(lcdOf({ ...plain, grid: 0.8 }), [flatPicture(4, 60, [150, 150, 150])], whole(16, size))
    const rows = Array.from({ length: size }, (_, y) => (at(got, 2, y)[0]! / 255) ** 2.2)
    const window = Math.round(10 * scale)
    const sums = rows.slice(0, -window).map((_, i) => rows.slice(i, i + window).reduce((a, b) => a + b) / window)
    expect((Math.max(...sums) - Math.min(...sums)) / sums[0]!).toBeLessThan(0.02)
  })

  test('stripes are red, green, blue, and keep most of the light of greys', async () => {
    const got = await show(lcdOf({ ...plain, stripes: true }), [flatPicture(6, 6, [110, 110, 110])], whole(108, 108))
    const [left, middle, right] = [at(got, 57, 60), at(got, 63, 60), at(got, 69, 60)]
    expect(left[0]!).toBeGreaterThan(left[1]! + 20)
    expect(middle[1]!).toBeGreaterThan(middle[0]! + 20)
    expect(right[2]!).toBeGreaterThan(right[0]! + 20)
    expect(Math.max(...left)).toBeGreaterThan(110)
  })

  test('without ghosting what was before is not seen; with it, still pictures stay', async () => {
    const before = noisePicture('before', 13, 11)
    const size = whole(39, 33)
    const alone = await show(lcdOf(plain), [picture], size)
    expect(firstDifference(await show(lcdOf(plain), [picture, before, before], size), alone)).toBeNull()
    const slow = lcdOf({ ...plain, ghosting: 0.6 })
    for (const count of [1, 2, 3, 4])
      expect(greatestDifference(await show(slow, Array<Picture>(count).fill(picture), size), alone)).toBeLessThanOrEqual(1)
    expect(firstDifference(await show(slow, [picture, before], size), alone)).not.toBeNull()
  })

  test('a reflector shows in the gaps, and takes shadow to the right of what is dark', async () => {
    const half: Picture = {
      width: 8,
      height: 8,
      rgba: flatPicture(8, 8, [200, 200, 200]).rgba.map((v, i) => (i % 32 < 16 && i % 4 < 3 ? 10 : v)),
    }
    const got = await show(lcdOf({ ...plain, grid: 0, reflective: true, tint: '#ffffff', shadow: 0.5 }), [half], whole(160, 160))
    expect(at(got, 40, 70)[0]!).toBeGreaterThan(at(got, 50, 70)[0]! + 60)
    expect(at(got, 86, 70)[0]!).toBeLessThan(at(got, 95, 70)[0]! - 8)
  })

  test.each(DISPLAYS.flatMap(({ id, display }) => (display.kind === 'lcd' ? [[id, display] as const] : [])))(
    '%s shows a ramp',
    async (_, lcd) => {
      const got = await show(lcd, [rampPicture(20, 18)], whole(80, 72))
      expect(new Set(got.rgba).size).toBeGreaterThan(40)
    },
  )

  test('a steady frame makes no GPU object; wrong use is named', async () => {
    const textures = [upload(device, picture), upload(device, picture)]
    const output = makeTexture(device, 52, 44)
    display.configure(lcdOf({}), picture, whole(52, 44))
    // Pictures take turns, as a style's own do.
    const frame = () => {
      textures.reverse()
      return submit(device, (encoder) => display.encode(encoder, textures, output))
    }
    await frame()
    const made = (['createBuffer', 'createBindGroup', 'createTexture', 'createComputePipelineAsync'] as const).map((name) =>
      vi.spyOn(device, name),
    )
    await frame()
    for (const spy of made) {
      expect(spy).not.toHaveBeenCalled()
      spy.mockRestore()
    }
    expect(() => display.encode(device.createCommandEncoder(), [output], output)).toThrow(/picture 0 is 52×44/)
    expect(() => display.configure(lcdOf({}), { width: 1.5, height: 2 }, whole(8, 8))).toThrow(RangeError)
  })
})
