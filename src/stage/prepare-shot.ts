import { solidBoxes } from '../departments/art'
import { bounceFor, type IrradianceVolume } from '../departments/lighting'
import { distance, hashOnce, type ShotSlice, type Vec3, whereAt } from '../film'
import { type ActorGeometry, buildActor, type ModelGeometry, modelGeometry } from './actors'
import { arraysOf, buffersOf, type MeshArrays } from './mesh-arrays'
import { buildHandProp } from './props'
import { type SetMeshes, setBuffers, setMeshes } from './set-object'
import { type PanoramaTexels, panoramaTexels } from './sky'

/** Everything heavy that a shot needs, as plain arrays: made in a worker for the page, inline in the render worker. */
export interface ShotParts {
  readonly set: { readonly key: string; readonly meshes?: SetMeshes }
  readonly bounce: { readonly key: string; readonly volume?: IrradianceVolume }
  /** The picture that is its sky. */
  readonly panorama?: { readonly key: string; readonly texels?: PanoramaTexels }
  readonly actors: readonly { readonly key: string; readonly character: string; readonly geometry?: ActorGeometry | ModelGeometry }[]
  readonly props: readonly { readonly key: string; readonly prop: string; readonly mesh?: MeshArrays }[]
}

/** Nearer than this the camera sees fingers and eyelids, metres. */
const FULL_DETAIL_M = 9

/** Nobody is nearer to the camera than this at any moment that is looked at, metres. */
function nearestM(slice: ShotSlice, character: string): number {
  const performance = slice.shot.performances.find((p) => p.character === character)
  if (!performance) return Number.POSITIVE_INFINITY
  const seconds = (slice.shot.frames * slice.shot.fps.den) / slice.shot.fps.num
  let least = Number.POSITIVE_INFINITY
  for (const key of slice.shot.camera.keys)
    for (const t of [key.t, 0, seconds / 2, seconds]) {
      const at = whereAt(performance.where, t).position
      const head: Vec3 = [at[0], at[1] + 1.4, at[2]]
      // A long lens brings them as near as a short one would have to stand.
      least = Math.min(least, (distance(head, key.position) * 35) / (key.lensMm ?? slice.shot.camera.lensMm))
    }
  return least
}

/** Answers what is kept under a part's key, or has it built. */
export type KeepPart = <T extends object>(key: string, build: () => T) => T

/**
 * Builds what a shot is made of. Pure: the same slice gives the same arrays.
 * @param have keys of parts that are already there: they come back as keys alone.
 * @param kept where parts of other shots may be found; without it all are built.
 */
export function prepareShot(slice: ShotSlice, have: readonly string[] = [], kept: KeepPart = (_, build) => build()): ShotParts {
  const held = new Set(have)
  const { set, light, cast, shot } = slice
  const setKey = `set ${hashOnce(set)}`
  const bounceKey = `bounce ${hashOnce(set)} ${hashOnce(light)}`
  return {
    set: { key: setKey, ...(held.has(setKey) ? {} : { meshes: kept(setKey, () => setMeshes(set)) }) },
    bounce: {
      key: bounceKey,
      ...(held.has(bounceKey) ? {} : { volume: kept(bounceKey, () => bounceFor(set, solidBoxes(set), light)) }),
    },
    ...panoramaOf(slice, held, kept),
    actors: cast.map((spec) => {
      const file = spec.model && slice.models?.[spec.model.sha256]
      if (spec.model && file) {
        const key = `model ${spec.model.sha256} ${spec.heightM}`
        return { key, character: spec.key, ...(held.has(key) ? {} : { geometry: kept(key, () => modelGeometry(key, file, spec.heightM)) }) }
      }
      const detail = nearestM(slice, spec.key) < FULL_DETAIL_M ? 'full' : 'wide'
      const key = `actor ${detail} ${hashOnce(spec)}`
      return { key, character: spec.key, ...(held.has(key) ? {} : { geometry: kept(key, () => buildActor(spec, detail)) }) }
    }),
    props: shot.props.map((p) => {
      const key = `prop ${p.prop} ${p.colour ?? ''}`
      return { key, prop: p.key, ...(held.has(key) ? {} : { mesh: kept(key, () => arraysOf(buildHandProp(p.prop, p.colour))) }) }
    }),
  }
}

/** The panorama of a shot, where its file is there; a dome without it shows the mean of it. */
function panoramaOf({ light, panoramas }: ShotSlice, held: ReadonlySet<string>, kept: KeepPart): Pick<ShotParts, 'panorama'> {
  const sha256 = light.sky.panorama?.sha256
  const file = sha256 === undefined ? undefined : panoramas?.[sha256]
  if (!file) return {}
  const key = `panorama ${sha256}`
  return { panorama: { key, ...(held.has(key) ? {} : { texels: kept(key, () => panoramaTexels(file)) }) } }
}

/** The buffers of all parts, for a transfer from a worker. */
export function transferablesOf(parts: ShotParts): ArrayBuffer[] {
  const model = (g: ModelGeometry) => [
    ...g.images,
    ...g.parts.flatMap((p) => [
      p.positions,
      p.normals,
      p.uv,
      p.colour,
      p.skinIndices,
      p.skinWeights,
      p.index,
      ...p.morphs,
      p.skin?.inverse,
    ]),
  ]
  const actor = (g: ActorGeometry) =>
    [g.body, g.head].flatMap((m) => [
      m.positions,
      m.normals,
      m.colour,
      m.surface,
      m.accent,
      m.grain,
      m.fold,
      m.wear,
      m.skinIndices,
      m.skinWeights,
      m.index,
      ...m.morphs,
    ])
  return [
    ...new Set([
      ...(parts.set.meshes ? setBuffers(parts.set.meshes) : []),
      ...(parts.bounce.volume ? [parts.bounce.volume.data.buffer as ArrayBuffer] : []),
      ...(parts.panorama?.texels?.levels.map((l) => l.data.buffer) ?? []),
      ...parts.actors.flatMap(({ geometry: g }) =>
        (!g ? [] : 'parts' in g ? model(g) : actor(g)).flatMap((a) => (a && a.length > 0 ? [a.buffer as ArrayBuffer] : [])),
      ),
      ...parts.props.flatMap((p) => (p.mesh ? buffersOf(p.mesh) : [])),
    ]),
  ]
}
