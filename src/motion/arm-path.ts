import { add, clamp, dot, length, lerp, quatMul, quatRotate, quatSlerp, scale, type Vec3 } from '../film'
import type { Arm } from './body'
import { elbowRotation, type HingeChain, solveChain } from './kinematics'
import { bump, rx, SIGN, type Side } from './rig'

/** Wrist and elbow's bulge of an arm, in the shoulder's frame. */
function pointsOf(side: Side, chain: HingeChain, arm: Arm): { readonly wrist: Vec3; readonly bulge: Vec3 } {
  const lower = quatMul(arm.upper, elbowRotation(side, arm.flex, arm.twist))
  return { wrist: add(quatRotate(arm.upper, chain.upper), quatRotate(lower, chain.lower)), bulge: quatRotate(arm.upper, chain.bulge) }
}

/**
 * Between two arms by way of the hand: the wrist swings about the shoulder, a little out and forward on long ways, so
 * that it passes the body and never takes the long way round; the elbow follows. Exact at both ends.
 */
export function moveArm(side: Side, chain: HingeChain, a: Arm, b: Arm, w: number): Arm {
  if (w <= 0) return a
  if (w >= 1) return b
  const p = pointsOf(side, chain, a)
  const q = pointsOf(side, chain, b)
  const la = length(p.wrist)
  const lb = length(q.wrist)
  const da = scale(p.wrist, 1 / Math.max(la, 1e-6))
  const db = scale(q.wrist, 1 / Math.max(lb, 1e-6))
  const angle = Math.acos(clamp(dot(da, db), -1, 1))
  const s = Math.sin(angle)
  const dir =
    s > 1e-3 ? add(scale(da, Math.sin((1 - w) * angle) / s), scale(db, Math.sin(w * angle) / s)) : add(scale(da, 1 - w), scale(db, w))
  const x = SIGN[side]
  const detour = bump(w) * 0.3 * (angle / Math.PI)
  const way = add(dir, [x * 0.5 * detour, -0.1 * detour, detour])
  const wrist = scale(way, lerp(la, lb, w) / Math.max(length(way), 1e-6))
  const pole = add(
    add(scale(p.bulge, 1 - w), scale(q.bulge, w)),
    scale([x * 0.5, -0.6, -0.4], 0.45 * bump(w) * (1 - dot(p.bulge, q.bulge)) * 0.5),
  )
  const twist = lerp(a.twist, b.twist, w)
  const pose = solveChain({ ...chain, lower: quatRotate(rx(twist), chain.lower) }, [0, 0, 0], wrist, pole)
  return {
    upper: pose.rotation,
    flex: pose.flex,
    twist,
    hand: quatSlerp(a.hand, b.hand, w),
    curl: lerp(a.curl, b.curl, w),
    index: lerp(a.index, b.index, w),
    thumb: lerp(a.thumb, b.thumb, w),
  }
}
