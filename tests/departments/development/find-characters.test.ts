import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseFountain } from '../../../src/departments/development'

const fixture = (name: string) => parseFountain(readFileSync(new URL(`../../fixtures/scripts/${name}.fountain`, import.meta.url), 'utf8'))
const people = (body: string) => parseFountain(`INT. ROOM - DAY\n\n${body}\n`).characters
const keys = (body: string) => people(body).map((p) => p.key)

describe('people', () => {
  test('market run: cues, groups and their members', () => {
    const script = fixture('market-run')
    expect(script.characters).toMatchObject([
      { key: 'crowd', count: 6, silent: true },
      { key: 'zeynep', description: '19, quick, orange headscarf, satchel', descriptionLine: 7, silent: false, lines: 3 },
      { key: 'kazim', description: '50s, huge, white suit, sunglasses', descriptionLine: 9 },
      { key: 'two-men', count: 2, silent: true, description: 'in black' },
      { key: 'stallholder', description: '60s, moustache, straw hat' },
      { key: 'first-man', memberOf: 'two-men', description: 'in black', silent: false },
      { key: 'second-man', memberOf: 'two-men', silent: true },
    ])
    expect(script.scenes.map((s) => s.characters)).toEqual([
      ['crowd', 'zeynep', 'kazim', 'two-men', 'stallholder'],
      ['zeynep', 'first-man', 'second-man'],
      ['first-man', 'zeynep'],
      ['zeynep', 'stallholder'],
    ])
  })

  test('station nine: titles and full names are the people of the cues', () => {
    const script = fixture('station-nine')
    expect(script.characters).toMatchObject([
      {
        key: 'elodie',
        name: 'ÉLODIE',
        aliases: ['Commander Élodie Marchetti', 'Marchetti'],
        description: expect.stringMatching(/^44, white pressure suit/),
      },
      { key: 'kenji', lines: 4 },
      { key: 'okonkwo', aliases: ['Dr. Adaeze Okonkwo', 'Adaeze'] },
    ])
    expect(script.scenes.map((s) => s.characters)).toEqual([
      ['elodie'],
      ['kenji', 'okonkwo'],
      ['elodie', 'kenji', 'okonkwo'],
      ['kenji', 'elodie'],
      [],
      ['okonkwo'],
    ])
  })

  test('tea and thunder: an appositive before the name', () => {
    const script = fixture('tea-and-thunder')
    expect(script.characters).toMatchObject([
      { key: 'hannelore' },
      { key: 'mirjam' },
      { key: 'jannik', description: '7, striped pyjamas, bare feet, boy', descriptionLine: 40 },
    ])
    expect(script.scenes[3]?.characters).toEqual(['hannelore', 'mirjam', 'jannik'])
  })

  test.each([
    ['MARA, 60s, wiry, a welder’s jacket, crosses to the window.', '60s, wiry, a welder’s jacket'],
    ['MARA (34, tall) enters.', '34, tall'],
    ['MARA — 34, tall — enters.', '34, tall'],
    ['MARA, a waitress in a yellow dress.', 'a waitress in a yellow dress'],
    ['MARA in her fifties sits.', 'in her fifties'],
  ])('%s', (text, description) => {
    expect(people(text)).toMatchObject([{ key: 'mara', description, silent: true, count: 1 }])
  })

  test.each([
    'A BANG. THUNDER rolls.',
    'The KETTLE whistles.',
    'INSERT - SCREEN: a green line.',
    'SMASH CUT to the sea.',
    'The PHONE (old, black) rings.',
    'A MERCEDES, red and dented, stops.',
    'SUPER: “Ten years later”',
  ])('nobody in %s', (text) => {
    expect(keys(text)).toEqual([])
  })

  test('groups have a count', () => {
    expect(people('A dozen SOLDIERS march. THREE NURSES wait. A CROWD OF ONLOOKERS gapes.').map((p) => [p.key, p.count])).toEqual([
      ['soldiers', 12],
      ['three-nurses', 3],
      ['crowd-of-onlookers', 5],
    ])
  })

  test('a person noun in capitals is somebody', () => {
    expect(keys('A YOUNG WAITRESS pours. The DOCTOR’S BAG is open.')).toEqual(['young-waitress'])
  })

  test('extensions, dual and forced cues are one person', () => {
    expect(people('MARA\nA.\n\nMARA (CONT’D)\nB.\n\nMARA (V.O.) ^\nC d.')).toMatchObject([{ key: 'mara', lines: 3, words: 4 }])
    expect(people('DR. BERG\nA.\n\nBERG\nB.')).toMatchObject([{ key: 'berg', lines: 2, aliases: ['Dr. Berg'] }])
  })

  test('names that share a word stay apart', () => {
    expect(keys('ANNA BERG (30) and OTTO BERG (50) sit.\n\nANNA\nHi.')).toEqual(['anna', 'otto-berg'])
    expect(keys('YOUNG MARA (8) runs.\n\nMARA\nHi.')).toEqual(['young-mara', 'mara'])
  })

  test('voices over are not on stage unless action names them', () => {
    const scenes = parseFountain(
      'INT. A - DAY\n\nANNA\nHi.\n\nBEN (O.S.)\nHi.\n\nINT. B - DAY\n\nBen’s voice on the radio.\n\nINT. C - DAY\n\nA photograph of Ben. Anna’s hand.\n',
    ).scenes
    expect(scenes.map((s) => s.characters)).toEqual([['anna'], [], ['anna']])
  })

  test('who does something and has no name is somebody, and the same somebody after that', () => {
    const found = people('Somebody waves. An old woman crosses the yard. A glass breaks. A hand grabs the boy.\n\nThe old woman sits.')
    expect(found.map((p) => [p.key, p.description])).toEqual([
      ['somebody', ''],
      ['old-woman', 'old woman'],
    ])
    // What is only heard is nobody, and somebody of the script is meant where one is.
    expect(keys('Somebody knocks. A waiter brings the bill.\n\nWAITER\nSir.')).toEqual(['waiter'])
    expect(parseFountain('INT. ROOM - DAY\n\nSomeone enters.\n\nThe door.\n').scenes[0]!.characters).toEqual(['somebody'])
  })

  test('who is named in a row with people is one of them', () => {
    expect(keys('CARLA, ALICE and BOB sit with DAN.\n\nALICE\nHi.')).toEqual(['carla', 'alice', 'bob'])
  })

  test('a nickname stays inside the name', () => {
    expect(people('JACK "LUCKY" MALONE, late 30s, unshaven, grins.\n\nJACK\nHi.')).toMatchObject([
      { key: 'jack', aliases: ['Jack Lucky Malone', 'Lucky', 'Malone'], description: 'late 30s, unshaven' },
    ])
  })

  test('a voice is heard, not seen; ALL are those who spoke', () => {
    const script = parseFountain(
      'INT. A - DAY\n\nANNA\nHi.\n\nBEN\nHi.\n\nBEN’S VOICE\nHi?\n\nNARRATOR\nSo.\n\nMAN’S VOICE\nHey.\n\nINT. B - DAY\n\nANNA\nHi.\n\nBEN\nHi.\n\nALL\nCheers!\n',
    )
    expect(script.characters.map((c) => [c.key, c.lines])).toEqual([
      ['anna', 3],
      ['ben', 4],
      ['narrator', 1],
      ['mans-voice', 1],
    ])
    expect(script.scenes.map((s) => s.characters)).toEqual([
      ['anna', 'ben'],
      ['anna', 'ben'],
    ])
  })

  test('two speak together', () => {
    const script = parseFountain('INT. A - DAY\n\nANNA\nHi.\n\nBEN\nHi.\n\nANNA & BEN\nBye.\n')
    expect(script.characters.map((c) => [c.key, c.lines])).toEqual([
      ['anna', 2],
      ['ben', 2],
    ])
  })

  test('names change their endings, or have no capitals', () => {
    expect(fixture('russian').scenes.map((s) => s.characters)).toEqual([['анна'], ['иван', 'анна'], ['анна']])
    expect(fixture('german').scenes.map((s) => s.characters)).toEqual([['greta'], ['greta'], ['greta']])
    expect(fixture('japanese').scenes.map((s) => s.characters)).toEqual([['太郎', '花子'], ['花子']])
    expect(fixture('arabic-greek').characters.map((c) => c.key)).toEqual(['νικος', 'ليلى'])
  })
})
