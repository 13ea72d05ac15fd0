import { concatBytes } from '../concat-bytes'
import { type AnimationShape, SAME, type WriteBytes } from './animation-writer'
import type { AnimationTrack } from './open-animation'
import { different, filled } from './picture-patch'
import { writeVp8l } from './vp8l'

/** What did not change: no colour, no cover. */
const CLEAR = 0

/**
 * Lossless WebP (RFC 9649, 2.7.1): each picture a VP8L bit stream with a palette of its own, laid over the one before it;
 * pixels that did not change are transparent while that leaves it indexed.
 */
export async function openWebp(shape: AnimationShape, write: WriteBytes): Promise<AnimationTrack> {
  const { width, height, loop = 0 } = shape
  const head = (size: number): Uint8Array =>
    concatBytes([
      ascii('RIFF'),
      u32(size - 8),
      ascii('WEBP'),
      // Animated, with alpha.
      chunk('VP8X', Uint8Array.from([0x12, 0, 0, 0, ...u24(width - 1), ...u24(height - 1)])),
      chunk('ANIM', Uint8Array.from([0, 0, 0, 255, loop & 255, loop >> 8])),
    ])
  let at = 0
  const put = async (bytes: Uint8Array): Promise<void> => {
    await write(at, bytes)
    at += bytes.length
  }
  await put(head(0))

  return {
    // Corners are told in units of two pixels.
    grid: 2,
    ticksASecond: 1000,
    ticks: [1, 0xffffff],
    async frame(patch, codes, ticks) {
      const laidOver = patch.holes && different(patch.pixels, 256) !== undefined
      const { x, y, width: w, height: h, pixels } = laidOver ? patch : filled(patch, codes, width)
      const argb = new Uint32Array(pixels.length)
      for (let i = 0; i < argb.length; i++) argb[i] = pixels[i] === SAME ? CLEAR : pixels[i]! | 0xff000000
      const place = [x / 2, y / 2, w - 1, h - 1, ticks].flatMap(u24)
      // Bit 1: drawn as it is, without blending. Left as it is for the next.
      const frame = concatBytes([Uint8Array.from([...place, laidOver ? 0 : 2]), chunk('VP8L', writeVp8l(argb, w, h))])
      await put(chunk('ANMF', frame))
    },
    async finish() {
      await write(0, head(at))
      return at
    },
  }
}

/** A chunk of a RIFF file, filled up to an even length. */
function chunk(name: string, data: Uint8Array): Uint8Array {
  return concatBytes([ascii(name), u32(data.length), data, new Uint8Array(data.length & 1)])
}

const u24 = (v: number): number[] => [v & 255, (v >> 8) & 255, (v >> 16) & 255]
const u32 = (v: number): Uint8Array => Uint8Array.from([v & 255, (v >> 8) & 255, (v >> 16) & 255, v >>> 24])
const ascii = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0))
