import { beforeAll, describe, expect, test } from 'vitest'
import { EVEN_TONE, PixelGrade, TONE_STEPS, type Tone } from '../../src/departments/retro'
import { random } from '../../src/film'
import { GradeLight } from '../../src/render/kernels'
import { gradeLight } from '../reference/grade-light'
import type { LightPicture } from '../reference/picture'
import { noiseLight } from '../reference/pictures'
import { countCases } from './cases'
import { downloadLight, makeTexture, requireDevice, submit, uploadLight } from './gpu'

let device: GPUDevice
let kernel: GradeLight

beforeAll(async () => {
  device = await requireDevice('grade-light')
  kernel = await GradeLight.create(device)
})

async function onGpu(source: LightPicture, grade: PixelGrade, posterise: number | null, tone: Tone | null): Promise<LightPicture> {
  const target = makeTexture(device, source.width, source.height, 'rgba16uint')
  kernel.configure(grade, posterise, source.width, source.height, tone)
  await submit(device, (encoder) => kernel.encode(encoder, uploadLight(device, source), target))
  return downloadLight(device, target)
}

const onCpu = (source: LightPicture, grade: PixelGrade, posterise: number | null, tone: Tone | null): LightPicture => {
  const of256 = (value: number): number => Math.round(value * 256)
  const { exposure, contrast, saturation, edges } = grade
  return gradeLight(source, { exposure: of256(exposure), saturation: of256(saturation), edges: of256(edges), contrast, posterise, tone })
}

const wanted = countCases('grade-light', onCpu)

const equal = async (
  source: LightPicture,
  grade: Partial<PixelGrade>,
  posterise: number | null,
  what = '',
  tone: Tone | null = null,
): Promise<void> => {
  const full = { ...PixelGrade.parse({}), ...grade }
  expect(await onGpu(source, full, posterise, tone), what).toEqual(wanted(source, full, posterise, tone))
}

describe('grade-light equals its reference', () => {
  const noise = noiseLight('grade', 37, 23)
  const cases: readonly (readonly [string, Partial<PixelGrade>, number | null])[] = [
    ['nothing', {}, null],
    ['dark', { exposure: 0.25 }, null],
    ['bright', { exposure: 4 }, null],
    ['soft', { contrast: 0.25 }, null],
    ['hard', { contrast: 3 }, null],
    ['grey', { saturation: 0 }, null],
    ['gaudy', { saturation: 3 }, null],
    ['sharp', { edges: 4 }, null],
    ['two steps', {}, 2],
    ['three steps', {}, 3],
    ['64 steps', {}, 64],
    ['all of it', { exposure: 1.3, contrast: 1.4, saturation: 1.7, edges: 0.8 }, 5],
    ['the most of it', { exposure: 4, contrast: 3, saturation: 3, edges: 4 }, 7],
  ]
  test.each(cases)('%s', (what, grade, posterise) => equal(noise, grade, posterise, what))

  test('every light', async () => {
    const all = { width: 256, height: 86, light: Uint16Array.from({ length: 256 * 86 * 3 }, (_, i) => Math.min(65535, i)) }
    await equal(all, { contrast: 1.37 }, null)
    await equal(all, {}, 6)
  })

  test('adversarial sizes', async () => {
    for (const [width, height] of [
      [1, 1],
      [3, 997],
      [257, 255],
    ] as const)
      await equal(noiseLight('size', width, height), { edges: 1.5, saturation: 1.2 }, null)
  })

  test('ten random tones, with whatever grade', async () => {
    for (let i = 0; i < 10; i++) {
      const { int, range } = random(`tone ${i}`)
      const rises = Array.from({ length: TONE_STEPS }, () => range(0, 1))
      const sum = rises.reduce((a, b) => a + b, 0)
      const tone = [0, ...rises].map((_, k) => rises.slice(0, k).reduce((a, b) => a + b, 0) / sum)
      const grade = i % 2 ? { exposure: range(0.25, 4), contrast: range(0.25, 3), edges: range(0, 4) } : {}
      await equal(noiseLight(`toned ${i}`, int(1, 40), int(1, 40)), grade, null, `tone ${i}`, tone)
    }
    const grey = { width: 256, height: 86, light: Uint16Array.from({ length: 256 * 86 * 3 }, (_, i) => Math.min(65535, i)) }
    const mist = Array.from({ length: TONE_STEPS + 1 }, (_, k) => Math.max(0, Math.min(1, (k - 8) / 20)))
    await equal(grey, {}, null, 'mist', mist)
  })

  test('twenty random grades', async () => {
    for (let i = 0; i < 20; i++) {
      const { int, range, pick } = random(`grade ${i}`)
      const grade = { exposure: range(0.25, 4), contrast: range(0.25, 3), saturation: range(0, 3), edges: range(0, 4) }
      await equal(noiseLight(`light ${i}`, int(1, 20), int(1, 20)), grade, pick([null, int(2, 64)]), `grade ${i}`)
    }
  })
})

test('says when there is nothing to do', () => {
  const plain = PixelGrade.parse({})
  expect(GradeLight.isIdentity(plain, null)).toBe(true)
  expect(GradeLight.isIdentity(plain, 64)).toBe(false)
  expect(GradeLight.isIdentity(plain, null, EVEN_TONE)).toBe(false)
  for (const change of [{ exposure: 1.1 }, { contrast: 0.9 }, { saturation: 0.9 }, { edges: 0.1 }])
    expect(GradeLight.isIdentity({ ...plain, ...change }, null)).toBe(false)
})

test('middle grey stays where it is, whatever the contrast', async () => {
  const grey = { width: 2, height: 2, light: new Uint16Array(12).fill(11796) }
  for (const contrast of [0.25, 0.7, 2, 3])
    expect((await onGpu(grey, { ...PixelGrade.parse({}), contrast }, null, null)).light.every((v) => Math.abs(v - 11796) <= 1)).toBe(true)
})
