import { BONES, type Quat, quatConjugate, quatMul, smoothstep } from '../../film'
import { CLOTH_BONES } from './bind-pose'

/** How the stage's own bones lie in the frame of the bone each sits on. */
export interface ClothBone {
  readonly rotation: Quat
  readonly scale: readonly [number, number, number]
}

/** Where somebody's pose puts CLOTH_BONES, in their order. @param bones rotations in BONES order, x y z w each. */
export function clothBones(bones: readonly number[]): ClothBone[] {
  const rotationOf = (bone: (typeof CLOTH_BONES)[number]): Quat => {
    const i = BONES.indexOf(bone) * 4
    return [bones[i] ?? 0, bones[i + 1] ?? 0, bones[i + 2] ?? 0, bones[i + 3] ?? 1]
  }
  const scaleOn = ([x, , z]: Quat): ClothBone['scale'] => {
    // Cosine of the angle between thigh and plumb line, in the frame of the hips.
    const raised = smoothstep(0.9, 0.2, 1 - 2 * (x * x + z * z))
    return [1 - 0.36 * raised, 1, 1 - 0.5 * raised]
  }
  return CLOTH_BONES.map((parent, i) => {
    const own = rotationOf(parent)
    if (i < 2) return { rotation: [0, 0, 0, 1], scale: scaleOn(own) }
    // Undoes thigh and knee: upright as the hips are.
    const thigh = rotationOf(CLOTH_BONES[i - 2]!)
    return { rotation: quatConjugate(quatMul(thigh, own)), scale: scaleOn(thigh) }
  })
}
