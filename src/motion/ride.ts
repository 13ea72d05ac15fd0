import { hash32, noise1, type Travel, type Vec3 } from '../film'

/** How far a steering wheel is turned, radians to the left: slow bends, and small corrections. Whoever drives holds it there. */
export const steerAt = (t: number): number => noise1('road/bends', t * 0.35) * 0.32 + noise1('road/corrections', t * 2.3) * 0.03

/**
 * What is driven at a time: each shot begins somewhere else on the road. Springs answer the road at 0.7 to 2.6 Hz, as a
 * car's body does; it leans out of bends.
 */
export function rideAt({ speedMps, lengthM, ride }: Travel, shotKey: string, t: number) {
  const start = (hash32(`${shotKey}/road`) / 4294967296) * lengthM
  // Rails, a tunnel and the air bend little.
  const steer = steerAt(t) * (ride === undefined ? 0.2 : 1)
  const road = (axis: string, hz: number) => noise1(`${shotKey}/road-${axis}`, t * hz)
  return {
    travelledM: start + speedMps * t,
    heave: 0.011 * road('heave', 1.5) + 0.004 * road('heave-fast', 4.3),
    pitch: 0.0045 * road('pitch', 1.2) + 0.0012 * road('pitch-fast', 3.7),
    roll: 0.006 * road('roll', 0.8) + 0.001 * road('roll-fast', 3.1) + 0.02 * steer,
    yaw: 0.04 * steer,
    steer,
  }
}

/** How far the nearest of a row of lamps is, metres along z from the driven thing: from half a gap ahead to half a gap behind. */
export function lampOffM({ first, everyM }: NonNullable<Travel['lamps']>, travelledM: number): number {
  const ahead = (((first[2] - travelledM) % everyM) + everyM) % everyM
  return ahead > everyM / 2 ? ahead - everyM : ahead
}

/** Things whose crowns shade what drives past, and how much of the sun they leave. */
const CROWNS: Readonly<Record<string, number>> = { tree: 0.3, pine: 0.35, 'apple-tree': 0.45, building: 0.12, shopfront: 0.12 }

/** Share of the sun that reaches the ride: crowns and houses beside the road pass before it. */
export function shadeOfPassing({ beside, lengthM }: Travel, sun: Vec3, travelledM: number): number {
  const flat = Math.hypot(sun[0], sun[2])
  let left = 1
  for (const { prop, position, size } of beside) {
    const keeps = CROWNS[prop]
    if (keeps === undefined || flat < 0.05 || Math.sign(position[0]) !== Math.sign(sun[0])) continue
    // The ray from the ride to the sun, where it passes the thing's side.
    const run = Math.abs(position[0]) / Math.max(Math.abs(sun[0]), 0.05)
    if (1.2 + run * sun[1] > size[1]) continue
    const wide = prop === 'building' || prop === 'shopfront' ? size[0] / 2 : size[1] * 0.3
    const gap = position[2] - travelledM - run * sun[2]
    const off = Math.abs(gap - Math.round(gap / lengthM) * lengthM)
    const edge = Math.min(1, Math.max(0, (off - wide + 0.6) / 1.2))
    left = Math.min(left, keeps + (1 - keeps) * edge)
  }
  return left
}
