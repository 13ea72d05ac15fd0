import { describe, expect, it } from 'vitest'
import { castCharacter, heritageWords } from '../../../src/departments/characters'
import { readHeritage } from '../../../src/departments/characters/read-heritage'
import type { ScriptCharacter } from '../../../src/film'

const skinOf = (name: string, description: string) =>
  Number.parseInt(
    castCharacter({
      key: name,
      name,
      aliases: [],
      description,
      descriptionLine: 1,
      count: 1,
      lines: 1,
      words: 1,
    } as unknown as ScriptCharacter).skin.slice(1, 3),
    16,
  )

describe('readHeritage', () => {
  it('hears it said of people, not of things', () => {
    for (const text of [
      'a Nigerian nurse',
      'of Korean descent',
      'Scottish, 50s, fisherman',
      'an old Chinese man',
      'Mexican-American teacher',
      '30, tall, Nigerian, long braids',
      '22, athletic, black, leather jacket',
      '30s Korean, thin',
    ])
      expect(readHeritage(text), text).toBeDefined()
    for (const text of [
      'a black coat',
      'on a Persian rug',
      'a Swiss watch',
      'an American soldier',
      'white shirt',
      'Russian roulette',
      '30, in black, tall',
      'black hair, tall',
    ])
      expect(readHeritage(text), text).toBeUndefined()
  })

  it('shows in a person; what is said of skin wins', () => {
    for (let i = 0; i < 20; i++) {
      expect(skinOf(`N${i}`, 'a Nigerian woman, 30')).toBeLessThan(170)
      expect(skinOf(`S${i}`, 'a Swedish woman, 30')).toBeGreaterThan(200)
      expect(skinOf(`P${i}`, 'a Nigerian woman, 30, pale')).toBeGreaterThan(200)
    }
  })

  it('reads what a production writes', () => {
    expect(heritageWords('Nigerian')).toBe('of nigerian descent')
    expect(heritageWords('east_asian')).toBe('of east asian descent')
    expect(heritageWords('Martian')).toBeUndefined()
  })
})
