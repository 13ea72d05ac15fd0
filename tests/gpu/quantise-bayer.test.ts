import { beforeAll, describe, expect, test } from 'vitest'
import { GAME_BOY_DMG, NES_2C02 } from '../../src/departments/retro'
import { random } from '../../src/film'
import { QuantiseBayer } from '../../src/render/kernels'
import { areaDownscale } from '../reference/area-downscale'
import { firstDifference, type LightPicture, type Picture } from '../reference/picture'
import { flatPicture, noiseLight, noisePicture, rampPicture } from '../reference/pictures'
import { quantiseBayer } from '../reference/quantise-bayer'
import { download, makeTexture, requireDevice, submit, uploadLight } from './gpu'

type Options = Parameters<QuantiseBayer['configure']>[0]

let device: GPUDevice
let kernel: QuantiseBayer

beforeAll(async () => {
  device = await requireDevice('quantise-bayer')
  kernel = await QuantiseBayer.create(device)
})

async function onGpu(source: LightPicture, options: Options): Promise<Picture> {
  const target = makeTexture(device, source.width, source.height)
  kernel.configure(options, source.width, source.height)
  await submit(device, (encoder) => kernel.encode(encoder, uploadLight(device, source), target))
  return download(device, target)
}

function onCpu(source: LightPicture, { palette, distance, dither, grade }: Options): Picture {
  return quantiseBayer(source, {
    palette,
    distance,
    bayer: dither.kind === 'none' ? 1 : dither.size,
    strength: Math.round(dither.strength * 256),
    penalty: Math.round(dither.contrastPenalty * 256),
    exposure: Math.round(grade.exposure * 256),
    saturation: Math.round(grade.saturation * 256),
    edges: Math.round(grade.edges * 256),
  })
}

const lightOf = (picture: Picture): LightPicture => areaDownscale(picture, { x: 0, y: 0, ...picture }, picture.width, picture.height)

const randomPalette = (key: string, count: number): string[] => {
  const { rgba } = noisePicture(key, count, 1)
  return Array.from(
    { length: count },
    (_, i) => `#${[...rgba.subarray(i * 4, i * 4 + 3)].map((c) => c.toString(16).padStart(2, '0')).join('')}`,
  )
}

const none = { kind: 'none', size: 2, strength: 0, contrastPenalty: 0 } as const
const bayer = (size: 2 | 4 | 8 | 16, strength = 1, contrastPenalty = 0.08) => ({ kind: 'bayer', size, strength, contrastPenalty }) as const
const grade = { exposure: 1, saturation: 1, edges: 0 }
const punchy = { exposure: 1.4, saturation: 1.7, edges: 0.8 }

describe('quantise-bayer equals its reference', () => {
  const ramps = lightOf(rampPicture(64, 45))
  const cases: readonly (readonly [string, LightPicture, Options])[] = [
    ['no dither', ramps, { palette: NES_2C02, distance: 'oklab', dither: none, grade }],
    ['no dither, sRGB', ramps, { palette: NES_2C02, distance: 'srgb', dither: none, grade }],
    ['Bayer 2', ramps, { palette: NES_2C02, distance: 'oklab', dither: bayer(2), grade }],
    ['Bayer 4, graded', ramps, { palette: NES_2C02, distance: 'oklab', dither: bayer(4), grade: punchy }],
    ['Bayer 8, weak, sRGB', ramps, { palette: NES_2C02, distance: 'srgb', dither: bayer(8, 0.4), grade }],
    ['Bayer 16', ramps, { palette: NES_2C02, distance: 'oklab', dither: bayer(16), grade }],
    ['tone', ramps, { palette: GAME_BOY_DMG, distance: 'tone', dither: bayer(4), grade }],
    ['linear light', ramps, { palette: NES_2C02, distance: 'linear', dither: bayer(4), grade }],
    ['noise', noiseLight('n', 33, 31), { palette: NES_2C02, distance: 'oklab', dither: bayer(4), grade: punchy }],
    ['256 colours', noiseLight('m', 19, 17), { palette: randomPalette('p', 256), distance: 'oklab', dither: bayer(8), grade }],
    ['one colour', noiseLight('o', 9, 9), { palette: ['#804020'], distance: 'oklab', dither: bayer(4), grade }],
    ['one pixel', noiseLight('s', 1, 1), { palette: NES_2C02, distance: 'oklab', dither: bayer(16), grade }],
    ['one shade in tone', noiseLight('t', 5, 5), { palette: ['#336699'], distance: 'tone', dither: bayer(2), grade }],
    ['black', lightOf(flatPicture(17, 9, [0, 0, 0])), { palette: NES_2C02, distance: 'oklab', dither: bayer(4), grade }],
    ['white', lightOf(flatPicture(17, 9, [255, 255, 255])), { palette: NES_2C02, distance: 'srgb', dither: bayer(4), grade }],
    // Far apart and equally far: the largest numbers, and the tie rule.
    [
      'extremes',
      noiseLight('x', 32, 32),
      {
        palette: ['#000000', '#ffffff', '#ff0000', '#00ff00', '#0000ff', '#00ffff', '#ff00ff', '#ffff00'],
        distance: 'srgb',
        dither: bayer(16),
        grade: { exposure: 4, saturation: 3, edges: 4 },
      },
    ],
    [
      'ties',
      lightOf(flatPicture(16, 16, [128, 128, 128])),
      { palette: ['#708080', '#908080', '#807080', '#809080'], distance: 'srgb', dither: bayer(8), grade },
    ],
  ]
  test.each(cases)('%s', async (_, source, options) => {
    expect(firstDifference(await onGpu(source, options), onCpu(source, options))).toBeNull()
  })

  test('thirty random styles', async () => {
    for (let i = 0; i < 30; i++) {
      const { pick, int, range } = random(`style ${i}`)
      const options: Options = {
        palette: randomPalette(`palette ${i}`, int(1, 24)),
        distance: pick(['oklab', 'srgb', 'linear', 'tone'] as const),
        dither: {
          kind: pick(['bayer', 'bayer', 'none'] as const),
          size: pick([2, 4, 8, 16] as const),
          strength: range(0, 1),
          contrastPenalty: range(0, 0.2),
        },
        grade: { exposure: range(0.25, 4), saturation: range(0, 3), edges: pick([0, range(0, 4)]) },
      }
      const source = i % 2 ? noiseLight(`light ${i}`, int(1, 20), int(1, 20)) : ramps
      expect(firstDifference(await onGpu(source, options), onCpu(source, options)), `style ${i}`).toBeNull()
    }
  })

  test('a colour of the palette stays itself, dithered or not', async () => {
    const source = lightOf({
      width: 54,
      height: 4,
      rgba: flatPicture(54, 4, [0, 0, 0]).rgba.map((_, i) => channel(NES_2C02[Math.floor(i / 4) % 54]!, i % 4)),
    })
    const got = await onGpu(source, { palette: NES_2C02, distance: 'oklab', dither: bayer(4), grade })
    expect([...got.rgba]).toEqual([...got.rgba].map((_, i) => channel(NES_2C02[Math.floor(i / 4) % 54]!, i % 4)))
  })

  test('dither keeps the mean light of a grey between black and white', async () => {
    const source = lightOf(flatPicture(64, 64, [110, 110, 110]))
    const { rgba } = await onGpu(source, { palette: ['#000000', '#ffffff'], distance: 'oklab', dither: bayer(16), grade })
    const share = rgba.filter((value, i) => i % 4 === 0 && value === 255).length / (64 * 64)
    expect(Math.abs(share - source.light[0]! / 65535)).toBeLessThan(0.01)
  })

  test('must fail: another strength is told apart', async () => {
    const got = await onGpu(ramps, { palette: NES_2C02, distance: 'oklab', dither: bayer(4), grade })
    expect(firstDifference(got, onCpu(ramps, { palette: NES_2C02, distance: 'oklab', dither: bayer(4, 0.9), grade }))).not.toBeNull()
  })

  test('refuses palettes it cannot hold', () => {
    const options = { distance: 'oklab', dither: none, grade } as const
    expect(() => kernel.configure({ ...options, palette: [] }, 1, 1)).toThrow(RangeError)
    expect(() => kernel.configure({ ...options, palette: ['red'] }, 1, 1)).toThrow(/palette.0/)
  })
})

function channel(hex: string, i: number): number {
  return i === 3 ? 255 : Number.parseInt(hex.slice(1 + 2 * i, 3 + 2 * i), 16)
}
