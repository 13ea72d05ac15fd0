import { describe, expect, it } from 'vitest'
import { castCharacter, dressOfTime } from '../../../src/departments/characters'
import { sc } from './any-person'
import { buildActor, coveredIn, posesOf, worstPoke } from './poke'

const bea = castCharacter(sc('BEA', 'woman, 35, white shirt and blue jeans, belt'))
const beaBuilt = buildActor(bea, 'full')

/** Somebody in skirts that reach the ankles. */
const dressed1815 = (name: string, words: string) => {
  const spec = castCharacter(sc(name, words))
  return { ...spec, wardrobe: dressOfTime(spec, new Set(), 1815) }
}

describe('layers of clothes', () => {
  it('nothing stands out of what covers it in poses of the library', () => {
    const wrong: string[] = []
    for (const [name, spec, poses] of [
      ['BEA', bea, ['stand', 'sit', 'stand+reach', 'stand+punch']],
      ['OTTO', castCharacter(sc('OTTO', '50s, man, grey overcoat')), ['sit', 'stand+pick-up', 'stand+wave']],
      ['NINA', castCharacter(sc('NINA', 'woman, 60, plaid skirt and green jumper')), ['sit', 'kneel', 'stand+kick']],
      ['MARY', dressed1815('MARY', 'woman, 25, blue skirt and white blouse'), ['stand', 'kneel', 'stand+reach']],
      ['BOONE', castCharacter(sc('BOONE', '50s, man, huge, denim vest, red suit jacket')), ['stand']],
      ['MARA', castCharacter(sc('MARA', "60s, wiry, a welder's jacket")), ['sit', 'crouch', 'stand+throw']],
    ] as const) {
      const g = spec === bea ? beaBuilt : buildActor(spec, 'full')
      const covered = coveredIn(g)
      expect(covered.length, name).toBeGreaterThan(100)
      for (const pose of poses)
        for (const state of posesOf(spec, pose, 1)) {
          const poke = worstPoke(g, covered, state)
          if (poke.metres > 0.002) wrong.push(`${name} ${pose}: ${(poke.metres * 1000).toFixed(1)} mm, ${poke.what}`)
        }
    }
    expect(wrong).toEqual([])
  })

  it('sees what does stand out', () => {
    const g = beaBuilt
    const covered = coveredIn(g)
    const shirt = covered.filter((c) => c.inner === 'inner')
    expect(shirt.length).toBeGreaterThan(20)
    const positions = g.body.positions.slice()
    // A tucked shirt pushed out by three centimetres.
    for (const { vertex } of shirt) {
      const r = Math.hypot(positions[vertex * 3]!, positions[vertex * 3 + 2]!) || 1
      positions[vertex * 3]! *= 1 + 0.03 / r
      positions[vertex * 3 + 2]! *= 1 + 0.03 / r
    }
    const [state] = posesOf(bea, 'stand', 1)
    expect(worstPoke({ ...g, body: { ...g.body, positions } }, covered, state!).metres).toBeGreaterThan(0.005)
  })
})
