import type { Mannerism } from '../../film'
import { HAND_AT_HEAD } from './hand-at-head'
import { HANDS_TOGETHER } from './hands-together'
import { HEAD_AND_FACE } from './head-and-face'
import { LEGS_AND_TRUNK } from './legs-and-trunk'
import type { BoutRow } from './mannerism'

/** Mannerisms that are there all the time: eyes, posture and gait have them. */
export const LASTING = ['avoids-eyes', 'stares', 'blinks', 'slouches', 'limps', 'tiptoes'] as const satisfies readonly Mannerism[]
export type Lasting = (typeof LASTING)[number]

/** How each mannerism is done that comes in bouts. */
export const BOUT_ROWS: Readonly<Record<Exclude<Mannerism, Lasting>, BoutRow>> = {
  ...HAND_AT_HEAD,
  ...HANDS_TOGETHER,
  ...LEGS_AND_TRUNK,
  ...HEAD_AND_FACE,
}
