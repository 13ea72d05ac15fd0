import { add, type CameraPlan, clamp, cross, distance, mix, normalize, random, sub, type Vec3 } from '../../film'
import { keyTimes } from './key-times'
import { projectPoint, tanHalf } from './optics'
import type { Assignment, Candidate } from './picture'
import { type Body, bodiesAt, eyesAt, type Sitter } from './sitter'

type Key = CameraPlan['keys'][number]

/** A camera's way through a shot. */
export interface Move {
  readonly keys: readonly Key[]
  /** How it goes from key to key, where that is not as usual. */
  readonly ease?: CameraPlan['ease']
  /** Where the focus goes, where that is not the subject. */
  readonly focus?: CameraPlan['focus']
  /** What there is to say of it. */
  readonly why?: string
}

const DEG = Math.PI / 180
/** Shares of what is wanted that are tried where there is no room for all of it. */
const SHARES = [1, 0.75, 0.5, 0.3] as const
/** Steps along a way that must be free. */
export const STEPS = 12

/** A straight way is looked at so often at least, and every so many metres: a thing is broader with what is kept from it. */
const LEAST_LOOKS = 4
const LOOK_M = 0.3

/** The camera of a shot before it moves, and what a move asks of its surroundings. */
export class Rig {
  /** How far to go; 1 where nobody is to notice. */
  readonly amount: number
  /** Somebody asked for it. */
  readonly asked: boolean
  readonly ahead: Vec3
  /** To the right of the picture, level. */
  readonly right: Vec3
  readonly eyes: Vec3
  /** What it turns around and keeps at its size: the subject's eyes, or what it looks at. */
  readonly pivot: Vec3
  private readonly rnd: ReturnType<typeof random>
  private crowds: readonly (readonly Body[])[] | undefined
  private readonly hidden: number

  constructor(
    readonly a: Assignment,
    readonly c: Omit<Candidate, 'why'>,
    readonly main: Sitter | undefined,
    alone: boolean,
  ) {
    this.amount = a.shot.moveAmount ?? 1
    this.asked = a.shot.moveAmount !== undefined
    this.ahead = normalize(sub(c.target, c.position))
    this.right = normalize(cross(this.ahead, [0, 1, 0]))
    this.eyes = main ? eyesAt(main, a.moments[1]!) : c.target
    this.pivot = alone ? this.eyes : c.target
    this.rnd = random(`${a.shot.key}/move`)
    this.hidden = main ? a.studio.things(c.position, this.eyes) : 0
    this.share = this.rnd.range(0.06, 0.11)
  }

  /** The part of the way to what is looked at that a slow push goes. */
  readonly share: number

  get length(): number {
    return this.a.length
  }
  get far(): number {
    return distance(this.c.position, this.c.target)
  }
  /** Height of the picture where it looks, metres. */
  get frameM(): number {
    return 2 * tanHalf(this.c.lensMm, this.a.aspect) * this.far
  }
  /** One of two ways: as asked, else by chance, the same for the same shot. */
  way(one: boolean, other: boolean): 1 | -1 {
    return one ? 1 : other ? -1 : this.rnd.chance(0.5) ? 1 : -1
  }
  range(from: number, to: number): number {
    return this.rnd.range(from, to)
  }
  key(t: number, position: Vec3, target: Vec3, lensMm?: number): Key {
    return { t, position, target, roll: 0, ...(lensMm === undefined ? {} : { lensMm }) }
  }

  /** Inside of the set, clear of things and of everybody over the whole shot. */
  safe(p: Vec3): boolean {
    const { studio } = this.a
    if (!studio.holds(p) || !studio.clearOfThings(p)) return false
    this.crowds ??= crowdsIn(this.a)
    return this.crowds.every((bodies) => studio.clearOfBodies(p, bodies, 0.5))
  }
  /** A straight way, but for where it begins. */
  free(from: Vec3, to: Vec3): boolean {
    const steps = Math.max(LEAST_LOOKS, Math.ceil(distance(from, to) / LOOK_M))
    for (let i = 1; i <= steps; i++) if (!this.safe(mix(from, to, i / steps))) return false
    return true
  }
  /** Whether the subject is seen as well from there as from where the camera was put. */
  sees(p: Vec3): boolean {
    if (!this.main) return true
    if (this.a.studio.things(p, this.eyes) > this.hidden) return false
    return this.a.studio.bodies(p, this.eyes, bodiesAt(this.a.people, this.a.moments[1]!, this.a.set), this.main.key) === 0
  }
  /** Whether the subject's eyes are well inside of the picture. */
  frames(position: Vec3, target: Vec3): boolean {
    const { c, a } = this
    const at = projectPoint({ keys: [this.key(0, position, target)], ease: 'linear', lensMm: c.lensMm }, 0, a.aspect, this.eyes)
    return !this.main || (at.depth > 0 && Math.abs(at.x) < 0.9 && Math.abs(at.y) < 0.9)
  }
  /** From a point to another over the whole shot. */
  line(from: readonly [Vec3, Vec3], to: readonly [Vec3, Vec3]): Move {
    return { keys: [this.key(0, ...from), this.key(this.length, ...to)] }
  }
  /** A way by steps, u from 0 to 1, eased at both ends. */
  path(at: (u: number) => Omit<Key, 't' | 'roll'>, ease: CameraPlan['ease'] = 'smooth'): Move {
    const keys = Array.from({ length: STEPS + 1 }, (_, i) => ({ t: (this.length * i) / STEPS, roll: 0, ...at(i / STEPS) }))
    return { keys, ease }
  }
  /** Turns what is looked at about the camera: to the right and up, radians. */
  turned(yaw: number, pitch: number): Vec3 {
    const { position, target } = this.c
    const to = sub(target, position)
    const flat = Math.hypot(to[0], to[2])
    const heading = Math.atan2(to[0], to[2]) - yaw
    const rise = clamp(Math.atan2(to[1], flat) + pitch, -85 * DEG, 85 * DEG)
    const d = Math.hypot(flat, to[1])
    return add(position, [Math.sin(heading) * Math.cos(rise) * d, Math.sin(rise) * d, Math.cos(heading) * Math.cos(rise) * d])
  }
  /** The largest of some shares of a move that there is room for. */
  most(make: (share: number) => Move | undefined): Move | undefined {
    for (const share of SHARES) {
      const made = make(share)
      if (made) return made
    }
    return undefined
  }
}

/** Everybody at the times of a following camera's keys; while all stay where they are, once. */
function crowdsIn(a: Assignment): (readonly Body[])[] {
  const out: (readonly Body[])[] = []
  for (const t of keyTimes(a.length)) {
    const bodies = bodiesAt(a.people, a.start + t, a.set)
    const last = out.at(-1)
    if (!last?.every((b, i) => b === bodies[i])) out.push(bodies)
  }
  return out
}
