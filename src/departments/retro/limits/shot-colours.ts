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

/** How many of other things' pixels one of somebody counts as: faces and clothes are looked at, and known again. */
const OF_PEOPLE = 25

/** Five bits a channel. */
const BINS = 32768
/** Cells that are looked at where nobody says how many: more tell nothing new. */
const MOST_CELLS = 800

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

/**
 * A shot's pictures as at most `most` colours, and what cells of them hold.
 * @param mostCells cells that are looked at, spread over all pictures.
 */
export function shotColours(probes: readonly Probe[], most: number, cell: Size | null, mostCells = MOST_CELLS): ShotColours {
  const { steps, codes, at } = tables()
  const pixels = new Uint32Array(BINS)
  const binOfPixel = probes.map(({ width, height, light, people }) => {
    const bins = new Uint16Array(width * height)
    for (let i = 0, k = 0; i < bins.length; i++, k += 3) {
      const bin = (steps[light[k]! >> 4]! << 10) | (steps[light[k + 1]! >> 4]! << 5) | steps[light[k + 2]! >> 4]!
      bins[i] = bin
      pixels[bin]! += people?.[i] ? OF_PEOPLE : 1
    }
    return bins
  })
  const used: number[] = []
  for (let bin = 0; bin < BINS; bin++) if (pixels[bin]! > 0) used.push(bin)
  const points = { count: used.length, at: new Int32Array(used.length * 3), weight: new Float64Array(used.length) }
  const channels = new Int32Array(used.length * 3)
  for (let i = 0; i < used.length; i++) {
    const bin = used[i]!
    points.weight[i] = pixels[bin]!
    for (let c = 0; c < 3; c++) {
      points.at[3 * i + c] = at[3 * bin + c]!
      channels[3 * i + c] = (codes[bin]! >> (16 - 8 * c)) & 255
    }
  }
  const { group, groups } = splitPoints(points, most)
  const means = meansOf({ ...points, at: channels }, group, groups)
  const code = new Int32Array(groups)
  const coordinatesOf = new Int32Array(groups * 3)
  for (let g = 0; g < groups; g++) {
    code[g] = (means[3 * g]! << 16) | (means[3 * g + 1]! << 8) | means[3 * g + 2]!
    coordinatesOf.set(oklabOf(code[g]!), g * 3)
  }
  const weight = new Float64Array(groups)
  const colourOfBin = new Uint16Array(BINS)
  for (let i = 0; i < used.length; i++) {
    colourOfBin[used[i]!] = group[i]!
    weight[group[i]!]! += points.weight[i]!
  }
  return { count: groups, at: coordinatesOf, code, weight, cells: cellsOf(probes, binOfPixel, colourOfBin, groups, cell, mostCells) }
}

function cellsOf(
  probes: readonly Probe[],
  binOfPixel: readonly Uint16Array[],
  colourOfBin: Uint16Array,
  colours: number,
  cell: Size | null,
  mostCells: number,
): ShotCells {
  if (!cell) return { count: 0, starts: new Int32Array(1), colour: new Uint16Array(0), pixels: new Uint16Array(0) }
  const across = probes.map(({ width }) => Math.ceil(width / cell.width))
  const down = probes.map(({ height }) => Math.ceil(height / cell.height))
  const total = across.reduce((sum, n, i) => sum + n * down[i]!, 0)
  const step = Math.ceil(total / mostCells)
  const starts = [0]
  const room = Math.min(colours, cell.width * cell.height)
  const colour = new Uint16Array(room * (Math.ceil(total / step) + down.reduce((sum, n) => sum + n, 0)))
  const pixels = new Uint16Array(colour.length)
  const inCell = new Uint16Array(colours)
  let end = 0
  probes.forEach(({ width, height, people }, p) => {
    const bins = binOfPixel[p]!
    for (let cy = 0; cy < down[p]!; cy++)
      for (let cx = (3 * cy) % step; cx < across[p]!; cx += step) {
        const start = end
        const [bottom, right]: [number, number] = [Math.min(height, (cy + 1) * cell.height), Math.min(width, (cx + 1) * cell.width)]
        for (let y: number = cy * cell.height; y < bottom; y++)
          for (let x: number = cx * cell.width; x < right; x++) {
            const c = colourOfBin[bins[y * width + x]!]!
            if (inCell[c] === 0) colour[end++] = c
            inCell[c]! += people?.[y * width + x] ? OF_PEOPLE : 1
          }
        for (let k = start; k < end; k++) {
          pixels[k] = inCell[colour[k]!]!
          inCell[colour[k]!] = 0
        }
        starts.push(end)
      }
  })
  return { count: starts.length - 1, starts: Int32Array.from(starts), colour: colour.subarray(0, end), pixels: pixels.subarray(0, end) }
}
