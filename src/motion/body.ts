import { add, type Figure, lerp, mix, type Quat, quatMul, quatSlerp, type Vec3 } from '../film'
import type { HingeChain } from './kinematics'
import { boneOf, mirror, rx, rz, SIGN, type Side } from './rig'

/** An arm as its joints see it; the elbow is a hinge, the forearm twists, the wrist bends. */
export interface Arm {
  /** Upper arm in the shoulder's frame. */
  readonly upper: Quat
  /** Elbow, radians, 0 straight. */
  readonly flex: number
  /** Forearm about its own length, radians; positive turns the palm forward when the arm hangs. */
  readonly twist: number
  /** Wrist in the forearm's frame. */
  readonly hand: Quat
  /** Fingers, index and thumb: 0 straight, 1 fist. */
  readonly curl: number
  readonly index: number
  readonly thumb: number
}

/** Where a hand should be. */
export interface HandGoal {
  /** Wrist joint in the root frame, metres. */
  readonly wrist: Vec3
  /** Where the fingers point and which way the palm faces, in the root frame; the arm's own choice if left out. */
  readonly fingers?: Vec3
  readonly palm?: Vec3
  /** Where the elbow points. */
  readonly pole?: Vec3
  readonly curl?: number
  readonly index?: number
  readonly thumb?: number
}

/** A foot in the root frame. */
export interface Foot {
  readonly ankle: Vec3
  readonly rot: Quat
  /** Bend of the toes upward, radians. */
  readonly toe: number
  readonly planted: boolean
  /** Where the knee points. */
  readonly knee: Vec3
}

/** What a body does, before the joints are solved; all in the root frame (position and yaw of the actor). */
export interface Body {
  hips: Vec3
  hipsRot: Quat
  /** Bend of the whole back [pitch, yaw, roll], radians. */
  torso: Vec3
  /** Bend of neck and head together. */
  head: Vec3
  /** Lift of the shoulders, radians. */
  shrug: [number, number]
  arms: [Arm, Arm]
  /** Hands that rest somewhere: on thighs, on knees. */
  rest: [{ goal: HandGoal; weight: number } | undefined, { goal: HandGoal; weight: number } | undefined]
  feet: [Foot, Foot]
}

/** A left arm from how far it hangs away from the body, how far it swings forward, and its bends; mirrored for the right. */
export function armOf(
  side: Side,
  p: { out: number; forward: number; turn?: number; flex: number; twist?: number; wrist?: number; curl?: number },
): Arm {
  const upper = quatMul(quatMul(rx(-p.forward), rz(-(Math.PI / 2 - p.out))), rx(p.turn ?? 0))
  const hand = rz(-(p.wrist ?? 0))
  const curl = p.curl ?? 0.28
  return {
    upper: side === 0 ? upper : mirror(upper),
    flex: p.flex,
    twist: p.twist ?? 0,
    hand: side === 0 ? hand : mirror(hand),
    curl,
    index: curl * 0.75,
    thumb: 0.3,
  }
}

/** Between two arms, along the arc the joints make. */
export function blendArm(a: Arm, b: Arm, w: number): Arm {
  if (w <= 0) return a
  if (w >= 1) return b
  return {
    upper: quatSlerp(a.upper, b.upper, w),
    flex: lerp(a.flex, b.flex, w),
    twist: lerp(a.twist, b.twist, w),
    hand: quatSlerp(a.hand, b.hand, w),
    curl: lerp(a.curl, b.curl, w),
    index: lerp(a.index, b.index, w),
    thumb: lerp(a.thumb, b.thumb, w),
  }
}

/** Between two feet. */
export const blendFoot = (a: Foot, b: Foot, w: number): Foot =>
  w <= 0
    ? a
    : w >= 1
      ? b
      : {
          ankle: mix(a.ankle, b.ankle, w),
          rot: quatSlerp(a.rot, b.rot, w),
          toe: lerp(a.toe, b.toe, w),
          planted: false,
          knee: mix(a.knee, b.knee, w),
        }

/** Between two goals of a hand. */
function blendGoal(p: HandGoal, q: HandGoal, w: number): HandGoal {
  const both = (a: Vec3 | undefined, b: Vec3 | undefined) => (a && b ? mix(a, b, w) : (a ?? b))
  const fingers = both(p.fingers, q.fingers)
  const palm = both(p.palm, q.palm)
  const pole = both(p.pole, q.pole)
  return {
    wrist: mix(p.wrist, q.wrist, w),
    ...(fingers && { fingers }),
    ...(palm && { palm }),
    ...(pole && { pole }),
    curl: lerp(p.curl ?? 0.3, q.curl ?? 0.3, w),
    thumb: lerp(p.thumb ?? 0.3, q.thumb ?? 0.3, w),
  }
}

/** Between two bodies; hands at rest fade with their body. */
export function blendBody(a: Body, b: Body, w: number): Body {
  if (w <= 0) return a
  if (w >= 1) return b
  const rest = (s: Side) => {
    const p = a.rest[s]
    const q = b.rest[s]
    if (p && q)
      return {
        goal: blendGoal(p.goal, q.goal, w),
        weight: lerp(p.weight, q.weight, w),
      }
    if (q) return { goal: q.goal, weight: q.weight * w }
    return p && { goal: p.goal, weight: p.weight * (1 - w) }
  }
  return {
    hips: mix(a.hips, b.hips, w),
    hipsRot: quatSlerp(a.hipsRot, b.hipsRot, w),
    torso: mix(a.torso, b.torso, w),
    head: mix(a.head, b.head, w),
    shrug: [lerp(a.shrug[0], b.shrug[0], w), lerp(a.shrug[1], b.shrug[1], w)],
    arms: [blendArm(a.arms[0], b.arms[0], w), blendArm(a.arms[1], b.arms[1], w)],
    rest: [rest(0), rest(1)],
    feet: [blendFoot(a.feet[0], b.feet[0], w), blendFoot(a.feet[1], b.feet[1], w)],
  }
}

/** Adds to the back's bend. */
export const addTorso = (b: Body, pitch: number, yaw = 0, roll = 0): void => {
  b.torso = add(b.torso, [pitch, yaw, roll])
}
/** Adds to the head's bend. */
export const addHead = (b: Body, pitch: number, yaw = 0, roll = 0): void => {
  b.head = add(b.head, [pitch, yaw, roll])
}

/** Lengths that motion needs again and again, metres. */
export interface Limbs {
  readonly thigh: number
  readonly shin: number
  readonly leg: number
  readonly upperArm: number
  readonly foreArm: number
  readonly ankle: number
  /** From the ankle forward to the ball, and back to the heel. */
  readonly ball: number
  readonly heel: number
  readonly hipX: number
  readonly hipDrop: number
  /** Arms and legs as chains, [left, right]. */
  readonly arms: readonly [HingeChain, HingeChain]
  readonly legs: readonly [HingeChain, HingeChain]
}

const span = (v: Vec3): number => Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2])

/** Limb lengths of a figure. */
export function limbsOf(f: Figure): Limbs {
  const j = f.joints
  const d = (a: Vec3, b: Vec3) => span([a[0] - b[0], a[1] - b[1], a[2] - b[2]])
  const thigh = d(j.leftUpperLeg, j.leftLowerLeg)
  const shin = d(j.leftLowerLeg, j.leftFoot)
  // Elbows bend the forearm forward, so they bulge back; knees the other way.
  const arm = (s: Side): HingeChain => ({
    upper: f.offsets[boneOf('LowerArm', s)]!,
    lower: f.offsets[boneOf('Hand', s)]!,
    hinge: [0, -SIGN[s], 0],
    bulge: [0, 0, -1],
    maxFlex: 2.62,
  })
  const leg = (s: Side): HingeChain => ({
    upper: f.offsets[boneOf('LowerLeg', s)]!,
    lower: f.offsets[boneOf('Foot', s)]!,
    hinge: [1, 0, 0],
    bulge: [0, 0, 1],
    maxFlex: 2.75,
  })
  return {
    thigh,
    shin,
    leg: thigh + shin,
    upperArm: d(j.leftUpperArm, j.leftLowerArm),
    foreArm: d(j.leftLowerArm, j.leftHand),
    ankle: j.leftFoot[1],
    ball: j.leftToes[2] - j.leftFoot[2],
    heel: f.heightM * 0.04,
    hipX: j.leftUpperLeg[0],
    hipDrop: j.hips[1] - j.leftUpperLeg[1],
    arms: [arm(0), arm(1)],
    legs: [leg(0), leg(1)],
  }
}
