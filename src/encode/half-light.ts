/*
 * Light as half floats (IEC 60559 binary16, as bits), and pictures' codes: sRGB by IEC 61966-2-1.
 */

import { lightOfSrgb, srgbOfLight } from '../film'

const single = new Float32Array(1)
const bits = new Uint32Array(single.buffer)

/**
 * The bits of the half float that is nearest to a number, ties to even. What is beyond 65504 becomes infinite.
 * @param value any number.
 */
export function halfOf(value: number): number {
  single[0] = value
  const b = bits[0]!
  const sign = (b >>> 16) & 0x8000
  const size = b & 0x7fffffff
  if (size > 0x7f800000) return sign | 0x7e00
  // From here on the nearest half is infinite: half way between 65504 and 65536.
  if (size >= 0x477ff000) return sign | 0x7c00
  // Below 2⁻¹⁴ halves are whole numbers of 2⁻²⁴; above, their last bit is the 14th from the end of a single.
  if (size < 0x38800000) return sign | roundEven(Math.abs(single[0]) * 2 ** 24)
  return sign | ((size - 0x38000000 + 0xfff + ((size >>> 13) & 1)) >>> 13)
}

/** The number that the bits of a half float mean. */
export function numberOfHalf(half: number): number {
  const exponent = (half >> 10) & 31
  const fraction = half & 1023
  const size =
    exponent === 0
      ? fraction * 2 ** -24
      : exponent === 31
        ? fraction
          ? Number.NaN
          : Infinity
        : (1 + fraction / 1024) * 2 ** (exponent - 15)
  return half & 0x8000 ? -size : size
}

function roundEven(value: number): number {
  const floor = Math.floor(value)
  const rest = value - floor
  return rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor
}

const ONE = 0x3c00
let lightOfCode: Uint16Array | undefined
let codeOfLight: Uint8Array | undefined

/**
 * A picture's light: its codes decoded.
 * @param rgba 8-bit sRGB, four bytes a pixel.
 * @returns as many half floats, 0 to 1, in the same order; alpha is 1.
 */
export function lightOfPicture(rgba: Uint8Array | Uint8ClampedArray): Uint16Array {
  lightOfCode ??= Uint16Array.from({ length: 256 }, (_, code) => halfOf(lightOfSrgb(code / 255)))
  const light = new Uint16Array(rgba.length)
  for (let i = 0; i < rgba.length; i++) light[i] = i % 4 === 3 ? ONE : lightOfCode[rgba[i]!]!
  return light
}

/**
 * Light as a picture, to look at: what is beyond 0 and 1 is held.
 * @param light four half floats a pixel; alpha is not read.
 * @returns as many bytes of 8-bit sRGB, opaque.
 */
export function pictureOfLight(light: Uint16Array): Uint8ClampedArray<ArrayBuffer> {
  // A half that is no number, or negative, is black.
  codeOfLight ??= Uint8Array.from({ length: 65536 }, (_, half) =>
    Math.round(255 * srgbOfLight(Math.min(1, Math.max(0, numberOfHalf(half) || 0)))),
  )
  const rgba = new Uint8ClampedArray(light.length)
  for (let i = 0; i < light.length; i++) rgba[i] = i % 4 === 3 ? 255 : codeOfLight[light[i]!]!
  return rgba
}
