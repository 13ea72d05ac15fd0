import { type Placement, type SetSpec, STAIR_RISER_M, type Vec3 } from '../../film'
import type { Spot } from './floor-plan'
import type { Stage } from './stage'
import type { StageActor } from './stage-actor'

/** Somebody's place on a flight of stairs. */
export interface OnStairs {
  /** Height of the tread above the floor, metres. */
  readonly y: number
  /** Treads below and with it: steps down to the floor. */
  readonly steps: number
  /** Where the flight begins: a tread's depth before the first tread's middle. */
  readonly foot: Spot
}

/** Seconds a step takes on stairs. */
export const STAIR_STEP_S = 0.58
/** Room that a head needs under the ceiling, metres above the person's height. */
const HEADROOM_M = 0.12

const flights = (set: SetSpec): readonly Placement[] => set.placements.filter((p) => p.prop === 'stair-flight')

/** A point of a flight, from its middle outward: `x` across, `z` towards its foot. */
const along = (p: Placement, x: number, z: number): Spot => ({
  x: p.position[0] + x * Math.cos(p.yaw) + z * Math.sin(p.yaw),
  z: p.position[2] - x * Math.sin(p.yaw) + z * Math.cos(p.yaw),
})

/** Whether a spot is on a flight of stairs of a set, or right before one. */
export const isOnStairs = (set: SetSpec, { x, z }: Spot): boolean =>
  flights(set).some((p) => {
    const [dx, dz] = [x - p.position[0], z - p.position[2]]
    const across = dx * Math.cos(p.yaw) - dz * Math.sin(p.yaw)
    const down = dx * Math.sin(p.yaw) + dz * Math.cos(p.yaw)
    return Math.abs(across) <= p.size[0] / 2 && down >= -p.size[2] / 2 && down <= p.size[2] / 2 + 0.5
  })

/** Up the nearest flight, tread by tread, as high as there is headroom. False where there are no stairs, or no way to them. */
export function climbStairs(stage: Stage, a: StageActor, t: number): boolean {
  const { places, traffic } = stage
  const { spot } = a.place
  const [flight] = [...flights(places.set)].sort(
    (p, q) => Math.hypot(p.position[0] - spot.x, p.position[2] - spot.z) - Math.hypot(q.position[0] - spot.x, q.position[2] - spot.z),
  )
  if (!flight || a.place.stairs) return false
  const [, height, depth] = flight.size
  const treads = Math.round(height / STAIR_RISER_M)
  const riser = height / treads
  const tread = depth / treads
  const steps = Math.min(treads - 1, Math.floor((places.set.heightM - a.figure.heightM - HEADROOM_M) / riser))
  if (steps < 2) return false
  const foot = along(flight, 0, depth / 2 + tread / 2)
  const top = along(flight, 0, depth / 2 + tread / 2 - steps * tread)
  if (traffic.taken(a).some((q) => Math.hypot(q.x - top.x, q.z - top.z) < 1)) return false
  const up: Vec3 = [top.x, steps * riser, top.z]
  const arrived = traffic.send(a, t, { spot: foot, yaw: flight.yaw + Math.PI, stance: 'stand' }, 'walk')
  if (arrived === undefined) return false
  a.goBy([[foot.x, 0, foot.z], up], steps * STAIR_STEP_S, {
    spot: top,
    yaw: flight.yaw + Math.PI,
    stance: 'stand',
    stairs: { y: up[1], steps, foot },
  })
  return true
}
