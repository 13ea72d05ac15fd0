import type { FrameRate } from '../../film'

/** Kinds of moving picture that keep every pixel as it is; the endings of their files too. */
export const ANIMATION_FORMATS = ['gif', 'apng', 'webp'] as const
export type AnimationFormat = (typeof ANIMATION_FORMATS)[number]

/** What all pictures of an animation have in common. */
export interface AnimationShape {
  /** Pixels, 1 to 16384. */
  readonly width: number
  readonly height: number
  readonly fps: FrameRate
  /** How many times it is shown; 0, the default, for ever. */
  readonly loop?: number
  /**
   * All colours that occur, `0xrrggbb`, at most 256, none twice: the file has them in this order. GIF without it collects
   * colours as they come; APNG without it is in true colour; WebP orders the colours of each picture itself.
   */
  readonly palette?: readonly number[]
}

/** Takes bytes of the file at an offset from its start; may be asked to write over what it has. */
export type WriteBytes = (position: number, bytes: Uint8Array) => Promise<void> | void

/** Writes pictures one after another; keeps two of them at most. */
export interface AnimationWriter {
  /**
   * The next picture.
   * @param rgba sRGB, four bytes a pixel, top row first; alpha does not count: pictures are opaque.
   * @throws RangeError if the length does not fit; PipelineError if the format cannot hold its colours.
   */
  add(rgba: Uint8Array | Uint8ClampedArray): Promise<void>
  /** Ends the file. @throws Error without a picture. */
  finish(): Promise<{ readonly bytes: number; readonly frames: number }>
}

/** A rectangle of a picture that differs from the one before it. */
export interface Patch {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** 0xrrggbb of each pixel, or `SAME` where it is as it was before. */
  readonly pixels: Int32Array
  /** Whether any pixel is as it was. */
  readonly holes: boolean
}

/** A pixel of a patch that did not change. */
export const SAME = -1
