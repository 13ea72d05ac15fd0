import { describe, expect, test } from 'vitest'
import { NameFinder } from '../../../src/departments/previs/name-finder'
import { PronounMemory } from '../../../src/departments/previs/pronoun-memory'
import { readAction } from '../../../src/departments/previs/read-action'
import type { ScriptCharacter } from '../../../src/film'

const person = (key: string, name: string, aliases: string[] = []): ScriptCharacter => ({
  key,
  name,
  aliases,
  description: '',
  descriptionLine: 0,
  silent: false,
  count: 1,
  lines: 1,
  words: 1,
})
const names = new NameFinder([
  person('mara', 'MARA'),
  person('tom', 'TOM'),
  person('ray', 'DETECTIVE ELLEN RAY', ['Ray']),
  person('second-man', 'SECOND MAN'),
])
const sexes: Record<string, 'female' | 'male'> = { mara: 'female', ray: 'female', tom: 'male', 'second-man': 'male' }

const read = (text: string, ...before: string[]) => {
  const memory = new PronounMemory((k) => sexes[k], ['mara', 'tom'])
  for (const k of before) memory.note(k)
  return readAction(text, names, memory)
}
const deeds = (text: string, ...before: string[]) =>
  read(text, ...before).deeds.map((d) => `${d.who.join('+')}:${d.kind}${d.to.length ? `>${d.to.join('+')}` : ''}`)

describe('readAction', () => {
  test.each([
    ['Mara walks to the window.', ['mara:walk']],
    ['MARA (30, tall, walks with a limp) sits down.', ['mara:sit']],
    ['Tom enters, followed by rain.', ['tom:enter']],
    ['Mara stands up and walks out.', ['mara:rise', 'mara:exit']],
    ['Tom looks at Mara.', ['tom:look>mara']],
    ['Mara and Tom walk in.', ['mara+tom:enter']],
    ['The Second Man falls.', ['second-man:fall']],
    ['Detective Ray picks up the phone.', ['ray:take']],
    ['Ellen draws a pistol.', ['ray:aim']],
    ['Tom turns and runs up the stairs.', ['tom:turn', 'tom:run']],
    ['Tom doesn’t move. Mara shakes her head, slowly.', ['mara:shake']],
    ['Neither moves.', []],
    ['A car passes.', []],
    ['Mara raises her hands.', ['mara:raise']],
    ['Tom takes off his coat.', ['tom:drop']],
    ['Tom gets up.', ['tom:rise']],
    ['Mara, asleep.', ['mara:sleep']],
  ])('%s', (text, expected) => {
    expect(deeds(text)).toEqual(expected)
  })

  test('pronouns mean the last person who fits', () => {
    expect(deeds('She runs.', 'mara', 'tom')).toEqual(['mara:run'])
    expect(deeds('He runs.', 'tom', 'mara')).toEqual(['tom:run'])
    expect(deeds('They run.', 'tom', 'mara')).toEqual(['tom+mara:run'])
  })

  test('doors that open by themselves', () => {
    expect(read('The back door opens. MARA stands there.')).toMatchObject({ doorOpens: true, people: ['mara'] })
  })

  test('a possessive is nobody’s deed', () => {
    expect(read('It bursts at Mara’s feet.').people).toEqual([])
  })
})
