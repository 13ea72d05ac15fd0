import { add, type CameraMount, type CameraPlan, type Placement, type Vec3 } from '../../film'
import type { Assignment } from './picture'
import { eyesAt, type Sitter } from './sitter'

/** A camera that is fixed to something. */
export interface Mounted {
  readonly position: Vec3
  readonly target: Vec3
  readonly lensMm: number
  readonly why: string
  /** Whom it keeps sharp. */
  readonly focus?: string
  /** What it moves with, where that moves. */
  readonly on?: NonNullable<CameraPlan['mount']>
}

/** Things that are driven or ridden. */
const VEHICLES: ReadonlySet<string> = new Set([
  'pickup',
  'sedan',
  'car',
  'open-car',
  'van',
  'truck',
  'tractor',
  'bicycle',
  'motorcycle',
  'cart',
])

/** A mount on a vehicle: where it is in parts of its box [width, height, depth], and metres beyond them; what it looks at. */
interface Rig {
  readonly at: Vec3
  readonly beyond: Vec3
  readonly looksAt: 'people' | 'road' | 'ride' | 'wheel'
  readonly lensMm: number
  readonly says: string
}

const ON_VEHICLE: Readonly<Partial<Record<CameraMount, Rig>>> = {
  bonnet: { at: [0, 0.6, 0.36], beyond: [0, 0.46, 0], looksAt: 'people', lensMm: 26, says: 'on the bonnet, through the windscreen' },
  dash: { at: [0, 0.66, 0.14], beyond: [0, 0.1, 0], looksAt: 'road', lensMm: 20, says: 'on the dashboard, at the road' },
  door: { at: [0.5, 0.78, 0.06], beyond: [0.62, 0, 0.25], looksAt: 'people', lensMm: 35, says: 'on a tray at the driver’s door' },
  wheel: { at: [0.5, 0.24, -0.04], beyond: [0.3, 0, 0], looksAt: 'wheel', lensMm: 20, says: 'low behind the front wheel' },
  'back-seat': { at: [0, 0.8, -0.16], beyond: [0, 0, 0], looksAt: 'road', lensMm: 20, says: 'behind the seats, over the shoulders' },
  roof: { at: [0, 1, -0.05], beyond: [0, 0.35, 0], looksAt: 'road', lensMm: 22, says: 'on the roof, at the road' },
  'camera-car': { at: [-0.5, 0.6, 0.5], beyond: [-1.7, 0.5, 4.2], looksAt: 'ride', lensMm: 30, says: 'on a camera car, ahead and beside' },
}

/** On somebody: the bone, where it is in the bone's frame, metres, and which way it looks there, radians; what they call it. */
const ON_BODY: Readonly<
  Partial<Record<CameraMount, { bone: 'upperChest' | 'head'; at: Vec3; yaw: number; pitch: number; lensMm: number; says: string }>>
> = {
  chest: { bone: 'upperChest', at: [0.03, 0.08, 0.2], yaw: 0, pitch: 0, lensMm: 16, says: 'on the chest, as a body camera' },
  head: { bone: 'head', at: [0, 0.12, 0.17], yaw: 0, pitch: -0.12, lensMm: 18, says: 'on the head' },
  face: { bone: 'upperChest', at: [0, 0.3, 0.78], yaw: Math.PI, pitch: -0.03, lensMm: 24, says: 'on a rig before the body, at the face' },
}

const SECURITY_LENS_MM = 18
const THING_LENS_MM = 28
const ROAD_M = 40

/**
 * Where a camera is that is mounted as somebody asks; undefined where there is nothing to mount it on.
 * @param props carried in the scene.
 */
export function mountedAs(a: Assignment, mount: CameraMount, props: readonly { readonly key: string }[]): Mounted | undefined {
  const body = ON_BODY[mount]
  if (body) {
    const who = a.subjects[0] ?? a.people[0]
    return who && onBody(a, who, body)
  }
  if (mount === 'wall') return onWall(a)
  if (mount === 'thing') return onThing(a)
  if (mount === 'prop') {
    const [prop] = props
    const eyes = a.people[0] ? eyesAt(a.people[0], a.moments[1]!) : ([0, 1.4, 0] as Vec3)
    return (
      prop && {
        position: add(eyes, [0, -0.2, 0.4]),
        target: add(eyes, [0, -0.2, 3]),
        lensMm: SECURITY_LENS_MM,
        why: `on the ${prop.key}`,
        on: { kind: 'prop', key: prop.key, at: [0, 0.12, 0], yaw: 0, pitch: -0.05 },
      }
    )
  }
  const ride = vehicleOf(a)
  const rig = ON_VEHICLE[mount]
  return ride && rig && onVehicle(a, ride, rig)
}

/** What is driven, or the vehicle that stands nearest to whom it is about. */
function vehicleOf({ set, subjects, moments }: Assignment): Placement | undefined {
  const driven = set.placements.find((p) => p.key === set.travel?.ride)
  if (driven) return driven
  const near = subjects[0] ? eyesAt(subjects[0], moments[1]!) : ([0, 0, 0] as Vec3)
  const away = (p: Placement) => Math.hypot(p.position[0] - near[0], p.position[2] - near[2])
  return set.placements.filter((p) => VEHICLES.has(p.prop)).sort((p, q) => away(p) - away(q))[0]
}

function onVehicle(a: Assignment, ride: Placement, rig: Rig): Mounted {
  const [w, h, d] = ride.size
  const [c, s] = [Math.cos(ride.yaw), Math.sin(ride.yaw)]
  const placed = ([x, y, z]: Vec3): Vec3 => [ride.position[0] + x * c + z * s, ride.position[1] + y, ride.position[2] - x * s + z * c]
  const eyes = a.people.map((p) => ({ who: p, at: eyesAt(p, a.moments[1]!) }))
  const aboard = eyes.filter(({ at }) => Math.hypot(at[0] - ride.position[0], at[2] - ride.position[2]) < d / 2)
  const about = aboard.filter(({ who }) => a.subjects.includes(who))
  const faces = about.length > 0 ? about : aboard
  const side =
    rig.at[0] > 0 && faces[0] ? Math.sign((faces[0].at[0] - ride.position[0]) * c - (faces[0].at[2] - ride.position[2]) * s) || 1 : 1
  const at = placed([side * (rig.at[0] * w + rig.beyond[0]), rig.at[1] * h + rig.beyond[1], rig.at[2] * d + rig.beyond[2]])
  const mean = faces.reduce<Vec3>((sum, f) => add(sum, f.at), [0, 0, 0]).map((v) => v / Math.max(1, faces.length)) as unknown as Vec3
  const people: Vec3 = faces.length > 0 ? add(mean, [0, -0.06, 0]) : placed([0, h * 0.72, 0])
  const target =
    rig.looksAt === 'people'
      ? people
      : rig.looksAt === 'road'
        ? placed([0, h * 0.5, ROAD_M])
        : rig.looksAt === 'wheel'
          ? placed([side * (w / 2 + 0.16), h * 0.2, d])
          : placed([0, h * 0.5, 0])
  const focus = rig.looksAt === 'people' ? faces[0]?.who.key : undefined
  return { position: at, target, lensMm: rig.lensMm, why: `mounted on the ${ride.prop}: ${rig.says}`, ...(focus ? { focus } : {}) }
}

function onBody(a: Assignment, who: Sitter, body: NonNullable<(typeof ON_BODY)[CameraMount]>): Mounted {
  const { bone, at, yaw, pitch, lensMm, says } = body
  const eyes = eyesAt(who, a.moments[1]!)
  // For whoever draws plans: about where it is; in a frame it is where the bone is.
  return {
    position: add(eyes, [0, bone === 'head' ? 0.05 : -0.3, 0.1]),
    target: add(eyes, [0, 0, yaw === 0 ? 3 : -1]),
    lensMm,
    why: `mounted on ${who.key.replaceAll('-', ' ')}: ${says}`,
    on: { kind: 'actor', key: who.key, bone, at, yaw, pitch },
    ...(yaw === 0 ? {} : { focus: who.key }),
  }
}

/** High in the corner that is farthest from whom it is about, as cameras of watchmen hang. */
function onWall(a: Assignment): Mounted {
  const { set, subjects, people, moments, studio } = a
  const seen = subjects.length > 0 ? subjects : people
  const target: Vec3 = seen[0] ? add(eyesAt(seen[0], moments[1]!), [0, -0.4, 0]) : [0, 0.9, 0]
  const high = set.interior ? set.heightM - 0.3 : 3.6
  const [x, z] = [set.widthM / 2 - 0.32, set.depthM / 2 - 0.32]
  const corners = [-1, 1].flatMap((i) =>
    [-1, 1].map((j): Vec3 => studio.inside([i * (set.interior ? x : Math.min(x, 7)), high, j * (set.interior ? z : Math.min(z, 7))])),
  )
  const away = (p: Vec3) => Math.hypot(p[0] - target[0], p[2] - target[2])
  const at = corners.reduce((best, p) => (away(p) > away(best) + 0.01 ? p : best))
  return { position: at, target, lensMm: SECURITY_LENS_MM, why: 'mounted on the wall, high in the far corner' }
}

/** On what stands nearest before whom it is about. */
function onThing(a: Assignment): Mounted | undefined {
  const { set, subjects, people, moments } = a
  const who = subjects[0] ?? people[0]
  const eyes: Vec3 = who ? eyesAt(who, moments[1]!) : [0, 1.5, 0]
  const away = (p: Placement) => Math.hypot(p.position[0] - eyes[0], p.position[2] - eyes[2])
  const stands = set.placements.filter((p) => p.blocks && p.size[1] > 0.3 && p.size[1] < 1.7 && away(p) > 0.9)
  const thing = stands.sort((p, q) => away(p) - away(q))[0]
  if (!thing) return undefined
  return {
    position: add(thing.position, [0, thing.size[1] + 0.16, 0]),
    target: eyes,
    lensMm: THING_LENS_MM,
    why: `mounted on the ${thing.prop.replaceAll('-', ' ')}`,
    ...(who ? { focus: who.key } : {}),
  }
}
