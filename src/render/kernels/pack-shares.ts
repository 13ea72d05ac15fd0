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
    for (let a = 0; a < count; a++) {
      const [from, to] = [a * COLOUR_WORDS + 4, b * COLOUR_WORDS + 4]
      const [r, g, bl] = [packed[to]! - packed[from]!, packed[to + 1]! - packed[from + 1]!, packed[to + 2]! - packed[from + 2]!]
      const length = r * r + g * g + bl * bl
      if (length === 0) continue
      const [x, y, z] = [(256 * r) / length, (256 * g) / length, (256 * bl) / length]
      const steepest = Math.max(Math.abs(x), Math.abs(y), Math.abs(z))
      let shift = 0
      let scale = 1
      while (shift < MOST_SHIFT && 2 * scale * steepest < MOST) {
        scale *= 2
        shift++
      }
      const factors = [Math.round(x * scale), Math.round(y * scale), Math.round(z * scale)] as const
      const added = -(factors[0] * packed[from]! + factors[1] * packed[from + 1]! + factors[2] * packed[from + 2]!)
      shares.set([...factors, (added & ~31) | shift], 4 * (a + 256 * b))
    }
  return shares
}
