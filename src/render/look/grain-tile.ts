import { DataTexture, LinearFilter, NoColorSpace, RepeatWrapping, RGBAFormat, UnsignedByteType } from 'three/webgpu'
import { random } from '../../film'

/** Side of the tile, texels. */
export const GRAIN_TILE = 256
/** Code values of one standard deviation about 128. */
export const GRAIN_DEVIATION = 38

let tile: Uint8Array<ArrayBuffer> | undefined

/** Clumps of dye: normal noise, a little blurred, for red, green, blue and all three together; repeats seamlessly. */
export function grainTile(): Uint8Array<ArrayBuffer> {
  if (tile) return tile
  const n = GRAIN_TILE
  const rng = random('grain')
  const bytes = new Uint8Array(n * n * 4)
  // With an edge of one texel from the other side all round.
  const wide = n + 2
  const white = new Float32Array(wide * wide)
  // Weights of a Gaussian of 0.6 texels at 0 and 1; blurring takes `kept` of the deviation.
  const [w0, w1] = [0.6, 0.2]
  const kept = w0 * w0 + 2 * w1 * w1
  for (let channel = 0; channel < 4; channel++) {
    // Sum of four uniform numbers: near enough to normal, and without a logarithm, whose last bit differs between engines.
    for (let y = 1; y <= n; y++)
      for (let x = 1; x <= n; x++) white[y * wide + x] = (rng.next() + rng.next() + rng.next() + rng.next() - 2) * Math.sqrt(3)
    for (let y = 1; y <= n; y++) {
      white[y * wide] = white[y * wide + n]!
      white[y * wide + n + 1] = white[y * wide + 1]!
    }
    white.copyWithin(0, n * wide, (n + 1) * wide)
    white.copyWithin((n + 1) * wide, wide, 2 * wide)
    for (let y = 0; y < n; y++)
      for (let x = 0; x < n; x++) {
        let sum = 0
        for (let dy = 0; dy <= 2; dy++)
          for (let dx = 0; dx <= 2; dx++) sum += white[(y + dy) * wide + x + dx]! * (dx === 1 ? w0 : w1) * (dy === 1 ? w0 : w1)
        bytes[(y * n + x) * 4 + channel] = Math.min(255, Math.max(0, Math.round(128 + (sum / kept) * GRAIN_DEVIATION)))
      }
  }
  tile = bytes
  return bytes
}

/** The tile as a texture. */
export function grainTexture(): DataTexture {
  const texture = new DataTexture(grainTile(), GRAIN_TILE, GRAIN_TILE, RGBAFormat, UnsignedByteType)
  texture.name = 'grain'
  texture.colorSpace = NoColorSpace
  texture.wrapS = RepeatWrapping
  texture.wrapT = RepeatWrapping
  texture.minFilter = LinearFilter
  texture.magFilter = LinearFilter
  texture.needsUpdate = true
  return texture
}
