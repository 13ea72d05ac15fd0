import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { continuityText } from '../../../../src/cli/continuity-text'
import { appearanceIn, castMembers } from '../../../../src/departments/characters'
import { parseFountain } from '../../../../src/departments/development'
import { Continuity, type Look } from '../../../../src/film'
import { castBook, continuityOf, openProduction, PLAIN_SETTINGS, sliceOf } from '../../../../src/production'

const CAST = 'MARA (30, woman, blue dress, long black hair) and OTTO (40, man, grey coat) wait.'
const kept = (text: string) => continuityOf(parseFountain(text), PLAIN_SETTINGS)
/** Looks at the end of the last scene, behind everything that is told of it. */
const told = (...scenes: string[]) => {
  const continuity = kept(
    [`INT. HALL - DAY\n\n${CAST}`, ...scenes.map((s) => (/^(?:INT|EXT)/.test(s) ? s : `INT. HALL - LATER\n\n${s}`))].join('\n\n'),
  )
  const scene = continuity.scenes.at(-1)!
  return { continuity, of: (key: string): Look => appearanceIn(continuity, key, scene.sceneKey, 1e6)! }
}
const kinds = (look: Look) => look.wardrobe.map((g) => g.kind)

describe('keepContinuity', () => {
  it.each([
    ['Mara changes into a black suit.', 'mara', 'suit-jacket', 'dress'],
    ['Mara enters, now in a red dress.', 'mara', 'dress', 'parka'],
    ['Otto takes off his coat, hangs it on the chair.', 'otto', 't-shirt|shirt|sweater', 'coat'],
    ['Mara looks at Otto and puts on her hat.', 'mara', 'brim-hat', 'coat'],
    ['Otto hands Mara a cup. He pulls on his gloves.', 'otto', 'gloves', 'scarf'],
    ['Wearing a helmet, Otto comes in.', 'otto', 'helmet', 'scarf'],
    ['Mara nods. She puts her sunglasses on.', 'mara', 'sunglasses', 'scarf'],
    ['Mara kicks off her shoes and pulls on a pair of rubber boots.', 'mara', 'boots', 'bare-feet'],
  ])('%s', (text, who, has, hasNot) => {
    const look = told(text).of(who)
    expect(kinds(look).join(' ')).toMatch(new RegExp(`\\b(?:${has})\\b`))
    expect(kinds(look)).not.toContain(hasNot)
    expect(look.changes.every((c) => c.line > 0 && c.what !== '')).toBe(true)
  })
  it.each([
    ['The plane takes off. Otto waves.', 'otto'],
    ['Mara takes off, running. Otto pulls on the rope.', 'mara'],
    ['The car is covered in mud. The walls are covered in blood. Mara looks at Otto.', 'mara'],
    ['Otto almost cuts his hand. He does not take off his coat.', 'otto'],
    ['There is a coat on the chair. The dress of a bride hangs in the window. Mara waits.', 'mara'],
    ['The shot rings out. Mara is dead tired. The music dies down.', 'mara'],
  ])('nothing happens to anybody in: %s', (text, who) => {
    const { continuity, of } = told(text)
    const first = appearanceIn(continuity, who, continuity.scenes[0]!.sceneKey)!
    expect({ ...of(who), changes: [], line: 0 }).toEqual({ ...first, changes: [], line: 0 })
  })
  it.each([
    ['Otto is shot in the left shoulder.', 'otto', 'gunshot', 'left shoulder'],
    ['A bullet hits Otto in the leg.', 'otto', 'gunshot', 'leg'],
    ['Mara shoots Otto in the arm.', 'otto', 'gunshot', 'arm'],
    ['Mara turns. There is a deep cut over her eye.', 'mara', 'cut', 'eye'],
    ['Otto has a black eye.', 'otto', 'bruise', 'eye'],
    ['Mara breaks her arm.', 'mara', 'break', 'arm'],
    ['Otto stares at his bandaged hand.', 'otto', 'wound', 'hand'],
    ['Mara burns her hand.', 'mara', 'burn', 'hand'],
    ['Otto limps to the door.', 'otto', 'sprain', ''],
    ['Mara punches Otto in the face.', 'otto', 'bruise', 'face'],
  ])('%s', (text, who, kind, place) => {
    const { of } = told(text)
    expect(of(who).injuries.map((i) => [i.kind, i.place])).toEqual([[kind, place]])
    expect(of(who === 'otto' ? 'mara' : 'otto')?.injuries ?? []).toEqual([])
  })
  it.each([
    ['Otto, bloodied, staggers in. Mara turns.', 'blood-face', 'bloodied'],
    ['Otto, tired and muddy, sits down.', 'dirt-face', 'dirty'],
  ])('%s', (text, mark, condition) => {
    const { of } = told(text)
    expect(of('otto').marks).toContain(mark)
    expect(of('otto').wardrobe.some((g) => g.condition === condition || g.also?.includes(condition as 'dirty'))).toBe(true)
    expect(of('mara')?.marks ?? []).not.toContain(mark)
  })
  it('lets wounds heal over story days', () => {
    const cut = 'Mara has a gash across her cheek.'
    const stages = (next: string) => told(cut, next).of('mara')
    expect(stages('Mara sits.').marks).toEqual(['cut-cheek'])
    expect(stages('INT. HALL - THE NEXT MORNING\n\nMara sits.').marks).toEqual(['plaster-cheek'])
    expect(stages('INT. HALL - DAY - A WEEK LATER\n\nMara sits.').injuries[0]).toMatchObject({ days: 7, stage: 'healing' })
    expect(stages('INT. HALL - DAY - A MONTH LATER\n\nMara sits.').injuries).toEqual([])
    expect(told('Otto is shot in the arm.', 'INT. HALL - DAY - A YEAR LATER\n\nOtto sits.').of('otto').injuries[0]?.stage).toBe('scar')
  })
  it('lets rain wet those outside, and time dry them', () => {
    const rain = 'EXT. YARD - DAY\n\nRain. Mara runs.'
    expect(
      told(rain)
        .of('mara')
        .wardrobe.map((g) => g.condition),
    ).toContain('wet')
    expect(told(rain, 'INT. HALL - CONTINUOUS\n\nMara sits.').of('mara').marks).toEqual(['wet-skin'])
    expect(
      told(rain, 'INT. HALL - NIGHT\n\nMara sits.')
        .of('mara')
        .wardrobe.map((g) => g.condition),
    ).not.toContain('wet')
    expect(told('INT. HALL - DAY\n\nRain on the window. Mara sits.').of('mara').marks).toEqual([])
  })
  it('lets years pass, and flashbacks begin afresh', () => {
    expect(told('INT. HALL - DAY - TWENTY-FIVE YEARS LATER\n\nMara sits.').of('mara')).toMatchObject({ age: 55 })
    const back = told('Mara breaks her arm.', 'INT. HALL - DAY - TWENTY YEARS EARLIER\n\nMara sits.', 'INT. HALL - DAY\n\nMara sits.')
    expect(appearanceIn(back.continuity, 'mara', back.continuity.scenes[2]!.sceneKey)).toMatchObject({ age: 10, injuries: [] })
    expect(back.of('mara').injuries).toHaveLength(1)
  })
  it('reads hair', () => {
    expect(told('Mara, her hair tied back, enters.').of('mara').hair.style).toBe('ponytail')
    expect(told('Mara cuts her hair.').of('mara').hair.style).toBe('bob')
    expect(told('Otto shaves his head.').of('otto').hair.style).toBe('bald')
  })
  it('tells where the script contradicts itself, with both lines', () => {
    const rules = (...scenes: string[]) =>
      told(...scenes).continuity.breaks.map((b) => [b.rule.replace('continuity.', ''), b.line, b.otherLine])
    expect(rules('Otto dies.', 'OTTO\nHello.')).toEqual([['dead-acts', 11, 7]])
    expect(rules('Otto dies.', 'OTTO (V.O.)\nHello.', 'INT. HALL - DAY - FLASHBACK\n\nOTTO\nHello.')).toEqual([])
    expect(rules('Mara breaks her leg.', 'EXT. FIELD - CONTINUOUS\n\nMara runs.')).toEqual([['wound-vanishes', 11, 7]])
    expect(rules('Otto has a cut across his left hand.', 'Otto looks at his bandaged right hand.')).toEqual([['wound-moves', 11, 7]])
    expect(rules('Mara puts the letter on the table.', 'INT. BAR - DAY\n\nMara reads the letter.')).toEqual([['prop-elsewhere', 11, 7]])
    expect(rules('Otto takes off his coat.', 'Otto takes off his coat.')).toEqual([['not-worn', 11, 7]])
    expect(rules('MARA\nHere.', 'INT. STATION - MEANWHILE\n\nMARA\nThere.')).toEqual([['two-places', 12, 7]])
    expect(rules('Mara takes the letter.', 'INT. BAR - DAY\n\nMara reads the letter.', 'INT. BAR - LATER\n\nMARA\nWell.')).toEqual([])
  })
  it('lists costumes with their scenes', () => {
    const { continuity } = told('Mara changes into a black suit.', 'Mara sits.')
    expect(continuity.costumes.filter((c) => c.character === 'mara').map((c) => [c.key, c.scenes.length])).toEqual([
      ['mara.1', 2],
      ['mara.2', 2],
    ])
  })
  it('is right by its schema for every script, whatever it says', () => {
    const folder = new URL('../../../fixtures/scripts/', import.meta.url)
    for (const file of readdirSync(folder).filter((f) => f.endsWith('.fountain'))) {
      const made = kept(readFileSync(new URL(file, folder), 'utf8'))
      expect(() => Continuity.parse(made), file).not.toThrow()
      expect(made.breaks, file).toEqual([])
    }
  })

  it('keeps a group as one: what befalls the guards befalls each of them, by whatever name, and stays', () => {
    const script = parseFountain(`INT. GATE - DAY

Two GUARDS (40s, blue uniforms) stand by the door. A CROWD waits.

GUARDS
Halt!

The guards are shot in the arm. They put on black coats.

EXT. YARD - LATER

FIRST GUARD nods.

INT. HALL - LATER

The guards wait. The crowd is soaked. First Guard takes off his coat.

EXT. ROAD - LATER

The guards and the crowd wait.`)
    const continuity = continuityOf(script, PLAIN_SETTINGS)
    const at = (scene: number, key: string) => appearanceIn(continuity, key, continuity.scenes[scene]!.sceneKey, 1e6)
    expect(script.characters.find((c) => c.key === 'guards')?.count).toBe(2)
    for (const [scene, key] of [
      [0, 'guards#1'],
      [0, 'guards#2'],
      [1, 'first-guard'],
      [2, 'guards#2'],
      [3, 'guards#2'],
    ] as const) {
      expect(kinds(at(scene, key)!), key).toEqual(expect.arrayContaining(['uniform', 'coat']))
      expect(at(scene, key)!.injuries.map((i) => [i.kind, i.place])).toEqual([['gunshot', 'arm']])
    }
    expect(at(1, 'guards#2')).toBeUndefined()
    // The first of them is one man with two names.
    expect(kinds(at(2, 'guards#1')!)).not.toContain('coat')
    expect(kinds(at(3, 'guards#1')!)).not.toContain('coat')
    const [guard, first] = ['guards', 'first-guard'].map((key) => castMembers(script.characters.find((c) => c.key === key)!)[0]!)
    expect({ ...first!, key: '', name: '', person: '', provenance: [] }).toEqual({
      ...guard!,
      key: '',
      name: '',
      person: '',
      provenance: [],
    })
    const crowd = continuity.scenes[2]!.looks.filter((l) => l.character.startsWith('crowd#'))
    expect(crowd.length).toBeGreaterThan(3)
    expect(crowd.filter((l) => l.line > 0).every((l) => l.wardrobe.every((g) => g.condition === 'wet'))).toBe(true)
    expect(continuity.costumes.filter((c) => c.character === 'guards#2').map((c) => c.scenes.length)).toEqual([1, 3])
  })

  it('puts the same clothes on a group in the picture and tells of them once', () => {
    const film = openProduction({
      main: 'film.fountain',
      files: [
        {
          name: 'film.fountain',
          bytes: new TextEncoder().encode(
            'INT. GATE - DAY\n\nThree SOLDIERS wait.\n\nThe soldiers put on red coats.\n\nINT. YARD - LATER\n\nThe soldiers wait.\n\nThe soldiers walk to the table.\n',
          ),
        },
      ],
    })
    if (!film.ok) throw new Error('no film')
    const { store, script, continuity } = film.film
    const last = store.plan.scenes.at(-1)!.key
    const shot = store.plan.shots.findLast((s) => s.sceneKey === last)!
    const worn = sliceOf(store, shot.key).cast.map((c) => c.wardrobe.find((g) => g.kind === 'coat')?.colour)
    expect(worn.length).toBe(3)
    expect(new Set(worn)).toEqual(new Set([expect.stringMatching(/^#/)]))
    const page = continuityText(continuity, script, [])
    expect(page).toMatch(/2\. INT\. YARD.*\n {3}SOLDIERS 1, 2, 3: .*uniform.*coat/)
    expect(castBook(film.film).every((p) => p.scenes.length === 2)).toBe(true)
  })
})
