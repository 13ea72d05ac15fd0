import {
  type ActorState,
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
  /** Of the hips' node, relative to its parent. */
  readonly hips: Vec3
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
  const still = placesOf(rest, (node) => {
    const driver = rest.drivers.get(node)
    const place = rest.places[node]
    return driver && place && quatMul(worldOf(driver.bone, driver.share), quatMul(driver.toT, place.rotation))
  })
  const rotations = rest.nodes.map(({ parent, rotation }, i): Quat => {
    const place = still[i]
    if (!place || !rest.drivers.has(i)) return rotation
    return quatMul(quatConjugate(still[parent]?.rotation ?? rest.turn), place.rotation)
  })
  const parent = still[rest.nodes[rest.hips]?.parent ?? -1] ?? {
    position: [0, 0, 0] as Vec3,
    rotation: rest.turn,
    scale: [1, 1, 1] as Vec3,
  }
  // The state's hips are metres over the ground; the model stands shifted onto it.
  const aim: Vec3 = [state.hips[0] / scale - rest.shift[0], state.hips[1] / scale - rest.shift[1], state.hips[2] / scale - rest.shift[2]]
  const inParent = quatRotate(quatConjugate(parent.rotation), sub(aim, parent.position))
  const hips: Vec3 = [inParent[0] / parent.scale[0], inParent[1] / parent.scale[1], inParent[2] / parent.scale[2]]
  const nodes = rest.nodes.map((n, i) => (i === rest.hips ? { ...n, translation: hips } : n))
  return {
    places: placesOf({ nodes, order: rest.order, turn: rest.turn }, (node) => (rest.drivers.has(node) ? still[node]?.rotation : undefined)),
    rotations,
    hips,
  }
}
