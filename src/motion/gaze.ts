import { clamp, hash32, lerp, mix32, noise1, quatConjugate, quatRotate, random, sub, type Vec3 } from '../film'
import type { GazeCue } from './gaze-cues'
import { deg, ease } from './rig'
import type { HeadPose, Trunk } from './skeleton'

/** Limits of eyes in the head, radians. */
export const EYE_YAW = deg(30)
export const EYE_UP = deg(24)
/** Limits of the head on the chest, radians. */
const HEAD_YAW = deg(65)
const HEAD_UP = deg(42)
const HEAD_DOWN = deg(48)
const CHEST_YAW = deg(20)

/** Seconds: a saccade; the head's turn; the chest's. */
const SACCADE_S = 0.08
const HEAD_S = 0.36
const CHEST_S = 0.65

type Target = GazeCue

/** Yaw and pitch (up positive) of a direction. */
const anglesOf = (d: Vec3): readonly [number, number] => [Math.atan2(d[0], d[2]), Math.atan2(d[1], Math.sqrt(d[0] * d[0] + d[2] * d[2]))]

/** The targets that still matter at a time, oldest first. */
const recent = (gaze: readonly Target[], t: number): readonly Target[] => {
  let i = 0
  for (let k = 1; k < gaze.length; k++) if (gaze[k]!.t0 <= t) i = k
  return gaze.slice(Math.max(0, i - 2), i + 1)
}

const AHEAD: Target = { kind: 'ahead', t0: Number.NEGATIVE_INFINITY }

/** Folds targets in time: each takes over from what came before it, so that nothing jumps. */
function follow(
  targets: readonly Target[],
  t: number,
  over: number,
  late: number,
  angles: (target: Target) => readonly [number, number],
): readonly [number, number] {
  let [yaw, pitch] = angles(targets[0] ?? AHEAD)
  for (const target of targets.slice(1)) {
    const w = ease((t - target.t0 - late) / over)
    if (w <= 0) continue
    const [y, p] = angles(target)
    yaw = lerp(yaw, y, w)
    pitch = lerp(pitch, p, w)
  }
  return [yaw, pitch]
}

/** Where somebody's targets are, root frame. */
export type Locate = (target: Target) => Vec3

/** Turn of the chest towards what is looked at, radians. */
export function chestTurn(gaze: readonly Target[], t: number, trunk: Trunk, from: Vec3, locate: Locate): number {
  return follow(recent(gaze, t), t, CHEST_S, 0.08, (g) => {
    const [yaw] = anglesOf(quatRotate(quatConjugate(trunk.chestRot), sub(locate(g), from)))
    return [g.kind === 'ahead' ? 0 : clamp(yaw * 0.16, -CHEST_YAW, CHEST_YAW), 0]
  })[0]
}

/** Bend of neck and head [pitch down, yaw, 0] towards what is looked at, radians. */
export function headTurn(gaze: readonly Target[], t: number, trunk: Trunk, from: Vec3, locate: Locate): Vec3 {
  const [yaw, pitch] = follow(recent(gaze, t), t, HEAD_S, 0.04, (g) => {
    const [y, p] = anglesOf(quatRotate(quatConjugate(trunk.chestRot), sub(locate(g), from)))
    const share = (v: number, part: number, eyes: number) => (Math.abs(v) * (1 - part) <= eyes ? v * part : v - Math.sign(v) * eyes)
    return [clamp(share(y, 0.7, EYE_YAW * 0.85), -HEAD_YAW, HEAD_YAW), clamp(share(p, 0.75, EYE_UP * 0.8), -HEAD_DOWN, HEAD_UP)]
  })
  return [-pitch, yaw, 0]
}

/** Eyes in the head [yaw to their left, pitch up], radians, with the small restlessness eyes have. */
export function eyeTurn(gaze: readonly Target[], t: number, head: HeadPose, locate: Locate, key: string): readonly [number, number] {
  const inverse = quatConjugate(head.rot)
  const [yaw, pitch] = follow(recent(gaze, t), t, SACCADE_S, 0, (g) => anglesOf(quatRotate(inverse, sub(locate(g), head.eyes))))
  // Fixations of about 0.6 s, a saccade of a degree or so between them: eyes read a face.
  const cell = t * 1.7 + noise1(`${key}/fixation`, 0.5)
  const n = Math.floor(cell)
  const h = hash32(`${key}/saccade`)
  const at = (k: number, axis: number) => (mix32(h + Math.imul(k * 2 + axis, 0x9e3779b1)) / 4294967296 - 0.5) * deg(axis === 0 ? 2.2 : 1.4)
  const w = ease((cell - n) / 0.09)
  const dart = (axis: number) => lerp(at(n - 1, axis), at(n, axis), w)
  return [clamp(yaw + dart(0), -EYE_YAW, EYE_YAW), clamp(pitch + dart(1), -EYE_UP, EYE_UP)]
}

/** Times of blinks in a shot: every 3 to 6 s (Bentivoglio 1997: about 17 a minute), `pace` times as often, and with large shifts of gaze. */
export function blinkTimes(gaze: readonly Target[], key: string, duration: number, pace = 1): readonly number[] {
  const r = random(`${key}/blink`)
  const times: number[] = []
  for (let t = r.range(-3, 3); t < duration + 1; t += r.range(3, 6) / pace) {
    times.push(t)
    if (r.chance(0.12)) times.push(t + 0.28)
  }
  for (const g of gaze.slice(1)) if (r.chance(0.7)) times.push(g.t0 - 0.02)
  return times.sort((a, b) => a - b)
}

/** How shut the lids are, 0 to 1: down in 60 ms, up in 90. */
export function lidsAt(times: readonly number[], t: number): number {
  let shut = 0
  for (const b of times) {
    const d = t - b
    if (d > -0.001 && d < 0.17) shut = Math.max(shut, d < 0.06 ? ease(d / 0.06) : 1 - ease((d - 0.075) / 0.09))
  }
  return shut
}
