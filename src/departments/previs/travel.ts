import type { Vec3 } from '../../film'
import { namesDoor } from './find-place'
import { facing, type Spot } from './floor-plan'
import type { Deed } from './read-action'
import type { Stage } from './stage'
import { floorPoint, type Gait, type Place, type StageActor } from './stage-actor'

/** Goes where the words say; without words, on by as far as the time allows. */
export function travel(
  stage: Stage,
  a: StageActor,
  deed: Deed,
  t: number,
  seconds: number,
  gait: Gait,
  other: StageActor | undefined,
): void {
  const { places, traffic } = stage
  const taken = traffic.taken(a)
  const named = places.named(deed.rest, a.place.spot, taken)
  const back = named ? undefined : backwards(stage, a, deed, other, taken)
  const to = named ?? back ?? (other ? places.before(other.place, a.place.spot, taken) : onwards(stage, a, gait, seconds))
  if (to) traffic.send(a, t, to, gait)
}

/** A step or two away from somebody, still facing them: `backs away`, `steps back`. */
function backwards(stage: Stage, a: StageActor, deed: Deed, other: StageActor | undefined, taken: readonly Spot[]): Place | undefined {
  if (!/^(?:back|step|shrink|edge|inch|stagger|stumble)/.test(deed.word) || !/^(?:back|away)/.test(deed.rest[0] ?? '')) return undefined
  const from = other ?? (stage.focus === a ? undefined : stage.focus)
  const yaw = from ? facing(a.place.spot, from.place.spot) : a.place.yaw
  const spot = { x: a.place.spot.x - Math.sin(yaw) * 1.1, z: a.place.spot.z - Math.cos(yaw) * 1.1 }
  return stage.places.stand(spot, yaw, taken, 0.6)
}

const SPEED: Readonly<Record<Gait, number>> = { walk: 1.25, run: 3.4, sneak: 0.7, limp: 0.75, swim: 0.95, dive: 0.75 }

/** A free spot as far off as somebody gets in the time, the way that leads farthest. */
function onwards(stage: Stage, a: StageActor, gait: Gait, seconds: number): Place | undefined {
  const { plan } = stage
  const reach = SPEED[gait] * Math.max(2, seconds)
  const from = a.place.spot
  const taken = stage.traffic.taken(a)
  let best: Spot | undefined
  let bestScore = Number.POSITIVE_INFINITY
  for (const s of plan.spots(Math.max(0.5, Math.max(plan.halfW, plan.halfD) / 12))) {
    if (taken.some((q) => Math.hypot(q.x - s.x, q.z - s.z) < 0.9)) continue
    const d = Math.hypot(s.x - from.x, s.z - from.z)
    const turn = 1 - Math.cos(facing(from, s) - a.place.yaw)
    const score = Math.round((Math.abs(d - reach) + turn * 0.6 - Math.min(plan.room(s), 1) * 0.5) * 1e4)
    if (score < bestScore) {
      bestScore = score
      best = s
    }
  }
  return best && { spot: best, yaw: facing(from, best), stance: 'stand' }
}

/** A point in the set that words name, to look at. */
export function pointNamed(stage: Stage, words: readonly string[], near: Spot): Vec3 | undefined {
  const thing = stage.plan.placementNamed(
    words.filter((w) => w.length > 2),
    near,
  )
  if (thing) return [thing.position[0], thing.position[1] + thing.size[1] * 0.8, thing.position[2]]
  if (words.some((w) => /^(?:window|windows|sky|outside)$/.test(w))) {
    const o = stage.places.set.openings.find((k) => k.kind === 'window')
    if (o) return floorPoint(stage.plan.doorway(o).at, o.sill + o.height / 2)
  }
  if (namesDoor(words)) {
    const o = stage.places.set.openings.find((k) => k.kind !== 'window')
    if (o) return floorPoint(stage.plan.doorway(o).at, 1.4)
  }
  return undefined
}
