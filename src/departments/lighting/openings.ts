import type { Opening, SetSpec, Vec3 } from '../../film'

/** A hole in a wall in set coordinates. */
export interface Hole {
  readonly key: string
  readonly kind: Opening['kind']
  /** Middle of the hole on the wall's inner face, metres. */
  readonly centre: Vec3
  /** Unit vector into the room. */
  readonly inward: Vec3
  /** Unit vector along the wall, to the right seen from inside. */
  readonly right: Vec3
  readonly width: number
  readonly height: number
}

const WALLS: Record<Opening['wall'], { readonly inward: Vec3; readonly right: Vec3 }> = {
  north: { inward: [0, 0, 1], right: [1, 0, 0] },
  south: { inward: [0, 0, -1], right: [-1, 0, 0] },
  east: { inward: [-1, 0, 0], right: [0, 0, 1] },
  west: { inward: [1, 0, 0], right: [0, 0, -1] },
}

/** Where an opening is; `along` counts to its middle. */
export function holeOf(set: SetSpec, o: Opening): Hole {
  const { inward, right } = WALLS[o.wall]
  const wall = o.wall === 'north' || o.wall === 'south' ? set.widthM : set.depthM
  const out = (o.wall === 'north' || o.wall === 'south' ? set.depthM : set.widthM) / 2
  const s = o.along - wall / 2
  return {
    key: o.key,
    kind: o.kind,
    centre: [-inward[0] * out + right[0] * s, o.sill + o.height / 2, -inward[2] * out + right[2] * s],
    inward,
    right,
    width: o.width,
    height: o.height,
  }
}

/** Every hole of a set, in order. */
export const holesOf = (set: SetSpec): Hole[] => set.openings.map((o) => holeOf(set, o))

/** The windows, the one that matters most for light at `near` first: large and close; lowest index wins a tie. */
export function windowsFor(set: SetSpec, near: Vec3): Hole[] {
  return holesOf(set)
    .filter((h) => h.kind === 'window')
    .map((h, i) => {
      const d = Math.hypot(h.centre[0] - near[0], h.centre[2] - near[2])
      return { h, i, score: Math.round(((h.width * h.height) / (1 + 0.08 * d * d)) * 1e6) }
    })
    .sort((a, b) => b.score - a.score || a.i - b.i)
    .map((w) => w.h)
}

/** True when the ray from a point inside the room along `direction` (unit) leaves it through one of the holes of a kind. */
export function leavesThrough(set: SetSpec, from: Vec3, direction: Vec3, kinds: readonly Opening['kind'][] = ['window', 'arch']): boolean {
  return holesOf(set).some((h) => {
    if (!kinds.includes(h.kind)) return false
    const toward = -(direction[0] * h.inward[0] + direction[2] * h.inward[2])
    if (toward <= 1e-6) return false
    const t = ((from[0] - h.centre[0]) * h.inward[0] + (from[2] - h.centre[2]) * h.inward[2]) / toward
    if (t <= 0) return false
    const u = (from[0] + direction[0] * t - h.centre[0]) * h.right[0] + (from[2] + direction[2] * t - h.centre[2]) * h.right[2]
    const v = from[1] + direction[1] * t - h.centre[1]
    return Math.abs(u) <= h.width / 2 && Math.abs(v) <= h.height / 2
  })
}
