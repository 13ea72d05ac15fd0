import { srgbOfLinear } from './colour'
import { emptyPicture, type LightPicture, type Picture } from './picture'

/** Twin of shaders/encode-srgb.wgsl. */
export function encodeSrgb({ width, height, light }: LightPicture): Picture {
  const picture = emptyPicture(width, height)
  for (let i = 0; i < width * height; i++) {
    for (let channel = 0; channel < 3; channel++) picture.rgba[i * 4 + channel] = srgbOfLinear(light[i * 3 + channel]!)
    picture.rgba[i * 4 + 3] = 255
  }
  return picture
}
