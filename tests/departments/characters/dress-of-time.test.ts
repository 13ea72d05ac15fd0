import { describe, expect, it } from 'vitest'
import { castCharacter, dressOfTime } from '../../../src/departments/characters'
import type { ScriptCharacter } from '../../../src/film'

const person = (name: string, description = '') =>
  castCharacter({
    key: name.toLowerCase(),
    name,
    aliases: [],
    description,
    descriptionLine: 1,
    count: 1,
    lines: 1,
    words: 1,
  } as unknown as ScriptCharacter)
const PEOPLE = Array.from({ length: 60 }, (_, i) => person(`P${i}`, i % 2 ? '30, woman' : '40, man'))
const NONE: ReadonlySet<never> = new Set()

describe('dressOfTime', () => {
  it('leaves today as it is', () => {
    for (const p of PEOPLE) for (const year of [undefined, 2020]) expect(dressOfTime(p, NONE, year)).toEqual(p.wardrobe)
  })

  it('has nobody in what was not worn yet, and everybody dressed', () => {
    for (const p of PEOPLE) {
      for (const year of [1250, 1885, 1930]) {
        const kinds = dressOfTime(p, NONE, year).map((g) => g.kind)
        for (const late of ['jeans', 't-shirt', 'sneakers', 'parka', 'headset', 'backpack']) expect(kinds).not.toContain(late)
        expect(new Set(kinds).size).toBe(kinds.length)
        expect(kinds.some((k) => ['shirt', 'sweater', 'dress', 'robe', 'uniform', 'pyjamas'].includes(k))).toBe(true)
        if (p.sex === 'female' && year < 1920) expect(kinds).not.toContain('trousers')
      }
    }
  })

  it('keeps what is named', () => {
    const p = person('NAMED', '30, woman, jeans, sneakers')
    expect(dressOfTime(p, new Set(['jeans', 'sneakers'] as const), 1885).map((g) => g.kind)).toEqual(
      expect.arrayContaining(['jeans', 'sneakers']),
    )
  })

  it('changes nothing that is of its time already', () => {
    for (const p of PEOPLE) {
      for (const year of [1250, 1885, 1955, 2100]) {
        const once = dressOfTime(p, NONE, year)
        expect(dressOfTime({ ...p, wardrobe: once }, NONE, year)).toEqual(once)
      }
    }
  })
})
