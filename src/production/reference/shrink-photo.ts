import type { PhotoPixels } from '../../encode'
import { srgbOfLight } from '../../film'

/** A picture as linear light, averaged to a size that is looked at as a whole. */
export interface LightGrid {
  readonly width: number
  readonly height: number
  /** Red, green, blue of each cell, 0 to 1, top row first. */
  readonly rgb: Float64Array
  /** Relative luminance of each cell (ITU-R BT.709). */
  readonly light: Float64Array
}

/** Cells across. */
const WIDEST = 192

/** Linear light of 8-bit sRGB (IEC 61966-2-1). */
const LINEAR = Float64Array.from({ length: 256 }, (_, i) => (i <= 10 ? i / 255 / 12.92 : ((i / 255 + 0.055) / 1.055) ** 2.4))

/** A picture as cells of linear light, over black where it is clear; at most 192 on its longer side. */
export function shrinkPhoto({ width, height, rgba }: PhotoPixels): LightGrid {
  const k = Math.max(1, Math.max(width, height) / WIDEST)
  const [w, h] = [Math.max(1, Math.floor(width / k)), Math.max(1, Math.floor(height / k))]
  const rgb = new Float64Array(w * h * 3)
  const light = new Float64Array(w * h)
  for (let y = 0; y < h; y++) {
    const [y0, y1] = [Math.floor((y * height) / h), Math.max(Math.floor(((y + 1) * height) / h), Math.floor((y * height) / h) + 1)]
    for (let x = 0; x < w; x++) {
      const [x0, x1] = [Math.floor((x * width) / w), Math.max(Math.floor(((x + 1) * width) / w), Math.floor((x * width) / w) + 1)]
      let [r, g, b] = [0, 0, 0]
      for (let v = y0; v < y1; v++)
        for (let u = x0; u < x1; u++) {
          const at = (v * width + u) * 4
          const alpha = rgba[at + 3]! / 255
          r += LINEAR[rgba[at]!]! * alpha
          g += LINEAR[rgba[at + 1]!]! * alpha
          b += LINEAR[rgba[at + 2]!]! * alpha
        }
      const n = (y1 - y0) * (x1 - x0)
      const i = y * w + x
      rgb[i * 3] = r / n
      rgb[i * 3 + 1] = g / n
      rgb[i * 3 + 2] = b / n
      light[i] = (0.2126 * r + 0.7152 * g + 0.0722 * b) / n
    }
  }
  return { width: w, height: h, rgb, light }
}

/** 8-bit sRGB of linear light. */
export const codeOf = (light: number): number => Math.round(255 * Math.min(1, Math.max(0, srgbOfLight(light))))
