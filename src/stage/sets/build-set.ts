import type { BufferGeometry } from 'three/webgpu'
import { isBackdrop } from '../../departments/art'
import { add, random, type SetSpec, STEERING, type Travel, type Vec3 } from '../../film'
import { MeshBatch } from '../geometry'
import { buildProp, wheelRim } from '../props'
import { buildBackdrop } from './backdrop'
import { contactShade } from './contact'
import { buildGround, isZone } from './ground'
import { drawnCurtain, furnitureLeaves } from './leaves'
import { buildOpenings, type DoorPart } from './openings'
import { buildFarOff, buildPassing } from './passing'
import { buildFloor, buildShell } from './room-shell'
import { buildSurroundings } from './surroundings'

/** Key of the lit windows of houses, as a glow. */
export const WINDOW_LIGHTS = 'window-lights'

/** What opens: a door's leaf, a drawer, a sash, half of a curtain. */
export interface SetDoor {
  readonly key: string
  /** In the leaf's own frame: hinge on the y axis, shut along +x. */
  readonly geometry: BufferGeometry
  /** Its pane. */
  readonly glass?: BufferGeometry
  readonly pivot: Vec3
  /** Yaw of the shut leaf, radians. */
  readonly yaw: number
  /** Added to the yaw when wide open, radians. */
  readonly openAngle: number
  /** Added to the pivot when wide open, metres. */
  readonly slide?: Vec3
  /** How broad it is when shut, in breadths of when it is open. */
  readonly shutWidth?: number
}

/** Everything of a set that has a shape, in few meshes. */
export interface SetGeometry {
  /** Casts and takes shadows. */
  readonly solid: BufferGeometry
  /** Panes. */
  readonly glass: BufferGeometry | undefined
  /** Shining parts by the key of their practical; `window-lights` for lit windows of houses. */
  readonly glows: readonly { readonly key: string; readonly geometry: BufferGeometry }[]
  readonly doors: readonly SetDoor[]
  /** Surroundings: far away, need cast no shadows. */
  readonly backdrop: BufferGeometry | undefined
  /** Of a set that travels: one length of what goes by, and the wheel of what is driven, turning about z in its own frame. */
  readonly travel?: {
    readonly lengthM: number
    readonly ride: Vec3
    readonly solid: BufferGeometry
    readonly glass: BufferGeometry | undefined
    readonly glows: readonly { readonly key: string; readonly geometry: BufferGeometry }[]
    readonly wheel?: { readonly geometry: BufferGeometry; readonly at: Vec3; readonly lean: number }
  }
  readonly triangles: number
}

/** Builds a set's geometry. Pure: the same spec gives the same vertices. */
export function buildSet(set: SetSpec): SetGeometry {
  const b = new MeshBatch()
  b.rnd = random(`${set.key}/geometry`)
  b.glowKey = WINDOW_LIGHTS
  const shadeAt = contactShade(set)
  let leaves: ReturnType<typeof buildOpenings> = []
  if (isBackdrop(set.kind)) buildBackdrop(b, set)
  else if (set.interior) {
    buildShell(b, set, shadeAt)
    buildFloor(b, set, shadeAt)
    leaves = buildOpenings(b, set)
  } else if (!set.travel) buildGround(b, set, shadeAt)
  const loose = new Set(set.leaves ?? [])
  const opened: DoorPart[] = []
  const lampOf = new Map(set.practicals.map((p) => [p.of, p.key]))
  for (const [i, p] of set.placements.entries()) {
    if (isZone(p)) continue
    b.part = 1 + i
    b.glowKey = lampOf.get(p.key) ?? WINDOW_LIGHTS
    const y = p.blocks || p.position[1] > 0.001 ? p.position[1] : 0.004
    b.at(
      [p.position[0], y, p.position[2]],
      () => {
        const look = { colour: p.colour, accent: p.accent, seed: p.seed, loose: set.travel?.ride === p.key }
        buildProp(p.prop, p.size, { ...look, leaves: furnitureLeaves(p, y, loose, opened), drawn: drawnCurtain(p, y, loose, opened) }, b)
      },
      p.yaw,
    )
  }
  b.part = 0
  const far = new MeshBatch()
  far.rnd = random(`${set.key}/backdrop`)
  if (set.travel) buildFarOff(far, set, set.travel)
  else buildSurroundings(far, set)
  const travel = set.travel && travelOf(set, set.travel)
  const solid = b.geometry('solid')
  if (!solid) throw new Error(`buildSet: ${set.key} has nothing solid`)
  return {
    solid,
    glass: b.geometry('glass'),
    glows: glowsOf(b, far),
    doors: [...leaves, ...opened].map(({ batch, ...d }) => {
      const glass = batch.geometry('glass')
      return { ...d, geometry: batch.geometry('solid')!, ...(glass ? { glass } : {}) }
    }),
    backdrop: far.geometry('solid'),
    ...(travel ? { travel: travel.meshes } : {}),
    triangles: b.triangles + far.triangles + (travel?.triangles ?? 0) + [...leaves, ...opened].reduce((n, d) => n + d.batch.triangles, 0),
  }
}

/** A length of what goes by, and the wheel that turns. */
function travelOf(set: SetSpec, travel: Travel) {
  const b = new MeshBatch()
  buildPassing(b, set, travel)
  const ride = set.placements.find((p) => p.key === travel.ride)
  const steering = ride && STEERING[ride.prop]
  const rim = new MeshBatch()
  if (steering) wheelRim(rim)
  const geometry = rim.geometry('solid')
  const meshes: SetGeometry['travel'] = {
    lengthM: travel.lengthM,
    ride: ride?.position ?? [0, 0, 0],
    solid: b.geometry('solid')!,
    glass: b.geometry('glass'),
    glows: shining(b),
    ...(ride && steering && geometry ? { wheel: { geometry, at: add(ride.position, steering.at), lean: steering.lean } } : {}),
  }
  return { meshes, triangles: b.triangles + rim.triangles }
}

/** Shining parts of the set and of its surroundings, joined by key. */
function glowsOf(near: MeshBatch, far: MeshBatch): { key: string; geometry: BufferGeometry }[] {
  const distant = far.layers.get(`glow:${WINDOW_LIGHTS}`)
  if (distant && distant.index.length > 0) {
    near.glowKey = WINDOW_LIGHTS
    near.join(`glow:${WINDOW_LIGHTS}`, distant)
  }
  return shining(near)
}

/** Shining parts of a batch by key. */
function shining(near: MeshBatch): { key: string; geometry: BufferGeometry }[] {
  const out: { key: string; geometry: BufferGeometry }[] = []
  for (const name of near.layers.keys()) {
    if (!name.startsWith('glow:')) continue
    const geometry = near.geometry(name)
    if (geometry) out.push({ key: name.slice(5), geometry })
  }
  return out
}
