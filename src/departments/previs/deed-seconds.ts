import { type FrameRate, secondsToFrames } from '../../film'
import { DEEDS, type DeedKind, LASTING, TRAVELS } from './deed-table'
import { namesDoor } from './find-place'
import type { Deed } from './read-action'
import type { SceneReading } from './read-scene'
import { GAP_S, type TimedScene } from './time-beats'

/** Seconds until a deed that is not done on the spot may begin: up to somebody, to a door, to a drawer, the cup in the hand. */
const LEAD_S = { somebody: 1.95, charge: 0.85, door: 2.2, leaf: 1, thing: 1.4, flame: 4, jump: 1.8, climb: 3.4 } as const
/** What of an act that lasts must be seen, so that one knows it, seconds; and of what is over at a glance. */
const KNOWN_S = 2
const GLANCE_S = 0.5
/** On foot from one place to another, and down on a seat or up from it, seconds. */
const WALK_S = 2
const SEAT_S = 1.4
/** A handle in the hand, and what it opens opened, seconds. */
const OPEN_S = 2
/** Nothing that one line says is waited for longer, seconds. */
const MOST_S = 7.2

const SEATS: ReadonlySet<DeedKind> = new Set(['sit', 'rise', 'kneel', 'lie', 'stand'])
const BESIDE: ReadonlySet<DeedKind> = new Set(['hug', 'kiss', 'clasp', 'slap', 'whisper', 'give', 'touch'])

function leadOf({ kind, to, rest }: Deed): number {
  if (kind === 'punch') return to.length ? LEAD_S.charge : 0
  if (BESIDE.has(kind) || (kind === 'pull' && to.length)) return LEAD_S.somebody
  if (kind === 'knock') return LEAD_S.door
  if (kind === 'open' || kind === 'close') return namesDoor(rest) ? LEAD_S.door : LEAD_S.leaf
  if (kind === 'drink' || kind === 'pour') return LEAD_S.thing
  if (kind === 'kindle' || kind === 'blow') return LEAD_S.flame
  if (kind === 'jump') return LEAD_S.jump
  return kind === 'climb' ? LEAD_S.climb : 0
}

/** How long a deed takes where it is seen whole, seconds. */
export function deedSeconds(deed: Deed): number {
  const { act } = DEEDS[deed.kind]
  if (TRAVELS.has(deed.kind) && !act) return WALK_S
  if (SEATS.has(deed.kind)) return SEAT_S
  if (!act) return GLANCE_S
  if (deed.kind === 'open' || deed.kind === 'close') return leadOf(deed) + OPEN_S
  return leadOf(deed) + (LASTING.has(deed.kind) ? Math.min(act.seconds, KNOWN_S) : act.seconds * (act.seconds > 2 ? FIT : 1))
}

/** An act of more than two seconds may be done in so much of its time, where there is no more. */
export const FIT = 0.8

/** How long deeds take in all, seconds: one person's one after the other, several people's at once. */
function neededSeconds(deeds: readonly Deed[]): number {
  const all = new Map<string, number>()
  for (const d of deeds) for (const k of d.who) all.set(k, (all.get(k) ?? 0) + deedSeconds(d))
  return Math.max(0, ...all.values())
}

/**
 * When each of a line's deeds begins, seconds from its start: evenly over it; where that leaves no time for the last of them,
 * by how long they take.
 */
export function deedStarts(deeds: readonly Deed[], seconds: number): readonly number[] {
  const even = deeds.map((_, i) => (seconds * i) / deeds.length)
  if (deeds.every((d, i) => even[i]! + deedSeconds(d) <= seconds)) return even
  const total = deeds.reduce((s, d) => s + deedSeconds(d), 0)
  let gone = 0
  return deeds.map((d) => {
    const at = (seconds * gone) / total
    gone += deedSeconds(d)
    return at
  })
}

/** Gives every action the time that what is done in it takes, so that no act is cut off by the next shot. */
export function allowDeeds({ beats, frames }: TimedScene, reading: SceneReading, fps: FrameRate): TimedScene {
  let later = 0
  const out = beats.map((b) => {
    const startFrame = b.beat.startFrame + later
    const deeds = b.beat.kind === 'action' ? (reading.readings.get(b.beat.key)?.deeds ?? []).filter((d) => d.who.length) : []
    const needs = Math.min(MOST_S, neededSeconds(deeds))
    const long = deeds.length ? Math.max(b.beat.frames, secondsToFrames(needs + GAP_S.action, fps)) : b.beat.frames
    later += long - b.beat.frames
    return { ...b, beat: { ...b.beat, startFrame, frames: long } }
  })
  return { beats: out, frames: frames + later }
}
