import { BufferAttribute, BufferGeometry, Sphere, Vector3 } from 'three/webgpu'
import { buffersOf, type MeshArrays } from './mesh-arrays'

/** A part of a mesh that is near itself: its triangles, and a sphere round them. */
interface Chunk {
  readonly index: Uint32Array
  readonly centre: readonly [number, number, number]
  readonly radius: number
}

/** A mesh whose triangles are sorted by place, so that what the camera or a lamp does not see is not drawn. */
export interface ChunkedMesh {
  readonly mesh: MeshArrays
  readonly chunks: readonly Chunk[]
}

/**
 * Sorts a mesh's triangles into square columns of the ground.
 * @param cellM side of a column, metres; a triangle belongs where its middle is.
 */
export function chunkMesh(mesh: MeshArrays, cellM: number): ChunkedMesh {
  const position = mesh.attributes.position?.array
  if (!position) throw new TypeError('chunkMesh: the mesh has no position attribute')
  const { index } = mesh
  const cells = new Map<string, number[]>()
  // What was built last (furniture) is drawn first: it hides what was built first (walls, ground), which then need not be shaded.
  for (let i = index.length - 3; i >= 0; i -= 3) {
    const at = (axis: number) =>
      ((position[index[i]! * 3 + axis]! + position[index[i + 1]! * 3 + axis]! + position[index[i + 2]! * 3 + axis]!) / 3 / cellM) as number
    const key = `${Math.floor(at(0))},${Math.floor(at(2))}`
    let cell = cells.get(key)
    if (!cell) {
      cell = []
      cells.set(key, cell)
    }
    cell.push(index[i]!, index[i + 1]!, index[i + 2]!)
  }
  return {
    mesh: { attributes: mesh.attributes, index: new Uint32Array(0) },
    chunks: [...cells.values()].map((ids) => bounded(Uint32Array.from(ids), position)),
  }
}

function bounded(index: Uint32Array, position: Float32Array): Chunk {
  const low = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  const high = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const i of index)
    for (let k = 0; k < 3; k++) {
      const v = position[i * 3 + k]!
      low[k] = Math.min(low[k]!, v)
      high[k] = Math.max(high[k]!, v)
    }
  const centre = [0, 1, 2].map((k) => (low[k]! + high[k]!) / 2) as [number, number, number]
  return { index, centre, radius: Math.hypot(high[0]! - low[0]!, high[1]! - low[1]!, high[2]! - low[2]!) / 2 }
}

/** A geometry for each chunk; all share the attributes' buffers. */
export function chunkGeometries({ mesh, chunks }: ChunkedMesh): BufferGeometry[] {
  const shared = Object.entries(mesh.attributes).map(([name, { array, itemSize }]) => [name, new BufferAttribute(array, itemSize)] as const)
  return chunks.map(({ index, centre, radius }) => {
    const g = new BufferGeometry()
    for (const [name, attribute] of shared) g.setAttribute(name, attribute)
    g.setIndex(new BufferAttribute(index, 1))
    g.boundingSphere = new Sphere(new Vector3(...centre), radius)
    return g
  })
}

/** The buffers behind a chunked mesh, for a transfer. */
export const chunkBuffers = ({ mesh, chunks }: ChunkedMesh): ArrayBuffer[] => [
  ...buffersOf(mesh),
  ...chunks.map((c) => c.index.buffer as ArrayBuffer),
]
