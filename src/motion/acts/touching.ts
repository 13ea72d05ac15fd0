import { add, dot, quatRotate, sub, type Vec3 } from '../../film'
import type { Arm, HandGoal } from '../body'
import { boneOf, rz, SIGN, type Side } from '../rig'
import { armPoints, FIST } from '../skeleton'
import { armFor, type Hands, poseArm } from './kit'

/** The pad of a fingertip from the wrist, in sizes of the hand: along it, down to the palm's side, across to the thumb's. */
const PADS = { index: [0.0845, -0.0155, 0.0165], middle: [0.0895, -0.0165, 0.006] } as const
export type Finger = keyof typeof PADS

/** Where the pad of a fingertip is, root frame. */
export function fingertip(h: Hands, side: Side, arm: Arm, finger: Finger): Vec3 {
  const { figure, limbs, manner } = h.build
  const { wrist, hand } = armPoints(side, h.trunk, arm, limbs)
  const s = SIGN[side]
  const k = figure.heightM * manner.hand
  const [x, y, z] = PADS[finger]
  const joint = figure.offsets[boneOf(finger === 'index' ? 'Index' : 'Fingers', side)]!
  const bent = quatRotate(rz(-s * (finger === 'index' ? arm.index : arm.curl) * FIST), sub([s * x * k, y * k, z * k], joint))
  return add(wrist, quatRotate(hand, add(joint, bent)))
}

/** Brings the pad of a fingertip to a point by `w`; where the wrist cannot turn as asked, the arm makes up for it. */
export function touchAt(h: Hands, side: Side, w: number, finger: Finger, point: Vec3, goal: Omit<HandGoal, 'wrist'>): void {
  if (w <= 0) return
  let wrist = point
  let arm = armFor(h, side, { ...goal, wrist })
  for (let i = 0; i < 5; i++) {
    const off = sub(point, fingertip(h, side, arm, finger))
    if (i > 0 && dot(off, off) < 1e-6) break
    wrist = add(wrist, off)
    arm = armFor(h, side, { ...goal, wrist })
  }
  poseArm(h, side, w, arm)
}

/** A point of the head, in heads (chin to crown) from the middle of it: x to the left, y up, z to the front. Root frame. */
export function onHead(h: Hands, x: number, y: number, z: number): Vec3 {
  const { headM: m, heightM } = h.build.figure
  // The joint stands 0.32 of a head under the middle, and a little behind it.
  return add(h.head.head, quatRotate(h.head.rot, [x * m, (y + 0.32) * m, z * m + 0.004 * heightM]))
}
