import { expect, test } from 'vitest'
import { anyScene, looksAt, wrongWith } from '../motion/any-scene'

test('five hundred random scenes for two: feet, hands, joints, distances hold', { timeout: 1_800_000 }, () => {
  const wrong: string[] = []
  for (let i = 0; i < 500; i++) wrong.push(...wrongWith(anyScene(`deep${i}`)))
  expect(wrong.slice(0, 20)).toEqual([])
})

test('2,000 random people look where they should', { timeout: 1_800_000 }, () => {
  for (let i = 0; i < 2000; i++) {
    const { off, head } = looksAt(`deep${i}`)
    expect(off, `deep${i}`).toBeLessThan(5)
    expect(head, `deep${i}`).toBeLessThan(35)
  }
})
