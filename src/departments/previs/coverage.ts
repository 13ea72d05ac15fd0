import type { CameraMove, Framing, Shot, ShotSize } from '../../film'
import type { ActionReading } from './read-action'

/** A shot before it has a key, an address and its times. */
export interface Choice {
  readonly size: ShotSize
  readonly framing: Framing
  readonly angle: Shot['angle']
  readonly move: CameraMove
  readonly subjects: readonly string[]
  readonly over?: string
  readonly object?: string
  /** The deed is in the whole body: no size tighter than to the knees shows it. */
  readonly body?: true
  /** Plain words for the framing, size and move. */
  readonly because: { readonly framing: string; readonly size: string; readonly move?: string; readonly angle?: string }
}

/** What is known when a unit's shot is chosen. All of it is counted in script elements, so that a longer line changes none. */
export interface Coverage {
  /** Names by key, for reasons. */
  name(key: string): string
  /** `she speaks`, `he speaks`, `they speak`. */
  they(key: string): string
  readonly interior: boolean
  /** People seen so far and still here, in order of appearance. */
  readonly here: readonly string[]
  /** Groups by key (they are framed as such). */
  isGroup(key: string): boolean
  readonly first: boolean
  readonly last: boolean
  /** Index among the scene's dialogue elements, and their number. */
  readonly speech: number
  readonly speeches: number
  /** Speaker of the neighbouring line: who this one is said to. */
  readonly partner: string | undefined
  /** People of this scene are in different places. */
  readonly intercut: boolean
  readonly montage: boolean
  /** Things in this beat that can be held or looked at. */
  readonly things: readonly string[]
  readonly insert: string | undefined
  /** True for what goes on at a window: `Fields pass by the window.` */
  readonly throughWindow: boolean
  /** Shots since the place was last seen whole. */
  readonly sinceWide: number
  readonly reading: ActionReading | undefined
}

const SIZES: readonly ShotSize[] = ['EWS', 'WS', 'FS', 'MLS', 'MS', 'MCU', 'CU', 'ECU']
/** How many steps of size lie between two shots. */
export const sizeSteps = (a: ShotSize, b: ShotSize): number => Math.abs(SIZES.indexOf(a) - SIZES.indexOf(b))
