import { describe, expect, it } from 'vitest'
import { momentAt } from '../../src/app/viewport/moment'
import type { FilmSummary } from '../../src/workers'

const shot = (key: string, startFrame: number, frames: number) => ({ key, startFrame, frames, sliceHash: `${key}-hash` })
const film = {
  plan: {
    frames: 26,
    shots: [shot('a', 0, 10), shot('b', 6, 12), shot('c', 18, 8)],
    transitions: [{ from: 'a', to: 'b', kind: 'dissolve', frames: 4 }],
  },
} as unknown as FilmSummary

describe('what is seen at a film frame', () => {
  it('is one shot before, between and after', () => {
    expect(momentAt(film, 5)).toMatchObject({ shot: { key: 'a' }, frame: 5, cross: undefined, stage: 'a-hash' })
    expect(momentAt(film, 10)).toMatchObject({ shot: { key: 'b' }, frame: 4, cross: undefined })
    expect(momentAt(film, 25)).toMatchObject({ shot: { key: 'c' }, frame: 7, cross: undefined })
  })
  it('is both shots where one runs into the other: neither end is all one shot', () => {
    const cross = [6, 7, 8, 9].map((f) => momentAt(film, f)?.cross?.at)
    expect(cross.map((c) => [c?.frameA, c?.frameB])).toEqual([
      [6, 0],
      [7, 1],
      [8, 2],
      [9, 3],
    ])
    expect(cross.map((c) => c?.t)).toEqual([0.2, 0.4, 0.6, 0.8])
    expect(momentAt(film, 8)?.stage).toBe('a-hash b-hash')
  })
  it('is one shot alone for a camera that stands in its set', () => {
    expect(momentAt(film, 8, true)).toMatchObject({ shot: { key: 'b' }, frame: 2, cross: undefined })
  })
  it('is nothing without a film', () => {
    expect(momentAt({ plan: { frames: 0, shots: [] } } as unknown as FilmSummary, 0)).toBeUndefined()
  })
})
