import { getPosition, getTimes } from 'suncalc'
import { roundTo6, type TimeOfDay, type Vec3 } from '../../film'

/** A point on the earth, degrees: north and east are positive. */
export interface Coordinates {
  readonly latitude: number
  readonly longitude: number
}

/** Where the sun stands, degrees: azimuth clockwise from north, altitude above the horizon as it is seen (refraction included). */
export interface SunPosition {
  readonly azimuth: number
  readonly altitude: number
}

/** Where the sun stands at an instant. suncalc 2 (Meeus, Astronomical Algorithms): within 0.1° of astronomy-engine, as tests hold. */
export function sunAt({ latitude, longitude }: Coordinates, instant: Date): SunPosition {
  const { azimuth, altitude } = getPosition(instant, latitude, longitude)
  return { azimuth: roundTo6(azimuth), altitude: roundTo6(altitude) }
}

/** Unit vector towards the sun in a set whose north is −z and east +x, as its floor plan has them. */
export function sunDirection({ azimuth, altitude }: SunPosition): Vec3 {
  const [a, h] = [(azimuth * Math.PI) / 180, (altitude * Math.PI) / 180]
  return [Math.sin(a) * Math.cos(h), Math.sin(h), -Math.cos(a) * Math.cos(h)]
}

/** The sun stands so low in the golden hour, and so far under the horizon in the blue one; degrees. */
const GOLDEN = 6
const BLUE = { from: -4, to: -6 } as const

/** The hour of day that a sun makes: low is dawn or dusk, from six degrees under the horizon it is night. */
export const hourOf = ({ altitude }: SunPosition, isRising: boolean): TimeOfDay =>
  altitude < BLUE.to ? 'NIGHT' : altitude < GOLDEN ? (isRising ? 'DAWN' : 'DUSK') : 'DAY'

/** What the light is called at an altitude, where it has a name. */
export const lightNamed = ({ altitude }: SunPosition): 'golden hour' | 'blue hour' | undefined =>
  altitude >= BLUE.to && altitude < BLUE.from ? 'blue hour' : altitude >= BLUE.from && altitude <= GOLDEN ? 'golden hour' : undefined

/** Milliseconds. */
const MINUTE = 60_000

/**
 * When an hour of a script is, on the day of an instant: three hours after noon by day, half an hour from sunrise and sunset;
 * nothing for the night, and where the sun does not rise or set.
 * @returns milliseconds since 1970, UTC.
 */
export function instantOf(hour: TimeOfDay, { latitude, longitude }: Coordinates, day: Date): number | undefined {
  const { sunrise, sunset, solarNoon } = getTimes(day, latitude, longitude)
  if (hour === 'DAY')
    return solarNoon.valueOf() + (sunset ? Math.min(180 * MINUTE, (sunset.valueOf() - solarNoon.valueOf()) * 0.5) : 180 * MINUTE)
  if (hour === 'DAWN') return sunrise ? sunrise.valueOf() + 30 * MINUTE : undefined
  if (hour === 'DUSK') return sunset ? sunset.valueOf() - 30 * MINUTE : undefined
  return undefined
}
