import type { Opening } from '../../film'
import { facing, type Spot } from './floor-plan'
import type { Stage } from './stage'
import { END, type Gait, type Place, type StageActor } from './stage-actor'

/** Whoever lags behind the script stops what they are at; whoever was on the way out and is wanted again, stays. */
export function hurry(stage: Stage, a: StageActor, t: number): void {
  if (a.busyUntil < t + 0.8) return
  // Hands are about to do something there: they do it first.
  if (a.acts.slice(-6).some((x) => (x.at !== undefined || x.to !== undefined) && x.t1 > t && x.t0 < t + 6)) return
  const off = a.offstage.at(-1)
  const leaving = off !== undefined && off.t1 >= END && off.t0 > t
  if (stage.traffic.interrupt(a, t) && leaving) a.offstage.pop()
}

/** How far somebody is seen to come who comes from no door, metres: a line does not wait for more. */
const COMES_M = 6
/** How far somebody comes who only appears, metres. */
const APPEARS_M = 2

/** In from behind a door, to a place by whoever is here; who `appears`, or has no door to come through, is near already; who `comes-out` of a building is seen to come from its door. */
export function enter(
  stage: Stage,
  a: StageActor,
  t: number,
  gait: Gait,
  to?: Place,
  how: 'comes' | 'appears' | 'comes-out' = 'comes',
): void {
  const off = a.offstage.at(-1)
  if (!off || off.t1 < END || off.t0 > t) return
  const { places, traffic } = stage
  const taken = traffic.taken(a)
  const host = stage.focus && !stage.focus.isOff && stage.focus !== a ? stage.focus : stage.actors.find((b) => b !== a && !b.isOff)
  const goal = to ?? (host ? places.before(host.place, a.place.spot, taken) : places.circle(1, taken)[0])
  off.t1 = t
  const most = how === 'appears' ? APPEARS_M : how === 'comes-out' || openingOf(stage, a.place.mark) ? Number.POSITIVE_INFINITY : COMES_M
  if (goal && Math.hypot(goal.spot.x - a.place.spot.x, goal.spot.z - a.place.spot.z) > most) {
    const way = facing(goal.spot, a.place.spot)
    traffic.appear(a, t, { x: goal.spot.x + Math.sin(way) * most, z: goal.spot.z + Math.cos(way) * most }, way + Math.PI)
  }
  const lead = stage.plan.isFree(a.place.spot) ? [] : inner(stage, a.place)
  const arrive = goal && traffic.send(a, t, goal, gait, lead)
  if (arrive === undefined) {
    // No way in: they are simply there when the next shot begins.
    if (!traffic.appear(a, t, goal?.spot ?? { x: 0, z: 0 }, goal?.yaw ?? 0)) off.t1 = END
    return
  }
  // Unseen until the first step: another may be in the doorway first.
  off.t1 = Math.max(t, a.where.findLast((w) => w.kind === 'go')?.t0 ?? t)
  swingDoor(stage, a.place.mark ?? doorMarkOf(stage, lead[0]), t)
  if (host && (host.place.stance === 'stand' || host.place.stance === 'lean') && goal)
    host.become(t + 0.5, { yaw: facing(host.place.spot, goal.spot) })
  for (const b of stage.actors) if (b !== a && !b.isOff) b.gaze.push({ kind: 'actor', t0: t + 0.3, actor: a.key })
}

const inner = (stage: Stage, p: Place): Spot[] => {
  const m = stage.places.set.marks.find((k) => k.key === p.mark)
  return m ? [{ x: m.position[0], z: m.position[2] }] : []
}

/** The door mark at a spot. */
export const doorMarkOf = (stage: Stage, spot: Spot | undefined): string | undefined =>
  spot && stage.places.set.marks.find((m) => m.kind === 'door' && Math.hypot(m.position[0] - spot.x, m.position[2] - spot.z) < 0.1)?.key

/** Out through the nearest door (outside: over the edge), and gone. */
export function leave(stage: Stage, a: StageActor, t: number, gait: Gait): void {
  if (a.isOff) return
  const { places, traffic } = stage
  const mark = places.door(a.place.spot, traffic.taken(a))
  if (!mark) return
  const out = behind(stage, mark)
  const arrive = traffic.send(a, t, { ...mark, yaw: mark.yaw + Math.PI }, gait, [], out ? [out] : [])
  if (arrive === undefined) return
  a.offstage.push({ t0: arrive, t1: END })
  swingDoor(stage, mark.mark, arrive - 1.6)
}

/** The spot behind the door of a mark, in the next room; undefined for marks without a door. */
export function behind(stage: Pick<Stage, 'places' | 'plan'>, p: Place): Spot | undefined {
  const m = stage.places.set.marks.find((k) => k.key === p.mark)
  const o = m?.of === undefined ? undefined : stage.places.set.openings.find((k) => k.key === m.of)
  if (!o || !m) return undefined
  const { at, out } = stage.plan.doorway(o)
  return { x: at.x + out.x * 0.7, z: at.z + out.z * 0.7 }
}

function openingOf(stage: Stage, mark: string | undefined): Opening | undefined {
  const m = stage.places.set.marks.find((k) => k.key === mark)
  return m?.of === undefined ? undefined : stage.places.set.openings.find((o) => o.key === m.of && o.kind === 'door')
}

/** Opens the door of a mark for two and a half seconds; it takes `swingS` to swing open. */
export function swingDoor(stage: Stage, mark: string | undefined, t: number, stays = false, swingS = 0.8): void {
  const o = openingOf(stage, mark)
  if (!o) return
  const keys = stage.doors.get(o.key) ?? [{ t: 0, open: 0 }]
  // Still open from before: it only stays so for longer.
  if (keys.length > 2 && keys.at(-1)!.t > t - 0.4) {
    if (keys.at(-1)!.open === 0) keys.splice(-2)
    if (!stays) keys.push({ t: t + 3.2, open: 1 }, { t: t + 4.2, open: 0 })
    stage.doors.set(o.key, keys)
    return
  }
  const start = Math.max(t - 0.3, (keys.at(-1)?.t ?? 0) + 0.01)
  keys.push({ t: start, open: keys.at(-1)?.open ?? 0 }, { t: start + swingS, open: 1 })
  if (!stays) keys.push({ t: start + 2.4 + swingS, open: 1 }, { t: start + 3.4 + swingS, open: 0 })
  stage.doors.set(o.key, keys)
}

/** There at once, for a line: whoever speaks is in the room when the shot begins. */
export function arrive(stage: Stage, a: StageActor, t: number): void {
  hurry(stage, a, t)
  const off = a.offstage.at(-1)
  if (!off || off.t1 < END) return
  // Still on the way out, and nowhere to stop: the line is said from the door.
  if (off.t0 > t) return
  const { places, traffic } = stage
  const host = stage.focus && !stage.focus.isOff && stage.focus !== a ? stage.focus : stage.actors.find((b) => b !== a && !b.isOff)
  const goal = host ? places.before(host.place, a.place.spot, traffic.taken(a)) : places.circle(1, traffic.taken(a))[0]
  off.t1 = t
  if (!traffic.appear(a, t, goal?.spot ?? { x: 0, z: 0 }, goal?.yaw ?? 0)) off.t1 = END
}
