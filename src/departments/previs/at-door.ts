import type { Opening, Vec3 } from '../../film'
import { doorMarkOf, swingDoor } from './come-and-go'
import { facing, type Spot } from './floor-plan'
import type { Doing } from './handle-thing'
import { report } from './report-finding'
import type { Stage } from './stage'
import type { Place, StageActor } from './stage-actor'

/** How far from a door one stands to use it, metres. */
const AT_DOOR_M = 0.66
/** When in opening a door the hand is on the knob and the leaf begins to move, seconds. */
const TURNED_S = 0.55

/** A door's knob on the room's side, and where one stands to reach it. */
function knobOf(stage: Stage, o: Opening): { readonly at: Vec3; readonly spot: Spot } {
  const { at, out } = stage.plan.doorway(o)
  // Along the wall as openings count it: the leaf's hinge is at the small end.
  const along = { x: -out.z, z: out.x }
  const far = o.width / 2 - 0.062
  const stand = o.width / 2 - 0.3
  return {
    at: [at.x + along.x * far - out.x * 0.11, 1.06, at.z + along.z * far - out.z * 0.11],
    spot: { x: at.x + along.x * stand - out.x * AT_DOOR_M, z: at.z + along.z * stand - out.z * AT_DOOR_M },
  }
}

/** Goes to the nearest door and opens, closes or knocks at it. False when there is none, or no way. */
export function atDoor(d: Doing, a: StageActor, t: number, does: 'open' | 'close' | 'knock', seconds: number, energy: number): boolean {
  const { stage } = d
  const taken = stage.traffic.taken(a)
  const mark = a.place.mark !== undefined && doorOf(stage, a.place.mark) ? a.place : stage.places.door(a.place.spot, taken)
  const o = mark && doorOf(stage, mark.mark)
  if (!mark || !o) {
    report(stage, d.beat, 'no-door', a, `finds no door to ${does === 'knock' ? 'knock at' : does}`)
    return false
  }
  const knob = knobOf(stage, o)
  const near = stage.plan.isReachable(knob.spot) ? knob.spot : mark.spot
  const to: Place = {
    spot: near,
    yaw: facing(near, { x: knob.at[0], z: knob.at[2] }),
    stance: 'stand',
    ...(mark.mark ? { mark: mark.mark } : {}),
  }
  const far = Math.hypot(a.place.spot.x - near.x, a.place.spot.z - near.z)
  const arrive = far < 0.12 ? Math.max(t, a.busyUntil) : stage.traffic.send(a, t, to, 'walk')
  if (arrive === undefined) {
    report(stage, d.beat, 'out-of-reach', a, 'cannot get to the door')
    return false
  }
  if (far < 0.12) a.become(arrive, { yaw: to.yaw })
  const hand = stage.props.freeHand(a) ?? 'right'
  a.acts.push({ verb: does, t0: arrive, t1: arrive + seconds, hand, ...(does === 'knock' ? {} : { at: knob.at }), energy })
  a.busyUntil = Math.max(a.busyUntil, arrive + seconds * 0.8)
  if (does === 'open') swingDoor(stage, mark.mark ?? doorMarkOf(stage, near), arrive + TURNED_S + 0.3)
  return true
}

const doorOf = (stage: Stage, mark: string | undefined): Opening | undefined => {
  const m = mark === undefined ? undefined : stage.places.set.marks.find((k) => k.key === mark)
  return m?.of === undefined ? undefined : stage.places.set.openings.find((o) => o.key === m.of && o.kind === 'door')
}
