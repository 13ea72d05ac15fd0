import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Speaker, TOLD_APART, voiceDistance, voiceOf, voicesOf } from '../../../src/departments/sound'
import { BASE_WORDS_A_MINUTE, VoiceDesign } from '../../../src/film'

const person = (key: string, more: Partial<Speaker> = {}): Speaker => ({
  key,
  name: key.toUpperCase(),
  age: 35,
  sex: 'male',
  heightM: 1.79,
  build: 0.5,
  ...more,
})
const woman = (key: string, more: Partial<Speaker> = {}) => person(key, { sex: 'female', heightM: 1.66, ...more })

describe('voices of a cast', () => {
  it('suit age, sex and body', () => {
    const [girl, grown, old] = [6, 32, 84].map((age) => voiceOf(woman('ada', { age, heightM: age < 10 ? 1.15 : 1.66 })))
    expect(girl).toMatchObject({ base: 'slt' })
    expect(girl!.pitchHz).toBeGreaterThan(250)
    expect(girl!.formant).toBeGreaterThan(grown!.formant * 1.12)
    expect(grown!.pitchHz).toBeGreaterThan(175)
    expect(grown!.pitchHz).toBeLessThan(220)
    expect(old!.pace).toBeLessThan(grown!.pace * 0.9)
    expect(old!.spreadHz / old!.pitchHz).toBeGreaterThan(grown!.spreadHz / grown!.pitchHz)

    expect(['rms', 'awb']).toContain(voiceOf(person('bo')).base)
    expect(voiceOf(person('bo', { age: 8, heightM: 1.28 })).base).toBe('slt')
    expect(voiceOf(person('bo', { heightM: 2, build: 0.95 })).pitchHz).toBeLessThan(voiceOf(person('bo')).pitchHz * 0.92)
    expect(voiceOf(person('bo', { heightM: 2 })).formant).toBeLessThan(voiceOf(person('bo')).formant)
  })

  it('follow what is said of somebody', () => {
    const plain = voiceOf(person('cal'))
    const said = (description: string) => voiceOf(person('cal', { description }))
    expect(said('40, gruff, unshaven').pitchHz).toBeLessThan(plain.pitchHz * 0.9)
    expect(said('a booming innkeeper').formant).toBeLessThan(plain.formant)
    expect(said('soft-spoken clerk').pace).toBeLessThan(plain.pace)
    expect(said('nervous, sweating').pace).toBeGreaterThan(plain.pace)
    expect(said('a Scottish fisherman').base).toBe('awb')
    expect(said('30, cold coffee in a hard hat')).toEqual(plain)
    expect(voiceOf(person('cal', { name: 'STATION COMPUTER' })).base).toBe('kal16')
    expect(voiceOf(person('cal', { name: 'COMPUTER SCIENTIST' })).base).not.toBe('kal16')
  })

  it('keep to what a production asks for', () => {
    const wished = voiceOf(woman('dee', { wish: { name: 'alto', pitchHz: 196, wordsPerMinute: 165 } }))
    expect(wished).toMatchObject({ base: 'slt', pitchHz: 196 })
    expect(wished.pace * BASE_WORDS_A_MINUTE.slt).toBeCloseTo(165, 0)
    expect(voiceOf(woman('dee', { wish: { name: 'bass' } }))).toMatchObject({ base: 'rms', pitchHz: 86 })
    expect(voiceOf(woman('dee', { wish: { name: 'kal16' } })).base).toBe('kal16')
    expect(voiceOf(woman('dee', { wish: { name: 'no such voice' } }))).toEqual(voiceOf(woman('dee')))
    // Nobody else takes it from them, and they take nobody's.
    const cast = voicesOf([woman('eve'), woman('dee', { wish: { pitchHz: voiceOf(woman('eve')).pitchHz } })])
    expect(cast.dee!.pitchHz).toBe(voiceOf(woman('eve')).pitchHz)
    expect(voiceDistance(cast.dee!, cast.eve!)).toBeGreaterThanOrEqual(TOLD_APART)
  })

  it('can be told apart, eight men and eight women in one room, each still a man or a woman', () => {
    const keys = 'ann bea cat dot eva fay gil hue'.split(' ')
    const cast = voicesOf([...keys.map((k) => woman(k)), ...keys.map((k) => person(`mr-${k}`))])
    const voices = Object.entries(cast)
    for (const [i, [a, x]] of voices.entries())
      for (const [b, y] of voices.slice(i + 1)) expect(voiceDistance(x, y), `${a} ${b}`).toBeGreaterThanOrEqual(TOLD_APART)
    for (const [key, voice] of voices) {
      if (key.startsWith('mr-')) expect(voice.pitchHz, key).toBeLessThan(152)
      else expect(voice.pitchHz, key).toBeGreaterThan(148)
    }
  })

  it('stay when others come, unless they would sound alike', () => {
    const cast = [woman('ivy'), person('jon'), woman('kim', { age: 70 })]
    const before = voicesOf(cast)
    expect(voicesOf([...cast, person('leo'), woman('mia')])).toMatchObject(before)
    const twins = voicesOf([woman('ivy', { scenes: ['a'] }), woman('ivy-2', { scenes: ['b'] })])
    expect(twins['ivy-2']).toEqual(voiceOf(woman('ivy-2')))
  })

  it('are voices, whoever somebody is', () => {
    const anybody = fc.record({
      key: fc.string(),
      name: fc.string(),
      age: fc.integer({ min: 1, max: 110 }),
      sex: fc.constantFrom('female' as const, 'male' as const),
      heightM: fc.double({ min: 0.6, max: 2.3, noNaN: true }),
      build: fc.double({ min: 0, max: 1, noNaN: true }),
      description: fc.constantFrom('', 'gruff booming giant', 'frail, shrill, nervous child', 'a robot'),
    })
    fc.assert(
      fc.property(fc.array(anybody, { maxLength: 6 }), (cast) => {
        const voices = voicesOf(cast)
        for (const s of cast) expect(VoiceDesign.parse(voices[s.key])).toEqual(voices[s.key])
      }),
      { seed: 7, numRuns: 150 },
    )
  })
})
