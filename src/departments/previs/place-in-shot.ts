import { type Expression, type HandEdit, isSamePlace, type Performance, type SetSpec, type Vec3, type Whereabouts } from '../../film'
import type { Blocking } from './block-scene'
import { Places } from './find-place'
import { FloorPlan, facing, pointOf, type Spot, spotOf } from './floor-plan'
import { peopleByHand } from './people-by-hand'
import type { Place } from './stage-actor'

/** Where somebody is to be in a shot, and how. */
export interface PlacedPerson {
  /** Key of a performance. */
  readonly who: string
  /** On the floor, metres. */
  readonly position?: Vec3
  /** A thing of the set, in words: `table`, `window`. */
  readonly at?: string
  /** Somebody else, by key. */
  readonly near?: string
  /** Radians about y, 0 looks along +z; or somebody's key, a thing of the set in words, or `camera`: whoever faces that is turned once it is placed. */
  readonly facing?: number | string
  /** `calm` shows nothing. */
  readonly expression?: Expression | 'calm'
}

/** A blocking in which some people are elsewhere. */
export interface PlacedInShot {
  readonly blocking: Blocking
  /** What could not be done, in words. */
  readonly lost: readonly string[]
}

/** A stretch of scene time, seconds. */
export interface Window {
  readonly t0: number
  readonly t1: number
}

type Stay = Extract<Whereabouts, { kind: 'stay' }>

/** The word for what takes the picture. */
export const CAMERA = 'camera'

/** How far from somebody one is near them, metres. */
const NEAR_M = 0.8
/** How clearly a face shows what is asked of it. */
const SHOWN = 0.8

/**
 * Puts people where a shot wants them: on the seat there or the nearest free floor, turned and with the face that is asked
 * for. What they do and say there is what the scene says. It holds for the whole scene where they are moved: only the
 * shot's own stretch of it is meant to be seen.
 */
export function placeInShot(blocking: Blocking, set: SetSpec, window: Window, asked: readonly PlacedPerson[]): PlacedInShot {
  const lost: string[] = []
  let made = blocking
  for (const one of asked) {
    const person = made.performances.find((p) => p.character === one.who)
    const stay = person && longestStay(person, window)
    if (!person || isAway(made, one.who, window)) lost.push(`${one.who} is not there`)
    else if (!stay && (one.position || one.at !== undefined || one.near !== undefined)) lost.push(`${one.who} is on the way all through it`)
    else {
      const place = stay && placeFor(made, set, stay, one)
      if (stay && place === undefined && (one.at !== undefined || one.near !== undefined))
        lost.push(`${one.who} finds no ${one.at ?? one.near} there`)
      if (stay && place) made = moved(made, set, one.who, stay.position, pointOf(place.spot))
      const yaw = one.facing === undefined ? (one.position ? undefined : place?.yaw) : yawFor(made, set, one, window)
      if (one.facing !== undefined && one.facing !== CAMERA && yaw === undefined) lost.push(`${one.who} finds no ${one.facing} to face`)
      made = {
        ...made,
        performances: made.performances.map((p) => (p.character === one.who ? shown(turned(p, window, yaw), window, one) : p)),
      }
    }
  }
  return { blocking: made, lost }
}

const overlap = (w: { readonly t0: number; readonly t1: number }, { t0, t1 }: Window): number => Math.min(w.t1, t1) - Math.max(w.t0, t0)

function longestStay(p: Performance, window: Window): Stay | undefined {
  const stays = p.where.filter((w): w is Stay => w.kind === 'stay' && overlap(w, window) > 0)
  return stays.reduce<Stay | undefined>((best, w) => (best && overlap(best, window) >= overlap(w, window) ? best : w), undefined)
}

const isAway = (blocking: Blocking, who: string, { t0, t1 }: Window): boolean =>
  blocking.offstage[who]?.some((o) => o.t0 <= t0 && o.t1 >= t1) ?? false

function placeFor(blocking: Blocking, set: SetSpec, stay: Stay, { who, position, at, near }: PlacedPerson): Place | undefined {
  if (position) return { spot: spotOf(position), yaw: stay.yaw, stance: stay.stance }
  const others = blocking.performances.filter((p) => p.character !== who)
  const spots = others.flatMap((p) => p.where.flatMap((w) => (w.kind === 'stay' && overlap(w, stay) > 0 ? [spotOf(w.position)] : [])))
  const places = new Places(set, FloorPlan.of(set))
  const here = spotOf(stay.position)
  if (at !== undefined) {
    const words = at.toLowerCase().split(/[^\p{L}]+/u)
    const isSeated = stay.stance === 'sit' && places.plan.placementNamed(words, here) !== undefined
    return (isSeated ? places.seat(words, here, spots) : undefined) ?? places.named(words, here, spots)
  }
  const whom = others.find((p) => p.character === near)
  const their = whom && longestStay(whom, stay)
  if (!their) return
  const to = spotOf(their.position)
  const side = their.yaw + (facing(to, here) - their.yaw > 0 ? Math.PI / 3 : -Math.PI / 3)
  const beside: Spot = { x: to.x + Math.sin(side) * NEAR_M, z: to.z + Math.cos(side) * NEAR_M }
  return places.stand(beside, facing(beside, to), spots)
}

function moved(blocking: Blocking, set: SetSpec, who: string, base: Vec3, value: Vec3): Blocking {
  if (isSamePlace(base, value)) return blocking
  const edit: HandEdit = { target: '', path: `people.${who}`, base, value }
  return peopleByHand(blocking, set, [edit]).blocking
}

const COMPASS: Readonly<Record<string, number>> = { south: 0, east: Math.PI / 2, north: Math.PI, west: -Math.PI / 2 }

function yawFor(blocking: Blocking, set: SetSpec, { who, facing: to }: PlacedPerson, window: Window): number | undefined {
  if (typeof to !== 'string') return to
  if (to === CAMERA) return
  if (Object.hasOwn(COMPASS, to)) return COMPASS[to]
  const stayOf = (key: string) => {
    const p = blocking.performances.find((q) => q.character === key)
    return p && longestStay(p, window)
  }
  const own = stayOf(who)
  if (!own) return
  const here = spotOf(own.position)
  const other = stayOf(to)
  if (other) return facing(here, spotOf(other.position))
  const plan = FloorPlan.of(set)
  const words = to.toLowerCase().split(/[^\p{L}]+/u)
  const thing = plan.placementNamed(words, here)
  const mark = words.includes('window') || words.includes('door') ? plan.mark(words.includes('door') ? 'door' : 'window', here) : undefined
  const at = mark ?? thing
  return at && facing(here, spotOf(at.position))
}

/** Somebody who looks one way all through a stretch of time, wherever they stay. */
function turned(p: Performance, window: Window, yaw: number | undefined): Performance {
  if (yaw === undefined) return p
  return { ...p, where: p.where.map((w) => (w.kind === 'stay' && overlap(w, window) > 0 ? { ...w, yaw } : w)) }
}

/** Somebody whose face shows one thing all through a stretch of time. */
function shown(p: Performance, { t0, t1 }: Window, { expression }: PlacedPerson): Performance {
  if (expression === undefined) return p
  const mood = expression === 'calm' ? { t0, expression: 'joy' as const, weight: 0 } : { t0, expression, weight: SHOWN }
  return { ...p, moods: [...p.moods.filter((m) => m.t0 < t0), mood, ...p.moods.filter((m) => m.t0 >= t1)] }
}
