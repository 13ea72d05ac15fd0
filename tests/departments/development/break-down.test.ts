import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { breakDown, parseFountain } from '../../../src/departments/development'
import { Breakdown } from '../../../src/film'

const items = (body: string) => breakDown(parseFountain(`INT. ROOM - DAY\n\n${body}\n`)).scenes[0]?.items ?? []
const names = (body: string) => items(body).map((i) => `${i.category} ${i.name}`)
const fixture = (name: string) => parseFountain(readFileSync(new URL(`../../fixtures/scripts/${name}.fountain`, import.meta.url), 'utf8'))

describe('breakDown', () => {
  test('fits the schema, a scene each', () => {
    const script = fixture('tea-and-thunder')
    const breakdown = breakDown(script)
    expect(Breakdown.parse(breakdown)).toEqual(breakdown)
    expect(breakdown.scenes.map((s) => s.sceneKey)).toEqual(script.scenes.map((s) => s.key))
  })

  test('tea and thunder: what the kitchen needs', () => {
    const kitchen = breakDown(fixture('tea-and-thunder')).scenes[0]?.items.map((i) => `${i.category} ${i.name}`)
    for (const wanted of [
      'cast hannelore',
      'cast mirjam',
      'weather rain',
      'prop window',
      'prop lamp',
      'prop kettle',
      'prop suitcase',
      'prop cup',
      'sound thunder',
      'action sit',
      'action pour',
    ])
      expect(kitchen).toContain(wanted)
  })

  test('market run: people, groups, animals', () => {
    const scenes = breakDown(fixture('market-run')).scenes.map((s) => s.items.map((i) => `${i.category} ${i.name}`))
    expect(scenes[0]).toEqual(
      expect.arrayContaining(['extras crowd', 'extras two-men', 'cast zeynep', 'prop melon', 'action throw', 'action run']),
    )
    expect(scenes[2]).toEqual(expect.arrayContaining(['prop pistol', 'animal pigeon', 'action jump']))
  })

  test('words in capitals nobody knows are props; known sounds are sounds', () => {
    expect(names('The ORRERY turns. A BANG.')).toEqual(['action turn', 'sound bang', 'prop orrery'])
  })

  test('nouns are not taken for verbs, nor toys for animals', () => {
    expect(names('The light on the wooden horse. A parking lot. High wind.')).toEqual(['light light', 'prop horse', 'weather wind'])
    expect(names('Mara rings the bell.\n\nMARA\nHi.')).toEqual(expect.arrayContaining(['action ring', 'prop bell']))
  })

  test('lines are those of the words', () => {
    expect(items('He lifts the cup.\nThe kettle sings.').map((i) => [i.name, i.text, i.line])).toEqual([
      ['lift', 'lifts', 3],
      ['cup', 'cup', 3],
      ['kettle', 'kettle', 4],
      ['sing', 'sings', 4],
    ])
  })
})
