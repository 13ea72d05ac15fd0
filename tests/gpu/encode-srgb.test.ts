import { beforeAll, expect, test } from 'vitest'
import { EncodeSrgb } from '../../src/render/kernels'
import { linearOfSrgb } from '../reference/colour'
import { encodeSrgb } from '../reference/encode-srgb'
import { firstDifference, type LightPicture } from '../reference/picture'
import { noiseLight } from '../reference/pictures'
import { countCases } from './cases'
import { download, makeTexture, requireDevice, submit, uploadLight } from './gpu'

const difference = countCases('encode-srgb', firstDifference)

let device: GPUDevice
let kernel: EncodeSrgb

beforeAll(async () => {
  device = await requireDevice('encode-srgb')
  kernel = await EncodeSrgb.create(device)
})

async function onGpu(source: LightPicture) {
  const target = makeTexture(device, source.width, source.height)
  await submit(device, (encoder) => kernel.encode(encoder, uploadLight(device, source), target))
  return download(device, target)
}

test.each([
  ['every light value', { width: 256, height: 86, light: Uint16Array.from({ length: 256 * 86 * 3 }, (_, i) => Math.min(i, 65535)) }],
  ['noise, odd size', noiseLight('odd', 13, 11)],
  ['one pixel', noiseLight('one', 1, 1)],
])('encode-srgb equals its reference: %s', async (_, source) => {
  expect(difference(await onGpu(source), encodeSrgb(source))).toBeNull()
})

test('every code value survives the way to linear light and back', async () => {
  const light = Uint16Array.from({ length: 256 * 3 }, (_, i) => linearOfSrgb(Math.floor(i / 3)))
  const { rgba } = await onGpu({ width: 256, height: 1, light })
  expect([...rgba.filter((_, i) => i % 4 === 0)]).toEqual(Array.from({ length: 256 }, (_, i) => i))
})

test('must fail: a picture of other light is told apart', async () => {
  expect(firstDifference(await onGpu(noiseLight('p', 5, 5)), encodeSrgb(noiseLight('q', 5, 5)))).not.toBeNull()
})
