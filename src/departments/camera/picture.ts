import { type FrameRate, type SceneShots, type SetSpec, type Shot, type ShotSize, type Vec3, wrapAngle } from '../../film'
import type { HomeSide } from './home-side'
import { SENSOR_WIDTH_MM } from './optics'
import { type Body, bodiesAt, type Sitter } from './sitter'
import type { Studio } from './studio'
import { veil } from './veil'

/** A shot on its way to a camera: everything the framers need. Times are seconds of scene time. */
export interface Assignment {
  readonly shot: Shot
  readonly scene: SceneShots
  readonly set: SetSpec
  readonly studio: Studio
  readonly people: readonly Sitter[]
  /** Those the shot is about, most important first. */
  readonly subjects: readonly Sitter[]
  readonly side: HomeSide
  readonly aspect: number
  readonly fps: FrameRate
  readonly start: number
  readonly length: number
  /** Moments that decide: near the start, the middle, near the end. */
  readonly moments: readonly number[]
}

/** A camera that could take the shot. */
export interface Candidate {
  readonly position: Vec3
  readonly lensMm: number
  readonly target: Vec3
  /** What speaks against it; 0 is ideal. */
  readonly penalty: number
  readonly why: string
}

/** A candidate before anybody has said why: that is worked out for the one taken. */
export type Unexplained = Omit<Candidate, 'why'>

/** Height of the picture at the subject, in heads, by size. */
export const FRAME_HEADS: Readonly<Record<ShotSize, number>> = {
  ECU: 1.25,
  CU: 1.95,
  MCU: 2.9,
  MS: 4.3,
  MLS: 5.9,
  FS: 8.6,
  WS: 13,
  EWS: 30,
}

/** Where the eyes stand in the picture's height, −1 to 1, by size: about the upper third. */
export const EYE_LINE: Readonly<Record<ShotSize, number>> = { ECU: 0.12, CU: 0.2, MCU: 0.3, MS: 0.42, MLS: 0.5, FS: 0.56, WS: 0.26, EWS: 0 }

export const F_STOP: Readonly<Record<ShotSize, number>> = { ECU: 2, CU: 2, MCU: 2.8, MS: 4, MLS: 4, FS: 5.6, WS: 5.6, EWS: 8 }

/** The camera protects a 4:3 middle of wider pictures. */
export const safeAspect = (aspect: number): number => Math.min(aspect, 4 / 3)

/** Width of a body, and of the picture's share of one from which it is in the way. */
const BODY_M = 0.5
const SHARE = 0.16

/** Length of a step over the floor. */
export const flat = (x: number, z: number): number => Math.sqrt(x * x + z * z)

/**
 * How much people who are not in the picture by intent spoil it: backs and arms before the subject by their share of
 * the width, neighbours by a head that is cut off. 0 is nothing.
 */
export function looming(a: Assignment, c: Unexplained, t: number, wanted: readonly string[]): number {
  const dx = c.target[0] - c.position[0]
  const dz = c.target[2] - c.position[2]
  const far = Math.max(0.5, flat(dx, dz))
  const aim = Math.atan2(dx, dz)
  const rise = (c.target[1] - c.position[1]) / far
  const tan = SENSOR_WIDTH_MM / 2 / c.lensMm
  const bodies = bodiesAt(a.people, t, a.set)
  let subject = far
  for (const b of bodies) if (b.key === wanted[0]) subject = Math.max(subject, flat(b.x - c.position[0], b.z - c.position[2]))
  let sum = 0
  for (const b of bodies) {
    if (b.away || wanted.includes(b.key)) continue
    const d = Math.max(0.15, flat(b.x - c.position[0], b.z - c.position[2]))
    if (d > subject * 1.4) continue
    const off = Math.abs(wrapAngle(Math.atan2(b.x - c.position[0], b.z - c.position[2]) - aim))
    if (off > Math.PI / 2 || Math.tan(Math.max(0, off - Math.atan(BODY_M / 2 / d))) > tan) continue
    const share = BODY_M / (2 * d * tan)
    if (d < subject - 0.25 && share > SHARE) sum += Math.min(4, share * 3)
    if ((b.eyes[1] + 0.14 - c.position[1]) / d - rise > tan / a.aspect) sum += Math.min(2.5, share * 8)
  }
  return sum
}

/** How many things stand right before the lens, high enough in the picture to hide what it is about. */
function inTheWay(a: Assignment, c: Unexplained): number {
  const dx = c.target[0] - c.position[0]
  const dz = c.target[2] - c.position[2]
  const far = Math.max(0.5, flat(dx, dz))
  const aim = Math.atan2(dx, dz)
  const tan = SENSOR_WIDTH_MM / 2 / c.lensMm
  const rise = (c.target[1] - c.position[1]) / far
  let n = 0
  for (const p of a.set.placements) {
    const reach = Math.max(p.size[0], p.size[2]) / 2
    if (reach < 0.12 || reach > 1.6 || p.size[1] < 0.15) continue
    const d = flat(p.position[0] - c.position[0], p.position[2] - c.position[2])
    if (d - reach > Math.min(2.4, far * 0.62)) continue
    const near = Math.max(0.3, d - reach)
    if ((p.position[1] + p.size[1] - c.position[1]) / near - rise < (-0.35 * tan) / a.aspect) continue
    if ((p.position[1] - c.position[1]) / near - rise > tan / a.aspect) continue
    const off = Math.abs(wrapAngle(Math.atan2(p.position[0] - c.position[0], p.position[2] - c.position[2]) - aim))
    if (off < Math.PI / 2 && Math.tan(Math.max(0, off - Math.atan(reach / Math.max(d, reach)) * 0.7)) < tan) n++
  }
  return n
}

/** A candidate that has been looked at. */
const DONE = Number.POSITIVE_INFINITY

/**
 * The candidate that sees its people best with least against it; the first of equals. `beside` may stand close before
 * the lens: the shoulder one looks over.
 */
export function pick<C extends Unexplained>(
  a: Assignment,
  candidates: readonly C[],
  mustSee: readonly Sitter[],
  near = 0.5,
  beside: readonly Sitter[] = [],
): C | undefined {
  const wanted = [...mustSee, ...beside].map((s) => s.key)
  const crowds = a.moments.map((t) => bodiesAt(a.people, t, a.set))
  // Who stays is looked at once for the things in the way, and at each moment for the people.
  const looks: { readonly key: string; readonly eyes: Vec3; readonly crowds: (readonly Body[])[] }[] = []
  for (const crowd of crowds)
    for (const s of mustSee)
      for (const b of crowd) {
        if (b.key !== s.key) continue
        const same = looks.find((l) => l.key === b.key && l.eyes.every((v, i) => v === b.eyes[i]))
        if (same) same.crowds.push(crowd)
        else looks.push({ key: b.key, eyes: b.eyes, crowds: [crowd] })
      }
  const middle = crowds[1]!
  const veiled = middle.filter((b) => mustSee.some((s) => s.key === b.key))
  let best: C | undefined
  let bestScore = Number.POSITIVE_INFINITY
  const penalties = new Float64Array(candidates.length)
  for (let i = 0; i < penalties.length; i++) penalties[i] = Math.round(candidates[i]!.penalty * 1e4)
  // From the best down, the first of equals first: few are looked at before none can win.
  for (;;) {
    let next = -1
    let p = bestScore
    for (let i = 0; i < penalties.length; i++)
      if (penalties[i]! < p) {
        p = penalties[i]!
        next = i
      }
    if (next < 0) break
    penalties[next] = DONE
    const c = candidates[next]!
    if (!a.studio.holds(c.position) || !a.studio.clearOfThings(c.position)) continue
    let score = p
    for (const crowd of crowds) if (!a.studio.clearOfBodies(c.position, crowd, near)) score += 40e4
    if (score < bestScore) score += inTheWay(a, c) * 0.9e4
    if (score < bestScore) score += Math.round(looming(a, c, a.moments[1]!, wanted) * 0.9e4)
    for (const l of looks) {
      if (score >= bestScore) break
      score += a.studio.things(c.position, l.eyes) * l.crowds.length * 3e4
      for (const crowd of l.crowds) if (score < bestScore) score += a.studio.bodies(c.position, l.eyes, crowd, l.key) * 3e4
    }
    for (const v of veiled) {
      if (score >= bestScore) break
      score += Math.round(veil(a.studio, c.position, v, a.shot.size) * 6e4)
    }
    if (score < bestScore) {
      bestScore = score
      best = c
    }
  }
  return best
}
