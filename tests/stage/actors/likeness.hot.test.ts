import { describe, expect, it } from 'vitest'
import { castCharacter } from '../../../src/departments/characters'
import { sc } from './any-person'
import { difference, looksOf } from './likeness'

const person = (name: string, words: string) => castCharacter(sc(name, words))

describe('likeness', () => {
  const ana = person('ANA', 'woman, 30, tall, red coat, long black hair')
  const bob = person('BOB', 'man, 60, heavy, grey suit, bald')

  it('is none with oneself, and grows from another coat to another person', () => {
    const own = looksOf(ana)
    const coat = looksOf({ ...ana, wardrobe: ana.wardrobe.map((g) => (g.kind === 'coat' ? { ...g, colour: '#24508f' } : g)) })
    expect(difference(own, looksOf(ana))).toEqual({ silhouette: 0, colour: 0, seen: 0 })
    expect(difference(own, coat).silhouette).toBe(0)
    expect(difference(own, coat).colour).toBeGreaterThan(0.01)
    expect(difference(own, looksOf(bob)).seen).toBeGreaterThan(2 * difference(own, coat).seen)
  })

  it('no two of an undescribed cast look alike', () => {
    const cast = ['MARGOT', 'HUGO', 'IDA', 'LEON', 'CLARA', 'VICTOR'].map((name) => looksOf(person(name, '')))
    for (const [i, a] of cast.entries()) for (const b of cast.slice(i + 1)) expect(difference(a, b).seen).toBeGreaterThan(1)
  })
})
