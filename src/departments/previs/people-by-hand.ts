import {
  alongPath,
  GAIT_SPEED,
  type HandEdit,
  isSamePlace,
  type Mark,
  onRaisedFloor,
  type Performance,
  pathLength,
  readEditPath,
  type SetSpec,
  type Vec3,
  type Whereabouts,
} from '../../film'
import type { Blocking } from './block-scene'
import { FloorPlan, facing, pointOf, type Spot, spotOf, turnBetween } from './floor-plan'

/** Nearer than this to a seat, whoever is put down sits on it, metres. */
const ON_SEAT_M = 0.45
/** Whoever faced somebody to within this goes on facing them, radians. */
const FACING = 0.45
/** Farther than this nothing is reached from where one stands, metres. */
const REACH_M = 1.2
const HALF_STEP_M = 0.3
/** Nobody is hurried beyond this, of their gait's own speed. */
const HASTE = 1.6

/** A scene's blocking with people where somebody put them. */
export interface PeopleByHand {
  readonly blocking: Blocking
  /** Edits that find nobody, or nobody there, or no room. */
  readonly lost: readonly HandEdit[]
}

type Stay = Extract<Whereabouts, { kind: 'stay' }>

/**
 * Puts people where a hand wants them: on the seat there, else on the nearest free floor, apart from whoever stands or walks
 * there at the time. Ways to it and from it are found anew and take the time they need; those who faced each other still do;
 * what is out of reach from there is not reached for. Edits of anything but people are lost on it.
 */
export function peopleByHand(blocking: Blocking, set: SetSpec, edits: readonly HandEdit[]): PeopleByHand {
  const lost: HandEdit[] = []
  let made = blocking
  for (const edit of edits) {
    const path = readEditPath(edit.path)
    const { value, base } = edit
    const isPerson = path?.kind === 'person' && typeof value === 'object' && typeof base === 'object'
    const moved = isPerson ? moveOne(made, set, path.key, base, value) : undefined
    if (moved) made = moved
    else lost.push(edit)
  }
  return { blocking: made, lost }
}

/** One person's place, moved wherever in the scene they have it; undefined where they never do, or nowhere is room. */
function moveOne(blocking: Blocking, set: SetSpec, who: string, base: Vec3, wish: Vec3): Blocking | undefined {
  const person = blocking.performances.find((p) => p.character === who)
  const stays = person?.where.filter((w): w is Stay => w.kind === 'stay' && isSamePlace(w.position, base)) ?? []
  const [first] = stays
  if (!person || !first) return
  const plan = FloorPlan.of(set)
  const about = (p: Performance, w: Stay) =>
    stays.some((s) => w.t0 < s.t1 && s.t0 < w.t1) && !blocking.offstage[p.character]?.some((o) => o.t0 <= w.t0 && w.t1 <= o.t1)
  const others = blocking.performances.filter((p) => p !== person)
  const near = others.flatMap((p) => p.where.filter((w): w is Stay => w.kind === 'stay' && about(p, w)))
  // Nobody stands in the way of those who walk by.
  const ways = others.flatMap((p) =>
    p.where.flatMap((w) => (w.kind === 'go' && stays.some((s) => w.t0 < s.t1 && s.t0 < w.t1) ? [w.path] : [])),
  )
  const people = near.map((w) => spotOf(w.position))
  const seat = seatAt(set, wish, people)
  const spot = seat ? spotOf(seat.position) : plan.nearestFree(spotOf(wish), [...people, ...ways.flatMap(stepsOf)])
  if (!spot) return
  const faced = near.find((w) => turnBetween(first.yaw, facing(spotOf(base), spotOf(w.position))) < FACING)
  const placed = (stay: Stay): Stay => {
    const { seatHeightM: _, ...rest } = stay
    if (seat) return { ...rest, position: seat.position, yaw: seat.yaw, stance: 'sit', seatHeightM: seat.seatHeightM ?? 0.45 }
    const yaw = faced ? facing(spot, spotOf(faced.position)) : plan.openYaw(spot, stay.yaw)
    return { ...rest, position: pointOf(spot), yaw, stance: stay.stance === 'sit' || stay.stance === 'lie' ? 'stand' : stay.stance }
  }
  const where = walkedAnew(withPlace(person.where, base, placed), plan, people)
  const performances = blocking.performances.map((p) =>
    p === person
      ? { ...p, where: [...onRaisedFloor(set, where)], acts: p.acts.map((a) => withinReach(a, stays, spot)) }
      : { ...p, where: p.where.map((w) => turned(w, spotOf(base), spot, stays)) },
  )
  return { ...blocking, performances }
}

/** Spots along a way, half a step apart. */
function stepsOf(path: readonly Vec3[]): Spot[] {
  const n = Math.ceil(pathLength(path) / HALF_STEP_M)
  return Array.from({ length: n + 1 }, (_, i) => spotOf(alongPath(path, i * HALF_STEP_M).position))
}

/** The free seat that a place is on; undefined for none. */
const seatAt = (set: SetSpec, [x, , z]: Vec3, taken: readonly Spot[]): Mark | undefined =>
  set.marks
    .filter((m) => m.kind === 'seat' && Math.hypot(m.position[0] - x, m.position[2] - z) < ON_SEAT_M)
    .find((m) => taken.every((t) => Math.hypot(t.x - m.position[0], t.z - m.position[2]) > ON_SEAT_M))

/** All stays that follow each other without a walk are one place: they move together. */
function withPlace(where: readonly Whereabouts[], base: Vec3, placed: (stay: Stay) => Stay): Whereabouts[] {
  const out: Whereabouts[] = []
  for (let i = 0; i < where.length; ) {
    let end = i + 1
    while (where[i]!.kind === 'stay' && where[end]?.kind === 'stay') end++
    const run = where.slice(i, end)
    const isIt = run.some((w) => w.kind === 'stay' && isSamePlace(w.position, base))
    out.push(...run.map((w) => (isIt && w.kind === 'stay' ? placed(w) : w)))
    i = end
  }
  return out
}

/** Walks that begin and end where their walker is; longer ones take longer, as far as the stay after them lets them. */
function walkedAnew(where: readonly Whereabouts[], plan: FloorPlan, people: readonly Spot[]): Whereabouts[] {
  const out = [...where]
  out.forEach((w, i) => {
    if (w.kind !== 'go') return
    const [before, after] = [out[i - 1], out[i + 1]]
    const from = before?.kind === 'stay' ? before.position : w.path[0]!
    const to = after?.kind === 'stay' ? after.position : w.path.at(-1)!
    if (isSamePlace(from, w.path[0]!) && isSamePlace(to, w.path.at(-1)!)) return
    const path = (plan.findPath(spotOf(from), spotOf(to), people) ?? [spotOf(from), spotOf(to)]).map(pointOf)
    const least = pathLength(path) / (GAIT_SPEED[w.gait] * HASTE)
    const latest = after?.kind === 'stay' ? after.t1 : w.t1
    const t1 = Math.max(w.t1, Math.min(w.t0 + least, latest))
    const { endYaw, ...rest } = w
    out[i] = { ...rest, path, t1, ...(endYaw === undefined ? {} : { endYaw: after?.kind === 'stay' ? after.yaw : endYaw }) }
    if (after?.kind === 'stay') out[i + 1] = { ...after, t0: Math.max(after.t0, t1) }
  })
  return out
}

/** Something that is done to a place, without the place where that is out of reach now. */
function withinReach<A extends { readonly t0: number; readonly at?: Vec3 | undefined }>(act: A, stays: readonly Stay[], spot: Spot): A {
  const { at, ...rest } = act
  if (!at || !stays.some((s) => act.t0 >= s.t0 && act.t0 < s.t1)) return act
  return Math.hypot(at[0] - spot.x, at[2] - spot.z) <= REACH_M ? act : (rest as A)
}

/** Somebody else's stay: who faced the one that moved turns after them. */
function turned(w: Whereabouts, from: Spot, to: Spot, stays: readonly Stay[]): Whereabouts {
  if (w.kind !== 'stay' || w.stance === 'sit' || w.stance === 'lie' || !stays.some((s) => w.t0 < s.t1 && s.t0 < w.t1)) return w
  const here = spotOf(w.position)
  return turnBetween(w.yaw, facing(here, from)) < FACING ? { ...w, yaw: facing(here, to) } : w
}
