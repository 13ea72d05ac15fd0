import { expect, test } from 'vitest'
import { VERBS } from '../../src/film'
import { TOUCHES, wrongTouch } from './held'

test('every act keeps planted feet where they are, and hands within a centimetre of what they take hold of', { timeout: 120_000 }, () => {
  const wrong: string[] = []
  for (const verb of VERBS) for (let i = 0; i < (TOUCHES[verb].of === 'nothing' ? 1 : 6); i++) wrong.push(...wrongTouch(verb, `${i}`))
  expect(wrong).toEqual([])
})
