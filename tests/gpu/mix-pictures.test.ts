import { beforeAll, describe, expect, test, vi } from 'vitest'
import { type MixKind, MixPictures, mixParams } from '../../src/render/kernels'
import { mixPictures } from '../reference/mix-pictures'
import { firstDifference, type Picture } from '../reference/picture'
import { flatPicture, noisePicture, rampPicture } from '../reference/pictures'
import { countCases } from './cases'
import { download, makeTexture, requireDevice, submit, upload } from './gpu'

const difference = countCases('mix-pictures', firstDifference)

const KINDS: readonly MixKind[] = ['dissolve', 'wipe', 'fade-black']
let device: GPUDevice
let kernel: MixPictures

beforeAll(async () => {
  device = await requireDevice('mix-pictures')
  kernel = await MixPictures.create(device)
})

async function onGpu(first: Picture, second: Picture, kind: MixKind, t: number): Promise<Picture> {
  const target = makeTexture(device, first.width, first.height)
  kernel.configure(kind, t, first.width)
  await submit(device, (encoder) => kernel.encode(encoder, upload(device, first), upload(device, second), target))
  return download(device, target)
}

function reference(first: Picture, second: Picture, kind: MixKind, t: number): Picture {
  const { part, edge } = mixParams(kind, t, first.width)
  return mixPictures(first, second, kind, part, edge)
}

describe.each(KINDS)('%s', (kind) => {
  test.each([0, 0.001, 0.25, 0.4999, 0.5, 0.5001, 2 / 3, 0.999, 1])('equals its reference at t = %s', async (t) => {
    for (const [a, b] of [
      [noisePicture('a', 61, 7), noisePicture('b', 61, 7)],
      [rampPicture(40, 9), flatPicture(40, 9, [255, 255, 255])],
      [flatPicture(1, 1, [0, 1, 255]), flatPicture(1, 1, [255, 0, 254])],
    ] as const)
      expect(difference(await onGpu(a, b, kind, t), reference(a, b, kind, t))).toBeNull()
  })

  test('begins with the first picture and ends with the second, byte for byte', async () => {
    const [a, b] = [noisePicture('first', 50, 6), noisePicture('second', 50, 6)]
    expect(firstDifference(await onGpu(a, b, kind, 0), a)).toBeNull()
    expect(firstDifference(await onGpu(a, b, kind, 1), b)).toBeNull()
  })

  test('of a picture with itself: nothing is seen of a dissolve or a wipe', async () => {
    const a = noisePicture('self', 33, 5)
    const mixed = await onGpu(a, a, kind, 0.37)
    if (kind === 'fade-black') expect(firstDifference(mixed, a)).not.toBeNull()
    else expect(firstDifference(mixed, a)).toBeNull()
  })
})

test('a wipe as wide as pictures get does not overflow', async () => {
  const [a, b] = [flatPicture(8192, 1, [10, 20, 30]), flatPicture(8192, 1, [250, 240, 230])]
  expect(difference(await onGpu(a, b, 'wipe', 0.75), reference(a, b, 'wipe', 0.75))).toBeNull()
})

test('all codes against all codes', async () => {
  const codes = (of: (i: number) => number): Picture => ({
    width: 256,
    height: 256,
    rgba: Uint8Array.from({ length: 256 * 256 * 4 }, (_, i) => (i % 4 === 3 ? 255 : of(i >> 2))),
  })
  const [a, b] = [codes((i) => i & 255), codes((i) => i >> 8)]
  for (const t of [1 / 3, 0.5, 0.77]) expect(difference(await onGpu(a, b, 'dissolve', t), reference(a, b, 'dissolve', t))).toBeNull()
})

test('black in the middle of a fade through black', async () => {
  const white = flatPicture(4, 4, [255, 255, 255])
  expect(firstDifference(await onGpu(white, white, 'fade-black', 0.5), flatPicture(4, 4, [0, 0, 0]))).toBeNull()
})

test('a second frame makes no GPU object but its encoder', async () => {
  const [a, b, target] = [upload(device, noisePicture('p', 16, 16)), upload(device, noisePicture('q', 16, 16)), makeTexture(device, 16, 16)]
  const frame = () => submit(device, (encoder) => kernel.encode(encoder, a, b, target))
  await frame()
  const made = (['createBindGroup', 'createTexture', 'createBuffer', 'createComputePipeline'] as const).map((call) =>
    vi.spyOn(device, call),
  )
  kernel.configure('wipe', 0.3, 16)
  await frame()
  for (const spy of made) {
    expect(spy).not.toHaveBeenCalled()
    spy.mockRestore()
  }
})

test('refuses pictures of unlike sizes', () => {
  const encoder = device.createCommandEncoder()
  expect(() => kernel.encode(encoder, makeTexture(device, 8, 8), makeTexture(device, 8, 6), makeTexture(device, 8, 8))).toThrow(
    'MixPictures.encode: second is 8×6, first is 8×8',
  )
})

test('must fail: another moment of the transition is told apart', async () => {
  const [a, b] = [noisePicture('a', 16, 4), noisePicture('b', 16, 4)]
  expect(firstDifference(await onGpu(a, b, 'dissolve', 0.5), reference(a, b, 'dissolve', 0.51))).not.toBeNull()
})
