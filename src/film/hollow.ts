import type { Placement, SetSpec } from './set'
import type { Vec3 } from './value'

/** Solid parts of what is hollow, as shares of its box: [x from, to, y from, to, z from, to], x and z from −0.5 to 0.5. */
const PARTS: Readonly<Record<string, readonly (readonly [number, number, number, number, number, number])[]>> = {
  pickup: [
    [-0.5, 0.5, 0.2, 0.59, 0.2, 0.5],
    [-0.5, 0.5, 0.2, 0.62, -0.5, -0.12],
    [-0.5, -0.45, 0.2, 0.59, -0.12, 0.2],
    [0.45, 0.5, 0.2, 0.59, -0.12, 0.2],
    [-0.45, 0.45, 0.16, 0.24, -0.12, 0.2],
    [-0.45, 0.45, 0.95, 1, -0.12, 0.09],
  ],
  'cave-vault': [],
  'tunnel-vault': [],
  'cave-front': [
    [-0.5, -0.1, 0, 1, -0.5, 0.3],
    [0.1, 0.5, 0, 1, -0.5, 0.3],
    [-0.1, 0.1, 0.34, 1, -0.5, 0.2],
    [-0.1, 0.1, 0, 0.34, -0.5, -0.35],
  ],
  'castle-gate': [
    [-0.5, -0.17, 0, 1, -0.5, 0.5],
    [0.17, 0.5, 0, 1, -0.5, 0.5],
    [-0.17, 0.17, 0.5, 0.9, -0.5, 0.32],
    [-0.17, 0.17, 0, 0.5, -0.44, -0.36],
  ],
  'canvas-roof': [],
  'platform-canopy': [[-0.5, 0.5, 0.78, 1, -0.5, 0.5]],
  jetty: [[-0.5, 0.5, -0.06, 0, -0.5, 0.5]],
  // Under the slopes of a roof, in steps.
  'attic-roof': [
    [-0.5, -0.42, 0.38, 1, -0.5, 0.5],
    [-0.42, -0.32, 0.5, 1, -0.5, 0.5],
    [-0.32, -0.22, 0.62, 1, -0.5, 0.5],
    [-0.22, -0.11, 0.76, 1, -0.5, 0.5],
    [0.42, 0.5, 0.38, 1, -0.5, 0.5],
    [0.32, 0.42, 0.5, 1, -0.5, 0.5],
    [0.22, 0.32, 0.62, 1, -0.5, 0.5],
    [0.11, 0.22, 0.76, 1, -0.5, 0.5],
  ],
  'ruin-arch': [
    [-0.5, -0.3, 0, 1, -0.5, 0.5],
    [0.3, 0.5, 0, 1, -0.5, 0.5],
    [-0.3, 0.3, 0.84, 1, -0.5, 0.5],
  ],
  'car-lift': [
    [-0.5, -0.42, 0, 1, -0.06, 0.06],
    [0.42, 0.5, 0, 1, -0.06, 0.06],
    [-0.28, 0.28, 0.52, 0.92, -0.5, 0.5],
  ],
  sedan: [
    [-0.5, 0.5, 0.2, 0.6, 0.2, 0.5],
    [-0.5, 0.5, 0.2, 0.64, -0.5, -0.33],
    [-0.5, -0.44, 0.2, 0.63, -0.33, 0.2],
    [0.44, 0.5, 0.2, 0.63, -0.33, 0.2],
    [-0.44, 0.44, 0.14, 0.2, -0.33, 0.2],
    [-0.42, 0.42, 0.95, 1, -0.25, 0.08],
    // Posts: no lens looks at a face through one.
    [-0.5, -0.4, 0.63, 0.95, 0.08, 0.2],
    [0.4, 0.5, 0.63, 0.95, 0.08, 0.2],
    [-0.49, -0.41, 0.63, 0.95, -0.092, -0.076],
    [0.41, 0.49, 0.63, 0.95, -0.092, -0.076],
    [-0.49, -0.4, 0.63, 0.95, -0.33, -0.25],
    [0.4, 0.49, 0.63, 0.95, -0.33, -0.25],
  ],
}

/**
 * Solid parts of a thing that people sit in and lenses look into: middle and half sizes in its own frame, metres, from
 * the floor under its middle. Undefined for what is solid throughout.
 */
export function hollowParts(p: Pick<Placement, 'prop' | 'size'>): readonly { readonly mid: Vec3; readonly half: Vec3 }[] | undefined {
  const [w, h, d] = p.size
  return PARTS[p.prop]?.map(([x0, x1, y0, y1, z0, z1]) => ({
    mid: [(w * (x0 + x1)) / 2, (h * (y0 + y1)) / 2, (d * (z0 + z1)) / 2],
    half: [(w * (x1 - x0)) / 2, (h * (y1 - y0)) / 2, (d * (z1 - z0)) / 2],
  }))
}

/** Where a lens is inside what people ride in: from a mount on the bonnet to the rear window, tray to tray at the doors, metres. */
const WITHIN: Readonly<Record<string, { side: number; from: number; to: number; back: number; front: number }>> = {
  cab: { side: 0.25, from: 1.08, to: 1.58, back: -0.45, front: 1.2 },
  sedan: { side: 0.5, from: 0.98, to: 1.36, back: -1.2, front: 1.9 },
}

/** Whether a set is the inside of what people ride in: whoever is there sits. */
export const isRide = ({ kind }: Pick<SetSpec, 'kind'>): boolean => WITHIN[kind] !== undefined

/** Whether a point is within the vehicle that a set is the inside of; undefined for any other set. */
export function inCab(set: Pick<SetSpec, 'kind' | 'placements'>, at: Vec3): boolean | undefined {
  const near = intoCab(set, at)
  return near?.every((v, i) => Math.abs(v - (at[i] ?? 0)) < 1e-6)
}

/** The nearest point within the vehicle that a set is the inside of; undefined for any other set. */
export function intoCab(set: Pick<SetSpec, 'kind' | 'placements'>, at: Vec3): Vec3 | undefined {
  const room = WITHIN[set.kind]
  const ride = room && set.placements.find((p) => PARTS[p.prop] !== undefined)
  if (!ride) return undefined
  const clamp = (v: number, low: number, high: number): number => Math.min(Math.max(v, low), high)
  const [dx, dz] = [at[0] - ride.position[0], at[2] - ride.position[2]]
  const [c, s] = [Math.cos(ride.yaw), Math.sin(ride.yaw)]
  const side = ride.size[0] / 2 + room.side
  const x = clamp(dx * c - dz * s, -side, side)
  const z = clamp(dx * s + dz * c, room.back, room.front)
  return [ride.position[0] + x * c + z * s, clamp(at[1], room.from, room.to), ride.position[2] - x * s + z * c]
}
