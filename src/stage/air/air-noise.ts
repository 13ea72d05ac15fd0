import { Data3DTexture, LinearFilter, RedFormat, RepeatWrapping } from 'three/webgpu'
import { mix32 } from '../../film'

/** Side of the noise, texels. */
const SIZE = 32
/** Cells of its broadest octave. */
const CELLS = 4
const OCTAVES = 3

const smooth = (f: number): number => f * f * (3 - 2 * f)

/** Billows baked once: tileable value noise of three octaves, 0 to 1. Whole numbers alone decide, so every engine agrees. */
export function airNoise(): Data3DTexture {
  const sum = new Float32Array(SIZE ** 3)
  let weight = 0
  for (let o = 0, cells = CELLS, share = 1; o < OCTAVES; o++, cells *= 2, share *= 0.5) {
    const at = Float32Array.from({ length: cells ** 3 }, (_, i) => mix32(i * 31 + o * 7919 + 101) / 4294967296)
    const steps = Array.from({ length: SIZE }, (_, i) => {
      const x = (i / SIZE) * cells
      const low = Math.floor(x)
      return { low, high: (low + 1) % cells, part: smooth(x - low) }
    })
    const row = (x: { low: number; high: number; part: number }, y: number, z: number) => {
      const from = (z * cells + y) * cells
      return at[from + x.low]! + (at[from + x.high]! - at[from + x.low]!) * x.part
    }
    let i = 0
    for (const z of steps)
      for (const y of steps)
        for (const x of steps) {
          const near = row(x, y.low, z.low) + (row(x, y.high, z.low) - row(x, y.low, z.low)) * y.part
          const far = row(x, y.low, z.high) + (row(x, y.high, z.high) - row(x, y.low, z.high)) * y.part
          sum[i++]! += (near + (far - near) * z.part) * share
        }
    weight += share
  }
  const texture = new Data3DTexture(
    Uint8Array.from(sum, (v) => Math.round((v / weight) * 255)),
    SIZE,
    SIZE,
    SIZE,
  )
  texture.name = 'air'
  texture.format = RedFormat
  texture.wrapS = texture.wrapT = texture.wrapR = RepeatWrapping
  texture.minFilter = texture.magFilter = LinearFilter
  texture.unpackAlignment = 1
  texture.needsUpdate = true
  return texture
}
