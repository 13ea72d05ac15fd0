import { type ColourPoint, codeOfOklab, histogramPoints, sortedPalette } from './colour-histogram'

/**
 * A picture's palette by median cut (Heckbert 1982) in OKLab over its histogram: the box whose spread, by pixels, is
 * greatest is cut at the median of its longest side, until there are enough; each box gives its mean. A colour that is
 * alone in its box stays exactly itself. Ties go to the box made first, to lightness before a before b.
 * @param bins as `histogramPoints` takes them.
 * @param colours how many at most, 2 to 256; pictures of fewer give fewer.
 * @returns `#rrggbb`, each once, dark to light.
 */
export function medianCut(bins: Uint32Array, colours: number): string[] {
  const points = histogramPoints(bins)
  if (points.length === 0) return []
  const boxes = [boxOf(points)]
  while (boxes.length < colours) {
    let widest = 0
    for (let i = 1; i < boxes.length; i++) if (boxes[i]!.spread > boxes[widest]!.spread) widest = i
    const box = boxes[widest]!
    if (box.spread === 0) break
    const [low, high] = cut(box)
    boxes[widest] = low
    boxes.push(high)
  }
  return sortedPalette(boxes.map(meanCode))
}

interface Box {
  readonly points: readonly ColourPoint[]
  readonly weight: number
  readonly axis: 0 | 1 | 2
  /** Weight times the square of the longest side; 0 for one point. */
  readonly spread: number
}

function boxOf(points: readonly ColourPoint[]): Box {
  const sides = ([0, 1, 2] as const).map((axis) => {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    for (const { at } of points) {
      low = Math.min(low, at[axis])
      high = Math.max(high, at[axis])
    }
    return high - low
  })
  const longest = Math.max(...sides)
  const weight = points.reduce((sum, p) => sum + p.weight, 0)
  return { points, weight, axis: sides.indexOf(longest) as 0 | 1 | 2, spread: weight * longest * longest }
}

/** Both halves have a point at least: the first point never goes to the upper half, nor the last to the lower. */
function cut({ points, weight, axis }: Box): [Box, Box] {
  const sorted = [...points].sort((p, q) => p.at[axis] - q.at[axis] || p.code - q.code)
  let below = sorted[0]!.weight
  let at = 1
  while (at < sorted.length - 1 && 2 * (below + sorted[at]!.weight) <= weight) below += sorted[at++]!.weight
  return [boxOf(sorted.slice(0, at)), boxOf(sorted.slice(at))]
}

function meanCode({ points, weight }: Box): number {
  if (points.length === 1) return points[0]!.code
  const mean = ([0, 1, 2] as const).map((axis) => Math.round(points.reduce((sum, p) => sum + p.at[axis] * p.weight, 0) / weight))
  return codeOfOklab(mean as unknown as [number, number, number])
}
