import { beforeAll, expect, test } from 'vitest'
import { PictureHash } from '../../src/render/kernels'
import type { Picture } from '../reference/picture'
import { pictureHash } from '../reference/picture-hash'
import { flatPicture, noisePicture, rampPicture } from '../reference/pictures'
import { countCases } from './cases'
import { requireDevice, submit, upload } from './gpu'

const wanted = countCases('picture-hash', pictureHash)

let device: GPUDevice
let kernel: PictureHash

beforeAll(async () => {
  device = await requireDevice('picture-hash')
  kernel = await PictureHash.create(device, 2)
})

async function onGpu(picture: Picture): Promise<string> {
  return kernel.read(await submit(device, (encoder) => kernel.encode(encoder, upload(device, picture))))
}

test.each([
  ['one pixel', noisePicture('1', 1, 1)],
  ['odd size', noisePicture('2', 67, 35)],
  ['one row', noisePicture('3', 200, 1)],
  ['one column', noisePicture('4', 1, 130)],
  ['black', flatPicture(64, 16, [0, 0, 0])],
  ['white', flatPicture(65, 17, [255, 255, 255])],
  ['ramps', rampPicture(128, 72)],
])('picture-hash equals its reference: %s', async (_, picture) => {
  expect(await onGpu(picture)).toBe(wanted(picture))
})

test('many in flight at once come back as their own', async () => {
  const pictures = Array.from({ length: 9 }, (_, i) => noisePicture(`flight ${i}`, 20, 20))
  const pending = await submit(device, (encoder) => pictures.map((picture) => kernel.encode(encoder, upload(device, picture))))
  expect(await Promise.all(pending.map((p) => kernel.read(p)))).toEqual(pictures.map(pictureHash))
})

test('must fail: one bit, two swapped pixels, another shape, are other pictures', async () => {
  const picture = noisePicture('base', 16, 8)
  const bit = { ...picture, rgba: picture.rgba.slice() }
  bit.rgba[5] = bit.rgba[5]! ^ 1
  const swapped = { ...picture, rgba: picture.rgba.slice() }
  swapped.rgba.set(picture.rgba.subarray(0, 4), 4)
  swapped.rgba.set(picture.rgba.subarray(4, 8), 0)
  const reshaped = { ...picture, width: 8, height: 16 }
  const hashes = await Promise.all([picture, bit, swapped, reshaped].map(onGpu))
  expect(new Set(hashes).size).toBe(4)
})
