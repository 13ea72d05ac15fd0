import {
  type ActorState,
  add,
  BONE_PARENTS,
  BONES,
  type Bone,
  clamp,
  cross,
  dot,
  type Figure,
  length,
  normalize,
  type Quat,
  quatConjugate,
  quatFromBasis,
  quatMul,
  quatNormalize,
  quatRotate,
  scale,
  sub,
  type Vec3,
} from '../film'
import type { Arm, HandGoal } from './body'
import { ry, type Side } from './rig'

/** A joint in the world. */
export interface Joint {
  readonly position: Vec3
  readonly quaternion: Quat
}

/** Forward kinematics: where every joint of an actor is, metres, world space. */
export function worldJoints(figure: Figure, state: Pick<ActorState, 'position' | 'yaw' | 'hips' | 'bones'>): Readonly<Record<Bone, Joint>> {
  const root = ry(state.yaw)
  const out = {} as Record<Bone, Joint>
  BONES.forEach((bone, i) => {
    const local: Quat = [state.bones[i * 4]!, state.bones[i * 4 + 1]!, state.bones[i * 4 + 2]!, state.bones[i * 4 + 3]!]
    const parent = BONE_PARENTS[i]!
    if (parent < 0) out[bone] = { position: add(state.position, quatRotate(root, state.hips)), quaternion: quatMul(root, local) }
    else {
      const p = out[BONES[parent]!]
      out[bone] = { position: add(p.position, quatRotate(p.quaternion, figure.offsets[i]!)), quaternion: quatMul(p.quaternion, local) }
    }
  })
  return out
}

/** A two-bone chain solved: direction of both bones and of the bulge, and the hinge's angle. */
export interface TwoBones {
  readonly upper: Vec3
  readonly lower: Vec3
  /** Across the upper bone, towards the pole. */
  readonly bulge: Vec3
  /** 0 = straight, radians. */
  readonly flex: number
  /** True when the target was out of reach and the chain is straight towards it. */
  readonly stretched: boolean
}

/**
 * Analytic two-bone inverse kinematics by the law of cosines. The middle joint bulges towards `pole`.
 * @param maxFlex the hinge's limit, radians; a target nearer than that allows is met as nearly as it can be.
 */
export function twoBones(from: Vec3, to: Vec3, a: number, b: number, pole: Vec3, maxFlex = 2.6): TwoBones {
  const along = sub(to, from)
  const far = length(along)
  const nearest = Math.sqrt(Math.max(0, a * a + b * b + 2 * a * b * Math.cos(maxFlex)))
  const d = clamp(far, nearest, (a + b) * 0.99995)
  const dir = far > 1e-9 ? scale(along, 1 / far) : normalize(scale(pole, -1))
  let side = sub(pole, scale(dir, dot(pole, dir)))
  if (length(side) < 1e-5) side = cross(dir, Math.abs(dir[0]) < 0.9 ? [1, 0, 0] : [0, 0, 1])
  side = normalize(side)
  const cosA = clamp((a * a + d * d - b * b) / (2 * a * d), -1, 1)
  const sinA = Math.sqrt(1 - cosA * cosA)
  const upper = add(scale(dir, cosA), scale(side, sinA))
  const bulge = sub(scale(side, cosA), scale(dir, sinA))
  const flex = Math.PI - Math.acos(clamp((a * a + b * b - d * d) / (2 * a * b), -1, 1))
  return {
    upper,
    bulge,
    lower: sub(scale(upper, Math.cos(flex)), scale(bulge, Math.sin(flex))),
    flex,
    stretched: far > (a + b) * 0.99995,
  }
}

/** Rotation of an upper arm from a solved chain, root frame: the forearm flexes towards the bone's own +z. */
export function upperArmRotation(side: Side, chain: TwoBones): Quat {
  const x = side === 0 ? chain.upper : scale(chain.upper, -1)
  const z = scale(chain.bulge, -1)
  return quatFromBasis(x, cross(z, x), z)
}

/** Rotation of a thigh from a solved chain, root frame: the knee bulges towards the bone's own +z. */
export function upperLegRotation(chain: TwoBones): Quat {
  const y = scale(chain.upper, -1)
  return quatFromBasis(cross(y, chain.bulge), y, chain.bulge)
}

/** Twist of a rotation about x, and what is left of it (q = twist · swing), Huyghe's decomposition. */
export function splitTwist(q: Quat): { readonly twist: number; readonly swing: Quat } {
  const twist = 2 * Math.atan2(q[3] < 0 ? -q[0] : q[0], Math.abs(q[3]))
  const half = twist / 2
  const inverse: Quat = [-Math.sin(half), 0, 0, Math.cos(half)]
  return { twist, swing: quatMul(inverse, q) }
}

/** Limits a rotation to an angle from rest. */
export function limitAngle(q: Quat, max: number): Quat {
  const p: Quat = q[3] < 0 ? [-q[0], -q[1], -q[2], -q[3]] : q
  const angle = 2 * Math.acos(clamp(p[3], -1, 1))
  if (angle <= max) return p
  const s = Math.sin(max / 2) / Math.max(1e-9, Math.sin(angle / 2))
  return quatNormalize([p[0] * s, p[1] * s, p[2] * s, Math.cos(max / 2)])
}

/** The elbow's rotation for an angle: a hinge about the arm's own y, then the forearm's twist. */
export function elbowRotation(side: Side, flex: number, twist: number): Quat {
  const h = (side === 0 ? -flex : flex) / 2
  const k = twist / 2
  const s = Math.sin(h)
  const c = Math.cos(h)
  // Ry(h) · Rx(k), written out; a mirror leaves rotations about x as they are.
  return [c * Math.sin(k), s * Math.cos(k), -s * Math.sin(k), c * Math.cos(k)]
}

/** Widest turn of a forearm and of a wrist, radians. */
const MAX_TWIST = 1.75
const MAX_WRIST = 1.15

/** Solves an arm for a hand goal. `shoulder` is the joint, `frame` the shoulder bone's rotation, both in the root frame. */
export function reachArm(side: Side, shoulder: Vec3, frame: Quat, a: number, b: number, goal: HandGoal, like: Arm): Arm {
  const s = side === 0 ? 1 : -1
  const pole = goal.pole ?? quatRotate(frame, [s * 0.55, -1, -0.45])
  const chain = twoBones(shoulder, goal.wrist, a, b, pole, 2.55)
  const upper = upperArmRotation(side, chain)
  let twist = like.twist
  let hand = like.hand
  const fingers = goal.fingers
  if (fingers) {
    const forearm = quatMul(upper, elbowRotation(side, chain.flex, 0))
    const x = normalize(scale(fingers, s))
    const palm = goal.palm ?? quatRotate(forearm, [0, -1, 0])
    let y = sub(scale(palm, -1), scale(x, -dot(palm, x)))
    y = length(y) < 1e-4 ? quatRotate(forearm, [0, 1, 0]) : normalize(y)
    const z = normalize(cross(x, y))
    const local = quatMul(quatConjugate(forearm), quatFromBasis(x, cross(z, x), z))
    const split = splitTwist(local)
    twist = clamp(split.twist, -MAX_TWIST, MAX_TWIST)
    hand = limitAngle(split.swing, MAX_WRIST)
  }
  return {
    upper: quatMul(quatConjugate(frame), upper),
    flex: chain.flex,
    twist,
    hand,
    curl: goal.curl ?? like.curl,
    index: goal.index ?? goal.curl ?? like.index,
    thumb: goal.thumb ?? like.thumb,
  }
}
