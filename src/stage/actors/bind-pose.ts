import {
  add,
  BONE_PARENTS,
  BONES,
  type Bone,
  type CharacterSpec,
  type Figure,
  figureOf,
  QUAT_IDENTITY,
  type Quat,
  quatAxis,
  quatMul,
  quatRotate,
  type Vec3,
} from '../../film'

import { EYE, EYE_SHIFT } from './head-topology'

/** How far the arms hang below the T-pose when skin is bound: most of the way to where arms usually are, so that shoulders keep their shape. */
export const ARM_DROP = 1.2

/**
 * Bones of the stage's own after BONES, by the bone each sits on: cloth on each thigh, which flattens as the thigh is raised so
 * that a skirt lies on the lap; and cloth from each knee down, which keeps the hips' own upright and so hangs plumb from the lap.
 */
export const CLOTH_BONES = ['leftUpperLeg', 'rightUpperLeg', 'leftLowerLeg', 'rightLowerLeg'] as const
/** All bones of an actor's skeleton. */
export const ACTOR_BONES = BONES.length + CLOTH_BONES.length

/** The pose in which the meshes are modelled: world position and rotation of every bone in BONES order. */
export interface BindPose {
  readonly figure: Figure
  readonly positions: readonly Vec3[]
  readonly rotations: readonly Quat[]
  /** World position of a bone's joint. */
  at(bone: Bone): Vec3
  /** A point given relative to the T-pose, carried by a bone into the bind pose. */
  carry(bone: Bone, p: Vec3): Vec3
}

/** Eyes turn about the middle of their balls, which sit where this face has them. */
export function eyeOffset(spec: CharacterSpec, figure: Figure, bone: 'leftEye' | 'rightEye'): Vec3 {
  const head = figure.joints.head
  const side = bone === 'leftEye' ? 1 : -1
  return [
    side * (EYE[0] + EYE_SHIFT * spec.face.eyeSpacing) * figure.headM - head[0],
    spec.heightM - figure.headM * 0.5 + EYE[1] * figure.headM - head[1],
    EYE[2] * figure.headM - head[2],
  ]
}

/** The A-pose of a person's figure, shared by everything that is modelled on it. */
export function bindPose(spec: CharacterSpec): BindPose {
  const figure = figureOf(spec)
  const positions: Vec3[] = []
  const rotations: Quat[] = []
  BONES.forEach((bone, i) => {
    const parent = BONE_PARENTS[i]!
    const local =
      bone === 'leftUpperArm' ? quatAxis([0, 0, 1], -ARM_DROP) : bone === 'rightUpperArm' ? quatAxis([0, 0, 1], ARM_DROP) : QUAT_IDENTITY
    const q = parent < 0 ? QUAT_IDENTITY : rotations[parent]!
    positions.push(
      parent < 0
        ? figure.offsets[i]!
        : add(
            positions[parent]!,
            quatRotate(q, bone === 'leftEye' || bone === 'rightEye' ? eyeOffset(spec, figure, bone) : figure.offsets[i]!),
          ),
    )
    rotations.push(quatMul(q, local))
  })
  const indexOf = (bone: Bone) => BONES.indexOf(bone)
  return {
    figure,
    positions,
    rotations,
    at: (bone) => positions[indexOf(bone)]!,
    carry: (bone, p) => {
      const i = indexOf(bone)
      const j = figure.joints[bone]
      return add(positions[i]!, quatRotate(rotations[i]!, [p[0] - j[0], p[1] - j[1], p[2] - j[2]]))
    },
  }
}
