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
  return mix(scale(mix(sky.horizon, sky.ground, 0.5), 1), sky.ground, Math.min(1, -y * 6))
}
