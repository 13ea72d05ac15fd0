import { type Coordinates, hourOf, instantOf, lightNamed, type SunPosition, sunAt } from '../../departments/locations'
import type { TimeOfDay } from '../../film'
import { type Fields, isFields, listOf, numberOf, textOf } from './plain-data'
import { offsetAt } from './read-site'
import type { DataPath } from './read-yaml'
import { type Resolving, sayAt } from './resolve-bases'

/** Where on the earth a place is, the day it is shot for, and the hour, if one is said. */
export interface EarthlyPlace extends Coordinates {
  /** Year, month (1 to 12) and day. */
  readonly date: readonly [number, number, number]
  /** Minutes after midnight by the place's clock. */
  readonly minutes?: number
  /** Hours that the place's clock is before UTC. */
  readonly utcOffset: number
}

/** A clock's time, not an hour of a script: `17:30`. */
export const CLOCK = /^([01]?\d|2[0-3])[:.h]([0-5]\d)$/

/** What a location says of where and when it is; the longest day of this century's middle where only the place is said. */
export function earthlyPlace(r: Resolving, f: Fields, path: DataPath): EarthlyPlace | undefined {
  const at = f.coordinates ?? f.gps
  if (at === undefined) return undefined
  const pair = isFields(at)
    ? [at.latitude ?? at.lat, at.longitude ?? at.lon ?? at.lng]
    : Array.isArray(at)
      ? listOf(at)
      : (textOf(at) ?? '').split(/\s*[,;]\s*/)
  const [latitude, longitude] = [numberOf(pair[0]), numberOf(pair[1])]
  if (latitude === undefined || longitude === undefined || Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
    sayAt(
      r,
      'warning',
      'production.coordinates',
      [...path, 'coordinates'],
      'these are no coordinates',
      'write [latitude, longitude] in degrees: [52.52, 13.4]',
      at,
    )
    return undefined
  }
  const date = dayOf(f.date)
  if (f.date !== undefined && !date)
    sayAt(r, 'warning', 'production.date', [...path, 'date'], `${String(f.date)} is no date`, 'write 2026-06-21', f.date)
  const clock = CLOCK.exec(textOf(f.time) ?? '')
  const day = date ?? USUAL_DAY
  const zone = textOf(f.time_zone ?? f.timezone)
  const offset = numberOf(f.utc_offset) ?? (zone === undefined ? undefined : offsetAt(zone, Date.UTC(day[0], day[1] - 1, day[2], 12)))
  return {
    latitude,
    longitude,
    date: day,
    ...(clock ? { minutes: Number(clock[1]) * 60 + Number(clock[2]) } : {}),
    utcOffset: offset !== undefined && Math.abs(offset) <= 14 ? offset : Math.round(longitude / 15),
  }
}

/** The day that a place is shot for where nobody says one: the longest of a year. */
const USUAL_DAY = [2026, 6, 21] as const

/** Year, month and day of a date as it is written; undefined for none. */
export function dayOf(value: unknown): EarthlyPlace['date'] | undefined {
  const m = /^(\d{4})-(\d{2})-(\d{2})/.exec(textOf(value) ?? '')
  if (!m) return undefined
  const [year, month, day] = [Number(m[1]), Number(m[2]), Number(m[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? [year, month, day] : undefined
}

/** The sun over a place at the hour of a scene. */
export interface PlacedSun extends SunPosition {
  readonly hour: TimeOfDay
  /** For people: `sun 23.4° high in the SW (241°) at 17:30, golden hour`. */
  readonly says: string
}

/** Compass by eighths, clockwise from north. */
const SIDES = ['N', 'NE', 'E', 'SE', 'S', 'SW', 'W', 'NW'] as const
const MINUTE_MS = 60_000

/**
 * The sun of a scene: at the clock's time, else when the scene's hour is on that day. None by night, and where the sun neither
 * rises nor sets.
 */
export function placedSun(place: EarthlyPlace, hour: TimeOfDay): PlacedSun | undefined {
  const { date, minutes, utcOffset } = place
  const midnight = Date.UTC(date[0], date[1] - 1, date[2]) - utcOffset * 60 * MINUTE_MS
  const ms = minutes === undefined ? instantOf(hour, place, new Date(midnight + 720 * MINUTE_MS)) : midnight + minutes * MINUTE_MS
  if (ms === undefined) return undefined
  const sun = sunAt(place, new Date(ms))
  const isRising = sunAt(place, new Date(ms + 5 * MINUTE_MS)).altitude > sun.altitude
  const clock = Math.round((ms - midnight) / MINUTE_MS)
  const name = lightNamed(sun)
  const time = `${String(Math.floor(clock / 60)).padStart(2, '0')}:${String(clock % 60).padStart(2, '0')}`
  const says = `sun ${sun.altitude.toFixed(1)}° high in the ${SIDES[Math.round(sun.azimuth / 45) % 8]} (${Math.round(sun.azimuth)}°) at ${time}${name ? `, ${name}` : ''}`
  return { ...sun, hour: hourOf(sun, isRising), says }
}
