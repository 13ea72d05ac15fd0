import { describe, expect, it } from 'vitest'
import { breakDown, readScript } from '../../../src/departments/development'
import { shotList } from '../../../src/departments/previs'
import type { Script } from '../../../src/film'
import { sliceOf } from '../../../src/production'
import {
  castInScene,
  createProduction,
  crossAfter,
  filmSettingsOf,
  type LoadedProduction,
  loadProduction,
  placeOfScene,
  scriptFromShots,
  shotsInScene,
  TEMPLATES,
} from '../../../src/production/master'
import { openProduction } from '../../../src/production/open-production'
import { planFilm } from '../../../src/production/phases'
import { file, KITCHEN, load, sample } from './files'

const scriptOf = ({ script, production }: LoadedProduction): Script => (script ? readScript(script) : scriptFromShots(production))

/** Every scene's shots, as the production wants them. */
function shotsOf(loaded: LoadedProduction) {
  const script = scriptOf(loaded)
  const { settings } = filmSettingsOf(loaded.production, loaded.document)
  const list = shotList(script, breakDown(script), { fps: settings.fps })
  return list.scenes.map((s, i) => shotsInScene(s, settings, { index: i + 1, number: script.scenes[i]?.heading.number }, script.characters))
}

const all = (loaded: LoadedProduction) => [...loaded.diagnostics, ...filmSettingsOf(loaded.production, loaded.document).diagnostics]

describe('filmSettingsOf', () => {
  it('is plain JSON', () => {
    const loaded = loadProduction([sample('night-owls.production.yaml'), sample('night-owls.fountain')], 'night-owls.production.yaml')
    const { settings } = filmSettingsOf(loaded.production, loaded.document)
    expect(JSON.parse(JSON.stringify(settings))).toEqual(settings)
  })

  it('changes nothing for a production that says nothing', () => {
    const loaded = loadProduction([KITCHEN], 'kitchen.fountain')
    const { settings, diagnostics } = filmSettingsOf(loaded.production, loaded.document)
    const script = scriptOf(loaded)
    const list = shotList(script, breakDown(script), { fps: settings.fps })
    expect(diagnostics).toEqual([])
    expect(shotsOf(loaded)).toEqual(list.scenes)
    for (const { heading } of script.scenes) {
      const { locationKey, location, setting, timeOfDay } = heading
      expect(placeOfScene(heading, settings, { index: 1 })).toEqual({
        locationKey,
        location,
        setting,
        timeOfDay,
        set: undefined,
        year: undefined,
        lamps: [],
        words: [],
        props: [],
      })
    }
  })

  it('lays a listed camera over the planned shot, and no other', () => {
    const plain = shotsOf(load('script: kitchen.fountain'))
    const said = shotsOf(
      load(
        'script: kitchen.fountain\nshots: [{ name: sc1.sh2, camera: { size: extreme close-up, lens: 100mm, angle: low angle, move: dolly in, subjects: [BEN] } }]',
      ),
    )
    expect(said[0]?.shots[1]).toMatchObject({
      size: 'ECU',
      lensMm: 100,
      angle: 'low',
      move: 'push-in',
      framing: 'single',
      subjects: ['ben'],
    })
    expect(said[0]?.shots[1]?.key).toBe(plain[0]?.shots[1]?.key)
    expect(said[0]?.shots.filter((_, i) => i !== 1)).toEqual(plain[0]?.shots.filter((_, i) => i !== 1))
    expect(said.slice(1)).toEqual(plain.slice(1))
  })

  it('frames nobody as a place, whatever is asked', () => {
    const said = shotsOf(load('script: kitchen.fountain\nshots: [{ name: sc2.sh1, camera: { framing: two-shot, subjects: [] } }]'))
    expect(said[1]?.shots[0]).toMatchObject({ framing: 'establishing', subjects: [] })
  })

  it('ends scenes as asked', () => {
    const loaded = load(
      'script: kitchen.fountain\nfps: 24\neditorial: { transitions: [{ scene: 1, type: dissolve, frames: 12 }, { scene: 2, type: fade out }, { scene: 3, type: fade in, at: in }] }',
    )
    const { settings } = filmSettingsOf(loaded.production, loaded.document)
    expect(shotsOf(loaded).map((s) => [s.transitionIn, s.transitionOut])).toEqual([
      ['cut', 'cut'],
      ['cut', 'fade'],
      ['fade', 'cut'],
    ])
    expect([1, 2].map((index) => crossAfter(settings, { index }))).toEqual([{ kind: 'dissolve', frames: 12 }, undefined])
  })

  it('reads people in words, units and colours', () => {
    const loaded = load(`
script: kitchen.fountain
characters:
  - name: Ben
    sex: male
    age: 71
    height: 5'4"
    body_type: stocky
    skin: '#a07050'
    eyes: blue
    hair: bald
    wardrobe: [{ kind: coat, colour: '#123456', condition: torn }, jeans, boots]
`)
    const { settings } = filmSettingsOf(loaded.production, loaded.document)
    const ben = scriptOf(loaded).characters.find((c) => c.key === 'ben')
    const spec = ben && castInScene(ben, settings, { index: 1 })[0]
    expect(spec).toMatchObject({ sex: 'male', age: 71, heightM: 1.626, skin: '#a07050', eyes: '#4b7fa8', hair: { style: 'bald' } })
    expect(spec?.wardrobe.find((g) => g.kind === 'coat')).toMatchObject({ colour: '#123456', condition: 'damaged' })
    expect(spec?.build).toBeGreaterThan(0.6)
  })

  it('plays in its era: sets, clothes; shot by its own camera; people of their descent, cast after somebody', () => {
    const settingsOf = (yaml: string) => {
      const loaded = load(yaml)
      return { ...filmSettingsOf(loaded.production, loaded.document), script: scriptOf(loaded) }
    }
    const plain = settingsOf('script: kitchen.fountain')
    const { settings, diagnostics, script } = settingsOf(`
script: kitchen.fountain
style: { era: Victorian }
camera: { lens: 85, angle: low }
characters: [{ name: Anna, ethnicity: Nigerian, actor: a young singer }]
`)
    expect(diagnostics).toEqual([])
    const [now, then] = [planFilm(script, plain.settings), planFilm(script, settings)]
    // Where a room is too small for the lens, the camera takes a wider one, and says so.
    expect(then.shotList.scenes.flatMap((s) => s.shots).every((s) => s.angle === 'low' && s.lensMm === 85)).toBe(true)
    expect(Object.values(then.store.sets).map((s) => s.year)).toEqual(Object.values(then.store.sets).map(() => 1885))
    expect(Object.values(then.store.cast).flatMap((c) => c.wardrobe.map((g) => g.kind))).not.toContain('jeans')
    const skin = (film: typeof now) => Number.parseInt(film.store.cast.anna?.skin.slice(1, 3) ?? '', 16)
    expect(skin(then)).toBeLessThan(170)
    expect(then.references.get('anna')).toEqual({ note: 'a young singer' })
    expect(now.references.size).toBe(0)
    const odd = settingsOf('script: kitchen.fountain\nstyle: { era: soonish }\ncharacters: [{ name: Anna, ethnicity: Martian }]')
    expect(odd.diagnostics.map((d) => [d.rule, d.line])).toEqual([
      ['film.ethnicity', 3],
      ['film.era', 2],
    ])
  })

  it('says each thing that it cannot honour, at its line', () => {
    const loaded = load(`script: kitchen.fountain
locations:
  - { name: KITCHEN, preset: zzyzx, props: [flux capacitor, kettle] }
shots:
  - { name: hero, camera: { lens: 50 } }
  - { name: sc1.sh1, seconds: 3, vfx: [explosion], characters: [{ name: ANNA, at: [1, 0, 2] }] }
vfx: { fog: thick }
outputs: [{ preset: youtube_1080p, fps: 60 }, social_square]
`)
    expect(all(loaded).map((d) => [d.rule, d.line])).toEqual([
      ['film.not-yet', 7],
      ['film.set-kind', 3],
      ['film.prop', 3],
      ['film.shot-name', 5],
      ['film.effect', 6],
    ])
  })
})

describe('productions without a script', () => {
  it('[RND-05] one shot: set, subject, camera, light, backdrop', () => {
    const loaded = loadProduction([sample('shot.yaml')], 'shot.yaml')
    expect(all(loaded)).toEqual([])
    const [scene, ...more] = shotsOf(loaded)
    expect(more).toEqual([])
    expect(scene).toMatchObject({ frames: 72 })
    expect(scene?.shots).toMatchObject([
      {
        address: 'sc1.sh1',
        size: 'MS',
        lensMm: 50,
        angle: 'low',
        move: 'push-in',
        framing: 'single',
        subjects: ['keeper'],
        startFrame: 0,
        frames: 72,
      },
    ])
    expect(scene?.beats.reduce((n, b) => n + b.frames, 0)).toBe(72)
    const script = scriptOf(loaded)
    expect(script.diagnostics).toEqual([])
    expect(script.scenes[0]?.heading).toMatchObject({ setting: 'EXT', timeOfDay: 'DUSK', location: 'HARBOUR' })
    const { plan, lights } = planFilm(script, filmSettingsOf(loaded.production, loaded.document).settings).store
    expect(plan.shots).toMatchObject([{ frames: 72, size: 'MS', subjects: ['keeper'] }])
    expect(Object.values(lights)[0]?.fog.density).toBeGreaterThan(0)
  })

  it('cuts beats to shorter shots, expands variations, keeps lines', () => {
    const loaded = load(`
fps: 24
shots:
  - name: talk
    location: a quiet bar
    characters: [MIA, { name: TOM, action: sits at the bar }]
    dialogue: ['MIA: You came.', { character: TOM, line: I did., manner: softly }]
  - { name: short, location: a quiet bar, frame_range: [1, 10], action: MIA walks to the door and opens it. She looks back for a long time., characters: [MIA], variations: [{ camera: { lens: 85 } }] }
  - { name: empty, location: forest }
`)
    expect(all(loaded)).toEqual([])
    const scenes = shotsOf(loaded)
    expect(scenes.map((s) => s.shots.length)).toEqual([1, 1, 1, 1])
    expect(scenes[0]?.shots[0]).toMatchObject({ framing: 'two-shot', subjects: ['mia', 'tom'] })
    expect(scenes[0]?.beats.filter((b) => b.kind === 'line').map((b) => [b.character, b.text])).toEqual([
      ['mia', 'You came.'],
      ['tom', 'I did.'],
    ])
    expect([scenes[1]?.frames, scenes[2]?.shots[0]?.lensMm]).toEqual([10, 85])
    expect(scenes[3]?.shots[0]).toMatchObject({ framing: 'establishing', size: 'WS', subjects: [] })
    for (const s of scenes) for (const b of s.beats) expect(b.startFrame + b.frames).toBeLessThanOrEqual(s.frames)
  })
})

describe('the complete example', () => {
  const files = [sample('night-owls.production.yaml'), sample('night-owls.fountain')]
  const opened = openProduction({ files, main: 'night-owls.production.yaml' })
  const bare = openProduction({ files, main: 'night-owls.fountain' })

  it('opens without anything to mend', () => {
    expect(opened.diagnostics.filter((d) => d.severity !== 'info')).toEqual([])
    expect(opened).toMatchObject({
      ok: true,
      project: 'night-owls',
      outputs: [{ name: 'streaming-1080p' }, { name: 'proof', width: 640 }, { name: 'nes', codec: 'avc' }],
    })
  })

  it('is the film of its script with what it says changed', () => {
    if (!opened.ok || !bare.ok) throw new Error('not opened')
    const [said, plain] = [opened.film, bare.film]
    const added = said.store.plan.shots.findIndex((s) => s.address === 'sc4.sh0A')
    expect(said.store.plan.shots[added]).toMatchObject({ size: 'EWS', frames: 48 })
    expect(said.store.plan.shots.toSpliced(added, 1).map((s) => s.key)).toEqual(plain.store.plan.shots.map((s) => s.key))
    expect(said.shotList.scenes[2]?.shots[2]).toMatchObject({ size: 'CU', lensMm: 85, framing: 'single', subjects: ['dolores'] })
    const [first, second] = said.shotList.scenes
    expect(first?.shots[3]).toMatchObject({ frames: 96, plannedFrames: 80 })
    const held = said.store.shots[second?.shots[8]?.key ?? '']?.props.find((p) => p.prop === 'suitcase')
    expect(held?.states[0]).toMatchObject({ kind: 'held', by: 'viktor' })
    expect(said.store.plan.transitions).toMatchObject([{ kind: 'dissolve', frames: 18 }])
    const grades = (film: typeof said) => Object.values(film.store.lights).map((l) => l.grade.highlights[2])
    expect(Math.max(...grades(said))).toBeLessThan(Math.min(...grades(plain)))
  })
})

describe('templates', () => {
  it.each(Object.keys(TEMPLATES))('[PROD-03] %s loads without a finding and makes a film', (template) => {
    const files = createProduction('Anna & "Ben": #1 {x}', template)
    const loaded = loadProduction(files, files[0]?.name ?? '')
    expect(all(loaded)).toEqual([])
    expect(loaded.production.meta).toMatchObject({ title: 'Anna & "Ben": #1 {x}', id: 'anna-ben-1-x' })
    const script = scriptOf(loaded)
    expect(script.diagnostics).toEqual([])
    const opened = openProduction({ files, main: files[0]?.name ?? '' })
    expect(opened.diagnostics).toEqual([])
    expect(opened.ok && opened.film.store.plan.shots.length).toBeGreaterThan(1)
  })

  it('refuses a template that is not there, with what is near', () => {
    expect(() => createProduction('x', 'short_flim')).toThrow('did you mean short_film?')
  })
})

describe('mannerisms', () => {
  const anna = (said: string) => {
    const opened = openProduction({
      files: [file('film.yaml', `script: kitchen.fountain\ncharacters:\n  - { name: ANNA, mannerisms: [${said}] }\n`), KITCHEN],
      main: 'film.yaml',
    })
    const spec = opened.ok
      ? opened.film.store.plan.shots.flatMap((s) => sliceOf(opened.film.store, s.key)!.cast).find((c) => c.key === 'anna')
      : undefined
    return { habits: spec?.habits, said: opened.diagnostics.map((d) => `${d.rule}: ${d.remedy}`) }
  }

  it('are taken as people write them, done once or not', () => {
    expect(anna('chews her lip, nods, tapping a foot')).toEqual({ habits: ['taps-foot', 'nods', 'bites-lip'], said: [] })
  })

  it('that nobody knows are a warning with what was meant', () => {
    const { habits, said } = anna('scratchs hed')
    expect(habits).toBeUndefined()
    expect(said).toEqual([expect.stringContaining('did you mean “scratches head”?')])
  })
})
