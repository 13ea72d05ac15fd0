import { distanceTo, footprint, type Stander, settleThing } from '../departments/art'
import {
  cameraPointIndex,
  clamp,
  distance,
  inCab,
  intoCab,
  isRide,
  type Placement,
  type SetSpec,
  type ShotSlice,
  type Vec3,
  whereAt,
} from '../film'
import type { PlanHandle } from './plan-view'

/** Where a hand wants what it holds. */
export interface HandWish {
  readonly place: Vec3
  /** Of a thing: which way it faces, radians about y. As it does when absent. */
  readonly yaw?: number
  /** Places are rounded to this, metres; 0 leaves them as they are. */
  readonly gridM: number
}

/** Where what a hand holds can be. */
export interface PutByHand {
  readonly place: Vec3
  /** Of a thing. */
  readonly yaw?: number
  /** What held it back, in words: it is as near as it can be. */
  readonly held?: string
  /** Why it cannot be there, in words. */
  readonly refused?: string
}

/** Metres that lamps and the camera keep from walls, floor and ceiling. */
const FROM_WALL_M = 0.1
const FROM_FLOOR_M = 0.08
/** How high outside a crane goes, metres. */
const HIGHEST_M = 30
/** Metres that the camera keeps from people's middles, up to over their heads. */
const FROM_PERSON_M = 0.35
const OVERHEAD_M = 1.95
/** What the camera looks at is at least so far from it, metres. */
const LOOKS_M = 0.1
/** Exteriors go on so far beyond where is played, metres. */
const BEYOND_M = 40
/** A thing that is thinner than this stops no lamp and no camera, metres. */
const THIN_M = 0.06

/**
 * Where something that a hand holds can be, near where it is wanted: things as `settleThing` has it; lamps, the camera and people
 * inside of the walls, above the floor and in nothing solid. Where it was before, it may stay.
 * @param timeS seconds from the shot's start.
 */
export function putByHand(slice: ShotSlice, handle: Pick<PlanHandle, 'kind' | 'key' | 'place'>, wish: HandWish, timeS: number): PutByHand {
  const { set } = slice
  if (handle.kind === 'thing') {
    const thing = set.placements.find((p) => p.key === handle.key)
    if (!thing) return { place: handle.place, refused: 'it is not there any more' }
    const { position, ...rest } = settleThing(
      set,
      thing,
      { position: wish.place, yaw: wish.yaw ?? thing.yaw, gridM: wish.gridM },
      standersOf(slice, timeS),
    )
    return { place: position, ...rest }
  }
  const place = wish.place.map((v, i) =>
    v === handle.place[i] || wish.gridM === 0 ? v : Math.round(v / wish.gridM) * wish.gridM,
  ) as unknown as Vec3
  const inside = handle.kind === 'person' ? onFloor(set, place) : aboveFloor(set, handle.kind, place)
  const held =
    distance(inside, place) > 0.02 ? (set.interior ? 'walls, floor and ceiling hold it back' : 'the ground holds it back') : undefined
  const at = inside.map((v) => Math.round(v * 1000) / 1000) as unknown as Vec3
  const before = hindrance(slice, handle, handle.place, timeS)
  const why = hindrance(slice, handle, at, timeS)
  return { place: at, ...(held ? { held } : {}), ...(why !== undefined && why !== before ? { refused: why } : {}) }
}

/** Who stands and sits in a shot at a time. */
export function standersOf({ shot, cast }: ShotSlice, timeS: number): Stander[] {
  return shot.performances.map(({ character, where }) => ({
    name: cast.find((c) => c.key === character)?.name ?? character,
    position: whereAt(where, timeS).position,
  }))
}

/** A point of the floor, inside of the walls. */
function onFloor(set: SetSpec, [x, y, z]: Vec3): Vec3 {
  const more = set.heightM > 0 ? -FROM_WALL_M : BEYOND_M
  const [w, d] = [set.widthM / 2 + more, set.depthM / 2 + more]
  return [clamp(x, -w, w), y, clamp(z, -d, d)]
}

/** A point inside of walls, floor and ceiling; in a vehicle that the set is about, inside of that. Looked at may be the floor itself. */
function aboveFloor(set: SetSpec, kind: PlanHandle['kind'], at: Vec3): Vec3 {
  if (kind === 'camera' && isRide(set) && inCab(set, at) === false) return intoCab(set, at) ?? at
  const [x, , z] = onFloor(set, at)
  const isLookedAt = kind === 'aim' || kind === 'lamp-aim'
  const least = isLookedAt ? 0 : FROM_FLOOR_M
  const most = set.heightM > 0 ? set.heightM - (isLookedAt ? 0 : FROM_WALL_M) : HIGHEST_M
  return [x, clamp(at[1], least, Math.max(least, most)), z]
}

/** What is in the way of something at a place, in words; undefined for nothing. */
function hindrance(slice: ShotSlice, { kind, key }: Pick<PlanHandle, 'kind' | 'key'>, at: Vec3, timeS: number): string | undefined {
  const { camera } = slice.shot
  if (kind === 'aim' || kind === 'camera') {
    const own = camera.keys[cameraPointIndex(camera, Number(key))]
    const other = kind === 'aim' ? own?.position : own?.target
    if (other && distance(other, at) < LOOKS_M) return 'the camera would look at itself'
  }
  if (kind !== 'camera' && kind !== 'lamp') return
  const what = kind === 'camera' ? 'the camera' : 'the lamp'
  const thing = slice.set.placements.find((p) => holds(p, at))
  if (thing && !(kind === 'camera' && isRide(slice.set))) return `${what} would be inside of the ${thing.prop.replaceAll('-', ' ')}`
  if (kind === 'lamp') return
  const near = standersOf(slice, timeS).find(
    ({ position: [x, y, z] }) => Math.hypot(x - at[0], z - at[2]) < FROM_PERSON_M && at[1] < y + OVERHEAD_M,
  )
  return near && `the camera would be in ${near.name}`
}

const holds = (p: Placement, [x, y, z]: Vec3): boolean =>
  Math.min(...p.size) > THIN_M && y > p.position[1] && y < p.position[1] + p.size[1] && distanceTo(footprint(p), x, z) === 0
