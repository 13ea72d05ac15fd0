import type { Vec3 } from '../../film'

/**
 * Light that has hit something, as a grid of probes. A probe holds, for red, green and blue, the mean radiance and the
 * mean of radiance × direction (x, y, z): 12 numbers `[r0 rx ry rz g0 gx gy gz b0 bx by bz]`.
 * Probes sit in the middle of equal cells; x runs fastest, then y, then z.
 */
export interface IrradianceVolume {
  /** Corner of the grid's cells, metres. */
  readonly min: Vec3
  /** Extent of the grid's cells, metres. */
  readonly size: Vec3
  readonly dims: readonly [number, number, number]
  readonly data: Float32Array
}

/** Numbers a probe holds. */
export const PROBE_FLOATS = 12

/**
 * Irradiance on a surface facing unit `n` from a mean radiance and its first moment (x, y, z), one channel.
 * Never negative and exact for a uniform sky and for one far light up to its lobe: Geomerics, "Reconstructing diffuse
 * lighting from spherical harmonic data", 2015.
 */
export function momentIrradiance(mean: number, x: number, y: number, z: number, n: Vec3): number {
  const length = Math.sqrt(x * x + y * y + z * z)
  if (mean < 1e-9 || length < 1e-9) return Math.PI * Math.max(mean, 0)
  const ratio = Math.min(length / mean, 0.98)
  const q = 0.5 + (0.5 * (x * n[0] + y * n[1] + z * n[2])) / length
  const p = 1 + 2 * ratio
  const a = (1 - ratio) / (1 + ratio)
  return Math.PI * mean * (a + (1 - a) * (p + 1) * Math.max(q, 0) ** p)
}

/** Irradiance at a point on a surface facing unit `n`, RGB lux; trilinear between probes, held at the edges. */
export function sampleIrradiance(v: IrradianceVolume, at: Vec3, n: Vec3): Vec3 {
  const s = sampleMoments(v, at, SCRATCH)
  return [
    momentIrradiance(s[0] as number, s[1] as number, s[2] as number, s[3] as number, n),
    momentIrradiance(s[4] as number, s[5] as number, s[6] as number, s[7] as number, n),
    momentIrradiance(s[8] as number, s[9] as number, s[10] as number, s[11] as number, n),
  ]
}

const SCRATCH = new Float64Array(PROBE_FLOATS)

/** Trilinear mix of the eight probes around a point into `out`. */
export function sampleMoments(v: IrradianceVolume, at: Vec3, out: Float64Array): Float64Array {
  out.fill(0)
  const nx = v.dims[0]
  const ny = v.dims[1]
  const nz = v.dims[2]
  const gx = cellOf(at[0], v.min[0], v.size[0], nx)
  const gy = cellOf(at[1], v.min[1], v.size[1], ny)
  const gz = cellOf(at[2], v.min[2], v.size[2], nz)
  const ix = Math.min(Math.floor(gx), Math.max(nx - 2, 0))
  const iy = Math.min(Math.floor(gy), Math.max(ny - 2, 0))
  const iz = Math.min(Math.floor(gz), Math.max(nz - 2, 0))
  for (let corner = 0; corner < 8; corner++) {
    const dx = corner & 1
    const dy = (corner >> 1) & 1
    const dz = corner >> 2
    const w = (dx ? gx - ix : 1 - gx + ix) * (dy ? gy - iy : 1 - gy + iy) * (dz ? gz - iz : 1 - gz + iz)
    if (w <= 0) continue
    const base = (((iz + dz) * ny + iy + dy) * nx + ix + dx) * PROBE_FLOATS
    for (let k = 0; k < PROBE_FLOATS; k++) out[k] = (out[k] as number) + (v.data[base + k] as number) * w
  }
  return out
}

const cellOf = (at: number, min: number, size: number, count: number) => Math.min(Math.max(((at - min) / size) * count - 0.5, 0), count - 1)
