import { coordinates, type Distance, LINEAR_OF_SRGB } from '../../departments/retro'

type Triple = readonly [number, number, number]

/** Words of `Colour` in lib/colour.wgsl. */
export const COLOUR_WORDS = 4

/**
 * A palette as lib/colour.wgsl reads it: coordinates, 14-bit linear light, packed code and rank by luminance of each
 * colour, the later of equals above. With `tone`, lightness is stretched so that the darkest is 0 and the lightest 4096; a
 * palette of one lightness stays at 0.
 * @throws RangeError unless there are 1 to 256 colours, each `#rrggbb`.
 */
export function packPalette(palette: readonly string[], distance: Distance): Uint32Array<ArrayBuffer> {
  if (palette.length < 1 || palette.length > 256) throw new RangeError(`packPalette: expected 1 to 256 colours, got ${palette.length}`)
  const words = new Uint32Array(256 * COLOUR_WORDS)
  const colours = palette.map((hex, i) => {
    if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new RangeError(`packPalette: palette.${i}: expected #rrggbb, got "${hex}"`)
    const code = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Triple
    const light = code.map((c) => LINEAR_OF_SRGB[c]!) as unknown as Triple
    const luminance = (3483 * light[0] + 11718 * light[1] + 1183 * light[2] + 8192) >> 14
    return { code, light, luminance, at: coordinates(light, distance) }
  })
  const lightness = colours.map(({ at }) => at[0])
  const [darkest, lightest] = [Math.min(...lightness), Math.max(...lightness)]
  const stretched = (l: number): Triple => [Math.floor((4096 * (l - darkest)) / Math.max(1, lightest - darkest)), 0, 0]
  const brighter = colours.map((_, i) => i).sort((i, k) => colours[i]!.luminance - colours[k]!.luminance || i - k)
  for (const [rank, i] of brighter.entries()) {
    const { code, light, at } = colours[i]!
    const [x, y, z] = distance === 'tone' ? stretched(at[0]) : at
    const [r, g, b] = light.map((v) => v >> 2) as unknown as Triple
    words.set([pair(x, y), pair(z, b), pair(r, g), code[0] | (code[1] << 8) | (code[2] << 16) | (rank << 24)], i * COLOUR_WORDS)
  }
  return words
}

/** Coordinates of a colour of a packed palette. */
function placeOf(packed: Uint32Array, i: number): Triple {
  const [xy, zb] = packed.subarray(i * COLOUR_WORDS, i * COLOUR_WORDS + 2) as unknown as readonly [number, number]
  return [(xy << 16) >> 16, xy >> 16, (zb << 16) >> 16]
}

/** Two numbers of 16 bits in a word. */
const pair = (low: number, high: number): number => (low & 0xffff) | (high << 16)

/**
 * For each colour of a packed palette of `count`, the others by distance from it, nearest first, lowest place first among
 * equals. Two words each, at `512 · a + 2 · rank`: how far x and y lie from those of a, 16 bits each; how far z lies, and
 * the place above it.
 */
export function packNeighbours(packed: Uint32Array, count: number): Uint32Array<ArrayBuffer> {
  const neighbours = new Uint32Array(512 * count)
  const places = Array.from({ length: count }, (_, i) => placeOf(packed, i))
  // Distance and place in one number, below 2⁵³, sort at once.
  const keys = new Float64Array(count)
  for (const [a, from] of places.entries()) {
    for (const [b, to] of places.entries())
      keys[b] = b === a ? -1 : 256 * ((to[0] - from[0]) ** 2 + (to[1] - from[1]) ** 2 + (to[2] - from[2]) ** 2) + b
    keys.sort()
    for (let rank = 0; rank + 1 < count; rank++) {
      const b = keys[rank + 1]! % 256
      const to = places[b]!
      neighbours[512 * a + 2 * rank] = pair(to[0] - from[0], to[1] - from[1])
      neighbours[512 * a + 2 * rank + 1] = pair(to[2] - from[2], b)
    }
  }
  return neighbours
}
