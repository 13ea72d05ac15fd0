import { clamp, floorHeightAt, isRaisedFloor, type Placement, type SetSpec, type Vec3, wrapAngle } from '../../film'
import { propInfo } from './catalogue'
import { distanceTo, footprint, overlaps, type Rect } from './footprint'
import { wallFrame } from './layout'
import { topAt } from './put-in-set'
import { thingsOn } from './without-things'

/** Where a hand wants a thing. */
export interface WantedPlace {
  readonly position: Vec3
  /** Radians about y. */
  readonly yaw: number
  /** Places are rounded to this, metres, and turns to 15°; 0 leaves them as they are. */
  readonly gridM: number
}

/** Where a thing comes to rest that a hand carries. */
export interface SettledThing {
  readonly position: Vec3
  readonly yaw: number
  /** What held it back on its way, in words: it is elsewhere than the hand. */
  readonly held?: string
  /** Why it cannot be there at all, in words. */
  readonly refused?: string
}

/** Who is in the set, and where on its floor. */
export interface Stander {
  readonly name: string
  readonly position: Vec3
}

/** Turns are rounded to so many radians. */
const TURN_STEP = Math.PI / 12
/** What has its side so near to a wall is pushed against it, metres. */
const TO_WALL_M = 0.12
/** Things may touch by so much and are not in each other, metres. */
const TOUCH_M = 0.03
/** People keep so far from what is put beside them, metres. */
const BODY_M = 0.15
/** In a doorway nobody's way is narrower than this to either side, metres. */
const WAY_M = 0.22
/** What is flatter lies under other things, metres. */
const FLAT_M = 0.06
/** Chairs go under tops that are so high, metres. */
const KNEES_M = 0.55
/** What is hung up is so far from its wall, metres. */
const NAIL_M = 0.005
/** Farther from a wall than this nothing hangs on it, metres. */
const HANGS_M = 0.1

/**
 * Lets a thing come to rest near where a hand wants it, as a thing of its kind can be: on the floor or on what is under it, on
 * the wall, under the ceiling, inside of the walls. It may not stand in other things, people, doorways or windows; what it did
 * before it was moved, it may go on doing.
 */
export function settleThing(set: SetSpec, thing: Placement, wish: WantedPlace, people: readonly Stander[] = []): SettledThing {
  const rest = { ...set, placements: set.placements.filter((p) => p.key !== thing.key) }
  const on = new Set(thingsOn(set, thing))
  const base = { ...rest, placements: rest.placements.filter((p) => !on.has(p.key)) }
  const isNew = rest.placements.length === set.placements.length
  const wall = isNew && propInfo(thing.prop).place === 'wall' ? nearestWall(set, wish.position) : wallOf(set, thing)
  const off = wall && (isNew ? thing.size[2] / 2 + NAIL_M : fromWall(wall, thing.position))
  const at = wall && off !== undefined ? onWall(set, thing, off, wish) : standing(base, thing, wish)
  const put = { ...thing, position: at.position, yaw: at.yaw }
  const before = new Set(isNew ? [] : hindrances(base, thing, thing, people))
  const refused = hindrances(base, put, thing, people).find((why) => !before.has(why))
  return { ...at, ...(refused === undefined ? {} : { refused }) }
}

/** How far round a place room is looked for, in which steps, metres. */
const SEEK = { farthest: 3.5, step: 0.25, turns: 16 } as const

/**
 * The nearest place to a point where one thing more may stand or hang.
 * @param thing as it would be; its key is none of the set's.
 * @returns undefined where there is no room within a few metres.
 */
export function roomFor(set: SetSpec, thing: Placement, near: Vec3, people: readonly Stander[] = []): SettledThing | undefined {
  for (let r = 0; r <= SEEK.farthest; r += SEEK.step)
    for (let i = 0; i < (r === 0 ? 1 : SEEK.turns); i++) {
      const angle = (i / SEEK.turns) * 2 * Math.PI
      const position: Vec3 = [near[0] + r * Math.cos(angle), near[1], near[2] + r * Math.sin(angle)]
      const at = settleThing(set, thing, { position, yaw: thing.yaw, gridM: 0 }, people)
      if (at.refused === undefined && at.held === undefined) return at
    }
  return
}

/** Whether a thing hangs on a wall, so that a hand may also raise and lower it. */
export const mayBeRaised = (set: SetSpec, thing: Placement): boolean => wallOf(set, thing) !== undefined

const rounded = (v: number, step: number): number => (step > 0 ? Math.round(v / step) * step : v)
const thousandth = (v: number): number => Math.round(v * 1000) / 1000
const named = (p: Pick<Placement, 'prop'>): string => `the ${p.prop.replaceAll('-', ' ')}`

const SIDES = ['north', 'east', 'south', 'west'] as const
type Wall = ReturnType<typeof wallFrame> & { readonly side: (typeof SIDES)[number]; readonly in: readonly [number, number] }

const wallsOf = ({ widthM, depthM, heightM }: SetSpec): Wall[] =>
  heightM > 0
    ? SIDES.map((side) => {
        const frame = wallFrame(side, widthM, depthM)
        return { ...frame, side, in: [Math.sin(frame.yaw), Math.cos(frame.yaw)] }
      })
    : []

const fromWall = ({ o, in: [x, z] }: Wall, [px, , pz]: Vec3): number => (px - o[0]) * x + (pz - o[1]) * z
const alongWall = ({ o, u }: Wall, [px, , pz]: Vec3): number => (px - o[0]) * u[0] + (pz - o[1]) * u[1]

/** The wall that a thing hangs on; undefined for what does not. */
function wallOf(set: SetSpec, thing: Placement): Wall | undefined {
  if (propInfo(thing.prop).place !== 'wall') return
  return wallsOf(set).find((w) => Math.abs(wrapAngle(thing.yaw - w.yaw)) < 0.1 && fromWall(w, thing.position) < thing.size[2] / 2 + HANGS_M)
}

const nearestWall = (set: SetSpec, at: Vec3): Wall | undefined => wallsOf(set).toSorted((a, b) => fromWall(a, at) - fromWall(b, at))[0]

/** On the wall that is nearest to where it is wanted, as high as it is wanted. @param off its middle's distance from the wall, metres. */
function onWall(set: SetSpec, thing: Placement, off: number, { position, gridM }: WantedPlace): SettledThing {
  const wall = nearestWall(set, position) as Wall
  const half = thing.size[0] / 2
  const wanted = rounded(alongWall(wall, position), gridM)
  const along = clamp(wanted, half, Math.max(half, wall.length - half))
  const up = rounded(position[1], gridM)
  const y = clamp(up, 0, Math.max(0, set.heightM - thing.size[1]))
  const x = wall.o[0] + wall.u[0] * along + wall.in[0] * off
  const z = wall.o[1] + wall.u[1] * along + wall.in[1] * off
  const held = Math.abs(along - wanted) > 0.02 ? 'the corner holds it back' : Math.abs(y - up) > 0.02 ? 'the wall ends there' : undefined
  return { position: [thousandth(x), thousandth(y), thousandth(z)], yaw: wall.yaw, ...(held ? { held } : {}) }
}

/** On the floor, on what is under it, or under the ceiling; inside of the walls. */
function standing(set: SetSpec, thing: Placement, { position, yaw, gridM }: WantedPlace): SettledThing {
  const turned = gridM > 0 && yaw !== thing.yaw ? Math.round(yaw / TURN_STEP) * TURN_STEP : yaw
  const moves = Math.hypot(position[0] - thing.position[0], position[2] - thing.position[2]) > 1e-6
  const step = moves ? gridM : 0
  const wanted: Vec3 = [rounded(position[0], step), position[1], rounded(position[2], step)]
  let [x, z] = [wanted[0], wanted[2]]
  let held: string | undefined
  if (set.heightM > 0) {
    const { corners } = footprint({ ...thing, position: [0, 0, 0], yaw: turned })
    const [w, d] = [set.widthM / 2 - Math.max(...corners.map((c) => c[0])), set.depthM / 2 - Math.max(...corners.map((c) => c[1]))]
    // A thing that is larger than the room stays in its middle.
    const inside = (v: number, half: number) => (half > 0 ? clamp(v, -half, half) : 0)
    ;[x, z] = [inside(x, w), inside(z, d)]
    if (Math.min(w, d) < -TOUCH_M) held = 'the room is too small for it'
    else if (Math.hypot(x - wanted[0], z - wanted[2]) > 0.02) held = 'the wall holds it back'
    else if (gridM > 0 && moves) {
      const toWall = (v: number, half: number) => (half - Math.abs(v) < TO_WALL_M ? Math.sign(v) * half : v)
      ;[x, z] = [toWall(x, w), toWall(z, d)]
    }
  }
  return { position: [thousandth(x), thousandth(heightAt(set, thing, x, z)), thousandth(z)], yaw: turned, ...(held ? { held } : {}) }
}

/** How high a thing of its kind is at a spot. */
function heightAt(set: SetSpec, thing: Placement, x: number, z: number): number {
  const { place } = propInfo(thing.prop)
  if (place === 'ceiling' || (place === 'wall' && thing.position[1] > 0)) return thing.position[1]
  const floor = isRaisedFloor(thing.prop) ? thing.position[1] : floorHeightAt(set, x, z)
  const stood = thing.position[1] > floorHeightAt(set, thing.position[0], thing.position[2]) + 0.05
  if (place === 'top' || stood) return Math.max(floor, topAt(set, x, z))
  // What is let into the ground stays so.
  return thing.position[1] < 0 ? thing.position[1] : floor
}

/** What stands in a thing's way where it is, in words. @param was the thing before it was moved. */
function hindrances(set: SetSpec, thing: Placement, was: Placement, people: readonly Stander[]): string[] {
  const area = footprint(thing)
  const out: string[] = []
  const [y0, y1] = [thing.position[1], thing.position[1] + thing.size[1]]
  if (thing.size[1] > FLAT_M)
    for (const other of set.placements) {
      if (other.size[1] <= FLAT_M || isRaisedFloor(other.prop)) continue
      const [o0, o1] = [other.position[1], other.position[1] + other.size[1]]
      if (y0 >= o1 - TOUCH_M || o0 >= y1 - TOUCH_M || carries(other, thing) || isUnder(set, thing, other) || isUnder(set, other, thing))
        continue
      if (overlaps(footprint(other), area, -TOUCH_M)) out.push(`${named(other)} is in the way`)
    }
  const overDoor = wallsOf(set).flatMap((wall) => holesUnder(set, wall, thing, area))
  out.push(...overDoor.map((kind) => `it would hang over a ${kind}`))
  if (thing.blocks) {
    if (set.marks.some((m) => m.kind === 'door' && distanceTo(area, m.position[0], m.position[2]) < WAY_M))
      out.push('it would shut the doorway')
    const from = footprint(was)
    for (const {
      name,
      position: [x, y, z],
    } of people)
      if (y < y1 && distanceTo(area, x, z) < BODY_M && distanceTo(from, x, z) >= BODY_M) out.push(`${name} is in the way`)
  }
  return out
}

/** Whether one thing stands on the other's top. */
function carries(below: Placement, thing: Placement): boolean {
  const { surfaceHeight } = propInfo(below.prop)
  if (surfaceHeight === undefined) return false
  const top = below.position[1] + (surfaceHeight * below.size[1]) / propInfo(below.prop).size[1]
  return thing.position[1] > top - TOUCH_M && distanceTo(footprint(below), thing.position[0], thing.position[2]) === 0
}

/** Whether a seat is pushed under a top, and not through it. */
function isUnder(set: SetSpec, seat: Placement, table: Placement): boolean {
  const { surfaceHeight = 0 } = propInfo(table.prop)
  const isSeat = set.marks.some((m) => m.of === seat.key && m.kind === 'seat')
  return isSeat && surfaceHeight > KNEES_M && distanceTo(footprint(table), seat.position[0], seat.position[2]) > 0
}

/** Kinds of openings that a thing on a wall covers. */
function holesUnder(set: SetSpec, wall: Wall, thing: Placement, area: Rect): string[] {
  if (propInfo(thing.prop).place !== 'wall' || fromWall(wall, thing.position) > thing.size[2] / 2 + HANGS_M) return []
  const spans = area.corners.map(([x, z]) => alongWall(wall, [x, 0, z]))
  const [a0, a1] = [Math.min(...spans), Math.max(...spans)]
  const [y0, y1] = [thing.position[1], thing.position[1] + thing.size[1]]
  return set.openings
    .filter((o) => o.wall === wall.side && a0 < o.along + o.width / 2 - TOUCH_M && a1 > o.along - o.width / 2 + TOUCH_M)
    .filter((o) => y0 < o.sill + o.height - TOUCH_M && y1 > o.sill + TOUCH_M)
    .map((o) => o.kind)
}
