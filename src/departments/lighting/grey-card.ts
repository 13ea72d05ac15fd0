import { add, cross, dot, normalize, scale, type Vec3 } from '../../film'
import { type IrradianceVolume, momentIrradiance, PROBE_FLOATS, sampleMoments } from './irradiance-volume'
import { luminance } from './kelvin'
import { type Metered, meterFor } from './meter-faces'

/** A folded grey card, held where the faces are: one half faces the key, the other the fill. Unit normals. */
export interface GreyCard {
  readonly at: Vec3
  readonly key: Vec3
  readonly fill: Vec3
}

/** How far the half that faces the fill is turned out of the key: what the key grazes is read neither way. */
const OUT_OF_KEY = (96 * Math.PI) / 180

/** A card for a key and a fill. The fill's half faces the fill, but is turned about the fold until the key is behind it. */
export function greyCard(at: Vec3, towardsKey: Vec3, towardsFill: Vec3): GreyCard {
  const key = normalize(towardsKey)
  const fill = normalize(towardsFill)
  const turn = Math.acos(Math.min(1, Math.max(-1, dot(key, fill))))
  if (turn >= OUT_OF_KEY || turn < 1e-3) return { at, key, fill }
  const fold = normalize(cross(key, fill))
  const away = cross(fold, key)
  return { at, key, fill: add(scale(key, Math.cos(OUT_OF_KEY)), scale(away, Math.sin(OUT_OF_KEY))) }
}

/** Light on one half of a card by itself, and what its bounce brings: the probes' moments of red, green and blue there. */
export interface CardLight {
  /** Lux that comes straight. */
  readonly direct: number
  readonly moments: Float64Array
}

/** Where the renderer reads the volume for a surface: a third of a cell before it. */
const BEFORE = 0.35

/** Light on a half of a card, with no shadow but the sun's. @param volume what these lights bounce. */
export function lightOnCard(lights: Metered, at: Vec3, normal: Vec3, sunny: boolean, volume: IrradianceVolume): CardLight {
  const direct = meterFor(lights)(at, normal, sunny)
  const before = [0, 1, 2].map((i) => at[i]! + normal[i]! * (volume.size[i]! / volume.dims[i]!) * BEFORE) as unknown as Vec3
  return { direct, moments: sampleMoments(volume, before, new Float64Array(PROBE_FLOATS)) }
}

/** Illuminance of lights together: each times how strong it is. Lobes are not added, moments are. */
export function together(parts: readonly { readonly light: CardLight; readonly times: number }[], normal: Vec3): number {
  const m = new Float64Array(PROBE_FLOATS)
  let direct = 0
  for (const { light, times } of parts) {
    direct += light.direct * times
    for (let i = 0; i < PROBE_FLOATS; i++) m[i] = m[i]! + light.moments[i]! * times
  }
  const bounced = [0, 4, 8].map((c) => momentIrradiance(m[c]!, m[c + 1]!, m[c + 2]!, m[c + 3]!, normal)) as unknown as Vec3
  return direct + luminance(bounced)
}
