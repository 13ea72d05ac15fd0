import {
  type ActorState,
  add,
  BONE_PARENTS,
  BONES,
  type Bone,
  QUAT_IDENTITY,
  type Quat,
  quatConjugate,
  quatMul,
  quatNormalize,
  quatRotate,
  sub,
  type Vec3,
} from '../../../film'
import { type Place, placesOf, type RestPose } from './rest-pose'

/** A model in a pose. */
export interface ModelPose {
  /** Where every node is: in the model's units, in the frame of the actor's place and turn. */
  readonly places: readonly Place[]
  /** Every node's rotation relative to its parent. */
  readonly rotations: readonly Quat[]
  /** Nodes that stand elsewhere than at rest, relative to their parents: the hips', and those that others carry in our skeleton. */
  readonly moved: readonly (readonly [node: number, translation: Vec3])[]
}

/** A rotation so many times as far. */
function times(q: Quat, k: number): Quat {
  if (k === 1) return q
  const half = Math.acos(Math.max(-1, Math.min(1, Math.abs(q[3]))))
  const s = Math.sin(half)
  if (s < 1e-6) return QUAT_IDENTITY
  const f = ((q[3] < 0 ? -1 : 1) * Math.sin(half * k)) / s
  return quatNormalize([q[0] * f, q[1] * f, q[2] * f, Math.cos(half * k)])
}

/**
 * Our pose on the model's skeleton. Rotations in the world are what both have in common: each of our bones' since the T-pose
 * is put on what its node has there. Nodes that nothing drives (hair, cloth) keep still in their parents.
 * @param scale metres in a unit of the model.
 */
export function retarget(rest: RestPose, state: Pick<ActorState, 'bones' | 'hips'>, scale: number): ModelPose {
  const turned: Quat[] = []
  const local = (i: number): Quat => [
    state.bones[i * 4] ?? 0,
    state.bones[i * 4 + 1] ?? 0,
    state.bones[i * 4 + 2] ?? 0,
    state.bones[i * 4 + 3] ?? 1,
  ]
  BONES.forEach((_, i) => {
    const parent = turned[BONE_PARENTS[i] ?? -1]
    turned[i] = parent ? quatMul(parent, local(i)) : local(i)
  })
  const worldOf = (bone: Bone, share: number): Quat => {
    const i = BONES.indexOf(bone)
    if (share === 1) return turned[i] ?? QUAT_IDENTITY
    return quatMul(turned[BONE_PARENTS[i] ?? 0] ?? QUAT_IDENTITY, times(local(i), share))
  }
  const rotationOf = (node: number): Quat | undefined => {
    const driver = rest.drivers.get(node)
    const place = rest.places[node]
    return driver && place && quatMul(worldOf(driver.bone, driver.share), quatMul(driver.toT, place.rotation))
  }
  // The state's hips are metres over the ground; the model stands shifted onto it.
  const aim: Vec3 = [state.hips[0] / scale - rest.shift[0], state.hips[1] / scale - rest.shift[1], state.hips[2] / scale - rest.shift[2]]
  const places = placesOf(rest, rotationOf, (node, known) => {
    if (node === rest.hips) return aim
    const carried = rest.carried.get(node)
    const by = carried && rest.drivers.get(carried.by)
    return by && add(known[carried.by]?.position ?? aim, quatRotate(worldOf(by.bone, 1), carried.offset))
  })
  const rotations = rest.nodes.map(({ parent, rotation }, i): Quat => {
    const place = places[i]
    if (!place || !rest.drivers.has(i)) return rotation
    return quatMul(quatConjugate(places[parent]?.rotation ?? rest.turn), place.rotation)
  })
  const moved = [rest.hips, ...rest.carried.keys()].map((node): readonly [number, Vec3] => {
    const parent = places[rest.nodes[node]?.parent ?? -1] ?? {
      position: [0, 0, 0] as Vec3,
      rotation: rest.turn,
      scale: [1, 1, 1] as Vec3,
    }
    const away = quatRotate(quatConjugate(parent.rotation), sub(places[node]?.position ?? aim, parent.position))
    return [node, [away[0] / parent.scale[0], away[1] / parent.scale[1], away[2] / parent.scale[2]]]
  })
  return { places, rotations, moved }
}
