import { type BufferGeometry, Group, Mesh, type MeshStandardNodeMaterial } from 'three/webgpu'
import { type FrameState, hexToLinear, type LightPlan, type SetSpec, type Vec3 } from '../film'
import { type ChunkedMesh, chunkBuffers, chunkGeometries, chunkMesh } from './chunk-mesh'
import { STANDING_LAYER } from './lights'
import type { SurfaceMaterials } from './materials'
import { arraysOf, buffersOf, geometryOf, type MeshArrays } from './mesh-arrays'
import { PassingLand } from './passing-land'
import { SCENE_IDS, setSceneId } from './scene-id'
import { buildSet, type SetGeometry, WINDOW_LIGHTS } from './sets'

/** Sides of the columns that sets are cut into for culling, metres. */
const ROOM_CELL_M = 2.2
const LAND_CELL_M = 9
const BACKDROP_CELL_M = 130

/** A set's meshes as plain arrays. */
export interface SetMeshes {
  readonly solid: ChunkedMesh
  readonly glass?: MeshArrays
  readonly backdrop?: ChunkedMesh
  readonly glows: readonly { readonly key: string; readonly mesh: MeshArrays }[]
  readonly travel?: {
    readonly lengthM: number
    readonly ride: Vec3
    readonly solid: MeshArrays
    readonly glass?: MeshArrays
    readonly glows: readonly { readonly key: string; readonly mesh: MeshArrays }[]
    readonly wheel?: { readonly mesh: MeshArrays; readonly at: Vec3; readonly lean: number }
  }
  readonly doors: readonly {
    readonly key: string
    readonly mesh: MeshArrays
    readonly pivot: Vec3
    readonly yaw: number
    readonly openAngle: number
    readonly slide?: Vec3
    readonly shutWidth?: number
    readonly glass?: MeshArrays
  }[]
}

/** Builds a set's meshes; pure. */
export function setMeshes(set: SetSpec): SetMeshes {
  const g = buildSet(set)
  return {
    solid: chunkMesh(arraysOf(g.solid), set.interior ? ROOM_CELL_M : LAND_CELL_M),
    ...(g.glass ? { glass: arraysOf(g.glass) } : {}),
    ...(g.backdrop ? { backdrop: chunkMesh(arraysOf(g.backdrop), BACKDROP_CELL_M) } : {}),
    glows: g.glows.map(({ key, geometry }) => ({ key, mesh: arraysOf(geometry) })),
    doors: g.doors.map(({ geometry, glass, ...d }) => ({ ...d, mesh: arraysOf(geometry), ...(glass ? { glass: arraysOf(glass) } : {}) })),
    ...(g.travel ? { travel: travelMeshes(g.travel) } : {}),
  }
}

const travelMeshes = ({ lengthM, ride, solid, glass, glows, wheel }: NonNullable<SetGeometry['travel']>): SetMeshes['travel'] => ({
  lengthM,
  ride,
  solid: arraysOf(solid),
  ...(glass ? { glass: arraysOf(glass) } : {}),
  glows: glows.map(({ key, geometry }) => ({ key, mesh: arraysOf(geometry) })),
  ...(wheel ? { wheel: { mesh: arraysOf(wheel.geometry), at: wheel.at, lean: wheel.lean } } : {}),
})

/** The buffers behind a set's meshes, for a transfer. */
export const setBuffers = (m: SetMeshes): ArrayBuffer[] => [
  ...chunkBuffers(m.solid),
  ...(m.backdrop ? chunkBuffers(m.backdrop) : []),
  ...[m.glass, ...m.glows.map((g) => g.mesh), ...m.doors.flatMap((d) => [d.mesh, d.glass]), ...travelArrays(m.travel)].flatMap((a) =>
    a ? buffersOf(a) : [],
  ),
]

const travelArrays = (t: SetMeshes['travel']) => (t ? [t.solid, t.glass, t.wheel?.mesh, ...t.glows.map((g) => g.mesh)] : [])

/** A set on stage. */
export interface SetObject {
  readonly object: Group
  /** What of it shades and never moves, in STANDING_LAYER too. */
  readonly standing: Group
  /** Leaves of doors by the key of their opening. */
  readonly doors: ReadonlyMap<string, Mesh>
  /** Opens doors and lights lamps as a frame says. */
  pose(state: FrameState, light: LightPlan): void
  dispose(): void
}

/** Makes the three.js objects of a set. Materials are shared; each lamp has a clone of `glow` with a colour of its own. */
export function createSetObject(meshes: SetMeshes, materials: SurfaceMaterials): SetObject {
  const object = new Group()
  const standing = new Group()
  object.add(standing)
  const addGeometry = (geometry: BufferGeometry, material: Mesh['material'], shadows: boolean) => {
    const mesh = new Mesh(geometry, material)
    mesh.castShadow = shadows
    mesh.receiveShadow = shadows
    object.add(mesh)
    setSceneId(mesh, SCENE_IDS.set)
    return mesh
  }
  const add = (arrays: MeshArrays, material: Mesh['material'], shadows: boolean) => addGeometry(geometryOf(arrays), material, shadows)
  for (const g of chunkGeometries(meshes.solid)) {
    const mesh = addGeometry(g, materials.solid, true)
    mesh.layers.enable(STANDING_LAYER)
    standing.add(mesh)
  }
  if (meshes.backdrop)
    for (const g of chunkGeometries(meshes.backdrop)) setSceneId(addGeometry(g, materials.solid, false), SCENE_IDS.surroundings)
  const glass = meshes.glass && add(meshes.glass, materials.glass, false)
  if (glass) glass.renderOrder = 10
  const glows = meshes.glows.map(({ key, mesh }) => {
    const material = materials.glow.clone() as MeshStandardNodeMaterial
    add(mesh, material, false)
    return { key, material }
  })
  const doors = meshes.doors.map(({ key, mesh, glass: paneArrays, pivot, ...moves }) => {
    const leaf = add(mesh, materials.solid, true)
    leaf.position.set(...pivot)
    const pane = paneArrays && add(paneArrays, materials.glass, false)
    if (pane) {
      pane.renderOrder = 10
      leaf.add(pane)
    }
    return { key, leaf, pivot, moves }
  })
  const land = meshes.travel && new PassingLand(meshes.travel, materials)
  if (land) {
    object.add(land.object, land.wheel)
    glows.push(...land.glows)
  }
  return {
    object,
    standing,
    doors: new Map(doors.map((d) => [d.key, d.leaf])),
    pose(state, light) {
      for (const { key, material } of glows) {
        const glow = light.glow[key]
        const strength = key === WINDOW_LIGHTS ? windowRadiance(light) : (glow?.strength ?? 0) * (state.lights.glow[key] ?? 1)
        const colour: Vec3 = glow?.colour ?? hexToLinear('#ffd9a0')
        material.emissive.setRGB(colour[0] * strength, colour[1] * strength, colour[2] * strength)
      }
      if (state.ride) land?.pose(state.ride)
      for (const { key, leaf, pivot, moves } of doors) {
        const open = state.doors[key] ?? 0
        const { yaw, openAngle, slide, shutWidth } = moves
        leaf.rotation.set(0, yaw + openAngle * open, 0)
        if (slide) leaf.position.set(pivot[0] + slide[0] * open, pivot[1] + slide[1] * open, pivot[2] + slide[2] * open)
        if (shutWidth !== undefined) leaf.scale.x = shutWidth + (1 - shutWidth) * open
      }
    },
    dispose() {
      object.traverse((o) => {
        if (o instanceof Mesh) o.geometry.dispose()
      })
      for (const { material } of glows) material.dispose()
    },
  }
}

/** Radiance of lit windows far away: bright by night, hardly seen by day. */
const windowRadiance = (light: LightPlan): number => (light.sky.stars > 0.2 || light.sky.moon > 0.5 ? 0.9 : 0.08) / light.exposure
