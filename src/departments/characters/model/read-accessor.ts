import { ModelError } from './model-error'
import type { Glb } from './read-glb'

const WIDTH: Readonly<Record<string, number>> = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4, MAT4: 16 }
/** Bytes, what a normalised number is divided by, and how one is read, by glTF's component types. */
const COMPONENTS: Readonly<Record<number, readonly [bytes: number, whole: number, read: (v: DataView, at: number) => number]>> = {
  5120: [1, 127, (v, at) => v.getInt8(at)],
  5121: [1, 255, (v, at) => v.getUint8(at)],
  5122: [2, 32767, (v, at) => v.getInt16(at, true)],
  5123: [2, 65535, (v, at) => v.getUint16(at, true)],
  5125: [4, 1, (v, at) => v.getUint32(at, true)],
  5126: [4, 1, (v, at) => v.getFloat32(at, true)],
}
/** Numbers of one accessor at most: no person has more. */
const MOST_NUMBERS = 8_000_000

const bad = (place: string, message: string, value?: string | number) =>
  new ModelError('model.data', place, message, 'export it again', value)

/**
 * The numbers of an accessor, normalised ones as −1 to 1 (Khronos glTF 2.0, 3.6.2), sparse ones filled in.
 * @param type what it has to be of: `VEC3`.
 * @throws ModelError where it is missing, of another type, or reaches out of the file.
 */
export function readAccessor({ json, bin }: Glb, index: number, type: string, place: string): Float32Array {
  const accessor = json.accessors?.[index]
  if (!accessor) throw bad(place, 'it names an accessor that is not there', index)
  const at = `accessors[${index}]`
  if (accessor.type !== type) throw bad(at, `${place} wants ${type}`, accessor.type)
  const width = WIDTH[type] ?? 1
  if (accessor.count * width > MOST_NUMBERS) throw bad(at, 'it is too long', accessor.count)
  const out = new Float32Array(accessor.count * width)
  /** Reads `count` rows of a buffer view into places of the answer. */
  const rows = (
    from: { readonly bufferView: number; readonly byteOffset?: number | undefined },
    componentType: number,
    count: number,
    wide: number,
    put: (row: number, column: number, value: number) => void,
    normalized = false,
  ) => {
    const view = json.bufferViews?.[from.bufferView]
    const component = COMPONENTS[componentType]
    if (view?.buffer !== 0) throw bad(at, 'it names a buffer view that is not there', from.bufferView)
    if (!component) throw bad(at, 'numbers of an unknown kind', componentType)
    const [bytes, whole, read] = component
    const stride = view.byteStride || bytes * wide
    const start = (view.byteOffset ?? 0) + (from.byteOffset ?? 0)
    const end = start + stride * (count - 1) + bytes * wide
    if (count > 0 && (end > bin.byteLength || end > (view.byteOffset ?? 0) + view.byteLength))
      throw bad(at, `it reaches to byte ${end} of ${bin.byteLength}`, end)
    const data = new DataView(bin.buffer, bin.byteOffset, bin.byteLength)
    const isSigned = componentType === 5120 || componentType === 5122
    for (let i = 0; i < count; i++)
      for (let k = 0; k < wide; k++) {
        const raw = read(data, start + i * stride + k * bytes)
        put(i, k, normalized ? Math.max(raw / whole, isSigned ? -1 : 0) : raw)
      }
  }
  if (accessor.bufferView !== undefined)
    rows(
      { bufferView: accessor.bufferView, byteOffset: accessor.byteOffset },
      accessor.componentType,
      accessor.count,
      width,
      (i, k, value) => {
        out[i * width + k] = value
      },
      accessor.normalized,
    )
  const { sparse } = accessor
  if (sparse && sparse.count > 0) {
    const places = new Uint32Array(sparse.count)
    rows(sparse.indices, sparse.indices.componentType, sparse.count, 1, (i, _, value) => {
      places[i] = value
    })
    if (places.some((p) => p >= accessor.count)) throw bad(at, 'a sparse value lies outside of it')
    rows(
      sparse.values,
      accessor.componentType,
      sparse.count,
      width,
      (i, k, value) => {
        out[(places[i] ?? 0) * width + k] = value
      },
      accessor.normalized,
    )
  }
  if (out.some((v) => !Number.isFinite(v))) throw bad(at, 'it holds numbers that are none (NaN, infinity)')
  return out
}
