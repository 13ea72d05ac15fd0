import { beforeAll, describe, expect, test } from 'vitest'
import { APPLE_II_HIRES, C64_PEPTO, GREY_16, NES_2C02, PICO_8, paletteSetFor, styleByName, ZX_SPECTRUM } from '../../src/departments/retro'
import { random } from '../../src/film'
import { ChooseCells, PaletteBuffers } from '../../src/render/kernels'
import { type ChooseReferenceOptions, chooseCells } from '../reference/choose-cells'
import { linearOfSrgb } from '../reference/colour'
import type { LightPicture, Picture } from '../reference/picture'
import { flatPicture, noiseLight, rampPicture } from '../reference/pictures'
import { countCases } from './cases'
import { requireDevice, submit, uploadLight } from './gpu'

const wanted = countCases('choose-cells', chooseCells)

let device: GPUDevice
let palettes: PaletteBuffers
let kernel: ChooseCells

beforeAll(async () => {
  device = await requireDevice('choose-cells')
  palettes = new PaletteBuffers(device)
  kernel = await ChooseCells.create(device, palettes)
})

const lightOf = ({ width, height, rgba }: Picture): LightPicture => ({
  width,
  height,
  light: Uint16Array.from({ length: width * height * 3 }, (_, i) => linearOfSrgb(rgba[Math.floor(i / 3) * 4 + (i % 3)]!)),
})

async function onGpu(source: LightPicture, options: ChooseReferenceOptions): Promise<number[]> {
  const { palette, cell, palettes: lists, distance, dithered, penalty } = options
  palettes.set({ colours: palette, cells: { size: cell, palettes: lists } }, distance, source.width, source.height)
  kernel.configure({ kind: dithered ? 'bayer' : 'none', contrastPenalty: penalty / 256 }, source.width, source.height)
  const texture = uploadLight(device, source)
  const count = palettes.cellCount.width * palettes.cellCount.height
  const read = device.createBuffer({ size: count * 4, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST })
  await submit(device, (encoder) => {
    kernel.encode(encoder, texture)
    encoder.copyBufferToBuffer(palettes.cells, 0, read, 0, count * 4)
  })
  await read.mapAsync(GPUMapMode.READ)
  const numbers = [...new Uint32Array(read.getMappedRange())]
  read.destroy()
  texture.destroy()
  return numbers
}

const pairsOf = (count: number): number[][] =>
  Array.from({ length: count }, (_, a) => Array.from({ length: count - a - 1 }, (_, k) => [a, a + 1 + k])).flat()
const triplesOf = (count: number): number[][] =>
  pairsOf(count).flatMap(([a, b]) => Array.from({ length: count - b! - 1 }, (_, k) => [a!, b!, b! + 1 + k]))

const someLists = (key: string, colours: number, count: number, longest: number): number[][] => {
  const { int } = random(key)
  return Array.from({ length: count }, () => Array.from({ length: int(1, longest) }, () => int(0, colours - 1)))
}

const PICTURES: readonly (readonly [string, LightPicture])[] = [
  ['ramps', lightOf(rampPicture(40, 24))],
  ['noise', noiseLight('cells', 33, 31)],
  ['one pixel', noiseLight('one', 1, 1)],
  ['thin', noiseLight('thin', 3, 97)],
  ['wide', noiseLight('wide', 97, 3)],
  ['flat', lightOf(flatPicture(19, 17, [200, 30, 90]))],
]

const base = { distance: 'oklab', dithered: true, penalty: 12 } as const
const KINDS: readonly (readonly [string, ChooseReferenceOptions])[] = [
  ['Spectrum pairs', { ...base, palette: ZX_SPECTRUM, cell: { width: 8, height: 8 }, palettes: pairsOf(8) }],
  ['MSX rows', { ...base, palette: ZX_SPECTRUM, cell: { width: 8, height: 1 }, palettes: pairsOf(15), penalty: 0 }],
  [
    'C64 threes and one',
    { ...base, palette: C64_PEPTO, cell: { width: 4, height: 8 }, palettes: triplesOf(15).map((t) => [15, ...t]), penalty: 7 },
  ],
  [
    'Apple',
    {
      ...base,
      palette: APPLE_II_HIRES,
      cell: { width: 7, height: 1 },
      palettes: [
        [0, 1, 2, 5],
        [0, 3, 4, 5],
      ],
    },
  ],
  ['no dither', { ...base, dithered: false, palette: PICO_8, cell: { width: 8, height: 8 }, palettes: pairsOf(16) }],
  ['longer palettes', { ...base, palette: NES_2C02, cell: { width: 16, height: 16 }, palettes: someLists('l', 54, 8, 16) }],
  ['lists of any length', { ...base, palette: NES_2C02, cell: { width: 5, height: 3 }, palettes: someLists('a', 54, 70, 4), penalty: 256 }],
  ['one palette', { ...base, palette: PICO_8, cell: { width: 8, height: 8 }, palettes: [[3, 9, 2]] }],
  [
    'equal palettes',
    {
      ...base,
      palette: PICO_8,
      cell: { width: 4, height: 4 },
      palettes: [
        [3, 9],
        [9, 3],
        [3, 9, 9],
        [3, 3, 9, 9],
      ],
    },
  ],
  ['sRGB', { ...base, distance: 'srgb', palette: PICO_8, cell: { width: 8, height: 8 }, palettes: someLists('s', 16, 65, 4) }],
  ['linear', { ...base, distance: 'linear', palette: PICO_8, cell: { width: 8, height: 8 }, palettes: someLists('i', 16, 33, 3) }],
  ['tone', { ...base, distance: 'tone', palette: GREY_16, cell: { width: 8, height: 8 }, palettes: pairsOf(16) }],
]

describe('cells choose as the reference does', () => {
  for (const [kind, options] of KINDS)
    test.each(PICTURES)(`${kind}: %s`, async (_, source) => {
      // Threes of fifteen are many for a slow reference.
      const small = options.palettes.length > 200 ? { ...source, height: Math.min(9, source.height) } : source
      const cut = { ...small, light: source.light.slice(0, small.width * small.height * 3) }
      expect(await onGpu(cut, options)).toEqual(wanted(cut, options))
    })

  test('a cell larger than is looked at whole', async () => {
    const source = noiseLight('large', 90, 70)
    const options = { ...base, palette: PICO_8, cell: { width: 512, height: 512 }, palettes: pairsOf(16) }
    expect(await onGpu(source, options)).toEqual(wanted(source, options))
  })

  test.each(['nes', 'snes', 'gbc', 'c64', 'zx-spectrum'])('palettes settled for %s', async (id) => {
    const style = styleByName(id)
    const source = lightOf(rampPicture(32, 16))
    const set = paletteSetFor(style, [source])!
    const options = { ...base, palette: set.colours, cell: set.cells!.size, palettes: set.cells!.palettes }
    expect(await onGpu(source, options)).toEqual(wanted(source, options))
  })

  test('a cell that one palette holds exactly takes it', async () => {
    const source = lightOf(flatPicture(8, 8, [0xff, 0x00, 0x4d]))
    const options = {
      ...base,
      palette: PICO_8,
      cell: { width: 8, height: 8 },
      palettes: [
        [0, 1],
        [7, 8],
        [2, 8],
      ],
    }
    expect(await onGpu(source, options)).toEqual([1])
  })

  test('without cells nothing is recorded', async () => {
    palettes.set({ colours: PICO_8 }, 'oklab', 8, 8)
    kernel.configure({ kind: 'bayer', contrastPenalty: 0 }, 8, 8)
    await submit(device, (encoder) => kernel.encode(encoder, uploadLight(device, noiseLight('x', 8, 8))))
  })
})
