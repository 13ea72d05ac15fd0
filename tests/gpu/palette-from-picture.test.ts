import { beforeAll, expect, test } from 'vitest'
import { coordinates, LINEAR_OF_SRGB, medianCut } from '../../src/departments/retro'
import { PaletteFromPicture } from '../../src/render/kernels/palette-from-picture'
import { histogram, kMeans } from '../reference/palette-from-picture'
import type { Picture } from '../reference/picture'
import { flatPicture, noisePicture, rampPicture } from '../reference/pictures'
import { countCases } from './cases'
import { requireDevice, upload } from './gpu'

const wantedKMeans = countCases('k-means', kMeans)
const wantedMedianCut = countCases('median-cut', medianCut)

let device: GPUDevice
let kernel: PaletteFromPicture

beforeAll(async () => {
  device = await requireDevice('palette-from-picture')
  kernel = await PaletteFromPicture.create(device)
})

const ramps = rampPicture(64, 45)

/** Half of it is not there. */
const halfGone: Picture = { ...ramps, rgba: ramps.rgba.map((v, i) => (i % 4 === 3 ? (i % 8 === 3 ? 127 : 128) : v)) }

test.each<readonly [string, Picture]>([
  ['one pixel', noisePicture('1', 1, 1)],
  ['flat', flatPicture(40, 33, [12, 200, 99])],
  ['ramps', ramps],
  ['noise', noisePicture('n', 33, 31)],
  ['tall', noisePicture('t', 3, 97)],
  ['half of it transparent', halfGone],
  ['more pixels than weights hold', rampPicture(512, 300)],
])('palettes equal their references: %s', async (_, picture) => {
  const texture = upload(device, picture)
  for (const [colours, seed] of [
    [2, 0],
    [16, 7],
    [37, 0xffffffff],
  ] as const)
    expect(await kernel.run(texture, { colours, seed, method: 'k-means' })).toEqual(wantedKMeans(picture, colours, seed))
  for (const colours of [2, 16, 256])
    expect(await kernel.run(texture, { colours, method: 'median-cut' })).toEqual(wantedMedianCut(histogram(picture), colours))
})

test('256 groups of noise equal the reference', async () => {
  const picture = noisePicture('m', 24, 20)
  const got = await kernel.run(upload(device, picture), { colours: 256, seed: 3, method: 'k-means' })
  expect(got).toEqual(wantedKMeans(picture, 256, 3))
  expect(got.length).toBeGreaterThan(250)
})

test('a picture of few colours that lie apart gives exactly these, dark to light', async () => {
  const colours = ['#000000', '#1d2b53', '#7e2553', '#ab5236', '#ff004d', '#ffec27', '#ffffff']
  const rgba = new Uint8Array(50 * 20 * 4).map((_, i) => {
    const hex = colours[Math.floor(i / 4) % 7]!
    return i % 4 === 3 ? 255 : Number.parseInt(hex.slice(1 + 2 * (i % 4), 3 + 2 * (i % 4)), 16)
  })
  for (const method of ['k-means', 'median-cut'] as const)
    expect(await kernel.run(upload(device, { width: 50, height: 20, rgba }), { colours: 16, method })).toEqual(colours)
})

test('runs that overlap come back as their own', async () => {
  const pictures = [1, 2, 3].map((i) => noisePicture(`own ${i}`, 9, 9))
  const got = await Promise.all(
    pictures.map((p, i) => kernel.run(upload(device, p), { colours: 8, method: i === 1 ? 'median-cut' : 'k-means' })),
  )
  expect(got).toEqual(pictures.map((p, i) => (i === 1 ? medianCut(histogram(p), 8) : kMeans(p, 8, 0))))
})

test('k-means has less error than median cut; another seed may start elsewhere', async () => {
  const texture = upload(device, ramps)
  const at = (code: readonly number[]) => coordinates(code.map((c) => LINEAR_OF_SRGB[c]!) as unknown as [number, number, number], 'oklab')
  const error = (palette: readonly string[]): number => {
    const colours = palette.map((hex) => at([1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16))))
    let sum = 0
    for (let i = 0; i < ramps.rgba.length; i += 4) {
      const pixel = at([...ramps.rgba.subarray(i, i + 3)])
      sum += Math.min(...colours.map((c) => c.reduce((s, v, k) => s + (v - pixel[k]!) ** 2, 0)))
    }
    return sum
  }
  const means = await kernel.run(texture, { colours: 16, method: 'k-means' })
  expect(error(means)).toBeLessThan(error(await kernel.run(texture, { colours: 16, method: 'median-cut' })))
  expect(await kernel.run(texture, { colours: 16, method: 'k-means', seed: 1 })).not.toEqual(means)
})

test('nothing there gives nothing', async () => {
  const texture = upload(device, { width: 2, height: 2, rgba: new Uint8Array(16) })
  for (const method of ['k-means', 'median-cut'] as const) expect(await kernel.run(texture, { colours: 4, method })).toEqual([])
})

test('must fail: one pixel more of another colour is another palette', async () => {
  const picture = noisePicture('base', 8, 8)
  const got = await kernel.run(upload(device, picture), { colours: 256, method: 'k-means' })
  picture.rgba.set([1, 254, 3], 0)
  expect(kMeans(picture, 256, 0)).not.toEqual(got)
})

test('refuses wishes out of range', async () => {
  const texture = upload(device, ramps)
  await expect(kernel.run(texture, { colours: 1, method: 'k-means' })).rejects.toThrow('colours')
  await expect(kernel.run(texture, { colours: 4, method: 'k-means', seed: -1 })).rejects.toThrow('seed')
})
