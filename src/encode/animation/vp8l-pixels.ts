import type { BitWriter } from './bit-writer'
import { type PrefixCode, writePrefixCode } from './prefix-code'

const LITERALS = 256
const LENGTH_SYMBOLS = 24
const DISTANCE_SYMBOLS = 40
const MATCH = { least: 3, most: 4096, farthest: 2 ** 20 - 121 } as const
/** Earlier places of the same three pixels that are tried. */
const TRIES = 24
const HASH_BITS = 14

/** A run of pixels that stood there before, or (length 1, distance 0) one pixel. */
interface Tokens {
  readonly lengths: number[]
  readonly distances: number[]
}

/**
 * Pixels as an entropy-coded image (RFC 9649, 3.7): backward references and prefix codes, no colour cache, one group of
 * codes.
 * @param argb 0xaarrggbb of each pixel.
 * @param main whether it is the picture itself, not the data of a transform.
 */
export function writePixels(out: BitWriter, argb: Uint32Array, width: number, main: boolean): void {
  out.write(0, 1) // no colour cache
  if (main) out.write(0, 1) // one group of codes
  const tokens = tokensOf(argb, width)
  const counts = [LITERALS + LENGTH_SYMBOLS, LITERALS, LITERALS, LITERALS, DISTANCE_SYMBOLS].map((n) => new Uint32Array(n))
  const [greens, reds, blues, alphas, distances] = counts as [Uint32Array, Uint32Array, Uint32Array, Uint32Array, Uint32Array]
  eachToken(tokens, (at, length, distance) => {
    if (distance === 0) {
      const p = argb[at]!
      greens[(p >> 8) & 255]!++
      reds[(p >> 16) & 255]!++
      blues[p & 255]!++
      alphas[p >>> 24]!++
    } else {
      greens[LITERALS + prefixOf(length).symbol]!++
      distances[prefixOf(distanceCode(distance, width)).symbol]!++
    }
  })
  const codes = counts.map((c) => writePrefixCode(out, c))
  const [green, red, blue, alpha, far] = codes as [PrefixCode, PrefixCode, PrefixCode, PrefixCode, PrefixCode]
  const put = ({ codes, lengths }: PrefixCode, symbol: number): void => out.write(codes[symbol]!, lengths[symbol]!)
  const putNumber = (code: PrefixCode, first: number, value: number): void => {
    const { symbol, extra, bits } = prefixOf(value)
    put(code, first + symbol)
    // A distance has up to 18 more bits, more than are written at once.
    out.write(extra & 0xffff, Math.min(16, bits))
    if (bits > 16) out.write(extra >>> 16, bits - 16)
  }
  eachToken(tokens, (at, length, distance) => {
    if (distance === 0) {
      const p = argb[at]!
      put(green, (p >> 8) & 255)
      put(red, (p >> 16) & 255)
      put(blue, p & 255)
      put(alpha, p >>> 24)
    } else {
      putNumber(green, LITERALS, length)
      putNumber(far, 0, distanceCode(distance, width))
    }
  })
}

function eachToken({ lengths, distances }: Tokens, visit: (at: number, length: number, distance: number) => void): void {
  let at = 0
  for (let i = 0; i < lengths.length; i++) {
    visit(at, lengths[i]!, distances[i]!)
    at += lengths[i]!
  }
}

/** Greedy: at each pixel the longest run that stood there before, the nearest of equals. */
function tokensOf(argb: Uint32Array, width: number): Tokens {
  const count = argb.length
  const heads = new Int32Array(1 << HASH_BITS).fill(-1)
  const earlier = new Int32Array(count)
  const tokens: Tokens = { lengths: [], distances: [] }
  const slotAt = (at: number): number =>
    (Math.imul(argb[at]!, 0x9e3779b1) ^ Math.imul(argb[at + 1]!, 0x85ebca6b) ^ Math.imul(argb[at + 2]!, 0xc2b2ae35)) >>> (32 - HASH_BITS)
  const runAt = (from: number, at: number): number => {
    const most = Math.min(MATCH.most, count - at)
    let length = 0
    while (length < most && argb[from + length] === argb[at + length]) length++
    return length
  }
  for (let at = 0; at < count; ) {
    let length = 0
    let distance = 0
    const consider = (from: number): void => {
      const run = runAt(from, at)
      if (run > length) [length, distance] = [run, at - from]
    }
    // Left and above cost least to name.
    if (at > 0) consider(at - 1)
    if (at >= width) consider(at - width)
    if (at + 2 < count)
      for (let from = heads[slotAt(at)]!, n = 0; from >= 0 && at - from <= MATCH.farthest && n < TRIES && length < MATCH.most; n++) {
        consider(from)
        from = earlier[from]!
      }
    if (length < MATCH.least) [length, distance] = [1, 0]
    tokens.lengths.push(length)
    tokens.distances.push(distance)
    for (const end = at + length; at < end; at++) {
      if (at + 2 >= count) continue
      const slot = slotAt(at)
      earlier[at] = heads[slot]!
      heads[slot] = at
    }
  }
  return tokens
}

/** The near places that have short codes (RFC 9649, 3.6.2.2), of 120; all others follow in order. */
function distanceCode(distance: number, width: number): number {
  if (distance === width) return 1
  if (distance === 1) return 2
  if (distance === width + 1) return 3
  if (distance === width - 1) return 4
  if (distance === 2 * width) return 5
  if (distance === 2) return 6
  return distance + 120
}

/** A number from 1 up as a symbol and further bits (RFC 9649, 3.6.2.1). */
function prefixOf(value: number): { symbol: number; extra: number; bits: number } {
  if (value <= 4) return { symbol: value - 1, extra: 0, bits: 0 }
  const v = value - 1
  const top = 31 - Math.clz32(v)
  const bits = top - 1
  return { symbol: 2 * top + ((v >> bits) & 1), extra: v & ((1 << bits) - 1), bits }
}
