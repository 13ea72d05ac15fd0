import { describe, expect, it } from 'vitest'
import { filmSettingsOf } from '../../../src/production/master'
import { load, rules } from './files'

const lit = (lighting: string) => {
  const loaded = load(`script: kitchen.fountain\nshots:\n  - name: sc1.sh1\n    lighting: ${lighting}`)
  const film = filmSettingsOf(loaded.production, loaded.document)
  return { words: film.settings.shots[0]?.words, said: [...rules(loaded, 'warning'), ...film.diagnostics.map((d) => d.rule)] }
}

describe('lighting of a master file', () => {
  it.each([
    ['rembrandt', ['rembrandt lighting']],
    ['low_key', ['low-key lighting']],
    ['tense', ['low-key lighting']],
    ['{ preset: noir }', ['noir lighting']],
    ['{ rig: neon, ratio: 3 }', ['neon lighting 3:1']],
    ['{ rig: butterfly, ratio: "2.5:1" }', ['butterfly lighting 2.5:1']],
    ['{ rig: rembrandt, key: from the left, weather: rain }', ['rain', 'rembrandt lighting key from the left']],
    ['{ ratio: 6 }', ['three-point lighting 6:1']],
    ['{ contrast: high }', ['three-point lighting 8:1']],
    ['neon', ['neon lighting']],
    ['{ mood: neon }', ['neon']],
    ['{ key: left }', ['key from the left']],
    ['{ air: fog }', ['air of fog']],
    ['smoky', ['air of smoke']],
    ['{ weather: god rays }', ['air of shafts']],
    ['{ air: none }', ['air of clear']],
    [
      '{ air: { preset: under water, density: 2, height: 3, drift: 0.5, colour: "#abc" } }',
      ['air of underwater density 2 height 3 drift 0.5 colour #aabbcc'],
    ],
    ['{ air: { density: 0.5 } }', ['air of same density 0.5']],
  ])('%s', (lighting, words) => {
    expect(lit(lighting)).toEqual({ words, said: [] })
  })
  it.each([
    ['{ rig: rembrand }', 'production.light-rig'],
    ['{ rig: noir, ratio: 0.5 }', 'production.light-ratio'],
    ['{ rig: noir, key: above }', 'production.light-key'],
    ['gloaming', 'film.light-words'],
    ['{ air: custard }', 'production.air'],
    ['{ air: { preset: fog, density: 90 } }', 'production.air'],
    ['{ air: { preset: fog, depth: 2 } }', 'production.air'],
    ['{ air: { preset: fog, colour: muddy } }', 'production.air'],
  ])('%s is said', (lighting, rule) => {
    expect(lit(lighting).said).toContain(rule)
  })
  it('the moon alone is the hour and the rig', () => {
    const loaded = load('script: kitchen.fountain\nlighting: moonlight')
    const { settings } = filmSettingsOf(loaded.production, loaded.document)
    expect(settings).toMatchObject({ timeOfDay: 'NIGHT', words: ['moonlight lighting'] })
  })
})

describe('lamps of a master file', () => {
  const lamps = (lighting: string) => {
    const loaded = load(`script: kitchen.fountain\nlocations:\n  - name: KITCHEN\n    lighting: ${lighting}`)
    const { settings, diagnostics } = filmSettingsOf(loaded.production, loaded.document)
    return { lamps: settings.locations[0]?.lamps, said: [...rules(loaded, 'warning'), ...diagnostics.map((d) => d.rule)] }
  }
  it('are set by name, and added', () => {
    expect(
      lamps('{ rig: noir, lamps: { rim: { level: -1, gel: half cto, beam: 30, on: yes }, light-table-lamp-1: { on: off } } }').said,
    ).toEqual(['production.lamp'])
    expect(
      lamps(
        '{ lamps: [{ lamp: rim, level: 50 %, gel: 1/2 CTO, beam: 30 }, { lamp: key, on: off }, { add: Hair, at: [0, 2.4, -1], kelvin: 3200 }] }',
      ),
    ).toEqual({
      lamps: [
        { lamp: 'rim', stops: -1, gel: '1/2 CTO (205)', beamDeg: 30 },
        { lamp: 'key', on: false },
        { lamp: 'hand-hair', add: [0, 2.4, -1], kelvin: 3200 },
      ],
      said: [],
    })
  })
  it.each(['{ lamps: { rim: { level: 20 } } }', '{ lamps: [{ add: hair }] }', '{ lamps: { rim: { blub: 1 } } }'])(
    '%s is said',
    (lighting) => {
      expect(lamps(lighting).said).toContain('production.lamp')
    },
  )
})
