import { Color, FogExp2, Group, Mesh, type Object3D, PerspectiveCamera, Scene, Vector3, Vector4 } from 'three/webgpu'
import { litSpace } from '../departments/lighting'
import type { SceneLook } from '../departments/retro'
import { type FrameState, quatRotate, type ShotSlice, type Vec3 } from '../film'
import {
  type ActorGeometry,
  type ActorMaterials,
  type ActorObject,
  actorMaterials,
  createActorObject,
  createModelObject,
  type ModelGeometry,
} from './actors'
import { AirUniforms } from './air'
import type { StageBake } from './bake-stage'
import { eyeLight, type LightPart, LightRig, lightningIn } from './lights'
import { createSurfaceMaterials, SceneLookUniforms, type SurfaceMaterials } from './materials'
import { geometryOf, type MeshArrays } from './mesh-arrays'
import type { ShotParts } from './prepare-shot'
import { sceneObjects, setSceneId } from './scene-id'
import { createSetObject, type SetMeshes, type SetObject } from './set-object'
import { type PanoramaTexture, panoramaTexture, SkyDome } from './sky'
import { WeatherField } from './weather'

/** What of the camera a free walk replaces. */
export interface CameraView {
  readonly position: Vec3
  readonly quaternion: readonly [number, number, number, number]
  /** Radians, vertical. */
  readonly fovY: number
}

/** A shot that has been loaded: what of the kept parts it calls for. */
interface Call {
  readonly slice: ShotSlice
  readonly set: SetObject
  readonly volume: NonNullable<ShotParts['bounce']['volume']> | undefined
  readonly panorama: PanoramaTexture | undefined
  readonly actors: ReadonlyMap<string, ActorObject>
  readonly props: ReadonlyMap<string, Mesh>
}

/** How many shots' parts are kept before the oldest are given back. */
const KEPT_SETS = 3
const KEPT_ACTORS = 24
const KEPT_PANORAMAS = 2

/**
 * The one scene: lights, sky and weather for ever, a set, people and props a shot. Loading changes meshes, posing changes
 * numbers; neither compiles a material.
 */
export class ShotStage {
  readonly scene = new Scene()
  readonly camera = new PerspectiveCamera(40, 16 / 9, 0.05, 1200)
  readonly #look = new SceneLookUniforms()
  readonly #materials: SurfaceMaterials
  readonly #actorMaterials: ActorMaterials
  readonly #rig = new LightRig()
  /** What hangs in the air of what was posed last. */
  readonly air = new AirUniforms(this.#rig)
  readonly #sky: SkyDome
  readonly #weather = new WeatherField()
  readonly #players = new Group()
  readonly #fog = new FogExp2(0x000000, 0)
  /** Every part ever sent here and not yet given back, by key; in order of last use. */
  readonly #sets = new Map<string, SetObject>()
  readonly #volumes = new Map<string, NonNullable<ShotParts['bounce']['volume']>>()
  readonly #panoramas = new Map<string, PanoramaTexture>()
  readonly #actors = new Map<string, ActorGeometry | ModelGeometry>()
  readonly #props = new Map<string, MeshArrays>()
  readonly #bodies = new Map<string, ActorObject>()
  /** Pictures of users' models that are on their way. */
  #decoding: Promise<unknown> = Promise.resolve()
  /** Shots that can be posed, the newest last; a transition has two. */
  #ready: Call[] = []
  /** Whose things are in the scene. */
  #onStage: Call | undefined

  constructor(bake: StageBake) {
    this.#materials = createSurfaceMaterials(bake.detail, this.#look)
    this.#actorMaterials = actorMaterials(this.#look, bake.cloth)
    this.#sky = new SkyDome(bake.clouds)
    this.scene.fog = this.#fog
    this.scene.add(this.#rig.group, this.#sky.mesh, this.#weather.group, this.#players)
    this.scene.background = new Color(0x000000)
  }

  /** Keys of the parts that are here: a worker need not send them again. */
  partKeys(): string[] {
    return [...this.#sets.keys(), ...this.#volumes.keys(), ...this.#panoramas.keys(), ...this.#actors.keys(), ...this.#props.keys()]
  }

  /** The shadow maps' side in texels, for the sun; spots have half. False where it is theirs already. */
  setShadowMapSize(size: number): boolean {
    return this.#rig.setShadowSize(size)
  }

  /** How surfaces are drawn from now on: a style's part. Compiles nothing. */
  setSceneLook(look: Pick<SceneLook, 'texture' | 'faceted' | 'snap' | 'bands' | 'tint'>): void {
    this.#look.set(look)
    this.#rig.setTint(look.tint)
  }

  /**
   * Puts a shot on stage.
   * @param parts made by `prepareShot`, here or in a worker, given `partKeys()`.
   * @param beside another loaded shot that stays ready to be posed; all others have to be loaded again.
   */
  load(slice: ShotSlice, parts: ShotParts, beside?: ShotSlice): void {
    const stays = this.#ready.filter((c) => c.slice === beside && c.slice !== slice)
    for (const gone of this.#ready) if (!stays.includes(gone)) for (const prop of gone.props.values()) prop.geometry.dispose()
    const call = this.#call(slice, parts)
    this.#ready = [...stays, call]
    this.#enter(call)
    this.#forget()
  }

  /** Comes when all that was loaded can be drawn as it is: pictures of users' models are decoded meanwhile. */
  async ready(): Promise<void> {
    await this.#decoding
  }

  /** Keeps a shot's parts and makes its props. */
  #call(slice: ShotSlice, parts: ShotParts): Call {
    this.#keep(parts)
    const actors = new Map<string, ActorObject>()
    for (const a of parts.actors) {
      const bodyKey = `${a.key} ${a.character}`
      let body = this.#bodies.get(bodyKey)
      if (!body) {
        const geometry = this.#actors.get(a.key)
        if (!geometry) continue
        if ('parts' in geometry) {
          const model = createModelObject(geometry, this.#look)
          this.#decoding = Promise.all([this.#decoding, model.ready])
          body = model
        } else body = createActorObject(geometry, this.#actorMaterials)
        this.#bodies.set(bodyKey, body)
      }
      actors.set(a.character, body)
    }
    const props = new Map<string, Mesh>()
    for (const p of parts.props) {
      const arrays = this.#props.get(p.key)
      if (!arrays) continue
      const mesh = new Mesh(geometryOf(arrays), this.#materials.solid)
      mesh.castShadow = true
      mesh.receiveShadow = true
      props.set(p.prop, mesh)
    }
    return {
      slice,
      set: this.#sets.get(parts.set.key) as SetObject,
      volume: this.#volumes.get(parts.bounce.key),
      panorama: parts.panorama && this.#panoramas.get(parts.panorama.key),
      actors,
      props,
    }
  }

  /** Changes the scene to a ready shot: objects and contents only, nothing is made or compiled. */
  #enter(call: Call): void {
    const before = this.#onStage?.set
    if (before && before !== call.set) this.scene.remove(before.object)
    this.scene.add(call.set.object)
    this.#players.clear()
    for (const body of call.actors.values()) this.#players.add(body.object)
    for (const prop of call.props.values()) this.#players.add(prop)
    for (const { kind, key, id } of sceneObjects(call.slice)) {
      const named = { person: call.actors.get(key)?.object, prop: call.props.get(key), door: call.set.doors.get(key) }
      const object = kind in named ? named[kind as keyof typeof named] : undefined
      if (object) setSceneId(object, id)
    }
    this.#rig.fit(litSpace(call.slice.set), call.set.standing)
    if (call.volume) this.#rig.setBounce(call.volume)
    this.#sky.show(call.panorama, call.slice.set)
    this.#onStage = call
  }

  /**
   * Sets everything that moves, from the state alone. The shot must be loaded; it enters the scene if another is there.
   * @param aspect of the picture that is drawn.
   * @param view replaces the shot's camera.
   * @param lamp a point of the unit disc: from where on themselves sun and lamps shine; their middle when left out.
   */
  pose(state: FrameState, slice: ShotSlice, aspect: number, view?: CameraView, lamp?: readonly [number, number]): void {
    const stage = this.#ready.find((c) => c.slice === slice)
    if (!stage) throw new Error(`ShotStage.pose: shot ${slice.shot.key} is not loaded`)
    if (stage !== this.#onStage) this.#enter(stage)
    const { light, set } = slice
    const { camera } = this
    const { position, quaternion, fovY } = view ?? state.camera
    camera.position.set(...position)
    camera.quaternion.set(...quaternion)
    camera.fov = (fovY * 180) / Math.PI
    camera.aspect = aspect
    camera.updateProjectionMatrix()
    camera.updateMatrixWorld()

    this.#rig.apply(light, state.lights, lamp)
    this.air.apply(light, state, this.#rig, litSpace(set))
    this.#sky.apply(light, state.timeS, state.weather.wind, lightningIn(light, state.lights))
    this.#weather.apply(light, state.weather, state.timeS, litSpace(set))
    this.#fog.color.setRGB(...state.fog.colour)
    this.#fog.density = state.fog.density
    this.#materials.setWet(state.weather.wet)
    this.#materials.setSnow(state.weather.cover ?? 0, set.interior ? [set.widthM / 2, set.depthM / 2] : undefined)
    stage.set.pose(state, light)
    const { interior } = litSpace(set)
    for (const actor of state.actors) {
      const body = stage.actors.get(actor.key)
      body?.pose(actor)
      if (!body?.eyes) continue
      const caught = eyeLight(light, state.lights, body.eyes.where(), position, interior)
      NORMAL.set(...caught.normal).transformDirection(camera.matrixWorldInverse)
      body.eyes.light.set(NORMAL.x, NORMAL.y, NORMAL.z, caught.radiance)
    }
    for (const prop of state.props) {
      const object = stage.props.get(prop.key)
      if (!object) continue
      object.visible = prop.visible
      object.position.set(...prop.position)
      object.quaternion.set(...prop.quaternion)
      object.updateMatrixWorld()
    }
    sortNearFirst(this.scene, position)
  }

  /** Leaves a part of the light until the next `pose`: first direct light, then the same without shadows, then none. */
  isolate(part: LightPart): void {
    this.#rig.isolate(part)
  }

  /** Does something while only what is solid is there: no panes, no rain, no sky. */
  withSolids<T>(work: () => T): T {
    const hidden: Object3D[] = []
    this.scene.traverseVisible((o) => {
      if (o === this.#sky.mesh || (o instanceof Mesh && [o.material].flat().some((m) => m.transparent))) hidden.push(o)
    })
    // A pane may have children: who is hidden by another is so already.
    for (const o of hidden) o.visible = false
    try {
      return work()
    } finally {
      for (const o of hidden) o.visible = true
    }
  }

  /**
   * Where a point of the world (`w` 1) or a direction (`w` 0) is seen by the posed camera.
   * @returns x and y in parts of the picture from its top left, and metres before the lens; null behind it.
   */
  project(at: Vec3, w: 0 | 1): { readonly x: number; readonly y: number; readonly distance: number } | null {
    const place = new Vector4(...at, w).applyMatrix4(this.camera.matrixWorldInverse)
    const distance = -place.z
    if (distance <= this.camera.near) return null
    place.applyMatrix4(this.camera.projectionMatrix)
    return { x: (place.x / place.w + 1) / 2, y: (1 - place.y / place.w) / 2, distance }
  }

  /** Where the camera stands now, and a point before it. */
  cameraPose(): { readonly position: Vec3; readonly target: Vec3; readonly fovY: number } {
    const { position: p, quaternion: q } = this.camera
    const ahead = quatRotate([q.x, q.y, q.z, q.w], [0, 0, -3])
    return { position: [p.x, p.y, p.z], target: [p.x + ahead[0], p.y + ahead[1], p.z + ahead[2]], fovY: (this.camera.fov * Math.PI) / 180 }
  }

  dispose(): void {
    for (const s of this.#sets.values()) s.dispose()
    for (const b of this.#bodies.values()) b.dispose()
    for (const c of this.#ready) for (const prop of c.props.values()) prop.geometry.dispose()
    for (const p of this.#panoramas.values()) p.texture.dispose()
    this.air.dispose()
    this.#rig.dispose()
    this.#materials.dispose()
    this.#actorMaterials.dispose()
    this.#sky.dispose()
    this.#weather.dispose()
  }

  #keep(parts: ShotParts): void {
    const touch = <T>(map: Map<string, T>, key: string, made: T | undefined) => {
      const value = made ?? map.get(key)
      if (value === undefined) throw new Error(`ShotStage.load: part ${key} was neither sent nor here`)
      map.delete(key)
      map.set(key, value)
    }
    const placed = (meshes: SetMeshes | undefined) => meshes && createSetObject(meshes, this.#materials)
    touch(this.#sets, parts.set.key, placed(parts.set.meshes))
    touch(this.#volumes, parts.bounce.key, parts.bounce.volume)
    if (parts.panorama) {
      const { key, texels } = parts.panorama
      touch(this.#panoramas, key, texels && panoramaTexture(texels))
    }
    for (const a of parts.actors) touch(this.#actors, a.key, a.geometry)
    for (const p of parts.props) touch(this.#props, p.key, p.mesh)
  }

  /** Gives back what was used longest ago. */
  #forget(): void {
    for (const [key, set] of this.#sets) {
      if (this.#sets.size <= KEPT_SETS) break
      if (this.#ready.some((c) => c.set === set)) continue
      set.dispose()
      this.#sets.delete(key)
    }
    for (const key of this.#volumes.keys()) {
      if (this.#volumes.size <= KEPT_SETS * 2) break
      this.#volumes.delete(key)
    }
    for (const [key, panorama] of this.#panoramas) {
      if (this.#panoramas.size <= KEPT_PANORAMAS) break
      if (this.#ready.some((c) => c.panorama === panorama)) continue
      panorama.texture.dispose()
      this.#panoramas.delete(key)
    }
    const inUse = new Set(this.#ready.flatMap((c) => [...c.actors.values()]))
    for (const [key, body] of this.#bodies) {
      if (this.#bodies.size <= KEPT_ACTORS) break
      if (inUse.has(body)) continue
      body.dispose()
      this.#bodies.delete(key)
    }
    for (const key of this.#actors.keys()) {
      if (this.#actors.size <= KEPT_ACTORS) break
      if (![...this.#bodies.keys()].some((b) => b.startsWith(key))) this.#actors.delete(key)
    }
  }
}

/** Written anew for everything of every frame: kept, so that none of them is garbage. */
const EYE = new Vector3()
const CENTRE = new Vector3()
const NORMAL = new Vector3()

/** Draws what is near before what it hides: three sorts by objects' origins, which chunks of a set and skinned people do not stand at. */
function sortNearFirst(scene: Scene, camera: Vec3): void {
  EYE.set(...camera)
  scene.traverse((object) => {
    if (!(object instanceof Mesh) || Array.isArray(object.material) || object.material.transparent) return
    const sphere = object.geometry.boundingSphere
    if (sphere && object.renderOrder < 1e6) object.renderOrder = EYE.distanceTo(CENTRE.copy(sphere.center).applyMatrix4(object.matrixWorld))
  })
}
