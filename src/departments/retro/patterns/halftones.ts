/** A dot that grows from the middle: a printer's screen of 0°. */
export const CLUSTER: readonly (readonly number[])[] = [
  [12, 5, 6, 13],
  [4, 0, 1, 7],
  [11, 3, 2, 8],
  [15, 10, 9, 14],
]

/** Two dots and two holes on the diagonals: a printer's screen of 45°. */
export const CLUSTER_45: readonly (readonly number[])[] = [
  [24, 10, 12, 26, 35, 47, 49, 37],
  [8, 0, 2, 14, 45, 59, 61, 51],
  [22, 6, 4, 16, 43, 57, 63, 53],
  [30, 20, 18, 28, 33, 41, 55, 39],
  [34, 46, 48, 36, 25, 11, 13, 27],
  [44, 58, 60, 50, 9, 1, 3, 15],
  [42, 56, 62, 52, 23, 7, 5, 17],
  [32, 40, 54, 38, 31, 21, 19, 29],
]

/** Lines across that grow thicker from the second row of four; between whole rows every other pixel, then every one. */
export const LINES: readonly (readonly number[])[] = [
  [8, 10, 9, 11],
  [0, 2, 1, 3],
  [6, 4, 7, 5],
  [14, 12, 15, 13],
]
