import {
  add,
  BONES,
  clamp,
  type Figure,
  length,
  type Quat,
  quatConjugate,
  quatMul,
  quatNormalize,
  quatRotate,
  roundTo6,
  sub,
  type Vec3,
} from '../film'
import type { Arm, Body, Foot, Limbs } from './body'
import { elbowRotation, solveChain } from './kinematics'
import { BONE_INDEX, bend, boneOf, rx, ry, rz, SIDES, SIGN, type Side } from './rig'

/** How the back's bend is shared by spine, chest, upper chest. */
const BACK = [0.3, 0.4, 0.3] as const
/** How the neck shares the head's bend. */
const NECK = 0.42

/** The trunk solved: rotations and points in the root frame. */
export interface Trunk {
  readonly hips: Vec3
  readonly hipsRot: Quat
  /** Local rotations of spine, chest, upper chest. */
  readonly back: readonly [Quat, Quat, Quat]
  readonly chestRot: Quat
  /** Joint of the upper chest. */
  readonly chest: Vec3
  readonly neck: Vec3
  /** Local rotations and frames of the shoulders, and the joints of the upper arms. */
  readonly shoulderLocal: readonly [Quat, Quat]
  readonly shoulderRot: readonly [Quat, Quat]
  readonly armJoint: readonly [Vec3, Vec3]
}

/** Solves the trunk of a body. */
export function solveTrunk(f: Figure, body: Body): Trunk {
  const o = f.offsets
  const back = BACK.map((k) => bend(body.torso[0] * k, body.torso[1] * k, body.torso[2] * k)) as unknown as [Quat, Quat, Quat]
  let rot = body.hipsRot
  let at = body.hips
  for (const [i, q] of back.entries()) {
    at = add(at, quatRotate(rot, o[BONE_INDEX.spine + i]!))
    rot = quatMul(rot, q)
  }
  const shoulderLocal = SIDES.map((s) => rz(SIGN[s] * clamp(body.shrug[s], -0.2, 0.5))) as unknown as [Quat, Quat]
  const shoulderRot = shoulderLocal.map((q) => quatMul(rot, q)) as unknown as [Quat, Quat]
  const armJoint = SIDES.map((s) =>
    add(add(at, quatRotate(rot, o[boneOf('Shoulder', s)]!)), quatRotate(shoulderRot[s], o[boneOf('UpperArm', s)]!)),
  ) as unknown as [Vec3, Vec3]
  return {
    hips: body.hips,
    hipsRot: body.hipsRot,
    back,
    chestRot: rot,
    chest: at,
    neck: add(at, quatRotate(rot, o[BONE_INDEX.neck]!)),
    shoulderLocal,
    shoulderRot,
    armJoint,
  }
}

/** The head solved. */
export interface HeadPose {
  readonly neckLocal: Quat
  readonly headLocal: Quat
  readonly rot: Quat
  /** The head's joint. */
  readonly head: Vec3
  /** Between the eyes. */
  readonly eyes: Vec3
}

/** Solves neck and head for a bend of both together. */
export function solveHead(f: Figure, trunk: Trunk, bendBy: Vec3): HeadPose {
  const neckLocal = bend(bendBy[0] * NECK, bendBy[1] * NECK, bendBy[2] * NECK)
  const headLocal = bend(bendBy[0] * (1 - NECK), bendBy[1] * (1 - NECK), bendBy[2] * (1 - NECK))
  const neckRot = quatMul(trunk.chestRot, neckLocal)
  const head = add(trunk.neck, quatRotate(neckRot, f.offsets[BONE_INDEX.head]!))
  const rot = quatMul(neckRot, headLocal)
  const eye = f.offsets[BONE_INDEX.leftEye]!
  return { neckLocal, headLocal, rot, head, eyes: add(head, quatRotate(rot, [0, eye[1], eye[2]])) }
}

/** Points of a solved arm, root frame: elbow, wrist, and rotations of forearm and hand. */
export function armPoints(
  side: Side,
  trunk: Trunk,
  arm: Arm,
  l: Limbs,
): { readonly elbow: Vec3; readonly wrist: Vec3; readonly hand: Quat } {
  const upper = quatMul(trunk.shoulderRot[side], arm.upper)
  const lower = quatMul(upper, elbowRotation(side, arm.flex, arm.twist))
  const elbow = add(trunk.armJoint[side], quatRotate(upper, l.arms[side].upper))
  return { elbow, wrist: add(elbow, quatRotate(lower, l.arms[side].lower)), hand: quatMul(lower, arm.hand) }
}

/** Fingers’ fullest curl, radians. */
export const FIST = 1.75
const THUMB = 0.8

/** All local rotations of a body, 4 numbers a bone in BONES order, rounded. */
export function boneRotations(
  f: Figure,
  l: Limbs,
  body: Body,
  trunk: Trunk,
  head: HeadPose,
  arms: readonly [Arm, Arm],
  gaze: readonly [number, number],
): number[] {
  const local: Quat[] = BONES.map(() => [0, 0, 0, 1])
  local[BONE_INDEX.hips] = body.hipsRot
  local[BONE_INDEX.spine] = trunk.back[0]
  local[BONE_INDEX.chest] = trunk.back[1]
  local[BONE_INDEX.upperChest] = trunk.back[2]
  local[BONE_INDEX.neck] = head.neckLocal
  local[BONE_INDEX.head] = head.headLocal
  const eye = quatMul(ry(gaze[0]), rx(-gaze[1]))
  for (const side of SIDES) {
    const s = SIGN[side]
    const arm = arms[side]
    local[boneOf('Eye', side)] = eye
    local[boneOf('Shoulder', side)] = trunk.shoulderLocal[side]
    local[boneOf('UpperArm', side)] = arm.upper
    local[boneOf('LowerArm', side)] = elbowRotation(side, arm.flex, arm.twist)
    local[boneOf('Hand', side)] = arm.hand
    local[boneOf('Fingers', side)] = rz(-s * arm.curl * FIST)
    local[boneOf('Index', side)] = rz(-s * arm.index * FIST)
    local[boneOf('Thumb', side)] = quatMul(ry(s * arm.thumb * THUMB), rx(0.3 * arm.thumb))
    const foot = body.feet[side]
    const hip = add(body.hips, quatRotate(body.hipsRot, f.offsets[boneOf('UpperLeg', side)]!))
    const leg = solveChain(l.legs[side], hip, foot.ankle, foot.knee)
    const shin = quatMul(leg.rotation, rx(leg.flex))
    local[boneOf('UpperLeg', side)] = quatMul(quatConjugate(body.hipsRot), leg.rotation)
    local[boneOf('LowerLeg', side)] = rx(leg.flex)
    local[boneOf('Foot', side)] = quatMul(quatConjugate(shin), foot.rot)
    local[boneOf('Toes', side)] = rx(-foot.toe)
  }
  const out: number[] = []
  for (const q of local) {
    const n = quatNormalize(q)
    const sign = n[3] < 0 ? -1 : 1
    out.push(roundTo6(n[0] * sign), roundTo6(n[1] * sign), roundTo6(n[2] * sign), roundTo6(n[3] * sign))
  }
  return out
}

/** A foot's heel raised about its ball by an angle more. */
export function raiseHeel(foot: Foot, by: number, l: Limbs): Foot {
  const sole: Vec3 = [0, -l.ankle, l.ball]
  const ball = add(foot.ankle, quatRotate(foot.rot, sole))
  const rot = quatMul(foot.rot, rx(by))
  return { ...foot, ankle: sub(ball, quatRotate(rot, sole)), rot, toe: foot.toe + by, planted: false }
}

/** How early the hips begin to give way to a leg's reach, metres. */
const SOFT = 0.012
/** Most a heel comes up by itself, radians. */
const MAX_HEEL = 0.8

/**
 * Brings standing feet within reach of their legs: a foot left behind raises its heel, then the hips come down.
 * @param weights how much each foot counts, 0 to 1.
 * @param contact which feet touch the floor, so that they can roll on it.
 */
export function settleHips(
  f: Figure,
  l: Limbs,
  body: Body,
  weights: readonly [number, number],
  contact: readonly [boolean, boolean],
): void {
  let drop = 0
  const reach = l.leg * 0.997
  for (const side of SIDES) {
    const w = weights[side]
    if (w <= 0) continue
    const hip = add(body.hips, quatRotate(body.hipsRot, f.offsets[boneOf('UpperLeg', side)]!))
    let foot = body.feet[side]
    const short = (x: Foot) => length(sub(hip, x.ankle)) - reach
    if (contact[side] && short(foot) > 0 && foot.ankle[2] - hip[2] < -0.06 * f.heightM) {
      let lo = 0
      let hi = MAX_HEEL
      for (let i = 0; i < 12; i++) {
        const mid = (lo + hi) / 2
        if (short(raiseHeel(foot, mid, l)) > 0) lo = mid
        else hi = mid
      }
      foot = raiseHeel(foot, hi * w, l)
      body.feet[side] = foot
    }
    const d = sub(hip, foot.ankle)
    const flat = d[0] * d[0] + d[2] * d[2]
    const top = Math.sqrt(Math.max(0.04, reach * reach - flat))
    // A soft corner: the hips begin to give a little before the leg is straight.
    const over = d[1] - top
    drop = Math.max(drop, ((over + Math.sqrt(over * over + SOFT * SOFT)) / 2) * w)
  }
  if (drop > 0) body.hips = [body.hips[0], body.hips[1] - Math.min(drop, l.leg * 0.5), body.hips[2]]
}
