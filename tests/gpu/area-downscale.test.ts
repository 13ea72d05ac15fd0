import { beforeAll, describe, expect, test } from 'vitest'
import { AreaDownscale } from '../../src/render/kernels'
import { areaDownscale } from '../reference/area-downscale'
import type { Picture } from '../reference/picture'
import { flatPicture, noisePicture, rampPicture } from '../reference/pictures'
import { countCases } from './cases'
import { downloadLight, makeTexture, requireDevice, submit, upload } from './gpu'

const reference = countCases('area-downscale', areaDownscale)

type Rect = { x: number; y: number; width: number; height: number }

let device: GPUDevice
let kernel: AreaDownscale

beforeAll(async () => {
  device = await requireDevice('area-downscale')
  kernel = await AreaDownscale.create(device)
})

async function onGpu(source: Picture, rect: Rect, width: number, height: number) {
  const target = makeTexture(device, width, height, 'rgba16uint')
  kernel.configure(rect, width, height)
  await submit(device, (encoder) => kernel.encode(encoder, upload(device, source), target))
  return downloadLight(device, target)
}

const whole = ({ width, height }: Picture): Rect => ({ x: 0, y: 0, width, height })

describe('area-downscale equals its reference', () => {
  const cases: readonly (readonly [string, Picture, Rect | null, number, number])[] = [
    ['one pixel to one pixel', noisePicture('a', 1, 1), null, 1, 1],
    ['same size', noisePicture('b', 17, 13), null, 17, 13],
    ['coprime sizes', noisePicture('c', 31, 29), null, 11, 7],
    ['to one pixel', noisePicture('d', 61, 47), null, 1, 1],
    ['one pixel enlarged', noisePicture('e', 1, 1), null, 9, 10],
    ['enlarged', noisePicture('f', 7, 5), null, 16, 9],
    ['a rectangle inside', noisePicture('g', 40, 30), { x: 3, y: 5, width: 31, height: 17 }, 8, 9],
    ['one row', noisePicture('h', 255, 1), null, 16, 1],
    ['white', flatPicture(33, 21, [255, 255, 255]), null, 10, 9],
    ['black', flatPicture(9, 9, [0, 0, 0]), null, 4, 4],
    ['ramps, as nes crops 320 × 180', rampPicture(320, 180), { x: 50, y: 0, width: 219, height: 180 }, 64, 60],
  ]
  test.each(cases)('%s', async (_, source, rect, width, height) => {
    const area = rect ?? whole(source)
    const [got, wanted] = [await onGpu(source, area, width, height), reference(source, area, width, height)]
    expect([...got.light]).toEqual([...wanted.light])
  })

  test('sums that pass 32 bits: 4096 × 512 white averages to white', async () => {
    const source = flatPicture(4096, 512, [255, 255, 255])
    const { light } = await onGpu(source, whole(source), 3, 1)
    expect([...light]).toEqual(Array(9).fill(65535))
  })

  test('must fail: a picture one code value away in one pixel is told apart', async () => {
    const source = noisePicture('z', 12, 12)
    const wanted = areaDownscale(source, whole(source), 5, 5)
    source.rgba[0] = source.rgba[0]! ^ 64
    const got = await onGpu(source, whole(source), 5, 5)
    expect([...got.light]).not.toEqual([...wanted.light])
  })

  test('refuses an empty rectangle and an empty target', () => {
    expect(() => kernel.configure({ x: 0, y: 0, width: 0, height: 4 }, 2, 2)).toThrow(RangeError)
    expect(() => kernel.configure({ x: 0, y: 0, width: 4, height: 4 }, 0, 2)).toThrow(RangeError)
  })
})
