import { clamp, hollowParts, inCab, intoCab, type Placement, type SetSpec, type Vec3 } from '../../film'
import { type Body, bodiesAt, type Sitter } from './sitter'

/** A thing as a turned box. */
export interface Solid {
  readonly key: string
  readonly x: number
  readonly z: number
  readonly cos: number
  readonly sin: number
  readonly half: Vec3
  readonly y0: number
  readonly y1: number
  /** Half the diagonal of its footprint. */
  readonly reach: number
}

/** How near the camera may come to walls, to things and to people's middles, metres. */
export const FROM_WALL = 0.25
const FROM_THING = 0.2
const FROM_PERSON = 0.5
/** How far outside of an exterior's playing area a camera may stand, metres. */
const BEYOND = 14

const STUDIOS = new WeakMap<SetSpec, Studio>()

/** What stands in a camera's way: walls, ceiling, furniture, people. */
export class Studio {
  private readonly solids: readonly Solid[]

  /** The studio of a set; made once for each SetSpec object. */
  static of(set: SetSpec): Studio {
    let s = STUDIOS.get(set)
    if (!s) {
      s = new Studio(set)
      STUDIOS.set(set, s)
    }
    return s
  }

  private constructor(readonly set: SetSpec) {
    this.solids = set.placements.filter((p) => p.size[1] > 0.06 && Math.max(p.size[0], p.size[2]) > 0.12).flatMap(solidsOf)
  }

  /** Inside the room, or the cab that the set is about (outside: near the playing area and above ground), with room to stand. */
  holds(p: Vec3): boolean {
    const { interior, widthM, depthM, heightM } = this.set
    const more = interior ? -FROM_WALL : BEYOND
    if (inCab(this.set, p) === false) return false
    if (Math.abs(p[0]) > widthM / 2 + more || Math.abs(p[2]) > depthM / 2 + more) return false
    return p[1] >= 0.25 && (!interior || p[1] <= heightM - 0.2)
  }

  /** Brings a point inside the room, or the vehicle that the set is about. */
  inside(p: Vec3): Vec3 {
    const aboard = intoCab(this.set, p)
    if (aboard) return aboard
    const { interior, widthM, depthM, heightM } = this.set
    const more = interior ? -FROM_WALL - 0.01 : BEYOND
    const w = Math.max(0.05, widthM / 2 + more)
    const d = Math.max(0.05, depthM / 2 + more)
    return [clamp(p[0], -w, w), interior ? clamp(p[1], 0.3, Math.max(0.4, heightM - 0.25)) : Math.max(0.3, p[1]), clamp(p[2], -d, d)]
  }

  /** Not in furniture. */
  clearOfThings(p: Vec3): boolean {
    for (const s of this.solids) if (within(s, p, FROM_THING)) return false
    return true
  }

  /** Not in anybody's body at a time. */
  clearOfPeople(p: Vec3, people: readonly Sitter[], t: number, least = FROM_PERSON): boolean {
    return this.clearOfBodies(p, bodiesAt(people, t, this.set), least)
  }

  /** `clearOfPeople` where everybody's place is known. */
  clearOfBodies(p: Vec3, bodies: readonly Body[], least = FROM_PERSON): boolean {
    for (const b of bodies) {
      if (b.away) continue
      const dx = p[0] - b.x
      const dz = p[2] - b.z
      if (dx * dx + dz * dz < least * least && p[1] < b.eyes[1] + 0.35) return false
    }
    return true
  }

  /** How many things and people stand between a camera and a point (the last 0.22 m do not count). */
  between(from: Vec3, to: Vec3, people: readonly Sitter[] = [], t = 0, except?: string): number {
    return this.things(from, to) + (people.length ? this.bodies(from, to, bodiesAt(people, t, this.set), except) : 0)
  }

  /** How many things stand between a camera and a point. */
  things(from: Vec3, to: Vec3): number {
    const ax = to[0] - from[0]
    const az = to[2] - from[2]
    const a2 = Math.max(1e-9, ax * ax + az * az)
    const end = shareBefore(from, to)
    let n = 0
    for (const s of this.solids) {
      const u = Math.min(1, Math.max(0, ((s.x - from[0]) * ax + (s.z - from[2]) * az) / a2))
      const px = from[0] + ax * u - s.x
      const pz = from[2] + az * u - s.z
      if (px * px + pz * pz <= s.reach * s.reach && !opensTo(s, from, to) && crosses(s, from, to, end)) n++
    }
    return n
  }

  /** How many people stand between a camera and a point. */
  bodies(from: Vec3, to: Vec3, bodies: readonly Body[], except?: string): number {
    const ax = to[0] - from[0]
    const az = to[2] - from[2]
    const a2 = Math.max(1e-9, ax * ax + az * az)
    const end = shareBefore(from, to)
    let n = 0
    for (const b of bodies) {
      if (b.away || except === b.key) continue
      const u = ((b.x - from[0]) * ax + (b.z - from[2]) * az) / a2
      if (u <= 0.02 || u >= end) continue
      const px = from[0] + ax * u - b.x
      const pz = from[2] + az * u - b.z
      if (px * px + pz * pz < 0.19 * 0.19 && from[1] + (to[1] - from[1]) * u < b.eyes[1] + 0.14) n++
    }
    return n
  }

  /** What stands near the way from a lens to somebody; what they sit or stand in is left out. */
  alongside(from: Vec3, eyes: Vec3, body: Omit<Body, 'id'>): Solid[] {
    const ax = eyes[0] - from[0]
    const az = eyes[2] - from[2]
    const a2 = Math.max(1e-9, ax * ax + az * az)
    const low = Math.min(from[1], eyes[1] - 0.5)
    const high = Math.max(from[1], eyes[1])
    return this.solids.filter((s) => {
      if (s.y1 < low || s.y0 > high) return false
      const u = Math.min(1, Math.max(0, ((s.x - from[0]) * ax + (s.z - from[2]) * az) / a2))
      const px = from[0] + ax * u - s.x
      const pz = from[2] + az * u - s.z
      const reach = s.reach + 0.2
      return px * px + pz * pz <= reach * reach && !over(s, body.x, body.z, 0.1)
    })
  }

  /** Whether one of some things stands between a lens and a point (the last 0.3 m do not count). */
  hides(solids: readonly Solid[], from: Vec3, to: Vec3): boolean {
    const l = Math.sqrt((to[0] - from[0]) ** 2 + (to[1] - from[1]) ** 2 + (to[2] - from[2]) ** 2)
    const end = 1 - Math.min(0.7, 0.3 / l)
    for (const s of solids) if (crosses(s, from, to, end)) return true
    return false
  }

  /** Free distance from a point along a floor direction to the wall, metres; 25 outside. */
  depth(from: Vec3, dx: number, dz: number): number {
    if (!this.set.interior) return 25
    const tx = dx > 1e-9 ? (this.set.widthM / 2 - from[0]) / dx : dx < -1e-9 ? (-this.set.widthM / 2 - from[0]) / dx : 99
    const tz = dz > 1e-9 ? (this.set.depthM / 2 - from[2]) / dz : dz < -1e-9 ? (-this.set.depthM / 2 - from[2]) / dz : 99
    return Math.max(0, Math.min(tx, tz))
  }
}

/** The share of the way to a point that counts as before it: all but its last 0.22 m. */
function shareBefore(from: Vec3, to: Vec3): number {
  const x = to[0] - from[0]
  const y = to[1] - from[1]
  const z = to[2] - from[2]
  const l = Math.sqrt(x * x + y * y + z * z)
  return l > 0.3 ? 1 - 0.22 / l : 0.3
}

/** Crowns of trees, which are wider than where they stand: half their breadth, from and to, in heights of the tree. */
const CROWNS: Readonly<Record<string, readonly (readonly [number, number, number])[]>> = {
  tree: [[0.26, 0.42, 0.95]],
  'apple-tree': [[0.3, 0.45, 0.95]],
  pine: [
    [0.17, 0.14, 0.5],
    [0.09, 0.5, 0.95],
  ],
}

/** What a thing puts in a lens's way: its whole box, or the parts of what one can look into. */
function solidsOf(p: Placement): Solid[] {
  const [cos, sin] = [Math.cos(p.yaw), Math.sin(p.yaw)]
  const h = p.size[1]
  const crown = (CROWNS[p.prop] ?? []).map(([wide, from, to]) => ({
    mid: [0, (h * (from + to)) / 2, 0] as Vec3,
    half: [wide * h, (h * (to - from)) / 2, wide * h] as Vec3,
  }))
  const parts = hollowParts(p) ?? [{ mid: [0, h / 2, 0], half: [p.size[0] / 2, h / 2, p.size[2] / 2] }, ...crown]
  return parts.map(({ mid, half }) => ({
    key: p.key,
    x: p.position[0] + mid[0] * cos + mid[2] * sin,
    z: p.position[2] - mid[0] * sin + mid[2] * cos,
    cos,
    sin,
    half: [half[0], 0, half[2]],
    y0: p.position[1] + mid[1] - half[1],
    y1: p.position[1] + mid[1] + half[1],
    reach: Math.hypot(half[0], half[2]),
  }))
}

function within(s: Solid, p: Vec3, margin: number): boolean {
  if (p[1] > s.y1 + margin || p[1] < s.y0 - margin) return false
  if (Math.abs(p[0] - s.x) > s.reach + margin || Math.abs(p[2] - s.z) > s.reach + margin) return false
  return over(s, p[0], p[2], margin)
}

/** Whether a floor point is on a thing's footprint or within a margin of it. */
function over(s: Solid, x: number, z: number, margin: number): boolean {
  const dx = x - s.x
  const dz = z - s.z
  return Math.abs(dx * s.cos - dz * s.sin) < s.half[0] + margin && Math.abs(dx * s.sin + dz * s.cos) < s.half[2] + margin
}

/** How much higher than the eyes the back of a seat goes, metres. */
const BACK_M = 0.35

/** Whether a point is in a seat that is open towards a camera: it stands before it, and only the back is as high as the eyes. */
const opensTo = (s: Solid, from: Vec3, to: Vec3): boolean =>
  over(s, to[0], to[2], 0) && s.y1 > to[1] && s.y1 - to[1] < BACK_M && (from[0] - to[0]) * s.sin + (from[2] - to[2]) * s.cos > 0

/** Slab test of a segment against a turned box, up to a share of its length. */
function crosses(s: Solid, from: Vec3, to: Vec3, end: number): boolean {
  const x0 = from[0] - s.x
  const z0 = from[2] - s.z
  const x1 = to[0] - s.x
  const z1 = to[2] - s.z
  const ax = x0 * s.cos - z0 * s.sin
  const az = x0 * s.sin + z0 * s.cos
  const bx = x1 * s.cos - z1 * s.sin
  const bz = x1 * s.sin + z1 * s.cos
  let lo = 0
  let hi = end
  for (let axis = 0; axis < 3; axis++) {
    const a = axis === 0 ? ax : axis === 1 ? az : from[1]
    const d = (axis === 0 ? bx : axis === 1 ? bz : to[1]) - a
    const min = axis === 0 ? -s.half[0] : axis === 1 ? -s.half[2] : s.y0
    const max = axis === 0 ? s.half[0] : axis === 1 ? s.half[2] : s.y1
    if (Math.abs(d) < 1e-9) {
      if (a < min || a > max) return false
      continue
    }
    const t0 = (min - a) / d
    const t1 = (max - a) / d
    lo = Math.max(lo, Math.min(t0, t1))
    hi = Math.min(hi, Math.max(t0, t1))
    if (lo > hi) return false
  }
  return true
}
