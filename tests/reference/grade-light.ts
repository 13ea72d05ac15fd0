import { linearOfSrgb, srgbOfLinear } from './colour'
import type { LightPicture } from './picture'

export type GradeReferenceOptions = {
  /** In 1/256. */
  readonly exposure: number
  readonly saturation: number
  readonly edges: number
  readonly contrast: number
  readonly posterise: number | null
  /** Lightness after each of 32 even steps of it. */
  readonly tone?: readonly number[] | null
}

type Triple = readonly [number, number, number]

/** Twin of shaders/grade-light.wgsl: every step for every pixel, formulas instead of tables. */
export function gradeLight(source: LightPicture, options: GradeReferenceOptions): LightPicture {
  const light = new Uint16Array(source.light.length)
  for (let y = 0; y < source.height; y++)
    for (let x = 0; x < source.width; x++) {
      const sharp = sharpen(source, x, y, options.edges)
      const toned = options.tone ? tone(sharp, options.tone) : sharp
      const exposed = toned.map((v) => Math.min(65535, Math.floor((v * options.exposure + 128) / 256)))
      const curved = exposed.map((v) => contrast(v, options.contrast)) as unknown as Triple
      const done = saturate(curved, options.saturation).map((v) => posterise(v, options.posterise))
      light.set(done, (y * source.width + x) * 3)
    }
  return { width: source.width, height: source.height, light }
}

/** The pixel and `edges` / 256 of its difference from the mean of its neighbours; the border repeats. */
function sharpen(source: LightPicture, x: number, y: number, edges: number): Triple {
  const at = (u: number, v: number, channel: number): number => {
    const column = Math.min(source.width - 1, Math.max(0, u))
    const row = Math.min(source.height - 1, Math.max(0, v))
    return source.light[(row * source.width + column) * 3 + channel]!
  }
  return [0, 1, 2].map((c) => {
    const around = at(x - 1, y, c) + at(x + 1, y, c) + at(x, y - 1, c) + at(x, y + 1, c)
    return Math.min(65535, Math.max(0, at(x, y, c) + Math.floor(((4 * at(x, y, c) - around) * edges + 512) / 1024)))
  }) as unknown as Triple
}

/** A curve of lightness, the cube root of light: the mean of luminance and of each channel taken through it. */
function tone(light: Triple, curve: readonly number[]): Triple {
  const from = Math.floor((3483 * light[0] + 11718 * light[1] + 1183 * light[2] + 8192) / 16384)
  if (from === 0) return light
  const to = (v: number): number => {
    const at = (Math.round(Math.cbrt(v / 65536) * 4096) / 4096) * 32
    const step = Math.min(31, Math.floor(at))
    const lightness = curve[step]! + (curve[step + 1]! - curve[step]!) * (at - step)
    return Math.min(65535, Math.round(65535 * lightness ** 3))
  }
  const scaled = light.map((v) => Math.min(65535, Math.floor((v * to(from) + Math.floor(from / 2)) / from)))
  return light.map((v, i) => Math.floor((scaled[i]! + to(v) + 1) / 2)) as unknown as Triple
}

function contrast(v: number, power: number): number {
  const middle = 0.18 * 65535
  return Math.min(65535, Math.round(middle * (v / middle) ** power))
}

function saturate(light: Triple, saturation: number): Triple {
  const grey = Math.floor((3483 * light[0] + 11718 * light[1] + 1183 * light[2] + 8192) / 16384)
  return light.map((v) => Math.min(65535, Math.max(0, grey + Math.floor(((v - grey) * saturation + 128) / 256)))) as unknown as Triple
}

function posterise(v: number, steps: number | null): number {
  if (steps === null) return v
  const step = Math.floor((srgbOfLinear(v) * steps) / 256)
  return linearOfSrgb(Math.round((step * 255) / (steps - 1)))
}
