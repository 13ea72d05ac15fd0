import type { BufferGeometry } from 'three/webgpu'
import { isBackdrop } from '../../departments/art'
import { random, type SetSpec, type Vec3 } from '../../film'
import { MeshBatch } from '../geometry'
import { buildProp } from '../props'
import { buildBackdrop } from './backdrop'
import { contactShade } from './contact'
import { buildGround, isZone } from './ground'
import { buildOpenings } from './openings'
import { buildFloor, buildShell } from './room-shell'
import { buildSurroundings } from './surroundings'

/** Key of the lit windows of houses, as a glow. */
export const WINDOW_LIGHTS = 'window-lights'

/** A door's leaf. */
export interface SetDoor {
  readonly key: string
  /** In the leaf's own frame: hinge on the y axis, shut along +x. */
  readonly geometry: BufferGeometry
  readonly pivot: Vec3
  /** Yaw of the shut leaf, radians. */
  readonly yaw: number
  /** Added to the yaw when wide open, radians. */
  readonly openAngle: number
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
  } else buildGround(b, set, shadeAt)
  const lampOf = new Map(set.practicals.map((p) => [p.of, p.key]))
  for (const [i, p] of set.placements.entries()) {
    if (isZone(p)) continue
    b.part = 1 + i
    b.glowKey = lampOf.get(p.key) ?? WINDOW_LIGHTS
    const y = p.blocks || p.position[1] > 0.001 ? p.position[1] : 0.004
    b.at([p.position[0], y, p.position[2]], () => buildProp(p.prop, p.size, { colour: p.colour, accent: p.accent, seed: p.seed }, b), p.yaw)
  }
  b.part = 0
  const far = new MeshBatch()
  far.rnd = random(`${set.key}/backdrop`)
  buildSurroundings(far, set)
  const solid = b.geometry('solid')
  if (!solid) throw new Error(`buildSet: ${set.key} has nothing solid`)
  return {
    solid,
    glass: b.geometry('glass'),
    glows: glowsOf(b, far),
    doors: leaves.map(({ batch, ...d }) => ({ ...d, geometry: batch.geometry('solid')! })),
    backdrop: far.geometry('solid'),
    triangles: b.triangles + far.triangles + leaves.reduce((n, d) => n + d.batch.triangles, 0),
  }
}

/** Shining parts of the set and of its surroundings, joined by key. */
function glowsOf(near: MeshBatch, far: MeshBatch): { key: string; geometry: BufferGeometry }[] {
  const distant = far.layers.get(`glow:${WINDOW_LIGHTS}`)
  if (distant && distant.index.length > 0) {
    near.glowKey = WINDOW_LIGHTS
    near.join(`glow:${WINDOW_LIGHTS}`, distant)
  }
  const out: { key: string; geometry: BufferGeometry }[] = []
  for (const name of near.layers.keys()) {
    if (!name.startsWith('glow:')) continue
    const geometry = near.geometry(name)
    if (geometry) out.push({ key: name.slice(5), geometry })
  }
  return out
}
