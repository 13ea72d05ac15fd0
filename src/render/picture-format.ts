import { keepsLook, type Size, type Style } from '../departments/retro'
import type { ShotSlice } from '../film'
import { Ink } from './kernels'
import type { QualityProfile } from './quality'

/** What pictures come out: even sizes in pixels. */
export interface PictureFormat {
  readonly width: number
  readonly height: number
  readonly style: Style
  readonly quality: QualityProfile
  /** Draws the picture's light, for `readLight`, instead of the picture: of a style that keeps the look (`keepsLook`). */
  readonly light?: boolean
}

/** How many look pixels are drawn for a machine's own, across and down, where its picture has few lines or is not an average. */
const LOOK_PIXELS = 2
/** Of a picture of more lines than `FEW_LINES`; and where sub-frames lie between the pixels. */
const LOOK_PIXELS_OF_MANY = 1.5
const LOOK_PIXELS_OF_SUBFRAMES = 1
const FEW_LINES = 160

function lookPixels({ resolution, downscale, ink }: Style, { subframes }: QualityProfile): number {
  if (downscale !== 'area' || (resolution?.height ?? 0) <= FEW_LINES) return LOOK_PIXELS
  // What is drawn by hand is drawn on the last sub-frame alone.
  return subframes >= 4 && !Ink.changes(ink) ? LOOK_PIXELS_OF_SUBFRAMES : LOOK_PIXELS_OF_MANY
}

/**
 * The size at which a style's look is drawn for an output: the output's own, or for a machine's small screen a multiple
 * of its lines; even. Of a film that is wider than the machine's screen only what is seen there is drawn.
 * @param aspect of the film.
 */
export function lookSizeFor({ width, height, style, quality }: PictureFormat, aspect: number): Size {
  const even = (n: number) => Math.max(2, 2 * Math.round(n / 2))
  const { resolution, pixelAspect } = style
  if (resolution) {
    const lines = resolution.height * lookPixels(style, quality)
    const screen = (resolution.width * pixelAspect.num) / (resolution.height * pixelAspect.den)
    return { width: even(lines * Math.min(aspect, screen)), height: even(lines) }
  }
  // A picture of another aspect stands between bars: the look keeps the film's.
  return width / height > aspect
    ? { width: even(height * aspect), height: even(height) }
    : { width: even(width), height: even(width / aspect) }
}

/** Texels of a shadow map for each pixel across the look: more cannot be seen in it. */
const SHADOW_TEXELS_A_PIXEL = 3
const LEAST_SHADOW_MAP = 256

/** Texels a side of the sun's shadow map for a look: the quality's, or less where the look is so small that nobody could see them; a power of two. */
export function shadowMapSizeFor(look: Size, quality: QualityProfile): number {
  const seen = 2 ** Math.ceil(Math.log2(SHADOW_TEXELS_A_PIXEL * look.width))
  return Math.min(quality.shadowMapSize, Math.max(LEAST_SHADOW_MAP, seen))
}

/** @throws RangeError where light is asked for of a style that has none. */
export function expectLook({ style, light }: PictureFormat): void {
  if (light && !keepsLook(style)) throw new RangeError(`light: expected a style that keeps the look, got ${style.id}`)
}

/** @throws RangeError for sizes that are not even. */
export function expectEven(format: PictureFormat): void {
  for (const name of ['width', 'height'] as const) {
    const v = format[name]
    if (!Number.isInteger(v) || v < 2 || v % 2 !== 0) throw new RangeError(`size: ${name} must be an even whole number, got ${v}`)
  }
}

/** The frame that is seen at a frame: a machine that animated slower holds each pose. Still a function of the frame alone. */
export function heldFrame(frame: number, { shot }: ShotSlice, { fps: rate }: Style): number {
  const shotFps = shot.fps.num / shot.fps.den
  return rate && rate < shotFps ? Math.floor((Math.floor((frame * rate) / shotFps) * shotFps) / rate) : frame
}
