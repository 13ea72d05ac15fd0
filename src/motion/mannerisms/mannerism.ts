import type { Place } from '../../film'
import type { Move } from '../acts/kit'
import type { GazeCue } from '../gaze-cues'

/** What of somebody a mannerism takes. */
export type Part = 'hand' | 'hands' | 'feet' | 'trunk' | 'head' | 'face' | 'eyes'

/** How a mannerism that comes in bouts is done, and when. */
export interface BoutRow {
  readonly move: Move
  /** Shortest and longest bout, seconds. */
  readonly lastsS: readonly [number, number]
  /** Seconds from one bout to the next, on average. */
  readonly everyS: number
  readonly takes: readonly Part[]
  /** Standing or sitting only; both unless given. */
  readonly stances?: readonly Place['stance'][]
  /** While a line of theirs is spoken, or while none is; at any time unless given. */
  readonly speaking?: boolean
  /** Where the eyes go, from a bout's beginning to its end; `side` is +1 for the left hand, −1 for the right. */
  readonly eyes?: (t0: number, t1: number, side: 1 | -1) => readonly GazeCue[]
}
