import type { Coordinates } from './sun-path'

/** Mean radius of the earth, kilometres (IUGG). */
const EARTH_KM = 6371.0088

/** Kilometres between two points along the earth (haversine formula; Sinnott 1984), rounded to tenths. */
export function distanceKm(a: Coordinates, b: Coordinates): number {
  const rad = (d: number) => (d * Math.PI) / 180
  const [dy, dx] = [rad(b.latitude - a.latitude), rad(b.longitude - a.longitude)]
  const h = Math.sin(dy / 2) ** 2 + Math.cos(rad(a.latitude)) * Math.cos(rad(b.latitude)) * Math.sin(dx / 2) ** 2
  return Math.round(2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h))) * 10) / 10
}
