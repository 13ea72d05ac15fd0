import type { ShotSize, Vec3 } from '../../film'
import type { Body } from './sitter'
import type { Studio } from './studio'

/** Rows of points on somebody's front: under the eyes by, half as wide as (metres), and how much it matters. Face, then chest. */
const ROWS = [
  [0, 0.07, 1],
  [0.13, 0.06, 1],
  [0.28, 0.17, 0.6],
  [0.42, 0.17, 0.4],
] as const
/** Whose eyes are lower than this over their floor lies down. */
const LIES_M = 0.85
/** Sizes in which people are too small for a till to matter. */
const WIDE: ReadonlySet<ShotSize> = new Set(['WS', 'EWS'])

/**
 * How much of somebody's face and chest the set's things hide from a lens, 0 to 1. The thing one sits in does not
 * count, and in close-ups the chest is not in the picture.
 */
export function veil(studio: Studio, from: Vec3, body: Omit<Body, 'id'>, size: ShotSize): number {
  const { eyes } = body
  if (body.away || WIDE.has(size) || eyes[1] - body.y < LIES_M) return 0
  const dx = eyes[0] - from[0]
  const dz = eyes[2] - from[2]
  const far = Math.max(1e-6, Math.sqrt(dx * dx + dz * dz))
  const near = studio.alongside(from, eyes, body)
  if (near.length === 0) return 0
  const rows = size === 'CU' || size === 'ECU' ? 2 : 4
  let hidden = 0
  let all = 0
  for (let r = 0; r < rows; r++) {
    const [down, wide, weight] = ROWS[r]!
    for (const side of [-wide, wide]) {
      all += weight
      const to: Vec3 = [eyes[0] - (dz / far) * side, eyes[1] - down, eyes[2] + (dx / far) * side]
      if (studio.hides(near, from, to)) hidden += weight
    }
  }
  return hidden / all
}
