import { type Act, add, type Expression, type Figure, quatRotate, type SteeringWheel, smoothstep, type Vec3, type Viseme } from '../../film'
import { moveArm } from '../arm-path'
import type { Arm, Body, HandGoal } from '../body'
import { reachArm } from '../kinematics'
import { SIGN, type Side } from '../rig'
import type { HeadPose, Trunk } from '../skeleton'
import type { Build } from '../stances'

/** Somebody an act is done with, as far as bodies must know of each other; independent of either's pose. */
export interface Partner {
  /** Floor point they stand or sit over, root frame of whoever acts. */
  readonly place: Vec3
  readonly heightM: number
  /** Half their trunk's depth and half its breadth, metres. */
  readonly deepM: number
  readonly wideM: number
  /** Height at which they hold things out, metres. */
  readonly chestM: number
}

/** Half a trunk's depth, metres. */
export const deepOf = (f: Figure): number => f.heightM * 0.062 + Math.max(0, f.radiusM - f.joints.leftUpperArm[0]) * 0.55

/** Something somebody does: an act of the plan, or a mannerism of theirs. */
export interface Doing {
  readonly act: Omit<Act, 'verb'>
  readonly move: Move
  /** Seeds what of it comes by chance. */
  readonly key: string
}

/** One act at one moment. */
export interface ActNow {
  readonly act: Doing['act']
  readonly move: Move
  /** Seconds since it began and until it ends; its length. */
  readonly s: number
  readonly left: number
  readonly length: number
  /** How much of it is there: eased in and out, 0 to 1. */
  readonly w: number
  readonly energy: number
  /** The hand that does it; `both` when two do. */
  readonly side: Side
  readonly both: boolean
  /** What it is aimed at, root frame. */
  readonly target: Vec3 | undefined
  /** True when the target is a person's eyes. */
  readonly person: boolean
  /** The person it is done with, if they are in the shot. */
  readonly partner: Partner | undefined
  /** The steering wheel before them, root frame; none where nothing is steered. */
  readonly wheel: SteeringWheel | undefined
  /** Height at which hands meet others' hands, metres. */
  readonly chestM: number
  readonly key: string
  /** Times of stressed syllables, seconds since the act began. */
  readonly beats: readonly number[]
  /** 1 standing, 0 sitting or lying. */
  readonly upright: number
  readonly build: Build
  readonly t: number
}

/** The upper body solved, for placing hands. */
export interface Hands {
  readonly trunk: Trunk
  readonly head: HeadPose
  readonly arms: [Arm, Arm]
  readonly build: Build
}

/** What an act does to a face: each 0 to 1. */
export interface FaceNow {
  /** How far the lids are shut. */
  readonly lids?: number
  readonly expressions?: readonly (readonly [Expression, number])[]
  /** Shapes of a mouth that does not speak. */
  readonly mouth?: readonly (readonly [Viseme, number])[]
  /** How much farther the eyes are turned in the head: to their left, up, radians. */
  readonly eyes?: readonly [number, number]
  /** One brow that is raised by itself. */
  readonly brow?: readonly [Side, number]
}

/** What an act does to the body, and then to the hands. */
export interface Move {
  /** Seconds to ease in and out; 0.35 and 0.4 unless given. */
  readonly easeIn?: number
  readonly easeOut?: number
  /** For a move that eases itself: how long after the act's end it still goes on, seconds. */
  readonly tail?: number
  /** Body: may lean, bend, step; and answer how much of the feet it takes over. */
  readonly body?: (n: ActNow, b: Body) => number | undefined
  readonly hands?: (n: ActNow, h: Hands) => void
  readonly face?: (n: ActNow) => FaceNow
  /** True where a thing in the hand already says how it is held. */
  readonly isHeldAnyway?: boolean
}

/** How much of an act is there. */
export function envelope(act: Doing['act'], t: number, move: Move): number {
  if (move.tail !== undefined) return t >= act.t0 && t <= act.t1 + move.tail ? 1 : 0
  const length = Math.max(0.05, act.t1 - act.t0)
  const a = Math.min(move.easeIn ?? 0.35, length * 0.45)
  const b = Math.min(move.easeOut ?? 0.4, length * 0.45)
  return smoothstep(act.t0, act.t0 + a, t) * (1 - smoothstep(act.t1 - b, act.t1, t))
}

/** The arm that meets a goal. */
export const armFor = (h: Hands, side: Side, goal: HandGoal): Arm =>
  reachArm(side, h.trunk.armJoint[side], h.trunk.shoulderRot[side], h.build.limbs.arms[side], goal, h.arms[side])

/** Moves a hand to a goal by `w`, along the arc of its joints. */
export function reachFor(h: Hands, side: Side, w: number, goal: HandGoal): void {
  if (w > 0) poseArm(h, side, w, armFor(h, side, goal))
}

/** Moves an arm to a pose by `w`. */
export function poseArm(h: Hands, side: Side, w: number, arm: Arm): void {
  h.arms[side] = moveArm(side, h.build.limbs.arms[side], h.arms[side], arm, w)
}

/** A point by the chest, in heights: x to the left, y up from the shoulders, z forward. */
export function byChest(h: Hands, x: number, y: number, z: number): Vec3 {
  const k = h.build.figure.heightM
  const [a, b] = h.trunk.armJoint
  const mid: Vec3 = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2]
  return add(mid, quatRotate(h.trunk.chestRot, [x * k, y * k, z * k]))
}
/** A direction of the chest, root frame. */
export const chestWard = (h: Hands, x: number, y: number, z: number): Vec3 => quatRotate(h.trunk.chestRot, [x, y, z])
/** A point by the head, in heights from its joint. */
export function byHead(h: Hands, x: number, y: number, z: number): Vec3 {
  const k = h.build.figure.heightM
  return add(h.head.head, quatRotate(h.head.rot, [x * k, y * k, z * k]))
}
/** A direction of the head, root frame. */
export const headWard = (h: Hands, x: number, y: number, z: number): Vec3 => quatRotate(h.head.rot, [x, y, z])

/** The sides an act uses. */
export const sidesOf = (n: ActNow): readonly Side[] => (n.both ? [0, 1] : [n.side])

/** The mouth's place from the head joint, in the head's frame, metres. */
export const mouthOf = (h: Hands): Vec3 => {
  const m = h.build.figure.headM
  return add(h.head.head, quatRotate(h.head.rot, [0, 0.02 * m, 0.5 * m]))
}
/** An ear's place. */
export const earOf = (h: Hands, side: Side): Vec3 => {
  const m = h.build.figure.headM
  return add(h.head.head, quatRotate(h.head.rot, [SIGN[side] * 0.4 * m, 0.2 * m, 0.08 * m]))
}
