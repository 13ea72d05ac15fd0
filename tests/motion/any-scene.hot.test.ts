import { expect, test } from 'vitest'
import { anyScene, looksAt, wrongWith } from './any-scene'

test('a hundred random scenes for two: feet, hands, joints, distances hold', { timeout: 180_000 }, () => {
  const wrong: string[] = []
  for (let i = 0; i < 100; i++) wrong.push(...wrongWith(anyScene(`s${i}`)))
  expect(wrong.slice(0, 12)).toEqual([])
})

test('64 random people look where they should: the eyes there, the head most of the way', { timeout: 60_000 }, () => {
  for (let i = 0; i < 64; i++) {
    const { off, head } = looksAt(`p${i}`)
    expect(off, `p${i}`).toBeLessThan(5)
    expect(head, `p${i}`).toBeLessThan(35)
  }
})
