import { CUBE_ROOTS, coordinates, type Distance, LINEAR_OF_SRGB } from '../../departments/retro'

type Triple = readonly [number, number, number]

/** The packed form of `CUBE_ROOTS` the kernels read: two to a word, the even entry low. */
export function packedCubeRoots(): Uint32Array<ArrayBuffer> {
  return Uint32Array.from({ length: 32768 }, (_, i) => CUBE_ROOTS[2 * i]! | (CUBE_ROOTS[2 * i + 1]! << 16))
}

/** Words of `Colour` in lib/colour.wgsl. */
export const COLOUR_WORDS = 8

/**
 * A palette as lib/colour.wgsl reads it: coordinates, packed code, 14-bit linear light and
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
 * For each colour of a packed palette of `count`, the others by distance from it, nearest first, lowest place first among
 * equals. Two words each, at `512 · a + 2 · rank`: how far x and y lie from those of a, 16 bits each; how far z lies, and
 * the place above it.
 */
export function packNeighbours(packed: Int32Array, count: number): Uint32Array<ArrayBuffer> {
  const neighbours = new Uint32Array(512 * count)
  // Distance and place in one number, below 2⁵³, sort at once.
  const keys = new Float64Array(count)
  for (let a = 0; a < count; a++) {
    const from = a * COLOUR_WORDS
    const x = packed[from]!
    const y = packed[from + 1]!
    const z = packed[from + 2]!
    for (let b = 0, to = 0; b < count; b++, to += COLOUR_WORDS) {
      const dx = packed[to]! - x
      const dy = packed[to + 1]! - y
      const dz = packed[to + 2]! - z
      keys[b] = b === a ? -1 : 256 * (dx * dx + dy * dy + dz * dz) + b
    }
    keys.sort()
    for (let rank = 1, at = 512 * a; rank < count; rank++, at += 2) {
      const b = keys[rank]! % 256
      const to = b * COLOUR_WORDS
      neighbours[at] = ((packed[to]! - x) & 0xffff) | ((packed[to + 1]! - y) << 16)
      neighbours[at + 1] = ((packed[to + 2]! - z) & 0xffff) | (b << 16)
    }
  }
  return neighbours
}
