import { mix32 } from '../../film'

const at = (i: number, j: number) => mix32(Math.imul(i, 0x9e3779b1) ^ Math.imul(j, 0x85ebca6b)) / 2147483648 - 1

/** Smooth value noise over the floor in [−1, 1], one octave. */
export function noise2(x: number, z: number): number {
  const i = Math.floor(x)
  const j = Math.floor(z)
  const u = x - i
  const v = z - j
  const a = u * u * (3 - 2 * u)
  const b = v * v * (3 - 2 * v)
  const top = at(i, j) + (at(i + 1, j) - at(i, j)) * a
  const low = at(i, j + 1) + (at(i + 1, j + 1) - at(i, j + 1)) * a
  return top + (low - top) * b
}

/** Three octaves in [−1, 1]. */
export const fbm2 = (x: number, z: number): number =>
  (noise2(x, z) + 0.5 * noise2(x * 2.1 + 7.3, z * 2.1 - 3.1) + 0.25 * noise2(x * 4.3 - 1.7, z * 4.3 + 9.2)) / 1.75
