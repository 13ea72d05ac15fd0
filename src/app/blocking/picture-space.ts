import { cropFor, displayRect, type Size } from '../../departments/retro'
import type { Vec3 } from '../../film'
import { type PicturePoint, pointInPicture, type Sightline, sightlineThrough } from '../../production/picture-view'
import type { SeenPicture } from '../store/seen-picture'
import { fitted } from '../viewport/picture-screen'

/** A point over the viewport, CSS pixels from its top left. */
export type Pixel = readonly [number, number]

/** Where things of the set are over the viewport, and what is under its points. */
export interface PictureSpace {
  /** Where the film image stands, CSS pixels. */
  readonly rect: Size & { readonly x: number; readonly y: number }
  /** Takes pixels of the look to where they are shown: an SVG matrix. */
  readonly fromLook: string
  /** Where a point of the set is seen, and how far away that is; undefined behind the camera. */
  readonly at: (point: Vec3) => { readonly pixel: Pixel; readonly metres: number } | undefined
  /** The line of sight through a pixel. */
  readonly lineThrough: (pixel: Pixel) => Sightline
  /** The pixel of the look that is shown there; undefined beside the picture. */
  readonly lookPixel: (pixel: Pixel) => readonly [number, number] | undefined
  /** Metres that a pixel is wide so far away. */
  readonly metresAPixel: (metres: number) => number
}

/** @param canvas as large as the viewport, CSS pixels. */
export function pictureSpace({ sight, look, output, style }: SeenPicture, canvas: Size): PictureSpace {
  const on = fitted(output, canvas)
  const shown = displayRect(style, look, output)
  const crop = cropFor(style, look.width, look.height)
  const [sx, sy] = [((shown.width / crop.width) * on.width) / output.width, ((shown.height / crop.height) * on.height) / output.height]
  const [ox, oy] = [on.x + (shown.x * on.width) / output.width - crop.x * sx, on.y + (shown.y * on.height) / output.height - crop.y * sy]
  const rect = { x: ox + crop.x * sx, y: oy + crop.y * sy, width: crop.width * sx, height: crop.height * sy }
  const part = ([x, y]: Pixel): PicturePoint => [(x - ox) / sx / look.width, (y - oy) / sy / look.height]
  return {
    rect,
    fromLook: `matrix(${sx} 0 0 ${sy} ${ox} ${oy})`,
    at: (point) => {
      const got = pointInPicture(sight, point)
      return got && { pixel: [ox + got.at[0] * look.width * sx, oy + got.at[1] * look.height * sy], metres: got.metres }
    },
    lineThrough: (pixel) => sightlineThrough(sight, part(pixel)),
    lookPixel: ([x, y]) => {
      const isIn = x >= rect.x && y >= rect.y && x < rect.x + rect.width && y < rect.y + rect.height
      return isIn ? [Math.floor((x - ox) / sx), Math.floor((y - oy) / sy)] : undefined
    },
    metresAPixel: (metres) => (2 * Math.tan(sight.fovY / 2) * metres) / (look.height * sy),
  }
}
