import { MeshBatch } from './geometry'
import { arraysOf, type MeshArrays } from './mesh-arrays'
import { buildHandProp, buildProp, type PropLook } from './props'

/** One thing as plain arrays: metres, standing on y = 0, its front towards +z. */
export interface PropMeshes {
  readonly solid?: MeshArrays
  readonly glass?: MeshArrays
  /** What of it shines when it is on. */
  readonly glow?: MeshArrays
}

/** A thing of the catalogue as plain arrays; pure. */
export function propMeshes(id: string, size: readonly [number, number, number], look: PropLook): PropMeshes {
  const batch = new MeshBatch()
  batch.glowKey = 'own'
  buildProp(id, size, look, batch)
  const [solid, glass, glow] = ['solid', 'glass', 'glow:own'].map((layer) => batch.geometry(layer))
  return {
    ...(solid ? { solid: arraysOf(solid) } : {}),
    ...(glass ? { glass: arraysOf(glass) } : {}),
    ...(glow ? { glow: arraysOf(glow) } : {}),
  }
}

/** Something carried as plain arrays: its origin is the grip, it points along +z. */
export const handPropMesh = (id: string, colour?: string): MeshArrays => arraysOf(buildHandProp(id, colour))
