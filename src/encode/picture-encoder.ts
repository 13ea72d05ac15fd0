import type { FrameRate } from '../film'
import type { VideoChoice } from './choose-codec'
import { SegmentEncoder } from './segment-encoder'
import type { EncodedSegment, SegmentHead } from './segment-file'
import { SequenceEncoder } from './sequence-encoder'

/** A canvas that shows a picture now. */
export type PictureCanvas = OffscreenCanvas | HTMLCanvasElement | ImageBitmap

/** A picture as bytes: 8-bit sRGB, four bytes a pixel, rows from top to bottom. */
export interface PicturePixels {
  readonly rgba: Uint8Array | Uint8ClampedArray
}

/** A picture as linear light: half floats as bits, four a pixel, rows from top to bottom; 1.0 is white. */
export interface PictureLight {
  readonly light: Uint16Array
}

/** A picture in any of the ways in which encoders take them. */
export type Picture = PictureCanvas | PicturePixels | PictureLight

/** Takes the pictures of one segment in order: video or stills, the renderer's loop is the same. */
export interface PictureEncoder {
  /** What `add` takes. Movies: canvases, so that pixels stay on the GPU. PNG: pixels, OpenEXR: light, exact to the bit. */
  readonly needs: 'canvas' | 'pixels' | 'light'
  /** Pictures taken so far. */
  readonly frames: number
  /**
   * Takes the next picture as it stands now, and waits while the encoder is behind. The bytes may be reused afterwards.
   * @param pictureHash The hash of the picture, if it is kept; may still be on its way from the GPU.
   * @throws TypeError for what it does not need; PipelineError; CancelledError.
   */
  add(picture: Picture, pictureHash?: string | Promise<string>): Promise<void>
  /** The segment, when all its pictures are encoded. @throws PipelineError, CancelledError */
  finish(): Promise<EncodedSegment>
  /** Gives everything back; safe to call at any time. */
  close(): void
}

/** Pictures as PNG files. Shaped like a choice of video, so that whoever names segments by their codec need not care. */
export interface PngChoice {
  readonly family: 'png'
  readonly codec: 'png'
  readonly config: {
    readonly codec: 'png'
    /** 1 to 16384 pixels, odd or even. */
    readonly width: number
    readonly height: number
    /** Colours in a fixed order, as `0xrrggbb`, at most 256: pictures of these colours alone share one palette. */
    readonly palette?: readonly number[]
  }
}

/** Pictures as OpenEXR files. */
export interface ExrChoice {
  readonly family: 'exr'
  readonly codec: 'exr'
  readonly config: {
    readonly codec: 'exr'
    /** 1 to 16384 pixels, odd or even. */
    readonly width: number
    readonly height: number
  }
}

/** How an output's pictures are encoded. */
export type PictureChoice = VideoChoice | PngChoice | ExrChoice

/**
 * The choice that makes PNG files of a size.
 * @throws RangeError naming field, rule and value.
 */
export function pngChoice(width: number, height: number, palette?: readonly number[]): PngChoice {
  expectSize(width, height)
  if (palette && (palette.length < 1 || palette.length > 256 || palette.some((c) => !Number.isInteger(c) || c < 0 || c > 0xffffff)))
    throw new RangeError(`palette: expected 1 to 256 colours from 0 to 0xffffff, got ${palette.length}`)
  return { family: 'png', codec: 'png', config: { codec: 'png', width, height, ...(palette ? { palette } : {}) } }
}

/**
 * The choice that makes OpenEXR files of a size.
 * @throws RangeError naming field, rule and value.
 */
export function exrChoice(width: number, height: number): ExrChoice {
  expectSize(width, height)
  return { family: 'exr', codec: 'exr', config: { codec: 'exr', width, height } }
}

function expectSize(width: number, height: number): void {
  for (const [field, value] of Object.entries({ width, height }))
    if (!Number.isInteger(value) || value < 1 || value > 16384)
      throw new RangeError(`${field}: expected a whole number from 1 to 16384, got ${value}`)
}

/**
 * A new encoder for one segment: of video or of stills, as the choice says.
 * @throws RangeError if the segment is not 1 to 48 frames long.
 */
export function openPictureEncoder(choice: PictureChoice, fps: FrameRate, head: SegmentHead, signal?: AbortSignal): PictureEncoder {
  return choice.family === 'png' || choice.family === 'exr'
    ? new SequenceEncoder(choice, fps, head, signal)
    : new SegmentEncoder(choice, fps, head, signal)
}
