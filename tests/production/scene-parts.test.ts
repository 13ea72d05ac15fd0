import { describe, expect, it } from 'vitest'
import { readScript } from '../../src/departments/development'
import { planFilm, sliceOf } from '../../src/production'
import { scenePartsOf } from '../../src/production/scene-parts'

const scriptOf = (text: string) => readScript({ name: 'x.fountain', bytes: new TextEncoder().encode(text) })

const CALL = `INT. KITCHEN - NIGHT

MARA, 40, stands at the window and holds the phone.

MARA
Pick up.

INT. HOTEL ROOM - NIGHT

JONAS, 30, sits on the bed. IDA, 60, reads.

JONAS
Hello?

INTERCUT - PHONE CALL

MARA
It's me.

JONAS
I know.

Jonas looks at Ida. She nods.

MARA
Who is there?

IDA (V.O.)
Nobody.
`

describe('scenePartsOf', () => {
  it('puts everybody of an intercut where they were last, and their lines and deeds with them', () => {
    const script = scriptOf(CALL)
    expect(scenePartsOf(script, 0)).toBeUndefined()
    const parts = scenePartsOf(script, 2) ?? []
    expect(parts.map((p) => [p.heading.locationKey, [...(p.people ?? [])], [...p.elements], p.seenIn])).toEqual([
      // What is only heard is seen as it arrives: Ida's line in the kitchen.
      ['int-kitchen', ['mara'], [0, 3, 4], 0],
      ['int-hotel-room', ['jonas', 'ida'], [1, 2], 1],
    ])
  })

  it('takes the places that the heading names before others', () => {
    const script = scriptOf(`${CALL}\nINT. CAR - DAY\n\nMARA drives.\n\nINTERCUT - KITCHEN / HOTEL ROOM\n\nMARA\nAgain.\n\nJONAS\nAgain.\n`)
    expect(scenePartsOf(script, 4)?.map((p) => p.heading.locationKey)).toEqual(['int-kitchen', 'int-hotel-room'])
  })

  it('has whoever was nowhere yet be in the place that is named and empty', () => {
    const script = scriptOf(`INT. KITCHEN - NIGHT\n\nMARA\nHello?\n\nINTERCUT - KITCHEN / LIGHTHOUSE\n\nMARA\nWho is it?\n\nVOSS\nGuess.\n`)
    expect(scenePartsOf(script, 1)?.map((p) => [p.heading.location, [...(p.people ?? [])]])).toEqual([
      ['KITCHEN', ['mara']],
      ['LIGHTHOUSE', ['voss']],
    ])
  })

  it('is one place when nobody is elsewhere', () => {
    const script = scriptOf(`INT. KITCHEN - NIGHT\n\nMARA\nHello?\n\nIDA\nHello.\n\nINTERCUT\n\nMARA\nSo.\n\nIDA\nSo.\n`)
    expect(scenePartsOf(script, 1)).toBeUndefined()
  })

  it('reads the places of a montage: known ones, parts of the same world, places outside, headings in the list', () => {
    const script = scriptOf(`INT. SUBMARINE - BRIDGE - NIGHT

MARA, 40, steers.

MONTAGE - THE BOAT SLEEPS

-- The galley, a cup sliding.

-- Mara walks through the corridor.

-- The bridge, empty.

-- EXT. BEACH - DAWN: waves.

-- A moth on a lamp.
`)
    const parts = scenePartsOf(script, 1) ?? []
    expect(parts.map((p) => [p.heading.setting, p.heading.location, [...p.elements]])).toEqual([
      ['INT', 'SUBMARINE - GALLEY', [0]],
      ['INT', 'SUBMARINE - CORRIDOR', [1]],
      ['INT', 'SUBMARINE - BRIDGE', [2, 4]],
      ['EXT', 'BEACH', [3]],
    ])
  })

  it('leaves a montage that names no places where it is', () => {
    const script = scriptOf(`EXT. FOREST - DAY\n\nMARA walks.\n\nMONTAGE - TRAINING\n\n-- Mara runs.\n\n-- Mara falls.\n`)
    expect(scenePartsOf(script, 1)).toBeUndefined()
  })
})

describe('a scene in several places', () => {
  const film = planFilm(scriptOf(CALL))
  const shots = film.store.plan.shots.filter((s) => s.address.startsWith('sc3.'))

  it('is shot where each of its people is, in the sets of before', () => {
    const setOf = (address: string) => sliceOf(film.store, film.store.plan.shots.find((s) => s.address === address)?.key as string).set
    for (const shot of shots) {
      const { set, shot: plan } = sliceOf(film.store, shot.key)
      const people = plan.performances.map((p) => p.character)
      expect(people.length).toBeGreaterThan(0)
      const kitchen = people.includes('mara')
      expect(people.every((k) => (k === 'mara') === kitchen)).toBe(true)
      expect(set).toEqual(setOf(kitchen ? 'sc1.sh1' : 'sc2.sh1'))
    }
    expect(new Set(shots.map((s) => s.set)).size).toBe(2)
  })

  it('tiles the scene without gaps', () => {
    let at = shots[0]?.startFrame ?? 0
    for (const shot of shots) {
      expect(shot.startFrame).toBe(at)
      at += shot.frames
    }
  })
})
