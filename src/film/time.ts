import { z } from './value'

/** A frame rate as a ratio of integers: 24/1, 24000/1001. Never a float. */
export const FrameRate = z.object({ num: z.int().positive(), den: z.int().positive() })
export type FrameRate = { readonly num: number; readonly den: number }

/** The frame rate a film has when nobody says otherwise. */
export const DEFAULT_FPS: FrameRate = { num: 24, den: 1 }

/**
 * Reads `24`, `23.976`, `29.97` or `24000/1001`.
 * @throws RangeError naming the value, outside 1 to 240.
 */
export function parseFrameRate(text: string): FrameRate {
  const ratio = /^(\d+)\/(\d+)$/.exec(text.trim())
  let rate: FrameRate | undefined
  if (ratio) rate = { num: Number(ratio[1]), den: Number(ratio[2]) }
  else {
    const n = Number(text)
    const ntsc = [24, 30, 48, 60, 120].find((b) => Number.isFinite(n) && Math.abs(n - (b * 1000) / 1001) < 0.005)
    if (ntsc) rate = { num: ntsc * 1000, den: 1001 }
    else if (Number.isInteger(n)) rate = { num: n, den: 1 }
    else if (Number.isInteger(n * 1000)) rate = { num: n * 1000, den: 1000 }
  }
  if (!rate || rate.den === 0 || rate.num / rate.den < 1 || rate.num / rate.den > 240)
    throw new RangeError(`frame rate: expected 1 to 240, as 24, 23.976 or 24000/1001, got ${JSON.stringify(text)}`)
  return rate
}

/** Seconds at the start of a frame. */
export const frameToSeconds = (frame: number, fps: FrameRate): number => (frame * fps.den) / fps.num

/** The nearest frame to a time. */
export const secondsToFrames = (seconds: number, fps: FrameRate): number => Math.round((seconds * fps.num) / fps.den)

/** Microseconds at the start of a frame, as WebCodecs wants them; exact to the nearest microsecond. */
export const frameToMicros = (frame: number, fps: FrameRate): number => Math.round((frame * fps.den * 1e6) / fps.num)

/** True for the two rates that have a drop-frame timecode (SMPTE ST 12-1): 30000/1001 and 60000/1001. */
export const isDropFrameRate = (fps: FrameRate): boolean => fps.den === 1001 && (fps.num === 30000 || fps.num === 60000)

/**
 * SMPTE ST 12-1 timecode of a frame number, `HH:MM:SS:FF`; `HH:MM:SS;FF` where drop-frame counting applies.
 * @param frame 0 or more. Hours wrap at 24.
 */
export function timecode(frame: number, fps: FrameRate, dropFrame = isDropFrameRate(fps)): string {
  const nominal = Math.round(fps.num / fps.den)
  let n = frame
  if (dropFrame) {
    const drop = nominal / 15
    const perMinute = nominal * 60 - drop
    const perTen = perMinute * 10 + drop
    const tens = Math.floor(n / perTen)
    const rest = n % perTen
    n += drop * 9 * tens + (rest > drop ? drop * Math.floor((rest - drop) / perMinute) : 0)
  }
  const two = (v: number) => String(v).padStart(2, '0')
  const f = n % nominal
  const s = Math.floor(n / nominal)
  return `${two(Math.floor(s / 3600) % 24)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}${dropFrame ? ';' : ':'}${two(f)}`
}
