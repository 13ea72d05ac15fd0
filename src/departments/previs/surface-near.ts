import { floorHeightAt, type Vec3 } from '../../film'
import type { Hand } from './carry-props'
import { type FloorPlan, facing, type Spot, spotOf } from './floor-plan'
import type { Place } from './stage-actor'

/** Where a thing lies: its grip's place, its turn, and whether that is the floor. */
export interface Resting {
  readonly position: Vec3
  readonly yaw: number
  readonly floor: boolean
}

/** How high the grip of a thing is over what it stands on, metres, by its last word; what is flat lies on its surface. */
const GRIP_M: Readonly<Record<string, number>> = {
  cup: 0.045,
  mug: 0.045,
  tea: 0.045,
  coffee: 0.045,
  glass: 0.065,
  drink: 0.065,
  bottle: 0.15,
  wine: 0.15,
  beer: 0.15,
  bowl: 0.045,
  melon: 0.12,
  ball: 0.12,
  horse: 0.12,
  doll: 0.12,
  apple: 0.036,
  orange: 0.036,
  helmet: 0.125,
  lantern: 0.28,
  camera: 0.039,
  laptop: 0.12,
  kettle: 0.12,
  teapot: 0.08,
  suitcase: 0.46,
  briefcase: 0.46,
  bag: 0.34,
  satchel: 0.34,
  backpack: 0.34,
  flashlight: 0.034,
  torch: 0.034,
  reel: 0.036,
  box: 0.021,
  package: 0.021,
  parcel: 0.021,
}
/** Height of a thing's grip when it has fallen over: as much as half of what it stands, metres. */
export const restsAt = (thing: string): number => Math.min(standsAt(thing), 0.06 + standsAt(thing) * 0.2)
/** Height of the grip of a thing that stands on the floor, metres. */
export const standsAt = (thing: string): number => GRIP_M[thing.split(/[\s-]+/).at(-1) ?? ''] ?? 0.012

/** Stances in which one is on what one is at. */
const SEATED: ReadonlySet<Place['stance']> = new Set(['sit', 'lie'])

/** Nobody goes farther than this to lay something down, metres. */
const WORTH_THE_WAY_M = 4

/** A spot for a thing on the table or counter nearest to somebody's hands, never on what they sit on; else on the floor. */
export function surfaceNear(
  plan: FloorPlan,
  at: Place,
  words: readonly string[],
  thing: string,
  hand: Hand = 'right',
  taken: readonly Vec3[] = [],
): Resting {
  const up = standsAt(thing)
  const from = at.spot
  const flat = plan.set.placements.filter(
    (p) =>
      p.blocks &&
      (p.key !== at.of || !SEATED.has(at.stance)) &&
      p.size[1] > 0.35 &&
      p.size[1] < 1.15 &&
      p.position[1] - floorHeightAt(plan.set, p.position[0], p.position[2]) < 0.2 &&
      !/chair|stool|sofa|bench|couch|booth|pew|bollard|tree|bush|rock/.test(p.prop),
  )
  const named = plan.placementNamed(
    words.filter((w) => w.length > 2),
    from,
  )
  const isNear =
    named &&
    Math.hypot(named.position[0] - from.x, named.position[2] - from.z) - Math.max(named.size[0], named.size[2]) / 2 < WORTH_THE_WAY_M
  let best = isNear && flat.includes(named) ? named : undefined
  if (!best) {
    // Who sits does not get up for the next best table.
    let bestD = at.stance === 'sit' ? 0.75 : 1.7
    for (const p of flat) {
      const d = Math.hypot(p.position[0] - from.x, p.position[2] - from.z) - Math.max(p.size[0], p.size[2]) / 2
      if (d < bestD) {
        bestD = d
        best = p
      }
    }
  }
  if (!best) return onFloor(plan, at, up, hand)
  const c = spotOf(best.position)
  const dx = from.x - c.x
  const dz = from.z - c.z
  const cos = Math.cos(best.yaw)
  const sin = Math.sin(best.yaw)
  const limit = (v: number, half: number) => Math.max(-half + 0.12, Math.min(half - 0.12, v))
  const [halfX, halfZ] = [Math.max(best.size[0] / 2, 0.13), Math.max(best.size[2] / 2, 0.13)]
  const [x0, z0] = [dx * cos - dz * sin, dx * sin + dz * cos]
  const top = best.position[1] + best.size[1]
  // Along the edge that they are at, where nothing lies yet.
  const along = Math.abs(x0) / halfX > Math.abs(z0) / halfZ
  const spots = [0, 0.17, -0.17, 0.34, -0.34].map((by) => {
    const [x, z] = [limit(x0 + (along ? 0 : by), halfX), limit(z0 + (along ? by : 0), halfZ)]
    return { x: c.x + x * cos + z * sin, z: c.z - x * sin + z * cos }
  })
  const isFree = (p: Spot) => !taken.some((q) => Math.abs(q[1] - top) < 0.5 && Math.hypot(q[0] - p.x, q[2] - p.z) < 0.15)
  const spot = spots.find(isFree) ?? spots[0]!
  return {
    position: [spot.x, top + up, spot.z],
    yaw: facing(c, from),
    floor: false,
  }
}

/** On the floor where somebody is: before whoever stands; beside whoever sits, as their feet are before them. */
export function onFloor(plan: FloorPlan, { spot, yaw, stance }: Place, up: number, hand: Hand): Resting {
  const beside = (ahead: number, aside: number): Spot => ({
    x: spot.x + Math.sin(yaw) * ahead + Math.cos(yaw) * aside,
    z: spot.z + Math.cos(yaw) * ahead - Math.sin(yaw) * aside,
  })
  const own = hand === 'left' ? 0.36 : -0.36
  const may = stance === 'sit' ? [beside(0.24, own), beside(0.24, -own)] : []
  const { x, z } = may.find((p) => plan.inside(p, 0.05)) ?? beside(0.45, 0)
  return { position: [x, floorHeightAt(plan.set, x, z) + up, z], yaw, floor: true }
}
