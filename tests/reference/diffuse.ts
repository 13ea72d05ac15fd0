import { cubeRoot, linearOfSrgb } from './colour'
import { emptyPicture, type LightPicture, type Picture } from './picture'

type Triple = [number, number, number]
type Distance = 'oklab' | 'srgb' | 'linear' | 'tone'

export type DiffuseReferenceOptions = {
  readonly colours: readonly string[]
  /** Palettes as places in `colours`, and which of them each cell has, row by row. */
  readonly cells?: {
    readonly width: number
    readonly height: number
    readonly palettes: readonly (readonly number[])[]
    readonly chosen: readonly number[]
  }
  readonly distance: Distance
  readonly kind: keyof typeof KERNELS
  /** In 1/256. */
  readonly strength: number
  readonly linear: boolean
  /** The most error a channel keeps. */
  readonly bound: number
  /** Odd rows run from right to left, the kernel mirrored. */
  readonly serpentine?: boolean
}

/** As they are printed: X is the pixel itself; the divisor before them. */
const KERNELS = {
  'floyd-steinberg': '16: . X 7 / 3 5 1',
  'jarvis-judice-ninke': '48: . . X 7 5 / 3 5 7 5 3 / 1 3 5 3 1',
  stucki: '42: . . X 8 4 / 2 4 8 4 2 / 1 2 4 2 1',
  burkes: '32: . . X 8 4 / 2 4 8 4 2',
  sierra: '32: . . X 5 3 / 2 4 5 4 2 / . 2 3 2 .',
  'sierra-two-row': '16: . . X 4 3 / 1 2 3 2 1',
  'sierra-lite': '4: . X 2 / 1 1 .',
  atkinson: '8: . X 1 1 / 1 1 1 . / . 1 . .',
} as const

type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/**
 * Twin of shaders/diffuse.wgsl: one pixel after another, each handing its error on to those after it. Says what happens at
 * a pixel in the words of shaders/lib/diffuse.wgsl.
 */
export function diffuse(source: LightPicture, options: DiffuseReferenceOptions): Picture {
  return diffuseArea(source, options, { x: 0, y: 0, width: source.width, height: source.height })
}

/** Twin of shaders/diffuse-local.wgsl: bricks of 16 × 16, each cut from a larger area around it that is diffused alone. */
export function diffuseLocal(source: LightPicture, options: DiffuseReferenceOptions): Picture {
  const picture = emptyPicture(source.width, source.height)
  for (let top = 0, odd = false; top < source.height; top += 16, odd = !odd)
    for (let left = odd ? -8 : 0; left < source.width; left += 16) {
      const [x, y] = [Math.max(0, left - 4), Math.max(0, top - 6)]
      const area = { x, y, width: Math.min(source.width, left + 20) - x, height: Math.min(source.height, top + 16) - y }
      const part = diffuseArea(source, options, area)
      for (let v = top; v < Math.min(source.height, top + 16); v++)
        for (let u = Math.max(0, left); u < Math.min(source.width, left + 16); u++) {
          const from = 4 * ((v - y) * area.width + u - x)
          picture.rgba.set(part.rgba.subarray(from, from + 4), 4 * (v * source.width + u))
        }
    }
  return picture
}

function diffuseArea(source: LightPicture, options: DiffuseReferenceOptions, area: Area): Picture {
  const { width, height } = area
  const picture = emptyPicture(width, height)
  const palette = paletteOf(options)
  const everything = palette.map((_, place) => place)
  const { divisor, taps } = kernelOf(options.kind)
  const white = options.linear ? 16383 : 4080
  const sums = Array.from({ length: width * height }, (): Triple => [0, 0, 0])
  for (let y = 0; y < height; y++) {
    const backwards = options.serpentine === true && y % 2 === 1
    for (let step = 0; step < width; step++) {
      const x = backwards ? width - 1 - step : step
      const i = y * width + x
      const pixel = 3 * ((area.y + y) * source.width + area.x + x)
      const own = ownValue([...source.light.subarray(pixel, pixel + 3)] as Triple, options)
      const wanted = own.map((value, c) => {
        const mean = Math.floor((sums[i]![c]! + Math.floor(divisor / 2)) / divisor)
        return value + Math.floor((mean * options.strength + 128) / 256)
      }) as Triple
      const at = place(wanted.map((v) => clamp(v, 0, white)) as Triple, options)
      const allowed = options.cells ? allowedAt(options.cells, source.width, area.x + x, area.y + y) : everything
      const colour = palette[nearest(at, palette, allowed)]!
      picture.rgba.set([...colour.rgb, 255], 4 * i)
      const error = wanted.map((v, c) => clamp(v - colour.value[c]!, -options.bound, options.bound))
      for (const { dx, dy, weight } of taps) {
        const [u, v] = [x + (backwards ? -dx : dx), y + dy]
        if (u < 0 || u >= width || v >= height) continue
        const sum = sums[v * width + u]!
        for (const c of [0, 1, 2]) sum[c]! += weight * error[c]!
      }
    }
  }
  return picture
}

/** A pixel's light as a value; where only tone counts, that of the grey as light as it. */
function ownValue(light: Triple, { linear, distance }: Pick<DiffuseReferenceOptions, 'linear' | 'distance'>): Triple {
  const grey = (): number => Math.round((65535 * clamp(coordinates(light, 'tone')[0], 0, 4096) ** 3) / 4096 ** 3)
  const seen = distance === 'tone' ? Array.from({ length: 3 }, grey) : light
  return seen.map((v) => (linear ? Math.floor(v / 4) : fineOf(v))) as Triple
}

export function kernelOf(kind: keyof typeof KERNELS): { divisor: number; taps: { dx: number; dy: number; weight: number }[] } {
  const [divisor, drawing] = KERNELS[kind].split(':')
  const rows = drawing!.split('/').map((row) => row.trim().split(' '))
  const self = rows[0]!.indexOf('X')
  const taps = rows
    .flatMap((row, dy) => row.map((cell, x) => ({ dx: x - self, dy, weight: Number(cell) })))
    .filter(({ weight }) => weight > 0)
  return { divisor: Number(divisor), taps }
}

function paletteOf({ colours, distance, linear }: DiffuseReferenceOptions): { rgb: Triple; value: Triple; at: Triple }[] {
  const palette = colours.map((hex) => {
    const rgb = [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16)) as Triple
    const light = rgb.map(linearOfSrgb) as Triple
    const value = linear ? light.map((v) => Math.floor(v / 4)) : rgb.map((v) => 16 * v)
    return { rgb, value: value as Triple, at: distance === 'srgb' ? (rgb.map((v) => 16 * v) as Triple) : coordinates(light, distance) }
  })
  if (distance === 'tone') {
    const all = palette.map(({ at }) => at[0])
    const [darkest, range] = [Math.min(...all), Math.max(...all) - Math.min(...all)]
    palette.forEach((colour, i) => {
      colour.at = [range === 0 ? 0 : Math.floor((4096 * (all[i]! - darkest)) / range), 0, 0]
      const light = Math.round((65535 * colour.at[0] ** 3) / 4096 ** 3)
      const value = linear ? Math.floor(light / 4) : fineOf(light)
      colour.value = [value, value, value]
    })
  }
  return palette
}

function allowedAt(cells: NonNullable<DiffuseReferenceOptions['cells']>, width: number, x: number, y: number): readonly number[] {
  const across = Math.ceil(width / cells.width)
  return cells.palettes[cells.chosen[Math.floor(y / cells.height) * across + Math.floor(x / cells.width)]!]!
}

function nearest(at: Triple, palette: readonly { at: Triple }[], allowed: readonly number[]): number {
  let best = allowed[0]!
  let least = Number.POSITIVE_INFINITY
  for (const i of allowed) {
    const colour = palette[i]!.at
    const far = (at[0] - colour[0]) ** 2 + (at[1] - colour[1]) ** 2 + (at[2] - colour[2]) ** 2
    if (far < least) {
      least = far
      best = i
    }
  }
  return best
}

function place(value: Triple, { linear, distance }: DiffuseReferenceOptions): Triple {
  if (distance === 'srgb') return linear ? (value.map((v) => fineOf(4 * v)) as Triple) : value
  return coordinates(value.map((v) => (linear ? 4 * v : linearOfSrgb(v / 16))) as Triple, distance)
}

function coordinates(light: Triple, distance: Exclude<Distance, 'srgb'>): Triple {
  if (distance === 'linear') return light.map((v) => Math.floor(v / 16)) as Triple
  const weigh = (v: Triple, weights: Triple, one: number): number =>
    Math.floor((v[0] * weights[0] + v[1] * weights[1] + v[2] * weights[2] + one / 2) / one)
  const cones: Triple = [
    cubeRoot(weigh(light, [6754, 8787, 843], 16384)),
    cubeRoot(weigh(light, [3472, 11152, 1760], 16384)),
    cubeRoot(weigh(light, [1447, 4616, 10321], 16384)),
  ]
  const lightness = weigh(cones, [862, 3251, -17], 4096)
  if (distance === 'tone') return [lightness, 0, 0]
  return [lightness, weigh(cones, [16204, -19896, 3692], 4096), weigh(cones, [212, 6412, -6624], 4096)]
}

/** Light 0–65535 as the nearest sixteenth of an sRGB code value. */
function fineOf(light: number): number {
  const v = light / 65535
  return Math.round(4080 * (v <= 0.0031308049535603713 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055))
}

const clamp = (v: number, low: number, high: number): number => Math.min(high, Math.max(low, v))
