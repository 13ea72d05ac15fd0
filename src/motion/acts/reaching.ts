import { add, clamp, lerp, mix, normalize, quatMul, quatRotate, scale, sub, type Vec3 } from '../../film'
import type { Arm, Body } from '../body'
import { bend, SIGN, type Side } from '../rig'
import { armPoints, solveTrunk } from '../skeleton'
import { type ActNow, armFor, byChest, chestWard, deepOf, type Hands, poseArm, reachFor } from './kit'

/** The wrist that puts a closed hand's middle at a point. Heights: half a palm along the fingers, a little to the palm's side. */
export const wristFor = (h: Hands, point: Vec3, fingers: Vec3, palm: Vec3): Vec3 => {
  const k = h.build.figure.heightM
  return sub(sub(point, scale(normalize(fingers), 0.042 * k)), scale(normalize(palm), 0.018 * k))
}

/** The middle of a closed hand. */
function gripPoint(h: Hands, side: Side, arm: Arm): Vec3 {
  const k = h.build.figure.heightM
  const p = armPoints(side, h.trunk, arm, h.build.limbs)
  return add(p.wrist, quatRotate(p.hand, [SIGN[side] * 0.042 * k, -0.018 * k, 0]))
}

/** Brings a closed hand's middle to a point; where the wrist cannot turn as asked, the arm makes up for it. */
export function holdAt(
  h: Hands,
  side: Side,
  w: number,
  point: Vec3,
  fingers: Vec3,
  palm: Vec3,
  more: { pole?: Vec3; curl?: number; index?: number; thumb?: number } = {},
): void {
  if (w <= 0) return
  let wrist = wristFor(h, point, fingers, palm)
  let arm = armFor(h, side, { wrist, fingers, palm, curl: 0.55, thumb: 0.5, ...more })
  // An elbow bent as far as it goes cannot make up for anything.
  for (let i = 0; i < 5 && arm.flex < h.build.limbs.arms[side].maxFlex - 0.02; i++) {
    const off = sub(point, gripPoint(h, side, arm))
    if (off[0] * off[0] + off[1] * off[1] + off[2] * off[2] < 4e-6) break
    wrist = add(wrist, off)
    arm = armFor(h, side, { wrist, fingers, palm, curl: 0.55, thumb: 0.5, ...more })
  }
  poseArm(h, side, w, arm)
}

/** Where an act happens when the plan names no point: in front of the body, at the height of a table. */
export function workPoint(n: ActNow, forward = 0.24, up?: number): Vec3 {
  const h = n.build.figure.heightM
  if (n.target && !n.person) return n.target
  const y = up ?? (n.upright > 0.5 ? 0.53 * h : 0.43 * h)
  if (n.target) {
    const d = Math.hypot(n.target[0], n.target[2]) || 1
    // Eyes stand a little before the body's middle.
    const reach = Math.min(0.36 * h, (d + 0.05 * h) * 0.5)
    // Both sides of a handshake come to the same height: halfway between what suits one and the other (eyes at 0.93).
    const middle = 0.29 * (h + n.target[1] / 0.93)
    return [(n.target[0] / d) * reach, middle, (n.target[2] / d) * reach]
  }
  return [SIGN[n.side] * 0.07 * h, y, forward * h + (n.upright > 0.5 ? 0 : 0.03 * h)]
}

/** Farthest the back bends and the hips sink to reach something. */
const MAX_LEAN = 1.25

/**
 * Leans, turns and, for low things, sinks until the arm reaches a point; `w` of that is applied. The search is over the
 * full reach, so that the body's way there is smooth.
 */
export function leanTo(n: ActNow, b: Body, side: Side, point: Vec3, w: number): void {
  if (w <= 0) return
  const l = n.build.limbs
  const h = n.build.figure.heightM
  const reach = (l.upperArm + l.foreArm) * 0.93 + 0.012 * h
  const s = SIGN[side]
  const full: Body = { ...b, shrug: [b.shrug[0], b.shrug[1]] }
  let lean = 0
  const sit = n.upright < 0.5
  for (let i = 0; i < 14; i++) {
    const trunk = solveTrunk(n.build.figure, full)
    const gap = sub(point, trunk.armJoint[side])
    const far = Math.sqrt(gap[0] * gap[0] + gap[1] * gap[1] + gap[2] * gap[2]) - reach
    if (far <= 0 || lean >= MAX_LEAN) break
    const more = clamp(far * 0.9, 0.02, 0.22)
    lean += more
    const low = clamp((full.hips[1] - point[1]) / (0.25 * h), 0, 1)
    const yaw = clamp(Math.atan2(point[0], Math.max(0.05, point[2])), -0.9, 0.9)
    full.torso = [
      full.torso[0] + more * 0.6,
      full.torso[1] + (yaw * 0.35 - s * 0.22) * more,
      full.torso[2] - clamp(yaw, -0.5, 0.5) * more * 0.5,
    ]
    full.hipsRot = quatMul(bend(more * (sit ? 0.35 : 0.45), 0, 0), full.hipsRot)
    if (!sit) full.hips = add(full.hips, [0, -more * 0.32 * h * low * 0.75, -more * 0.045 * h])
    full.shrug[side] = Math.min(0.25, full.shrug[side] + 0.05)
  }
  if (lean === 0) return
  b.hips = mix(b.hips, full.hips, w)
  b.torso = mix(b.torso, full.torso, w)
  b.shrug[side] = lerp(b.shrug[side], full.shrug[side], w)
  const q = full.hipsRot
  const d = b.hipsRot
  b.hipsRot = normalizeMix(d, q, w)
}

const normalizeMix = (a: Body['hipsRot'], b: Body['hipsRot'], w: number): Body['hipsRot'] => {
  const sign = a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3] < 0 ? -1 : 1
  const m = [0, 1, 2, 3].map((i) => lerp(a[i]!, b[i]! * sign, w)) as [number, number, number, number]
  const k = Math.hypot(...m) || 1
  return [m[0] / k, m[1] / k, m[2] / k, m[3] / k]
}

/** A hand to a thing on a surface: fingers towards it and down, thumb up. */
export function grasp(h: Hands, side: Side, w: number, point: Vec3): void {
  const joint = h.trunk.armJoint[side]
  const d = normalize(sub(point, joint))
  const s = SIGN[side]
  const fingers = normalize([d[0] * 0.8 - s * 0.15, d[1] * 0.75, d[2] + 0.25])
  holdAt(h, side, w, point, fingers, [-s * 0.85, -0.5, 0], { curl: 0.25 + 0.35 * w, index: 0.2 + 0.3 * w, thumb: 0.4 })
}

/** How far before the chest's middle line hands that meet are, in heights: clear of any belly. */
export const before = (h: Hands): number => Math.max(0.16, deepOf(h.build.figure) / h.build.figure.heightM + 0.075)

/** The forearm of the hand that is looked at or worked on, held across before the chest. */
export function forearmAcross(h: Hands, side: Side, w: number, up: number): void {
  const s = SIGN[side]
  reachFor(h, side, w, {
    wrist: byChest(h, s * 0.035, up, before(h) + 0.045),
    fingers: chestWard(h, -s, 0.05, 0.12),
    palm: chestWard(h, 0, -1, -0.35),
    pole: chestWard(h, s, -0.75, -0.1),
    curl: 0.35,
    thumb: 0.25,
  })
}
