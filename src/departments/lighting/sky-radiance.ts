import { type LightPlan, mix, scale, type Vec3 } from '../../film'
import { harmonicIrradiance, harmonicRadiance, turned } from './panorama'

/**
 * Radiance of the sky dome towards a unit direction, without sun, moon, stars and clouds.
 * The dome's material computes the same gradient; of a panorama it shows the picture, and this is what harmonics hold of it.
 */
export function skyRadiance(sky: LightPlan['sky'], direction: Vec3): Vec3 {
  if (sky.panorama) return harmonicRadiance(sky.panorama.harmonics, turned(direction, -sky.panorama.turn))
  const y = direction[1]
  if (y >= 0) {
    const t = 1 - (1 - Math.min(y, 1)) ** 3
    return mix(sky.horizon, sky.zenith, t)
  }
  return mix(mix(sky.horizon, sky.ground, 0.5), sky.ground, Math.min(1, -y * 6))
}

/** Irradiance of the open sky on what faces up, and of the ground on what faces down, RGB lux times `share`. */
export function openSky(sky: LightPlan['sky'], share = 1): { readonly up: Vec3; readonly down: Vec3 } {
  if (sky.panorama) {
    const { harmonics } = sky.panorama
    return { up: scale(harmonicIrradiance(harmonics, [0, 1, 0]), share), down: scale(harmonicIrradiance(harmonics, [0, -1, 0]), share) }
  }
  return { up: scale(mix(sky.zenith, sky.horizon, 0.4), Math.PI * share), down: scale(sky.ground, Math.PI * share) }
}
