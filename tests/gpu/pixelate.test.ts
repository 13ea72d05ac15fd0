import { beforeAll, describe, expect, test } from 'vitest'
import type { Rect } from '../../src/departments/retro'
import { random } from '../../src/film'
import { Pixelate } from '../../src/render/kernels'
import { areaDownscale } from '../reference/area-downscale'
import type { LightPicture, Picture } from '../reference/picture'
import { flatPicture, noisePicture, rampPicture } from '../reference/pictures'
import { pixelate } from '../reference/pixelate'
import { countCases } from './cases'
import { downloadLight, makeTexture, requireDevice, submit, upload } from './gpu'

type Mode = Parameters<Pixelate['configure']>[0]

let device: GPUDevice
let kernel: Pixelate

beforeAll(async () => {
  device = await requireDevice('pixelate')
  kernel = await Pixelate.create(device)
})

async function onGpu(source: Picture, mode: Mode, rect: Rect, width: number, height: number): Promise<LightPicture> {
  const target = makeTexture(device, width, height, 'rgba16uint')
  kernel.configure(mode, rect, width, height)
  await submit(device, (encoder) => kernel.encode(encoder, upload(device, source), target))
  return downloadLight(device, target)
}

const onCpu = (source: Picture, mode: Mode, rect: Rect, width: number, height: number): LightPicture =>
  mode === 'area' ? areaDownscale(source, rect, width, height) : pixelate(source, mode, rect, width, height)

const wanted = countCases('pixelate', onCpu)

const whole = ({ width, height }: Picture): Rect => ({ x: 0, y: 0, width, height })
const MODES = ['area', 'median', 'nearest', 'edge'] as const

/** Noise of two levels in blocks: edges everywhere. */
function blocks(key: string, width: number, height: number): Picture {
  const picture = noisePicture(key, width, height)
  const { int } = random(`${key} blocks`)
  const bright = Array.from({ length: Math.ceil(width / 5) * Math.ceil(height / 3) }, () => int(0, 1) === 1)
  picture.rgba.forEach((value, i) => {
    const at = Math.floor(i / 4)
    const block = Math.floor((at % width) / 5) + Math.floor(Math.floor(at / width) / 3) * Math.ceil(width / 5)
    if (i % 4 < 3) picture.rgba[i] = (value >> 3) + (bright[block] ? 220 : 0)
  })
  return picture
}

describe.each(MODES)('%s equals its reference', (mode) => {
  const sizes: readonly (readonly [string, Picture, number, number])[] = [
    ['whole factor', noisePicture('a', 48, 36), 12, 9],
    ['odd factor', noisePicture('b', 50, 37), 12, 9],
    ['edges', blocks('c', 61, 47), 13, 11],
    ['ramps', rampPicture(64, 45), 16, 9],
    ['flat', flatPicture(19, 17, [200, 3, 77]), 4, 5],
    ['same size', noisePicture('d', 9, 7), 9, 7],
    ['larger', noisePicture('e', 5, 4), 13, 11],
    ['one pixel of one', noisePicture('f', 1, 1), 1, 1],
    ['all in one', blocks('g', 40, 30), 1, 1],
    ['tall', blocks('h', 3, 997), 2, 131],
    ['257 × 255', blocks('i', 257, 255), 32, 24],
  ]
  test.each(sizes)('%s', async (_, source, width, height) => {
    expect(await onGpu(source, mode, whole(source), width, height)).toEqual(wanted(source, mode, whole(source), width, height))
  })

  test('ten random rectangles', async () => {
    for (let i = 0; i < 10; i++) {
      const { int } = random(`rect ${i}`)
      const source = i % 2 ? blocks(`r${i}`, int(4, 60), int(4, 60)) : noisePicture(`r${i}`, int(4, 60), int(4, 60))
      const [x, y] = [int(0, source.width - 2), int(0, source.height - 2)]
      const rect = { x, y, width: int(1, source.width - x), height: int(1, source.height - y) }
      const size = [int(1, 16), int(1, 16)] as const
      expect(await onGpu(source, mode, rect, ...size), `rect ${i}`).toEqual(wanted(source, mode, rect, ...size))
    }
  })
})

test('median and nearest show colours of the source only; edge keeps what is larger', async () => {
  const source = blocks('own', 40, 40)
  const own = new Set(pixelate(source, 'nearest', whole(source), 40, 40).light)
  for (const mode of ['median', 'nearest'] as const)
    expect((await onGpu(source, mode, whole(source), 9, 9)).light.every((v) => own.has(v))).toBe(true)
  // Two thirds black, one third white.
  const split = flatPicture(6, 1, [0, 0, 0])
  for (const x of [2, 5]) split.rgba.set([255, 255, 255, 255], x * 4)
  expect([...(await onGpu(split, 'edge', whole(split), 2, 1)).light]).toEqual([0, 0, 0, 0, 0, 0])
})

test('refuses rectangles and sizes that are none', () => {
  expect(() => kernel.configure('median', { x: 0, y: 0, width: 0, height: 4 }, 1, 1)).toThrow(RangeError)
  expect(() => kernel.configure('edge', { x: 0, y: 0, width: 4, height: 4 }, 0, 1)).toThrow('cannot make 0×1 pixels')
})
