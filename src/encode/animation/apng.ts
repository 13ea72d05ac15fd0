import { zlibSync } from 'fflate'
import { PipelineError } from '../../pipeline'
import { concatBytes } from '../concat-bytes'
import { PNG_SIGNATURE, pngChunk } from '../png-chunk'
import { adaptiveRows, packedRows } from '../png-rows'
import { type AnimationShape, type Patch, SAME, type WriteBytes } from './animation-writer'
import type { AnimationTrack } from './open-animation'
import { filled, placed } from './picture-patch'

/** Measured in encode-png.ts: true colour is slow to compress, indices are few. */
const LEVELS = { indexed: 6, trueColour: 4 } as const

const TICKS_A_SECOND = 1000

/**
 * APNG (PNG, third edition, 11.3.8): indexed at the fewest bits that hold the palette given, true colour without one. Where
 * the bits leave a place behind the palette, that is transparent, and pixels that did not change take it.
 */
export async function openApng(shape: AnimationShape, write: WriteBytes): Promise<AnimationTrack> {
  const { width, height, loop = 0, palette } = shape
  const depth = palette ? ([1, 2, 4].find((bits) => palette.length <= 1 << bits) ?? 8) : 8
  const clear = palette && palette.length < 1 << depth ? palette.length : undefined
  const places = palette && new Map([...palette, ...(clear === undefined ? [] : [SAME])].map((colour, i) => [colour, i]))
  const head = (frames: number): Uint8Array =>
    concatBytes([
      PNG_SIGNATURE,
      pngChunk('IHDR', Uint8Array.from([...u32(width), ...u32(height), depth, palette ? 3 : 2, 0, 0, 0])),
      pngChunk('sRGB', new Uint8Array([0])),
      pngChunk('acTL', Uint8Array.from([...u32(frames), ...u32(loop)])),
      ...(palette
        ? [
            pngChunk(
              'PLTE',
              Uint8Array.from([...palette, ...(clear === undefined ? [] : [0])].flatMap((c) => [c >> 16, (c >> 8) & 255, c & 255])),
            ),
          ]
        : []),
      ...(clear === undefined
        ? []
        : [
            pngChunk(
              'tRNS',
              Uint8Array.from({ length: clear + 1 }, (_, i) => (i < clear ? 255 : 0)),
            ),
          ]),
    ])
  let at = 0
  let sequence = 0
  const put = async (bytes: Uint8Array): Promise<void> => {
    await write(at, bytes)
    at += bytes.length
  }
  await put(head(1))

  const rowsOf = (patch: Patch): Uint8Array => {
    if (!places) return adaptiveRows(rgbaOf(patch.pixels), patch.width, patch.height)
    const indices = placed(patch.pixels, places, (code) => {
      throw new PipelineError(
        'encode',
        'a picture of an APNG',
        `#${code.toString(16).padStart(6, '0')} is not in the palette`,
        'give all colours of the film, or none',
        { type: 'encode' },
      )
    })
    return packedRows(indices, patch.width, patch.height, depth)
  }

  return {
    grid: 1,
    // The format has fractions, but browsers cut each to milliseconds, and 24 a second would run at 24.4.
    ticksASecond: TICKS_A_SECOND,
    ticks: [1, 65535],
    async frame(patch, codes, ticks) {
      const over = patch.holes && clear !== undefined
      const whole = over ? patch : filled(patch, codes, width)
      const data = zlibSync(rowsOf(whole), { level: places ? LEVELS.indexed : LEVELS.trueColour })
      const { x, y, width: w, height: h } = patch
      const first = sequence === 0
      const control = [...[sequence++, w, h, x, y].flatMap(u32), ...u16(ticks), ...u16(TICKS_A_SECOND), 0, over ? 1 : 0]
      await put(
        concatBytes([
          pngChunk('fcTL', Uint8Array.from(control)),
          first ? pngChunk('IDAT', data) : pngChunk('fdAT', concatBytes([Uint8Array.from(u32(sequence++)), data])),
        ]),
      )
    },
    async finish(frames) {
      await put(pngChunk('IEND', new Uint8Array(0)))
      await write(0, head(frames))
      return at
    },
  }
}

function rgbaOf(codes: Int32Array): Uint8Array {
  const out = new Uint8Array(codes.length * 4)
  codes.forEach((c, i) => {
    out[i * 4] = c >> 16
    out[i * 4 + 1] = (c >> 8) & 255
    out[i * 4 + 2] = c & 255
  })
  return out
}

const u16 = (v: number): number[] => [v >> 8, v & 255]
const u32 = (v: number): number[] => [v >>> 24, (v >> 16) & 255, (v >> 8) & 255, v & 255]
