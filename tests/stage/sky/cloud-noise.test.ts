import { expect, it } from 'vitest'
import { bakeClouds, CLOUD_SIZE } from '../../../src/stage/sky'

const at = (data: Uint8Array, x: number, y: number) => data[(y * CLOUD_SIZE + x) * 4] as number

it('is the same each time, uses its range and tiles without a seam', () => {
  const a = bakeClouds()
  expect(bakeClouds()).toEqual(a)
  const red = Array.from({ length: CLOUD_SIZE * CLOUD_SIZE }, (_, i) => a[i * 4] as number)
  expect(Math.max(...red)).toBeGreaterThan(190)
  expect(Math.min(...red)).toBeLessThan(70)
  // Across the edge a step is no larger than steps inside.
  let inside = 0
  let seam = 0
  for (let y = 0; y < CLOUD_SIZE; y++) {
    for (let x = 1; x < CLOUD_SIZE; x++) inside = Math.max(inside, Math.abs(at(a, x, y) - at(a, x - 1, y)))
    seam = Math.max(seam, Math.abs(at(a, 0, y) - at(a, CLOUD_SIZE - 1, y)))
  }
  expect(seam).toBeLessThanOrEqual(inside)
})
