import { describe, expect, it } from 'vitest'
import { openProduction, sliceOf } from '../../src/production'
import { file, KITCHEN } from './master/files'

const open = (shots: string, more = '') => {
  const opened = openProduction({
    files: [file('film.yaml', `script: kitchen.fountain\nfps: 24\n${more}${shots && `shots:\n  - ${shots}\n`}`), KITCHEN],
    main: 'film.yaml',
  })
  if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics))
  return { ...opened, plan: opened.film.store.plan }
}
type Opened = ReturnType<typeof open>
/** Addresses of the shots whose pictures are others. */
const changed = (a: Opened, b: Opened) => a.plan.shots.flatMap((s, i) => (s.sliceHash === b.plan.shots[i]?.sliceHash ? [] : [s.address]))
const slice = (o: Opened, i: number) => sliceOf(o.film.store, o.plan.shots[i]!.key)
const plain = open('')

describe('a shot in a light of its own', () => {
  it('is lit by its own time and words; its set, people and every other shot are as before', () => {
    const said = open('{ name: sc1.sh2, lighting: { time_of_day: night, weather: fog } }')
    expect(said.diagnostics).toEqual([])
    expect(changed(plain, said)).toEqual(['sc1.sh2'])
    const [was, is] = [slice(plain, 1), slice(said, 1)]
    expect(is.shot.performances).toEqual(was.shot.performances)
    expect(is.set).toEqual(was.set)
    expect(is.light.fog.density).toBeGreaterThan(was.light.fog.density)
    expect(is.light.sun.lux).toBeLessThan(was.light.sun.lux)
    // The neighbours find the scene's own light by its name, not by a copy.
    expect(said.plan.shots[0]?.light).toBeUndefined()
    expect(said.plan.shots[1]?.light).not.toBe(said.plan.scenes[0]?.light)
  })
})

describe('a shot somewhere else', () => {
  it.each([
    ['backdrop: white', 'cyclorama'],
    ['backdrop: green screen', 'cyclorama'],
    ['backdrop: { preset: red gradient }', 'gradient'],
    ['backdrop: infinite curve', 'cyclorama'],
    ['location: STREET', 'street'],
    ['location: the beach', 'beach'],
    ['location: yard', 'harbour'],
  ])('%s: the same people play and say the same there, and every other shot is as before', (where, kind) => {
    const said = open(`{ name: sc1.sh3, ${where} }`, 'locations: { YARD: { preset: harbour, interior: false } }\n')
    const bare = open('', 'locations: { YARD: { preset: harbour, interior: false } }\n')
    expect(said.diagnostics.filter((d) => d.rule.startsWith('film.'))).toEqual([])
    expect(changed(bare, said)).toEqual(['sc1.sh3'])
    const [was, is] = [slice(bare, 2), slice(said, 2)]
    expect(is.set.kind).toBe(kind)
    expect(is.shot.performances.map((p) => [p.character, p.speech])).toEqual(was.shot.performances.map((p) => [p.character, p.speech]))
    expect(is.cast).toEqual(was.cast)
  })

  it('keeps the hour of its scene, or has its own', () => {
    const [day, night] = [open('{ name: sc1.sh3, location: STREET }'), open('{ name: sc1.sh3, location: STREET, lighting: night }')]
    expect(slice(day, 2).light.sun.lux).toBeGreaterThan(10 * slice(night, 2).light.sun.lux)
  })

  it('says what cannot be hung', () => {
    const said = open('{ name: sc1.sh3, backdrop: zzyzx }')
    expect(said.diagnostics.map((d) => [d.rule, d.line])).toEqual([['film.backdrop', 4]])
    expect(changed(plain, said)).toEqual([])
  })
})
