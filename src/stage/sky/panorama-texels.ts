import { averagePanorama, luminance, openHdr } from '../../departments/lighting'

/** A panorama as the dome's texture has it: RGB9E5 texels and every smaller size of them, in units of `unit` of the file. */
export interface PanoramaTexels {
  readonly unit: number
  /** The whole picture first, then halves down to one texel. */
  readonly levels: readonly { readonly width: number; readonly height: number; readonly data: Uint32Array<ArrayBuffer> }[]
}

/** Texels across at most: 32 MB, and 43 with the smaller sizes. */
const WIDEST = 4096
/** How far above the picture's middle brightness a texel may be: more of a sun would spread over its sky in the smaller sizes. */
const BRIGHTEST = 200
/** Texels whose brightness says which is the middle one. */
const LOOKED_AT = 4096

/**
 * Makes a panorama's texture of its file; pure.
 * @throws PanoramaError for what `readPanorama` refuses.
 */
export function panoramaTexels(file: Uint8Array): PanoramaTexels {
  const { width, height, light } = averagePanorama(openHdr(file), WIDEST)
  const unit = middleOf(light)
  const most = unit * BRIGHTEST
  for (let i = 0; i < light.length; i++) light[i] = Math.min(light[i] as number, most) / unit
  const levels = [packed(light, width, height)]
  for (let at = { light, width, height }; at.width > 1 || at.height > 1; ) {
    at = halved(at)
    levels.push(packed(at.light, at.width, at.height))
  }
  return { unit, levels }
}

/** Median luminance of pixels taken evenly; of those that shine, where most are black. */
function middleOf(light: Float32Array): number {
  const step = Math.max(1, Math.floor(light.length / 3 / LOOKED_AT)) * 3
  const seen: number[] = []
  for (let i = 0; i + 2 < light.length; i += step) {
    const l = luminance([light[i] as number, light[i + 1] as number, light[i + 2] as number])
    if (l > 0) seen.push(l)
  }
  seen.sort((a, b) => a - b)
  return seen[seen.length >> 1] ?? 1
}

interface Floats {
  readonly light: Float32Array
  readonly width: number
  readonly height: number
}

/** Half as wide and high, each texel the mean of those it covers. */
function halved({ light, width, height }: Floats): Floats {
  const w = Math.max(1, width >> 1)
  const h = Math.max(1, height >> 1)
  const [sx, sy] = [width > 1 ? 3 : 0, height > 1 ? width * 3 : 0]
  const out = new Float32Array(w * h * 3)
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      const from = (y * 2 * width + x * 2) * 3
      const o = (y * w + x) * 3
      for (let c = 0; c < 3; c++) {
        const i = from + c
        out[o + c] = ((light[i] as number) + (light[i + sx] as number) + (light[i + sy] as number) + (light[i + sx + sy] as number)) / 4
      }
    }
  return { light: out, width: w, height: h }
}

function packed(light: Float32Array, width: number, height: number): PanoramaTexels['levels'][number] {
  const data = new Uint32Array(width * height)
  for (let i = 0, o = 0; i < data.length; i++, o += 3) data[i] = rgb9e5(light[o] as number, light[o + 1] as number, light[o + 2] as number)
  return { width, height, data }
}

/** The largest value of the format: 511 / 512 · 2¹⁶; and the least exponent, which numbers below 2⁻¹⁶ share. */
const LARGEST = 65408
const LEAST = -15
/** What makes nine bits of a part, by exponent from LEAST on: 2^(9 − exponent). */
const SCALES = Float64Array.from({ length: 32 }, (_, e) => 2 ** (9 - (e + LEAST)))

/** Three numbers of 9 bits, none negative, and a common exponent (Khronos, `EXT_texture_shared_exponent`, encoding). */
function rgb9e5(r: number, g: number, b: number): number {
  const largest = Math.min(r > g ? (r > b ? r : b) : g > b ? g : b, LARGEST)
  // 2¹⁶ times it has a bit for every exponent from LEAST on.
  let exponent = Math.max(LEAST, 16 - Math.clz32(largest * 65536))
  if (Math.round(largest * (SCALES[exponent - LEAST] as number)) === 512) exponent++
  const scale = SCALES[exponent - LEAST] as number
  const part = (v: number) => Math.min(Math.round(v * scale), 511)
  return ((exponent - LEAST) << 27) | (part(b) << 18) | (part(g) << 9) | part(r)
}
