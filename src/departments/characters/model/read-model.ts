import { BONES, type Bone, type CharacterSpec, roundTo6, sha256Hex } from '../../../film'
import { ModelError } from './model-error'
import { readAccessor } from './read-accessor'
import { type Glb, readGlb } from './read-glb'
import { type RestPose, restPose } from './rest-pose'

/** Triangles, bones of one skin, pictures and their sides, at most. */
const MOST = { triangles: 150_000, joints: 512, images: 48, side: 4096 } as const
/** Sizes of people, metres: what is outside is in other units. */
const TALL = [0.6, 2.3] as const

/** A model that is whole: taken apart, and how it stands. */
export interface UserModel {
  /** Of the file: a picture's identity holds it. */
  readonly sha256: string
  readonly glb: Glb
  readonly rest: RestPose
}

const known = new WeakMap<Uint8Array, UserModel | ModelError>()

/**
 * Reads a rigged person from a `.vrm` (0.x, 1.0) or `.glb` file and checks all that will be drawn of it. The same bytes are
 * read once.
 * @throws ModelError
 */
export function readModel(bytes: Uint8Array): UserModel {
  const answer = known.get(bytes) ?? made(bytes)
  known.set(bytes, answer)
  if (answer instanceof ModelError) throw answer
  return answer
}

function made(bytes: Uint8Array): UserModel | ModelError {
  try {
    const glb = readGlb(bytes)
    checkSkins(glb)
    checkMeshes(glb)
    const rest = restPose(glb)
    checkPictures(glb)
    return { sha256: sha256Hex(bytes), glb, rest }
  } catch (error) {
    if (error instanceof ModelError) return error
    throw error
  }
}

/**
 * What a person's spec says of a model that stands in for them.
 * @param heightM how tall they are to be; without it as the model is, where that is anybody's size.
 * @param otherwise metres, of a model in units that are nobody's.
 */
export function modelSpec(
  { sha256, rest }: UserModel,
  heightM: number | undefined,
  otherwise: number,
): { readonly heightM: number; readonly model: NonNullable<CharacterSpec['model']> } {
  const own = rest.height >= TALL[0] && rest.height <= TALL[1] ? rest.height : otherwise
  const tall = roundTo6(heightM ?? own)
  const k = tall / rest.height
  return { heightM: tall, model: { sha256, joints: BONES.flatMap((b: Bone) => rest.joints[b].map((v) => roundTo6(v * k))) } }
}

function checkSkins({ json }: Glb): void {
  const skins = json.skins ?? []
  const isWorn = (json.nodes ?? []).some((n) => n.mesh !== undefined && n.skin !== undefined)
  if (skins.length === 0 || !isWorn)
    throw new ModelError('model.skeleton', 'skins', 'the model has no skeleton', 'rig it, and export it with its skin weights')
  for (const [i, { joints }] of skins.entries()) {
    if (joints.length > MOST.joints)
      throw new ModelError(
        'model.joints',
        `skins[${i}].joints`,
        `a skin of ${joints.length} bones; up to ${MOST.joints} are drawn`,
        'leave bones of hair and cloth out',
        joints.length,
      )
    const lost = joints.find((j) => j >= (json.nodes?.length ?? 0))
    if (lost !== undefined)
      throw new ModelError('model.data', `skins[${i}].joints`, 'it names a node that is not there', 'export it again', lost)
  }
}

function checkMeshes(glb: Glb): void {
  const { json } = glb
  let triangles = 0
  for (const [i, mesh] of (json.meshes ?? []).entries())
    for (const [k, primitive] of mesh.primitives.entries()) {
      const place = `meshes[${i}].primitives[${k}]`
      if ((primitive.mode ?? 4) !== 4)
        throw new ModelError('model.mesh', `${place}.mode`, 'only triangles are drawn', 'triangulate it before exporting', primitive.mode)
      const corners = json.accessors?.[primitive.indices ?? primitive.attributes.POSITION ?? -1]?.count ?? 0
      triangles += corners / 3
      if (triangles > MOST.triangles)
        throw new ModelError(
          'model.triangles',
          place,
          `the model has more than ${MOST.triangles.toLocaleString('en')} triangles`,
          `reduce it to ${MOST.triangles.toLocaleString('en')} or fewer`,
          trianglesOf(glb),
        )
    }
  for (const [i, mesh] of (json.meshes ?? []).entries())
    for (const [k, { attributes, indices }] of mesh.primitives.entries()) {
      const place = `meshes[${i}].primitives[${k}]`
      if (attributes.POSITION === undefined) throw new ModelError('model.mesh', place, 'it has no positions', 'export it again')
      const count = readAccessor(glb, attributes.POSITION, 'VEC3', place).length / 3
      if (indices !== undefined && readAccessor(glb, indices, 'SCALAR', place).some((v) => v >= count))
        throw new ModelError('model.data', `${place}.indices`, 'a triangle names a corner that is not there', 'export it again')
    }
}

const trianglesOf = ({ json }: Glb): number =>
  Math.floor(
    (json.meshes ?? [])
      .flatMap((m) => m.primitives)
      .reduce((n, p) => n + (json.accessors?.[p.indices ?? p.attributes.POSITION ?? -1]?.count ?? 0) / 3, 0),
  )

/** The bytes of a picture in the file; undefined where there are none. */
export function imageBytes({ json, bin }: Glb, index: number): Uint8Array | undefined {
  const view = json.bufferViews?.[json.images?.[index]?.bufferView ?? -1]
  if (view?.buffer !== 0) return undefined
  const start = view.byteOffset ?? 0
  return start + view.byteLength <= bin.byteLength ? bin.subarray(start, start + view.byteLength) : undefined
}

function checkPictures(glb: Glb): void {
  const images = glb.json.images ?? []
  if (images.length > MOST.images)
    throw new ModelError(
      'model.textures',
      'images',
      `${images.length} pictures; up to ${MOST.images} are taken`,
      'bake them into fewer',
      images.length,
    )
  for (const i of images.keys()) {
    const place = `images[${i}]`
    const bytes = imageBytes(glb, i)
    const size = bytes && sizeOf(bytes)
    if (!size) throw new ModelError('model.textures', place, 'it is neither PNG nor JPEG', 'save its textures as PNG or JPEG')
    if (Math.max(...size) > MOST.side)
      throw new ModelError(
        'model.textures',
        place,
        `a picture of ${size.join(' × ')} pixels; up to ${MOST.side} a side are taken`,
        `make it ${MOST.side} or smaller`,
        size.join('x'),
      )
  }
}

/** Width and height of a PNG (its IHDR) or JPEG (its frame header). */
function sizeOf(b: Uint8Array): readonly [number, number] | undefined {
  const v = new DataView(b.buffer, b.byteOffset, b.byteLength)
  if (b.length > 24 && v.getUint32(0) === 0x89504e47) return [v.getUint32(16), v.getUint32(20)]
  if (b.length < 4 || v.getUint16(0) !== 0xffd8) return undefined
  for (let at = 2; at + 9 < b.length; ) {
    if (b[at] !== 0xff) return undefined
    const marker = b[at + 1] ?? 0
    // SOF0 to SOF15, but for the tables among them.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return [v.getUint16(at + 7), v.getUint16(at + 5)]
    at += marker === 0xff ? 1 : 2 + v.getUint16(at + 2)
  }
  return undefined
}
