import { COLOUR_WORDS } from './pack-palette'

/** Multipliers have 14 bits and light has 14: three products and what is added stay below 2³¹. */
const MOST = 2 ** 14
const MOST_SHIFT = 31

/**
 * How pixels share two colours of a packed palette: at 4 · (a + 256 · b), what each channel of their light, in 14 bits, is
 * multiplied by, and what is added, to give the share of b in 256ths; scaled by 2 to the power in the lowest five bits of
 * what is added. Linear light along the way from a to b; no share where both have one light.
 */
export function packShares(packed: Int32Array, count: number): Int32Array<ArrayBuffer> {
  const shares = new Int32Array(4 * 256 * count)
  for (let b = 0; b < count; b++)
    for (let a = 0; a < b; a++) {
      const from = a * COLOUR_WORDS + 4
      const to = b * COLOUR_WORDS + 4
      const r = packed[to]! - packed[from]!
      const g = packed[to + 1]! - packed[from + 1]!
      const bl = packed[to + 2]! - packed[from + 2]!
      const length = r * r + g * g + bl * bl
      if (length === 0) continue
      const steepest = (256 * Math.max(Math.abs(r), Math.abs(g), Math.abs(bl))) / length
      let shift = 0
      let scale = 1
      while (shift < MOST_SHIFT && 2 * scale * steepest < MOST) {
        scale *= 2
        shift++
      }
      const unit = (256 * scale) / length
      write(shares, 4 * (a + 256 * b), packed, from, r * unit, g * unit, bl * unit, shift)
      write(shares, 4 * (b + 256 * a), packed, to, -r * unit, -g * unit, -bl * unit, shift)
    }
  return shares
}

/** One pair's words: number by number, since there are 65,536 pairs and somebody waits. */
function write(shares: Int32Array, at: number, packed: Int32Array, from: number, x: number, y: number, z: number, shift: number): void {
  const fx = Math.round(x)
  const fy = Math.round(y)
  const fz = Math.round(z)
  shares[at] = fx
  shares[at + 1] = fy
  shares[at + 2] = fz
  const added = -(fx * packed[from]! + fy * packed[from + 1]! + fz * packed[from + 2]!)
  shares[at + 3] = (added & ~31) | shift
}
