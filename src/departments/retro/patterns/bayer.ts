/**
 * Ranks of the Bayer matrix of a side of 2, 4, 8 or 16, row by row: M1 = 0, M2n = 4 Mn + [[0, 2], [3, 1]] for each place
 * of Mn; the bits of x ^ y and of y in turn, lowest bits first to the top.
 */
export function bayerRanks(size: number): number[] {
  return Array.from({ length: size * size }, (_, i) => {
    const [x, y] = [i % size, Math.floor(i / size)]
    let rank = 0
    for (let bit = 1; bit < size; bit *= 2) rank = 4 * rank + 2 * ((x & bit) === (y & bit) ? 0 : 1) + (y & bit ? 1 : 0)
    return rank
  })
}
