import type { AnimationFormat, AnimationShape, AnimationWriter, Patch, WriteBytes } from './animation-writer'
import { openApng } from './apng'
import { openGif } from './gif'
import { codesOf, patchOf } from './picture-patch'
import { openWebp } from './webp'

/** What a format does: writes patches with the time each is seen, and what stands around them. */
export interface AnimationTrack {
  /** Corners of patches lie on multiples of it. */
  readonly grid: number
  /** Unit in which the format says for how long a picture is seen: so many to a second. */
  readonly ticksASecond: number
  /** Fewest and most units that a picture can be seen. */
  readonly ticks: readonly [least: number, most: number]
  /** @param codes the whole picture after the patch. @param ticks for how long it is seen. */
  frame(patch: Patch, codes: Int32Array, ticks: number): Promise<void>
  finish(frames: number): Promise<number>
}

const OPEN = { gif: openGif, apng: openApng, webp: openWebp } as const

/**
 * Opens a moving picture that keeps all colours exactly: GIF (256 colours a picture), APNG, or lossless WebP. Pictures are
 * stored as what changed since the one before; equal ones become one that is seen longer. Times are rounded to the
 * format's unit as they add up (1/100 s in GIF, 1 ms in APNG and WebP), so that the whole is never off by more than
 * half a unit. A GIF cannot show a picture for less than 2/100 s (browsers then take ten): above 50 a second, those that
 * begin too early are left out.
 * @param write gets the bytes; those at the start are written again at the end, when all is known.
 * @throws RangeError naming field, rule and value.
 */
export async function openAnimation(format: AnimationFormat, shape: AnimationShape, write: WriteBytes): Promise<AnimationWriter> {
  checkShape(shape)
  const { width, height, fps } = shape
  const track = await OPEN[format](shape, write)
  const per = track.ticksASecond
  /** When frame n begins, in the format's units. */
  const start = (n: number): number => Math.round((n * fps.den * per) / fps.num)
  let shown: { patch: Patch; codes: Int32Array; from: number } | undefined
  let count = 0
  let written = 0

  const put = async (until: number): Promise<void> => {
    if (!shown) return
    await track.frame(shown.patch, shown.codes, until - shown.from)
    written++
  }
  return {
    async add(rgba) {
      if (rgba.length !== width * height * 4)
        throw new RangeError(`AnimationWriter.add: expected ${width}×${height}×4 bytes, got ${rgba.length}`)
      const from = start(count++)
      const until = start(count)
      if (shown && from - shown.from < track.ticks[0]) return
      const codes = codesOf(rgba)
      let patch = patchOf(shown?.codes, codes, width, height, track.grid)
      if (!patch) {
        if (!shown || until - shown.from <= track.ticks[1]) return
        // Nothing changes, but no picture can be seen for so long: one pixel begins another.
        patch = { x: 0, y: 0, width: 1, height: 1, pixels: codes.slice(0, 1), holes: false }
      }
      await put(from)
      shown = { patch, codes, from }
    },
    async finish() {
      if (!shown) throw new Error('AnimationWriter.finish: expected a picture, got none')
      await put(Math.max(start(count), shown.from + track.ticks[0]))
      shown = undefined
      return { bytes: await track.finish(written), frames: written }
    },
  }
}

function checkShape({ width, height, fps, loop = 0, palette }: AnimationShape): void {
  const whole = (field: string, value: number, least: number, most: number): void => {
    if (!Number.isInteger(value) || value < least || value > most)
      throw new RangeError(`openAnimation: ${field}: expected a whole number from ${least} to ${most}, got ${value}`)
  }
  whole('width', width, 1, 16384)
  whole('height', height, 1, 16384)
  whole('fps.num', fps.num, 1, 65535)
  whole('fps.den', fps.den, 1, 65535)
  whole('loop', loop, 0, 65535)
  if (!palette) return
  whole('palette.length', palette.length, 1, 256)
  palette.forEach((colour, i) => {
    whole(`palette.${i}`, colour, 0, 0xffffff)
  })
  if (new Set(palette).size < palette.length) throw new RangeError('openAnimation: palette: expected no colour twice')
}
