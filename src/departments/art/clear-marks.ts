import type { Mark, Placement, SetSpec } from '../../film'
import { distanceTo, footprint, overlaps } from './footprint'
import { nearEnoughM, Walkable } from './walkable'

/** Things may touch by so much and are not in each other, metres. */
const TOUCH = -0.03
/** Who stands keeps so far from things, metres. */
const BODY_M = 0.22
/** A set has so many marks at least. */
const FEWEST_MARKS = 4

/** A set in which things were moved: its marks where people still can be, and what stands in what. */
export interface ClearedSet {
  readonly set: SetSpec
  /** In words: `the sofa stands in the table`. */
  readonly clashes: readonly string[]
}

/**
 * Takes out marks that a moved thing stands on or shuts off, and says what the things that were moved stand in.
 * @param moved keys of the things.
 */
export function clearMarks(set: SetSpec, moved: readonly string[]): ClearedSet {
  const things = moved.flatMap((key) => set.placements.find((p) => p.key === key) ?? [])
  const solid = set.placements.filter((p) => p.blocks && p.position[1] < 1.8)
  const clashes = things.flatMap((p) => clashesOf(set, p, solid, moved))
  const door = set.marks.find((m) => m.kind === 'door') ?? set.marks.find((m) => m.kind === 'edge') ?? set.marks[0]
  if (!door) return { set, clashes }
  const walk = new Walkable(
    set.widthM,
    set.depthM,
    solid,
    [door.position[0], door.position[2]],
    0.26,
    set.widthM * set.depthM > 200 ? 0.2 : 0.1,
  )
  const isFree = ({ kind, of, position: [x, , z] }: Mark): boolean =>
    kind === 'door' ||
    kind === 'edge' ||
    (solid.every((p) => p.key === of || distanceTo(footprint(p), x, z) > (kind === 'seat' || kind === 'bed' ? 0 : BODY_M)) &&
      walk.reaches(x, z, nearEnoughM(kind) + 0.15))
  const marks = set.marks.filter(isFree)
  const lost = set.marks.length - marks.length
  if (lost === 0) return { set, clashes }
  const shut = marks.length < FEWEST_MARKS ? ['the way in is shut: nobody reaches the places of the set'] : []
  return { set: marks.length < FEWEST_MARKS ? set : { ...set, marks }, clashes: [...clashes, ...shut] }
}

const named = (p: Placement): string => `the ${p.prop.replaceAll('-', ' ')}`

function clashesOf(set: SetSpec, p: Placement, solid: readonly Placement[], moved: readonly string[]): string[] {
  const area = footprint(p)
  const out: string[] = []
  if (p.blocks)
    for (const other of solid) {
      // Of two that were moved, one says it.
      if (other === p || (moved.includes(other.key) && other.key < p.key)) continue
      if (overlaps(footprint(other), area, TOUCH)) out.push(`${named(p)} stands in ${named(other)}`)
    }
  const [w, d] = [set.widthM / 2 + 0.03, set.depthM / 2 + 0.03]
  if (set.heightM > 0 && area.corners.some(([x, z]) => Math.abs(x) > w || Math.abs(z) > d)) out.push(`${named(p)} stands in the wall`)
  const way = set.marks.find((m) => m.kind === 'door' && distanceTo(area, m.position[0], m.position[2]) < BODY_M)
  if (p.blocks && way) out.push(`${named(p)} stands in the doorway`)
  return out
}
