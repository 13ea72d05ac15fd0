import { beforeAll, expect, test } from 'vitest'
import { Copy, UpscaleNearest } from '../../src/render/kernels'
import { firstDifference } from '../reference/picture'
import { noisePicture } from '../reference/pictures'
import { upscaleNearest } from '../reference/upscale-nearest'
import { countCases } from './cases'
import { download, makeTexture, requireDevice, submit, upload } from './gpu'

const difference = countCases('upscale-nearest', firstDifference)

let device: GPUDevice
let kernel: UpscaleNearest

beforeAll(async () => {
  device = await requireDevice('upscale-nearest, copy')
  kernel = await UpscaleNearest.create(device)
})

test.each([
  ['whole multiples', 8, 6, { x: 0, y: 0, width: 24, height: 18 }, 24, 18],
  ['nes pixel aspect', 64, 60, { x: 0, y: 0, width: 220, height: 180 }, 220, 180],
  ['bars at the sides', 16, 15, { x: 13, y: 0, width: 18, height: 15 }, 44, 15],
  ['bars all around, odd', 5, 3, { x: 3, y: 2, width: 11, height: 7 }, 19, 13],
  ['smaller', 31, 17, { x: 0, y: 0, width: 9, height: 5 }, 9, 5],
  ['one pixel', 1, 1, { x: 0, y: 0, width: 1, height: 1 }, 1, 1],
  ['partly outside', 6, 6, { x: 4, y: 5, width: 12, height: 12 }, 10, 10],
] as const)('upscale-nearest equals its reference: %s', async (name, sw, sh, rect, width, height) => {
  const source = noisePicture(name, sw, sh)
  const target = makeTexture(device, width, height)
  kernel.configure(rect)
  await submit(device, (encoder) => kernel.encode(encoder, upload(device, source), target))
  expect(difference(await download(device, target), upscaleNearest(source, rect, width, height))).toBeNull()
})

test('copy gives every byte back, alpha too', async () => {
  const copy = await Copy.create(device)
  const source = noisePicture('copy', 37, 19)
  source.rgba[3] = 7
  const target = makeTexture(device, 37, 19)
  await submit(device, (encoder) => copy.encode(encoder, upload(device, source), target))
  expect(firstDifference(await download(device, target), source)).toBeNull()
})

test('must fail: a rectangle one pixel off is told apart', async () => {
  const source = noisePicture('off', 8, 8)
  const target = makeTexture(device, 18, 18)
  kernel.configure({ x: 1, y: 1, width: 16, height: 16 })
  await submit(device, (encoder) => kernel.encode(encoder, upload(device, source), target))
  const wanted = upscaleNearest(source, { x: 2, y: 1, width: 16, height: 16 }, 18, 18)
  expect(firstDifference(await download(device, target), wanted)).not.toBeNull()
})
