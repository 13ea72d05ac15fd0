/** Seconds between two keys of a camera that follows. */
const EVERY_S = 0.5

/** Shot times at which a following camera has keys: start, every half second, end. */
export function keyTimes(length: number): number[] {
  const n = Math.max(1, Math.round(length / EVERY_S))
  return Array.from({ length: n + 1 }, (_, i) => (length * i) / n)
}
