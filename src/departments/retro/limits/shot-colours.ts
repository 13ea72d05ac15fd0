import type { Size } from '../framing'
import { coordinates, LINEAR_OF_SRGB, srgbOf } from '../integer-colour'
import type { Probe } from '../palette-set'
import { meansOf, splitPoints } from './split-points'

/** What a shot shows, in few colours. */
export interface ShotColours {
  readonly count: number
  /** Whole-number OKLab of each, three numbers. */
  readonly at: Int32Array
  /** sRGB of each, 0xrrggbb. */
  readonly code: Int32Array
  /** Pixels. */
  readonly weight: Float64Array
  /** Which of them each cell holds; empty without a cell size. */
  readonly cells: ShotCells
}

/** The colours of cells, one cell after another: from `starts[i]` to `starts[i + 1]` a colour's number and its pixels. */
export interface ShotCells {
  readonly count: number
  readonly starts: Int32Array
  readonly colour: Uint16Array
  readonly pixels: Uint16Array
}

/** Five bits a channel. */
const BINS = 32768
/** Cells that are looked at: more tell nothing new. */
const MOST_CELLS = 1500

let stepOfLight: Uint8Array | undefined
let binCodes: Int32Array | undefined
let binAt: Int32Array | undefined

/** Fills the tables that every call shares; a constant of the machine, not state. */
function tables(): { readonly steps: Uint8Array; readonly codes: Int32Array; readonly at: Int32Array } {
  stepOfLight ??= Uint8Array.from({ length: 4096 }, (_, i) => Math.round((srgbOf(i === 0 ? 0 : 16 * i + 8) * 31) / 255))
  binCodes ??= Int32Array.from({ length: BINS }, (_, bin) => {
    const [r, g, b] = [bin >> 10, (bin >> 5) & 31, bin & 31].map((step) => Math.round((step * 255) / 31)) as [number, number, number]
    return (r << 16) | (g << 8) | b
  })
  if (!binAt) {
    binAt = new Int32Array(BINS * 3)
    for (let bin = 0; bin < BINS; bin++) binAt.set(oklabOf(binCodes[bin]!), bin * 3)
  }
  return { steps: stepOfLight, codes: binCodes, at: binAt }
}

/** Whole-number OKLab of 0xrrggbb. */
export const oklabOf = (code: number): readonly [number, number, number] =>
  coordinates([LINEAR_OF_SRGB[(code >> 16) & 255]!, LINEAR_OF_SRGB[(code >> 8) & 255]!, LINEAR_OF_SRGB[code & 255]!], 'oklab')

/** A shot's pictures as at most `most` colours, and what each cell of them holds. */
export function shotColours(probes: readonly Probe[], most: number, cell: Size | null): ShotColours {
  const { steps, codes, at } = tables()
  const binOfPixel = probes.map(({ width, height, light }) => {
    const bins = new Uint16Array(width * height)
    for (let i = 0; i < bins.length; i++)
      bins[i] = (steps[light[3 * i]! >> 4]! << 10) | (steps[light[3 * i + 1]! >> 4]! << 5) | steps[light[3 * i + 2]! >> 4]!
    return bins
  })
  const pixels = new Uint32Array(BINS)
  for (const bins of binOfPixel) for (let i = 0; i < bins.length; i++) pixels[bins[i]!]!++

  const used: number[] = []
  for (let bin = 0; bin < BINS; bin++) if (pixels[bin]! > 0) used.push(bin)
  const points = {
    count: used.length,
    at: Int32Array.from({ length: used.length * 3 }, (_, i) => at[used[Math.floor(i / 3)]! * 3 + (i % 3)]!),
    weight: Float64Array.from(used, (bin) => pixels[bin]!),
  }
  const { group, groups } = splitPoints(points, most)
  const channels = Int32Array.from({ length: used.length * 3 }, (_, i) => (codes[used[Math.floor(i / 3)]!]! >> (16 - 8 * (i % 3))) & 255)
  const means = meansOf({ ...points, at: channels }, group, groups)
  const code = Int32Array.from({ length: groups }, (_, g) => (means[3 * g]! << 16) | (means[3 * g + 1]! << 8) | means[3 * g + 2]!)
  const weight = new Float64Array(groups)
  const colourOfBin = new Uint16Array(BINS)
  used.forEach((bin, i) => {
    colourOfBin[bin] = group[i]!
    weight[group[i]!]! += pixels[bin]!
  })
  const coordinatesOf = new Int32Array(groups * 3)
  for (let g = 0; g < groups; g++) coordinatesOf.set(oklabOf(code[g]!), g * 3)
  return { count: groups, at: coordinatesOf, code, weight, cells: cellsOf(probes, binOfPixel, colourOfBin, groups, cell) }
}

function cellsOf(
  probes: readonly Probe[],
  binOfPixel: readonly Uint16Array[],
  colourOfBin: Uint16Array,
  colours: number,
  cell: Size | null,
): ShotCells {
  const starts = [0]
  const colour: number[] = []
  const pixels: number[] = []
  if (cell) {
    const across = probes.map(({ width }) => Math.ceil(width / cell.width))
    const down = probes.map(({ height }) => Math.ceil(height / cell.height))
    const total = across.reduce((sum, n, i) => sum + n * down[i]!, 0)
    const step = Math.ceil(total / MOST_CELLS)
    const inCell = new Uint16Array(colours)
    probes.forEach(({ width, height }, p) => {
      const bins = binOfPixel[p]!
      for (let cy = 0; cy < down[p]!; cy++)
        for (let cx = (3 * cy) % step; cx < across[p]!; cx += step) {
          const seen: number[] = []
          for (let y = cy * cell.height; y < Math.min(height, (cy + 1) * cell.height); y++)
            for (let x = cx * cell.width; x < Math.min(width, (cx + 1) * cell.width); x++) {
              const c = colourOfBin[bins[y * width + x]!]!
              if (inCell[c]!++ === 0) seen.push(c)
            }
          for (const c of seen) {
            colour.push(c)
            pixels.push(inCell[c]!)
            inCell[c] = 0
          }
          starts.push(colour.length)
        }
    })
  }
  return {
    count: starts.length - 1,
    starts: Int32Array.from(starts),
    colour: Uint16Array.from(colour),
    pixels: Uint16Array.from(pixels),
  }
}
