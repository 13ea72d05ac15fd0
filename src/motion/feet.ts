import { add, clamp, lerp, mix, type Quat, quatMul, quatRotate, smoothstep, type Vec3 } from '../film'
import type { Limbs } from './body'
import type { Contact } from './footsteps'
import { ease, rx, ry } from './rig'

/** A foot in the world at a moment. */
export interface FootPose {
  readonly ankle: Vec3
  readonly yaw: number
  readonly pitch: number
  readonly rot: Quat
  /** Toes' bend up, radians. */
  readonly toe: number
  /** Flat on the floor, carrying weight. */
  readonly planted: boolean
  /** Touching the floor, rolling included. */
  readonly contact: boolean
  /** How far the hips must heed this foot's reach, 0 to 1: fades as it leaves, comes as it lands. */
  readonly hold: number
}

/** Seconds a foot takes to come flat after heel strike, and longest time to roll off. */
const STRIKE_S = 0.08
const ROLL_S = 0.2

/** The ankle of a foot at a spot, pitched about its ball (heel up) or its heel (toes up). */
function rolled(spot: Vec3, yaw: number, pitch: number, l: Limbs): Vec3 {
  const pivot: Vec3 = [0, 0, pitch > 0 ? l.ball : -l.heel]
  const ankle: Vec3 = [0, l.ankle, -pivot[2]]
  return add(spot, quatRotate(ry(yaw), add(pivot, quatRotate(rx(pitch), ankle))))
}

const make = (ankle: Vec3, yaw: number, pitch: number, planted: boolean, contact: boolean, hold: number): FootPose => ({
  ankle,
  yaw,
  pitch,
  rot: quatMul(ry(yaw), rx(pitch)),
  toe: Math.max(0, pitch) * (contact ? 1 : 0.6),
  planted,
  contact,
  hold,
})

/** Where a foot is at a time: still on the floor from strike to toe-off, rolling at both ends; on an arc between. */
export function footAt(contacts: readonly Contact[], t: number, l: Limbs): FootPose {
  let i = 0
  for (let k = 1; k < contacts.length; k++) if (contacts[k]!.land <= t) i = k
  const c = contacts[i]!
  if (t <= c.lift) {
    const stay = c.lift - c.land
    const down = Math.min(STRIKE_S, stay * 0.25)
    const off = Math.min(ROLL_S, stay * 0.35)
    const strike = Number.isFinite(c.land) ? c.strike * (1 - smoothstep(0, down, t - c.land)) : 0
    const roll = Number.isFinite(c.lift) ? c.roll * clamp((t - c.lift + off) / off, 0, 1) ** 1.7 : 0
    const pitch = strike + roll
    const leaving = Number.isFinite(c.lift) ? smoothstep(c.lift - off, c.lift, t) : 0
    const flat = Math.abs(pitch) < 1e-3
    return make(
      flat ? add(c.position, [0, l.ankle, 0]) : rolled(c.position, c.yaw, pitch, l),
      c.yaw,
      flat ? 0 : pitch,
      flat,
      true,
      1 - 0.75 * leaving,
    )
  }
  const n = contacts[i + 1]!
  const u = (t - c.lift) / (n.land - c.lift)
  const yaw = lerp(c.yaw, n.yaw, ease(u))
  const from = rolled(c.position, c.yaw, c.roll, l)
  const to = rolled(n.position, n.yaw, n.strike, l)
  // The heel leaves with the toes pointing down, passes level, and comes down heel first.
  const pitch = u < 0.45 ? lerp(c.roll, n.strike * 0.3, smoothstep(0, 0.45, u)) : lerp(n.strike * 0.3, n.strike, smoothstep(0.45, 1, u))
  const go = smoothstep(0, 1, u) * 0.7 + u * 0.3
  const rise = n.lift0 * Math.sin(Math.PI * Math.min(1, u ** 0.8)) ** 2
  const path = mix(from, to, go)
  // A pitched foot must keep its toes off the floor.
  const clear =
    Math.max(0, Math.sin(Math.max(0, pitch))) * l.ball * 1.05 + l.ankle * Math.cos(pitch) + lerp(c.position[1], n.position[1], go)
  const y = Math.max(path[1] + rise, clear + 0.3 * rise)
  const ends = Math.min(1, u * 12, (1 - u) * 12)
  return make(
    [path[0], lerp(path[1], y, ends), path[2]],
    yaw,
    pitch,
    false,
    false,
    Math.max(0.25 * (1 - smoothstep(0, 0.25, u)), smoothstep(0.68, 1, u)),
  )
}
