import { medianCut } from '../../departments/retro'
import type { PhotoPixels } from '../../encode'
import { type HorizonReading, readHorizon } from './read-horizon'
import { type KeyReading, readKey } from './read-key'
import { codeOf, type LightGrid, shrinkPhoto } from './shrink-photo'

/** What a photograph says of its light, colours and frame. */
export interface ReferenceReading {
  /** Its colours, `#rrggbb`, dark to light. */
  readonly palette: readonly string[]
  /** Stops of its middle over a grey card's mid grey. */
  readonly exposure: number
  /** Stops between what is darker than nine tenths of it and what is brighter. */
  readonly contrast: number
  /** Mean distance of its colours from grey: 0 none, 1 as far as a pure colour is. */
  readonly saturation: number
  /** Colour of its light, kelvin, if its greys are grey; and how sure that is, 0 to 1. */
  readonly kelvin: number
  readonly kelvinConfidence: number
  readonly key: KeyReading
  readonly horizon: HorizonReading
}

/** A photograph that was read, or why it cannot be. */
export type ReadReference =
  | { readonly ok: true; readonly reading: ReferenceReading }
  | { readonly ok: false; readonly why: string; readonly remedy: string }

/** Fewest pixels a side. */
const LEAST_SIDE = 16
const COLOURS = 6
const BINS = 32768

/** Reads what a photograph says of its light; one that says nothing (too small, black, white, one colour) is refused. */
export function readReference(photo: PhotoPixels): ReadReference {
  const { width, height } = photo
  if (width < LEAST_SIDE || height < LEAST_SIDE)
    return refused(`the picture is ${width}×${height} pixels`, `give one of at least ${LEAST_SIDE}×${LEAST_SIDE}`)
  const grid = shrinkPhoto(photo)
  const sorted = [...grid.light].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!
  if (at(0.99) < 0.004) return refused('the picture is black', 'give one that shows something')
  if (at(0.01) > 0.97) return refused('the picture is white', 'give one that shows something')
  if (codeOf(at(0.995)) - codeOf(at(0.005)) < 4 && flatColour(grid)) return refused('the picture is of one colour', 'give a photograph')
  const stops = (v: number) => Math.log2(Math.max(v, 0.0008))
  const { kelvin, confidence } = kelvinOf(grid)
  return {
    ok: true,
    reading: {
      palette: medianCut(histogramOf(photo), COLOURS),
      exposure: round(meter(grid) - stops(0.18)),
      contrast: round(stops(at(0.9)) - stops(at(0.1))),
      saturation: round(saturationOf(grid)),
      kelvin,
      kelvinConfidence: confidence,
      key: readKey(grid),
      horizon: readHorizon(grid),
    },
  }
}

const refused = (why: string, remedy: string): ReadReference => ({ ok: false, why, remedy })
const round = (v: number): number => Math.round(v * 100) / 100

/** Light that looks as bright as the whole picture does: the mean of lightness (CIE 1976, without its toe), so that black corners count for little; stops. */
const meter = ({ light }: LightGrid): number => 3 * Math.log2(Math.max(light.reduce((s, v) => s + Math.cbrt(v), 0) / light.length, 0.05))

function flatColour({ rgb }: LightGrid): boolean {
  for (const c of [0, 1, 2]) {
    let [low, high] = [255, 0]
    for (let i = c; i < rgb.length; i += 3) {
      const code = codeOf(rgb[i]!)
      low = Math.min(low, code)
      high = Math.max(high, code)
    }
    if (high - low >= 6) return false
  }
  return true
}

function saturationOf({ rgb }: LightGrid): number {
  let sum = 0
  for (let i = 0; i < rgb.length; i += 3) {
    const [r, g, b] = [codeOf(rgb[i]!), codeOf(rgb[i + 1]!), codeOf(rgb[i + 2]!)]
    const high = Math.max(r, g, b)
    sum += high > 8 ? (high - Math.min(r, g, b)) / high : 0
  }
  return sum / (rgb.length / 3)
}

/** Power of the mean that stands for white (Finlayson and Trezzi, "Shades of gray and colour constancy", 2004). */
const SHADES = 6

/** Colour of the light by shades of grey, as a temperature (McCamy 1992) within 1,800 to 15,000 K. */
function kelvinOf({ rgb }: LightGrid): { readonly kelvin: number; readonly confidence: number } {
  const white = [0, 1, 2].map((c) => {
    let sum = 0
    for (let i = c; i < rgb.length; i += 3) sum += Math.min(rgb[i]!, 0.97) ** SHADES
    return (sum / (rgb.length / 3)) ** (1 / SHADES)
  }) as [number, number, number]
  const [r, g, b] = white
  const X = 0.4124 * r + 0.3576 * g + 0.1805 * b
  const Y = 0.2126 * r + 0.7152 * g + 0.0722 * b
  const Z = 0.0193 * r + 0.1192 * g + 0.9505 * b
  const [x, y] = [X / (X + Y + Z), Y / (X + Y + Z)]
  const n = (x - 0.332) / (0.1858 - y)
  const found = 449 * n ** 3 + 3525 * n ** 2 + 6823.3 * n + 5520.33
  const kelvin = Math.round(Math.min(15000, Math.max(1800, Number.isFinite(found) ? found : 6504)) / 50) * 50
  // A white that is far from any black body is the subject's colour, not its light's.
  const green = Math.abs(Math.log2(g / Math.sqrt(Math.max(r * b, 1e-12))))
  return { kelvin, confidence: round(Math.max(0, 1 - green * 1.6)) }
}

/** As `histogramPoints` takes it: pixels of each bin of 8 codes, and in sum how far they lie above its corner. */
function histogramOf({ rgba }: PhotoPixels): Uint32Array {
  const bins = new Uint32Array(BINS * 4)
  // Enough for a palette, of however many.
  const step = Math.max(1, Math.floor(rgba.length / 4 / 250_000))
  for (let i = 0; i < rgba.length; i += 4 * step) {
    const [r, g, b] = [rgba[i]!, rgba[i + 1]!, rgba[i + 2]!]
    const bin = (((r >> 3) << 10) | ((g >> 3) << 5) | (b >> 3)) * 4
    bins[bin] = bins[bin]! + 1
    bins[bin + 1] = bins[bin + 1]! + (r & 7)
    bins[bin + 2] = bins[bin + 2]! + (g & 7)
    bins[bin + 3] = bins[bin + 3]! + (b & 7)
  }
  return bins
}
