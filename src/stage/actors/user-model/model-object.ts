import { attribute, normalView, texture, uv, vec4 } from 'three/tsl'
import {
  Bone,
  BufferAttribute,
  BufferGeometry,
  ClampToEdgeWrapping,
  DoubleSide,
  FrontSide,
  Group,
  LinearFilter,
  LinearMipmapLinearFilter,
  Matrix4,
  Mesh,
  type Node,
  RepeatWrapping,
  Skeleton,
  SkinnedMesh,
  Sphere,
  SRGBColorSpace,
  Texture,
  Vector3,
} from 'three/webgpu'
import { retarget } from '../../../departments/characters'
import { type SceneLookUniforms, SurfaceMaterial } from '../../materials'
import type { ActorObject } from '../actor-object'
import { drivenWeights } from './face-drivers'
import type { ModelGeometry, ModelLook, ModelPart } from './model-geometry'

/**
 * Makes the three.js objects of a user's model, moved by our pose. Its pictures come a moment later: await `ready`.
 * @param look how the style wants it drawn.
 */
export function createModelObject(model: ModelGeometry, look: SceneLookUniforms): ActorObject & { readonly ready: Promise<void> } {
  const { rest, scale } = model
  const nodes = rest.nodes.map(({ translation, rotation, scale: s }) => {
    const node = new Bone()
    node.position.set(...translation)
    node.quaternion.set(...rotation)
    node.scale.set(...s)
    return node
  })
  const ground = new Group()
  ground.quaternion.set(...rest.turn)
  ground.scale.setScalar(scale)
  ground.position.set(...rest.shift).multiplyScalar(scale)
  rest.nodes.forEach(({ parent }, i) => {
    ;(nodes[parent] ?? ground).add(nodes[i] as Bone)
  })
  const object = new Group()
  object.name = model.key
  object.add(ground)
  const pictures = model.images.map((bytes) => (bytes.length > 0 ? pictureOf(bytes) : undefined))
  const materials = new Map<string, SurfaceMaterial>()
  const materialOf = (part: ModelPart): SurfaceMaterial => {
    const key = `${part.material} ${part.colour ? 'c' : ''}${part.uv ? 'u' : ''}${part.normals ? 'n' : ''}`
    const known = materials.get(key) ?? materialFor(model.looks[part.material] ?? PLAIN, part, pictures, look)
    materials.set(key, known)
    return known
  }
  const skeletons: Skeleton[] = []
  const faces: { readonly mesh: Mesh; readonly part: ModelPart }[] = []
  const meshes = model.parts.map((part) => {
    const geometry = buffersOf(part)
    const material = materialOf(part)
    if (part.skin) {
      const { joints, inverse } = part.skin
      const mesh = new SkinnedMesh(geometry, material)
      const skeleton = new Skeleton(
        joints.map((j) => nodes[j] as Bone),
        joints.map((_, i) => new Matrix4().fromArray(inverse, i * 16)),
      )
      skeletons.push(skeleton)
      // Where the mesh itself stands does not matter: its bones carry it.
      mesh.bind(skeleton, new Matrix4())
      object.add(mesh)
      return mesh
    }
    const mesh = new Mesh(geometry, material)
    nodes[part.node]?.add(mesh)
    return mesh
  })
  meshes.forEach((mesh, i) => {
    const part = model.parts[i] as ModelPart
    mesh.castShadow = !(model.looks[part.material]?.transparent ?? false)
    mesh.receiveShadow = true
    mesh.frustumCulled = false
    if (part.faces.length > 0) faces.push({ mesh, part })
  })
  return {
    object,
    ready: Promise.all(pictures.map((p) => p?.ready)).then(() => {}),
    pose(state) {
      object.position.set(state.position[0], state.position[1], state.position[2])
      object.rotation.set(0, state.yaw, 0)
      const { rotations, moved } = retarget(rest, state, scale)
      rotations.forEach((q, i) => {
        nodes[i]?.quaternion.set(...q)
      })
      for (const [node, to] of moved) nodes[node]?.position.set(...to)
      for (const { mesh, part } of faces)
        drivenWeights(part.faces, state).forEach((w, i) => {
          if (mesh.morphTargetInfluences) mesh.morphTargetInfluences[i] = w
        })
      object.updateMatrixWorld(true)
    },
    dispose() {
      for (const mesh of meshes) mesh.geometry.dispose()
      for (const s of skeletons) s.dispose()
      for (const m of materials.values()) m.dispose()
      for (const p of pictures) p?.texture.dispose()
    },
  }
}

const PLAIN: ModelLook = {
  colour: [0.6, 0.6, 0.6, 1],
  roughness: 0.8,
  metalness: 0,
  emissive: [0, 0, 0],
  image: -1,
  repeats: true,
  cutoff: 0,
  transparent: false,
  doubleSided: false,
}

interface Picture {
  readonly texture: Texture
  readonly ready: Promise<void>
}

/** A texture that is filled when its file is decoded. */
function pictureOf(bytes: Uint8Array): Picture {
  const t = new Texture()
  t.colorSpace = SRGBColorSpace
  t.flipY = false
  t.magFilter = LinearFilter
  t.minFilter = LinearMipmapLinearFilter
  t.generateMipmaps = true
  t.anisotropy = 4
  const decoded = createImageBitmap(new Blob([bytes as BlobPart]), { colorSpaceConversion: 'none', premultiplyAlpha: 'none' })
  return {
    texture: t,
    ready: decoded.then(
      (bitmap) => {
        t.image = bitmap
        t.needsUpdate = true
      },
      // A picture that nobody can decode leaves the surface plain.
      () => {},
    ),
  }
}

function materialFor(
  look: ModelLook,
  part: ModelPart,
  pictures: readonly (Picture | undefined)[],
  style: SceneLookUniforms,
): SurfaceMaterial {
  const m = new SurfaceMaterial(style)
  const [r, g, b, a] = look.colour
  const picture = part.uv ? pictures[look.image]?.texture : undefined
  let colour = vec4(r, g, b, a) as unknown as Node<'vec4'>
  if (picture) {
    picture.wrapS = look.repeats ? RepeatWrapping : ClampToEdgeWrapping
    picture.wrapT = picture.wrapS
    colour = colour.mul(texture(picture, uv())) as unknown as Node<'vec4'>
  }
  if (part.colour) {
    const own = attribute<'vec4'>('tint', 'vec4')
    colour = colour.mul(own) as unknown as Node<'vec4'>
  }
  m.colorNode = colour
  m.roughness = Math.max(0.06, look.roughness)
  m.metalness = look.metalness
  m.emissive.setRGB(...look.emissive)
  m.normalNode = style.normal(normalView as unknown as Node<'vec3'>)
  m.alphaTest = look.transparent ? 0.02 : look.cutoff
  m.transparent = look.transparent
  m.depthWrite = !look.transparent
  m.side = look.doubleSided ? DoubleSide : FrontSide
  return m
}

function buffersOf(part: ModelPart): BufferGeometry {
  const g = new BufferGeometry()
  const count = part.positions.length / 3
  g.setAttribute('position', new BufferAttribute(part.positions, 3))
  g.setIndex(new BufferAttribute(part.index, 1))
  if (part.normals) g.setAttribute('normal', new BufferAttribute(part.normals, 3))
  else g.computeVertexNormals()
  if (part.uv) g.setAttribute('uv', new BufferAttribute(part.uv, 2))
  if (part.colour) {
    const width = part.colour.length / count
    const tint = new Float32Array(count * 4).fill(1)
    for (let i = 0; i < count; i++) for (let k = 0; k < width; k++) tint[i * 4 + k] = part.colour[i * width + k] ?? 1
    g.setAttribute('tint', new BufferAttribute(tint, 4))
  }
  if (part.skinIndices && part.skinWeights) {
    g.setAttribute('skinIndex', new BufferAttribute(part.skinIndices, 4))
    g.setAttribute('skinWeight', new BufferAttribute(part.skinWeights, 4))
  }
  if (part.morphs.length > 0) {
    g.morphTargetsRelative = true
    g.morphAttributes.position = part.morphs.map((m) => new BufferAttribute(m, 3))
  }
  g.boundingSphere = new Sphere(new Vector3(0, 1, 0), 2)
  return g
}
