import { beforeAll, describe, expect, test } from 'vitest'
import { DISTANCES, type Distance, GAME_BOY_DMG, NES_2C02, ORDERED_DITHERS, type PaletteSet, patternOf } from '../../src/departments/retro'
import { random } from '../../src/film'
import { CandidateGrid, type OrderedOptions, PaletteBuffers, Quantise } from '../../src/render/kernels'
import { areaDownscale } from '../reference/area-downscale'
import { firstDifference, type LightPicture, type Picture } from '../reference/picture'
import { flatPicture, noiseLight, rampPicture } from '../reference/pictures'
import { bayerMatrix, quantise } from '../reference/quantise'
import { countCases } from './cases'
import { download, makeTexture, requireDevice, submit, uploadLight } from './gpu'

const difference = countCases('quantise', firstDifference)

type Options = {
  readonly set: PaletteSet
  readonly distance: Distance
  readonly dither: OrderedOptions
  /** Numbers of the cells' palettes, row by row. */
  readonly cells?: readonly number[]
}

let device: GPUDevice
let palettes: PaletteBuffers
let kernel: Quantise

beforeAll(async () => {
  device = await requireDevice('quantise')
  palettes = new PaletteBuffers(device)
  kernel = await Quantise.create(device, palettes, await CandidateGrid.create(device, palettes))
})

async function onGpu(source: LightPicture, { set, distance, dither, cells }: Options): Promise<Picture> {
  const target = makeTexture(device, source.width, source.height)
  palettes.set(set, distance, source.width, source.height)
  kernel.configure(dither, source.width, source.height)
  if (cells) device.queue.writeBuffer(palettes.cells, 0, Uint32Array.from(cells))
  const light = uploadLight(device, source)
  await submit(device, (encoder) => kernel.encode(encoder, light, target))
  const picture = await download(device, target)
  for (const texture of [light, target]) texture.destroy()
  return picture
}

function onCpu(source: LightPicture, { set, distance, dither, cells = [] }: Options): Picture {
  const across = set.cells ? Math.ceil(source.width / set.cells.size.width) : 0
  return quantise(source, {
    palette: set.colours,
    distance,
    map: mapOf(dither),
    strength: Math.round(dither.strength * 256),
    penalty: Math.round(dither.contrastPenalty * 256),
    ...(set.cells
      ? { cells: { ...set.cells.size, palettes: set.cells.palettes, at: (column, row) => cells[row * across + column] ?? 0 } }
      : {}),
  })
}

function mapOf(dither: OrderedOptions): number[][] | null {
  if (dither.kind === 'bayer') return bayerMatrix(dither.size)
  const pattern = patternOf(dither)
  if (!pattern) return null
  const { width, height, ranks } = pattern
  return Array.from({ length: height }, (_, y) => [...ranks.subarray(y * width, (y + 1) * width)])
}

const equal = async (source: LightPicture, options: Options, what = ''): Promise<void> =>
  expect(difference(await onGpu(source, options), onCpu(source, options)), what).toBeNull()

const lightOf = (picture: Picture): LightPicture => areaDownscale(picture, { x: 0, y: 0, ...picture }, picture.width, picture.height)

/** Different colours. */
function randomPalette(key: string, count: number, near = 255): string[] {
  const { int } = random(key)
  const colours = new Set<string>()
  while (colours.size < count) colours.add(`#${[0, 0, 0].map(() => int(0, near).toString(16).padStart(2, '0')).join('')}`)
  return [...colours]
}

const dither = (kind: OrderedOptions['kind'], more: Partial<OrderedOptions> = {}): OrderedOptions => ({
  kind,
  size: 4,
  pattern:
    kind === 'pattern'
      ? [
          [3, 9, 40, 40, 1],
          [7, 0, 2, 700, 11],
          [8, 8, 8, 5, 6],
        ]
      : null,
  strength: 1,
  contrastPenalty: 0.08,
  ...more,
})
const nes = { colours: NES_2C02 }

describe('quantise equals its reference', () => {
  const ramps = lightOf(rampPicture(32, 23))

  test.each(DISTANCES)('every dither, by %s', async (distance) => {
    for (const kind of ['none', 'atkinson', ...ORDERED_DITHERS] as const)
      await equal(ramps, { set: nes, distance, dither: dither(kind) }, kind)
    for (const size of [2, 8, 16] as const) await equal(ramps, { set: nes, distance, dither: dither('bayer', { size }) }, `Bayer ${size}`)
  })

  test.each(DISTANCES)('palettes of 1 to 256 colours, crowded and spread, by %s', async (distance) => {
    // All 256 are crowded by two distances and spread by the others: a table of their mixes takes a processor seconds.
    const most = distance === 'oklab' || distance === 'tone' ? [16] : [255]
    for (const count of [1, 2, 3, 16, 24, 32, 33, 256])
      for (const near of count === 256 ? most : count === 16 ? [255, 16] : [255]) {
        const set = { colours: randomPalette(`${distance} ${count} ${near}`, count, near) }
        await equal(noiseLight(`light ${count}`, 13, 11), { set, distance, dither: dither('bayer') }, `${count} within ${near}`)
      }
  })

  test.each(DISTANCES)('ends of what light can be, by %s', async (distance) => {
    const ends = { width: 64, height: 4, light: new Uint16Array(64 * 4 * 3) }
    ends.light.forEach((_, i) => {
      ends.light[i] = [0, 1, 65534, 65535][(Math.floor(i / 3) >> (2 * (i % 3))) & 3]!
    })
    const set = { colours: ['#000000', '#ffffff', '#ff0000', '#00ff00', '#0000ff', '#00ffff', '#ff00ff', '#ffff00'] }
    for (const kind of ['none', 'bayer', 'blue-noise'] as const)
      for (const strength of [1, 0.3, 0]) await equal(ends, { set, distance, dither: dither(kind, { strength, contrastPenalty: 0 }) }, kind)
  })

  test.each(DISTANCES)('the faintest colours, whose lightness rounds to less than none, by %s', async (distance) => {
    const faint = { width: 32, height: 8, light: new Uint16Array(32 * 8 * 3) }
    faint.light.forEach((_, i) => {
      const pixel = Math.floor(i / 3)
      faint.light[i] = [pixel >> 7, (pixel >> 6) & 1, 2 * (pixel & 63)][i % 3]!
    })
    for (const count of [3, 16, 80]) {
      const set = { colours: randomPalette(`faint ${count}`, count) }
      for (const kind of ['none', 'bayer'] as const) await equal(faint, { set, distance, dither: dither(kind) }, `${count} ${kind}`)
    }
  })

  test('adversarial sizes', async () => {
    for (const [width, height] of [
      [1, 1],
      [3, 997],
      [257, 255],
      [1, 64],
      [65, 1],
    ] as const)
      await equal(noiseLight('size', width, height), { set: { colours: GAME_BOY_DMG }, distance: 'oklab', dither: dither('pattern') })
  })

  test('ties go to the lowest place', async () => {
    const grey = lightOf(flatPicture(16, 16, [128, 128, 128]))
    const colours = ['#708080', '#908080', '#807080', '#809080']
    for (const kind of ['none', 'bayer'] as const) await equal(grey, { set: { colours }, distance: 'srgb', dither: dither(kind) })
    expect((await onGpu(grey, { set: { colours }, distance: 'srgb', dither: dither('none') })).rgba[0]).toBe(0x70)
    // Of one lightness: the same place on the ramp.
    const same = ['#336699', '#336698', '#0000ff', '#346699', '#ffff00']
    for (const kind of ['none', 'bayer', 'lines'] as const)
      await equal(ramps, { set: { colours: same }, distance: 'tone', dither: dither(kind) })
    await equal(ramps, { set: { colours: ['#336699'] }, distance: 'tone', dither: dither('bayer') })
  })

  test('twenty random styles', async () => {
    for (let i = 0; i < 20; i++) {
      const { pick, int, range } = random(`style ${i}`)
      const options: Options = {
        set: { colours: randomPalette(`palette ${i}`, int(1, 24)) },
        distance: pick(DISTANCES),
        dither: dither(pick([...ORDERED_DITHERS, 'none'] as const), {
          size: pick([2, 4, 8, 16] as const),
          strength: range(0, 1),
          contrastPenalty: pick([0, range(0, 0.2), 1]),
        }),
      }
      await equal(i % 2 ? noiseLight(`light ${i}`, int(1, 20), int(1, 20)) : ramps, options, `style ${i}`)
    }
  })

  test('fifteen random sets of palettes for cells', async () => {
    for (let i = 0; i < 15; i++) {
      const { pick, int } = random(`cells ${i}`)
      const colours = randomPalette(`cells ${i}`, int(2, 64))
      const size = { width: pick([1, 2, 7, 8, 16]), height: pick([1, 4, 8]) }
      const [width, height] = [int(1, 40), int(1, 24)]
      const own = Array.from({ length: pick([1, 4, 512]) }, () => Array.from({ length: int(1, 16) }, () => int(0, colours.length - 1)))
      const count = Math.ceil(width / size.width) * Math.ceil(height / size.height)
      const options: Options = {
        set: { colours, cells: { size, palettes: own } },
        distance: pick(DISTANCES),
        dither: dither(pick(['none', 'bayer', 'cluster-45'] as const)),
        cells: Array.from({ length: count }, () => int(0, own.length - 1)),
      }
      await equal(noiseLight(`cells ${i}`, width, height), options, `cells ${i}`)
    }
  })
})

describe('quantise', () => {
  test('a colour of the palette stays itself, dithered or not', async () => {
    const source = lightOf({
      width: 54,
      height: 4,
      rgba: flatPicture(54, 4, [0, 0, 0]).rgba.map((_, i) => channel(NES_2C02[Math.floor(i / 4) % 54]!, i % 4)),
    })
    const got = await onGpu(source, { set: nes, distance: 'oklab', dither: dither('blue-noise') })
    expect([...got.rgba]).toEqual([...got.rgba].map((_, i) => channel(NES_2C02[Math.floor(i / 4) % 54]!, i % 4)))
  })

  test.each(['bayer', 'blue-noise', 'cluster', 'cluster-45', 'lines'] as const)('%s keeps the mean light of a grey', async (kind) => {
    const source = lightOf(flatPicture(64, 64, [110, 110, 110]))
    const options = { set: { colours: ['#000000', '#ffffff'] }, distance: 'oklab', dither: dither(kind, { size: 16 }) } as const
    const { rgba } = await onGpu(source, options)
    const share = rgba.filter((value, i) => i % 4 === 0 && value === 255).length / (64 * 64)
    const cells = patternOf(options.dither)!.cells
    expect(Math.abs(share - source.light[0]! / 65535)).toBeLessThan(0.01 + 0.5 / cells)
  })

  test('must fail: another strength is told apart', async () => {
    const ramps = lightOf(rampPicture(32, 23))
    const got = await onGpu(ramps, { set: nes, distance: 'oklab', dither: dither('bayer') })
    expect(firstDifference(got, onCpu(ramps, { set: nes, distance: 'oklab', dither: dither('bayer', { strength: 0.9 }) }))).not.toBeNull()
  })

  test('refuses sets that are none', () => {
    const set = (more: Partial<PaletteSet>) => () => palettes.set({ colours: ['#000000'], ...more }, 'oklab', 1024, 1024)
    const size = { width: 8, height: 8 }
    expect(set({ colours: [] })).toThrow(RangeError)
    expect(set({ colours: ['red'] })).toThrow(/palette.0/)
    expect(set({ cells: { size, palettes: [] } })).toThrow('expected 1 to 512 palettes, got 0')
    expect(set({ cells: { size, palettes: [[0], [1]] } })).toThrow('palette 1: expected 1 to 16 places below 1, got 1')
    expect(set({ cells: { size: { width: 1, height: 1 }, palettes: [[0]] } })).toThrow('1024×1024 cells are more than 262144')
  })
})

function channel(hex: string, i: number): number {
  return i === 3 ? 255 : Number.parseInt(hex.slice(1 + 2 * i, 3 + 2 * i), 16)
}
