import { random, type Vec3 } from '../../film'
import { actFor } from './act-for'
import { enter, hurry, leave, swingDoor } from './come-and-go'
import { namesDoor } from './find-place'
import { facing, type Spot } from './floor-plan'
import { MOOD_OF_DEED } from './manner'
import type { Deed } from './read-action'
import type { Stage } from './stage'
import { floorPoint, type Gait, type Place, type StageActor } from './stage-actor'

const GAIT: Readonly<Record<string, Gait>> = {
  walk: 'walk',
  run: 'run',
  sneak: 'sneak',
  limp: 'limp',
  enter: 'walk',
  exit: 'walk',
  climb: 'walk',
  jump: 'run',
}

/** Lets one person do one thing from `t` on, in about `seconds`. `key` seeds what the words leave open. */
export function applyDeed(stage: Stage, a: StageActor, deed: Deed, t: number, seconds: number, key: string): void {
  const { places, traffic } = stage
  hurry(stage, a, t)
  const rnd = random(`${key}/${a.key}`)
  const taken = traffic.taken(a)
  const other = stage.actors.find((b) => deed.to.includes(b.role) && b !== a && !b.isOff)
  const mood = MOOD_OF_DEED[deed.kind]
  if (mood) a.moods.push({ t0: t, expression: mood[0], weight: mood[1] })
  const gait = GAIT[deed.kind] ?? 'walk'
  switch (deed.kind) {
    case 'enter':
    case 'appear':
      if (a.isOff) enter(stage, a, t, gaitOf(deed, gait))
      else travel(stage, a, deed, t, seconds, gait, other)
      break
    case 'exit':
      leave(stage, a, t, /^(?:run|ran|rush|flee|sprint|dash|bolt|storm|escap)/.test(deed.word) ? 'run' : 'walk')
      return
    case 'walk':
    case 'run':
    case 'sneak':
    case 'limp':
      if (a.isOff) enter(stage, a, t, gait)
      else travel(stage, a, deed, t, seconds, gait, other)
      break
    case 'climb':
    case 'jump':
      if (!a.isOff && a.place.stance !== 'sit') travel(stage, a, deed, t, Math.min(seconds, 1.8), gait, other)
      break
    case 'sit': {
      if (a.isOff) enter(stage, a, t, 'walk')
      if (a.place.stance === 'sit') break
      const group = (other ?? stage.focus)?.place.group
      const seat = places.seat(deed.rest, (other ?? a).place.spot, taken, group)
      if (seat && Math.hypot(seat.spot.x - a.place.spot.x, seat.spot.z - a.place.spot.z) < 14) traffic.send(a, t, seat, 'walk')
      else a.become(t, { stance: 'sit', seatHeightM: 0.12 })
      break
    }
    case 'rise':
      if (a.place.stance !== 'stand') rise(stage, a, t)
      break
    case 'stand': {
      // `The door opens. MIRJAM stands there`: in the doorway.
      if (a.isOff) {
        const door = a.place.mark === undefined ? undefined : places.set.marks.find((m) => m.key === a.place.mark)
        enter(stage, a, t, 'walk', door && places.ofMark(door))
        break
      }
      const at = places.named(deed.rest, a.place.spot, taken)
      if (at && Math.hypot(at.spot.x - a.place.spot.x, at.spot.z - a.place.spot.z) > 1) traffic.send(a, t, at, 'walk')
      else if (a.place.stance !== 'stand') rise(stage, a, t)
      break
    }
    case 'kneel':
    case 'crouch':
    case 'lean':
      if (a.place.stance === 'stand') a.become(t, { stance: deed.kind })
      break
    case 'lie':
    case 'sleep': {
      if (a.place.stance === 'lie') break
      const bed = places.bed(a.place.spot, taken)
      if (bed) traffic.send(a, t, bed, 'walk')
      else if (a.place.stance === 'stand' && deed.kind === 'lie') a.become(t, { stance: 'lie', seatHeightM: 0 })
      break
    }
    case 'fall':
      if (a.place.stance === 'stand') a.become(t + 1.05, { stance: 'lie', seatHeightM: 0 })
      break
    case 'turn': {
      if (a.place.stance === 'lie' || a.place.stance === 'sit') break
      const to = other ?? stage.focus ?? stage.actors.find((b) => b !== a && !b.isOff)
      const away = deed.rest[0] === 'away' || deed.rest.includes('back')
      if (to && to !== a) a.become(t, { yaw: facing(a.place.spot, to.place.spot) + (away ? Math.PI : 0) })
      else a.become(t, { yaw: a.place.yaw + Math.PI * (rnd.chance(0.5) ? 0.75 : -0.75) })
      break
    }
    case 'look':
    case 'listen': {
      if (other) a.gaze.push({ kind: 'actor', t0: t, actor: other.key })
      else {
        const at = pointNamed(stage, deed.rest, a.place.spot)
        if (at) a.gaze.push({ kind: 'point', t0: t, at })
      }
      break
    }
    case 'open':
      if (namesDoor(deed.rest)) {
        const door = places.door(a.place.spot, taken)
        if (door && !a.isOff) {
          const arrive = traffic.send(a, t, { ...door, yaw: door.yaw + Math.PI }, 'walk')
          swingDoor(stage, door.mark, arrive ?? t)
        }
      }
      break
    case 'knock': {
      const door = places.door(a.place.spot, taken)
      if (door && !a.isOff && a.place.mark !== door.mark) traffic.send(a, t, { ...door, yaw: door.yaw + Math.PI }, 'walk')
      break
    }
    case 'hug':
    case 'punch':
    case 'give':
      if (other && !a.isOff && a.place.stance === 'stand') {
        const near = places.before(other.place, a.place.spot, taken)
        if (near && Math.hypot(near.spot.x - a.place.spot.x, near.spot.z - a.place.spot.z) > 0.7)
          traffic.send(a, t, near, deed.kind === 'punch' ? 'run' : 'walk')
        else a.become(t, { yaw: facing(a.place.spot, other.place.spot) })
      }
      break
    case 'pour':
    case 'wipe':
    case 'work':
    case 'take':
    case 'drop': {
      const goes = deed.kind !== 'drop' || deed.rest.some((w) => /^(?:on|onto|in|into|at|by|back)$/.test(w))
      const at = goes && a.place.stance === 'stand' && !a.isOff ? places.named(deed.rest, a.place.spot, taken) : undefined
      if (at && Math.hypot(at.spot.x - a.place.spot.x, at.spot.z - a.place.spot.z) > 0.6) traffic.send(a, t, at, 'walk')
      break
    }
    default:
  }
  const act = actFor(deed.kind, deed.rest)
  if (!act || a.isOff) return
  const start = deed.kind === 'carry' || deed.kind === 'fall' ? t : Math.max(t, Math.min(a.busyUntil, t + 4))
  a.acts.push({
    verb: act.verb,
    t0: start,
    t1: start + (act.seconds > 2 ? Math.max(1.6, Math.min(act.seconds, Math.max(seconds, 2) * 1.4)) : act.seconds),
    energy: Math.min(1, act.energy + rnd.range(-0.08, 0.08)),
    ...(act.hand ? { hand: act.hand } : {}),
    ...(other ? { to: other.key } : {}),
  })
}

const gaitOf = (deed: Deed, usual: Gait): Gait => (/^(?:burst|barge|run|ran|rush|storm|sprint)/.test(deed.word) ? 'run' : usual)

/** Up from a seat or bed, to a free spot before it. */
function rise(stage: Stage, a: StageActor, t: number): void {
  const { x, z } = a.place.spot
  const front = { x: x + Math.sin(a.place.yaw) * 0.5, z: z + Math.cos(a.place.yaw) * 0.5 }
  const up = stage.places.stand(stage.plan.isFree(a.place.spot) ? a.place.spot : front, a.place.yaw, stage.traffic.taken(a), 0.6)
  if (!up) return
  if (Math.hypot(up.spot.x - x, up.spot.z - z) < 0.05) a.become(t, { stance: 'stand' })
  else stage.traffic.send(a, t, up, 'walk')
}

/** Goes where the words say; without words, on by as far as the time allows. */
function travel(stage: Stage, a: StageActor, deed: Deed, t: number, seconds: number, gait: Gait, other: StageActor | undefined): void {
  const { places, traffic } = stage
  const taken = traffic.taken(a)
  const named = places.named(deed.rest, a.place.spot, taken)
  const to = named ?? (other ? places.before(other.place, a.place.spot, taken) : onwards(stage, a, gait, seconds))
  if (to) traffic.send(a, t, to, gait)
}

const SPEED: Readonly<Record<Gait, number>> = { walk: 1.25, run: 3.4, sneak: 0.7, limp: 0.75 }

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
