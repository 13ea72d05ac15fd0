import { describe, expect, it } from 'vitest'
import { readScript } from '../../../src/departments/development'
import { EXPRESSIONS, figureOf } from '../../../src/film'
import { frameState, worldJoints } from '../../../src/motion'
import { CAST_SHEETS, castSheet, frameAt, planFilm, sliceOf } from '../../../src/production'

const FILM = planFilm(
  readScript({
    name: 'two.fountain',
    bytes: new TextEncoder().encode(`INT. KITCHEN - DAY

MARA (34, tall, green coat, black hair) sits at the table. PIP (6, small, yellow boots) runs in.

PIP
It snows!

MARA
Then we stay.
`),
  }),
)

describe('sheets of the cast', () => {
  it.each(CAST_SHEETS)('%s: a picture a label, everybody whole and inside the picture', (kind) => {
    const sheet = castSheet(FILM, kind === 'line-up' ? { kind } : { kind, character: 'Pip' })
    const { plan } = sheet.store
    expect(sheet.labels).toHaveLength(plan.shots.length)
    expect(new Set(plan.shots.map((s) => s.key)).size).toBe(plan.shots.length)
    expect(sheet.columns).toBeLessThanOrEqual(plan.shots.length)
    for (const [i] of plan.shots.entries()) {
      const { shot, frame } = frameAt(plan, `sc${i + 1}.sh1`)
      const slice = sliceOf(sheet.store, shot.key)
      const state = frameState(slice, frame)
      const [spec] = slice.cast
      const [actor] = state.actors
      if (!spec || !actor) throw new Error('nobody in the picture')
      const joints = worldJoints(figureOf(spec), actor)
      const { position, target } = slice.shot.camera.keys[0]!
      const reach = (24.89 / slice.shot.aspect / 2 / slice.shot.camera.lensMm) * (position[2] - target[2])
      const seen = kind === 'expressions' ? (['head'] as const) : (['head', 'leftFoot', 'rightFoot', 'hips'] as const)
      for (const bone of seen) {
        const [x, y] = joints[bone].position
        expect(Math.abs(x), `${sheet.labels[i]} ${bone} across`).toBeLessThan(reach * slice.shot.aspect)
        expect(Math.abs(y - target[1]), `${sheet.labels[i]} ${bone} up`).toBeLessThan(reach)
      }
    }
  })

  it('is as wide as the screen of a machine that it is drawn for', () => {
    const usual = castSheet(FILM, { kind: 'turnaround', character: 'Pip', style: 'hollywood' })
    const nes = castSheet(FILM, { kind: 'turnaround', character: 'Pip', style: 'nes' })
    expect(usual.aspect).toBe(0.6)
    expect(nes.aspect).toBeGreaterThan(1.1)
    expect(nes.columns * nes.aspect).toBeLessThan(usual.columns * usual.aspect * 1.3)
  })

  it('has every expression, slight and full, and every side once', () => {
    expect(castSheet(FILM, { kind: 'expressions', character: 'MARA' }).labels).toHaveLength(1 + 2 * EXPRESSIONS.length)
    const { store } = castSheet(FILM, { kind: 'turnaround', character: 'MARA' })
    const yaws = store.plan.shots
      .map((s) => store.shots[s.key]!.performances[0]!.where[0])
      .map((w) => (w?.kind === 'stay' ? w.yaw : Number.NaN))
    expect(new Set(yaws).size).toBe(8)
  })

  it('is the same whatever else is in the film', () => {
    const more = planFilm(
      readScript({
        name: 'more.fountain',
        bytes: new TextEncoder().encode(`EXT. STREET - NIGHT

A dog barks.

INT. KITCHEN - DAY

MARA (34, tall, green coat, black hair) sits at the table.

MARA
Then we stay.
`),
      }),
    )
    const hashes = (film: typeof FILM) =>
      castSheet(film, { kind: 'turnaround', character: 'MARA' }).store.plan.shots.map((s) => s.sliceHash)
    expect(hashes(more)).toEqual(hashes(FILM))
  })

  it('names everybody when nobody is called that', () => {
    expect(() => castSheet(FILM, { kind: 'poses', character: 'Maro' })).toThrow(/did you mean MARA.*MARA, PIP/)
    expect(() => castSheet(FILM, { kind: 'turnaround' })).toThrow('whose sheet')
  })
})
