/**
 * Colour in whole numbers, as the style kernels see it. Tables rather than formulas: the GPU and the
 * CPU then agree to the last bit, whatever their pow and cbrt do.
 */

import { lightOfSrgb } from '../../film'
import type { Distance } from './style/index'

/** Linear light 0–65535 for each sRGB code value 0–255 (IEC 61966-2-1). */
export const LINEAR_OF_SRGB: Uint32Array<ArrayBuffer> = Uint32Array.from({ length: 256 }, (_, code) => linear(code / 255))

/** Entry i is the least linear light (0–65535) whose nearest code value, measured in sRGB, is i + 1; entry 255 is never reached. */
export const SRGB_THRESHOLDS: Uint32Array<ArrayBuffer> = Uint32Array.from({ length: 256 }, (_, i) =>
  i < 255 ? linear((i + 0.5) / 255) : 0xffffffff,
)

/** round(4096 · ∛(v / 65536)) for v in 0–65535; k is the answer when (2k − 1)³ ≤ 2²³ · v < (2k + 1)³, exact in doubles. */
export const CUBE_ROOTS: Uint16Array<ArrayBuffer> = cubeRoots()

/** Numbers of the distances in the kernels, as in shaders/lib/colour.wgsl. */
export const DISTANCE_MODES: Readonly<Record<Distance, number>> = { oklab: 0, srgb: 1, tone: 2, linear: 3 }

type Triple = readonly [number, number, number]

/**
 * The whole-number coordinates in which distance is measured: OKLab (Ottosson 2020) in 1/4096 with a and b doubled, sRGB
 * codes × 16, OKLab lightness alone, or linear light in 12 bits.
 * @param light linear, 0 to 65535.
 */
export function coordinates(light: Triple, distance: Distance): Triple {
  const [r, g, b] = light
  if (distance === 'srgb') return [16 * srgbOf(r), 16 * srgbOf(g), 16 * srgbOf(b)]
  if (distance === 'linear') return [r >> 4, g >> 4, b >> 4]
  const l = CUBE_ROOTS[(6754 * r + 8787 * g + 843 * b + 8192) >> 14]!
  const m = CUBE_ROOTS[(3472 * r + 11152 * g + 1760 * b + 8192) >> 14]!
  const s = CUBE_ROOTS[(1447 * r + 4616 * g + 10321 * b + 8192) >> 14]!
  const lightness = (862 * l + 3251 * m - 17 * s + 2048) >> 12
  if (distance === 'tone') return [lightness, 0, 0]
  return [lightness, (16204 * l - 19896 * m + 3692 * s + 2048) >> 12, (212 * l + 6412 * m - 6624 * s + 2048) >> 12]
}

/** The sRGB code value nearest to linear light 0 to 65535. */
export function srgbOf(light: number): number {
  let code = 0
  for (let step = 128; step > 0; step >>= 1) if (light >= SRGB_THRESHOLDS[code + step - 1]!) code += step
  return code
}

function linear(srgb: number): number {
  return Math.round(65535 * lightOfSrgb(srgb))
}

function cubeRoots(): Uint16Array<ArrayBuffer> {
  const roots = new Uint16Array(65536)
  let k = 0
  for (let v = 0; v < 65536; v++) {
    while ((2 * k + 1) ** 3 <= 2 ** 23 * v) k++
    roots[v] = k
  }
  return roots
}
