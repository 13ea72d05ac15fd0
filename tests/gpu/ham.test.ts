import { beforeAll, describe, expect, test } from 'vitest'
import { GREY_16, PICO_8 } from '../../src/departments/retro'
import { Ham, PaletteBuffers } from '../../src/render/kernels'
import { linearOfSrgb } from '../reference/colour'
import { ham } from '../reference/ham'
import { firstDifference, type LightPicture, type Picture } from '../reference/picture'
import { flatPicture, noiseLight, rampPicture } from '../reference/pictures'
import { countCases } from './cases'
import { download, makeTexture, requireDevice, submit, uploadLight } from './gpu'

const difference = countCases('ham', firstDifference)

let device: GPUDevice
let palettes: PaletteBuffers
let kernel: Ham

beforeAll(async () => {
  device = await requireDevice('ham')
  palettes = new PaletteBuffers(device)
  kernel = await Ham.create(device, palettes)
})

const lightOf = ({ width, height, rgba }: Picture): LightPicture => ({
  width,
  height,
  light: Uint16Array.from({ length: width * height * 3 }, (_, i) => linearOfSrgb(rgba[Math.floor(i / 3) * 4 + (i % 3)]!)),
})

type Distance = 'oklab' | 'srgb' | 'linear'

async function onGpu(source: LightPicture, colours: readonly string[], bits: number, distance: Distance): Promise<Picture> {
  palettes.set({ colours }, distance, source.width, source.height)
  kernel.configure(bits, source.width, source.height)
  const texture = uploadLight(device, source)
  const target = makeTexture(device, source.width, source.height)
  await submit(device, (encoder) => kernel.encode(encoder, texture, target))
  const picture = await download(device, target)
  texture.destroy()
  target.destroy()
  return picture
}

const PICTURES: readonly (readonly [string, LightPicture])[] = [
  ['ramps', lightOf(rampPicture(40, 24))],
  ['noise', noiseLight('ham', 33, 31)],
  ['one pixel', noiseLight('one', 1, 1)],
  ['thin', noiseLight('thin', 3, 97)],
  ['wide', noiseLight('wide', 97, 3)],
  ['flat', lightOf(flatPicture(19, 17, [200, 30, 90]))],
]

describe('hold and modify is as the reference', () => {
  for (const distance of ['oklab', 'srgb', 'linear'] as const)
    for (const [colours, bits] of [
      [GREY_16, 4],
      [PICO_8, 4],
      [PICO_8, 6],
    ] as const)
      test.each(PICTURES)(`${distance}, ${bits} bits: %s`, async (_, source) => {
        expect(difference(await onGpu(source, colours, bits, distance), ham(source, colours, bits, distance))).toBeNull()
      })

  test('a picture that was made so stays as it is', async () => {
    const first = await onGpu(lightOf(rampPicture(40, 24)), GREY_16, 4, 'oklab')
    expect(firstDifference(await onGpu(lightOf(first), GREY_16, 4, 'oklab'), first)).toBeNull()
  })

  test('bits that no channel has are refused', () => {
    expect(() => kernel.configure(0, 8, 8)).toThrow('Ham.configure: bits must be 1 to 8, got 0')
  })
})
