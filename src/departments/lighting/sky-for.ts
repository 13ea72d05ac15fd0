import { type LightPlan, lerp, mix, scale, type TimeOfDay, type Vec3 } from '../../film'
import { luminance } from './kelvin'
import type { Brief } from './light-draft'
import { harmonicIrradiance, panoramaSky, panoramaSun, turned } from './panorama'
import { openSky } from './sky-radiance'

type Sky = LightPlan['sky']

const CLEAR: Record<TimeOfDay, Pick<Sky, 'zenith' | 'horizon' | 'ground' | 'sunDisc' | 'stars' | 'moon'>> = {
  DAY: { zenith: [0.12, 0.29, 0.74], horizon: [0.64, 0.78, 0.95], ground: [0.25, 0.24, 0.215], sunDisc: 1, stars: 0, moon: 0 },
  DAWN: { zenith: [0.12, 0.2, 0.44], horizon: [0.95, 0.5, 0.38], ground: [0.13, 0.11, 0.12], sunDisc: 1, stars: 0.08, moon: 0 },
  DUSK: { zenith: [0.1, 0.15, 0.4], horizon: [1.02, 0.46, 0.25], ground: [0.1, 0.08, 0.09], sunDisc: 1, stars: 0.15, moon: 0.15 },
  NIGHT: { zenith: [0.006, 0.011, 0.027], horizon: [0.022, 0.034, 0.062], ground: [0.008, 0.01, 0.014], sunDisc: 0, stars: 1, moon: 1 },
}

/**
 * The sky dome for a time and weather, or the place's panorama as bright as it. Radiance in the plan's units: around 1 by
 * day where a lit face is about 0.25.
 * @param level multiplies radiance: interiors see the sky brighter than the room.
 * @param moonDirection towards the moon.
 */
export function skyFor(brief: Brief, level: number, moonDirection: Vec3): Sky {
  const own = generatedSky(brief, level, moonDirection)
  return brief.panorama ? panoramaSky(brief.panorama, own, openSky(own).up) : own
}

function generatedSky({ set, time, mood }: Brief, level: number, moonDirection: Vec3): Sky {
  if (set.surroundings === 'space')
    return {
      zenith: [0.002, 0.003, 0.006],
      horizon: [0.003, 0.004, 0.008],
      ground: [0.002, 0.003, 0.006],
      sunDisc: 1,
      clouds: 0,
      stars: 1,
      moon: 0,
      moonDirection,
    }
  const clear = CLEAR[time]
  const cover = mood.storm ? 1 : mood.overcast ? 0.85 : mood.fog > 0.8 ? 0.7 : 0
  const dim = mood.storm ? 0.4 : 0.75
  const grey = (c: Vec3, lift: number): Vec3 => {
    const l = (luminance(c) * 0.5 + luminance(clear.horizon) * 0.5) * dim * lift
    return [l * 0.93, l * 0.99, l * 1.1]
  }
  const dress = (c: Vec3, lift: number) => scale(mix(c, grey(c, lift), cover), level)
  return {
    zenith: dress(clear.zenith, 0.9),
    horizon: dress(clear.horizon, 1.1),
    ground: scale(clear.ground, level * lerp(1, 0.6, cover)),
    sunDisc: clear.sunDisc * (1 - cover),
    clouds: cover > 0 ? cover : time === 'NIGHT' ? 0.25 : 0.4,
    stars: clear.stars * (1 - cover),
    moon: clear.moon * (1 - cover),
    moonDirection,
  }
}

/** The sun of a sky: a panorama's own where there is one, else the one that was placed. */
export const sunFor = ({ panorama }: Brief, sky: Sky, placed: LightPlan['sun']): LightPlan['sun'] =>
  panorama ? panoramaSun(panorama, sky, placed) : placed

/** Where the sun stands that nobody chooses: a panorama's own, else that over the place; undefined where neither is known. */
export const givenSun = ({ panorama, above }: Brief): Vec3 | undefined =>
  panorama ? panorama.panorama.sun && turned(panorama.panorama.sun.direction, panorama.turn) : above?.direction

/** A panorama's light from one side, RGB lux; undefined where the sky is generated. */
export const skyFrom = ({ panorama }: Sky, towards: Vec3): Vec3 | undefined =>
  panorama && harmonicIrradiance(panorama.harmonics, turned(towards, -panorama.turn))

/** Light on an upright surface from half the sky and half the ground, RGB lux. */
export const skyOnFaces = (sky: Sky): Vec3 => {
  const half = mix(sky.zenith, sky.horizon, 0.6)
  return scale(mix(half, sky.ground, 0.5), Math.PI)
}
