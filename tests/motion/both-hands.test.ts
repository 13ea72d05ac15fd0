import { expect, test } from 'vitest'
import { BOTH_HANDS, wrongHands } from './both-hands'

test.each(BOTH_HANDS)('both hands are on what they hold, by several people: %s', (verb) => {
  const wrong: string[] = []
  for (let i = 0; i < 6; i++) wrong.push(...wrongHands(verb, `${i}`))
  expect(wrong).toEqual([])
})
