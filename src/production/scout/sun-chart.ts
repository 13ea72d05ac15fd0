import { lightNamed, sunAt } from '../../departments/locations'
import type { DocumentDrawing } from '../../encode'
import type { EarthlyPlace } from '../master'

/** Minutes between the points of a path. */
const STEP_MIN = 10
const DAY_MIN = 1440
const INK = { path: '#b8860b', soft: '#c9c2b0', frame: '#8d8672', golden: '#f6e3b4', text: '#4a4433', now: '#c0392b' } as const

/** The sun at a clock's time on a day at a place: minutes after midnight, degrees. */
export interface SunPoint {
  readonly minutes: number
  readonly azimuth: number
  readonly altitude: number
}

/** The sun's way over a place on a day of it, every ten minutes by its clock. */
export function sunWay(place: EarthlyPlace, [year, month, day]: EarthlyPlace['date'] = place.date): readonly SunPoint[] {
  const midnight = Date.UTC(year, month - 1, day) - place.utcOffset * 3_600_000
  return Array.from({ length: DAY_MIN / STEP_MIN + 1 }, (_, i) => ({
    minutes: i * STEP_MIN,
    ...sunAt(place, new Date(midnight + i * STEP_MIN * 60_000)),
  }))
}

/** `05:40` */
export const clockText = (minutes: number): string => {
  const m = ((Math.round(minutes) % DAY_MIN) + DAY_MIN) % DAY_MIN
  return `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`
}

/** When the sun is what on a day, by the place's clock: `sunrise 05:40`, `golden hour 18:10 to 19:05`. */
export function sunHours(place: EarthlyPlace): readonly string[] {
  const way = sunWay(place)
  const crossing = (i: number, level: number) => {
    const [a, b] = [way[i - 1] as SunPoint, way[i] as SunPoint]
    return a.minutes + (STEP_MIN * (level - a.altitude)) / (b.altitude - a.altitude)
  }
  const said: string[] = []
  const up = way.some((p) => p.altitude > 0)
  if (!up) return ['the sun does not rise']
  if (way.every((p) => p.altitude > 0)) said.push('the sun does not set')
  for (let i = 1; i < way.length; i++) {
    const [a, b] = [way[i - 1]?.altitude as number, way[i]?.altitude as number]
    if (a <= 0 && b > 0) said.push(`sunrise ${clockText(crossing(i, 0))}`)
    if (a > 0 && b <= 0) said.push(`sunset ${clockText(crossing(i, 0))}`)
  }
  const noon = way.reduce((m, p) => (p.altitude > m.altitude ? p : m))
  said.push(`highest ${noon.altitude.toFixed(0)}° at ${clockText(noon.minutes)}`)
  for (const name of ['golden hour', 'blue hour'] as const) {
    const spans: [number, number][] = []
    for (const p of way)
      if (lightNamed(p) === name) {
        const last = spans.at(-1)
        if (last && p.minutes - last[1] <= STEP_MIN) last[1] = p.minutes
        else spans.push([p.minutes, p.minutes])
      }
    const longer = spans.filter(([from, to]) => to > from)
    if (longer.length > 0) said.push(`${name} ${longer.map(([from, to]) => `${clockText(from)} to ${clockText(to)}`).join(' and ')}`)
  }
  return said
}

/**
 * The sun's ways over a place: its height by its bearing, on the day of the shoot with its hours, and on the longest and the
 * shortest day of that year.
 * @param at a clock's time to be marked, minutes after midnight.
 */
export function sunChart(place: EarthlyPlace, at: number | undefined = place.minutes, mostHeight = 210): DocumentDrawing {
  const [year] = place.date
  const today = sunWay(place)
  const top = 90
  const point = (p: SunPoint) => [p.azimuth, top - p.altitude] as const
  const line = (way: readonly SunPoint[]) => {
    let d = ''
    let before: SunPoint | undefined
    for (const p of way) {
      // The pen is lifted under the horizon, and where the bearing runs over north.
      const joined = before && p.altitude > 0 && before.altitude > 0 && Math.abs(p.azimuth - before.azimuth) < 180
      if (p.altitude > 0)
        d += `${joined ? 'L' : 'M'}${point(p)
          .map((v) => v.toFixed(2))
          .join(' ')}`
      before = p
    }
    return d
  }
  const solstices = ([6, 12] as const).map((m) => ({ m, way: sunWay(place, [year, m, 21]) }))
  const paths: DocumentDrawing['paths'][number][] = [
    { d: `M0 ${top - 6}L360 ${top - 6}L360 ${top}L0 ${top}Z`, fill: INK.golden },
    { d: `M0 0L360 0L360 ${top}L0 ${top}Z`, stroke: INK.frame, width: 0.8 },
    ...[30, 60].map((a) => ({ d: `M0 ${top - a}L360 ${top - a}`, stroke: INK.soft, width: 0.4, dash: [2, 3] })),
    ...[90, 180, 270].map((a) => ({ d: `M${a} 0L${a} ${top}`, stroke: INK.soft, width: 0.4, dash: [2, 3] })),
    ...solstices.flatMap(({ way }) => (line(way) ? [{ d: line(way), stroke: INK.soft, width: 1 }] : [])),
    ...(line(today) ? [{ d: line(today), stroke: INK.path, width: 2 }] : []),
  ]
  const dot = ([x, y]: readonly [number, number], r: number, fill: string) => ({
    d: `M${x - r} ${y}L${x} ${y - r}L${x + r} ${y}L${x} ${y + r}Z`,
    fill,
  })
  const hours = today.filter((p) => p.minutes % 120 === 0 && p.minutes < DAY_MIN && p.altitude > 0)
  const now = at === undefined ? undefined : today.find((p) => Math.abs(p.minutes - at) <= STEP_MIN / 2)
  return {
    box: { x: -18, y: -4, width: 390, height: top + 16 },
    paths: [
      ...paths,
      ...hours.map((p) => dot(point(p), 1.2, INK.path)),
      ...(now && now.altitude > 0 ? [dot(point(now), 2.4, INK.now)] : []),
    ],
    labels: [
      ...(['N', 'E', 'S', 'W', 'N'] as const).map((text, i) => ({ at: [i * 90, top + 5] as const, text, size: 8, ink: INK.text })),
      ...[0, 30, 60, 90].map((a) => ({ at: [-9, top - a] as const, text: `${a}°`, size: 7, ink: INK.text })),
      ...hours.map((p) => ({ at: [p.azimuth, top - p.altitude - 4] as const, text: clockText(p.minutes), size: 6.5, ink: INK.text })),
      ...(now && now.altitude > 0
        ? [
            {
              at: [now.azimuth, top - now.altitude - 8] as const,
              text: `shot at ${clockText(now.minutes)}`,
              size: 7.5,
              bold: true,
              ink: INK.now,
            },
          ]
        : []),
      ...solstices.flatMap(({ m, way }) => {
        const high = way.reduce((best, p) => (p.altitude > best.altitude ? p : best))
        return high.altitude > 4
          ? [{ at: [high.azimuth, top - high.altitude + 4] as const, text: `21 ${m === 6 ? 'June' : 'December'}`, size: 6, ink: INK.frame }]
          : []
      }),
    ],
    caption: `The sun’s height by its bearing, by the place’s clock (UTC${place.utcOffset < 0 ? '−' : '+'}${Math.abs(place.utcOffset)}): ${sunHours(place).join(', ')}. The band at the foot is golden.`,
    mostHeight,
  }
}
