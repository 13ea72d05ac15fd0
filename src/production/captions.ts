import { frameToSeconds, type RenderPlan } from '../film'
import { type FilmRange, shotsInRange } from './find-frame'

/** One line as it is heard; seconds from the start of what is made. */
export interface Caption {
  readonly start: number
  readonly end: number
  readonly speaker: string
  readonly text: string
}

/** The lines of a film or a part of it, in order; a line that runs over a cut is one caption. */
export function filmCaptions(plan: RenderPlan, range: FilmRange = {}): Caption[] {
  const ranges = shotsInRange(plan, range)
  const start = ranges[0] ? ranges[0].shot.startFrame + ranges[0].first : 0
  const out: Caption[] = []
  for (const { shot, first, frames } of ranges) {
    const begin = frameToSeconds(first, plan.fps)
    const end = frameToSeconds(first + frames, plan.fps)
    const offset = frameToSeconds(shot.startFrame - start, plan.fps)
    for (const { t0, t1, speaker, text } of shot.captions) {
      const from = Math.max(t0, begin) + offset
      const to = Math.min(t1, end) + offset
      if (to <= from) continue
      const last = out.at(-1)
      // One frame's rounding may stand between the two halves.
      if (last && last.text === text && last.speaker === speaker && from - last.end < 0.05) out[out.length - 1] = { ...last, end: to }
      else out.push({ start: from, end: to, speaker, text })
    }
  }
  return out
}

/** Captions as WebVTT (W3C), each with its speaker as a voice. */
export const captionsVtt = (captions: readonly Caption[]): string =>
  [
    'WEBVTT',
    '',
    ...captions.flatMap((c) => [
      `${clock(c.start, '.')} --> ${clock(c.end, '.')}`,
      `${c.speaker ? `<v ${escaped(c.speaker)}>` : ''}${escaped(c.text)}`,
      '',
    ]),
  ].join('\n')

/** Captions as SubRip. */
export const captionsSrt = (captions: readonly Caption[]): string =>
  captions
    .flatMap((c, i) => [`${i + 1}`, `${clock(c.start, ',')} --> ${clock(c.end, ',')}`, c.text.replace(/\n{2,}/g, '\n'), ''])
    .join('\n')

/** `00:01:02.345` */
function clock(seconds: number, point: '.' | ','): string {
  const ms = Math.round(seconds * 1000)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(ms / 3600000))}:${two(Math.floor(ms / 60000) % 60)}:${two(Math.floor(ms / 1000) % 60)}${point}${String(ms % 1000).padStart(3, '0')}`
}

/** Characters that mean something in a cue. */
const escaped = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\n{2,}/g, '\n')
