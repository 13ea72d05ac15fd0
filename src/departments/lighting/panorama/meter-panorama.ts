import { dot, scale, type Vec3 } from '../../../film'
import { luminance, toLuminance1 } from '../kelvin'
import { HARMONICS, harmonicIrradiance, harmonicsAt } from './harmonics'
import { PanoramaError } from './panorama-error'
import type { PanoramaPicture } from './panorama-picture'

/** What a panorama lights with, unturned, in its own scale: on what faces up, its sky without the sun gives luminance 1. */
export interface PanoramaLight {
  /** Radiance as nine harmonics, the sun taken out. */
  readonly harmonics: readonly Vec3[]
  /** Mean radiance above 45°, up to 12° over the horizon, and below it. */
  readonly zenith: Vec3
  readonly horizon: Vec3
  readonly ground: Vec3
  /** Where its brightest spot stands out: unit vector towards it, its colour at luminance 1, and what it gives on what faces it. */
  readonly sun?: { readonly direction: Vec3; readonly colour: Vec3; readonly lux: number }
  /** Base 2 logarithm of this scale over the file's. */
  readonly stops: number
}

/** Width of the picture that light is metered on: a pixel is two thirds of a degree, and the sun a few. */
export const METERED_WIDTH = 512

/** Around the brightest spot: how far its light goes, and where what lies behind it is looked up, cosines of angles. */
const SPOT = Math.cos((7 * Math.PI) / 180)
const RING = Math.cos((12 * Math.PI) / 180)
/** A sun is so much brighter than what is round it, and gives at least this share of the sky's light. */
const STANDS_OUT = 5
const SUN_SHARE = 0.06
/** Of the spot, what says where its middle is: as bright as this share of its brightest pixel, so that a glow to one side does not. */
const CORE = 0.2
/** Nobody looks for a sun farther under the horizon, sine. */
const LOWEST = -0.03
const BANDS = { high: Math.sin(Math.PI / 4), low: Math.sin((12 * Math.PI) / 180) } as const

/** Unit vector to the middle of a pixel: the picture's middle is ahead, −z, and what is right in it is +x. */
function directionOf(x: number, y: number, width: number, height: number): Vec3 {
  const azimuth = ((x + 0.5) / width - 0.5) * 2 * Math.PI
  const down = ((y + 0.5) / height) * Math.PI
  return [Math.sin(down) * Math.sin(azimuth), Math.cos(down), -Math.sin(down) * Math.cos(azimuth)]
}

/**
 * Meters a panorama: its sun apart, the rest by sums over the sphere. Give it a picture of METERED_WIDTH or less.
 * @throws PanoramaError of one that is black.
 */
export function meterPanorama({ width, height, light }: PanoramaPicture): PanoramaLight {
  const pixels = width * height
  const directions = Array.from({ length: pixels }, (_, i) => directionOf(i % width, Math.floor(i / width), width, height))
  // Solid angles of a row's pixels: exact, not sin(θ) dθ dφ.
  const angles = Array.from(
    { length: height },
    (_, y) => ((2 * Math.PI) / width) * (Math.cos((y * Math.PI) / height) - Math.cos(((y + 1) * Math.PI) / height)),
  )
  const angle = (i: number) => angles[Math.floor(i / width)] as number
  const at = (i: number): Vec3 => [light[i * 3] as number, light[i * 3 + 1] as number, light[i * 3 + 2] as number]
  const spot = brightestSpot({ pixels, directions, angle, at })
  const harmonics = Array.from({ length: HARMONICS }, () => [0, 0, 0])
  const bands = { zenith: band(), horizon: band(), ground: band() }
  for (let i = 0; i < pixels; i++) {
    const d = directions[i] as Vec3
    const share = angle(i)
    const behind = spot && dot(d, spot.towards) > SPOT ? spot.behind : undefined
    const own = at(i)
    const kept = (c: 0 | 1 | 2) => (behind ? Math.min(own[c], behind[c]) : own[c]) * share
    const l = [kept(0), kept(1), kept(2)]
    const held = harmonicsAt(d)
    for (let k = 0; k < HARMONICS; k++) for (let c = 0; c < 3; c++) harmonics[k]![c]! += (l[c] as number) * (held[k] as number)
    const into = d[1] > BANDS.high ? bands.zenith : d[1] < 0 ? bands.ground : d[1] < BANDS.low ? bands.horizon : undefined
    if (!into) continue
    into.angle += share
    for (let c = 0; c < 3; c++) into.sum[c]! += l[c] as number
  }
  const sums = harmonics as unknown as readonly Vec3[]
  const level = Math.max(luminance(harmonicIrradiance(sums, [0, 1, 0])), luminance(harmonicIrradiance(sums, [0, -1, 0])) / 8)
  if (!(level > 0 && Number.isFinite(level)))
    throw new PanoramaError('hdri.dark', '', 'it is black: no light comes from it', 'give one with a sky in it')
  const own = (c: Vec3) => scale(c, 1 / level)
  const mean = (b: ReturnType<typeof band>) => own(b.sum.map((v) => v / b.angle) as unknown as Vec3)
  const strength = spot ? luminance(spot.light) / level : 0
  return {
    harmonics: sums.map(own),
    zenith: mean(bands.zenith),
    horizon: mean(bands.horizon),
    ground: mean(bands.ground),
    ...(spot && strength > SUN_SHARE ? { sun: { direction: spot.direction, colour: toLuminance1(spot.light), lux: strength } } : {}),
    stops: -Math.log2(level),
  }
}

const band = () => ({ sum: [0, 0, 0], angle: 0 })

interface Sphere {
  readonly pixels: number
  readonly directions: readonly Vec3[]
  readonly angle: (i: number) => number
  readonly at: (i: number) => Vec3
}

/** The brightest spot of the sky, where it stands out from what is round it; `towards` its brightest pixel, `direction` its middle. */
function brightestSpot({ pixels, directions, angle, at }: Sphere) {
  let peak = -1
  let most = 0
  for (let i = 0; i < pixels; i++) {
    if ((directions[i] as Vec3)[1] < LOWEST) break
    const l = luminance(at(i))
    if (l <= most) continue
    most = l
    peak = i
  }
  if (peak < 0) return
  const towards = directions[peak] as Vec3
  const ring = [0, 0, 0]
  let round = 0
  for (let i = 0; i < pixels; i++) {
    const cos = dot(directions[i] as Vec3, towards)
    if (cos > SPOT || cos < RING) continue
    round += angle(i)
    for (const [c, v] of at(i).entries()) ring[c]! += v * angle(i)
  }
  const behind = ring.map((v) => v / Math.max(round, 1e-9)) as unknown as Vec3
  if (most < STANDS_OUT * luminance(behind)) return
  const light = [0, 0, 0]
  const middle = [0, 0, 0]
  const core = CORE * (most - luminance(behind))
  for (let i = 0; i < pixels; i++) {
    const d = directions[i] as Vec3
    if (dot(d, towards) <= SPOT) continue
    const over = at(i).map((v, c) => Math.max(v - (behind[c] as number), 0) * angle(i)) as unknown as Vec3
    for (const [c, v] of over.entries()) light[c]! += v
    const weight = luminance(over)
    if (weight > core * angle(i)) for (const [c, v] of d.entries()) middle[c]! += v * weight
  }
  const length = Math.hypot(...middle)
  if (length === 0) return
  return { towards, behind, light: light as unknown as Vec3, direction: scale(middle as unknown as Vec3, 1 / length) }
}
