import { Gltf } from './gltf'
import { ModelError } from './model-error'

/** Bytes of a model at most. */
export const MOST_MODEL_BYTES = 50 * 1024 * 1024

/** A model file taken apart: what it says, and its numbers. */
export interface Glb {
  readonly json: Gltf
  readonly bin: Uint8Array
}

/** Extensions that a file may call for: what they add is either read or only makes surfaces prettier. */
const KNOWN = /^(?:VRM|VRMC_.*|KHR_materials_.*|KHR_texture_transform|KHR_mesh_quantization|KHR_lights_punctual)$/
const EMBED = 'export it again as one .glb or .vrm file with everything embedded'

/**
 * Takes a binary glTF 2.0 file apart (Khronos glTF 2.0, 4.4: header, JSON chunk, BIN chunk).
 * @throws ModelError for anything else, for what lies outside of the file, and for compression that nobody here undoes.
 */
export function readGlb(bytes: Uint8Array): Glb {
  if (bytes.byteLength > MOST_MODEL_BYTES)
    throw new ModelError(
      'model.size',
      '',
      `the file has ${Math.ceil(bytes.byteLength / 1048576)} MB; up to ${MOST_MODEL_BYTES / 1048576} MB are taken`,
      'halve its textures, or reduce its meshes',
      bytes.byteLength,
    )
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const u32 = (at: number) => view.getUint32(at, true)
  const begins = String.fromCharCode(...bytes.subarray(0, 4)).replace(/[^\x20-\x7e]/g, '·')
  if (bytes.byteLength < 20 || u32(0) !== 0x46546c67)
    throw begins.trimStart().startsWith('{')
      ? new ModelError('model.external', 'byte 0', 'this is the text form of glTF, whose meshes lie in other files', EMBED, begins)
      : new ModelError('model.container', 'byte 0', 'this is no glTF file: one begins with "glTF"', 'export it as .glb or .vrm', begins)
  if (u32(4) !== 2) throw new ModelError('model.version', 'byte 4', 'only version 2 of glTF is read', 'export it as glTF 2.0', u32(4))
  if (u32(8) > bytes.byteLength)
    throw new ModelError(
      'model.cut-off',
      'byte 8',
      `the file ends after ${bytes.byteLength} of ${u32(8)} bytes`,
      'copy or export it again',
      u32(8),
    )
  let json: string | undefined
  let bin: Uint8Array = new Uint8Array(0)
  for (let at = 12; at + 8 <= bytes.byteLength; ) {
    const [size, kind] = [u32(at), u32(at + 4)]
    if (at + 8 + size > bytes.byteLength)
      throw new ModelError('model.cut-off', `byte ${at}`, 'a part of the file reaches beyond its end', 'copy or export it again', size)
    const part = bytes.subarray(at + 8, at + 8 + size)
    if (kind === 0x4e4f534a && json === undefined) json = new TextDecoder().decode(part)
    else if (kind === 0x004e4942 && bin.length === 0) bin = part
    at += 8 + Math.ceil(size / 4) * 4
  }
  if (json === undefined) throw new ModelError('model.container', 'byte 12', 'the file has no JSON part', 'export it again')
  return { json: checked(json), bin }
}

function checked(text: string): Gltf {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch (error) {
    throw new ModelError('model.json', 'byte 20', `its JSON part cannot be read: ${(error as Error).message}`, 'export it again')
  }
  const read = Gltf.safeParse(data)
  if (!read.success) {
    const [issue] = read.error.issues
    const place = (issue?.path ?? []).map((p) => (typeof p === 'number' ? `[${p}]` : `.${String(p)}`)).join('')
    throw new ModelError('model.json', place.replace(/^\./, ''), issue?.message ?? 'it is not as glTF 2.0 has it', 'export it again')
  }
  const json = read.data as Gltf
  for (const [list, i, uri] of [
    ...(json.buffers ?? []).map((b, i) => ['buffers', i, b.uri] as const),
    ...(json.images ?? []).map((b, i) => ['images', i, b.uri] as const),
  ])
    if (uri !== undefined)
      throw new ModelError('model.external', `${list}[${i}].uri`, 'a part of the model lies outside of the file', EMBED, uri.slice(0, 60))
  const unknown = (json.extensionsRequired ?? []).find((e) => !KNOWN.test(e))
  if (unknown !== undefined)
    throw new ModelError(
      'model.extension',
      'extensionsRequired',
      `it cannot be read without ${unknown}`,
      'export it without compression, with PNG or JPEG textures',
      unknown,
    )
  return json
}
