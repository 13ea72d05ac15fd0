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
} from 'three/webgpu'
import { type ActorState, BONE_PARENTS, BONES, smoothstep } from '../../film'
import type { ActorMaterials } from './actor-materials'
import { CLOTH_BONES } from './bind-pose'
import type { ActorGeometry } from './build-actor'
import { faceWeights } from './face-weights'
import type { ActorMesh } from './mesh-builder'

/** A person on stage. */
export interface ActorObject {
  readonly object: Group
  /** Puts the person into a frame's state; depends on nothing before it. */
  pose(state: ActorState): void
  /** Frees geometry and bones; materials are shared and stay. */
  dispose(): void
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
  const meshes = [geometry.body, geometry.head].map((part) => {
    const mesh = new SkinnedMesh(toBuffers(part, geometry.heightM), materials.solid)
    mesh.castShadow = true
    mesh.receiveShadow = true
    // Arms and steps reach beyond any bound of the bind pose.
    mesh.frustumCulled = false
    mesh.bind(skeleton, new Matrix4())
    object.add(mesh)
    return mesh
  })
  const head = meshes[1]!
  return {
    object,
    pose(state) {
      object.position.set(state.position[0], state.position[1], state.position[2])
      object.rotation.set(0, state.yaw, 0)
      bones.forEach((bone, i) => {
        bone.quaternion.set(state.bones[i * 4] ?? 0, state.bones[i * 4 + 1] ?? 0, state.bones[i * 4 + 2] ?? 0, state.bones[i * 4 + 3] ?? 1)
      })
      bones[0]!.position.set(state.hips[0], state.hips[1], state.hips[2])
      CLOTH_BONES.forEach((parent, i) => {
        const q = bones[BONES.indexOf(parent)]!.quaternion
        // Cosine of the angle between thigh and plumb line, in the frame of the hips.
        const plumb = 1 - 2 * (q.x * q.x + q.z * q.z)
        const raised = smoothstep(0.9, 0.2, plumb)
        cloths[i]!.scale.set(1 - 0.22 * raised, 1, 1 - 0.45 * raised)
      })
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

function toBuffers(mesh: ActorMesh, heightM: number): BufferGeometry {
  const g = new BufferGeometry()
  g.setAttribute('position', new BufferAttribute(mesh.morphs.length > 0 ? padded(mesh.positions, HEAD_ROOM * 3) : mesh.positions, 3))
  g.setAttribute('normal', new BufferAttribute(mesh.normals, 3))
  // One buffer for how it looks: eight separate ones are all that WebGPU allows.
  const n = mesh.positions.length / 3
  const packed = new Float32Array(n * 13)
  for (let i = 0; i < n; i++) {
    packed.set(mesh.colour.subarray(i * 3, i * 3 + 3), i * 13)
    packed.set(mesh.surface.subarray(i * 4, i * 4 + 4), i * 13 + 3)
    packed.set(mesh.accent.subarray(i * 4, i * 4 + 4), i * 13 + 7)
    packed.set(mesh.grain.subarray(i * 2, i * 2 + 2), i * 13 + 11)
  }
  const buffer = new InterleavedBuffer(packed, 13)
  g.setAttribute('albedo', new InterleavedBufferAttribute(buffer, 3, 0))
  g.setAttribute('surface', new InterleavedBufferAttribute(buffer, 4, 3))
  g.setAttribute('accent', new InterleavedBufferAttribute(buffer, 4, 7))
  g.setAttribute('grain', new InterleavedBufferAttribute(buffer, 2, 11))
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
