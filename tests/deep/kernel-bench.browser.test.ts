import { expect, test } from 'vitest'
import { benchKernels, STYLE_GROUPS } from '../../src/render/bench'
import { requireDevice } from '../gpu/gpu'

test('times every kernel of the styles, and those that are compared against each other', async () => {
  const device = await requireDevice('kernel-bench')
  const { kernels } = await benchKernels(device, { width: 64, height: 64, runs: 1, groups: STYLE_GROUPS })
  expect(kernels.map((kernel) => kernel.name)).toEqual(expect.arrayContaining(['copy', 'ordered 16', 'crt', 'ham', 'ink oil']))
  expect(new Set(kernels.map((kernel) => kernel.name)).size).toBe(kernels.length)
  for (const { name, ms } of kernels) expect(ms, name).toBeGreaterThanOrEqual(0)
  expect(kernels.filter((kernel) => kernel.against).map((kernel) => [kernel.name, kernel.against!.name])).toEqual([
    ['ordered 256', 'ordered 16'],
    ['nearest 16', 'ordered 16'],
    ['floyd-steinberg exact', 'ordered 16'],
    ['floyd-steinberg local', 'ordered 16'],
    ['crt composite', 'crt'],
    ['crt persistence', 'crt'],
    ['floyd-steinberg serial', 'ordered 16'],
    ['floyd-steinberg serpentine', 'ordered 16'],
  ])
})
