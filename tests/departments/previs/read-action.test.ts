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
    ['Mara kneels beside TOM (60, grey), who lies on the stretcher, and waves.', ['mara:kneel>tom', 'tom:lie', 'mara:wave']],
    ['Mara and Tom, who sit at the table, nod.', ['mara+tom:sit', 'mara+tom:nod']],
    ['Mara, who lies on the bed, nods.', ['mara:lie', 'mara:nod']],
    ['A car passes.', []],
    ['Mara raises her hands.', ['mara:raise']],
    ['Tom takes off his coat.', ['tom:undress']],
    ['Tom takes his hat off.', ['tom:headwear']],
    ['Mara puts on her coat.', ['mara:dress']],
    ['Mara puts the coat on the chair.', ['mara:drop']],
    ['Tom slips into his jacket.', ['tom:dress']],
    ['Tom removes the lid.', ['tom:take']],
    ['Tom gets up.', ['tom:rise']],
    ['Mara, asleep.', ['mara:sleep']],
    ['Mara falls to her knees and hugs Tom.', ['mara:kneel', 'mara:hug>tom']],
    ['Tom sinks to his knees.', ['tom:kneel']],
    ['Tom sinks into a chair.', ['tom:sit']],
    ['Tom collapses into an armchair.', ['tom:sit']],
    ['Tom jumps to his feet.', ['tom:rise']],
    ['Tom ducks behind a desk.', ['tom:crouch']],
    ['Tom drops into the grass.', ['tom:jump']],
    ['Mara storms out.', ['mara:exit']],
    ['Mara sweeps in.', ['mara:enter']],
    ['Tom climbs in through the window.', ['tom:enter']],
    ['Tom steps out from behind a ladder.', ['tom:appear']],
    ['Tom backs away.', ['tom:walk']],
    ['Tom crosses himself.', []],
    ['Tom stops eating.', []],
    ['Tom starts to laugh.', ['tom:laugh']],
    ['Mara pockets a small key.', ['mara:take']],
    ['Mara pulls the key from her pocket.', ['mara:take']],
    ['Mara picks up the gun and points it at Tom.', ['mara:take', 'mara:aim>tom']],
    ['Tom hands her an envelope.', ['tom:give>mara']],
    ['Mara takes his hand and pulls him up.', ['mara:clasp>tom', 'mara:pull>tom']],
    ['Mara touches his shoulder.', ['mara:touch>tom']],
    ['Mara covers her mouth with her hand.', ['mara:think']],
    ['Tom grabs Mara from behind.', ['tom:pull>mara']],
    ['Tom draws the curtains.', ['tom:pull']],
    ['Mara slaps him. Then she throws her arms around him. They kiss.', ['mara:slap>tom', 'mara:hug>tom', 'mara+tom:kiss']],
  ])('%s', (text, expected) => {
    expect(deeds(text)).toEqual(expected)
  })

  test('pronouns mean the last person who fits', () => {
    expect(deeds('She runs.', 'mara', 'tom')).toEqual(['mara:run'])
    expect(deeds('He runs.', 'tom', 'mara')).toEqual(['tom:run'])
    expect(deeds('They run.', 'tom', 'mara')).toEqual(['tom+mara:run'])
  })

  test('who did the last thing goes on, and everybody is everybody', () => {
    // Of two women, she who has just turned.
    expect(deeds('Mara turns away. She laughs.', 'mara', 'ray')).toEqual(['mara:turn', 'mara:laugh'])
    expect(deeds('Everybody laughs.', 'mara', 'tom', 'ray')).toEqual(['mara+tom+ray:laugh'])
    const memory = new PronounMemory((k) => sexes[k])
    for (const k of ['mara', 'tom', 'ray']) memory.note(k)
    memory.leave('tom')
    expect(memory.all()).toEqual(['mara', 'ray'])
  })

  test('a full stop after a title ends nothing, and what falls is no deed', () => {
    const hobb = new NameFinder([person('hobb', 'MR. HOBB')])
    const said = readAction('MR. HOBB (60, butler) bows.', hobb, new PronounMemory(() => 'male'))
    expect(said.deeds.map((d) => d.kind)).toEqual(['bow'])
    expect(read('They struggle. The gun falls to the floor.', 'mara', 'tom')).toMatchObject({
      deeds: [{ kind: 'punch', who: ['mara', 'tom'] }],
      falls: ['the', 'gun'],
    })
  })

  test('doors that open by themselves', () => {
    expect(read('The back door opens. MARA stands there.')).toMatchObject({ doorOpens: true, people: ['mara'] })
  })

  test('a possessive is nobody’s deed', () => {
    expect(read('It bursts at Mara’s feet.').people).toEqual([])
  })
})
