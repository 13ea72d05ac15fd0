import {
  DIFFUSION_KERNELS,
  DIFFUSION_WHITE,
  type DiffusionColour,
  type DiffusionOptions,
  diffusionBound,
  diffusionColours,
  diffusionValue,
  FINE_OF_LIGHT,
  LIGHT_OF_FINE,
  LIGHT_OF_TONE,
} from './diffusion'
import { coordinates } from './integer-colour'
import type { PaletteSet, Probe } from './palette-set'
import type { Distance } from './style/index'

export interface SerpentineOptions extends DiffusionOptions {
  readonly distance: Distance
  /** The number of each cell's palette, row by row, for a set that has cells. */
  readonly cells?: ArrayLike<number>
}

type Triple = readonly [number, number, number]

/**
 * Error diffusion that turns round at the end of each row: odd rows run from right to left, the kernel mirrored. Each row
 * starts where the one above it ended, so nothing of it can be done in parallel: meant for stills, in a worker. What
 * happens at a pixel is as in shaders/lib/diffuse.wgsl.
 * @returns each pixel's place in the set's colours, row by row.
 * @throws RangeError when the set has cells and the options say nothing of them.
 */
export function diffuseSerpentine(picture: Probe, set: PaletteSet, options: SerpentineOptions): Uint8Array<ArrayBuffer> {
  const { width, height, light } = picture
  const { distance, linear } = options
  const colours = diffusionColours(set.colours, distance, linear)
  const allowed = allowedBy(set, options.cells, width)
  const { divisor, ahead, below, below2 } = DIFFUSION_KERNELS[options.kind]
  const taps = [[0, 0, 0, ...ahead] as const, below, below2].flatMap((row, dy) =>
    row.flatMap((weight, i) => (weight > 0 ? [{ dx: i - 2, dy, weight }] : [])),
  )
  const strength = Math.round(options.strength * 256)
  const bound = diffusionBound(linear)
  const white = linear ? DIFFUSION_WHITE.linear : DIFFUSION_WHITE.srgb
  const chosen = new Uint8Array(width * height)
  // What is handed to this row and the next two, two columns wider on either side than the picture.
  const rows = Array.from({ length: 3 }, () => new Int32Array(3 * (width + 4)))
  const wanted = [0, 0, 0]
  for (let y = 0; y < height; y++) {
    const way = y % 2 === 0 ? 1 : -1
    for (let x = way > 0 ? 0 : width - 1; x >= 0 && x < width; x += way) {
      const pixel = y * width + x
      const own = ownValue([light[3 * pixel]!, light[3 * pixel + 1]!, light[3 * pixel + 2]!], distance, linear)
      for (let c = 0; c < 3; c++) {
        const mean = Math.floor((rows[0]![3 * (x + 2) + c]! + (divisor >> 1)) / divisor)
        wanted[c] = own[c]! + ((mean * strength + 128) >> 8)
      }
      const looked: Triple = [clamp(wanted[0]!, 0, white), clamp(wanted[1]!, 0, white), clamp(wanted[2]!, 0, white)]
      const place = nearest(placeOf(looked, distance, linear), colours, allowed(x, y))
      chosen[pixel] = place
      for (let c = 0; c < 3; c++) {
        const error = clamp(wanted[c]! - colours[place]!.value[c]!, -bound, bound)
        for (const { dx, dy, weight } of taps) rows[dy]![3 * (x + 2 + way * dx) + c]! += weight * error
      }
    }
    const done = rows.shift()!
    rows.push(done.fill(0))
  }
  return chosen
}

/** Which places a pixel may have; undefined is all of them. */
function allowedBy({ cells }: PaletteSet, chosen: ArrayLike<number> | undefined, width: number) {
  if (!cells) return () => undefined
  if (!chosen) throw new RangeError('diffuseSerpentine: a set with cells needs the palette of each cell')
  const { size, palettes } = cells
  const across = Math.ceil(width / size.width)
  return (x: number, y: number) => palettes[chosen[Math.floor(y / size.height) * across + Math.floor(x / size.width)]!]
}

function ownValue(light: Triple, distance: Distance, linear: boolean): Triple {
  if (distance !== 'tone') return [diffusionValue(light[0], linear), diffusionValue(light[1], linear), diffusionValue(light[2], linear)]
  const value = diffusionValue(LIGHT_OF_TONE[clamp(coordinates(light, 'tone')[0], 0, 4096)]!, linear)
  return [value, value, value]
}

/** Coordinates of a value within black and white; in sRGB they are not rounded to whole codes. */
function placeOf(value: Triple, distance: Distance, linear: boolean): Triple {
  if (distance === 'srgb')
    return linear ? [FINE_OF_LIGHT[value[0] << 2]!, FINE_OF_LIGHT[value[1] << 2]!, FINE_OF_LIGHT[value[2] << 2]!] : value
  if (linear) return coordinates([value[0] << 2, value[1] << 2, value[2] << 2], distance)
  return coordinates([LIGHT_OF_FINE[value[0]]!, LIGHT_OF_FINE[value[1]]!, LIGHT_OF_FINE[value[2]]!], distance)
}

function nearest(at: Triple, colours: readonly DiffusionColour[], allowed: readonly number[] | undefined): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  const count = allowed ? allowed.length : colours.length
  for (let k = 0; k < count; k++) {
    const i = allowed ? allowed[k]! : k
    const colour = colours[i]!.at
    const far = (at[0] - colour[0]) ** 2 + (at[1] - colour[1]) ** 2 + (at[2] - colour[2]) ** 2
    if (far < least) {
      least = far
      best = i
    }
  }
  return best
}

const clamp = (v: number, low: number, high: number): number => (v < low ? low : v > high ? high : v)
