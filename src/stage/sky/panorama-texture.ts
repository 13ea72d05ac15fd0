import {
  ClampToEdgeWrapping,
  DataTexture,
  LinearFilter,
  LinearMipmapLinearFilter,
  RepeatWrapping,
  RGBFormat,
  UnsignedInt5999Type,
} from 'three/webgpu'
import type { PanoramaTexels } from './panorama-texels'

/** A panorama on the GPU. Its smaller sizes are made beforehand: no GPU draws into this format. */
export interface PanoramaTexture {
  readonly texture: DataTexture
  /** What a texel's 1 is in the file. */
  readonly unit: number
}

/** Makes the texture of a panorama; the caller disposes of it. */
export function panoramaTexture({ levels, unit }: PanoramaTexels): PanoramaTexture {
  const [whole] = levels
  if (!whole) throw new RangeError('panoramaTexture: a panorama has at least one size')
  const texture = new DataTexture(whole.data, whole.width, whole.height, RGBFormat, UnsignedInt5999Type)
  texture.name = 'panorama'
  texture.mipmaps = levels.map(({ data, width, height }) => ({ data, width, height }))
  texture.wrapS = RepeatWrapping
  texture.wrapT = ClampToEdgeWrapping
  texture.magFilter = LinearFilter
  texture.minFilter = LinearMipmapLinearFilter
  texture.generateMipmaps = false
  texture.needsUpdate = true
  return { texture, unit }
}
