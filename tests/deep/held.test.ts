import { expect, test } from 'vitest'
import { VERBS } from '../../src/film'
import { BOTH_HANDS, wrongHands } from '../motion/both-hands'
import { TOUCHES, wrongTouch } from '../motion/held'

test('every act, by a hundred people: planted feet stay, hands are within a centimetre of what they take hold of', {
  timeout: 1_800_000,
}, () => {
  const wrong: string[] = []
  for (const verb of VERBS)
    for (let i = 0; i < (TOUCHES[verb].of === 'nothing' ? 20 : 100); i++) wrong.push(...wrongTouch(verb, `deep${i}`))
  for (const verb of BOTH_HANDS) for (let i = 0; i < 100; i++) wrong.push(...wrongHands(verb, `deep${i}`))
  expect(wrong).toEqual([])
})
