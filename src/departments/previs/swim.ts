import type { SetSpec, Vec3, Whereabouts } from '../../film'
import { facing, type Spot } from './floor-plan'
import type { Doing } from './handle-thing'
import { report } from './report-finding'
import type { StageActor } from './stage-actor'

/** Places that are under water, by their names and kinds. */
const UNDER = /under ?water|submerged|seabed|sea ?floor|reef|ocean floor/i
/** How far under the surface feet are of whoever swims there, of their height; and how far over the ground under water. */
const SUNK = 0.79
const OVER_GROUND_M = 0.35
/** Height of the sea's surface, metres, and where it begins behind a set's edge: as the surroundings are built. */
const SEA = { y: -0.28, behindM: 0.3 } as const
/** How far out somebody swims, metres from the shore; and how far in they are found who swim as a scene begins. */
const OUT_M = { found: 2.4, goal: 9 } as const
/** Seconds of wading from the edge until one swims. */
const WADE_S = 2
/** Seconds that a swim goes on beyond its line, so that nobody comes up while it is seen. */
const MORE_S = 2
const SPEED = { swim: 0.95, dive: 0.75 } as const

/** Water in a basin of the set: its middle and inner half sizes on the floor plan, and its surface, metres. */
interface Pool {
  readonly x: number
  readonly z: number
  readonly hx: number
  readonly hz: number
  readonly y: number
}
/** From the outer edge of a basin to where one swims, metres; how far out one stands who gets in. */
const KERB_M = 0.7
const BESIDE_M = 0.5

/** The basin of a set. */
function poolOf(set: Pick<SetSpec, 'placements'>): Pool | undefined {
  const p = set.placements.find(({ prop }) => prop === 'pool-basin' || prop === 'plunge-pool')
  if (!p) return undefined
  const turned = Math.abs(Math.sin(p.yaw)) > 0.7
  const [w, h, d] = p.size
  return {
    x: p.position[0],
    z: p.position[2],
    hx: (turned ? d : w) / 2 - KERB_M,
    hz: (turned ? w : d) / 2 - KERB_M,
    y: p.position[1] + (p.prop === 'pool-basin' ? h - 0.06 : h * 0.5),
  }
}

/** What water a set has: it lies under it, has a sea beyond its edge, a basin, or none. */
export const waterOf = (
  set: Pick<SetSpec, 'kind' | 'name' | 'surroundings' | 'depthM' | 'placements'>,
): 'under' | 'sea' | 'pool' | undefined =>
  UNDER.test(set.kind) || UNDER.test(set.name)
    ? 'under'
    : set.surroundings === 'sea' || set.surroundings === 'lake'
      ? 'sea'
      : poolOf(set) && 'pool'

/** Whether somebody has not been seen anywhere else yet in the scene: they are found where the water is. */
const isFound = (a: StageActor, t: number): boolean => a.where.length === 1 && t < 0.05 && !a.offstage.length

/**
 * Swims as the words say, or floats: where the set is under water from where one is, else out into the sea beyond its edge,
 * into which one wades first. Left out, and said, where there is no water.
 */
export function swim(d: Doing, a: StageActor, t: number, seconds: number, other: StageActor | undefined): void {
  const { stage } = d
  const { places, traffic, plan } = stage
  const water = waterOf(places.set)
  if (!water) {
    report(stage, d.beat, 'no-water', a, `finds no water here to ${d.deed.word.replace(/s$/, '')} in`)
    return
  }
  const floats = d.deed.kind === 'float'
  const found = isFound(a, t)
  const from = found && !floats ? alreadyAt(a) : t
  if (water === 'under') {
    if (a.place.stance !== 'swim') a.become(found ? from : t, { stance: 'swim' })
    if (floats) return
    const taken = traffic.taken(a)
    const to = places.named(d.deed.rest, a.place.spot, taken) ?? (other ? places.before(other.place, a.place.spot, taken) : undefined)
    const goal = to?.spot ?? ahead(d, a, (seconds + MORE_S) * SPEED.dive)
    if (goal) traffic.send(a, from, { spot: goal, yaw: facing(a.place.spot, goal), stance: 'swim' }, 'dive')
    return
  }
  const pool = poolOf(places.set)
  if (pool) {
    inPool(d, a, pool, t, found ? from : undefined, seconds)
    return
  }
  const edge = -plan.halfD - SEA.behindM
  const lane = (x: number) => Math.max(-plan.halfW * 0.6, Math.min(plan.halfW * 0.6, x))
  const stance = floats ? 'float' : 'swim'
  const isIn = a.place.stance === 'swim' || a.place.stance === 'float'
  if (!isIn && found) a.become(from, { spot: { x: lane(a.place.spot.x), z: edge - OUT_M.found }, yaw: Math.PI, stance })
  else if (!isIn) {
    const shore = plan.nearestFree({ x: lane(a.place.spot.x), z: -plan.halfD + 0.6 }, traffic.taken(a))
    if (!shore || traffic.send(a, t, { spot: shore, yaw: Math.PI, stance: 'stand' }, 'walk') === undefined) {
      report(stage, d.beat, 'out-of-reach', a, 'cannot get to the water')
      return
    }
    const deep: Spot = { x: shore.x, z: edge - 2 }
    a.goBy([at(shore, 0), at({ x: shore.x, z: edge - 0.4 }, SEA.y), at(deep, level(a))], WADE_S, { spot: deep, yaw: Math.PI, stance })
  } else if (a.place.stance !== stance) a.become(t, { stance })
  if (floats) return
  const { spot } = a.place
  const goal: Spot = /\b(?:back|ashore|shore|in|beach|quay|boat)\b/.test(d.deed.rest.join(' '))
    ? { x: spot.x, z: edge - 2 }
    : outward(spot, edge, (seconds + MORE_S) * SPEED.swim, plan.halfW)
  const far = Math.hypot(goal.x - spot.x, goal.z - spot.z)
  if (far < 0.5) return
  a.goBy([at(spot, level(a)), at(goal, level(a))], far / SPEED.swim, { spot: goal, yaw: facing(spot, goal), stance: 'swim' }, 'swim')
}

/** Swims or floats in a basin: gets in over its nearest side, and swims along it, towards the end that is farther off. */
function inPool(d: Doing, a: StageActor, pool: Pool, t: number, from: number | undefined, seconds: number): void {
  const { plan, traffic } = d.stage
  const stance = d.deed.kind === 'float' ? 'float' : 'swim'
  const y = pool.y - SUNK * a.figure.heightM
  const inside = ({ x, z }: Spot): Spot => ({
    x: Math.max(pool.x - pool.hx, Math.min(pool.x + pool.hx, x)),
    z: Math.max(pool.z - pool.hz, Math.min(pool.z + pool.hz, z)),
  })
  const isIn = a.place.stance === 'swim' || a.place.stance === 'float'
  if (!isIn && from !== undefined) a.become(from, { spot: inside(a.place.spot), yaw: Math.PI, stance })
  else if (!isIn) {
    const { spot } = a.place
    const near = inside(spot)
    const out = KERB_M + BESIDE_M
    const sides = [
      { x: pool.x - pool.hx - out, z: near.z },
      { x: pool.x + pool.hx + out, z: near.z },
      { x: near.x, z: pool.z - pool.hz - out },
      { x: near.x, z: pool.z + pool.hz + out },
    ].toSorted((p, q) => Math.hypot(p.x - spot.x, p.z - spot.z) - Math.hypot(q.x - spot.x, q.z - spot.z))
    let shore: Spot | undefined
    for (const side of sides) {
      shore = plan.nearestFree(side, traffic.taken(a))
      const deep = shore && inside(shore)
      if (shore && deep && Math.hypot(shore.x - deep.x, shore.z - deep.z) < out + 0.8) break
      shore = undefined
    }
    const yaw = shore && facing(shore, inside(shore))
    if (!shore || yaw === undefined || traffic.send(a, t, { spot: shore, yaw, stance: 'stand' }, 'walk') === undefined) {
      report(d.stage, d.beat, 'out-of-reach', a, 'cannot get to the water')
      return
    }
    const deep = inside({ x: shore.x + Math.sin(yaw) * 1.8, z: shore.z + Math.cos(yaw) * 1.8 })
    const over: Spot = { x: shore.x + Math.sin(yaw) * BESIDE_M, z: shore.z + Math.cos(yaw) * BESIDE_M }
    a.goBy([at(shore, 0), at(over, pool.y), at(deep, y)], WADE_S, { spot: deep, yaw, stance })
  } else if (a.place.stance !== stance) a.become(t, { stance })
  if (stance === 'float') return
  const { spot } = a.place
  const along = pool.hz >= pool.hx ? 'z' : 'x'
  const way = spot[along] > pool[along] ? -1 : 1
  const goal = inside({ ...spot, [along]: spot[along] + way * (seconds + MORE_S) * SPEED.swim })
  const far = Math.hypot(goal.x - spot.x, goal.z - spot.z)
  if (far < 0.5) return
  a.goBy([at(spot, y), at(goal, y)], far / SPEED.swim, { spot: goal, yaw: facing(spot, goal), stance: 'swim' }, 'swim')
}

/** Makes somebody swim since before the scene begins: they are found at it. Answers since when. */
function alreadyAt(a: StageActor): number {
  a.where[0] = { ...a.where[0]!, t0: -2 * MORE_S }
  a.busyUntil = -MORE_S
  return -MORE_S
}

/** Along the shore and out, a little more out than one is: seen from the side, and from the land. */
function outward(spot: Spot, edge: number, metres: number, halfW: number): Spot {
  const z = Math.max(edge - OUT_M.goal, spot.z - 0.45 * metres)
  const along = Math.sqrt(Math.max(0, metres * metres - (z - spot.z) ** 2))
  const way = spot.x > 0 ? -1 : 1
  return { x: Math.max(-halfW, Math.min(halfW, spot.x + way * along)), z }
}

/** Height of the feet of whoever swims at the sea's surface, were they upright. */
const level = (a: StageActor): number => SEA.y - SUNK * a.figure.heightM
const at = ({ x, z }: Spot, y: number): Vec3 => [x, y, z]

/** A free spot so far off, the way one looks or near it. */
function ahead({ stage: { plan, traffic } }: Doing, a: StageActor, metres: number): Spot | undefined {
  const { spot, yaw } = a.place
  for (const turn of [0, 0.5, -0.5, 1, -1, 1.6, -1.6, 2.4, -2.4, Math.PI]) {
    const far = { x: spot.x + Math.sin(yaw + turn) * metres, z: spot.z + Math.cos(yaw + turn) * metres }
    if (plan.isReachable(far) && !traffic.taken(a).some((q) => Math.hypot(q.x - far.x, q.z - far.z) < 1.2)) return far
  }
  return undefined
}

/** Everybody's places in the water at the height at which they swim; on the ground again where they stand. */
export function afloat(set: SetSpec, where: readonly Whereabouts[], heightM: number): readonly Whereabouts[] {
  const water = waterOf(set)
  if (!water) return where
  const surface = water === 'pool' ? (poolOf(set)?.y ?? 0) : SEA.y
  const y = water === 'under' ? OVER_GROUND_M : surface - SUNK * heightM
  const wet = (w: Whereabouts | undefined): boolean =>
    w?.kind === 'stay' ? w.stance === 'swim' || w.stance === 'float' : w?.gait === 'swim' || w?.gait === 'dive'
  return where.map((w, i): Whereabouts => {
    // Who comes ashore comes up from there.
    if (w.kind === 'go' && !wet(w) && wet(where[i - 1])) return { ...w, path: w.path.map((p, k): Vec3 => (k === 0 ? [p[0], y, p[2]] : p)) }
    if (!wet(w)) return w
    if (w.kind === 'stay') return { ...w, position: [w.position[0], y, w.position[2]] }
    const ends = w.path.length - 1
    return {
      ...w,
      path: w.path.map((p, k): Vec3 => {
        const grounded = (k === 0 && where[i - 1] && !wet(where[i - 1])) || (k === ends && where[i + 1] && !wet(where[i + 1]))
        return grounded ? p : [p[0], y, p[2]]
      }),
    }
  })
}
