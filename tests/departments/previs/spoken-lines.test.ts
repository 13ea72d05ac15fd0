import { describe, expect, it } from 'vitest'
import { parseFountain } from '../../../src/departments/development'
import { linesIn, type SaidLine } from '../../../src/departments/previs'
import { timeBeats } from '../../../src/departments/previs/time-beats'
import type { SpokenLine } from '../../../src/film'
import { PLAIN_SETTINGS, planFilm } from '../../../src/production'
import { assembleFilm, booksOf, planScenes } from '../../../src/production/phases'

const FPS = { num: 24, den: 1 }
const SCRIPT = `INT. KITCHEN - NIGHT

ANNA (30) and BEN (40) sit at the table.

ANNA
(softly)
It is late. Nobody came.

BEN (V.O.)
I knew.

ANNA
No.
`
const script = parseFountain(SCRIPT)
const scene = script.scenes[0]!

/** Everybody takes as long as is said of them. */
const voice = (seconds: Readonly<Record<string, number>>) => {
  const asked: SaidLine[] = []
  const speak = (line: SaidLine): SpokenLine | undefined => {
    asked.push(line)
    const s = seconds[line.character]
    return s === undefined ? undefined : { seconds: s, phones: [{ phone: 'aa', s, stressed: true }] }
  }
  return { asked, speak }
}

describe('lines that are spoken', () => {
  it('are asked for by who says them, what, and how', () => {
    expect(linesIn(scene, FPS)).toEqual([
      { character: 'anna', text: 'It is late. Nobody came.', manner: 'softly' },
      { character: 'ben', text: 'I knew.', manner: '' },
      { character: 'anna', text: 'No.', manner: '' },
    ])
  })

  it('take as long as their voices; what nobody speaks is reckoned', () => {
    const { asked, speak } = voice({ anna: 4 })
    const { beats } = timeBeats(scene, FPS, speak)
    const lines = beats.filter((b) => b.beat.kind === 'line').map((b) => b.beat)
    expect(asked).toEqual(linesIn(scene, FPS))
    // 4 s and the gap of 0.28 s behind a line.
    expect(lines[0]).toMatchObject({ frames: 103, spoken: { seconds: 4 } })
    expect(lines[2]!.frames).toBe(103)
    const plain = timeBeats(scene, FPS).beats.filter((b) => b.beat.kind === 'line')
    expect(lines[1]!.frames).toBe(plain[1]!.beat.frames)
    expect(lines[1]!.spoken).toBeUndefined()
  })

  it('are never so short that nobody sees who speaks', () => {
    const { beats } = timeBeats(scene, FPS, voice({ anna: 0.2, ben: 0.2 }).speak)
    for (const { beat } of beats) if (beat.kind === 'line') expect(beat.frames).toBeGreaterThanOrEqual(24)
  })

  it('make shots longer, and mouths move by their sounds', () => {
    const books = booksOf(script, PLAIN_SETTINGS)
    const spoken = { ...books, speech: Object.assign(Object.create(books.speech), { speak: voice({ anna: 6, ben: 6 }).speak }) }
    const film = assembleFilm(spoken, planScenes(spoken, [0]))
    expect(film.store.plan.frames).toBeGreaterThan(planFilm(script).store.plan.frames + 24 * 8)
    const said = Object.values(film.store.shots).flatMap((s) => s.performances.flatMap((p) => p.speech))
    expect(said.length).toBeGreaterThan(0)
    for (const s of said) {
      expect(s.phones).toEqual([{ phone: 'aa', s: 6, stressed: true }])
      expect(s.t1 - s.t0).toBeCloseTo(6, 5)
    }
  })
})
