import { cubeRoot, linearOfSrgb, srgbOfLinear } from './colour'
import { emptyPicture, type LightPicture, type Picture } from './picture'

export type QuantiseReferenceOptions = {
  readonly palette: readonly string[]
  readonly distance: 'oklab' | 'srgb' | 'linear' | 'tone'
  /** Rows of ranks; null is no dither. */
  readonly map: readonly (readonly number[])[] | null
  /** In 1/256. */
  readonly strength: number
  readonly penalty: number
  /** Each cell's palette as places in `palette`. */
  readonly cells?: {
    readonly width: number
    readonly height: number
    readonly palettes: readonly (readonly number[])[]
    /** Number of the palette of a cell. */
    readonly at: (column: number, row: number) => number
  }
}

/** With the side of a cell of light. */
type Options = QuantiseReferenceOptions & { readonly side: number }

type Triple = readonly [number, number, number]
type Colour = { place: number; rgb: Triple; light: Triple; at: Triple; luminance: number }

/** Twin of shaders/quantise.wgsl, mix-table.wgsl and ordered.wgsl: same steps, plain arithmetic, every colour looked at. */
export function quantise(source: LightPicture, options: QuantiseReferenceOptions): Picture {
  const { map, cells } = options
  const picture = emptyPicture(source.width, source.height)
  const all = options.palette.map((hex, place) => colourOf(hex, place, options.distance))
  if (options.distance === 'tone') stretch(all)
  const side = sideOf(all, options.distance)
  for (let y = 0; y < source.height; y++)
    for (let x = 0; x < source.width; x++) {
      const i = y * source.width + x
      let palette = all
      if (cells) {
        const places = cells.palettes[cells.at(Math.floor(x / cells.width), Math.floor(y / cells.height))]!
        palette = all.filter((_, place) => places.includes(place))
        palette.sort((p, q) => places.indexOf(p.place) - places.indexOf(q.place))
      }
      // More than threshold 256ths light a pixel: a share of them above (rank + 1/2) / cells.
      const row = map?.[y % map.length]
      const threshold = row ? Math.floor((256 * (row[x % row.length]! + 0.5)) / (map!.length * row.length)) : null
      picture.rgba.set(
        [...choose([...source.light.subarray(i * 3, i * 3 + 3)] as unknown as Triple, threshold, palette, { ...options, side }).rgb, 255],
        i * 4,
      )
    }
  return picture
}

/** M1 = [0]; M2n = 4 Mn + [[0, 2], [3, 1]], quadrant by quadrant. */
export function bayerMatrix(size: number): number[][] {
  if (size === 1) return [[0]]
  const half = bayerMatrix(size / 2)
  const add = [
    [0, 2],
    [3, 1],
  ]
  return Array.from({ length: size }, (_, y) =>
    Array.from(
      { length: size },
      (_, x) => 4 * half[y % (size / 2)]![x % (size / 2)]! + add[Math.floor((2 * y) / size)]![Math.floor((2 * x) / size)]!,
    ),
  )
}

/** `palette` in the order in which the first of equals wins. */
function choose(light: Triple, threshold: number | null, palette: readonly Colour[], options: Options): Colour {
  const { distance, cells } = options
  if (threshold === null) return nearest(coordinates(light, distance), palette)
  // With one palette everywhere, all light of a cell of light is mixed of the same two.
  const isLattice = !cells && distance !== 'tone'
  const here = coordinates(isLattice ? (light.map((v) => middle(v, options.side)) as unknown as Triple) : light, distance)
  const first = nearest(here, palette)
  const mix = bestMix(here, first, palette, options)
  if (!mix) return first
  const { colour: second, part: along } = mix

  let part = along
  if (isLattice) part = shareByTable(light, first, second)
  else if (distance !== 'tone') {
    const span = minus(second.light, first.light)
    const toward = dot(minus(fourths(light), first.light), span)
    part = toward > 0 ? share(toward, square(span)) : 0
  }
  part = Math.floor((part * options.strength + 128) / 256)
  const brighter = second.luminance > first.luminance || (second.luminance === first.luminance && second.place > first.place)
  if (brighter) return part > threshold ? second : first
  return 256 - part > threshold ? first : second
}

function nearest(here: Triple, palette: readonly Colour[]): Colour {
  let best = palette[0]!
  let least = Number.POSITIVE_INFINITY
  for (const colour of palette) {
    const far = square(minus(here, colour.at))
    if (far < least) [best, least] = [colour, far]
  }
  return best
}

/** The colour that mixes best with the nearest, and how much of it; undefined where the nearest alone is best. */
function bestMix(here: Triple, first: Colour, palette: readonly Colour[], { penalty }: QuantiseReferenceOptions) {
  const offset = minus(here, first.at)
  const alone = square(offset)
  const mixes = palette.flatMap((colour) => {
    const span = minus(colour.at, first.at)
    if (dot(offset, span) <= 0) return []
    const far = square(span)
    const contrast = Math.floor(far / 256) * penalty
    if (contrast >= alone) return []
    const part = share(dot(offset, span), far)
    const mix = span.map((s) => Math.floor((s * part + 128) / 256)) as unknown as Triple
    const score = square(minus(offset, mix)) + contrast
    return score < alone ? [{ colour, part, score, far }] : []
  })
  return mixes.length === 0 ? undefined : leastOf(mixes, ({ score, far, colour }) => [score, far, colour.place])
}

/** Four steps of the root of light, or eight where each of few colours is the nearest to the middle of its own cell. */
function sideOf(palette: readonly Colour[], distance: QuantiseReferenceOptions['distance']): number {
  if (distance === 'tone' || palette.length > 64) return distance === 'tone' ? 8 : 4
  const isOwn = (colour: Colour): boolean => {
    const here = coordinates(colour.light.map((v) => middle(4 * v, 8)) as unknown as Triple, distance)
    const own = square(minus(here, colour.at))
    return palette.every((other) => other === colour || square(minus(here, other.at)) > own)
  }
  return palette.every(isOwn) ? 8 : 4
}

/** The middle of the part of light that this lies in: parts are so long in its square root. */
const middle = (light: number, side: number): number => {
  let start = 256 - side
  while (start ** 2 > light) start -= side
  return (start + side / 2) ** 2
}

const fourths = (light: Triple): Triple => light.map((v) => Math.floor(v / 4)) as unknown as Triple

/** In whole numbers: 256 · (light − a) · (b − a) / |b − a|², its factors rounded to at most 14 bits. */
function shareByTable(light: Triple, { light: from }: Colour, { light: to }: Colour): number {
  const span = minus(to, from)
  const length = square(span)
  if (length === 0) return 0
  const factors = span.map((s) => (256 * s) / length)
  let shift = 0
  while (shift < 31 && Math.max(...factors.map(Math.abs)) * 2 ** (shift + 1) < 2 ** 14) shift++
  const scaled = factors.map((f) => Math.round(f * 2 ** shift))
  const added = Math.floor(-dot(scaled, from) / 32) * 32 + shift
  return Math.max(0, Math.min(256, Math.floor((dot(fourths(light), scaled) + added) / 2 ** shift)))
}

/** The first of those whose numbers come first. */
function leastOf<T>(all: readonly T[], numbers: (one: T) => readonly number[]): T {
  return all.reduce((best, one) => {
    const [left, right] = [numbers(one), numbers(best)]
    const differ = left.findIndex((value, i) => value !== right[i])
    return differ >= 0 && left[differ]! < right[differ]! ? one : best
  })
}

function colourOf(hex: string, place: number, distance: QuantiseReferenceOptions['distance']): Colour {
  const rgb = [hex.slice(1, 3), hex.slice(3, 5), hex.slice(5, 7)].map((h) => Number.parseInt(h, 16)) as unknown as Triple
  const light = rgb.map(linearOfSrgb) as unknown as Triple
  return {
    place,
    rgb,
    at: coordinates(light, distance),
    light: light.map((v) => Math.floor(v / 4)) as unknown as Triple,
    luminance: weigh(light, [3483, 11718, 1183], 16384),
  }
}

/** Makes the darkest 0 and the lightest 4096. */
function stretch(palette: Colour[]): void {
  const all = palette.map((colour) => colour.at[0])
  const range = Math.max(...all) - Math.min(...all)
  palette.forEach((colour, i) => {
    colour.at = [range === 0 ? 0 : Math.floor((4096 * (all[i]! - Math.min(...all))) / range), 0, 0]
  })
}

function coordinates(light: Triple, distance: 'oklab' | 'srgb' | 'linear' | 'tone'): Triple {
  if (distance === 'srgb') return light.map((v) => 16 * srgbOfLinear(v)) as unknown as Triple
  if (distance === 'linear') return light.map((v) => Math.floor(v / 16)) as unknown as Triple
  const cones = [
    [6754, 8787, 843],
    [3472, 11152, 1760],
    [1447, 4616, 10321],
  ].map((row) => cubeRoot(weigh(light, row, 16384))) as unknown as Triple
  const lightness = weigh(cones, [862, 3251, -17], 4096)
  if (distance === 'tone') return [lightness, 0, 0]
  return [lightness, weigh(cones, [16204, -19896, 3692], 4096), weigh(cones, [212, 6412, -6624], 4096)]
}

const weigh = (v: Triple, weights: readonly number[], one: number): number => Math.floor((dot(v, weights) + one / 2) / one)

/** a / b in 1/256, at most 256. */
const share = (a: number, b: number): number => (a >= b ? 256 : Math.floor((256 * a) / b))

const minus = (a: Triple, b: Triple): Triple => [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
const dot = (a: readonly number[], b: readonly number[]): number => a[0]! * b[0]! + a[1]! * b[1]! + a[2]! * b[2]!
const square = (a: Triple): number => dot(a, a)
