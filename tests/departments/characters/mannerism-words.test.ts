import { describe, expect, it } from 'vitest'
import { nearestMannerism, readHabits } from '../../../src/departments/characters'
import { MANNERISMS, type Mannerism } from '../../../src/film'

const SAID: readonly (readonly [string, Mannerism])[] = [
  ['she chews her lip', 'bites-lip'],
  ['a man who never stops tapping his foot', 'taps-foot'],
  ['twirls her hair around a finger', 'twirls-hair'],
  ['strokes his long grey beard', 'strokes-beard'],
  ['keeps checking her watch', 'checks-watch'],
  ['runs a hand through his hair', 'combs-hair'],
  ['never looks anyone in the eye', 'avoids-eyes'],
  ['shoots his cuffs', 'fixes-cuffs'],
  ['shifts from foot to foot', 'shifts-weight'],
  ['a lopsided grin', 'half-smile'],
  ['constantly clearing his throat', 'clears-throat'],
  ['raises one eyebrow', 'raises-eyebrow'],
  ['tucking a strand behind her ear', 'tucks-hair'],
  ['walks with a limp', 'limps'],
]

describe('words of mannerisms', () => {
  it('are understood as people write them', () => {
    for (const [words, mannerism] of SAID) expect(readHabits(words), words).toEqual([mannerism])
  })

  it('are understood by every name of the list', () => {
    for (const m of MANNERISMS) expect(readHabits(`always ${m.replaceAll('-', ' ')}`), m).toEqual([m])
  })

  it('that an introduction tells as done once are no mannerism, until it says that they are always done', () => {
    for (const words of ['nods and leaves', 'checks his watch', 'sighs', 'scratches his head at the map', 'stares'])
      expect(readHabits(words), words).toEqual([])
    expect(readHabits('checks his watch. He always nods')).toEqual(['nods'])
    expect(readHabits('nods a lot')).toEqual(['nods'])
    expect(readHabits('an old man with a dog, 70, a coat')).toEqual([])
  })

  it('that nobody knows are asked back about', () => {
    expect(nearestMannerism('scratchs hed')).toBe('scratches-head')
    expect(nearestMannerism('clears troat')).toBe('clears-throat')
    expect(nearestMannerism('plays the trombone')).toBeUndefined()
  })
})
