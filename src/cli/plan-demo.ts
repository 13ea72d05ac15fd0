import { SEGMENT_FRAMES } from '../encode'

/** A size and quality that the demo may take, most work first. */
export interface DemoFormat {
  readonly width: number
  readonly height: number
  readonly quality: 'draft' | 'preview' | 'production'
}

/** From what a GPU does with ease to what a CPU can. */
export const DEMO_FORMATS: readonly DemoFormat[] = [
  { width: 1280, height: 720, quality: 'preview' },
  { width: 640, height: 360, quality: 'preview' },
  { width: 480, height: 270, quality: 'draft' },
  { width: 320, height: 180, quality: 'draft' },
]

/** Where the demo begins to measure: what a machine without a GPU may just do. */
export const DEMO_START = 1

/** Seconds of film under which a smaller picture is better than a shorter film. */
const LEAST_SECONDS = 20

/** Part of the time that is planned for: later shots may hold more people than those that were measured. */
const CAUTION = 0.75

/** What was measured at one format. */
export interface DemoMeasure {
  readonly msPerFrame: number
  /** Milliseconds from asking for a shot to its first frame. */
  readonly msPerShot: number
}

/**
 * How many frames from the film's start fit into a time.
 * @param shots frames of each shot, in film order.
 */
export function framesThatFit(shots: readonly number[], { msPerFrame, msPerShot }: DemoMeasure, budgetMs: number): number {
  let left = budgetMs * CAUTION
  let frames = 0
  for (const n of shots) {
    left -= msPerShot
    const fit = Math.min(n, Math.floor(left / Math.max(msPerFrame, 0.1)))
    if (fit <= 0) break
    frames += fit
    left -= fit * msPerFrame
    if (fit < n) break
  }
  return frames
}

/** Which format to measure next after one was measured: `stay`, or an index into DEMO_FORMATS. */
export function nextFormat(index: number, fit: number, total: number, fps: number, tried: ReadonlySet<number>): number | 'stay' {
  const whole = fit >= total
  if (whole && index > 0 && !tried.has(index - 1)) return index - 1
  if (!whole && fit < LEAST_SECONDS * fps && index + 1 < DEMO_FORMATS.length) return index + 1
  return 'stay'
}

/**
 * What another format would cost, from what one was measured to: part of a frame's work does not depend on its size, and
 * drafts leave out about a third. Rather too much than too little.
 */
export function scaleMeasure({ msPerFrame, msPerShot }: DemoMeasure, from: DemoFormat, to: DemoFormat): DemoMeasure {
  const pixels = (to.width * to.height) / (from.width * from.height)
  const quality = (to.quality === 'draft' ? 0.7 : 1) / (from.quality === 'draft' ? 0.7 : 1)
  return { msPerFrame: msPerFrame * (0.35 + 0.65 * pixels) * quality, msPerShot }
}

/** The largest part of so many frames that ends with a segment: what is rendered of it need never be rendered again. */
export function wholeSegments(shots: readonly number[], frames: number): number {
  let end = 0
  let start = 0
  for (const n of shots) {
    for (let at = SEGMENT_FRAMES; at < n + SEGMENT_FRAMES; at += SEGMENT_FRAMES) {
      const border = start + Math.min(at, n)
      if (border > frames) return end
      end = border
    }
    start += n
  }
  return end
}
