import { type FurnitureLeaf, leafKey, leafOfPlacement, leavesOf, type Placement, random, type Vec3 } from '../../film'
import { MeshBatch } from '../geometry'
import type { DoorPart } from './openings'

/** An empty batch for a part that is drawn apart. */
function leafBatch(key: string, part: number): MeshBatch {
  const batch = new MeshBatch()
  batch.groundShade = 0
  batch.part = part
  batch.rnd = random(key)
  return batch
}

/** Batches for the drawers and doors of a piece that people open, by kind, and what the set must know of them. @param y the floor under the piece, metres. */
export function furnitureLeaves(
  p: Placement,
  y: number,
  loose: ReadonlySet<string>,
  out: DoorPart[],
): ReadonlyMap<FurnitureLeaf['kind'], MeshBatch> {
  const batches = new Map<FurnitureLeaf['kind'], MeshBatch>()
  for (const leaf of leavesOf(p.prop, p.size)) {
    const key = leafKey(p.key, leaf.kind)
    if (!loose.has(key) || batches.has(leaf.kind)) continue
    const batch = leafBatch(key, 0)
    batches.set(leaf.kind, batch)
    const way = leafOfPlacement(p, leaf.kind)?.way
    const [px, , pz] = way?.round ?? p.position
    out.push({ key, batch, pivot: [px, y, pz], yaw: p.yaw, openAngle: way?.turn ?? 0, ...(way?.by ? { slide: way.by } : {}) })
  }
  return batches
}

/** How broad half a curtain is when it is drawn, in breadths of when it is gathered. */
const DRAWN = 2.55

/** Batches for the halves of a curtain that somebody draws: the left one, the right one. */
export function drawnCurtain(
  p: Placement,
  y: number,
  loose: ReadonlySet<string>,
  out: DoorPart[],
): readonly [MeshBatch, MeshBatch] | undefined {
  const key = leafKey(p.key, 'curtain')
  if (p.prop !== 'curtain' || !loose.has(key)) return undefined
  const [c, s] = [Math.cos(p.yaw), Math.sin(p.yaw)]
  return [-1, 1].map((side) => {
    const batch = leafBatch(`${key}${side}`, 0)
    const x = (side * p.size[0]) / 2
    const pivot: Vec3 = [p.position[0] + x * c, y, p.position[2] - x * s]
    out.push({ key, batch, pivot, yaw: p.yaw, openAngle: 0, shutWidth: DRAWN })
    return batch
  }) as unknown as readonly [MeshBatch, MeshBatch]
}
