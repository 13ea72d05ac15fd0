import { floorHeightAt, type SetSpec, type Vec3, whereAt } from '../../film'
import type { Blocking } from './block-scene'
import { APART, BODY_CLEARANCE, FloorPlan, type Spot, spotOf } from './floor-plan'
import { isOnStairs } from './stairs'

/** Something wrong with a blocking, at a moment of scene time. */
export interface BlockingFault {
  readonly rule: 'outside' | 'in-furniture' | 'too-near' | 'off-floor'
  readonly t: number
  readonly who: string
  readonly what: string
}

/** How near a seat's or bed's mark furniture may be touched, metres. */
const AT_SEAT = 1.6

/** Walks through a scene in half-second steps and lists who stands in a wall, in furniture, in somebody, or off the floor. */
export function checkBlocking(blocking: Blocking, set: SetSpec, seconds: number, stepS = 0.5): BlockingFault[] {
  const plan = FloorPlan.of(set)
  const seats = set.marks.filter((m) => m.kind === 'seat' || m.kind === 'bed').map((m) => spotOf(m.position))
  const doors = set.openings.filter((o) => o.kind !== 'window').map((o) => plan.doorway(o).at)
  const near = (p: Spot, list: readonly Spot[], d: number) => list.some((q) => Math.hypot(q.x - p.x, q.z - p.z) < d)
  const faults: BlockingFault[] = []
  for (let t = 0; t <= seconds; t += stepS) {
    const here: { who: string; spot: Spot }[] = []
    for (const p of blocking.performances) {
      if ((blocking.offstage[p.character] ?? []).some((o) => t >= o.t0 && t < o.t1)) continue
      const at = whereAt(p.where, t)
      const spot = spotOf(at.position)
      here.push({ who: p.character, spot })
      if (isOnStairs(set, spot)) continue
      if (Math.abs(at.position[1] - floorHeightAt(set, spot.x, spot.z)) > (at.speed > 0 ? 0.2 : 1e-6))
        faults.push({ rule: 'off-floor', t, who: p.character, what: `y = ${at.position[1]}` })
      if (near(spot, doors, 1.4)) continue
      if (!plan.inside(spot, 0.2)) faults.push({ rule: 'outside', t, who: p.character, what: text(at.position) })
      else if (!near(spot, seats, AT_SEAT) && plan.clearance(spot) < BODY_CLEARANCE - 0.08)
        faults.push({ rule: 'in-furniture', t, who: p.character, what: text(at.position) })
    }
    for (let i = 0; i < here.length; i++)
      for (let j = i + 1; j < here.length; j++) {
        const d = Math.hypot(here[i]!.spot.x - here[j]!.spot.x, here[i]!.spot.z - here[j]!.spot.z)
        if (d < APART - 0.01)
          faults.push({ rule: 'too-near', t, who: here[i]!.who, what: `${Math.round(d * 100)} cm from ${here[j]!.who}` })
      }
  }
  return faults
}

const text = (p: Vec3): string => `at ${p.map((v) => Math.round(v * 100) / 100).join(', ')}`
