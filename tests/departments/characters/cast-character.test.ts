import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { castCharacter, castMembers, MAX_MEMBERS } from '../../../src/departments/characters'
import { CharacterSpec, personKey, type ScriptCharacter } from '../../../src/film'

const sc = (name: string, description = '', count = 1): ScriptCharacter => ({
  key: name.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
  name,
  aliases: [],
  description,
  descriptionLine: 3,
  silent: false,
  count,
  lines: 1,
  words: 1,
})
const kinds = (s: CharacterSpec) => s.wardrobe.map((g) => g.kind)
const worn = (s: CharacterSpec, kind: string) => s.wardrobe.find((g) => g.kind === kind)

/** How differently two people look, 0 the same: size, build, skin, hair and what covers most of them. */
function difference(a: CharacterSpec, b: CharacterSpec): number {
  const rgb = (hex: string) => [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255)
  const far = (x: string, y: string) => Math.hypot(...rgb(x).map((v, i) => v - rgb(y)[i]!))
  const main = (s: CharacterSpec) => s.wardrobe.filter((g) => !['shoes', 'boots', 'sneakers', 'bare-feet', 'belt'].includes(g.kind)).at(-1)!
  return (
    Math.abs(a.heightM - b.heightM) * 4 +
    Math.abs(a.build - b.build) +
    far(a.skin, b.skin) +
    far(a.hair.colour, b.hair.colour) * 0.6 +
    (a.hair.style === b.hair.style ? 0 : 0.4) +
    (a.hair.beard === b.hair.beard ? 0 : 0.25) +
    (a.sex === b.sex ? 0 : 0.3) +
    (main(a).kind === main(b).kind ? 0 : 0.4) +
    far(main(a).colour, main(b).colour)
  )
}

describe('castCharacter', () => {
  it('reads people as writers put them: fair, silver hair, hair pinned up, a pinstripe suit, black silk', () => {
    const light = (hex: string) => [1, 3, 5].reduce((sum, i) => sum + Number.parseInt(hex.slice(i, i + 2), 16) / 3, 0)
    for (const name of ['THOMAS', 'ALBERT', 'ROBERT', 'EDGARD']) {
      const fair = castCharacter(sc(name, '30, tall, fair, a red coat'))
      expect([fair.hair.colour, light(fair.skin) > 150]).toEqual(['#c7a163', true])
      expect(castCharacter(sc(name, '60, thin, silver hair')).hair.style).not.toBe('bald')
      expect(light(worn(castCharacter(sc(name, '60, a pinstripe suit')), 'suit-jacket')!.colour)).toBeLessThan(70)
      expect(castCharacter(sc(name, '45, a guard in a grey uniform')).hair.style).not.toBe('shoulder')
      expect(light(castCharacter(sc(name, '19, blonde, a blue gown')).skin)).toBeGreaterThan(150)
    }
    // What is fair of a thing is not said of who has it.
    expect(castCharacter(sc('ALBERT', '30, a fair judge of horses')).provenance.find((p) => p.field === 'hair.colour')?.from).toBe('seed')
    expect(castCharacter(sc('RUTH', '68, thin, white hair pinned up, a grey cardigan')).hair.style).toBe('bun')
    const silk = castCharacter(sc('LADY VANE', '58, stout, grey hair, black silk'))
    expect(worn(silk, 'dress')).toMatchObject({ colour: '#212226', material: 'silk' })
    expect(kinds(silk)).not.toContain('trousers')
    expect(worn(castCharacter(sc('LORD VANE', '58, in grey wool')), 'suit-jacket')?.material).toBe('wool')
  })

  it('knows FIRST MAN for the first of TWO MEN: one person under two names', () => {
    const men = castMembers(sc('TWO MEN', 'in black', 2))
    const seen = ({ key: _, name: __, person: ___, provenance: ____, ...rest }: CharacterSpec) => rest
    const as = (name: string) => castCharacter({ ...sc(name, 'in black'), memberOf: 'two-men' })
    expect(personKey(as('FIRST MAN'))).toBe('two-men#1')
    expect(seen(as('FIRST MAN'))).toEqual(seen(men[0]!))
    expect(seen(as('MAN #2'))).toEqual(seen(men[1]!))
    expect(seen(as('SECOND MAN'))).not.toEqual(seen(men[0]!))
    expect(as('OTHER MAN').person).toBeUndefined()
  })

  it('gives a valid spec for any name and description', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 20 }), fc.string({ maxLength: 80 }), (name, description) => {
        const spec = CharacterSpec.parse(castCharacter(sc(name, description)))
        expect(spec.wardrobe.length).toBeGreaterThan(1)
      }),
      { numRuns: 150 },
    )
  })

  it('reads what the description says', () => {
    const h = castCharacter(sc('HANNELORE', '82, tiny, straight-backed, grey bun, blue apron'))
    expect(h.age).toBe(82)
    expect(h.sex).toBe('female')
    expect(h.heightM).toBeLessThan(1.55)
    expect(h.stoop).toBe(0)
    expect(h.hair.style).toBe('bun')
    expect(worn(h, 'apron')?.colour).toBe('#34588f')

    const m = castCharacter(sc('MIRJAM', '35, tall, soaked green parka, cropped red hair'))
    expect(m.hair).toMatchObject({ style: 'crop', colour: '#a5431f' })
    expect(worn(m, 'parka')).toMatchObject({ colour: '#3f6b45', condition: 'wet' })
    expect(m.heightM).toBeGreaterThan(1.7)

    const j = castCharacter(sc('JANNIK', '7, striped pyjamas, bare feet'))
    expect(j.heightM).toBeLessThan(1.35)
    expect(worn(j, 'pyjamas')?.pattern).toBe('stripes')
    expect(kinds(j)).toContain('bare-feet')
    expect(j.hair.beard).toBe('none')

    const k = castCharacter(sc('KAZIM', '50s, huge, white suit, sunglasses'))
    expect(k.age).toBe(55)
    expect(k.build).toBeGreaterThan(0.8)
    expect(worn(k, 'trousers')?.colour).toBe(worn(k, 'suit-jacket')?.colour)
    expect(kinds(k)).toContain('sunglasses')

    const e = castCharacter(sc('COMMANDER ÉLODIE MARCHETTI', '44, white pressure suit, helmet under her arm, scar across the brow'))
    expect(kinds(e)).toContain('spacesuit')
    expect(kinds(e)).not.toContain('helmet')
    expect(e.marks).toContain('scar-brow')
  })

  it('reads what clothes have been through, patterns and trades', () => {
    const soldier = castCharacter(sc('SOLDIER', 'man, 30, torn uniform, bloodied'))
    expect(worn(soldier, 'uniform')).toMatchObject({ condition: 'damaged', also: ['bloodied'] })
    expect(worn(castCharacter(sc('RITA', 'woman, 45, soaked raincoat')), 'coat')).toMatchObject({ condition: 'wet', material: 'nylon' })
    expect(worn(castCharacter(sc('MARA', "60s, wiry, a welder's jacket")), 'jacket')).toMatchObject({ material: 'leather' })
    expect(worn(castCharacter(sc('OTTO', '50s, grey overcoat')), 'coat')).toMatchObject({ material: 'wool', colour: '#7b7d80' })
    expect(worn(castCharacter(sc('LENA', '28, yellow floral dress')), 'dress')?.pattern).toBe('floral')
    expect(worn(castCharacter(sc('NINA', '60, plaid skirt')), 'skirt')?.pattern).toBe('plaid')
  })

  it('gives a hat of no said colour the colour of the coat under it, and of felt without one', () => {
    const bright = (hex: string) => Math.max(...[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)))
    for (let i = 0; i < 12; i++) {
      const stranger = castCharacter(sc(`STRANGER ${i}`, '40s, man, black suit, bowler hat'))
      expect(bright(worn(stranger, 'brim-hat')!.colour)).toBeLessThanOrEqual(bright(worn(stranger, 'suit-jacket')!.colour))
      expect(bright(worn(castCharacter(sc(`ROY ${i}`, '50s, man, hat')), 'brim-hat')!.colour)).toBeLessThan(150)
      expect(worn(castCharacter(sc(`ANN ${i}`, '30s, woman, red hat')), 'brim-hat')!.colour).toBe(
        worn(castCharacter(sc('ANN', '30s, woman, red hat')), 'brim-hat')!.colour,
      )
    }
  })

  it('gives what a trade is named with its colours, and keeps pieces apart', () => {
    const kim = castCharacter(sc('OFFICER KIM', '28, police uniform, cap'))
    expect(worn(kim, 'uniform')?.colour).toBe('#27344f')
    expect(worn(kim, 'cap')?.colour).toBe('#222c42')
    expect(worn(castCharacter(sc('KIM', '28, green police uniform')), 'uniform')?.colour).toBe('#3f6b45')
    const rgb = (hex: string) => [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255)
    const apart = (a: string, b: string) => Math.hypot(...rgb(a).map((v, i) => v - rgb(b)[i]!))
    for (let i = 0; i < 30; i++) {
      const otto = castCharacter(sc(`OTTO ${i}`, '70s, man, tweed jacket, tie'))
      expect(kinds(otto)).toContain('suit-jacket')
      expect(kinds(otto)).not.toContain('jacket')
      for (const kind of ['shirt', 'suit-jacket', 't-shirt', 'sweater'])
        if (worn(otto, kind)) expect(apart(worn(otto, 'tie')!.colour, worn(otto, kind)!.colour), `${i} ${kind}`).toBeGreaterThan(0.15)
      const plaid = worn(castCharacter(sc(`HANK ${i}`, '45, plaid shirt')), 'shirt')!
      expect(apart(plaid.colour, plaid.accent!), `${i} plaid`).toBeGreaterThan(0.2)
      const boone = castCharacter(sc(`BOONE ${i}`, '50s, huge, denim vest'))
      expect(boone.wardrobe.filter((g) => ['jacket', 'suit-jacket', 'coat', 'parka'].includes(g.kind))).toEqual([])
    }
  })

  it('hears a first name behind a title', () => {
    expect(castCharacter(sc('NURSE SOFIA', '60')).sex).toBe('female')
    expect(castCharacter(sc('OLD TOBIAS', '80')).sex).toBe('male')
    expect(castCharacter(sc('JENNY', '30')).sex).toBe('female')
    expect(castCharacter(sc('CHARLIE', '30')).sex).toBe('male')
  })

  it('dresses people for their trade and groups in one colour', () => {
    expect(kinds(castCharacter(sc('DR. OKONKWO', '60')))).toContain('lab-coat')
    expect(kinds(castCharacter(sc('WAITRESS')))).toContain('apron')
    expect(kinds(castCharacter(sc('COP')))).toContain('uniform')
    expect(kinds(castCharacter(sc('FARMER JOE', 'old')))).toContain('overalls')
    for (const man of castMembers(sc('TWO MEN', 'in black', 2))) expect(worn(man, 'suit-jacket')?.colour).toBe('#212226')
  })

  it('covers torso, legs and feet of everybody', () => {
    const legs = ['skirt', 'trousers', 'jeans', 'shorts', 'dress', 'pyjamas', 'overalls', 'robe', 'spacesuit', 'uniform']
    const torso = ['t-shirt', 'shirt', 'sweater', 'dress', 'pyjamas', 'spacesuit', 'uniform', 'robe']
    const feet = ['shoes', 'boots', 'sneakers', 'bare-feet']
    for (let i = 0; i < 300; i++) {
      const spec = castCharacter(sc(`NAME ${i}`, ['', 'red skirt', 'leather jacket', 'blue overalls', 'apron', 'robe', 'vest'][i % 7]))
      for (const need of [legs, torso, feet])
        expect(
          kinds(spec).some((kind) => need.includes(kind)),
          `${spec.name}: ${kinds(spec)}`,
        ).toBe(true)
    }
  })

  it('depends on nothing but the character, and says where traits come from', () => {
    const a = castCharacter(sc('ANNA', '30, red dress'))
    expect(castCharacter({ ...sc('ANNA', '30, red dress'), lines: 99, words: 1000 })).toEqual(a)
    const dress = a.provenance.find((p) => p.field === 'wardrobe.dress')
    expect(dress).toMatchObject({ from: 'script', line: 3 })
    expect(a.provenance.find((p) => p.field === 'skin')?.from).toBe('seed')
  })

  it('expands groups into different people, at most eight', () => {
    const crowd = castMembers(sc('CROWD', '', 12))
    expect(crowd).toHaveLength(MAX_MEMBERS)
    expect(crowd[0]!.key).toBe('crowd#1')
    expect(new Set(crowd.map((c) => c.skin + c.hair.style + c.heightM)).size).toBe(MAX_MEMBERS)
  })

  it('tells any two people apart', () => {
    const people = Array.from({ length: 60 }, (_, i) => castCharacter(sc(`${String.fromCharCode(65 + (i % 26))}NAME${i}`)))
    let near = 0
    for (let i = 0; i < people.length; i++) for (let j = 0; j < i; j++) if (difference(people[i]!, people[j]!) < 0.6) near++
    expect(near / ((people.length * (people.length - 1)) / 2)).toBeLessThan(0.01)
    // The measure itself can tell: one person twice is no difference.
    expect(difference(people[0]!, castCharacter(sc('ANAME0')))).toBe(0)
  })

  it.each([
    ['50, always drums his fingers', ['drums']],
    ['30, tall, keeps her hands in her pockets', ['pockets']],
    ['40s, arms folded', ['folded']],
    ['a butler, hands clasped behind his back', ['behind']],
    ['60, a hand on her hip', ['hip']],
    ['20, one hand in his pocket, fidgets', ['drums', 'pocket']],
    ['30, red coat with two pockets, folded letter in her hand', undefined],
  ])('reads how the hands rest: %s', (description, habits) => {
    expect(castCharacter({ ...sc('SAM', description) }).habits).toEqual(habits)
  })
})
