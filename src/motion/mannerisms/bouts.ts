import {
  type Act,
  type CharacterSpec,
  isMannerism,
  lacksFor,
  type Mannerism,
  type Performance,
  type PropTrack,
  personKey,
  random,
} from '../../film'
import type { Move } from '../acts/kit'
import { MOVES } from '../acts/moves'
import type { Stride } from '../footsteps'
import { type Itinerary, placeAt, stanceAt } from '../itinerary'
import type { BoutRow, Part } from './mannerism'
import { BOUT_ROWS } from './table'

/** One time that a mannerism shows. */
export interface Bout {
  readonly mannerism: Mannerism
  readonly row: BoutRow
  /** Seconds of the shot. */
  readonly t0: number
  readonly t1: number
  readonly hand: 'left' | 'right'
  readonly energy: number
}

/** What of a shot a person's mannerisms must heed. */
export interface Circumstances {
  readonly spec: CharacterSpec
  readonly performance: Performance
  readonly acts: readonly Act[]
  readonly props: readonly PropTrack[]
  readonly itinerary: Itinerary
  readonly strides: readonly Stride[]
  /** Seeds by shot and character. */
  readonly key: string
  /** Length of the shot, seconds. */
  readonly seconds: number
}

/** Seconds between a bout and whatever else the same part of the body does. */
const APART_S = 0.5
/** How finely a free moment is looked for, seconds. */
const STEP_S = 0.25

/** Parts of the body that an act of the plan takes. */
function takenBy({ hands, body, face }: Move): readonly Part[] {
  return [
    ...(hands ? (['hand', 'hands'] as const) : []),
    ...(body ? (['feet', 'trunk', 'head'] as const) : []),
    ...(face ? (['face'] as const) : []),
  ]
}

const TAKEN: Readonly<Record<Act['verb'], readonly Part[]>> = Object.fromEntries(
  Object.entries(MOVES).map(([verb, move]) => [verb, takenBy(move)]),
) as Record<Act['verb'], readonly Part[]>

/** Acts that nobody does anything beside, or after which nothing is done. */
const ALL_OF_ONE: ReadonlySet<Act['verb']> = new Set(['sleep', 'fall', 'die'])
const LAST: ReadonlySet<Act['verb']> = new Set(['die'])

/** Whether a hand holds something between two times. */
const holds = (props: readonly PropTrack[], character: string, hand: 'left' | 'right', t0: number, t1: number): boolean =>
  props.some((p) =>
    p.states.some((s, i) => {
      const until = p.states[i + 1]?.t0 ?? Number.POSITIVE_INFINITY
      return s.kind === 'held' && s.by === character && s.hand === hand && (i === 0 || s.t0 < t1) && until > t0
    }),
  )

/** The hand that is free for a bout, if what it takes of the body is. */
function handFor(c: Circumstances, row: BoutRow, wanted: 'left' | 'right', t0: number, t1: number): 'left' | 'right' | undefined {
  const { itinerary, strides, acts, performance, props } = c
  const [from, to] = [t0 - APART_S, t1 + APART_S]
  for (let t = t0 - 0.2; t <= t1 + 0.2; t += STEP_S) {
    const at = stanceAt(itinerary, t)
    const stances = row.stances ?? ['stand', 'sit', 'lean']
    if (at.progress < 1 || !stances.includes(at.to)) return undefined
    if (itinerary.where[placeAt(itinerary, t).index]?.kind === 'go') return undefined
  }
  if (strides.some((s) => s.t0 < to && s.t1 > from)) return undefined
  for (const act of acts) {
    if (act.t0 > to || (act.t1 < from && !LAST.has(act.verb))) continue
    if (ALL_OF_ONE.has(act.verb)) return undefined
    if (row.takes.some((part) => TAKEN[act.verb].includes(part))) return undefined
  }
  const speaks = performance.speech.some((s) => s.t0 < t1 + 0.1 && s.t1 > t0 - 0.1)
  if (row.speaking === false && speaks) return undefined
  if (row.speaking === true && !speaks) return undefined
  const busy = (hand: 'left' | 'right') => holds(props, performance.character, hand, from, to)
  if (row.takes.includes('hands')) return busy('left') || busy('right') ? undefined : wanted
  if (!row.takes.includes('hand') || !busy(wanted)) return wanted
  const other = wanted === 'left' ? 'right' : 'left'
  return busy(other) ? undefined : other
}

/**
 * When somebody's mannerisms show in a shot: at uneven times, seeded by shot and person, whenever what they take of the body
 * has nothing else to do and what they need is there (glasses to push up, hair to twirl). In order of time.
 */
export function boutsOf(c: Circumstances): readonly Bout[] {
  const out: Bout[] = []
  if (c.performance.loopS !== undefined) return out
  for (const habit of c.spec.habits ?? []) {
    if (!isMannerism(habit) || !Object.hasOwn(BOUT_ROWS, habit) || lacksFor(habit, c.spec) !== undefined) continue
    const row = BOUT_ROWS[habit as keyof typeof BOUT_ROWS]
    const own = random(`${personKey(c.spec)}/${habit}`)
    const wanted = own.chance(0.7) ? 'right' : 'left'
    const everyS = row.everyS * own.range(0.8, 1.2)
    const r = random(`${c.key}/${habit}`)
    let t = r.range(0.15, 0.75) * everyS
    while (t < c.seconds) {
      const long = r.range(row.lastsS[0], row.lastsS[1])
      const energy = r.range(0.3, 0.6)
      const wait = everyS * r.range(0.6, 1.4)
      let start: number | undefined
      for (let s = t; s < t + everyS * 0.6 && start === undefined; s += STEP_S) {
        const clash = out.some(
          (b) => b.t0 < s + long + APART_S && b.t1 > s - APART_S && b.row.takes.some((part) => conflicts(part, row.takes)),
        )
        const hand = clash ? undefined : handFor(c, row, wanted, s, s + long)
        if (!hand) continue
        start = s
        out.push({ mannerism: habit, row, t0: s, t1: s + long, hand, energy })
      }
      t = (start ?? t) + long + Math.max(1, wait - long)
    }
  }
  return out.sort((a, b) => a.t0 - b.t0)
}

const conflicts = (part: Part, takes: readonly Part[]): boolean =>
  takes.includes(part) || ((part === 'hand' || part === 'hands') && (takes.includes('hand') || takes.includes('hands')))
