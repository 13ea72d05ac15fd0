import { describe, expect, it } from 'vitest'
import { openProduction, sliceOf } from '../../src/production'
import { file, KITCHEN } from './master/files'

const open = (shot: string) => {
  const opened = openProduction({
    files: [file('film.yaml', `script: kitchen.fountain\nfps: 24\n${shot && `shots:\n  - ${shot}\n`}`), KITCHEN],
    main: 'film.yaml',
  })
  if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics))
  const { shots } = opened.film.store.plan
  return { diagnostics: opened.diagnostics, shots, second: sliceOf(opened.film.store, shots[1]!.key) }
}
const plain = open('')

describe('effects of a shot', () => {
  it.each([
    ['vfx: fade_in', { fadeIn: 24 }],
    ['vfx: [fade in, { name: fade to black, seconds: 0.5 }]', { fadeIn: 24, fadeOut: 12 }],
    ['vfx: { fade_out: 0.25 }', { fadeOut: 6 }],
    ['vfx: { shake: 0.5 }', { camera: { handheld: 0.5 } }],
    ['vfx: [camera shake]', { camera: { handheld: 0.8 } }],
  ])('%s: in that shot and no other', (says, shot) => {
    const said = open(`{ name: sc1.sh2, ${says} }`)
    expect(said.diagnostics).toEqual([])
    expect(said.second.shot).toMatchObject(shot)
    expect(said.shots.flatMap((s, i) => (s.sliceHash === plain.shots[i]?.sliceHash ? [] : [s.address]))).toEqual(['sc1.sh2'])
  })

  it('weather is made by the lighting; what nobody makes is said', () => {
    const said = open('{ name: sc1.sh2, vfx: [snow, explosion] }')
    expect(said.second.light.weather.snow).toBeGreaterThan(0)
    expect(said.diagnostics.map((d) => [d.rule, d.severity, d.line])).toEqual([['film.effect', 'warning', 4]])
  })
})
