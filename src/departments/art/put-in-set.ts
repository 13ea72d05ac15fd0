import { type Placement, random, roundNumbers, type SetSpec } from '../../film'
import { propInfo } from './catalogue'
import { onTop } from './dress-set'
import { footprint } from './footprint'

/** Where a thing is to stand. */
export interface PutWhere {
  /** Metres: [x, z] on whatever is there, or [x, y, z]. */
  readonly position?: readonly number[]
  /** On a thing of the set, in words. */
  readonly at?: string
  /** Which way it faces, radians about y; 0 towards +z, where it is not set on a thing. */
  readonly yaw?: number
}

/** A set with one thing more, where it is wanted; undefined where nothing like that stands, or nothing can stand on it. */
export function putInSet(set: SetSpec, prop: string, { position, at, yaw = 0 }: PutWhere): SetSpec | undefined {
  const n = set.placements.filter((p) => p.prop === prop).length + 1
  const key = `${prop}-put-${n}`
  const seed = random(`${set.key}/${key}/seed`).int(1, 1_000_000)
  const placed = position ? standing(set, prop, key, seed, position, yaw) : at === undefined ? undefined : on(set, prop, key, seed, at)
  return placed && roundNumbers({ ...set, placements: [...set.placements, placed] })
}

function standing(set: SetSpec, prop: string, key: string, seed: number, position: readonly number[], yaw: number): Placement {
  const { size, blocks } = propInfo(prop)
  const [x = 0, second = 0, third] = position
  const z = third ?? second
  const y = third === undefined ? topAt(set, x, z) : second
  return { key, prop, position: [x, y, z], yaw, size: [...size], seed, blocks: blocks && y < 0.05 }
}

/** Height of what things can stand on at a spot, metres; 0 for the floor. */
export function topAt(set: SetSpec, x: number, z: number): number {
  const tops = set.placements.flatMap((p) => {
    const info = propInfo(p.prop)
    const area = footprint({ ...p, size: [p.size[0], p.size[1], p.size[2]] })
    return info.surfaceHeight !== undefined && isInside(area.corners, x, z)
      ? [p.position[1] + (info.surfaceHeight * p.size[1]) / info.size[1]]
      : []
  })
  return Math.max(0, ...tops)
}

/** Whether a spot lies in a convex area, whose corners go round. */
function isInside(corners: readonly (readonly [number, number])[], x: number, z: number): boolean {
  const sides = corners.map((a, i) => {
    const b = corners[(i + 1) % corners.length] as readonly [number, number]
    return (b[0] - a[0]) * (z - a[1]) - (b[1] - a[1]) * (x - a[0])
  })
  return sides.every((s) => s >= 0) || sides.every((s) => s <= 0)
}

function on(set: SetSpec, prop: string, key: string, seed: number, at: string): Placement | undefined {
  const words = new Set(at.toLowerCase().split(/[^\p{L}]+/u))
  const named = set.placements.filter((p) => p.prop.split('-').some((part) => words.has(part)))
  for (const parent of named) {
    const placed = onTop(set, set.placements, prop, key, seed, parent)
    if (placed) return placed
  }
  return
}
