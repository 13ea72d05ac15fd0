import { BufferAttribute, BufferGeometry } from 'three/webgpu'

/** A mesh as plain arrays, ready to be handed from thread to thread. */
export interface MeshArrays {
  readonly attributes: Readonly<Record<string, { readonly array: Float32Array; readonly itemSize: number }>>
  readonly index: Uint32Array
}

/** The plain arrays of a geometry; shares them. */
export function arraysOf(geometry: BufferGeometry): MeshArrays {
  const attributes: Record<string, { array: Float32Array; itemSize: number }> = {}
  for (const [name, a] of Object.entries(geometry.attributes)) attributes[name] = { array: a.array as Float32Array, itemSize: a.itemSize }
  return { attributes, index: geometry.index?.array as Uint32Array }
}

/** A geometry of plain arrays, with its bounds. */
export function geometryOf({ attributes, index }: MeshArrays): BufferGeometry {
  const g = new BufferGeometry()
  for (const [name, { array, itemSize }] of Object.entries(attributes)) g.setAttribute(name, new BufferAttribute(array, itemSize))
  g.setIndex(new BufferAttribute(index, 1))
  g.computeBoundingSphere()
  g.computeBoundingBox()
  return g
}

/** The buffers behind some arrays, for a transfer. */
export const buffersOf = ({ attributes, index }: MeshArrays): ArrayBuffer[] => [
  ...Object.values(attributes).map((a) => a.array.buffer as ArrayBuffer),
  index.buffer as ArrayBuffer,
]
