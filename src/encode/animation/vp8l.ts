import { BitWriter } from './bit-writer'
import { different } from './picture-patch'
import { writePixels } from './vp8l-pixels'

const INDEXED = 3
const SUBTRACT_GREEN = 2
/** More colours are no palette in VP8L. */
const MOST_COLOURS = 256

/**
 * A picture as a VP8L bit stream (RFC 9649, 3), lossless: indexed where at most 256 colours occur, in ascending order, two
 * to eight pixels to a byte where these are few; else green taken from red and blue.
 * @param argb 0xaarrggbb of each pixel, `width × height`, each 1 to 16384.
 */
export function writeVp8l(argb: Uint32Array, width: number, height: number): Uint8Array<ArrayBuffer> {
  const out = new BitWriter()
  out.write(0x2f, 8)
  out.write(width - 1, 14)
  out.write(height - 1, 14)
  out.write(argb.some((p) => p >>> 24 !== 255) ? 1 : 0, 1) // alpha
  out.write(0, 3)
  const seen = different(argb, MOST_COLOURS)
  const colours = seen && Uint32Array.from(seen).sort()
  out.write(1, 1) // a transform follows
  if (colours) writeIndexed(out, argb, width, height, colours)
  else {
    out.write(SUBTRACT_GREEN, 2)
    out.write(0, 1) // no more transforms
    const rest = argb.map((p) => {
      const green = (p >>> 8) & 255
      return ((p & 0xff00ff00) | (((((p >>> 16) & 255) - green) & 255) << 16) | (((p & 255) - green) & 255)) >>> 0
    })
    writePixels(out, rest, width, true)
  }
  return out.finish()
}

function writeIndexed(out: BitWriter, argb: Uint32Array, width: number, height: number, colours: Uint32Array): void {
  out.write(INDEXED, 2)
  out.write(colours.length - 1, 8)
  // Each colour as its difference from the one before, channel by channel.
  const differences = colours.map((colour, i) => {
    const before = i > 0 ? colours[i - 1]! : 0
    const part = (shift: number): number => (((colour >>> shift) - (before >>> shift)) & 255) << shift
    return (part(24) | part(16) | part(8) | part(0)) >>> 0
  })
  writePixels(out, differences, colours.length, false)
  out.write(0, 1) // no more transforms
  const places = new Map(Array.from(colours, (colour, i) => [colour, i]))
  // Pixels to a byte: eight of two colours, four of four, two of sixteen.
  const shift = colours.length <= 2 ? 3 : colours.length <= 4 ? 2 : colours.length <= 16 ? 1 : 0
  const across = Math.ceil(width / (1 << shift))
  const packed = new Uint32Array(across * height).fill(0xff000000)
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      const bits = (x & ((1 << shift) - 1)) * (8 >> shift)
      const to = y * across + (x >> shift)
      packed[to] = (packed[to]! | (places.get(argb[i]!)! << (8 + bits))) >>> 0
    }
  writePixels(out, packed, across, true)
}
