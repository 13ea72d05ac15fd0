/** Red, green and blue of `#rrggbb`. */
export const codesOf = (hex: string): readonly [number, number, number] => {
  const code = Number.parseInt(hex.slice(1), 16)
  return [code >> 16, (code >> 8) & 255, code & 255]
}

/**
 * Floyd–Steinberg as everybody writes it: one pixel after the other in sRGB code values, the nearest colour by squared
 * distance, errors handed on in sixteenths. What the kernels are measured beside; nothing else uses it.
 * @param rgba is left as it is.
 * @returns the place of each pixel in the palette.
 */
export function serialFloydSteinberg(rgba: Uint8Array, width: number, height: number, palette: readonly string[]): Uint8Array {
  const colours = Int32Array.from(palette.flatMap(codesOf))
  const places = new Uint8Array(width * height)
  // Errors in sixteenths of a code, one pixel of margin on either side.
  let here = new Int32Array((width + 2) * 3)
  let below = new Int32Array((width + 2) * 3)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = 4 * (y * width + x)
      const e = 3 * (x + 1)
      const r = clamp(rgba[at]! + ((here[e]! + 8) >> 4))
      const g = clamp(rgba[at + 1]! + ((here[e + 1]! + 8) >> 4))
      const b = clamp(rgba[at + 2]! + ((here[e + 2]! + 8) >> 4))
      let best = 0
      let least = Number.POSITIVE_INFINITY
      for (let c = 0; c < colours.length; c += 3) {
        const [dr, dg, db] = [r - colours[c]!, g - colours[c + 1]!, b - colours[c + 2]!]
        const distance = dr * dr + dg * dg + db * db
        if (distance < least) {
          least = distance
          best = c
        }
      }
      places[y * width + x] = best / 3
      const wanted = [r, g, b]
      for (let c = 0; c < 3; c++) {
        const error = wanted[c]! - colours[best + c]!
        here[e + 3 + c] = here[e + 3 + c]! + 7 * error
        below[e - 3 + c] = below[e - 3 + c]! + 3 * error
        below[e + c] = below[e + c]! + 5 * error
        below[e + 3 + c] = below[e + 3 + c]! + error
      }
    }
    ;[here, below] = [below, here]
    below.fill(0)
  }
  return places
}

const clamp = (code: number): number => Math.max(0, Math.min(255, code))
