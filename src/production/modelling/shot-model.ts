import { GltfFile, type GltfTrack } from '../../encode'
import { type FrameState, type LightPlan, quatAxis, quatLookAt, quatMul, type ShotSlice, type Vec3 } from '../../film'
import { frameState } from '../../motion'
import { handPropMesh } from '../../stage'
import { addActor } from './actor-model'
import { actorTracks } from './actor-tracks'
import { addSet } from './set-model'
import { SurfaceLooks } from './surface-looks'

const NEAR_M = 0.05
const FAR_M = 2000

/**
 * A whole shot as a glTF 2.0 binary with one animation of its length, a key a frame: the set with its doors and what goes by,
 * everybody with costume and face, what is carried, lights and the camera. Lights are KHR_lights_punctual, in lux and candela
 * as the plan has them, times its exposure: seen at exposure 1 they light the picture as it was lit. Light of the sky and what
 * walls throw back stay behind; so do users' models, whose people come in their own bodies.
 */
export async function shotModel(slice: ShotSlice): Promise<Uint8Array> {
  const { shot, set, light, cast } = slice
  const states = Array.from({ length: shot.frames }, (_, frame) => frameState(slice, frame))
  const first = states[0]!
  const times = Float32Array.from(states, (_, i) => (i * shot.fps.den) / shot.fps.num)
  const file = new GltfFile()
  const tracks: GltfTrack[] = []
  const add = (node: number, path: 'translation' | 'rotation' | 'scale', values: readonly (readonly number[])[], step = false) => {
    const flat = new Float32Array(values.flat())
    const isHeld = values.every((v) => v.every((n, k) => n === values[0]![k]))
    tracks.push({ node, path, values: isHeld ? flat.slice(0, values[0]!.length) : flat, ...(step ? { interpolation: 'STEP' } : {}) })
  }

  const driven = (first.ride && states.at(-1)!.ride!.travelledM - first.ride.travelledM) ?? 0
  const scenery = await addSet(file, set, light, driven)
  const roots = [scenery.root]
  for (const [key, { node, yaw, openAngle }] of scenery.doors) {
    const angles = states.map((s) => yaw + openAngle * (s.doors[key] ?? 0))
    if (angles.some((a) => a !== yaw)) {
      add(
        node,
        'rotation',
        angles.map((a) => quatAxis([0, 1, 0], a)),
      )
    }
  }
  const { travel } = scenery
  if (travel && set.travel) {
    const { lengthM } = set.travel
    const start = first.ride!.travelledM
    const off = ((start % lengthM) + lengthM) % lengthM
    const rides = states.map((s) => s.ride!)
    roots.push(travel.land)
    add(
      travel.road,
      'translation',
      rides.map((r) => [0, 0, -off - (r.travelledM - start)]),
    )
    add(
      travel.land,
      'translation',
      rides.map((r) => [travel.ride[0], -r.heave, travel.ride[2]]),
    )
    add(
      travel.land,
      'rotation',
      rides.map((r) => landTurn(r)),
    )
    if (travel.wheel !== undefined)
      add(
        travel.wheel,
        'rotation',
        rides.map((r) => quatAxis([0, 0, 1], -r.steer)),
      )
  }

  for (const spec of cast) {
    const own = states.map((s) => s.actors.find((a) => a.key === spec.key))
    if (own.some((a) => !a)) continue
    const nodes = await addActor(file, spec)
    roots.push(nodes.root)
    tracks.push(...actorTracks(nodes, own as FrameState['actors']))
  }

  const looks = new SurfaceLooks(file)
  for (const prop of shot.props) {
    const own = states.map((s) => s.props.find((p) => p.key === prop.key)!)
    const mesh = file.mesh(prop.key, await looks.solid(handPropMesh(prop.prop, prop.colour)))
    const node = file.node({ name: prop.key, mesh, extras: { prop: prop.prop } })
    roots.push(node)
    add(
      node,
      'translation',
      own.map((p) => p.position),
    )
    add(
      node,
      'rotation',
      own.map((p) => p.quaternion),
    )
    // What is not there has no size: the format has no other way to hide.
    if (own.some((p) => !p.visible))
      add(
        node,
        'scale',
        own.map((p) => (p.visible ? [1, 1, 1] : [0, 0, 0])),
        true,
      )
  }

  roots.push(...addLights(file, light, first.lights))
  const camera = addCamera(file, slice, states)
  roots.push(camera)
  add(
    camera,
    'translation',
    states.map((s) => s.camera.position),
  )
  add(
    camera,
    'rotation',
    states.map((s) => s.camera.quaternion),
  )
  file.animation(shot.key, times, tracks, { frames: shot.frames, fps: shot.fps })
  return file.glb(shot.key, roots, { exposure: light.exposure, fps: shot.fps, frames: shot.frames })
}

/** What the land does when the ride is on its springs: the other way. Turned as three.js turns x, y and z in that order. */
const landTurn = ({ pitch, yaw, roll }: NonNullable<FrameState['ride']>) =>
  quatMul(quatMul(quatAxis([1, 0, 0], pitch), quatAxis([0, 1, 0], -yaw)), quatAxis([0, 0, 1], -roll))

/** Lights of a plan that shine, as nodes that shine along −z. @param at how bright each is in the shot's first frame. */
function addLights(file: GltfFile, { sun, spots, points, exposure }: LightPlan, at: FrameState['lights']): number[] {
  const lights: object[] = []
  const nodes: number[] = []
  const put = (name: string, light: object, place: object) => {
    lights.push({ name, ...light })
    nodes.push(file.node({ name, ...place, extensions: { KHR_lights_punctual: { light: lights.length - 1 } } }))
  }
  const tone = (colour: readonly number[], strength: number) => {
    // Colours are 0 to 1; what is above is strength.
    const most = Math.max(1, ...colour)
    return { color: colour.map((c) => Math.max(0, c) / most), intensity: strength * most * exposure }
  }
  if (sun.lux * at.sun > 0) {
    const from: Vec3 = [sun.direction[0] * 50, sun.direction[1] * 50, sun.direction[2] * 50]
    put(
      'sun',
      { type: 'directional', ...tone(sun.colour, sun.lux * at.sun) },
      { translation: from, rotation: quatLookAt(from, [0, 0, 0], 0) },
    )
  }
  spots.forEach((spot, i) => {
    const candela = spot.candela * (at.spots[i] ?? 1)
    if (candela <= 0) return
    const outer = Math.min(spot.angle, Math.PI / 2)
    put(
      spot.role,
      {
        type: 'spot',
        ...tone(spot.colour, candela),
        spot: { innerConeAngle: Math.min(outer * (1 - spot.penumbra), outer - 1e-4), outerConeAngle: outer },
      },
      { translation: spot.position, rotation: quatLookAt(spot.position, spot.target, 0) },
    )
  })
  points.forEach((point, i) => {
    const candela = point.candela * (at.points[i] ?? 1)
    if (candela > 0) put(point.role, { type: 'point', ...tone(point.colour, candela) }, { translation: point.position })
  })
  if (lights.length > 0) file.extend('KHR_lights_punctual', { lights })
  return nodes
}

/** The camera, with the lens that the shot begins with: the format cannot zoom, so all lenses are in its extras. */
function addCamera(file: GltfFile, { shot }: ShotSlice, states: readonly FrameState[]): number {
  const { lensMm, fovY } = states[0]!.camera
  const zooms = states.some((s) => s.camera.lensMm !== lensMm)
  const camera = file.camera({
    name: 'camera',
    type: 'perspective',
    perspective: { yfov: fovY, aspectRatio: shot.aspect, znear: NEAR_M, zfar: FAR_M },
    extras: {
      lensMm,
      ...(zooms ? { lensMmByFrame: states.map((s) => s.camera.lensMm) } : {}),
      sensorWidthMm: shot.camera.sensorWidthMm,
      fStop: shot.camera.fStop,
      focusMByFrame: states.map((s) => s.camera.focusDistanceM),
    },
  })
  return file.node({ name: 'camera', camera })
}
