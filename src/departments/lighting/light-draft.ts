import { type LightPlan, POINT_SLOTS, type Random, type SetSpec, SPOT_SLOTS, type TimeOfDay, type Vec3 } from '../../film'
import type { Reach, Surround } from './meter-faces'
import type { PlacedPanorama } from './panorama'
import type { Mood } from './read-mood'

/** What a gaffer knows before lighting. */
export interface Brief {
  readonly set: SetSpec
  readonly time: TimeOfDay
  readonly mood: Mood
  /** Heads, at least one. */
  readonly people: readonly Vec3[]
  /** Middle of the heads. */
  readonly centre: Vec3
  /** Unit vector along the line the people stand on, horizontal. */
  readonly axis: Vec3
  readonly rng: Random
  /** Which points a far light reaches. */
  readonly reach: Reach
  /** Surfaces seen around a point, none when the set's solids are not known. */
  readonly surroundings: (from: Vec3) => readonly Surround[]
  /** Seen for the sky; generated when undefined. */
  readonly panorama: PlacedPanorama | undefined
  /** Where the sun stands over the place, if that is known. */
  readonly above: { readonly direction: Vec3; readonly says: string } | undefined
}

export type Spot = LightPlan['spots'][number]
export type Point = LightPlan['points'][number]
export type Glow = LightPlan['glow'][string]

/** A plan in the making: lights still without exposure. */
export interface Draft {
  sun: LightPlan['sun']
  spots: Spot[]
  points: Point[]
  sky: LightPlan['sky']
  ambient: LightPlan['ambient']
  fog: LightPlan['fog']
  glow: Record<string, Glow>
  /** Indirect light expected on faces, lux: what the bounce volume will add. */
  bounced: number
  /** Kelvin that cameras are set to: light of it is white. */
  balance: number
  /** Illuminance of a face's bright side times exposure. 2 puts skin near 0.25. */
  keyTarget: number
  /** Brightest to darkest side of a face. */
  ratioTarget: number
  why: string[]
}

/** Slot of the fill on faces: the last point. */
export const FILL_POINT = POINT_SLOTS - 1
/** Slot of the rim light: the spot without shadow. */
export const RIM_SPOT = SPOT_SLOTS - 1

/** A spot that does not shine. Its shadow flag belongs to the slot. */
export const darkSpot = (slot: number): Spot => ({
  role: 'unused',
  position: [0, 6, 0],
  target: [0, 0, 0],
  colour: [1, 1, 1],
  candela: 0,
  angle: 0.8,
  penumbra: 1,
  shadow: slot < RIM_SPOT,
  flicker: 'none',
})

/** A point that does not shine. */
export const darkPoint = (): Point => ({ role: 'unused', position: [0, 3, 0], colour: [1, 1, 1], candela: 0, flicker: 'none' })

/** All slots, dark. */
export const emptySlots = (): Pick<Draft, 'spots' | 'points'> => ({
  spots: Array.from({ length: SPOT_SLOTS }, (_, i) => darkSpot(i)),
  points: Array.from({ length: POINT_SLOTS }, darkPoint),
})

/** Unit vector towards an azimuth (radians from +z towards +x) and altitude above the horizon. */
export const towards = (azimuth: number, altitude: number): Vec3 => [
  Math.sin(azimuth) * Math.cos(altitude),
  Math.sin(altitude),
  Math.cos(azimuth) * Math.cos(altitude),
]

/** Azimuth of a vector, radians from +z towards +x. */
export const azimuthOf = (v: Vec3): number => Math.atan2(v[0], v[2])

/** Altitude of a unit vector above the horizon, radians. */
export const altitudeOf = (v: Vec3): number => Math.asin(Math.min(1, Math.max(-1, v[1])))

/** A sun so low that its light is warm: by the hour or the words, or by where a panorama's stands. */
export function isLowSun({ time, mood, panorama, above }: Brief): boolean {
  const sun = panorama ? panorama.panorama.sun : above
  return sun ? altitudeOf(sun.direction) < LOW_SUN : time !== 'DAY' || mood.sunset
}
const LOW_SUN = 0.25

export const radians = (degrees: number): number => (degrees * Math.PI) / 180

/**
 * Azimuth behind the people as the camera most likely sees them: it stands where there is room, so behind is away from
 * the middle of the set, across the people's line. People in the middle say nothing: then it is opposite the key.
 */
export function behind({ centre, axis }: Brief, keyAzimuth: number): number {
  const along = centre[0] * axis[0] + centre[2] * axis[2]
  const x = centre[0] - along * axis[0]
  const z = centre[2] - along * axis[2]
  return Math.hypot(x, z) > 0.4 ? Math.atan2(x, z) : keyAzimuth + Math.PI
}
