import type { Vec3 } from '../../../film'

/** Coefficients of spherical harmonics up to order 2. */
export const HARMONICS = 9

/** The nine real harmonics in a unit direction, in the order of Ramamoorthi and Hanrahan, y up: constants as in their equation 3. */
export function harmonicsAt([x, y, z]: Vec3): readonly number[] {
  return [
    0.282095,
    0.488603 * x,
    0.488603 * y,
    0.488603 * z,
    1.092548 * x * z,
    1.092548 * z * y,
    1.092548 * x * y,
    0.315392 * (3 * y * y - 1),
    0.546274 * (z * z - x * x),
  ]
}

/**
 * What a clamped cosine makes of each: π, 2π/3 and π/4 by order (Ramamoorthi and Hanrahan, "An Efficient Representation for
 * Irradiance Environment Maps", SIGGRAPH 2001, equation 8).
 */
const COSINE = [Math.PI, ...Array(3).fill((2 * Math.PI) / 3), ...Array(5).fill(Math.PI / 4)] as readonly number[]

const sum = (harmonics: readonly Vec3[], direction: Vec3, weights: readonly number[] | undefined): Vec3 => {
  const out = [0, 0, 0]
  for (const [i, v] of harmonicsAt(direction).entries())
    for (let c = 0; c < 3; c++) out[c] = (out[c] as number) + v * (weights?.[i] ?? 1) * (harmonics[i]?.[c] ?? 0)
  return out.map((v) => Math.max(v, 0)) as unknown as Vec3
}

/** Radiance from a unit direction, blurred to what nine harmonics hold; never below 0. */
export const harmonicRadiance = (harmonics: readonly Vec3[], direction: Vec3): Vec3 => sum(harmonics, direction, undefined)

/** Irradiance on a surface that faces a unit direction; never below 0. */
export const harmonicIrradiance = (harmonics: readonly Vec3[], normal: Vec3): Vec3 => sum(harmonics, normal, COSINE)
