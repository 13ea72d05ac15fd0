import { type LightPlan, mix, scale, type Vec3 } from '../../film'

/**
 * Radiance of the sky dome towards a unit direction, without sun, moon, stars and clouds.
 * The dome's material computes the same gradient.
 */
export function skyRadiance(sky: LightPlan['sky'], direction: Vec3): Vec3 {
  const y = direction[1]
  if (y >= 0) {
    const t = 1 - (1 - Math.min(y, 1)) ** 3
    return mix(sky.horizon, sky.zenith, t)
  }
  return mix(mix(sky.horizon, sky.ground, 0.5), sky.ground, Math.min(1, -y * 6))
}

/** Irradiance of the open sky on what faces up, and of the ground on what faces down, RGB lux times `share`. */
export function openSky(sky: LightPlan['sky'], share = 1): { readonly up: Vec3; readonly down: Vec3 } {
  return { up: scale(mix(sky.zenith, sky.horizon, 0.4), Math.PI * share), down: scale(sky.ground, Math.PI * share) }
}
