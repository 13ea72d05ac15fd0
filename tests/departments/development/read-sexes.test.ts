import { describe, expect, it } from 'vitest'
import { castMembers } from '../../../src/departments/characters'
import { parseFountain } from '../../../src/departments/development'

const people = (body: string) => parseFountain(`INT. KITCHEN - DAY\n\n${body}\n`).characters
const sexes = (body: string) => Object.fromEntries(people(body).map((c) => [c.name, c.sex]))
const cast = (body: string) => Object.fromEntries(people(body).map((c) => [c.name, castMembers(c)[0]!]))

describe('she and he', () => {
  it('are whom the sentence before names alone', () => {
    expect(sexes('GRETE (70s) steps out. She pours tea. RAY (30) waits. His hands shake. Grete and Ray look up. She nods.')).toEqual({
      GRETE: 'female',
      RAY: 'male',
    })
  })

  it('are told by herself and himself, and by what follows a speech twice', () => {
    expect(sexes('VALE (40) looks at herself in the glass.')).toEqual({ VALE: 'female' })
    expect(sexes('QUINN\nNo.\n\nHe turns away.')).toEqual({ QUINN: undefined })
    expect(sexes('QUINN\nNo.\n\nHe turns away.\n\nQUINN\nNo.\n\nHe leaves.')).toEqual({ QUINN: 'male' })
  })

  it('are nobody when the script says both, and no group', () => {
    expect(sexes('VALE (40) sits. She eats. Vale stands. He leaves.')).toEqual({ VALE: undefined })
    expect(sexes('Six GUARDS wait. He nods.')).toEqual({ GUARDS: undefined })
  })
})

describe('who somebody is', () => {
  it('follows the story, then the clothes, then the name', () => {
    const made = cast(
      'GRETE (70s, white hair in a braid, apron over a blue dress) steps out.\n\nHANSIE (70s, flour on the cheeks) comes in. He laughs.\n\nMORGAN (30, grey suit) sits. She smiles.',
    )
    expect([made.GRETE!.sex, made.GRETE!.hair.beard]).toEqual(['female', 'none'])
    expect(made.HANSIE!.sex).toBe('male')
    expect(made.MORGAN!.sex).toBe('female')
    expect(cast('OFFICER PAUL (30, dress uniform) waits.')['OFFICER PAUL']!.sex).toBe('male')
  })

  it.each(['dark skin', 'very dark skin', 'dark-skinned', 'deep brown skin'])('has %s', (words) => {
    const rgb = /#(..)(..)(..)/
      .exec(cast(`OTIS (52, ${words}, grey suit) waits.`).OTIS!.skin)!
      .slice(1)
      .map((v) => Number.parseInt(v, 16))
    expect(rgb[0]!).toBeLessThan(0xa0)
  })

  it('is who is named behind what they are, with what stands behind the bracket too', () => {
    expect(
      people(
        'A NURSE, MEI-LING (30, blue scrubs), comes in. A punk with a green mohawk, SPIKE (22, leather jacket), leans at the door. Her brother ARJUN (8), pyjamas, bare feet, sits. TOM (30), tired, sits.',
      ).map((c) => [c.name, c.description]),
    ).toEqual([
      ['MEI-LING', '30, blue scrubs, NURSE'],
      ['SPIKE', '22, leather jacket, punk with a green mohawk'],
      ['ARJUN', '8, pyjamas, bare feet'],
      ['TOM', '30'],
    ])
  })

  it('is the same by a shorter name: OLD MAN HENNESSY is Hennessy, DR. OKAFOR is Amara', () => {
    const made = cast('DR. AMARA OKAFOR (45) waits. OLD MAN HENNESSY, 80s, bald, dozes.\n\nDR. OKAFOR\nNext.\n\nHENNESSY\nMe?')
    expect(Object.keys(made)).toEqual(['DR. OKAFOR', 'HENNESSY'])
    expect([made['DR. OKAFOR']!.sex, made.HENNESSY!.age > 79, made.HENNESSY!.hair.style]).toEqual(['female', true, 'bald'])
    expect(people('YOUNG MARA (8) runs.\n\nMARA\nNo.')).toHaveLength(2)
  })

  it('is one person with an article and without', () => {
    expect(people('A STRANGER (40, black coat) enters.\n\nTHE STRANGER\nGood evening.').map((c) => [c.name, c.description])).toEqual([
      ['THE STRANGER', '40, black coat'],
    ])
    expect(people('THE STRANGER\nNo.\n\nSTRANGER\nYes.').map((c) => [c.name, c.lines])).toEqual([['STRANGER', 2]])
  })
})
