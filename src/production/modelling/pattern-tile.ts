import { smoothstep, srgbOfLight } from '../../film'
import type { PATTERNS } from '../../stage'

type Pattern = keyof typeof PATTERNS

const SIZE = 128
const TAU = Math.PI * 2

/** Share of the second colour at a place, metres across and along the cloth; and after how many metres it repeats: as the stage's material draws them. */
const PRINTS: Readonly<
  Partial<Record<Pattern, { readonly metres: readonly [number, number]; readonly share: (x: number, y: number) => number }>>
> = {
  stripes: { metres: [0.046, 0.046], share: (x) => band(x, 0.046, -0.1) },
  check: { metres: [0.06, 0.06], share: (x, y) => cross(x, y, 0.06, -0.1) },
  dots: { metres: [0.042, 0.084], share: (x, y) => spot(cell(x, y, 0.042), 0.24) },
  pinstripe: { metres: [0.022, 0.022], share: (x) => band(x, 0.022, -0.93) * 0.6 },
  plaid: {
    metres: [0.07, 0.07],
    share: (x, y) => cross(x, y, 0.07, -0.1) * 0.72 + Math.max(band(x + 0.018, 0.07, -0.93), band(y + 0.018, 0.07, -0.93)) * 0.28,
  },
  floral: {
    metres: [0.078, 0.156],
    share: (x, y) => {
      const at = cell(x, y, 0.078)
      return spot(at, Math.sin(Math.atan2(at[1], at[0]) * 5) * 0.07 + 0.27) * (1 - spot(at, 0.08))
    },
  },
  rib: { metres: [TAU / 900, TAU / 900], share: (x) => smoothstep(-0.5, 0.6, Math.sin(x * 900)) * 0.8 },
}

const band = (v: number, period: number, share: number) => smoothstep(-0.06, 0.06, Math.sin((v * TAU) / period) + share)
const cross = (x: number, y: number, period: number, share: number) => (band(x, period, share) + band(y, period, share)) / 2
const spot = ([x, y]: readonly [number, number], radius: number) => smoothstep(0.03, -0.03, Math.hypot(x, y) - radius)
const part = (v: number) => v - Math.floor(v)
/** A place in its cell of rows that lie half a cell aside by turns, −0.5 to 0.5. */
function cell(x: number, y: number, period: number): readonly [number, number] {
  const row = y / period
  const odd = part(row / 2) >= 0.5 ? 1 : 0
  return [part(x / period + odd / 2) - 0.5, part(row) - 0.5]
}

/** A tile of printed cloth: square, 8-bit sRGB. */
export interface PatternTile {
  readonly rgba: Uint8Array
  readonly size: number
  /** Across and along. */
  readonly metres: readonly [number, number]
}

/** Draws a pattern in two linear colours; undefined for cloth of one colour. */
export function patternTile(pattern: Pattern, colour: readonly number[], accent: readonly number[]): PatternTile | undefined {
  const print = PRINTS[pattern]
  if (!print) return undefined
  const rgba = new Uint8Array(SIZE * SIZE * 4).fill(255)
  for (let y = 0; y < SIZE; y++)
    for (let x = 0; x < SIZE; x++) {
      const share = print.share(((x + 0.5) / SIZE) * print.metres[0], ((y + 0.5) / SIZE) * print.metres[1])
      for (let k = 0; k < 3; k++) rgba[(y * SIZE + x) * 4 + k] = srgbByte(colour[k]! + (accent[k]! - colour[k]!) * share)
    }
  return { rgba, size: SIZE, metres: print.metres }
}

/** sRGB's byte for a linear value (IEC 61966-2-1). */
export function srgbByte(linear: number): number {
  return Math.round(255 * srgbOfLight(Math.min(1, Math.max(0, linear))))
}
