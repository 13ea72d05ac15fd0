import { coordinates, type Distance } from '../../departments/retro'
import { COLOUR_WORDS } from './pack-palette'

/** Cells of light along each coordinate, as in lib/mixes.wgsl. */
const [COARSE, FINE] = [32, 64]
/** Up to so many colours, coarse cells tell them apart well enough. */
const MOST_COARSE = 64

/** The most cells that there are along a coordinate. */
export const MOST_LATTICE = FINE

/**
 * How many cells of light a packed palette of `count` colours wants along each coordinate: few, where each colour is the
 * nearest to the middle of its own cell, so that pixels of just that colour keep it. Ramps of tones have no such cells.
 */
export function latticeOf(packed: Int32Array, count: number, distance: Distance): number {
  if (distance === 'tone') return COARSE
  return count <= MOST_COARSE && Array.from({ length: count }, (_, i) => i).every((i) => isNearestToMiddle(packed, count, i, distance))
    ? COARSE
    : FINE
}

function isNearestToMiddle(packed: Int32Array, count: number, i: number, distance: Distance): boolean {
  const side = 256 / COARSE
  // In 14 bits; the half keeps roots away from whole numbers, as in the shader.
  const middle = [4, 5, 6].map((word) => {
    const cell = Math.floor(Math.sqrt(4 * packed[i * COLOUR_WORDS + word]! + 0.5) / side)
    return (cell * side + side / 2) ** 2
  })
  const here = coordinates(middle as unknown as readonly [number, number, number], distance)
  const far = (k: number) => [0, 1, 2].reduce((sum, c) => sum + (here[c]! - packed[k * COLOUR_WORDS + c]!) ** 2, 0)
  const own = far(i)
  for (let k = 0; k < count; k++) if (k !== i && far(k) <= own) return false
  return true
}
