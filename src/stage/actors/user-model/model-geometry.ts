import { type GltfMaterial, imageBytes, ModelError, type RestPose, readAccessor, readModel } from '../../../departments/characters'
import { type FaceDriver, faceDrivers } from './face-drivers'

/** A part of a model that is drawn in one go. */
export interface ModelPart {
  /** The node it hangs on; of a skinned part nothing but its skin counts. */
  readonly node: number
  readonly skin: { readonly joints: readonly number[]; readonly inverse: Float32Array } | undefined
  readonly positions: Float32Array
  readonly normals: Float32Array | undefined
  readonly uv: Float32Array | undefined
  /** Linear, 3 or 4 numbers a vertex. */
  readonly colour: Float32Array | undefined
  readonly skinIndices: Uint16Array | undefined
  readonly skinWeights: Float32Array | undefined
  readonly index: Uint32Array
  /** Offsets of the targets that faces move, and what moves each. */
  readonly morphs: readonly Float32Array[]
  readonly faces: readonly FaceDriver[]
  /** Into the materials; −1 none. */
  readonly material: number
}

/** How a part looks. */
export interface ModelLook {
  /** Linear. */
  readonly colour: readonly [number, number, number, number]
  readonly roughness: number
  readonly metalness: number
  readonly emissive: readonly [number, number, number]
  /** Into the images; −1 none. */
  readonly image: number
  readonly repeats: boolean
  /** Below this opacity nothing is drawn; 0 draws all. */
  readonly cutoff: number
  readonly transparent: boolean
  readonly doubleSided: boolean
}

/** A user's model as plain arrays. */
export interface ModelGeometry {
  readonly key: string
  readonly rest: RestPose
  /** Metres in a unit of the model. */
  readonly scale: number
  readonly parts: readonly ModelPart[]
  readonly looks: readonly ModelLook[]
  /** PNG or JPEG files. */
  readonly images: readonly Uint8Array[]
}

/** A model of a user's, from its file. @param heightM how tall it is to stand. @throws ModelError */
export function modelGeometry(key: string, bytes: Uint8Array, heightM: number): ModelGeometry {
  const model = readModel(bytes)
  const { glb, rest } = model
  const { json } = glb
  const parts = (json.nodes ?? []).flatMap((node, at): ModelPart[] => {
    const mesh = node.mesh === undefined ? undefined : json.meshes?.[node.mesh]
    if (!mesh || node.mesh === undefined) return []
    const skin = node.skin === undefined ? undefined : json.skins?.[node.skin]
    const faces = faceDrivers(model, node.mesh)
    return mesh.primitives.map((primitive, k): ModelPart => {
      const place = `meshes[${node.mesh}].primitives[${k}]`
      const { attributes: a, targets = [] } = primitive
      const read = (name: string, type: string) => (a[name] === undefined ? undefined : readAccessor(glb, a[name], type, place))
      const positions = readAccessor(glb, a.POSITION ?? -1, 'VEC3', place)
      const count = positions.length / 3
      const whole = (list: Float32Array | undefined, width: number) => (list && list.length === count * width ? list : undefined)
      const driven = faces.filter((f) => targets[f.target]?.POSITION !== undefined)
      const [joints, weights] = [whole(read('JOINTS_0', 'VEC4'), 4), whole(read('WEIGHTS_0', 'VEC4'), 4)]
      const isSkinned = skin !== undefined && joints !== undefined && weights !== undefined
      if (isSkinned && joints.some((j) => j >= skin.joints.length))
        throw new ModelError('model.data', place, 'it hangs on a bone that its skin does not have', 'export it again')
      const colours = a.COLOR_0 === undefined ? undefined : json.accessors?.[a.COLOR_0]?.type
      return {
        node: at,
        skin: isSkinned ? { joints: skin.joints, inverse: inversesOf(skin, place) } : undefined,
        positions,
        normals: whole(read('NORMAL', 'VEC3'), 3),
        uv: whole(read('TEXCOORD_0', 'VEC2'), 2),
        colour: colours === undefined ? undefined : whole(read('COLOR_0', colours), colours === 'VEC4' ? 4 : 3),
        skinIndices: isSkinned ? Uint16Array.from(joints) : undefined,
        skinWeights: isSkinned ? evened(weights) : undefined,
        index:
          primitive.indices === undefined
            ? Uint32Array.from({ length: count }, (_, i) => i)
            : Uint32Array.from(readAccessor(glb, primitive.indices, 'SCALAR', place)),
        morphs: driven.map(
          (f) => whole(readAccessor(glb, targets[f.target]?.POSITION ?? -1, 'VEC3', place), 3) ?? new Float32Array(count * 3),
        ),
        faces: driven,
        material: primitive.material ?? -1,
      }
    })
  })
  const used = (json.materials ?? []).map((m) => lookOf(m))
  const images = (json.images ?? []).map((_, i) =>
    used.some((l) => imageOf(l.image) === i) ? (imageBytes(glb, i)?.slice() ?? new Uint8Array(0)) : new Uint8Array(0),
  )
  return {
    key,
    rest,
    scale: heightM / rest.height,
    parts,
    looks: used.map((l) => ({ ...l, image: imageOf(l.image), repeats: repeats(l.image) })),
    images,
  }

  function imageOf(texture: number): number {
    return json.textures?.[texture]?.source ?? -1
  }
  function repeats(texture: number): boolean {
    const sampler = json.samplers?.[json.textures?.[texture]?.sampler ?? -1]
    return sampler?.wrapS !== 33071
  }
  function inversesOf(
    skin: { readonly joints: readonly number[]; readonly inverseBindMatrices?: number | undefined },
    place: string,
  ): Float32Array {
    const wanted = skin.joints.length * 16
    const given = skin.inverseBindMatrices === undefined ? undefined : readAccessor(glb, skin.inverseBindMatrices, 'MAT4', place)
    if (given && given.length >= wanted) return given
    const out = new Float32Array(wanted)
    for (let i = 0; i < wanted; i += 16) for (const k of [0, 5, 10, 15]) out[i + k] = 1
    return out
  }
}

/** Weights that sum to 1. */
function evened(weights: Float32Array): Float32Array {
  for (let i = 0; i < weights.length; i += 4) {
    const sum = weights[i]! + weights[i + 1]! + weights[i + 2]! + weights[i + 3]!
    if (sum > 0) for (let k = 0; k < 4; k++) weights[i + k] = weights[i + k]! / sum
    else weights[i] = 1
  }
  return weights
}

/** A material of glTF; its texture, not yet its image. */
function lookOf(m: GltfMaterial): ModelLook {
  const pbr = m.pbrMetallicRoughness
  const [r, g, b, a] = pbr?.baseColorFactor ?? [1, 1, 1, 1]
  // Drawn figures have no gloss that anybody thought of.
  const isDrawn = m.extensions?.VRMC_materials_mtoon !== undefined || m.extensions?.KHR_materials_unlit !== undefined
  return {
    colour: [r ?? 1, g ?? 1, b ?? 1, a ?? 1],
    roughness: isDrawn ? 0.85 : (pbr?.roughnessFactor ?? 1),
    metalness: isDrawn ? 0 : (pbr?.metallicFactor ?? 1),
    emissive: [m.emissiveFactor?.[0] ?? 0, m.emissiveFactor?.[1] ?? 0, m.emissiveFactor?.[2] ?? 0],
    image: pbr?.baseColorTexture?.index ?? -1,
    repeats: true,
    cutoff: m.alphaMode === 'MASK' ? (m.alphaCutoff ?? 0.5) : 0,
    transparent: m.alphaMode === 'BLEND',
    doubleSided: m.doubleSided ?? false,
  }
}
