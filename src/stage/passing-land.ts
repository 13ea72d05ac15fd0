import { Group, Mesh, type MeshStandardNodeMaterial } from 'three/webgpu'
import type { FrameState } from '../film'
import type { SurfaceMaterials } from './materials'
import { geometryOf } from './mesh-arrays'
import { SCENE_IDS, setSceneId } from './scene-id'
import type { SetMeshes } from './set-object'

/** Lengths that are drawn behind the ride and before it. */
const BEHIND = 2
const AHEAD = 3

/**
 * The land that goes by what is driven: one length of it, drawn again and again along the road, moved by how far the ride has
 * come. What the ride does on its springs the land does the other way, for the camera rides too. Casts no shadows.
 */
export class PassingLand {
  readonly object = new Group()
  readonly wheel = new Group()
  readonly glows: { key: string; material: MeshStandardNodeMaterial }[] = []
  readonly #lengths: Group[] = []
  readonly #rim: Mesh | undefined
  readonly #lengthM: number

  constructor({ lengthM, ride, solid, glass, glows, wheel }: NonNullable<SetMeshes['travel']>, materials: SurfaceMaterials) {
    this.#lengthM = lengthM
    const lit = glows.map(({ key, mesh }) => {
      const material = materials.glow.clone() as MeshStandardNodeMaterial
      this.glows.push({ key, material })
      return { geometry: geometryOf(mesh), material }
    })
    const parts = [{ geometry: geometryOf(solid), material: materials.solid }, ...lit]
    if (glass) parts.push({ geometry: geometryOf(glass), material: materials.glass as MeshStandardNodeMaterial })
    const road = new Group()
    road.position.set(-ride[0], 0, -ride[2])
    this.object.position.set(ride[0], 0, ride[2])
    this.object.add(road)
    for (let k = -BEHIND; k <= AHEAD; k++) {
      const length = new Group()
      for (const { geometry, material } of parts) {
        const mesh = new Mesh(geometry, material)
        mesh.receiveShadow = true
        setSceneId(mesh, SCENE_IDS.surroundings)
        length.add(mesh)
      }
      this.#lengths.push(length)
      road.add(length)
    }
    if (!wheel) return
    this.#rim = new Mesh(geometryOf(wheel.mesh), materials.solid)
    this.#rim.castShadow = true
    this.#rim.receiveShadow = true
    setSceneId(this.#rim, SCENE_IDS.set)
    this.wheel.position.set(...wheel.at)
    this.wheel.rotation.set(wheel.lean, 0, 0)
    this.wheel.add(this.#rim)
  }

  /** Puts everything where a frame has it. */
  pose({ travelledM, heave, pitch, roll, yaw, steer }: NonNullable<FrameState['ride']>): void {
    const off = ((travelledM % this.#lengthM) + this.#lengthM) % this.#lengthM
    this.#lengths.forEach((length, i) => {
      length.position.z = (i - BEHIND) * this.#lengthM - off
    })
    this.object.position.y = -heave
    this.object.rotation.set(pitch, -yaw, -roll)
    if (this.#rim) this.#rim.rotation.z = -steer
  }
}
