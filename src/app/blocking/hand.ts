import { propInfo, roomFor } from '../../departments/art'
import { add, cameraPointIndex, type HandEdit, type Placement, type PlannedShot, type ShotSlice, sub, type Vec3 } from '../../film'
import type { PlanHandle } from '../../production/plan-view'
import { type HandWish, type PutByHand, standersOf } from '../../production/put-by-hand'

export const TABS = ['set', 'light', 'camera', 'people'] as const
export type Tab = (typeof TABS)[number]

/** What is picked on the plan. */
export interface Picked {
  readonly kind: PlanHandle['kind']
  readonly key: string
}

/** What is held: of a handle, what it moves. */
export type Held = Pick<PlanHandle, 'kind' | 'key' | 'place'>
/** Where it is wanted; on the grid where that is on, and not said otherwise. */
export type Wish = Omit<HandWish, 'gridM'> & { readonly isFree?: boolean }

/** The grid that places keep to, metres. */
export const GRID_M = 0.1

/** What a tab of the inspector edits with. */
export interface Hand {
  readonly slice: ShotSlice
  readonly shot: PlannedShot
  /** Seconds from the shot's start. */
  readonly timeS: number
  readonly picked: Picked | undefined
  readonly pick: (picked: Picked | undefined) => void
  /** Lamps and rig of the whole scene, or of this shot. */
  readonly lightOf: 'scene' | 'shot'
  readonly setLightOf: (of: 'scene' | 'shot') => void
  /** Plans the film with edits; one step to be undone. */
  readonly edit: (...edits: readonly HandEdit[]) => Promise<void>
  /** The same, as part of the last step. */
  readonly amend: (...edits: readonly HandEdit[]) => Promise<void>
  /** All that was changed by hand. */
  readonly edits: readonly HandEdit[]
  /** Whether places keep to the grid, and walls draw. */
  readonly isSnapping: boolean
  /** Where something can be, near where it is wanted; nothing is changed. */
  readonly settle: (handle: Held, wish: Wish) => PutByHand
  /** Puts something where it is wanted, as near as it can be there; says so where it cannot. */
  readonly put: (handle: Held, wish: Wish) => Promise<void>
  /** Says something of what was tried; nothing is said any more for undefined. */
  readonly say: (note: string | undefined) => void
  /** Takes back what a hand said of a lamp or thing. */
  readonly unedit: (target: string, of: string) => Promise<void>
}

/** Which tab has what a handle moves. */
export const tabOf = (kind: PlanHandle['kind']): Tab =>
  kind === 'thing' ? 'set' : kind === 'lamp' || kind === 'lamp-aim' ? 'light' : kind === 'person' ? 'people' : 'camera'

/** Whose lamps are set: the scene's, or this shot's. */
export const lightTarget = ({ shot, lightOf }: Pick<Hand, 'shot' | 'lightOf'>): string => (lightOf === 'shot' ? shot.key : shot.sceneKey)

/** What moving a handle edits: whose, and which of its values. */
export function targetOf(
  { kind, key }: Pick<PlanHandle, 'kind' | 'key'>,
  hand: Pick<Hand, 'shot' | 'slice' | 'lightOf'>,
): Pick<HandEdit, 'target' | 'path'> {
  switch (kind) {
    case 'person':
      return { target: hand.shot.sceneKey, path: `people.${key}` }
    case 'thing':
      return { target: hand.slice.set.key, path: `things.${key}.position` }
    case 'lamp':
    case 'lamp-aim':
      return { target: lightTarget(hand), path: `lamps.${key}.${kind === 'lamp' ? 'position' : 'target'}` }
    default:
      return { target: hand.shot.key, path: `camera.keys.${key}.${kind === 'camera' ? 'position' : 'target'}` }
  }
}

/** Which of its keys is the point of the camera's way that is edited: the one that is picked, else the nearest in time. */
export function cameraIndex({ slice, picked, timeS }: Pick<Hand, 'slice' | 'picked' | 'timeS'>): number {
  const { camera } = slice.shot
  const { keys } = camera
  const wanted = picked?.kind === 'camera' || picked?.kind === 'aim' ? cameraPointIndex(camera, Number(picked.key)) : -1
  if (keys[wanted]) return wanted
  return keys.reduce((best, k, i) => (Math.abs(k.t - timeS) < Math.abs((keys[best]?.t ?? 0) - timeS) ? i : best), 0)
}

/** Which way a camera looks: clockwise from north, and up, degrees. */
export function panTiltOf(position: Vec3, target: Vec3): { readonly panDeg: number; readonly tiltDeg: number } {
  const [x, y, z] = sub(target, position)
  return { panDeg: (Math.atan2(x, -z) * 180) / Math.PI, tiltDeg: (Math.atan2(y, Math.hypot(x, z)) * 180) / Math.PI }
}

/** What a camera looks at that is turned so, as far away. */
export function aimedBy(position: Vec3, metres: number, panDeg: number, tiltDeg: number): Vec3 {
  const [pan, tilt] = [(panDeg * Math.PI) / 180, (tiltDeg * Math.PI) / 180]
  return add(position, [Math.sin(pan) * Math.cos(tilt) * metres, Math.sin(tilt) * metres, -Math.cos(pan) * Math.cos(tilt) * metres])
}

/** Radians as whole degrees, −179 to 180. */
export const degrees = (radians: number): number => {
  const turned = Math.round((radians * 180) / Math.PI) % 360
  return turned > 180 ? turned - 360 : turned <= -180 ? turned + 360 : turned
}

/** What putting something where it can be edits: one step. */
export function editsOf(held: Held, { place, yaw }: PutByHand, hand: Pick<Hand, 'shot' | 'slice' | 'lightOf'>): HandEdit[] {
  const moved: HandEdit = { ...targetOf(held, hand), value: place, base: held.place }
  const thing = held.kind === 'thing' ? hand.slice.set.placements.find((p) => p.key === held.key) : undefined
  const turn = yaw === undefined || !thing ? undefined : degrees(yaw)
  const isMoved = place.some((v, i) => Math.abs(v - (held.place[i] as number)) > 1e-4)
  return [
    ...(isMoved ? [moved] : []),
    ...(thing && turn !== undefined && turn !== degrees(thing.yaw)
      ? [{ target: hand.slice.set.key, path: `things.${held.key}.turn`, value: turn, base: degrees(thing.yaw) }]
      : []),
  ]
}

/** A value that a hand gave, of all that were; undefined for none. */
export const handValue = (edits: readonly HandEdit[], target: string, path: string): HandEdit['value'] | undefined =>
  edits.findLast((e) => e.target === target && e.path === path)?.value

/** A name for one more lamp or thing, that nothing has, nor had. */
export function newName(of: 'lamps' | 'things', taken: readonly string[], edits: readonly HandEdit[], stem: string): string {
  const all = new Set([...taken, ...edits.flatMap(({ path }) => (path.startsWith(`${of}.`) ? (path.split('.')[1] ?? []) : []))])
  let n = 1
  while (all.has(`${stem}${n}`)) n++
  return `${stem}${n}`
}

/** Things that somebody put into a set are named so. */
export const ADDED_THING = 'hand-'

/** Takes a thing out of its set: one that a hand put there is not there any more. */
export function takeOut({ slice, pick, edit, unedit }: Hand, key: string): void {
  pick(undefined)
  const target = slice.set.key
  void (key.startsWith(ADDED_THING) ? unedit(target, `things.${key}`) : edit({ target, path: `things.${key}.gone`, value: 1, base: 0 }))
}

/** Puts one thing more of a kind into the set, where there is room near a place; says so where there is none. */
export function addThing({ slice, timeS, edits, pick, edit, say }: Hand, prop: string, near: Vec3, yaw = 0): void {
  const { set } = slice
  const taken = set.placements.map((p) => p.key)
  const key = newName('things', taken, edits, ADDED_THING)
  const { size, blocks, place } = propInfo(prop)
  const y = place === 'ceiling' ? set.heightM - size[1] : near[1]
  const one: Placement = { key, prop, position: [near[0], y, near[2]], yaw, size: [...size], seed: 1, blocks }
  const at = roomFor(set, one, one.position, standersOf(slice, timeS))
  if (!at) {
    say(`There is no room for one ${prop.replaceAll('-', ' ')} more near there`)
    return
  }
  const target = set.key
  pick({ kind: 'thing', key })
  const turn = degrees(at.yaw)
  void edit(
    { target, path: `things.${key}.add`, value: prop, base: '' },
    { target, path: `things.${key}.position`, value: at.position, base: NOWHERE },
    ...(turn === 0 ? [] : [{ target, path: `things.${key}.turn`, value: turn, base: 0 }]),
  )
}

/** Puts one more of a thing beside it. */
export function duplicate(hand: Hand, key: string): void {
  const thing = hand.slice.set.placements.find((p) => p.key === key)
  if (thing) addThing(hand, thing.prop, thing.position, thing.yaw)
}

/** Points that a hand put into a camera's way are numbered from here: no way that is planned has so many. */
export const ADDED_POINT = 500

export const NOWHERE: Vec3 = [0, 0, 0]
