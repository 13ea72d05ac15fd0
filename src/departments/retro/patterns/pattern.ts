import type { Dither } from '../style/index'
import { bayerRanks } from './bayer'
import { BLUE_NOISE_SIZE, blueNoiseRanks } from './blue-noise'
import { CLUSTER, CLUSTER_45, LINES } from './halftones'

/**
 * A threshold map, laid over the picture from its upper left corner again and again. The cell of rank r is lit where
 * more than (r + ½) / `cells` of the light is wanted.
 */
export interface Pattern {
  readonly width: number
  readonly height: number
  /** `width` × `height` ranks, row by row, 0 to `cells` − 1. */
  readonly ranks: Uint16Array
  readonly cells: number
}

/**
 * The threshold map of an ordered dither; null for no dither and for those that hand error on.
 * @throws RangeError when `pattern` is empty, has rows of unequal length or more than 4096 places, or `size` is not 2, 4, 8 or 16.
 */
export function patternOf(dither: Pick<Dither, 'kind' | 'size' | 'pattern'>): Pattern | null {
  switch (dither.kind) {
    case 'bayer':
      if (![2, 4, 8, 16].includes(dither.size)) throw new RangeError(`patternOf: size: expected 2, 4, 8 or 16, got ${dither.size}`)
      return patternFrom(dither.size, bayerRanks(dither.size))
    case 'blue-noise':
      return patternFrom(BLUE_NOISE_SIZE, blueNoiseRanks())
    case 'cluster':
      return patternFrom(4, CLUSTER.flat())
    case 'cluster-45':
      return patternFrom(8, CLUSTER_45.flat())
    case 'lines':
      return patternFrom(4, LINES.flat())
    case 'pattern':
      return userPattern(dither.pattern ?? [])
    default:
      return null
  }
}

/**
 * Levels of a pattern for the kernels: a cell is lit where more than so many 256ths of the light are wanted,
 * ⌊256 (r + ½) / cells⌋.
 */
export const thresholdsOf = ({ ranks, cells }: Pattern): Uint32Array<ArrayBuffer> =>
  Uint32Array.from(ranks, (rank) => Math.floor((128 * (2 * rank + 1)) / cells))

/** Any numbers become ranks: how many are lower; equal ones share the middle of theirs. */
function userPattern(rows: readonly (readonly number[])[]): Pattern {
  const width = rows[0]?.length ?? 0
  if (width === 0 || width * rows.length > 4096 || rows.some((row) => row.length !== width))
    throw new RangeError('patternOf: pattern: expected rows of equal length, 1 to 4096 places together')
  const sorted = rows.flat().sort((a, b) => a - b)
  const middle = new Map<number, number>()
  for (const value of new Set(sorted)) middle.set(value, (sorted.indexOf(value) + sorted.lastIndexOf(value)) >> 1)
  return patternFrom(
    width,
    rows.flat().map((value) => middle.get(value)!),
  )
}

const patternFrom = (width: number, ranks: ArrayLike<number>): Pattern => ({
  width,
  height: ranks.length / width,
  ranks: Uint16Array.from(ranks),
  cells: ranks.length,
})
