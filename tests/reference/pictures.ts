import { random } from '../../src/film'
import { emptyPicture, type LightPicture, type Picture } from './picture'

/** Independent random bytes, the same for the same key. */
export function noisePicture(key: string, width: number, height: number): Picture {
  const picture = emptyPicture(width, height)
  const { int } = random(key)
  for (let i = 0; i < picture.rgba.length; i++) picture.rgba[i] = i % 4 === 3 ? 255 : int(0, 255)
  return picture
}

export function flatPicture(width: number, height: number, colour: readonly [number, number, number]): Picture {
  const picture = emptyPicture(width, height)
  for (let i = 0; i < width * height; i++) picture.rgba.set([...colour, 255], i * 4)
  return picture
}

/** Three slow ramps that cross, so that all hues and lightnesses occur. */
export function rampPicture(width: number, height: number): Picture {
  const picture = emptyPicture(width, height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [u, v] = [Math.floor((255 * x) / Math.max(1, width - 1)), Math.floor((255 * y) / Math.max(1, height - 1))]
      picture.rgba.set([u, v, 255 - Math.floor((u + v) / 2), 255], (y * width + x) * 4)
    }
  return picture
}

export function noiseLight(key: string, width: number, height: number): LightPicture {
  const { int } = random(key)
  return { width, height, light: Uint16Array.from({ length: width * height * 3 }, () => int(0, 65535)) }
}
