import { add, dot, length, lerp, quatRotate, scale, smoothstep, sub, type Vec3 } from '../film'
import { deepOf, type Hands } from './acts/kit'
import { reachArm } from './kinematics'
import { SIDES, SIGN } from './rig'
import { armPoints } from './skeleton'

/** Pushes hands out of their own trunk: an upright cylinder with an elliptic section around the back's line. */
export function keepHandsOut(h: Hands): void {
  const { figure: f, limbs: l } = h.build
  const down = quatRotate(h.trunk.chestRot, [0, -1, 0])
  const across = quatRotate(h.trunk.chestRot, [1, 0, 0])
  const forward = quatRotate(h.trunk.chestRot, [0, 0, 1])
  const top = add(h.trunk.chest, scale(forward, 0.01 * f.heightM))
  const half = f.joints.leftUpperArm[0] * 0.82
  const deepest = deepOf(f)
  for (const side of SIDES) {
    const arm = h.arms[side]
    const p = armPoints(side, h.trunk, arm, l)
    // The palm is what must stay outside, halfway between wrist and knuckles.
    const palm = add(p.wrist, quatRotate(p.hand, [SIGN[side] * 0.03 * f.heightM, 0, 0]))
    const d = sub(palm, top)
    const v = dot(d, down)
    if (v < -0.08 * f.heightM || v > 0.33 * f.heightM) continue
    // The breast falls away to the throat.
    const deep = deepest * lerp(0.6, 1, smoothstep(-0.07, 0.05, v / f.heightM))
    const x = dot(d, across) / half
    const z = dot(d, forward) / deep
    const r = Math.sqrt(x * x + z * z)
    if (r >= 1 || r < 1e-6) continue
    const out: Vec3 = add(scale(across, (x / r) * half - x * half), scale(forward, (z / r) * deep - z * deep))
    if (length(out) < 1e-4) continue
    const pole = sub(p.elbow, scale(add(h.trunk.armJoint[side], p.wrist), 0.5))
    h.arms[side] = {
      ...reachArm(side, h.trunk.armJoint[side], h.trunk.shoulderRot[side], l.arms[side], { wrist: add(p.wrist, out), pole }, arm),
      twist: arm.twist,
      hand: arm.hand,
    }
  }
}
