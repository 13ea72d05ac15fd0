import { DataTexture, LinearFilter, LinearMipmapLinearFilter, RepeatWrapping, RGBAFormat } from 'three/webgpu'
import { mix32 } from '../../film'

/** Side of the cloud texture, texels. */
export const CLOUD_SIZE = 256

/** Tileable value noise of `octaves` octaves in [0, 1] at a texel; integers only decide, so every engine agrees. */
function fractal(x: number, y: number, cells: number, octaves: number, seed: number): number {
  let sum = 0
  let weight = 0
  for (let o = 0, n = cells, a = 1; o < octaves; o++, n *= 2, a *= 0.5) {
    const u = (x / CLOUD_SIZE) * n
    const v = (y / CLOUD_SIZE) * n
    const i = Math.floor(u)
    const j = Math.floor(v)
    const fu = u - i
    const fv = v - j
    const wu = fu * fu * (3 - 2 * fu)
    const wv = fv * fv * (3 - 2 * fv)
    const at = (p: number, q: number) => mix32(seed + o * 7919 + (((p + n) % n) * 4099 + ((q + n) % n)) * 31) / 4294967296
    const top = at(i, j) + (at(i + 1, j) - at(i, j)) * wu
    const low = at(i, j + 1) + (at(i + 1, j + 1) - at(i, j + 1)) * wu
    sum += (top + (low - top) * wv) * a
    weight += a
  }
  return sum / weight
}

/** Clouds baked once: red broad shapes, green fine ones, blue mottling for the moon. Tiles in both directions. */
export function bakeClouds(): Uint8Array<ArrayBuffer> {
  const data = new Uint8Array(CLOUD_SIZE * CLOUD_SIZE * 4)
  for (let y = 0; y < CLOUD_SIZE; y++)
    for (let x = 0; x < CLOUD_SIZE; x++) {
      const o = (y * CLOUD_SIZE + x) * 4
      data[o] = Math.round(fractal(x, y, 4, 5, 11) * 255)
      data[o + 1] = Math.round(fractal(x, y, 16, 4, 23) * 255)
      data[o + 2] = Math.round(fractal(x, y, 8, 3, 37) * 255)
      data[o + 3] = 255
    }
  return data
}

/** Baked clouds as a texture. */
export function cloudTexture(data: Uint8Array<ArrayBuffer>): DataTexture {
  const texture = new DataTexture(data, CLOUD_SIZE, CLOUD_SIZE, RGBAFormat)
  texture.name = 'clouds'
  texture.wrapS = RepeatWrapping
  texture.wrapT = RepeatWrapping
  texture.magFilter = LinearFilter
  texture.minFilter = LinearMipmapLinearFilter
  texture.generateMipmaps = true
  texture.needsUpdate = true
  return texture
}
