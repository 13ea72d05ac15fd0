import {
  type Act,
  type CharacterSpec,
  type Figure,
  figureOf,
  frameToSeconds,
  type Performance,
  type PropTrack,
  type ShotSlice,
  type SteeringWheel,
  steeringWheels,
} from '../film'
import type { Doing } from './acts/kit'
import { MOVES } from './acts/moves'
import { limbsOf } from './body'
import { type Footfalls, footfallsOf } from './footsteps'
import { blinkTimes } from './gaze'
import { type GazeCue, gazeCues } from './gaze-cues'
import { type Itinerary, itineraryOf } from './itinerary'
import { type Bout, boutsOf } from './mannerisms/bouts'
import { paceOf } from './mannerisms/eyes'
import { rideAt } from './ride'
import { visemesOfSpoken } from './spoken-visemes'
import type { Build } from './stances'
import { mannerOf } from './style'
import { type VisemeCue, visemesOf } from './visemes'

/** What of a performance does not depend on the moment: worked out once a shot. */
export interface Score {
  readonly spec: CharacterSpec
  readonly figure: Figure
  readonly build: Build
  readonly performance: Performance
  /** The acts, each with the hand that really does it. */
  readonly acts: readonly Act[]
  /** When their mannerisms show. */
  readonly bouts: readonly Bout[]
  /** Acts and bouts, as they are done. */
  readonly doings: readonly Doing[]
  /** Seeds: by shot and character, and by character alone. */
  readonly key: string
  readonly itinerary: Itinerary
  readonly footfalls: Footfalls
  readonly gaze: readonly GazeCue[]
  readonly blinks: readonly number[]
  /** How what they ride in moves; none where nothing is driven. */
  readonly ride?: (t: number) => ReturnType<typeof rideAt>
  /** Steering wheels there are, for whoever drives; world space. */
  readonly wheels: readonly SteeringWheel[]
  /** Doors, drawers and the like, as they move: key → keys of how far open. */
  readonly doors: ShotSlice['shot']['doors']
  readonly lines: readonly {
    readonly t0: number
    readonly t1: number
    readonly energy: number
    readonly cues: readonly VisemeCue[]
    readonly beats: readonly number[]
  }[]
}

/** Acts done with a thing in the hand. */
const WITH_THING: ReadonlySet<Act['verb']> = new Set([
  'put-down',
  'pick-up',
  'drink',
  'eat',
  'pour',
  'smoke',
  'write',
  'phone',
  'throw',
  'aim',
  'hold',
  'carry',
  'shoot',
])

/** The hand that holds what an act is done with, if the plan gives the act the empty one. */
function handFor(act: Act, props: readonly PropTrack[], character: string): { hand?: 'left' | 'right' | 'both' } {
  if (!WITH_THING.has(act.verb) || act.hand === 'both') return {}
  const held = new Set<'left' | 'right'>()
  for (const p of props)
    p.states.forEach((s, i) => {
      const until = p.states[i + 1]?.t0 ?? Number.POSITIVE_INFINITY
      if (s.kind === 'held' && s.by === character && s.t0 < act.t1 && until > act.t0) held.add(s.hand)
    })
  const asked = act.hand ?? 'right'
  const [only] = held
  return only === undefined || held.has(asked) ? {} : { hand: only }
}

/** Who limps, limps wherever they walk. */
const gaitOf = (where: Performance['where'], { habits }: CharacterSpec): Performance['where'] =>
  habits?.includes('limps') ? where.map((w) => (w.kind === 'go' && w.gait === 'walk' ? { ...w, gait: 'limp' as const } : w)) : where

function scoreOf(slice: ShotSlice, performance: Performance, spec: CharacterSpec): Score {
  const figure = figureOf(spec)
  const build: Build = { figure, limbs: limbsOf(figure), manner: mannerOf(spec) }
  const key = `${slice.shot.key}/${performance.character}`
  const itinerary = itineraryOf(gaitOf(performance.where, spec), figure)
  const footfalls = footfallsOf(itinerary, build.limbs, build.manner)
  const seconds = frameToSeconds(slice.shot.frames, slice.shot.fps)
  const { props } = slice.shot
  const acts = performance.acts.map((a) => ({ ...a, ...handFor(a, props, performance.character) }))
  const bouts = boutsOf({ spec, performance, acts, props, itinerary, strides: footfalls.strides, key, seconds })
  const gaze = gazeCues(performance, bouts, spec.habits ?? [], key, seconds)
  return {
    spec,
    figure,
    build,
    performance,
    acts,
    bouts,
    doings: [
      ...acts.map((act, i): Doing => ({ act, move: MOVES[act.verb], key: `${key}/act${i}/${act.verb}` })),
      ...bouts.map(
        ({ t0, t1, hand, energy, row, mannerism }, i): Doing => ({
          act: { t0, t1, hand, energy },
          move: row.move,
          key: `${key}/bout${i}/${mannerism}`,
        }),
      ),
    ],
    key,
    itinerary,
    footfalls,
    gaze,
    wheels: acts.some((a) => a.verb === 'drive') ? steeringWheels(slice.set) : [],
    doors: slice.shot.doors,
    ...(slice.set.travel ? { ride: (t: number) => rideAt(slice.set.travel!, slice.shot.key, t) } : {}),
    blinks: performance.loopS !== undefined ? [] : blinkTimes(gaze, key, seconds, paceOf(spec.habits ?? [])),
    lines: performance.speech.map((s) => {
      const cues = s.phones ? visemesOfSpoken({ seconds: s.t1 - s.t0, phones: s.phones }, s.t0) : visemesOf(s.text, s.t0, s.t1)
      return { t0: s.t0, t1: s.t1, energy: s.energy, cues, beats: cues.filter((c) => c.stressed).map((c) => c.t + c.s * 0.4) }
    }),
  }
}

const scores = new WeakMap<ShotSlice, readonly Score[]>()

/**
 * The scores of a shot, one a performance, in order. Remembered by the slice's identity only to save time.
 * @throws RangeError if a performance's character is not in the slice's cast.
 */
export function scoresOf(slice: ShotSlice): readonly Score[] {
  let all = scores.get(slice)
  if (!all) {
    all = slice.shot.performances.map((p) => {
      const spec = slice.cast.find((c) => c.key === p.character)
      if (!spec)
        throw new RangeError(`frameState: ${slice.shot.key} performs ${JSON.stringify(p.character)}, who is not in the slice's cast`)
      return scoreOf(slice, p, spec)
    })
    scores.set(slice, all)
  }
  return all
}
