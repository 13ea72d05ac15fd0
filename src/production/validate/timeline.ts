import { fieldsOf, isFields } from '../master/plain-data'
import type { DataPath } from '../master/read-yaml'
import type { ResolvedShot } from '../master/resolved'
import { readShotName } from '../master/scenes'
import type { Inspection } from './inspection'
import { type Finding, quoted, type Rule } from './rule'
import { outside, type Ranged, rangesOf } from './scene-ranges'

/** A listed shot with its stretch of frames. */
interface Stretch {
  readonly shot: ResolvedShot
  readonly from: number
  readonly to: number
}

/**
 * Shots that follow one another on one line of time: those of a scene and take whose ranges go on from one another.
 * Ranges that all begin at the first frame are each shot's own, and shots that are addressed (`sc3.sh2`) have theirs.
 */
function timelines(p: Inspection): Stretch[][] {
  const byScene = new Map<string, Stretch[]>()
  for (const shot of p.shots) {
    if (!shot.frame_range || shot.frame_range[0] < 1) continue
    const own = shot.number === undefined || !readShotName(shot.name) ? '' : `/${shot.number}`
    const id = `${shot.scene ?? ''}/${shot.take ?? ''}${own}`
    const line = byScene.get(id) ?? []
    line.push({ shot, from: shot.frame_range[0], to: shot.frame_range[1] })
    byScene.set(id, line)
  }
  return [...byScene.values()]
    .filter((line) => line.length > 1 && line.some((s) => s.from > 1))
    .map((line) => line.sort((a, b) => a.from - b.from || a.to - b.to))
}

const frames = (from: number, to: number): string => (from === to ? `frame ${from}` : `frames ${from} to ${to}`)

function* overlaps(p: Inspection): Iterable<Finding> {
  for (const line of timelines(p)) {
    let before = line[0]!
    for (const s of line.slice(1)) {
      if (s.from <= before.to)
        yield {
          path: [...s.shot.path, 'frame_range'],
          message: `${quoted(before.shot.name)} and ${quoted(s.shot.name)} both have ${frames(s.from, Math.min(s.to, before.to))}`,
          remedy: `begin ${quoted(s.shot.name)} at ${before.to + 1}; or, if each counts its own frames, begin all at 1`,
          value: [s.from, s.to],
        }
      if (s.to > before.to) before = s
    }
  }
}

function* gaps(p: Inspection): Iterable<Finding> {
  for (const line of timelines(p)) {
    let before = line[0]!
    if (before.from > 1)
      yield {
        path: [...before.shot.path, 'frame_range'],
        message: `nothing is shown in ${frames(1, before.from - 1)}`,
        remedy: `begin ${quoted(before.shot.name)} at 1, or list the shot before it`,
        value: [before.from, before.to],
      }
    for (const s of line.slice(1)) {
      if (s.from > before.to + 1)
        yield {
          path: [...s.shot.path, 'frame_range'],
          message: `nothing is shown in ${frames(before.to + 1, s.from - 1)}, between ${quoted(before.shot.name)} and ${quoted(s.shot.name)}`,
          remedy: `begin ${quoted(s.shot.name)} at ${before.to + 1}, or list a shot between them`,
          value: [s.from, s.to],
        }
      if (s.to > before.to) before = s
    }
  }
}

const TRANSITIONS: DataPath = ['editorial', 'transitions']

function transitions(p: Inspection): Ranged[] {
  const { transitions } = fieldsOf(p.data.editorial)
  if (!Array.isArray(transitions)) return rangesOf(p, transitions, TRANSITIONS)
  return transitions.slice(0, 2000).flatMap((t, i): Ranged[] => {
    const key = ['scene', 'after', 'from'].find((k) => fieldsOf(t)[k] !== undefined)
    if (key === undefined) return []
    const scenes = fieldsOf(t)[key]
    return [{ range: quoted(scenes), spans: p.spans(scenes), value: t, path: [...TRANSITIONS, i, key] }]
  })
}

/** Longest transition that is made, in frames. */
const LONGEST = 240

function* transitionFrames(p: Inspection): Iterable<Finding> {
  for (const { value, path } of transitions(p)) {
    const frames = isFields(value) ? value.frames : undefined
    if (typeof frames === 'number' && !(frames >= 1 && frames <= LONGEST))
      yield {
        path: [...path.slice(0, -1), 'frames'],
        message: `a transition cannot take ${frames} frames; the usual length is taken`,
        remedy: `write 1 to ${LONGEST}`,
        value: frames,
      }
  }
}

export const TIMELINE_RULES: readonly Rule[] = [
  { id: 'timeline.overlap', severity: 'warning', check: overlaps },
  { id: 'timeline.gap', severity: 'warning', check: gaps },
  { id: 'timeline.transition-scene', severity: 'warning', check: (p) => outside(p, transitions(p), 'transition') },
  { id: 'timeline.transition-frames', severity: 'warning', check: transitionFrames },
]
