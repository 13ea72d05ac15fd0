import { clamp, distance, lerpAngle, mix, smoothstep } from './math'
import type { Whereabouts } from './shot-plan'
import type { Vec3 } from './value'

/** Usual speeds on foot, metres a second. */
export const GAIT_SPEED = { walk: 1.25, run: 3.4, sneak: 0.7, limp: 0.75, swim: 0.95, dive: 0.75 } as const

/** Somebody's place at a moment. */
export interface Place {
  readonly position: Vec3
  /** Facing, radians about y; 0 looks along +z. */
  readonly yaw: number
  readonly stance: Extract<Whereabouts, { kind: 'stay' }>['stance']
  readonly seatHeightM: number
  /** Metres walked so far in the present stretch; 0 while staying. */
  readonly walkedM: number
  /** Metres a second, 0 while staying. */
  readonly speed: number
  readonly gait: keyof typeof GAIT_SPEED
  /** Index of the stretch in force. */
  readonly index: number
}

/** Yaw that looks along a floor direction. */
export const yawOf = (from: Vec3, to: Vec3): number => Math.atan2(to[0] - from[0], to[2] - from[2])

/** Length of a path, metres. */
export const pathLength = (path: readonly Vec3[]): number => path.reduce((sum, p, i) => (i === 0 ? 0 : sum + distance(path[i - 1]!, p)), 0)

/** The point `metres` along a path, and the direction there; clamped to its ends. */
export function alongPath(path: readonly Vec3[], metres: number): { readonly position: Vec3; readonly yaw: number } {
  let left = Math.max(0, metres)
  for (let i = 1; i < path.length; i++) {
    const a = path[i - 1]!
    const b = path[i]!
    const l = distance(a, b)
    if (left <= l || i === path.length - 1) return { position: mix(a, b, l > 0 ? clamp(left / l, 0, 1) : 1), yaw: yawOf(a, b) }
    left -= l
  }
  return { position: path[0]!, yaw: 0 }
}

/**
 * Distance walked after `t` of `duration` seconds over `total` metres: even speed with a soft start and stop of at
 * most 0.35 s each. Closed form, so any frame can be asked for alone.
 */
export function walkedAt(t: number, duration: number, total: number): { readonly metres: number; readonly speed: number } {
  if (duration <= 0) return { metres: total, speed: 0 }
  const ramp = Math.min(0.35, duration / 3)
  const top = total / (duration - ramp)
  const u = clamp(t, 0, duration)
  const inside = t >= 0 && t <= duration
  if (u < ramp) return { metres: (top * u * u) / (2 * ramp), speed: inside ? (top * u) / ramp : 0 }
  if (u > duration - ramp) {
    const r = duration - u
    return { metres: total - (top * r * r) / (2 * ramp), speed: inside ? (top * r) / ramp : 0 }
  }
  return { metres: top * (u - ramp / 2), speed: top }
}

/** The stretch in force at a time. */
function stretchAt(where: readonly Whereabouts[], t: number): number {
  let index = 0
  for (let i = 0; i < where.length; i++) if (where[i]!.t0 <= t) index = i
  return index
}

/** Where somebody stands at a time: `whereAt`'s position, for those who ask for no more. */
export function positionAt(where: readonly Whereabouts[], t: number): Vec3 {
  const w = where[stretchAt(where, t)]!
  if (w.kind === 'stay') return w.position
  return alongPath(w.path, walkedAt(t - w.t0, w.t1 - w.t0, pathLength(w.path)).metres).position
}

/**
 * Where somebody is at a time. Before the first stretch they are at its start, after the last at its end; stretches are
 * in order of time. Turning at corners and at the ends is smoothed over 0.35 m and 0.45 s.
 */
export function whereAt(where: readonly Whereabouts[], t: number): Place {
  const index = stretchAt(where, t)
  const w = where[index]!
  if (w.kind === 'stay') {
    const before = where[index - 1]
    const settle = before?.kind === 'stay' ? smoothstep(0, 0.5, t - w.t0) : 1
    const yaw = before?.kind === 'stay' ? lerpAngle(before.yaw, w.yaw, settle) : w.yaw
    return { position: w.position, yaw, stance: w.stance, seatHeightM: w.seatHeightM ?? 0, walkedM: 0, speed: 0, gait: 'walk', index }
  }
  const total = pathLength(w.path)
  const { metres, speed } = walkedAt(t - w.t0, w.t1 - w.t0, total)
  const here = alongPath(w.path, metres)
  const ahead = alongPath(w.path, Math.min(total, metres + 0.35))
  const behind = alongPath(w.path, Math.max(0, metres - 0.35))
  let yaw = distance(ahead.position, behind.position) > 1e-6 ? yawOf(behind.position, ahead.position) : here.yaw
  const before = where[index - 1]
  if (before?.kind === 'stay') yaw = lerpAngle(before.yaw, yaw, smoothstep(0, 0.45, t - w.t0))
  const after = where[index + 1]
  const endYaw = after?.kind === 'stay' ? after.yaw : w.endYaw
  if (endYaw !== undefined) yaw = lerpAngle(yaw, endYaw, smoothstep(-0.45, 0, t - w.t1))
  const stance = w.gait === 'swim' || w.gait === 'dive' ? 'swim' : 'stand'
  return { position: here.position, yaw, stance, seatHeightM: 0, walkedM: metres, speed, gait: w.gait, index }
}
