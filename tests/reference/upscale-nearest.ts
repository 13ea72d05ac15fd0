import { emptyPicture, type Picture } from './picture'

/** Twin of shaders/upscale-nearest.wgsl. */
export function upscaleNearest(
  source: Picture,
  rect: { x: number; y: number; width: number; height: number },
  width: number,
  height: number,
): Picture {
  const picture = emptyPicture(width, height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const u = Math.floor(((x - rect.x + 0.5) * source.width) / rect.width)
      const v = Math.floor(((y - rect.y + 0.5) * source.height) / rect.height)
      const inside = u >= 0 && u < source.width && v >= 0 && v < source.height
      const at = (v * source.width + u) * 4
      picture.rgba.set(inside ? source.rgba.subarray(at, at + 4) : [0, 0, 0, 255], (y * width + x) * 4)
    }
  return picture
}
