import { APART, clearOf, facing, type Spot, turnBetween } from './floor-plan'
import { rise } from './rise'
import type { Stage } from './stage'
import type { Gait, Place, StageActor } from './stage-actor'

/** How much nearer or farther than asked two people may stand without anybody moving, metres. */
const NEAR_ENOUGH = 0.13

/**
 * Brings two people together, face to face, so many metres apart; the second turns and, where both must be on their feet,
 * gets up. Answers when both are there and free; undefined, and nothing moved, when there is no way.
 */
export function meet(
  stage: Stage,
  a: StageActor,
  other: StageActor,
  t: number,
  apartM: number,
  onFeet: boolean,
  gait: Gait,
): number | undefined {
  // One on their knees and one on their feet, or both on their knees: near enough, they stay so.
  const kneels = (p: StageActor) =>
    p.place.stance === 'kneel' && Math.hypot(a.place.spot.x - other.place.spot.x, a.place.spot.z - other.place.spot.z) < apartM + 0.35
  if (onFeet && other.place.stance !== 'stand' && !kneels(other) && !rise(stage, other, t)) return undefined
  const far = Math.hypot(a.place.spot.x - other.place.spot.x, a.place.spot.z - other.place.spot.z)
  const sits = a.place.stance !== 'stand'
  const stays = kneels(a)
  let there = Math.max(t, a.busyUntil)
  if (stays) there = Math.max(t, a.busyUntil)
  else if (Math.abs(far - apartM) > NEAR_ENOUGH && !(sits && !onFeet && far < apartM + 0.5)) {
    const spot = spotBefore(stage, a, other, apartM)
    const to: Place | undefined = spot && { spot, yaw: facing(spot, other.place.spot), stance: 'stand' }
    const arrive = to && stage.traffic.send(a, t, to, gait)
    if (arrive === undefined) {
      if (far > apartM + 0.5 || (sits && onFeet)) return undefined
    } else there = arrive
  } else if (sits && onFeet && !rise(stage, a, t)) return undefined
  face(a, other, there)
  face(other, a, Math.max(t, there - 0.7))
  return Math.max(there, a.busyUntil, other.busyUntil) + 0.1
}

/** Turns somebody on their feet to another. */
function face(a: StageActor, b: StageActor, t: number): void {
  if (a.place.stance !== 'stand' && a.place.stance !== 'lean' && a.place.stance !== 'kneel') return
  const yaw = facing(a.place.spot, b.place.spot)
  if (turnBetween(a.place.yaw, yaw) > 0.06) a.become(t, { yaw })
}

/** A free spot at a distance from somebody, on the side one comes from. */
function spotBefore(stage: Stage, a: StageActor, other: StageActor, apartM: number): Spot | undefined {
  const c = other.place.spot
  const from = facing(c, a.place.spot)
  const taken = stage.actors.filter((b) => b !== a && b !== other && !b.isOff).map((b) => b.place.spot)
  for (let k = 0; k <= 20; k++) {
    const turn = (k % 2 === 0 ? k / 2 : -(k + 1) / 2) * 0.3
    const s = { x: c.x + Math.sin(from + turn) * apartM, z: c.z + Math.cos(from + turn) * apartM }
    if (stage.plan.isReachable(s) && clearOf(s, taken, APART + 0.02)) return s
  }
  return undefined
}
