import type { Size, Style } from '../departments/retro'
import type { ShotSlice } from '../film'
import type { QualityProfile } from './quality'

/** What pictures come out: even sizes in pixels. */
export interface PictureFormat {
  readonly width: number
  readonly height: number
  readonly style: Style
  readonly quality: QualityProfile
}

/** How many look pixels are drawn for each of a machine's own, across and down: enough for a clean average. */
const LOOK_PIXELS_A_NATIVE_PIXEL = 2

/**
 * The size at which a style's look is drawn for an output: the output's own, or for a machine's small screen a multiple
 * of its lines, at the film's aspect; even.
 */
export function lookSizeFor({ width, height, style }: Pick<PictureFormat, 'width' | 'height' | 'style'>, aspect: number): Size {
  const even = (n: number) => Math.max(2, 2 * Math.round(n / 2))
  if (style.resolution) {
    const lines = style.resolution.height * LOOK_PIXELS_A_NATIVE_PIXEL
    return { width: even(lines * aspect), height: even(lines) }
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
