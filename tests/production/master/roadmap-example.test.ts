import { describe, expect, it } from 'vitest'
import { readScript } from '../../../src/departments/development'
import type { LightPlan } from '../../../src/film'
import { castInScene, filmSettingsOf, gradedLight, placeOfScene, styleOfOutput } from '../../../src/production/master'
import { load } from './files'

/** A master file as the roadmap of a studio with a render farm would have it: models, panoramas, ProRes. */
const ROADMAP = `
production:
  meta:
    title: "Kettle: The Movie"
    version: 1.0
    author: Somebody
    created: 2026-01-15
  script: ./kitchen.fountain
  style:
    look: cinematic_teal_orange
    era: contemporary
    mood: tense
  target_format: cinema
  aspect_ratio: "2.39:1"
  characters:
    anna:
      model: assets/characters/anna.blend
      actor: reference/anna.jpg
      body_type: slim
      height: 172
      age: 34
      ethnicity: mixed
      hair: { style: long, color: auburn }
      eyes: green
      voice: { name: alto, pitch: 190 }
      mannerisms: [drums her fingers]
      wardrobe:
        scene_1_2: blue dress, white apron
        scene_3: red coat, black trousers, boots
      hairstyle: { scene_3: grey hair in a bun }
      ageing: { scene_3: 60 }
      injuries:
        - { scene: 3, type: scar, where: left cheek }
  locations:
    kitchen:
      type: hdri
      hdri: hdri/kitchen_morning_4k.hdr
      scenes: [1, 3]
    street:
      preset: forest
      interior: false
      weather: storm
      time_of_day: dusk
  shots: auto
  outputs:
    - preset: cinema_4k
      codec: prores_4444
    - name: game
      preset: 16bit_game
      resolution: 320x180
      retro:
        palette: ["#101018", "#f0e8d0", "#c04030", "#3060a0"]
        dither: bayer
    - name: handheld
      preset: 8bit_game
      retro: { palette: gameboy, dither: none }
`

describe("[PROD-09] the roadmap's master example", () => {
  const loaded = load(ROADMAP)
  const { production, document } = loaded
  const film = filmSettingsOf(production, document)
  const script = readScript(loaded.script ?? { name: '', bytes: new Uint8Array() })
  const anna = script.characters.find((c) => c.key === 'anna')

  it('loads as written: no error', () => {
    expect([...loaded.diagnostics, ...film.diagnostics].filter((d) => d.severity === 'error')).toEqual([])
    expect(production).toMatchObject({
      meta: { title: 'Kettle: The Movie', id: 'kettle-the-movie' },
      aspect: 2.39,
      target_format: 'cinema',
    })
  })

  it('says what a browser cannot use, where it stands and what stands in', () => {
    const stand = [...loaded.diagnostics, ...film.diagnostics].filter((d) => d.rule.includes('stand-in'))
    expect(stand.map((d) => [d.severity, d.line > 0, d.remedy !== ''])).toEqual(stand.map(() => ['warning', true, true]))
    const lines = ROADMAP.split('\n')
    const at = (d: { readonly line: number }) => lines[d.line - 1]?.trim()
    expect(stand.map(at)).toEqual(['- preset: cinema_4k', 'model: assets/characters/anna.blend'])
  })

  it('delivers the outputs with the presets overruled', () => {
    expect(production.outputs[0]).toMatchObject({ width: 4096, height: 2160, codec: 'prores_4444', stand_in: 'best', container: 'mp4' })
    const [, game, handheld] = production.outputs
    expect(game).toMatchObject({ name: 'game', width: 320, height: 180, container: 'png' })
    const style = styleOfOutput(game!)
    expect(style).toMatchObject({
      resolution: { width: 320, height: 180 },
      palette: ['#101018', '#f0e8d0', '#c04030', '#3060a0'],
      dither: { kind: 'bayer' },
    })
    expect(styleOfOutput(handheld!)).toMatchObject({ resolution: { width: 256, height: 240 }, dither: { kind: 'none' } })
    expect(styleOfOutput(handheld!).palette).toHaveLength(4)
    expect(new Set([style.id, styleOfOutput(handheld!).id, 'nes', 'hollywood']).size).toBe(4)
  })

  it('dresses, ages and marks people by scene', () => {
    const [one, three] = [1, 3].map((index) => castInScene(anna!, film.settings, { index })[0]!)
    expect(one).toMatchObject({ age: 34, heightM: 1.72, eyes: '#4f7d58', hair: { style: 'long', colour: '#6e2f1c' } })
    expect(one!.wardrobe.map((g) => g.kind)).toEqual(expect.arrayContaining(['dress', 'apron']))
    expect(three).toMatchObject({ age: 60, hair: { style: 'bun', colour: '#8f8d89' } })
    expect(three!.wardrobe.map((g) => g.kind)).toEqual(expect.arrayContaining(['coat', 'trousers', 'boots']))
    expect(three!.marks).toContain('scar-cheek')
    expect(one!.marks).not.toContain('scar-cheek')
  })

  it('leaves everybody alone whom it does not name', () => {
    const ben = script.characters.find((c) => c.key === 'ben')!
    const bare = filmSettingsOf(load('script: kitchen.fountain').production, document).settings
    expect(castInScene(ben, film.settings, { index: 1 })).toEqual(castInScene(ben, bare))
  })

  it('builds and lights places as asked', () => {
    const street = placeOfScene(script.scenes[1]!.heading, film.settings, { index: 2 })
    expect(street).toMatchObject({ timeOfDay: 'DUSK', words: ['low-key lighting', 'storm'], setting: 'EXT' })
    expect(street.location).toContain('FOREST')
    expect(street.locationKey).not.toBe(script.scenes[1]!.heading.locationKey)
    const kitchen = placeOfScene(script.scenes[0]!.heading, film.settings, { index: 1 })
    expect(kitchen).toMatchObject({ locationKey: 'int-kitchen', location: 'KITCHEN', timeOfDay: 'DAY' })
  })

  it('grades every scene', () => {
    const grade: LightPlan['grade'] = { saturation: 1, contrast: 1, shadows: [1, 1, 1], highlights: [1, 1, 1] }
    const graded = gradedLight({ grade } as LightPlan, film.settings).grade
    expect(graded.shadows[2]).toBeGreaterThan(graded.shadows[0])
    expect(graded.highlights[0]).toBeGreaterThan(graded.highlights[2])
  })

  it('warns of everything that changes no picture yet', () => {
    expect(film.diagnostics.some((d) => d.rule === 'film.ethnicity' && d.value === 'mixed')).toBe(true)
    expect(film.settings.characters[0]?.voice).toEqual({ name: 'alto', words: 'alto', pitchHz: 190, wordsPerMinute: 165 })
    expect(film.settings.characters[0]?.reference).toEqual({ note: 'reference/anna.jpg' })
    // A mood that has a rig is lit so.
    expect(film.diagnostics.some((d) => d.rule === 'film.light-words')).toBe(false)
    expect(film.settings.words).toEqual(['low-key lighting'])
  })
})
