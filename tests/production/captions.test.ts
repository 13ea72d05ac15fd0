import { describe, expect, it } from 'vitest'
import type { RenderPlan } from '../../src/film'
import { captionsSrt, captionsVtt, filmCaptions } from '../../src/production'

const shot = (i: number, startFrame: number, frames: number, captions: RenderPlan['shots'][number]['captions']) =>
  ({ key: `s${i}`, address: `sc1.sh${i}`, startFrame, frames, captions }) as unknown as RenderPlan['shots'][number]

const PLAN = {
  fps: { num: 24, den: 1 },
  frames: 96,
  shots: [
    shot(1, 0, 48, [{ t0: 1, t1: 2, speaker: 'MARA', text: 'Over the cut.' }]),
    shot(2, 48, 48, [
      { t0: 0, t1: 0.5, speaker: 'MARA', text: 'Over the cut.' },
      { t0: 1, t1: 1.75, speaker: 'BEN', text: 'A < B & C' },
    ]),
  ],
} as unknown as RenderPlan

describe('filmCaptions', () => {
  it('times lines against the film, and makes one of a line that runs over a cut', () => {
    expect(filmCaptions(PLAN)).toEqual([
      { start: 1, end: 2.5, speaker: 'MARA', text: 'Over the cut.' },
      { start: 3, end: 3.75, speaker: 'BEN', text: 'A < B & C' },
    ])
  })
  it('times a part against its own start', () => {
    expect(filmCaptions(PLAN, { from: 60 })).toEqual([{ start: 0.5, end: 1.25, speaker: 'BEN', text: 'A < B & C' }])
  })
})

describe('caption files', () => {
  const captions = filmCaptions(PLAN)
  it('are WebVTT with voices, escaped', () => {
    expect(captionsVtt(captions)).toBe(
      'WEBVTT\n\n00:00:01.000 --> 00:00:02.500\n<v MARA>Over the cut.\n\n00:00:03.000 --> 00:00:03.750\n<v BEN>A &lt; B &amp; C\n',
    )
  })
  it('are SubRip with numbers and commas', () => {
    expect(captionsSrt(captions)).toBe('1\n00:00:01,000 --> 00:00:02,500\nOver the cut.\n\n2\n00:00:03,000 --> 00:00:03,750\nA < B & C\n')
  })
})
