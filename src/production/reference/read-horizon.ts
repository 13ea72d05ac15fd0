import { codeOf, type LightGrid } from './shrink-photo'

/** Where a picture's horizon is, as far as it can be told. */
export interface HorizonReading {
  /** At the picture's middle: 0 at its lower edge, 1 at its upper one. */
  readonly height: number
  /** Degrees; positive where it falls to the right. */
  readonly roll: number
  /** 0 to 1: how much of the picture's width has an edge along that line, and how clear it is. */
  readonly confidence: number
}

/** Slopes that are tried: rise over the picture's width, as a share of its height. */
const SLOPES = Array.from({ length: 41 }, (_, i) => (i - 20) * 0.015)
/** Rows over which above and below are compared. */
const REACH = 3
/** What is left of a line's confidence where nothing above it is like a sky; and how much brighter than below a sky is. */
const NO_SKY = 0.35
const SKY = 1.2
/** Codes of difference that are a clear edge. */
const CLEAR = 18
/** No column counts for more than so many codes. */
const MOST = 72

/**
 * The horizon of a picture: the straight line from side to side along which most columns have an edge the same way round,
 * such as sky over sea. Lines near the picture's upper and lower edge are none.
 */
export function readHorizon(grid: LightGrid): HorizonReading {
  const { width, height, light } = grid
  if (width < 8 || height < 4 * REACH) return { height: 0.5, roll: 0, confidence: 0 }
  // Sums of codes down each column: what is above and below any row in one step.
  const sums = new Float64Array(width * (height + 1))
  for (let x = 0; x < width; x++)
    for (let y = 0; y < height; y++) sums[(y + 1) * width + x] = sums[y * width + x]! + codeOf(light[y * width + x]!)
  const edge = (x: number, y: number) =>
    (2 * sums[y * width + x]! - sums[(y - REACH) * width + x]! - sums[(y + REACH) * width + x]!) / REACH
  let best = { score: 0, row: height / 2, slope: 0, share: 0 }
  for (const slope of SLOPES)
    for (let row = Math.ceil(height * 0.08); row <= Math.floor(height * 0.92); row++) {
      let [up, down, n, strength] = [0, 0, 0, 0]
      for (let x = 0; x < width; x++) {
        const y = Math.round(row + slope * height * ((x + 0.5) / width - 0.5))
        if (y < REACH || y > height - REACH) continue
        n++
        const e = edge(x, y)
        strength += Math.max(-MOST, Math.min(MOST, e))
        if (e > CLEAR / 2) up++
        else if (e < -CLEAR / 2) down++
      }
      if (n < width * 0.8) continue
      const share = Math.abs(up - down) / n
      const score = Math.round(((share * Math.abs(strength)) / n) * 1e6 - Math.abs(slope) * 1e4) / 1e6
      if (score > best.score) best = { score, row, slope, share }
    }
  const clear = Math.min(1, best.score / (CLEAR * 0.6)) * (skyOver(grid, best.row) ? 1 : NO_SKY)
  return {
    height: Math.round((1 - best.row / height) * 1000) / 1000,
    roll: Math.round(((Math.atan2(best.slope * height, width) * 180) / Math.PI) * 10) / 10,
    confidence: Math.round(clear * Math.min(1, Math.max(0, (best.share - 0.35) / 0.5)) * 100) / 100,
  }
}

/** Whether what is above a row is brighter than what is below, as skies are. */
function skyOver({ width, height, light }: LightGrid, row: number): boolean {
  const cut = Math.round(row) * width
  const mean = (from: number, to: number) => light.subarray(from, to).reduce((s, v) => s + v, 0) / Math.max(to - from, 1)
  return mean(0, cut) > SKY * mean(cut, height * width)
}
