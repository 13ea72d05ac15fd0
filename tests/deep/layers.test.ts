import { describe, expect, it } from 'vitest'
import { castCharacter } from '../../src/departments/characters'
import { VERBS } from '../../src/film'
import { sc } from '../stage/actors/any-person'
import { buildActor, coveredIn, posesOf, worstPoke } from '../stage/actors/poke'

const WORN = [
  'man, grey overcoat',
  'woman, navy suit',
  'man, red hoodie and shorts',
  'woman, floral dress',
  'man, police uniform',
  'woman, raincoat',
  'farmer',
  'woman, plaid skirt and jumper',
  'man, leather jacket and jeans',
  'woman, white shirt and black trousers',
  'boy, 8, blue jacket and jeans',
]

describe('layers of clothes, at length', () => {
  it.each(WORN.map((description, i) => [description, i] as const))(
    '%s: nothing stands out by more than 2 mm in eight frames of every action',
    (description, i) => {
      const wrong: string[] = []
      const spec = castCharacter({ ...sc(`WORN ${i}`, description), key: `worn-${i}` })
      const g = buildActor(spec, 'full')
      const covered = coveredIn(g)
      for (const pose of ['stand', 'sit', 'kneel', 'crouch', 'lie', ...VERBS.map((v) => `stand+${v}`)])
        for (const state of posesOf(spec, pose, 8)) {
          const poke = worstPoke(g, covered, state)
          if (poke.metres > 0.002) wrong.push(`${description}, ${pose}: ${(poke.metres * 1000).toFixed(1)} mm, ${poke.what}`)
        }
      expect(wrong).toEqual([])
    },
  )
})
