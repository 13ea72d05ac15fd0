import {
  add,
  distance,
  type LightPlan,
  normalize,
  random,
  roundNumbers,
  type SetSpec,
  scale,
  sub,
  type TimeOfDay,
  type Vec3,
} from '../../film'
import { lightExterior } from './exterior'
import { gradeFor } from './grade-for'
import { lightInterior } from './interior'
import { kelvinRgb, luminance } from './kelvin'
import { type Brief, type Draft, FILL_POINT } from './light-draft'
import { type FaceReading, faceMeter, lookAround, reachIn } from './meter-faces'
import type { PlacedPanorama } from './panorama'
import { isSign } from './practical-light'
import { readMood } from './read-mood'
import { isStudio, lightStudio } from './studio'
import type { LightBox } from './trace-boxes'

export interface LightSceneOptions {
  readonly set: SetSpec
  readonly timeOfDay: TimeOfDay
  /** Action text of the scene; read for rain, storm, candles, alarms, neon, sunset … */
  readonly words: readonly string[]
  /** Typical head positions of the main characters; the set's marks stand in when empty. */
  readonly people: readonly Vec3[]
  /** The set as solids, if known: then the sun is sought where it reaches faces, and not exposed for where it does not. */
  readonly boxes?: readonly LightBox[]
  /** A picture of everything around that is the sky here. */
  readonly panorama?: PlacedPanorama | undefined
  /** The plan's key; also seeds what is chosen freely. */
  readonly key: string
}

/**
 * Lights one set in one state for its people: motivated by windows, sun and lamps, with key, fill and rim on every
 * face, exposed for skin. The same options give the same plan.
 */
export function lightScene({ set, timeOfDay, words, people, boxes, panorama, key }: LightSceneOptions): LightPlan {
  const heads = people.length > 0 ? people : headsAtMarks(set)
  const centre = scale(
    heads.reduce<Vec3>((s, p) => add(s, p), [0, 0, 0]),
    1 / heads.length,
  )
  const rng = random(`${key} light`)
  const mood = readMood(words)
  const brief: Brief = {
    set,
    time: timeOfDay,
    mood,
    people: heads,
    centre,
    axis: lineOf(heads, rng.range(-Math.PI, Math.PI)),
    rng,
    reach: reachIn(set, boxes),
    surroundings: lookAround(boxes),
    panorama,
  }
  const draft = isStudio(set) ? lightStudio(brief) : set.interior ? lightInterior(brief) : lightExterior(brief)
  const meter = faceMeter(heads, brief.reach)
  const read = (d: Draft) => meter(metered(d, set), d.bounced)
  carve(draft, read)
  fill(draft, brief, read)
  const reading = read(draft)
  const exposure = draft.keyTarget / Math.max(reading.key, 0.05)
  const { sun, spots, points, sky, ambient, fog } = draft
  const glow = { ...shown(draft.glow, set, exposure), 'window-lights': windowLights(brief, exposure) }
  const weather = {
    rain: mood.rain,
    snow: mood.snow,
    wind: Math.max(mood.wind, mood.storm ? 1 : 0.15),
    wet: set.interior ? 0 : Math.min(1, mood.rain * 1.4),
  }
  const why = [...draft.why, readingOut(reading, exposure), ...mood.why]
  return roundNumbers({ key, sun, spots, points, sky, ambient, fog, weather, exposure, glow, grade: gradeFor(brief), why })
}

/** Lamps as bright as the picture bears at this exposure: a screen is to be read, a lamp may burn out, neither fogs the room. */
function shown(glow: LightPlan['glow'], set: SetSpec, exposure: number): LightPlan['glow'] {
  const most = new Map(set.practicals.map((p) => [p.key, p.kind === 'screen' ? 0.6 : isSign(p) ? 6 : 14]))
  return Object.fromEntries(
    Object.entries(glow).map(([key, g]) => [
      key,
      { ...g, strength: Math.min(g.strength, (most.get(key) ?? Number.POSITIVE_INFINITY) / exposure) },
    ]),
  )
}

/** Lit windows of houses: warm by night, a little at dawn, dusk and in a storm, plain glass by day. */
function windowLights({ time, mood, set }: Brief, exposure: number): LightPlan['glow'][string] {
  const shown =
    set.surroundings === 'space' || mood.blackout
      ? 0
      : time === 'NIGHT'
        ? 0.6
        : time === 'DUSK'
          ? 0.3
          : time === 'DAWN' || mood.storm
            ? 0.16
            : 0.004
  return { colour: kelvinRgb(2900, 4000), strength: shown / exposure, flicker: 'none' }
}

/** In a room the sun is an accent, allowed to be hot: faces are exposed for the other lights. Lightning is for moments. */
const metered = (draft: Draft, set: SetSpec): Draft => ({
  ...draft,
  sun: set.interior ? { ...draft.sun, lux: 0 } : draft.sun,
  spots: draft.spots.map((s) => (s.flicker === 'lightning' ? { ...s, candela: 0 } : s)),
})

const readingOut = (r: FaceReading, exposure: number) => `faces: key to fill ${r.ratio.toFixed(1)}:1, exposure ${exposure.toFixed(2)}`

/**
 * Many lamps make a flat room: dims those that are not the key until faces have shape, to a quarter at most. What they
 * look like stays: only what they throw is less, as a gaffer does with neutral density in the shades.
 */
function carve(draft: Draft, read: (draft: Draft) => FaceReading): void {
  for (let pass = 0; pass < 5; pass++) {
    const { ratio } = read(draft)
    if (ratio >= draft.ratioTarget * 0.85) return
    draft.points = draft.points.map((p, i) => (i === FILL_POINT ? p : { ...p, candela: p.candela * 0.75 }))
    draft.spots = draft.spots.map((s, i) => (i !== 1 || s.flicker === 'lightning' ? s : { ...s, candela: s.candela * 0.75 }))
  }
}

/** Raises the fill until the dark side of the average face is as far below the bright side as the scene wants. */
function fill(draft: Draft, { set, centre }: Brief, read: (draft: Draft) => FaceReading): void {
  for (let pass = 0; pass < 3; pass++) {
    const reading = read(draft)
    const lack = reading.key / draft.ratioTarget - reading.fill
    if (lack <= 0.005) return
    const point = draft.points[FILL_POINT]
    if (set.interior && point) {
      const d = distance(point.position, centre)
      draft.points[FILL_POINT] = { ...point, candela: point.candela + lack * d * d }
    } else {
      const sky = draft.ambient.sky
      const tint = scale(sky, lack / Math.max(luminance(sky), 1e-6))
      draft.ambient = { sky: add(sky, tint), ground: add(draft.ambient.ground, scale(tint, 0.9)) }
    }
  }
}

/** Heads of people at the set's first marks. */
function headsAtMarks(set: SetSpec): Vec3[] {
  const marks = set.marks.filter((m) => m.kind !== 'door' && m.kind !== 'edge')
  return (marks.length > 0 ? marks : set.marks)
    .slice(0, 2)
    .map((m) => [m.position[0], m.position[1] + (m.seatHeightM ? m.seatHeightM + 0.72 : 1.58), m.position[2]])
}

/** Unit vector along the line between the two heads farthest apart; `azimuth` when they are one. */
function lineOf(heads: readonly Vec3[], azimuth: number): Vec3 {
  let best: Vec3 = [Math.sin(azimuth), 0, Math.cos(azimuth)]
  let far = 0.3
  for (const a of heads)
    for (const b of heads) {
      const v = sub(b, a)
      const d = Math.hypot(v[0], v[2])
      if (d > far + 1e-6) {
        far = d
        best = normalize([v[0], 0, v[2]])
      }
    }
  return best
}
