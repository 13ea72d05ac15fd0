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
    ['neon', ['neon']],
  ])('%s', (lighting, words) => {
    expect(lit(lighting)).toEqual({ words, said: [] })
  })
  it.each([
    ['{ rig: rembrand }', 'production.light-rig'],
    ['{ rig: noir, ratio: 0.5 }', 'production.light-ratio'],
    ['{ rig: noir, key: above }', 'production.light-key'],
    ['gloaming', 'film.light-words'],
  ])('%s is said', (lighting, rule) => {
    expect(lit(lighting).said).toContain(rule)
  })
  it('the moon alone is the hour and the rig', () => {
    const loaded = load('script: kitchen.fountain\nlighting: moonlight')
    const { settings } = filmSettingsOf(loaded.production, loaded.document)
    expect(settings).toMatchObject({ timeOfDay: 'NIGHT', words: ['moonlight lighting'] })
  })
})
