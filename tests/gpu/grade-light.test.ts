import { beforeAll, describe, expect, test } from 'vitest'
import { PixelGrade } from '../../src/departments/retro'
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

async function onGpu(source: LightPicture, grade: PixelGrade, posterise: number | null): Promise<LightPicture> {
  const target = makeTexture(device, source.width, source.height, 'rgba16uint')
  kernel.configure(grade, posterise, source.width, source.height)
  await submit(device, (encoder) => kernel.encode(encoder, uploadLight(device, source), target))
  return downloadLight(device, target)
}

const onCpu = (source: LightPicture, { exposure, contrast, saturation, edges }: PixelGrade, posterise: number | null): LightPicture => {
  const of256 = (value: number): number => Math.round(value * 256)
  return gradeLight(source, { exposure: of256(exposure), saturation: of256(saturation), edges: of256(edges), contrast, posterise })
}

const wanted = countCases('grade-light', onCpu)

const equal = async (source: LightPicture, grade: Partial<PixelGrade>, posterise: number | null, what = ''): Promise<void> => {
  const full = { ...PixelGrade.parse({}), ...grade }
  expect(await onGpu(source, full, posterise), what).toEqual(wanted(source, full, posterise))
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
  for (const change of [{ exposure: 1.1 }, { contrast: 0.9 }, { saturation: 0.9 }, { edges: 0.1 }])
    expect(GradeLight.isIdentity({ ...plain, ...change }, null)).toBe(false)
})

test('middle grey stays where it is, whatever the contrast', async () => {
  const grey = { width: 2, height: 2, light: new Uint16Array(12).fill(11796) }
  for (const contrast of [0.25, 0.7, 2, 3])
    expect((await onGpu(grey, { ...PixelGrade.parse({}), contrast }, null)).light.every((v) => Math.abs(v - 11796) <= 1)).toBe(true)
})
