import { describe, expect, it } from 'vitest'
import { parseFountain } from '../../src/departments/development'
import { SoundPlan } from '../../src/film'
import { planFilm, shotsInRange } from '../../src/production'
import { MASTER, PLAIN_SOUND, planSound, soundOfPart } from '../../src/production/plan-sound'

const SCRIPT = `EXT. BEACH - DAY

ANNA (30) walks along the water.

ANNA
It is early.

INT. KITCHEN - NIGHT

ANNA comes in and sits down at the table.

ANNA
It is late.
`

const film = planFilm(parseFountain(SCRIPT))
const { store } = film
const whole = planSound(film)

describe('planSound', () => {
  it('gives every shot a place, and the film its own frames', () => {
    expect(() => SoundPlan.parse(whole)).not.toThrow()
    expect(whole.frames).toBe(store.plan.frames)
    expect(whole.shots.map((s) => s.key)).toEqual(store.plan.shots.map((s) => s.key))
    const [first, last] = [whole.shots[0]!, whole.shots.at(-1)!].map((s) => whole.places[s.place]!)
    expect(first!.layers.map((l) => l.kind)).toContain('surf')
    expect(last!.room.rt60S).toBeGreaterThan(0)
    expect(whole.shots.some((s) => s.contacts.some((c) => c.kind === 'step'))).toBe(true)
    expect(whole.master).toEqual(MASTER)
  })

  it('is louder, quieter or silent as it is asked to be', () => {
    const louder = planSound(film, { ...PLAIN_SOUND, ambienceDb: 6, foleyDb: null })
    const [key, place] = Object.entries(whole.places)[0]!
    expect(louder.places[key]!.layers[0]!.levelDb).toBeCloseTo(place.layers[0]!.levelDb + 6, 6)
    expect(louder.shots.every((s) => s.contacts.length === 0)).toBe(true)
    const hush = planSound(film, { ...PLAIN_SOUND, ambienceDb: null, silentShots: new Set([whole.shots[0]!.key]) })
    expect(Object.values(hush.places).every((p) => p.layers.length === 0)).toBe(true)
    expect(hush.shots.map((s) => s.silent)).toEqual(whole.shots.map((_, i) => i === 0))
  })
})

describe('soundOfPart', () => {
  const cue = { file: 'a.wav', bus: 'music' as const, startFrame: 10, skipS: 1, fadeInS: 2, fadeOutS: 0, gainDb: 0, loop: false, pan: 0 }
  const scored = { ...whole, cues: [cue, { ...cue, startFrame: 40 }, { ...cue, startFrame: 0, endFrame: 20 }] }

  it('all of a film is the film', () => {
    expect(soundOfPart(whole, shotsInRange(store.plan, {}))).toEqual(whole)
  })

  it('a part begins at its first frame: contacts and files move with it', () => {
    const part = soundOfPart(scored, shotsInRange(store.plan, { from: 30, to: 90 }))
    expect(part.frames).toBe(60)
    expect(part.shots[0]).toMatchObject({ startFrame: 0 })
    const heard = (p: typeof whole, by: number) =>
      p.shots.flatMap((s) => s.contacts.map((c) => s.startFrame + c.frame + by)).filter((f) => f >= 30 && f < 90)
    expect(heard(part, 30)).toEqual(heard(whole, 0))
    // The first has been heard for 20 frames, the second begins in it, the third is over.
    expect(part.cues).toEqual([
      { ...cue, startFrame: 0, heardS: 0.833333, fadeInS: 0 },
      { ...cue, startFrame: 10 },
    ])
  })

  it('scenes alone are put one after the other', () => {
    const part = soundOfPart(whole, shotsInRange(store.plan, { only: 'sc2' }))
    expect(part.shots[0]!.startFrame).toBe(0)
    expect(part.frames).toBe(part.shots.reduce((n, s) => n + s.frames, 0))
    expect(Object.keys(part.places)).toHaveLength(1)
  })
})
