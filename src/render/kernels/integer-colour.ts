/**
 * Colour in whole numbers, as the style kernels see it. Tables rather than formulas: the GPU and the
 * CPU then agree to the last bit, whatever their pow and cbrt do.
 */

/** Linear light 0–65535 for each sRGB code value 0–255 (IEC 61966-2-1). */
export const LINEAR_OF_SRGB: Uint32Array<ArrayBuffer> = Uint32Array.from({ length: 256 }, (_, code) => linear(code / 255))

/** Entry i is the least linear light (0–65535) whose nearest code value, measured in sRGB, is i + 1; entry 255 is never reached. */
export const SRGB_THRESHOLDS: Uint32Array<ArrayBuffer> = Uint32Array.from({ length: 256 }, (_, i) =>
  i < 255 ? linear((i + 0.5) / 255) : 0xffffffff,
)

/** round(4096 · ∛(v / 65536)) for v in 0–65535; k is the answer when (2k − 1)³ ≤ 2²³ · v < (2k + 1)³, exact in doubles. */
export const CUBE_ROOTS: Uint16Array<ArrayBuffer> = cubeRoots()

/** The packed form of `CUBE_ROOTS` the kernel reads: two to a word, the even entry low. */
export function packedCubeRoots(): Uint32Array<ArrayBuffer> {
  return Uint32Array.from({ length: 32768 }, (_, i) => CUBE_ROOTS[2 * i]! | (CUBE_ROOTS[2 * i + 1]! << 16))
}

/** What a colour's coordinates mean; the numbers are those of `quantise-bayer.wgsl`. */
export const DISTANCE_MODES = { oklab: 0, srgb: 1, tone: 2 } as const
export type Distance = keyof typeof DISTANCE_MODES

type Triple = readonly [number, number, number]

/** The coordinates in which `quantise-bayer.wgsl` measures distance: OKLab (Ottosson 2020) in 1/4096 with a and b doubled, sRGB codes × 16, or OKLab lightness alone. */
export function coordinates(light: Triple, distance: Distance): Triple {
  const [r, g, b] = light
  if (distance === 'srgb') return [16 * encode(r), 16 * encode(g), 16 * encode(b)]
  const l = CUBE_ROOTS[(6754 * r + 8787 * g + 843 * b + 8192) >> 14]!
  const m = CUBE_ROOTS[(3472 * r + 11152 * g + 1760 * b + 8192) >> 14]!
  const s = CUBE_ROOTS[(1447 * r + 4616 * g + 10321 * b + 8192) >> 14]!
  const lightness = (862 * l + 3251 * m - 17 * s + 2048) >> 12
  if (distance === 'tone') return [lightness, 0, 0]
  return [lightness, (16204 * l - 19896 * m + 3692 * s + 2048) >> 12, (212 * l + 6412 * m - 6624 * s + 2048) >> 12]
}

/** Words of one palette entry in `quantise-bayer.wgsl`. */
const COLOUR_WORDS = 8

/**
 * A palette as `quantise-bayer.wgsl` reads it: coordinates, packed code, 14-bit linear light and
 * luminance of each colour. With `tone`, lightness is stretched so that the darkest is 0 and the
 * lightest 4096; a palette of one lightness stays at 0.
 * @throws RangeError unless there are 1 to 256 colours, each `#rrggbb`.
 */
export function packPalette(palette: readonly string[], distance: Distance): Int32Array<ArrayBuffer> {
  if (palette.length < 1 || palette.length > 256) throw new RangeError(`packPalette: expected 1 to 256 colours, got ${palette.length}`)
  const words = new Int32Array(256 * COLOUR_WORDS)
  const colours = palette.map((hex, i) => {
    if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new RangeError(`packPalette: palette.${i}: expected #rrggbb, got "${hex}"`)
    const code = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
    const light = code.map((c) => LINEAR_OF_SRGB[c]!) as unknown as Triple
    return { code, light, at: coordinates(light, distance) }
  })
  const lightness = colours.map(({ at }) => at[0])
  const [darkest, lightest] = [Math.min(...lightness), Math.max(...lightness)]
  const stretched = (l: number): Triple => [Math.floor((4096 * (l - darkest)) / Math.max(1, lightest - darkest)), 0, 0]
  colours.forEach(({ code, light, at }, i) => {
    words.set(distance === 'tone' ? stretched(at[0]) : at, i * COLOUR_WORDS)
    words[i * COLOUR_WORDS + 3] = code[0]! | (code[1]! << 8) | (code[2]! << 16)
    words.set(
      light.map((v) => v >> 2),
      i * COLOUR_WORDS + 4,
    )
    words[i * COLOUR_WORDS + 7] = (3483 * light[0] + 11718 * light[1] + 1183 * light[2] + 8192) >> 14
  })
  return words
}

/**
 * For each colour of a packed palette of `count`, the others by distance from it, nearest first, lowest
 * index first among equals: entry `256 · a + rank`.
 */
export function packNeighbours(packed: Int32Array, count: number): Uint32Array<ArrayBuffer> {
  const neighbours = new Uint32Array(256 * count)
  const far = (a: number, b: number): number =>
    [0, 1, 2].reduce((sum, axis) => sum + (packed[a * COLOUR_WORDS + axis]! - packed[b * COLOUR_WORDS + axis]!) ** 2, 0)
  for (let a = 0; a < count; a++) {
    const others = Array.from({ length: count }, (_, b) => ({ b, far: far(a, b) })).filter(({ b }) => b !== a)
    others.sort((left, right) => left.far - right.far || left.b - right.b)
    neighbours.set(
      others.map(({ b }) => b),
      256 * a,
    )
  }
  return neighbours
}

function encode(light: number): number {
  return SRGB_THRESHOLDS.findIndex((threshold) => light < threshold)
}

function linear(srgb: number): number {
  return Math.round(65535 * (srgb <= 0.04045 ? srgb / 12.92 : ((srgb + 0.055) / 1.055) ** 2.4))
}

function cubeRoots(): Uint16Array<ArrayBuffer> {
  const roots = new Uint16Array(65536)
  let k = 0
  for (let v = 0; v < 65536; v++) {
    while ((2 * k + 1) ** 3 <= 2 ** 23 * v) k++
    roots[v] = k
  }
  return roots
}
