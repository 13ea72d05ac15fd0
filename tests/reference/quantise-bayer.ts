import { cubeRoot, linearOfSrgb, srgbOfLinear } from './colour'
import { emptyPicture, type LightPicture, type Picture } from './picture'

export type QuantiseReferenceOptions = {
  readonly palette: readonly string[]
  readonly distance: 'oklab' | 'srgb' | 'linear' | 'tone'
  /** Side of the Bayer matrix; 1 is no dither. */
  readonly bayer: number
  /** In 1/256. */
  readonly strength: number
  readonly penalty: number
  readonly exposure: number
  readonly saturation: number
  readonly edges: number
}

type Triple = readonly [number, number, number]
type Colour = { rgb: Triple; light: Triple; at: Triple; luminance: number }

/** Twin of shaders/quantise-bayer.wgsl: same steps, plain arithmetic, a matrix made by the recursion. */
export function quantiseBayer(source: LightPicture, options: QuantiseReferenceOptions): Picture {
  const picture = emptyPicture(source.width, source.height)
  const palette = options.palette.map((hex) => colourOf(hex, options.distance))
  if (options.distance === 'tone') stretch(palette)
  const matrix = bayerMatrix(options.bayer)
  for (let y = 0; y < source.height; y++)
    for (let x = 0; x < source.width; x++) {
      const i = y * source.width + x
      const light = grade(sharpen(source, x, y, options.edges), options)
      const threshold = matrix[y % options.bayer]![x % options.bayer]!
      const chosen = choose(light, threshold, palette, options)
      picture.rgba.set([...palette[chosen]!.rgb, 255], i * 4)
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

function choose(light: Triple, threshold: number, palette: readonly Colour[], options: QuantiseReferenceOptions): number {
  const here = coordinates(light, options.distance)
  let a = 0
  palette.forEach((colour, i) => {
    if (square(minus(here, colour.at)) < square(minus(here, palette[a]!.at))) a = i
  })
  const first = palette[a]!
  const offset = minus(here, first.at)
  if (options.bayer === 1 || square(offset) === 0) return a

  let b = a
  let best = square(offset)
  let along = 0
  const byDistance = palette
    .map((colour, i) => ({ colour, i, far: square(minus(colour.at, first.at)) }))
    .sort((p, q) => p.far - q.far || p.i - q.i)
  byDistance.forEach(({ colour, i }) => {
    const span = minus(colour.at, first.at)
    if (dot(offset, span) <= 0) return
    const part = share(dot(offset, span), square(span))
    const mix = span.map((s) => Math.floor((s * part + 128) / 256)) as unknown as Triple
    const score = square(minus(offset, mix)) + Math.floor(square(span) / 256) * options.penalty
    if (score >= best) return
    best = score
    b = i
    along = part
  })
  if (b === a) return a

  const second = palette[b]!
  let part = along
  if (options.distance !== 'tone') {
    const span = minus(second.light, first.light)
    const toward = dot(minus(light.map((v) => Math.floor(v / 4)) as unknown as Triple, first.light), span)
    part = toward > 0 ? share(toward, square(span)) : 0
  }
  part = Math.floor((part * options.strength + 128) / 256)
  const cells = options.bayer ** 2
  const brighter = second.luminance > first.luminance || (second.luminance === first.luminance && b > a)
  if (brighter) return part / 256 > (threshold + 0.5) / cells ? b : a
  return (256 - part) / 256 > (threshold + 0.5) / cells ? a : b
}

function colourOf(hex: string, distance: QuantiseReferenceOptions['distance']): Colour {
  const rgb = [hex.slice(1, 3), hex.slice(3, 5), hex.slice(5, 7)].map((h) => Number.parseInt(h, 16)) as unknown as Triple
  const light = rgb.map(linearOfSrgb) as unknown as Triple
  return {
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

/** The pixel and `edges` / 256 of its difference from the mean of its neighbours; the border repeats. */
function sharpen(source: LightPicture, x: number, y: number, edges: number): Triple {
  const at = (u: number, v: number, channel: number): number => {
    const column = Math.min(source.width - 1, Math.max(0, u))
    const row = Math.min(source.height - 1, Math.max(0, v))
    return source.light[(row * source.width + column) * 3 + channel]!
  }
  return [0, 1, 2].map((c) => {
    const around = at(x - 1, y, c) + at(x + 1, y, c) + at(x, y - 1, c) + at(x, y + 1, c)
    return Math.min(65535, Math.max(0, at(x, y, c) + Math.floor(((4 * at(x, y, c) - around) * edges + 512) / 1024)))
  }) as unknown as Triple
}

function grade(light: Triple, { exposure, saturation }: QuantiseReferenceOptions): Triple {
  const exposed = light.map((v) => Math.min(65535, Math.floor((v * exposure + 128) / 256))) as unknown as Triple
  const grey = weigh(exposed, [3483, 11718, 1183], 16384)
  return exposed.map((v) => Math.min(65535, Math.max(0, grey + Math.floor(((v - grey) * saturation + 128) / 256)))) as unknown as Triple
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

/** a / b in 1/256, at most 256; where b has more than 22 bits both lose the rest first. */
function share(a: number, b: number): number {
  if (a >= b) return 256
  let unit = 1
  while (Math.floor(b / unit) >= 2 ** 22) unit *= 2
  return Math.floor((Math.floor(a / unit) * 256) / Math.floor(b / unit))
}

const minus = (a: Triple, b: Triple): Triple => [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
const dot = (a: readonly number[], b: readonly number[]): number => a[0]! * b[0]! + a[1]! * b[1]! + a[2]! * b[2]!
const square = (a: Triple): number => dot(a, a)
