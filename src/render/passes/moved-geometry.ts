import {
  BufferGeometry,
  InterleavedBuffer,
  InterleavedBufferAttribute,
  Matrix4,
  Mesh,
  type Object3D,
  SkinnedMesh,
  Vector3,
} from 'three/webgpu'

/** Where everything of a scene is at a moment: matrices of what is rigid, places of every vertex of what bends. World space. */
export type Whereabouts = ReadonlyMap<Object3D, Matrix4 | Float32Array>

const bends = (mesh: Mesh): boolean => mesh instanceof SkinnedMesh || (mesh.morphTargetInfluences?.length ?? 0) > 0

/** Reads where what is visible of a posed scene is. */
export function whereabouts(scene: Object3D): Whereabouts {
  const found = new Map<Object3D, Matrix4 | Float32Array>()
  scene.updateMatrixWorld()
  scene.traverseVisible((o) => {
    if (o instanceof Mesh) found.set(o, bends(o) ? verticesOf(o) : o.matrixWorld.clone())
  })
  return found
}

function verticesOf(mesh: Mesh): Float32Array {
  const { position, skinIndex } = mesh.geometry.attributes
  // Morphs may have room for more vertices than there are.
  const count = Math.min(position!.count, skinIndex?.count ?? position!.count)
  const out = new Float32Array(position!.count * 3)
  const at = new Vector3()
  for (let i = 0; i < count; i++)
    mesh
      .getVertexPosition(i, at)
      .applyMatrix4(mesh.matrixWorld)
      .toArray(out, i * 3)
  return out
}

interface Moved {
  readonly geometry: BufferGeometry
  readonly buffer: InterleavedBuffer
}

/** Floats a vertex: where it was and where it will be. */
const WIDTH = 6

/** By the geometry that is meant: of the same attributes and two more. Never disposed of: they share their buffers. */
const made = new WeakMap<BufferGeometry, Moved>()

function movedOf(meant: BufferGeometry): Moved {
  const has = made.get(meant)
  if (has) return has
  const geometry = new BufferGeometry()
  for (const [name, attribute] of Object.entries(meant.attributes)) geometry.setAttribute(name, attribute)
  geometry.setIndex(meant.index)
  geometry.morphAttributes = meant.morphAttributes
  geometry.morphTargetsRelative = meant.morphTargetsRelative
  geometry.boundingSphere = meant.boundingSphere
  const buffer = new InterleavedBuffer(new Float32Array(meant.attributes.position!.count * WIDTH), WIDTH)
  geometry.setAttribute('before', new InterleavedBufferAttribute(buffer, 3, 0))
  geometry.setAttribute('after', new InterleavedBufferAttribute(buffer, 3, 3))
  const moved = { geometry, buffer }
  made.set(meant, moved)
  return moved
}

/** Where rigid things were and will be, for `movedTo`. */
const matrices = { before: new WeakMap<Object3D, Matrix4>(), after: new WeakMap<Object3D, Matrix4>() }
const HERE = new Matrix4()

/** Where a rigid thing is then: as it is now where nothing is known. */
export const matrixAt = (when: 'before' | 'after', object: Object3D | null): Matrix4 =>
  (object && (matrices[when].get(object) ?? object.matrixWorld)) || HERE

/** Does something while everything knows where it was and will be: what bends by its attributes `before` and `after`, the rest by `matrixAt`. */
export function withWhereabouts<T>(scene: Object3D, before: Whereabouts, after: Whereabouts, work: () => T): T {
  const swapped: [Mesh, BufferGeometry][] = []
  scene.traverseVisible((o) => {
    if (!(o instanceof Mesh)) return
    const [was, will] = [before.get(o), after.get(o)]
    for (const [when, at] of [
      ['before', was],
      ['after', will],
    ] as const)
      if (at instanceof Matrix4) matrices[when].set(o, at)
      else matrices[when].delete(o)
    if (!bends(o)) return
    const { geometry, buffer } = movedOf(o.geometry)
    const now = was instanceof Float32Array && will instanceof Float32Array ? undefined : verticesOf(o)
    const [a, b] = [was instanceof Float32Array ? was : now!, will instanceof Float32Array ? will : now!]
    const out = buffer.array as Float32Array
    for (let i = 0, to = 0; i < a.length; i += 3, to += WIDTH)
      for (let c = 0; c < 3; c++) {
        out[to + c] = a[i + c]!
        out[to + 3 + c] = b[i + c]!
      }
    buffer.needsUpdate = true
    swapped.push([o, o.geometry])
    o.geometry = geometry
  })
  try {
    return work()
  } finally {
    for (const [mesh, geometry] of swapped) mesh.geometry = geometry
  }
}
