import type { Size } from '../framing'
import { LINEAR_OF_SRGB } from '../integer-colour'
import type { Probe } from '../palette-set'

/** Hues around the circle as sRGB, and grey. */
const HUES: readonly (readonly [number, number, number])[] = [
  ...[[255, 255, 255] as const, [255, 0, 0] as const, [255, 128, 0] as const, [255, 224, 0] as const, [128, 255, 0] as const],
  ...[[0, 255, 64] as const, [0, 255, 255] as const, [0, 128, 255] as const, [48, 0, 255] as const, [192, 0, 255] as const],
  ...[[255, 0, 128] as const, [232, 176, 144] as const],
]

/**
 * A picture of everything, for where no shot is known: each row of cells is a hue, each column an amount of it, and
 * within a cell light falls from bright to dark.
 */
export function generalProbe(cell: Size): Probe {
  const [columns, rows] = [3, HUES.length]
  // A cell must be large enough to hold a ramp; limits look at it in their own cells all the same.
  const side = { width: Math.max(8, Math.min(16, cell.width)), height: Math.max(8, Math.min(16, cell.height)) }
  const [width, height] = [columns * side.width, rows * side.height]
  const light = new Uint16Array(width * height * 3)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const hue = HUES[Math.floor(y / side.height)]!
      const amount = 1 + Math.floor(x / side.width)
      const fall = (y % side.height) * side.width + (x % side.width)
      const last = side.width * side.height - 1
      for (let c = 0; c < 3; c++) {
        const pure = (hue[c]! * amount + 255 * (columns - amount)) / columns
        light[(y * width + x) * 3 + c] = LINEAR_OF_SRGB[Math.round((pure * (last - fall)) / last)]!
      }
    }
  return { width, height, light }
}
