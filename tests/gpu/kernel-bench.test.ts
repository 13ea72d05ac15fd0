import { beforeAll, expect, test } from 'vitest'
import { benchKernels } from '../../src/render/bench'
import { requireDevice } from './gpu'

let device: GPUDevice

beforeAll(async () => {
  device = await requireDevice('kernel-bench')
})

test('times every kernel and style against the copy', async () => {
  const bench = await benchKernels(device, { width: 128, height: 72, runs: 2 })
  expect(bench.kernels.map((kernel) => kernel.name)).toEqual(
    'copy,area-downscale,quantise,encode-srgb,upscale-nearest,picture-hash,style hollywood,style nes,style gameboy'.split(','),
  )
  for (const { ms, timesCopy } of bench.kernels) {
    expect(ms).toBeGreaterThanOrEqual(0)
    expect(Number.isFinite(timesCopy)).toBe(true)
  }
  expect(bench.kernels[0]).toMatchObject({ name: 'copy', timesCopy: 1 })
  expect(bench.adapter).not.toBe('')
})

test('refuses nonsense', async () => {
  await expect(benchKernels(device, { width: 8, height: 72, runs: 1 })).rejects.toThrow(RangeError)
  await expect(benchKernels(device, { width: 128, height: 72, runs: 0 })).rejects.toThrow(RangeError)
})
