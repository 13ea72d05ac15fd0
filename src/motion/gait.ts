import { type CharacterSpec, figureOf, GAIT_SPEED } from '../film'
import { limbsOf } from './body'
import { stepLength } from './footsteps'

/** Somebody's own way of going. */
export interface Gait {
  /** Metres a second. */
  readonly speed: number
  /** Metres from one foot to the next. */
  readonly stepM: number
  /** Seconds until the same foot lands again: two steps. */
  readonly cycleS: number
}

/** An adult's leg, metres: the usual speeds are theirs. */
const USUAL_LEG_M = 0.84

/** How somebody walks at ease: with legs of another length as fast as is as easy for them (equal Froude numbers). */
export function gaitOf(spec: CharacterSpec): Gait {
  const { leg } = limbsOf(figureOf(spec))
  const speed = GAIT_SPEED.walk * Math.sqrt(leg / USUAL_LEG_M)
  const stepM = stepLength(speed, leg, 'walk')
  return { speed, stepM, cycleS: (2 * stepM) / speed }
}
