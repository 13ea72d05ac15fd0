import { beforeAll, describe, expect, test } from 'vitest'
import { ORDERED_DITHERS, patternOf } from '../../src/departments/retro'
import { random } from '../../src/film'
import { type LevelOptions, Levels, levelCodes, type OrderedOptions } from '../../src/render/kernels'
import { levels } from '../reference/levels'
import { firstDifference, type LightPicture, type Picture } from '../reference/picture'
import { noiseLight } from '../reference/pictures'
import { countCases } from './cases'
import { download, makeTexture, requireDevice, submit, uploadLight } from './gpu'

const difference = countCases('levels', firstDifference)

let device: GPUDevice
let kernel: Levels

beforeAll(async () => {
  device = await requireDevice('levels')
  kernel = await Levels.create(device)
})

async function onGpu(source: LightPicture, mixes: LevelOptions, dither: OrderedOptions): Promise<Picture> {
  const target = makeTexture(device, source.width, source.height)
  kernel.configure(mixes, dither, source.width, source.height)
  await submit(device, (encoder) => kernel.encode(encoder, uploadLight(device, source), target))
  return download(device, target)
}

function onCpu(source: LightPicture, mixes: LevelOptions, dither: OrderedOptions): Picture {
  const pattern = patternOf(dither)
  const map =
    pattern && Array.from({ length: pattern.height }, (_, y) => [...pattern.ranks.subarray(y * pattern.width, (y + 1) * pattern.width)])
  const codes = mixes.levels.map((count) => levelCodes(count, mixes.codes))
  return levels(source, codes, map, Math.round(dither.strength * 256))
}

const equal = async (source: LightPicture, mixes: LevelOptions, dither: OrderedOptions, what = ''): Promise<void> =>
  expect(difference(await onGpu(source, mixes, dither), onCpu(source, mixes, dither)), what).toBeNull()

const dither = (kind: OrderedOptions['kind'], strength = 1): OrderedOptions => ({
  kind,
  size: 8,
  pattern:
    kind === 'pattern'
      ? [
          [5, 0, 3],
          [1, 1, 9],
        ]
      : null,
  strength,
  contrastPenalty: 0,
})
const MEGA_DRIVE = [0, 52, 87, 116, 144, 172, 206, 255]

describe('levels equal their reference', () => {
  const noise = noiseLight('levels', 33, 21)
  test.each(['none', ...ORDERED_DITHERS] as const)('%s', async (kind) => {
    for (const strength of [1, 0.4, 0])
      for (const mixes of [{ levels: [32, 32, 32] }, { levels: [8, 8, 8], codes: MEGA_DRIVE }, { levels: [2, 7, 256] }] as LevelOptions[])
        await equal(noise, mixes, dither(kind, strength), `${mixes.levels} at ${strength}`)
  })

  test('every light, codes that do not reach black and white', async () => {
    const all = { width: 256, height: 86, light: Uint16Array.from({ length: 256 * 86 * 3 }, (_, i) => Math.min(65535, i)) }
    for (const codes of [MEGA_DRIVE, [40, 41, 200], [0, 255]]) await equal(all, { levels: [8, 8, 8], codes }, dither('bayer'))
    await equal(all, { levels: [256, 255, 4] }, dither('none'))
  })

  test('adversarial sizes, random levels', async () => {
    for (const [i, [width, height]] of (
      [
        [1, 1],
        [3, 997],
        [257, 255],
      ] as const
    ).entries()) {
      const { int } = random(`levels ${i}`)
      await equal(noiseLight('size', width, height), { levels: [int(2, 256), int(2, 256), int(2, 256)] }, dither('blue-noise'))
    }
  })
})

test('dither keeps the mean light', async () => {
  const grey = { width: 64, height: 64, light: new Uint16Array(64 * 64 * 3).fill(20000) }
  const { rgba } = await onGpu(grey, { levels: [2, 2, 2] }, dither('blue-noise'))
  const share = rgba.filter((value, i) => i % 4 === 1 && value === 255).length / (64 * 64)
  expect(Math.abs(share - 20000 / 65535)).toBeLessThan(0.01)
})

test('must fail: other levels are told apart', async () => {
  const noise = noiseLight('levels', 9, 9)
  expect(
    firstDifference(await onGpu(noise, { levels: [4, 4, 4] }, dither('none')), onCpu(noise, { levels: [4, 4, 5] }, dither('none'))),
  ).not.toBeNull()
})
