import {
  Bone,
  BufferAttribute,
  BufferGeometry,
  Float32BufferAttribute,
  Group,
  InterleavedBuffer,
  InterleavedBufferAttribute,
  Matrix4,
  Quaternion,
  Skeleton,
  SkinnedMesh,
  Sphere,
  Uint16BufferAttribute,
  Vector3,
  Vector4,
} from 'three/webgpu'
import { type ActorState, BONE_PARENTS, BONES, type Bone as BoneName, smoothstep, type Vec3 } from '../../film'
import { type ActorMaterials, EYE_LIGHT } from './actor-materials'
import { ARM_DROP, CLOTH_BONES } from './bind-pose'
import type { ActorGeometry } from './build-actor'
import { clothBones } from './cloth-bones'
import { type ClothState, clothState } from './cloth-material'
import { faceWeights } from './face-weights'
import type { ActorMesh } from './mesh-builder'

/** A person on stage. */
export interface ActorObject {
  readonly object: Group
  /** Puts the person into a frame's state; depends on nothing before it. */
  pose(state: ActorState): void
  /** Eyes that a key is mirrored in; a user's model has its own. */
  readonly eyes?: Eyes
  /** Frees geometry and bones; materials are shared and stay. */
  dispose(): void
}

/** The eyes of somebody who has been posed. */
export interface Eyes {
  /** The middle between them and the way they look, world space. */
  where(): { readonly at: Vec3; readonly gaze: Vec3 }
  /** Where on each ball the catch-light is, from its middle in the camera's space, and its radiance. */
  readonly light: Vector4
}

/** Makes the three.js objects of one person: two skinned meshes on one skeleton. */
export function createActorObject(geometry: ActorGeometry, materials: ActorMaterials): ActorObject {
  const bones = BONES.map((name, i) => {
    const bone = new Bone()
    bone.name = name
    bone.position.fromArray(geometry.offsets, i * 3)
    return bone
  })
  const object = new Group()
  object.name = geometry.key
  bones.forEach((bone, i) => {
    const parent = BONE_PARENTS[i]!
    if (parent < 0) object.add(bone)
    else bones[parent]!.add(bone)
  })
  const cloths = CLOTH_BONES.map((parent) => {
    const bone = new Bone()
    bones[BONES.indexOf(parent)]!.add(bone)
    return bone
  })
  const all = [...bones, ...cloths]
  const one = new Vector3(1, 1, 1)
  const inverses = all.map((_, i) =>
    new Matrix4()
      .compose(new Vector3().fromArray(geometry.bind, i * 7), new Quaternion().fromArray(geometry.bind, i * 7 + 3), one)
      .invert(),
  )
  const skeleton = new Skeleton(all, inverses)
  const cloth: ClothState[] = []
  const meshes = [geometry.body, geometry.head].map((part) => {
    const mesh = new SkinnedMesh(toBuffers(part, geometry.heightM), materials.solid)
    mesh.castShadow = true
    mesh.receiveShadow = true
    // Arms and steps reach beyond any bound of the bind pose.
    mesh.frustumCulled = false
    mesh.bind(skeleton, new Matrix4())
    object.add(mesh)
    cloth.push(clothState(mesh, geometry.skin))
    return mesh
  })
  const head = meshes[1]!
  const light = new Vector4(0, 0, 1, 0)
  head.userData[EYE_LIGHT] = light
  const [left, right] = [bones[BONES.indexOf('leftEye')]!, bones[BONES.indexOf('rightEye')]!]
  const [a, b] = [new Vector3(), new Vector3()]
  return {
    object,
    eyes: {
      where() {
        a.setFromMatrixPosition(left.matrixWorld).add(b.setFromMatrixPosition(right.matrixWorld)).multiplyScalar(0.5)
        b.setFromMatrixColumn(left.matrixWorld, 2).normalize()
        return { at: [a.x, a.y, a.z], gaze: [b.x, b.y, b.z] }
      },
      light,
    },
    pose(state) {
      object.position.set(state.position[0], state.position[1], state.position[2])
      object.rotation.set(0, state.yaw, 0)
      bones.forEach((bone, i) => {
        bone.quaternion.set(state.bones[i * 4] ?? 0, state.bones[i * 4 + 1] ?? 0, state.bones[i * 4 + 2] ?? 0, state.bones[i * 4 + 3] ?? 1)
      })
      bones[0]!.position.set(state.hips[0], state.hips[1], state.hips[2])
      clothBones(state.bones).forEach(({ rotation, scale }, i) => {
        cloths[i]!.quaternion.set(...rotation)
        cloths[i]!.scale.set(...scale)
      })
      for (const c of cloth) bend(c, state)
      const weights = faceWeights(state)
      const influences = head.morphTargetInfluences!
      for (let i = 0; i < weights.length; i++) influences[i] = weights[i]!
      object.updateMatrixWorld(true)
    },
    dispose() {
      for (const mesh of meshes) mesh.geometry.dispose()
      skeleton.dispose()
    },
  }
}

/** How far each joint that gathers cloth is from where cloth was cut, 0 to 1. */
function bend(cloth: ClothState, state: ActorState): void {
  const turned = (bone: BoneName, angle = 0, side = 1) => {
    const i = BONES.indexOf(bone) * 4
    const [z, w] = [state.bones[i + 2] ?? 0, state.bones[i + 3] ?? 1]
    // Twice the angle's half between this rotation and one of `angle` about z.
    const c = Math.abs(w * Math.cos(angle / 2) - side * z * Math.sin(angle / 2))
    return smoothstep(0.1, 1.7, 2 * Math.acos(Math.min(1, c)))
  }
  cloth.arms.set(
    turned('leftLowerArm'),
    turned('rightLowerArm'),
    turned('leftUpperArm', ARM_DROP, 1),
    turned('rightUpperArm', ARM_DROP, -1),
  )
  cloth.legs.set(turned('leftUpperLeg'), turned('rightUpperLeg'), turned('leftLowerLeg'), turned('rightLowerLeg'))
  cloth.trunk.w = Math.min(1, turned('spine') * 3 + turned('chest') * 3 + turned('leftUpperLeg') * 0.5)
}

/**
 * Vertices that every head's morph texture has room for. Its width is written into three's shader, so heads of one width
 * share one pipeline however many vertices a beard or a scar adds.
 */
const HEAD_ROOM = 4096

function padded(values: Float32Array, length: number): Float32Array {
  if (values.length >= length) return values
  const out = new Float32Array(length)
  out.set(values)
  return out
}

/** Floats a vertex in the buffer of how it looks. */
const WIDTH = 22

function toBuffers(mesh: ActorMesh, heightM: number): BufferGeometry {
  const g = new BufferGeometry()
  g.setAttribute('position', new BufferAttribute(mesh.morphs.length > 0 ? padded(mesh.positions, HEAD_ROOM * 3) : mesh.positions, 3))
  g.setAttribute('normal', new BufferAttribute(mesh.normals, 3))
  // One buffer for how it looks: eight separate ones are all that WebGPU allows.
  const n = mesh.positions.length / 3
  const packed = new Float32Array(n * WIDTH)
  for (let i = 0; i < n; i++) {
    let at = i * WIDTH
    for (const [list, size] of [
      [mesh.colour, 3],
      [mesh.surface, 4],
      [mesh.accent, 4],
      [mesh.grain, 2],
      [mesh.fold, 4],
      [mesh.wear, 5],
    ] as const) {
      packed.set(list.subarray(i * size, (i + 1) * size), at)
      at += size
    }
  }
  const buffer = new InterleavedBuffer(packed, WIDTH)
  g.setAttribute('albedo', new InterleavedBufferAttribute(buffer, 3, 0))
  g.setAttribute('surface', new InterleavedBufferAttribute(buffer, 4, 3))
  g.setAttribute('accent', new InterleavedBufferAttribute(buffer, 4, 7))
  g.setAttribute('grain', new InterleavedBufferAttribute(buffer, 2, 11))
  g.setAttribute('fold', new InterleavedBufferAttribute(buffer, 4, 13))
  g.setAttribute('wear', new InterleavedBufferAttribute(buffer, 4, 17))
  g.setAttribute('wet', new InterleavedBufferAttribute(buffer, 1, 21))
  g.setAttribute('skinIndex', new Uint16BufferAttribute(mesh.skinIndices, 4))
  g.setAttribute('skinWeight', new Float32BufferAttribute(mesh.skinWeights, 4))
  g.setIndex(new BufferAttribute(mesh.index, 1))
  if (mesh.morphs.length > 0) {
    g.morphTargetsRelative = true
    g.morphAttributes.position = mesh.morphs.map((m) => new BufferAttribute(padded(m, HEAD_ROOM * 3), 3))
  }
  g.boundingSphere = new Sphere(new Vector3(0, heightM / 2, 0), heightM * 1.2)
  return g
}
