import { type Leaf, leafOfDoor, type Opening } from '../../film'
import { doorMarkOf, swingDoor } from './come-and-go'
import { facing, type Spot } from './floor-plan'
import type { Doing } from './handle-thing'
import { report } from './report-finding'
import type { Stage } from './stage'
import type { Place, StageActor } from './stage-actor'

/** How far from a door one stands to use it, and how far from its knob towards the hinge, metres, for somebody of 1.7 m: who opens it gives it room. */
const AT_DOOR = { knock: { away: 0.66, aside: 0.24 }, close: { away: 0.66, aside: 0.24 }, open: { away: 0.73, aside: 0.06 } } as const
/** When in opening a door the hand is on the knob and the leaf begins to move, seconds. */
const TURNED_S = 0.55
/** How long a leaf swings under a hand, seconds. */
const SWING_S = 1.2
/** When it stands open and the hand lets go, seconds. */
const OPENED_S = 2

/** A door by its knob, and where one stands to reach it. */
function knobOf(stage: Stage, o: Opening, does: keyof typeof AT_DOOR, heightM: number): { readonly leaf: Leaf; readonly spot: Spot } {
  const { at, out } = stage.plan.doorway(o)
  // Along the wall as openings count it: the leaf's hinge is at the small end.
  const along = { x: -out.z, z: out.x }
  const { aside } = AT_DOOR[does]
  const away = AT_DOOR[does].away * (does === 'open' ? heightM / 1.7 : 1)
  const stand = o.width / 2 - 0.06 - aside
  return {
    leaf: leafOfDoor(stage.places.set, o),
    spot: { x: at.x + along.x * stand - out.x * away, z: at.z + along.z * stand - out.z * away },
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
  const knob = knobOf(stage, o, does, a.figure.heightM)
  const near = stage.plan.isReachable(knob.spot) ? knob.spot : mark.spot
  const to: Place = {
    spot: near,
    yaw: facing(near, { x: knob.leaf.handle[0], z: knob.leaf.handle[2] }),
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
  // The hand goes with the knob as the door swings.
  const held = does === 'open' ? { leaf: { key: knob.leaf.key, ...knob.leaf.way } } : {}
  const t1 = arrive + (does === 'open' ? OPENED_S : seconds)
  a.acts.push({ verb: does, t0: arrive, t1, hand, ...(does === 'knock' ? {} : { at: knob.leaf.handle, ...held }), energy })
  a.busyUntil = Math.max(a.busyUntil, arrive + seconds * 0.8)
  if (does === 'open') swingDoor(stage, mark.mark ?? doorMarkOf(stage, near), arrive + TURNED_S + 0.3, false, SWING_S)
  return true
}

const doorOf = (stage: Stage, mark: string | undefined): Opening | undefined => {
  const m = mark === undefined ? undefined : stage.places.set.marks.find((k) => k.key === mark)
  return m?.of === undefined ? undefined : stage.places.set.openings.find((o) => o.key === m.of && o.kind === 'door')
}
