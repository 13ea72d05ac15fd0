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
export function boxDistance(b: Box, p: Spot): number {
  const dx = p.x - b.x
  const dz = p.z - b.z
  if (Math.abs(dx) > b.reach + 2 || Math.abs(dz) > b.reach + 2) return 2
  const x = Math.abs(dx * b.cos - dz * b.sin) - b.halfX
  const z = Math.abs(dx * b.sin + dz * b.cos) - b.halfZ
  return Math.hypot(Math.max(0, x), Math.max(0, z))
}
