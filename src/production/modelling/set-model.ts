import { GltfFile } from '../../encode'
import { hexToLinear, type LightPlan, type SetSpec, type Vec3 } from '../../film'
import { type MeshArrays, setMeshes, WINDOW_LIGHTS } from '../../stage'
import { SurfaceLooks } from './surface-looks'

/** A set in a file. */
export interface SetNodes {
  /** Everything that stands; the land that goes by is not below it. */
  readonly root: number
  /** Leaves of doors by the key of their opening: how far each turns, radians, and where it is shut. */
  readonly doors: ReadonlyMap<string, { readonly node: number; readonly yaw: number; readonly openAngle: number }>
  /** Where something is driven. */
  readonly travel?: {
    /** Moves as springs do; holds `road`. */
    readonly land: number
    /** Moves along z as the ride drives on. */
    readonly road: number
    /** Turns about z. */
    readonly wheel?: number
    readonly ride: Vec3
  }
}

const DARK: Vec3 = [0, 0, 0]
const up = (yaw: number) => [0, Math.sin(yaw / 2), 0, Math.cos(yaw / 2)]

/** A set alone as a glTF 2.0 binary: every thing a node by its key, doors that turn in their hinges. */
export async function setModel(set: SetSpec, light?: LightPlan): Promise<Uint8Array> {
  const file = new GltfFile()
  const { root, travel } = await addSet(file, set, light)
  return file.glb(set.name, travel ? [root, travel.land] : [root], { kind: set.kind, why: set.why })
}

/**
 * Puts a set into a file.
 * @param light lights its lamps; dark without. @param drivenM metres that the ride drives: so much land there is.
 */
export async function addSet(file: GltfFile, set: SetSpec, light?: LightPlan, drivenM = 0): Promise<SetNodes> {
  const meshes = setMeshes(set)
  const looks = new SurfaceLooks(file)
  const radiance = (key: string): Vec3 => {
    const glow = light?.glow[key]
    if (glow) return glow.colour.map((v) => v * glow.strength * light.exposure) as unknown as Vec3
    const night = light !== undefined && key === WINDOW_LIGHTS && (light.sky.stars > 0.2 || light.sky.moon > 0.5)
    return night ? (hexToLinear('#ffd9a0').map((v) => v * 0.9) as unknown as Vec3) : DARK
  }
  const children: number[] = []
  const { mesh, chunks } = meshes.solid
  const whole = { ...mesh, index: joined(chunks.map((c) => c.index)) }
  for (const [part, corners] of byPart(whole)) {
    const thing = set.placements[part - 1]
    const at: Vec3 = thing?.position ?? [0, 0, 0]
    const name = thing?.key ?? 'shell'
    const primitives = await looks.solid(whole, corners, at)
    children.push(
      file.node({ name, mesh: file.mesh(name, primitives), translation: at, ...(thing ? { extras: { prop: thing.prop } } : {}) }),
    )
  }
  if (meshes.glass) children.push(file.node({ name: 'glass', mesh: file.mesh('glass', [looks.glass(meshes.glass)]) }))
  for (const { key, mesh: glow } of meshes.glows)
    children.push(file.node({ name: key, mesh: file.mesh(key, [looks.glow(glow, key, radiance(key))]) }))
  if (meshes.backdrop) {
    const { mesh: far, chunks: parts } = meshes.backdrop
    const primitives = await looks.solid({ ...far, index: joined(parts.map((c) => c.index)) })
    children.push(file.node({ name: 'surroundings', mesh: file.mesh('surroundings', primitives) }))
  }
  const doors: [string, { node: number; yaw: number; openAngle: number }][] = []
  for (const { key, mesh: leaf, pivot, yaw, openAngle } of meshes.doors) {
    const node = file.node({ name: key, mesh: file.mesh(key, await looks.solid(leaf)), translation: pivot, rotation: up(yaw) })
    children.push(node)
    doors.push([key, { node, yaw, openAngle }])
  }
  const { travel } = meshes
  let driven: SetNodes['travel']
  if (travel) {
    let wheel: number | undefined
    if (travel.wheel) {
      const { mesh: rim, at, lean } = travel.wheel
      wheel = file.node({ name: 'wheel', mesh: file.mesh('wheel', await looks.solid(rim)) })
      children.push(
        file.node({ name: 'steering', translation: at, rotation: [Math.sin(lean / 2), 0, 0, Math.cos(lean / 2)], children: [wheel] }),
      )
    }
    const land = file.mesh('land', [
      ...(await looks.solid(travel.solid)),
      ...(travel.glass ? [looks.glass(travel.glass)] : []),
      ...travel.glows.map(({ key, mesh: glow }) => looks.glow(glow, key, radiance(key))),
    ])
    // Two lengths behind, three before, and as many more as are driven.
    const count = 6 + Math.ceil(drivenM / travel.lengthM)
    const lengths = Array.from({ length: count }, (_, i) =>
      file.node({ name: `land-${i + 1}`, mesh: land, translation: [-travel.ride[0], 0, (i - 2) * travel.lengthM - travel.ride[2]] }),
    )
    const road = file.node({ name: 'road', children: lengths })
    driven = {
      road,
      land: file.node({ name: 'land', children: [road], translation: [travel.ride[0], 0, travel.ride[2]] }),
      ride: travel.ride,
      ...(wheel === undefined ? {} : { wheel }),
    }
  }
  return {
    root: file.node({ name: set.name, children, extras: { kind: set.kind } }),
    doors: new Map(doors),
    ...(driven ? { travel: driven } : {}),
  }
}

function joined(lists: readonly Uint32Array[]): Uint32Array {
  const out = new Uint32Array(lists.reduce((n, l) => n + l.length, 0))
  let at = 0
  for (const list of lists) {
    out.set(list, at)
    at += list.length
  }
  return out
}

/** Corners of triangles by the placement they belong to: 0 none, else 1 and its index; in order. */
function byPart({ attributes, index }: MeshArrays): [number, number[]][] {
  const surface = attributes.surface!.array
  const parts = new Map<number, number[]>()
  for (let i = 0; i < index.length; i += 3) {
    const part = Math.round(surface[index[i]! * 4 + 3]!)
    const list = parts.get(part)
    if (list) list.push(index[i]!, index[i + 1]!, index[i + 2]!)
    else parts.set(part, [index[i]!, index[i + 1]!, index[i + 2]!])
  }
  return [...parts].sort(([a], [b]) => a - b)
}
