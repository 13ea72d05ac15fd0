import type { Placement } from '../../film'
import type { Spot } from './floor-plan'

/** A piece of furniture's footprint: a turned box on the floor. */
export interface Box {
  readonly key: string
  readonly x: number
  readonly z: number
  readonly cos: number
  readonly sin: number
  readonly halfX: number
  readonly halfZ: number
  readonly reach: number
}

/** The footprint of a placement. */
export function boxOf(p: Placement): Box {
  const halfX = p.size[0] / 2
  const halfZ = p.size[2] / 2
  return {
    key: p.key,
    x: p.position[0],
    z: p.position[2],
    cos: Math.cos(p.yaw),
    sin: Math.sin(p.yaw),
    halfX,
    halfZ,
    reach: Math.hypot(halfX, halfZ),
  }
}

/** Distance from a spot to a turned box, 0 inside it. */
export function boxDistance(b: Box, atX: number, atZ: number): number {
  const dx = atX - b.x
  const dz = atZ - b.z
  if (Math.abs(dx) > b.reach + 2 || Math.abs(dz) > b.reach + 2) return 2
  const x = Math.abs(dx * b.cos - dz * b.sin) - b.halfX
  const z = Math.abs(dx * b.sin + dz * b.cos) - b.halfZ
  // Beside a face of the box the other axis has no part in it.
  if (x <= 0) return Math.max(0, z)
  return z <= 0 ? x : Math.sqrt(x * x + z * z)
}

/** Whether a spot is nearer to a box than a distance under 2 m; what is plainly far is told apart first. */
export function isNear(b: Box, p: Spot, distance: number): boolean {
  const reach = b.reach + distance + 1e-6
  return Math.abs(p.x - b.x) <= reach && Math.abs(p.z - b.z) <= reach && boxDistance(b, p.x, p.z) < distance
}
