import type { Crt, Rect, Size } from '../../departments/retro'
import { type MaskTile, maskTile } from './mask-tile'
import { halfGaussian, halfHann, spotTable } from './spot-tables'

/** Rows of cells that stray light is worked out on. */
const GLOW_ROWS = 120
/** Standard deviations of bloom and halation, in parts of the tube's height. */
const BLOOM_WIDTH = 0.009
const HALATION_WIDTH = 0.04
/** However much strays, this is the most of it: the rest is the picture. */
const MOST_STRAY = 0.9
/** Sizes of the structs `Crt` and `Signal` of the shaders. */
export const CRT_BYTES = 192
export const SIGNAL_BYTES = 48
/** A white line of less, in lines, would have to be brighter than the display can show. */
export const NARROWEST_WHITE = 0.39
/** Room in the table of Gaussians. */
export const GLOW_WEIGHTS = 48
/** Cycles of the carrier in a line's picture: that of a 256-pixel machine has two thirds of a cycle a pixel. */
const CARRIER_CYCLES = 512 / 3
export const FILTER_WEIGHTS = 32
/** Standard deviations at which a beam has no light left (shaders/crt.wgsl). */
const BEAM_EDGE = Math.sqrt(19)

/** Light of each kind of phosphor; null is three of them. */
const PHOSPHORS: Record<Crt['phosphor'], readonly [number, number, number] | null> = {
  colour: null,
  white: [0.92, 1, 1.08],
  green: [0.12, 1, 0.22],
  amber: [1, 0.48, 0.02],
}

/** How long each channel's phosphor glows, of green's: red's rare earth is quick, the sulphides have long tails (P22). */
export const PERSISTENCE_OF_GREEN = [0.7, 1, 0.85] as const

/** Pictures that persistence and ghosting reach back, and the one shown. */
export const PICTURES = 4

/** Samples of a line in a cable: at least three a cycle of the carrier. */
export const samplesPerPixel = (width: number): number => Math.max(1, Math.min(4, Math.ceil((3 * CARRIER_CYCLES) / width - 1e-9)))

/** How much of scanlines a display of `scale` output lines a machine's line can show: all from three, none under one and a half. */
export function lineFade(scale: number): number {
  const t = Math.max(0, Math.min(1, (scale - 1.5) / 1.5))
  return t * t * (3 - 2 * t)
}

/** Everything a tube's passes read, made once for a display and its sizes. */
export type CrtTables = {
  readonly columns: number
  readonly glow: Size
  /** Lines on either side whose beam is seen, at least 1. */
  readonly reach: number
  /** `Crt` of shaders/lib/crt.wgsl. */
  readonly params: ArrayBuffer
  /** `Signal` of shaders/signal.wgsl. */
  readonly signal: ArrayBuffer
  readonly spots: Float32Array<ArrayBuffer>
  /** Rows as wide as the display, ten bits a channel, red lowest. */
  readonly mask: Float32Array<ArrayBuffer>
  readonly gaussians: Float32Array<ArrayBuffer>
  readonly filters: Float32Array<ArrayBuffer>
}

/** Works out the tables of `crt` for a machine's picture of size `native` shown in `rect`. */
export function crtTables(crt: Crt, native: Size, rect: Rect): CrtTables {
  const scale = rect.height / native.height
  const fade = lineFade(scale)
  const wired = crt.signal !== 'rgb'
  const perPixel = wired ? samplesPerPixel(native.width) : 1
  const columns = native.width * perPixel
  const spots = spotTable(rect.width, columns, crt.spot * perPixel, crt.convergence * perPixel)
  const mask = maskTile(crt, rect.width, fade)

  const rows = Math.max(1, Math.round(native.height / GLOW_ROWS))
  const across = Math.max(1, Math.round(((rows / native.height) * rect.height * columns) / rect.width))
  const glow = { width: Math.ceil(columns / across), height: Math.ceil(native.height / rows) }
  const cellsHigh = native.height / rows
  const cellsWide = ((columns / across) * rect.height) / rect.width
  const widest = HALATION_WIDTH * Math.max(cellsHigh, cellsWide)
  const halationReach = Math.min(GLOW_WEIGHTS - 1, Math.ceil(2.6 * widest))
  const bloomReach = Math.min(halationReach, Math.ceil((4 * BLOOM_WIDTH * widest) / HALATION_WIDTH))

  // Half way to its widest a beam has lost its lines; an output pixel of 1 / scale lines averages over them.
  const blur = 1 / (12 * scale * scale) + 0.3 * (1 - fade)
  const narrow = [crt.beamDark, Math.max(crt.beamBright, NARROWEST_WHITE)].map((width) => 1 / Math.sqrt(width * width + blur))
  // At least the lines on either side, between which stray light is interpolated.
  const reach = Math.max(1, Math.min(8, Math.ceil(2.9 / Math.min(...narrow) - 0.5)))
  const most = crt.brightness * (crt.interlace ? 1.55 : 1)
  const stray = Math.min(1, MOST_STRAY / Math.max(1e-6, crt.bloom + crt.halation))
  const phosphor = PHOSPHORS[crt.phosphor]

  const params = new ArrayBuffer(CRT_BYTES)
  const u = new Uint32Array(params)
  const f = new Float32Array(params)
  u.set([rect.x, rect.y, rect.width, rect.height, native.height, columns, spots.taps, reach, glow.width, glow.height, across, rows])
  f.set([...(phosphor ?? [1, 1, 1]), phosphor ? 1 : 0], 12)
  const rootScale = Math.sqrt(Math.max(1, most)) / 1023
  f.set(
    [...narrow.map((one, i) => (one - (i > 0 ? narrow[0]! : 0)) / BEAM_EDGE), Math.max(1, most), crt.bloom * stray, crt.halation * stray],
    16,
  )
  f.set([mask.peak > 1 ? 1 / (mask.peak - 1) : 1, mask.least], 21)
  u[23] = mask.height
  f.set([crt.curvature, 2 * crt.corner, crt.vignette, crt.brightness], 24)
  u.set([bloomReach, halationReach, crt.interlace ? 1 : 0], 28)
  f.set([1 / mask.height, 2 / rect.width, 2 / rect.height, 1 / rows, glow.height - 1], 31)

  const brightest = Math.max(1, mask.peak)
  for (const [channel, place] of [1, 1024, 1024 ** 2].entries()) {
    f[36 + channel] = rootScale / place
    f[40 + channel] = place / rootScale
    f[44 + channel] = brightest / 1023 / place
  }

  const gaussians = new Float32Array(GLOW_WEIGHTS * 4)
  const kernels = [
    [BLOOM_WIDTH * cellsWide, bloomReach],
    [HALATION_WIDTH * cellsWide, halationReach],
    [BLOOM_WIDTH * cellsHigh, bloomReach],
    [HALATION_WIDTH * cellsHigh, halationReach],
  ] as const
  for (const [k, [sigma, reach]] of kernels.entries())
    for (const [i, weight] of halfGaussian(sigma, reach).entries()) gaussians[i * 4 + k] = weight

  const cycles = Math.min(CARRIER_CYCLES / columns, 1 / 3)
  const cycle = 1 / cycles
  const filterReach = Math.min(FILTER_WEIGHTS - 1, Math.ceil(2 * cycle))
  const filters = new Float32Array(FILTER_WEIGHTS * 4)
  for (const [k, width] of [2 * cycle, 3.5 * cycle, 2 * cycle, 3 * cycle].entries())
    for (const [i, weight] of halfHann(width, filterReach).entries()) filters[i * 4 + k] = weight
  const signal = new ArrayBuffer(SIGNAL_BYTES)
  new Uint32Array(signal).set([columns, native.height, perPixel, filterReach])
  const rf = crt.signal === 'rf'
  new Float32Array(signal).set([cycles, crt.signal === 's-video' ? 0 : 1, rf ? 0.035 : 0, rf ? 0.12 : 0], 4)
  new Uint32Array(signal)[8] = crt.crawl ? 1 : 0
  return { columns, glow, reach, params, signal, spots: spots.weights, mask: packedRows(mask, brightest, rect.width), gaussians, filters }
}

/** A mask's rows, as wide as a display, a word a pixel: bits of it in place of a float. */
function packedRows({ width, height, texels }: MaskTile, brightest: number, displayWidth: number): Float32Array<ArrayBuffer> {
  const words = new Uint32Array(displayWidth * height)
  for (let i = 0; i < words.length; i++) {
    const texel = 4 * (Math.floor(i / displayWidth) * width + ((i % displayWidth) % width))
    for (let c = 0; c < 3; c++) words[i]! |= Math.round((1023 * texels[texel + c]!) / brightest) << (10 * c)
  }
  return new Float32Array(words.buffer)
}
