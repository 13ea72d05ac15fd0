import { describe, expect, it } from 'vitest'
import { openProduction } from '../../../src/production/open-production'
import { file, KITCHEN } from './files'

const open = (shots: string) => {
  const opened = openProduction({
    files: [file('film.yaml', `script: kitchen.fountain\nfps: 24\n${shots && `shots:\n  - ${shots}\n`}`), KITCHEN],
    main: 'film.yaml',
  })
  if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics))
  return opened
}
const slices = (o: ReturnType<typeof open>) => o.film.store.plan.shots.map((s) => s.sliceHash)
/** Addresses of the shots whose pictures are others. */
const changed = (a: ReturnType<typeof open>, b: ReturnType<typeof open>) =>
  a.film.store.plan.shots.flatMap((s, i) => (s.sliceHash === slices(b)[i] ? [] : [s.address]))
const plain = open('')
const speech = (o: ReturnType<typeof open>) =>
  o.film.store.plan.shots.flatMap((s) => o.film.store.shots[s.key]!.performances.flatMap((p) => p.speech.map((l) => [l.text, l.t1 - l.t0])))

describe('the length of a shot of the script', () => {
  it.each([0, 1, 2, 3])(
    'holds shot %i longer: no other shot changes but by what is still going on, what is spoken is spoken as before',
    (i) => {
      const was = plain.film.store.plan.shots[i]!
      const said = open(`{ name: ${was.address}, frames: ${was.frames + 31} }`)
      expect(said.diagnostics).toEqual([])
      expect(said.film.store.plan.shots[i]).toMatchObject({ frames: was.frames + 31 })
      expect(said.film.store.plan.frames).toBe(plain.film.store.plan.frames + 31)
      const next = plain.film.store.plan.shots[i + 1]
      // A mood that ebbs after the last line of the third shot is over when the fourth begins.
      expect(changed(plain, said)).toEqual(i === 2 ? [was.address, next?.address] : [was.address])
      expect(speech(said)).toEqual(speech(plain))
      expect(said.film.shotList.scenes[0]!.frames).toBe(said.film.shotList.scenes[0]!.shots.reduce((n, s) => n + s.frames, 0))
    },
  )

  it('hurries deeds, and leaves lines whole', () => {
    const lines = plain.film.shotList.scenes[0]!.beats.filter((b) => b.kind === 'line')
    const shots = plain.film.shotList.scenes[0]!.shots
    const talk = shots.findIndex((s) => lines.some((b) => b.startFrame >= s.startFrame && b.startFrame < s.startFrame + s.frames))
    const said = open(`{ name: ${shots[talk]!.address}, frames: 3 }`)
    const made = said.film.store.plan.shots[talk]!
    expect(made.frames).toBeGreaterThan(3)
    expect(said.diagnostics.map((d) => [d.rule, d.severity, d.line])).toEqual([['shots.shorter-than-lines', 'warning', 4]])
    expect(speech(said)).toEqual(speech(plain))
    const quiet = shots.findIndex(
      (s) => !lines.some((b) => b.startFrame < s.startFrame + s.frames && b.startFrame + b.frames > s.startFrame),
    )
    const short = open(`{ name: ${shots[quiet]!.address}, seconds: 0.5 }`)
    expect(short.film.store.plan.shots[quiet]).toMatchObject({ frames: 12 })
    expect(short.diagnostics).toEqual([])
    expect(speech(short)).toEqual(speech(plain))
  })

  it('cuts a shot to a range of its frames: they are the same pictures in time, and no other shot changes', () => {
    const was = plain.film.store.plan.shots.find((s) => s.captions.length === 0)!
    const said = open(`{ name: ${was.address}, frame_range: [7, 30] }`)
    const made = said.film.store.plan.shots.find((s) => s.key === was.key)!
    expect(made.frames).toBe(24)
    expect(said.diagnostics).toEqual([])
    expect(changed(plain, said)).toEqual([was.address])
    expect(speech(said)).toEqual(speech(plain))
    const outside = openProduction({
      files: [
        file('film.yaml', `script: kitchen.fountain\nfps: 24\nshots:\n  - { name: ${was.address}, frame_range: [7, 9999] }\n`),
        KITCHEN,
      ],
      main: 'film.yaml',
    })
    expect(outside.diagnostics.map((d) => [d.rule, d.line])).toEqual([['shots.frames-outside', 4]])
  })
})
