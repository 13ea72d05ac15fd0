import { COLOUR_WORDS } from './pack-palette'

/** Cells of light along each coordinate, as in lib/mixes.wgsl. */
const [COARSE, FINE] = [32, 64]
/** Up to so many colours, coarse cells tell them apart well enough. */
const MOST_COARSE = 64

/** The most cells that there are along a coordinate. */
export const MOST_LATTICE = FINE

/**
 * How many cells of light a packed palette of `count` colours wants along each coordinate: few, where each colour has one to
 * itself, so that pixels of just that colour keep it.
 */
export function latticeOf(packed: Int32Array, count: number): number {
  if (count > MOST_COARSE) return FINE
  const side = 256 / COARSE
  const seen = new Set<number>()
  for (let i = 0; i < count; i++) {
    let cell = 0
    for (let c = 0; c < 3; c++) cell = cell * COARSE + Math.floor(Math.sqrt(4 * packed[i * COLOUR_WORDS + 4 + c]! + 2) / side)
    seen.add(cell)
  }
  return seen.size === count ? COARSE : FINE
}
