import { validateBytes } from 'gltf-validator'
import {
  AnimationMixer,
  type DirectionalLight,
  type Mesh,
  type PerspectiveCamera,
  Quaternion,
  type SkinnedMesh,
  type SpotLight,
  Vector3,
} from 'three'
import { beforeAll, describe, expect, it } from 'vitest'
import { readScript } from '../../../src/departments/development'
import { BONES, figureOf, type ShotSlice } from '../../../src/film'
import { frameState, worldJoints } from '../../../src/motion'
import { planFilm, sliceOf } from '../../../src/production'
import { actorModel, propModel, setModel, shotModel } from '../../../src/production/modelling'
import { FACE_CHANNELS } from '../../../src/stage'
import { loadGltf, named } from './load-gltf'

const FILM = planFilm(
  readScript({
    name: 'two.fountain',
    bytes: new TextEncoder().encode(`INT. KITCHEN - NIGHT

MARA (34, tall, striped shirt, long skirt, black hair) walks to the table and picks up a cup. PIP (6, small, yellow boots) waves.

PIP
It snows!

INT. CAR - MOVING - DAY

MARA drives.

MARA
Then we go.
`),
  }),
)
const slices = FILM.store.plan.shots.map((s) => sliceOf(FILM.store, s.key))

/** Khronos' own word on a file: no errors, and no warnings but of meshes that hang below their person. */
async function valid(bytes: Uint8Array) {
  const { issues } = await validateBytes(bytes, { ignoredIssues: ['NODE_SKINNED_MESH_NON_ROOT'] })
  expect(issues.messages.filter((m) => m.severity < 2).slice(0, 5)).toEqual([])
}

/** What the validator says of a file that is wrong, so that it is known to look. */
it('the validator finds what is wrong', async () => {
  const good = await propModel('chair')
  const text = new TextDecoder('latin1').decode(good)
  const at = text.indexOf('"POSITION":0')
  const bad = good.slice()
  bad[at + 11] = '9'.charCodeAt(0)
  const { issues } = await validateBytes(bad)
  expect(issues.numErrors).toBeGreaterThan(0)
})

describe('a thing', () => {
  it('is a valid file, in metres, on the ground', async () => {
    const bytes = await propModel('armchair')
    await valid(bytes)
    const { scene } = await loadGltf(bytes)
    scene.updateMatrixWorld(true)
    const low = new Vector3(9, 9, 9)
    const high = new Vector3(-9, -9, -9)
    scene.traverse((o) => {
      const { geometry } = o as Mesh
      if (!geometry) return
      geometry.computeBoundingBox()
      low.min(geometry.boundingBox!.min)
      high.max(geometry.boundingBox!.max)
    })
    expect(high.y - low.y).toBeCloseTo(0.92, 1)
    expect(low.y).toBeCloseTo(0, 2)
    expect(high.x - low.x).toBeCloseTo(0.86, 1)
  })

  it('says what there is none of', async () => {
    await expect(propModel('armchiar')).rejects.toThrow('did you mean armchair')
  })
})

it('a set is a valid file with a node for everything that stands in it', async () => {
  const { set, light } = slices[0]!
  const bytes = await setModel(set, light)
  await valid(bytes)
  const { scene } = await loadGltf(bytes)
  const table = set.placements.find((p) => p.prop === 'table') ?? set.placements[0]!
  const at = named(scene, table.key).position
  expect([at.x, at.y, at.z]).toEqual(table.position.map((v) => expect.closeTo(v, 5)))
})

describe('somebody', () => {
  let bytes: Uint8Array
  const spec = slices[0]!.cast.find((c) => c.name === 'MARA')!
  beforeAll(async () => {
    bytes = await actorModel(spec)
  })

  it('is a valid file with every bone, every face and printed cloth', async () => {
    await valid(bytes)
    const { scene } = await loadGltf(bytes)
    const meshes: SkinnedMesh[] = []
    scene.traverse((o) => {
      if ((o as SkinnedMesh).isSkinnedMesh) meshes.push(o as SkinnedMesh)
    })
    expect(meshes[0]!.skeleton.bones).toHaveLength(BONES.length + 4)
    expect(named(scene, 'leftThumbMetacarpal').parent!.name).toBe('leftHand')
    expect(Object.keys(meshes.find((m) => m.morphTargetDictionary)!.morphTargetDictionary!)).toEqual([...FACE_CHANNELS])
    expect(meshes.some((m) => (m.material as { name: string }).name.endsWith('stripes'))).toBe(true)
  })

  it('walks in a loop that closes, as long as a cycle is', async () => {
    const { scene, animations } = await loadGltf(bytes)
    const names = animations.map((a) => a.name)
    for (const name of ['idle', 'walk', 'run', 'sit', 'talk', 'wave', 'dance']) expect(names).toContain(name)
    const walk = animations.find((a) => a.name === 'walk')!
    expect(walk.duration).toBeGreaterThan(0.7)
    expect(walk.duration).toBeLessThan(1.6)
    const mixer = new AnimationMixer(scene)
    mixer.clipAction(walk).play()
    const foot = (t: number) => {
      mixer.setTime(t)
      scene.updateMatrixWorld(true)
      return new Vector3().setFromMatrixPosition(named(scene, 'leftFoot').matrixWorld)
    }
    const begin = foot(0)
    expect(begin.distanceTo(foot(walk.duration / 2))).toBeGreaterThan(0.3)
    expect(begin.distanceTo(foot(walk.duration * 0.99999))).toBeLessThan(0.01)
  })
})

describe('a shot', () => {
  const loaded = async (slice: ShotSlice) => {
    const bytes = await shotModel(slice)
    await valid(bytes)
    const { scene, animations } = await loadGltf(bytes)
    const [clip] = animations
    if (!clip) throw new Error('nothing moves')
    const mixer = new AnimationMixer(scene)
    mixer.clipAction(clip).play()
    const at = (frame: number) => {
      mixer.setTime((frame * slice.shot.fps.den) / slice.shot.fps.num)
      scene.updateMatrixWorld(true)
    }
    return { scene, clip, at }
  }

  it('has feet, hands, camera and lamps where the stage has them, at any frame; lamps in candela at the exposure', async () => {
    const slice = slices.find((s) => s.cast.length > 0 && s.shot.frames > 20)!
    const { scene, clip, at } = await loaded(slice)
    const last = slice.shot.frames - 1
    expect(clip.duration).toBeCloseTo((last * slice.shot.fps.den) / slice.shot.fps.num, 4)
    const camera = named(scene, 'camera')
    for (const frame of [0, 7, Math.floor(last / 2), last - 1]) {
      at(frame)
      const state = frameState(slice, frame)
      const p = new Vector3().setFromMatrixPosition(camera.matrixWorld)
      expect(p.distanceTo(new Vector3(...state.camera.position))).toBeLessThan(1e-4)
      const q = new Quaternion().setFromRotationMatrix(camera.matrixWorld)
      expect(q.angleTo(new Quaternion(...state.camera.quaternion))).toBeLessThan(2e-3)
      for (const actor of state.actors) {
        const spec = slice.cast.find((c) => c.key === actor.key)!
        const joints = worldJoints(figureOf(spec), actor)
        const root = named(scene, spec.name.replaceAll(' ', '_'))
        for (const bone of ['leftFoot', 'rightHand', 'head'] as const) {
          let node: Vector3 | undefined
          root.traverse((o) => {
            if (o.name.startsWith(bone) && !/Cloth|Eye/.test(o.name)) node ??= new Vector3().setFromMatrixPosition(o.matrixWorld)
          })
          expect(node!.distanceTo(new Vector3(...joints[bone].position)), `${spec.name} ${bone} ${frame}`).toBeLessThan(1e-3)
        }
      }
    }
    const lens = (camera as PerspectiveCamera).isPerspectiveCamera ? camera : camera.children[0]!
    expect(((lens as PerspectiveCamera).fov * Math.PI) / 180).toBeCloseTo(frameState(slice, 0).camera.fovY, 4)

    const spots: SpotLight[] = []
    const suns: DirectionalLight[] = []
    scene.traverse((o) => {
      if ((o as SpotLight).isSpotLight) spots.push(o as SpotLight)
      if ((o as DirectionalLight).isDirectionalLight) suns.push(o as DirectionalLight)
    })
    const { light } = slice
    at(0)
    const lit = light.spots.filter((s) => s.candela > 0)
    const state = frameState(slice, 0).lights
    expect(spots).toHaveLength(lit.length)
    expect(suns).toHaveLength(light.sun.lux > 0 ? 1 : 0)
    const key = light.spots[0]!
    const most = Math.max(1, ...key.colour)
    expect(spots[0]!.intensity).toBeCloseTo(key.candela * state.spots[0]! * most * light.exposure, 3)
    scene.updateMatrixWorld(true)
    const way = new Vector3()
      .setFromMatrixPosition(spots[0]!.target.matrixWorld)
      .sub(new Vector3().setFromMatrixPosition(spots[0]!.matrixWorld))
    const asked = new Vector3(...key.target).sub(new Vector3(...key.position))
    expect(way.angleTo(asked)).toBeLessThan(1e-3)
  })

  it('drives: the land goes by as far as the car has come', async () => {
    const slice = slices.find((s) => s.set.travel)!
    const { scene, at } = await loaded(slice)
    const road = named(scene, 'road')
    at(0)
    const begin = road.position.z
    // At its very end a clip is at its beginning again.
    const last = slice.shot.frames - 2
    at(last)
    const came = frameState(slice, last).ride!.travelledM - frameState(slice, 0).ride!.travelledM
    expect(came).toBeGreaterThan(1)
    expect(begin - road.position.z).toBeCloseTo(came, 2)
  })
})
