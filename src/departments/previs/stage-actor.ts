import {
  alongPath,
  type CharacterSpec,
  type Figure,
  figureOf,
  GAIT_SPEED,
  type Performance,
  pathLength,
  positionAt,
  type Vec3,
  type Whereabouts,
  walkedAt,
} from '../../film'
import { APART, type FloorPlan, pointOf, type Spot, spotOf } from './floor-plan'
import { type OnStairs, STAIR_STEP_S } from './stairs'

export type Stance = Extract<Whereabouts, { kind: 'stay' }>['stance']
export type Gait = keyof typeof GAIT_SPEED
type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] }

/** Somewhere to be: a spot, a facing, a stance, and the seat if it is one. */
export interface Place {
  readonly spot: Spot
  readonly yaw: number
  readonly stance: Stance
  readonly seatHeightM?: number
  /** Room for the legs, where one lies on something short, metres. */
  readonly legRoomM?: number
  /** Furniture the body may touch there. */
  readonly of?: string
  /** Key of the mark taken. */
  readonly mark?: string
  /** Seats of one group face one another. */
  readonly group?: string
  /** On a flight of stairs. */
  readonly stairs?: OnStairs
}

/** Time that lies after every scene's end, seconds. */
export const END = 1e5

/** One person while a scene is being blocked. */
export class StageActor {
  readonly figure: Figure
  readonly where: Whereabouts[] = []
  readonly acts: Mutable<Performance>['acts'] = []
  readonly speech: Mutable<Performance>['speech'] = []
  readonly gaze: Mutable<Performance>['gaze'] = []
  readonly moods: Mutable<Performance>['moods'] = []
  /** Not to be seen, [from, to) in seconds. */
  readonly offstage: { t0: number; t1: number }[] = []
  /** Where they are once everything begun is done. */
  place: Place
  busyUntil = 0
  /** Key of the beat they knelt, crouched or leant in last. */
  stooped = ''
  /** From when on they limp, seconds: a leg is hurt. */
  limpsFrom = END

  constructor(
    readonly key: string,
    /** Key in the script: `two-men` for `two-men#1`. */
    readonly role: string,
    readonly spec: CharacterSpec,
    start: Place,
  ) {
    this.figure = figureOf(spec)
    this.place = start
    this.where.push(stay(0, start))
  }

  get isOff(): boolean {
    return (this.offstage.at(-1)?.t1 ?? 0) >= END
  }

  at(t: number): Spot {
    return spotOf(positionAt(this.where, t))
  }

  isOffAt(t: number): boolean {
    return this.offstage.some((o) => t >= o.t0 && t < o.t1)
  }

  /** Another facing, stance or place at once, from `t` on (or as soon as the walk under way is over). */
  become(t: number, change: Partial<Place>): void {
    const at = Math.max(t, this.busyUntil)
    this.place = { ...this.place, ...change }
    const last = this.where.at(-1)!
    if (last.kind === 'stay' && last.t0 >= at - 1e-6) {
      this.where.pop()
      this.where.push(stay(this.where.length ? last.t0 : 0, this.place))
      return
    }
    this.where[this.where.length - 1] = { ...last, t1: Math.min(last.t1, at) }
    this.where.push(stay(at, this.place))
    this.busyUntil = Math.max(this.busyUntil, at)
  }

  /** Goes a way that is known to be free, as soon as the body is, and stays at its end. */
  goBy(path: Vec3[], seconds: number, to: Place, gait: Gait = 'walk'): void {
    const t0 = this.busyUntil
    const go: Whereabouts = { kind: 'go', t0, t1: t0 + seconds, gait, path, endYaw: to.yaw }
    this.where.splice(0, this.where.length, ...clipped(this.where, t0), go, stay(t0 + seconds, to))
    this.place = to
    this.busyUntil = t0 + seconds
  }

  /** At a place since they were last seen (unseen until now). */
  settle(place: Place): void {
    const since = this.offstage.at(-1)?.t0 ?? 0
    this.place = place
    const before = since > 0 ? this.where.filter((w) => w.t0 < since).map((w) => ({ ...w, t1: Math.min(w.t1, since) })) : []
    this.where.splice(0, this.where.length, ...before, stay(since, place))
  }

  performance(): Performance {
    return { character: this.key, where: this.where, acts: this.acts, speech: this.speech, gaze: this.gaze, moods: this.moods }
  }
}

const stay = (t0: number, p: Place): Whereabouts => ({
  kind: 'stay',
  t0,
  t1: END,
  position: floorPoint(p.spot, p.stairs?.y),
  yaw: p.yaw,
  stance: p.stance,
  ...(p.seatHeightM === undefined ? {} : { seatHeightM: p.seatHeightM }),
  ...(p.legRoomM === undefined || p.stance !== 'lie' ? {} : { legRoomM: p.legRoomM }),
})

/** How people and furniture move through time: knows everybody's track, so that nobody walks into anybody. */
export class Traffic {
  constructor(
    readonly plan: FloorPlan,
    readonly actors: StageActor[],
  ) {}

  others(a: StageActor): StageActor[] {
    return this.actors.filter((b) => b !== a && !b.isOff)
  }

  /** Where the others end up. */
  taken(a?: StageActor): Spot[] {
    return this.actors.filter((b) => b !== a && !b.isOff).map((b) => b.place.spot)
  }

  /**
   * Sends somebody to a place, round furniture and people, waiting up to 2.4 s for others to pass.
   * Answers when they arrive; undefined, and nothing done, when there is no way.
   * @param lead spots walked before the floor proper is reached (from behind a door).
   */
  send(a: StageActor, t: number, to: Place, gait: Gait, lead: readonly Spot[] = [], tail: readonly Spot[] = []): number | undefined {
    if (a.place.stairs) {
      // Down to the floor first.
      const { y, steps, foot } = a.place.stairs
      a.busyUntil = Math.max(t, a.busyUntil)
      a.goBy([floorPoint(a.place.spot, y), pointOf(foot)], steps * STAIR_STEP_S, {
        spot: foot,
        yaw: a.place.yaw + Math.PI,
        stance: 'stand',
      })
    }
    const pace = gait === 'walk' && t >= a.limpsFrom ? 'limp' : gait
    const rise = a.place.stance === 'sit' ? 0.8 : a.place.stance === 'lie' ? 1.4 : 0
    const from = lead.at(-1) ?? a.place.spot
    const taken = this.taken(a)
    const free = (p: Spot) => (this.plan.isFree(p) ? p : this.plan.nearestFree(p, taken, APART + 0.02))
    const [start, goal] = [free(from), free(to.spot)]
    if (!start || !goal) return undefined
    const way = this.plan.findPath(start, goal, taken)
    if (!way) return undefined
    const last = tail.at(-1)
    const final: Place = last ? { ...to, spot: last } : to
    const spots = dedupe([a.place.spot, ...lead, ...way, to.spot, ...tail])
    if (spots.length < 2) {
      a.become(t, final)
      return Math.max(t, a.busyUntil)
    }
    const path = spots.map(pointOf)
    let metres = 0
    for (let i = 1; i < path.length; i++) metres += Math.hypot(path[i]![0] - path[i - 1]![0], path[i]![2] - path[i - 1]![2])
    const seconds = Math.max(0.7, metres / (GAIT_SPEED[pace] * a.figure.heightM ** 0.5 * 0.77) + 0.2)
    const ready = Math.max(t, a.busyUntil) + rise
    for (let wait = 0; wait <= 2.4; wait += 0.4) {
      const t0 = ready + wait
      const go: Whereabouts = { kind: 'go', t0, t1: t0 + seconds, gait: pace, path, endYaw: final.yaw }
      if (!this.passes(a, [...clipped(a.where, t0), go, stay(t0 + seconds, final)], t0)) continue
      a.where.splice(0, a.where.length, ...clipped(a.where, t0), go, stay(t0 + seconds, final))
      a.place = final
      a.busyUntil = t0 + seconds
      return a.busyUntil
    }
    return undefined
  }

  /**
   * Stops a walk that is still under way (or not begun) at `t`, where that leaves everybody room: the next thing comes
   * first. Answers whether somebody was stopped.
   */
  interrupt(a: StageActor, t: number): boolean {
    const go = a.where.at(-2)
    const end = a.where.at(-1)
    if (go?.kind !== 'go' || end?.kind !== 'stay' || go.t1 <= t + 0.3) return false
    // Nobody turns round on a stair, or out at sea.
    if (go.path.some((p) => p[1] !== 0)) return false
    const before = a.where.at(-3)
    if (go.t0 >= t - 0.3) {
      if (before?.kind !== 'stay') return false
      const where = [...a.where.slice(0, -3), { ...before, t1: END }]
      if (!this.passes(a, where, t)) return false
      const { position, yaw, stance, seatHeightM } = before
      a.where.splice(0, a.where.length, ...where)
      a.place = { spot: spotOf(position), yaw, stance, ...(seatHeightM === undefined ? {} : { seatHeightM }) }
      a.busyUntil = Math.max(before.t0, Math.min(t, go.t0))
      return true
    }
    const total = pathLength(go.path)
    const { metres } = walkedAt(t - go.t0, go.t1 - go.t0, total)
    const at = alongPath(go.path, metres)
    const spot = spotOf(at.position)
    if (metres < 0.3 || !this.plan.isReachable(spot)) return false
    const place: Place = { spot, yaw: at.yaw, stance: go.gait === 'dive' ? 'swim' : 'stand' }
    const cut: Whereabouts = { ...go, t1: t, path: upTo(go.path, metres, at.position), endYaw: at.yaw }
    const where = [...a.where.slice(0, -2), cut, stay(t, place)]
    if (!this.passes(a, where, go.t0)) return false
    a.where.splice(0, a.where.length, ...where)
    a.place = place
    a.busyUntil = t
    return true
  }

  /** Puts somebody unseen so far at a free spot near a place, there from `t` on. False when there is no room. */
  appear(a: StageActor, t: number, near: Spot, yaw: number): boolean {
    const avoid: Spot[] = this.taken(a)
    for (let k = 0; k < 12; k++) {
      const spot = this.plan.nearestFree(near, avoid)
      if (!spot) return false
      const place: Place = { spot, yaw, stance: 'stand' }
      const where: Whereabouts[] = [stay(0, place)]
      if (this.passes(a, where, t)) {
        a.settle(place)
        a.busyUntil = Math.max(a.busyUntil, t)
        return true
      }
      avoid.push(spot)
    }
    return false
  }

  /** Whether a track from t0 on keeps its distance from everybody else's. */
  private passes(a: StageActor, where: readonly Whereabouts[], t0: number): boolean {
    let end = t0
    for (const b of this.others(a)) end = Math.max(end, b.busyUntil)
    const last = where.at(-1)!
    end = Math.max(end, last.t0) + 0.3
    const others = this.actors.filter((b) => b !== a)
    const before: (Spot | undefined)[] = others.map(() => undefined)
    for (let t = t0; t <= end; t += 0.2) {
      const p = spotOf(positionAt(where, t))
      for (let i = 0; i < others.length; i++) {
        const b = others[i]!
        if (b.isOffAt(t)) {
          before[i] = undefined
          continue
        }
        const q = b.at(t)
        const now = { x: q.x - p.x, z: q.z - p.z }
        // Between two looks both go straight: what counts is how near they get to one another on the way.
        if (nearest(before[i] ?? now, now) < APART + 0.01) return false
        before[i] = now
      }
    }
    return true
  }
}

/** How near a point that goes straight from one place to another comes to where nothing lies: the origin. Metres. */
function nearest(from: Spot, to: Spot): number {
  const [dx, dz] = [to.x - from.x, to.z - from.z]
  const l2 = dx * dx + dz * dz
  const u = l2 > 0 ? Math.min(1, Math.max(0, -(from.x * dx + from.z * dz) / l2)) : 0
  return Math.hypot(from.x + dx * u, from.z + dz * u)
}

function clipped(where: readonly Whereabouts[], t0: number): Whereabouts[] {
  const out = [...where]
  const last = out.at(-1)!
  out[out.length - 1] = { ...last, t1: Math.min(last.t1, t0) }
  return out
}

function upTo(path: readonly Vec3[], metres: number, end: Vec3): Vec3[] {
  const out: Vec3[] = [path[0]!]
  let walked = 0
  for (let i = 1; i < path.length; i++) {
    walked += Math.hypot(path[i]![0] - path[i - 1]![0], path[i]![2] - path[i - 1]![2])
    if (walked >= metres - 1e-6) break
    out.push(path[i]!)
  }
  out.push(end)
  return out
}

function dedupe(spots: readonly Spot[]): Spot[] {
  return spots.filter((p, i) => i === 0 || Math.hypot(p.x - spots[i - 1]!.x, p.z - spots[i - 1]!.z) > 0.02)
}

export const floorPoint = (p: Spot, y = 0): Vec3 => [p.x, y, p.z]
