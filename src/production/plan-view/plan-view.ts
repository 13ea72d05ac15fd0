import { listLamps } from '../../departments/lighting'
import { type CharacterSpec, cameraPointNumber, type ShotSlice, type Vec3, whereAt, yawOf } from '../../film'
import { type CameraPose, cameraAt } from '../../motion'
import {
  ahead,
  areaOf,
  circleAt,
  lineThrough,
  onFloor,
  PLAN_LAYERS,
  type PlanHandle,
  type PlanLabel,
  type PlanLine,
  type PlanPoint,
  sectorAt,
} from './plan-line'
import { lampLine, setLines } from './set-lines'

/** A shot seen from above at a moment. */
export interface PlanView {
  /** What is in the drawing, metres. */
  readonly box: { readonly x: number; readonly z: number; readonly width: number; readonly depth: number }
  /** In the order they are drawn. */
  readonly lines: readonly PlanLine[]
  readonly labels: readonly PlanLabel[]
  readonly handles: readonly PlanHandle[]
}

/** Radius of somebody on the plan, metres. */
const BODY_M = 0.24
/** Radius of what is taken hold of, metres. */
const HANDLE_M = 0.3
/** Radius of the handle of what the camera looks at, metres. */
const AIM_M = 0.16
/** How far a camera's field is drawn, metres, at least; it reaches what the camera looks at. */
const FIELD_M = 2
/** Steps by which a camera's way is drawn. */
const TRACK_STEPS = 32
/** Of the drawing around the set, metres. */
const MARGIN_M = 0.9
/** Outside, nothing farther than this from what plays is drawn, metres. */
const SIGHT_M = 14

/** How wide a lamp's beam is drawn at most, radians to either side. */
const WIDEST_BEAM = 1.2
/** A lamp beyond the walls is drawn in whole when it is nearer than this to them, metres. */
const BEYOND_M = 3.5

/**
 * What a shot looks like from above.
 * @param timeS seconds from the shot's start.
 * @param withLight lamps may be taken hold of, their beams are drawn, and those beyond the walls are in the drawing.
 */
export function planView(slice: ShotSlice, timeS: number, withLight = false): PlanView {
  const { set, shot } = slice
  const built = setLines(set)
  const people = shot.performances.map((p) => personOn(slice, p.character, timeS))
  const camera = cameraOn(
    slice,
    timeS,
    people.map((p) => p.at),
  )
  const lamps = lampsOn(slice)
  const held = withLight ? lampHandles(slice) : { lines: [], handles: [] }
  const lines = [...built.lines, ...lamps, ...held.lines, ...people.flatMap((p) => p.lines), ...camera.lines]
  const handles = [...held.handles, ...people.flatMap((p) => p.handles), ...camera.handles]
  const box = boxAround(slice, [...people.map((p) => p.at), ...camera.handles.map((h) => h.at), ...held.handles.map((h) => h.at)])
  return {
    box,
    lines: lines
      .map((line, i) => ({ line, i, rank: PLAN_LAYERS.indexOf(line.layer) }))
      .sort((a, b) => a.rank - b.rank || a.i - b.i)
      .map(({ line }) => line),
    labels: [...built.labels, ...people.map((p) => p.label)],
    handles: [...thingHandles(slice, box), ...handles],
  }
}

const nameIn = (cast: readonly CharacterSpec[], key: string): string => cast.find((c) => c.key === key)?.name ?? key

function personOn({ shot, cast }: ShotSlice, key: string, timeS: number) {
  const where = shot.performances.find((p) => p.character === key)?.where ?? []
  const name = nameIn(cast, key)
  const { position, yaw, index } = whereAt(where, timeS)
  const at = onFloor(position)
  const ways = where.filter((w) => w.kind === 'go' && w.t1 > 0 && w.t0 < (shot.frames * shot.fps.den) / shot.fps.num)
  const lines: PlanLine[] = [
    ...ways.map((w): PlanLine => ({ layer: 'way', d: w.kind === 'go' ? lineThrough(w.path.map(onFloor)) : '', title: `${name} walks` })),
    { layer: 'person', d: circleAt(at, BODY_M), title: name },
    // The nose: which way they face.
    { layer: 'person', d: areaOf([ahead(at, yaw + 0.5, BODY_M), ahead(at, yaw, BODY_M * 1.6), ahead(at, yaw - 0.5, BODY_M)]), title: name },
  ]
  const label: PlanLabel = { layer: 'person', at: [at[0], at[1] + BODY_M + 0.22], text: name }
  // Whoever walks is moved by moving where they come from or go to.
  const handles: PlanHandle[] =
    where[index]?.kind === 'stay' ? [{ kind: 'person', key, at, place: position, title: name, reach: HANDLE_M }] : []
  return { lines, label, handles, at }
}

/** Where a camera looks along the floor, radians about y. */
function facing({ quaternion: [x, y, z, w] }: CameraPose): number {
  // The third column of its rotation, turned round: a camera looks along −z.
  return Math.atan2(-2 * (x * z + w * y), -(1 - 2 * (x * x + y * y)))
}

function cameraOn({ shot }: ShotSlice, timeS: number, people: readonly PlanPoint[]) {
  const { camera, aspect, key } = shot
  const pose = cameraAt({ ...camera, handheld: 0 }, aspect, key, timeS)
  const at = onFloor(pose.position)
  const yaw = facing(pose)
  const half = Math.atan(camera.sensorWidthMm / 2 / pose.lensMm)
  // The key that is nearest in time is what a hand moves.
  const index = camera.keys.reduce((best, k, i) => (Math.abs(k.t - timeS) < Math.abs((camera.keys[best]?.t ?? 0) - timeS) ? i : best), 0)
  const keyed = camera.keys[index]
  const target: Vec3 = keyed?.target ?? pose.position
  const looked = onFloor(target)
  // What is looked at is mostly somebody: the handle stands behind them, so that both can be taken hold of.
  const hidden = people.some((p) => Math.hypot(p[0] - looked[0], p[1] - looked[1]) < BODY_M + AIM_M)
  const aim = hidden ? ahead(looked, yaw, 2 * (BODY_M + AIM_M)) : looked
  const reach = Math.max(FIELD_M, Math.hypot(target[0] - at[0], target[2] - at[1]))
  const title = `camera, ${Math.round(pose.lensMm)} mm, ${pose.position[1].toFixed(2)} m high`
  const [body, back] = [ahead(at, yaw, 0.12), ahead(at, yaw + Math.PI, 0.22)]
  const beside = (p: PlanPoint, s: number): PlanPoint => ahead(p, yaw + Math.PI / 2, s)
  const length = (shot.frames * shot.fps.den) / shot.fps.num
  const lines: PlanLine[] = [
    { layer: 'field', d: sectorAt(at, yaw, half, reach), title },
    {
      layer: 'camera',
      d: areaOf([beside(body, 0.09), beside(back, 0.12), beside(back, -0.12), beside(body, -0.09)]),
      title,
    },
    { layer: 'camera', d: areaOf([ahead(at, yaw, 0.1), ahead(at, yaw + 0.5, 0.28), ahead(at, yaw - 0.5, 0.28)]), title },
    { layer: 'aim', d: `${circleAt(aim, AIM_M / 2)}${lineThrough([looked, aim])}`, title: 'what the camera looks at' },
  ]
  if (camera.keys.length > 1) {
    const way = Array.from({ length: TRACK_STEPS + 1 }, (_, i) =>
      onFloor(cameraAt({ ...camera, handheld: 0 }, aspect, key, (length * i) / TRACK_STEPS).position),
    )
    lines.push({ layer: 'track', d: lineThrough(way), title: 'the way the camera goes' })
  }
  const others = camera.keys.flatMap((k, i): PlanHandle[] =>
    i === index
      ? []
      : [
          {
            kind: 'camera',
            key: String(cameraPointNumber(camera, i)),
            at: onFloor(k.position),
            place: k.position,
            title: `point ${i + 1} of ${camera.keys.length} of the camera’s way`,
            reach: AIM_M,
          },
        ],
  )
  lines.push(...others.map((o): PlanLine => ({ layer: 'track', d: circleAt(o.at, AIM_M / 2), title: o.title })))
  const point = String(cameraPointNumber(camera, index))
  const handles: PlanHandle[] = keyed
    ? [
        { kind: 'aim', key: point, at: aim, place: keyed.target, title: 'what the camera looks at', reach: AIM_M },
        { kind: 'camera', key: point, at: onFloor(keyed.position), place: keyed.position, title, reach: HANDLE_M },
        ...others,
      ]
    : []
  return { lines, handles }
}

/** Lamps that burn, where they aim, and which way the sun comes from. */
function lampsOn({ light, set }: ShotSlice): PlanLine[] {
  const words = (role: string, candela: number) => `${role.replaceAll('-', ' ')}, ${Math.round(candela)} cd`
  const spots = light.spots
    .filter((s) => s.candela > 0)
    .flatMap((s): PlanLine[] => {
      const at = onFloor(s.position)
      const to = onFloor(s.target)
      const yaw = yawOf([at[0], 0, at[1]], [to[0], 0, to[1]])
      return [
        { layer: 'throw', d: lineThrough([at, to]), title: words(s.role, s.candela) },
        {
          layer: 'lamp',
          d: areaOf([ahead(at, yaw, 0.2), ahead(at, yaw + 2.3, 0.16), ahead(at, yaw - 2.3, 0.16)]),
          title: words(s.role, s.candela),
        },
      ]
    })
  const points = light.points.filter((p) => p.candela > 0).map((p) => lampLine(onFloor(p.position), words(p.role, p.candela)))
  const [x, y, z] = light.sun.direction
  const flat = Math.hypot(x, z)
  if (light.sun.lux <= 0 || flat < 0.05) return [...spots, ...points]
  const edge = Math.min(Math.hypot(set.widthM, set.depthM) / 2, SIGHT_M)
  const from: PlanPoint = [(x / flat) * edge, (z / flat) * edge]
  const yaw = Math.atan2(-x, -z)
  const to = ahead(from, yaw, 1)
  const height = Math.round((Math.asin(y / Math.hypot(x, y, z)) * 180) / Math.PI)
  const title = `sun or moon, ${height}° high, ${Math.round(light.sun.lux)} lx`
  return [
    ...spots,
    ...points,
    { layer: 'sun', d: `${lineThrough([from, to])}${lineThrough([ahead(to, yaw + 2.7, 0.3), to, ahead(to, yaw - 2.7, 0.3)])}`, title },
  ]
}

/** Lamps that a hand may take hold of, with their beams. */
function lampHandles({ light, set }: ShotSlice): { readonly lines: PlanLine[]; readonly handles: PlanHandle[] } {
  const lines: PlanLine[] = []
  const handles: PlanHandle[] = []
  for (const { name, title, on, position, target, isFree, beamDeg } of listLamps(light, set)) {
    if (!position) continue
    const far = Math.max(Math.abs(position[0]) - set.widthM / 2, Math.abs(position[2]) - set.depthM / 2)
    if (far > BEYOND_M) continue
    const at = onFloor(position)
    if (!on) lines.push({ layer: 'overhead', d: circleAt(at, 0.13), title: `${title}, off` })
    handles.push({
      kind: 'lamp',
      key: name,
      at,
      place: position,
      title: on ? title : `${title}, off`,
      reach: 0.2,
      ...(isFree ? {} : { isFixed: true }),
    })
    if (!target) continue
    const to = onFloor(target)
    const length = Math.hypot(to[0] - at[0], to[1] - at[1])
    if (on && beamDeg !== undefined && length > 0.3) {
      const half = Math.min((beamDeg * Math.PI) / 360, WIDEST_BEAM)
      lines.push({ layer: 'beam', d: sectorAt(at, Math.atan2(to[0] - at[0], to[1] - at[1]), half, length), title: `${title}, ${beamDeg}°` })
    }
    handles.push({ kind: 'lamp-aim', key: name, at: to, place: target, title: `what ${title} looks at`, reach: 0.13 })
  }
  return { lines, handles }
}

/** Things in the drawing that a hand may take hold of; the largest first, so that what stands on them is on top. */
function thingHandles({ set }: ShotSlice, box: PlanView['box']): PlanHandle[] {
  return set.placements
    .filter(({ position: [x, y, z] }) => y > -0.5 && x > box.x && x < box.x + box.width && z > box.z && z < box.z + box.depth)
    .toSorted((a, b) => b.size[0] * b.size[2] - a.size[0] * a.size[2])
    .map((p) => ({
      kind: 'thing',
      key: p.key,
      at: onFloor(p.position),
      place: p.position,
      title: p.prop.replaceAll('-', ' '),
      reach: Math.min(0.4, Math.max(0.1, Math.min(p.size[0], p.size[2]) / 2)),
    }))
}

/** Rooms are drawn whole; outside, what plays and its surroundings. */
function boxAround({ set }: ShotSlice, points: readonly PlanPoint[]): PlanView['box'] {
  const [w, d] = [set.widthM / 2, set.depthM / 2]
  const [xs, zs] = [points.map((p) => p[0]), points.map((p) => p[1])]
  const beyond = set.heightM > 0 ? Number.POSITIVE_INFINITY : SIGHT_M / 2
  const reach = (all: readonly number[], half: number): readonly [number, number] => {
    const [least, most] = [Math.min(...all), Math.max(...all)]
    return [Math.min(least, Math.max(-half, least - beyond)) - MARGIN_M, Math.max(most, Math.min(half, most + beyond)) + MARGIN_M]
  }
  const [x0, x1] = reach(xs, w)
  const [z0, z1] = reach(zs, d)
  return { x: x0, z: z0, width: x1 - x0, depth: z1 - z0 }
}
