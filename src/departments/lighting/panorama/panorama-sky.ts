import { clamp, type LightPlan, normalize, scale, type Vec3 } from '../../../film'
import { luminance } from '../kelvin'
import { harmonicIrradiance } from './harmonics'
import type { Panorama } from './read-panorama'

/** A panorama as a place has it around. */
export interface PlacedPanorama {
  readonly panorama: Panorama
  /** Turned to the right, clockwise from above, radians: at 0 its middle is at −z. */
  readonly turn: number
  /** Times as bright as our own sky would be there; 1 unless somebody says otherwise. */
  readonly intensity: number
}

/** A direction of a panorama as it stands when turned so far to the right; by the negative turn, back into the picture. */
export function turned([x, y, z]: Vec3, turn: number): Vec3 {
  const [s, c] = [Math.sin(turn), Math.cos(turn)]
  return [x * c - z * s, y, x * s + z * c]
}

/**
 * The sky of a panorama in a plan, exposed as the generated one that it stands in for: it gives as much light to what faces up.
 * A panorama has its own moon and clouds; of its sun a lens has the flares that it has of ours.
 * @param own the generated sky, and its light on what faces up, RGB lux.
 */
export function panoramaSky({ panorama, turn, intensity }: PlacedPanorama, own: LightPlan['sky'], up: Vec3): LightPlan['sky'] {
  const gain = luminance(up) * intensity
  const { sha256, harmonics, zenith, horizon, ground, stops } = panorama
  return {
    zenith: scale(zenith, gain),
    horizon: scale(horizon, gain),
    ground: scale(ground, gain),
    sunDisc: panorama.sun ? own.sunDisc : 0,
    clouds: 0,
    stars: 0,
    moon: 0,
    moonDirection: own.moonDirection,
    panorama: { sha256, turn, stops: stops + Math.log2(gain), harmonics: harmonics.map((c) => scale(c, gain)) },
  }
}

/** Of a plan's own sun, the least and most that a panorama's makes of it: many files clip theirs, some do not. */
const SUN_RANGE = [0.4, 2] as const
/** A sun that has half set still throws its light along the ground, sine. */
const LOWEST_SUN = 0.035

/**
 * The sun of a plan under a panorama: from where the panorama's stands, in its colour, as strong against the sky as it is
 * there within what films can show; none where the panorama has none.
 * @param own the sun that the plan would have, whose lux say how strong a sun is at its time.
 */
export function panoramaSun({ panorama, turn }: PlacedPanorama, sky: LightPlan['sky'], own: LightPlan['sun']): LightPlan['sun'] {
  const { sun } = panorama
  if (!sun) return { ...own, lux: 0 }
  const [x, y, z] = turned(sun.direction, turn)
  const over = luminance(harmonicIrradiance(sky.panorama?.harmonics ?? [], [0, 1, 0]))
  const lux = clamp(sun.lux * over, own.lux * SUN_RANGE[0], own.lux * SUN_RANGE[1])
  return { ...own, direction: y < LOWEST_SUN ? normalize([x, LOWEST_SUN, z]) : [x, y, z], colour: sun.colour, lux }
}
