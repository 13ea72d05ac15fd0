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
import { rx, ry, type Side } from './rig'

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

/** Two bones and the hinge between them. */
export interface HingeChain {
  /** From the first joint to the hinge, and from the hinge to the end, each in its bone's frame at rest. */
  readonly upper: Vec3
  readonly lower: Vec3
  /** Unit axis of the hinge; a positive angle bends it. */
  readonly hinge: Vec3
  /** Which way the hinge moves when it bends, in the upper bone's frame. */
  readonly bulge: Vec3
  /** Farthest it bends, radians. */
  readonly maxFlex: number
}

/** A chain solved. */
export interface ChainPose {
  /** Of the upper bone, in the frame the points were given in. */
  readonly rotation: Quat
  /** 0 = straight, radians. */
  readonly flex: number
  /** True when the target was out of reach: the chain is straight towards it. */
  readonly stretched: boolean
}

/** A frame with x along `a` and y as near to `b` as can be. */
function frameOf(a: Vec3, b: Vec3): Quat {
  const x = normalize(a)
  let y = sub(b, scale(x, dot(b, x)))
  if (length(y) < 1e-5) y = cross(x, Math.abs(x[0]) < 0.9 ? [1, 0, 0] : [0, 0, 1])
  y = normalize(y)
  return quatFromBasis(x, y, cross(x, y))
}

/**
 * Analytic two-bone inverse kinematics: the hinge's angle from the distance (law of cosines, exact for bones that are
 * not quite straight at rest), then the turn that brings the end to `to` with the hinge bulging towards `pole`.
 */
export function solveChain(c: HingeChain, from: Vec3, to: Vec3, pole: Vec3): ChainPose {
  const o1 = c.upper
  const o2 = c.lower
  const n = c.hinge
  const fixed = dot(o1, n) * dot(o2, n)
  const a = dot(o1, o2) - fixed
  const b = dot(o1, cross(n, o2))
  const most = Math.sqrt(a * a + b * b)
  const along = sub(to, from)
  const k = (dot(along, along) - dot(o1, o1) - dot(o2, o2)) / 2 - fixed
  const flex = clamp(Math.atan2(b, a) + Math.acos(clamp(k / most, -1, 1)), 0, c.maxFlex)
  const s = Math.sin(flex / 2)
  const end = add(o1, quatRotate([n[0] * s, n[1] * s, n[2] * s, Math.cos(flex / 2)], o2))
  const rotation = quatMul(frameOf(length(along) > 1e-9 ? along : scale(pole, -1), pole), quatConjugate(frameOf(end, c.bulge)))
  return { rotation, flex, stretched: k > most }
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
export function reachArm(side: Side, shoulder: Vec3, frame: Quat, chain: HingeChain, goal: HandGoal, like: Arm): Arm {
  const s = side === 0 ? 1 : -1
  const pole = goal.pole ?? quatRotate(frame, [s * 0.55, -1, -0.45])
  let twist = like.twist
  let hand = like.hand
  // The forearm's twist moves the wrist a little, and the wrist's place decides the twist: two rounds settle it.
  let pose = solveChain(chain, shoulder, goal.wrist, pole)
  for (let round = 0; round < 2; round++) {
    if (goal.fingers) {
      const forearm = quatMul(pose.rotation, elbowRotation(side, pose.flex, 0))
      const x = normalize(scale(goal.fingers, s))
      const palm = goal.palm ?? quatRotate(forearm, [0, -1, 0])
      let y = sub(scale(palm, -1), scale(x, -dot(palm, x)))
      y = length(y) < 1e-4 ? quatRotate(forearm, [0, 1, 0]) : normalize(y)
      const z = normalize(cross(x, y))
      const split = splitTwist(quatMul(quatConjugate(forearm), quatFromBasis(x, cross(z, x), z)))
      twist = clamp(split.twist, -MAX_TWIST, MAX_TWIST)
      hand = limitAngle(split.swing, MAX_WRIST)
    }
    pose = solveChain({ ...chain, lower: quatRotate(rx(twist), chain.lower) }, shoulder, goal.wrist, pole)
  }
  return {
    upper: quatMul(quatConjugate(frame), pose.rotation),
    flex: pose.flex,
    twist,
    hand,
    curl: goal.curl ?? like.curl,
    index: goal.index ?? goal.curl ?? like.index,
    thumb: goal.thumb ?? like.thumb,
  }
}
