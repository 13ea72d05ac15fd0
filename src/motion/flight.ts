import { add, mix, type Quat, quatAxis, quatMul, quatSlerp, type Vec3 } from '../film'

/** Metres a second squared. */
const GRAVITY = 9.81
/** How high a thing bounces, metres, and how long each bounce takes: twice, each a third of the one before. */
const BOUNCE_M = 0.045
const BOUNCE_S = 0.19
/** Seconds of flight for one turn about itself; what merely drops turns over less. */
const TURN_S = 0.55

/** Where a thing is and how it is turned. */
export interface Lie {
  readonly position: Vec3
  readonly quaternion: Quat
}

/**
 * A thing let go of, `s` seconds later: along the parabola that takes it from the hand to where it ends in `fallS` seconds, then two small
 * bounces there, then at rest. Closed form.
 */
export function flightAt(from: Lie, to: Lie, s: number, fallS: number): Lie {
  const u = Math.min(1, Math.max(0, s / fallS))
  if (u < 1) {
    const turns = Math.round(fallS / TURN_S)
    const spin = quatAxis([1, 0, 0], 2 * Math.PI * turns * u)
    return {
      position: add(mix(from.position, to.position, u), [0, 0.5 * GRAVITY * fallS * fallS * u * (1 - u), 0]),
      quaternion: quatMul(quatSlerp(from.quaternion, to.quaternion, u), spin),
    }
  }
  const w = (s - fallS) / BOUNCE_S
  const height = w < 1 ? BOUNCE_M : w < 1.6 ? BOUNCE_M / 3 : 0
  const v = w < 1 ? w : (w - 1) / 0.6
  return height > 0 ? { ...to, position: add(to.position, [0, height * 4 * v * (1 - v), 0]) } : to
}
