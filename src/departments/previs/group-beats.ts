import { type FrameRate, frameToSeconds } from '../../film'
import type { SceneReading } from './read-scene'
import type { TimedBeat, TimedScene } from './time-beats'

/** Beats that are shot together; units tile the scene. */
export interface Unit {
  readonly beats: readonly TimedBeat[]
  readonly startFrame: number
  readonly frames: number
}

/** The longest a unit may be before it is shot from two sides, seconds. */
export const LONGEST_S = 13

/**
 * Which beats share a shot. Every decision looks at a fixed block of neighbours (pairs and fours counted by dialogue
 * element, stretches of one paragraph), never at running time: a longer line regroups its own block and no other.
 */
export function groupBeats(scene: TimedScene, reading: SceneReading, fps: FrameRate): Unit[] {
  const { beats } = scene
  const seconds = (b: TimedBeat) => frameToSeconds(b.beat.frames, fps)
  const firstOf: number[] = []
  beats.forEach((b, i) => {
    if (b.speech >= 0) firstOf[b.speech] ??= i
  })
  const groups: TimedBeat[][] = []
  for (let i = 0; i < beats.length; i++) {
    const b = beats[i]!
    const group = groups.at(-1)
    const last = group?.at(-1)
    if (last && group && joins(b, last, group)) group.push(b)
    else groups.push([b])
  }

  function joins(b: TimedBeat, last: TimedBeat, group: readonly TimedBeat[]): boolean {
    if (b.dual || (last.beat.element === b.beat.element && group.some((g) => g.dual))) return true
    if (last.beat.element === b.beat.element && b.beat.character !== undefined)
      return b.beat.kind === 'pause' || last.beat.kind === 'pause' || seconds(b) < 1.4
    if (b.beat.kind === 'action' && last.beat.kind === 'action') {
      if (last.beat.element !== b.beat.element || b.part % 2 === 0 || seconds(b) + seconds(last) > 4.4) return false
      const mine = reading.readings.get(b.beat.key)?.people ?? []
      const theirs = reading.readings.get(last.beat.key)?.people ?? []
      return (
        Math.min(seconds(b), seconds(last)) < 2 &&
        (mine.length === 0) === (theirs.length === 0) &&
        (mine[0] === theirs[0] || mine.length === 0)
      )
    }
    if (b.speech > 0 && last.speech === b.speech - 1 && b.parts === 1 && last.parts === 1) {
      const four = block(b.speech, 4)
      if (four && four.total < 5) return b.speech % 4 !== 0
      const two = block(b.speech, 2)
      return two !== undefined && (two.total < 3.4 || (two.least < 1.3 && two.total < 6)) && b.speech % 2 !== 0
    }
    return false
  }

  /** The block of `size` one-part lines around dialogue element `speech`, if nothing stands between them. */
  function block(speech: number, size: number): { total: number; least: number } | undefined {
    const from = Math.floor(speech / size) * size
    const at = firstOf[from]
    if (at === undefined) return undefined
    let total = 0
    let least = Number.POSITIVE_INFINITY
    for (let k = 0; k < size; k++) {
      const b = beats[at + k]
      if (!b || b.speech !== from + k || b.parts !== 1 || b.dual || b.beat.offScreen) return undefined
      total += seconds(b)
      least = Math.min(least, seconds(b))
    }
    return { total, least }
  }

  return groups.map((group, i) => {
    const startFrame = i === 0 ? 0 : group[0]!.beat.startFrame
    const next = groups[i + 1]?.[0]?.beat.startFrame ?? scene.frames
    return { beats: group, startFrame, frames: next - startFrame }
  })
}
