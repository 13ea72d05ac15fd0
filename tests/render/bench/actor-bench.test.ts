import { expect, it } from 'vitest'
import { boxOf } from '../../../src/render/bench'

it('a box has about as many triangles as it is to stand for', () => {
  for (const triangles of [6000, 14_000, 19_900]) {
    const made = boxOf(1.7, triangles).index!.count / 3
    expect(Math.abs(made - triangles) / triangles).toBeLessThan(0.02)
  }
})
