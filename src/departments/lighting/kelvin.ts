import type { Vec3 } from '../../film'

/**
 * Linear sRGB of a black body at `kelvin` (1667–25000), luminance 1, negatives clipped.
 * Chromaticity: Kim, Lee, Kim, "Design of advanced color temperature control system", 2002 (cubic splines of the Planckian locus).
 */
export function blackBody(kelvin: number): Vec3 {
  const t = Math.min(Math.max(kelvin, 1667), 25000)
  const x =
    t < 4000
      ? -0.2661239e9 / t ** 3 - 0.2343589e6 / t ** 2 + 0.8776956e3 / t + 0.17991
      : -3.0258469e9 / t ** 3 + 2.1070379e6 / t ** 2 + 0.2226347e3 / t + 0.24039
  const y =
    t < 2222
      ? -1.1063814 * x ** 3 - 1.3481102 * x ** 2 + 2.18555832 * x - 0.20219683
      : t < 4000
        ? -0.9549476 * x ** 3 - 1.37418593 * x ** 2 + 2.09137015 * x - 0.16748867
        : 3.081758 * x ** 3 - 5.8733867 * x ** 2 + 3.75112997 * x - 0.37001483
  const X = x / y
  const Z = (1 - x - y) / y
  return toLuminance1([
    Math.max(3.2406 * X - 1.5372 - 0.4986 * Z, 0.001),
    Math.max(-0.9689 * X + 1.8758 + 0.0415 * Z, 0.001),
    Math.max(0.0557 * X - 0.204 + 1.057 * Z, 0.001),
  ])
}

/**
 * A light of `kelvin` as a camera balanced for `balance` sees it: linear RGB of luminance 1.
 * Equal temperatures give white.
 */
export function kelvinRgb(kelvin: number, balance: number): Vec3 {
  const a = blackBody(kelvin)
  const b = blackBody(balance)
  return toLuminance1([a[0] / b[0], a[1] / b[1], a[2] / b[2]])
}

/** Relative luminance of linear sRGB (ITU-R BT.709). */
export const luminance = (c: Vec3): number => 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2]

/** The colour scaled to luminance 1; white for black. */
export function toLuminance1(c: Vec3): Vec3 {
  const l = luminance(c)
  return l > 1e-6 ? [c[0] / l, c[1] / l, c[2] / l] : [1, 1, 1]
}
