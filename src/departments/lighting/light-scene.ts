import {
  add,
  clamp,
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
import { airFor, underWater } from './air'
import { balanceRig } from './balance-rig'
import { lightExterior } from './exterior'
import { gradeFor } from './grade-for'
import { lightInterior } from './interior'
import { kelvinRgb, luminance } from './kelvin'
import { layRig } from './lay-rig'
import { type Brief, type Draft, FILL_POINT } from './light-draft'
import { type FaceReading, faceMeter, lineOfSight, lookAround, reachIn } from './meter-faces'
import { meterPlace } from './meter-place'
import type { PlacedPanorama } from './panorama'
import { isSign } from './practical-light'
import { readMood } from './read-mood'
import { RIGS, type RigAsk, readRig, rigAsTold } from './rigs'
import { isStudio, lightStudio } from './studio'
import type { LightBox } from './trace-boxes'

export interface LightSceneOptions {
  readonly set: SetSpec
  readonly timeOfDay: TimeOfDay
  /** Action text of the scene; read for rain, storm, candles, alarms, neon, sunset … */
  readonly words: readonly string[]
  /** Typical head positions of the main characters; the set's marks stand in when empty. */
  readonly people: readonly Vec3[]
  /** Which way they face, radians about y, 0 along +z: a rig is set up for the camera before them. */
  readonly faces?: readonly number[]
  /** The set as solids, if known: then the sun is sought where it reaches faces, and not exposed for where it does not. */
  readonly boxes?: readonly LightBox[]
  /** A picture of everything around that is the sky here. */
  readonly panorama?: PlacedPanorama | undefined
  /** Where the sun stands over the place (unit, towards it), and in words; chosen for the people when not known. */
  readonly sun?: { readonly direction: Vec3; readonly says: string } | undefined
  /** The plan's key; also seeds what is chosen freely. */
  readonly key: string
}

/**
 * Lights one set in one state for its people: motivated by windows, sun and lamps, with key, fill and rim on every
 * face, exposed for skin. The same options give the same plan.
 */
export function lightScene({ set, timeOfDay, words, people, faces = [], boxes, panorama, sun: above, key }: LightSceneOptions): LightPlan {
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
    above: timeOfDay === 'NIGHT' ? undefined : above,
  }
  const dry = isStudio(set) ? lightStudio(brief) : set.interior ? offWalls(lightInterior(brief), set) : lightExterior(brief)
  const hangs = airFor({ set, time: timeOfDay, mood, words, centre })
  const draft = hangs?.air.preset === 'underwater' ? underWater(dry, brief) : dry
  const ask = readRig(words) ?? (timeOfDay === 'NIGHT' && set.surroundings !== 'space' ? rigAsTold(words) : undefined)
  const { lit, exposure, says, rig, bounce = 1 } = ask ? byRig(draft, brief, ask, faces, boxes) : byPlace(draft, brief, boxes)
  const { sun, spots, points, sky, ambient } = lit
  // What is marched through near by is not fogged once more.
  const fog = hangs ? { ...lit.fog, density: lit.fog.density * (set.interior ? 0 : THIN_FOG) } : lit.fog
  const glow = { ...shown(lit.glow, set, exposure), 'window-lights': windowLights(brief, exposure) }
  const weather = {
    rain: mood.rain,
    snow: mood.snow,
    wind: Math.max(mood.wind, mood.storm ? 1 : 0.15),
    wet: set.interior ? 0 : Math.min(1, mood.rain * 1.4),
    ...(mood.snowCover > 0 && set.surroundings !== 'space' ? { cover: mood.snowCover } : {}),
  }
  const why = [...lit.why, says, ...(hangs ? [hangs.why] : []), ...mood.why]
  return roundNumbers({
    key,
    sun,
    spots,
    points,
    sky,
    ambient,
    ...(bounce > 1 ? { bounce } : {}),
    fog,
    ...(hangs ? { air: hangs.air } : {}),
    weather,
    exposure,
    balance: lit.balance,
    ...(rig ? { rig } : {}),
    glow,
    grade: gradeFor(brief),
    why,
  })
}

/** Share of the even fog that is left where the air has a plan of its own: it is what lies beyond that. */
const THIN_FOG = 0.5

/** Lights of a plan, how they are exposed, and what a meter says of them. */
interface Lit {
  readonly lit: Draft
  readonly exposure: number
  readonly says: string
  readonly rig?: LightPlan['rig']
  /** How many times what the place bounces is taken. */
  readonly bounce?: number
}

/** A lamp's light comes from all of its shade, so far from its wall; metres. */
const SHADE_M = 0.5
/** The most that a lamp throws on its wall, lux before exposure: paint stays paint. */
const WALL_LUX = 3

/** Lamps beside a wall, which a point would burn a hole into: theirs is a shade's light. */
function offWalls(draft: Draft, { widthM, depthM }: SetSpec): Draft {
  const inside = (v: number, wide: number) => clamp(v, SHADE_M - wide / 2, wide / 2 - SHADE_M)
  const points = draft.points.map((p, i) => {
    const [x, y, z] = p.position
    if (i === FILL_POINT || p.candela === 0 || Math.min(widthM, depthM) < 4 * SHADE_M) return p
    const position: Vec3 = [inside(x, widthM), y, inside(z, depthM)]
    const clear = Math.min(widthM / 2 - Math.abs(position[0]), depthM / 2 - Math.abs(position[2]))
    return { ...p, position, candela: Math.min(p.candela, WALL_LUX * clear * clear) }
  })
  return { ...draft, points }
}

/** Light as the place has it: its ratio on the average face is brought to what the hour wants. */
function byPlace(draft: Draft, brief: Brief, boxes: readonly LightBox[] | undefined): Lit {
  const meter = faceMeter(brief.people, brief.reach)
  const read = (d: Draft) => meter(metered(d, brief.set), d.bounced)
  carve(draft, read)
  const bounce = brief.set.interior && !isStudio(brief.set) && boxes?.length ? liftRoom(draft, brief, boxes) : 1
  fill(draft, brief, read)
  const reading = read(draft)
  const exposure = draft.keyTarget / Math.max(reading.key, 0.05)
  return { lit: draft, exposure, bounce, says: `faces: key to fill ${reading.ratio.toFixed(1)}:1, exposure ${exposure.toFixed(2)}` }
}

/** Places that are dark by nature: so much of what other rooms give back is wanted there. */
const DIM: Readonly<Record<string, number>> = {
  attic: 0.75,
  barn: 0.7,
  basement: 0.6,
  cave: 0.6,
  cell: 0.7,
  bunks: 0.75,
  theatre: 0.4,
  bar: 0.7,
  'castle-hall': 0.7,
  'interrogation-room': 0.7,
  tunnel: 0.6,
  sewer: 0.6,
  mine: 0.6,
  church: 0.8,
}
/** The most that a place's own bounce is raised, and the even light that makes up for some of what lacks then. */
const MOST_BOUNCE = 3
const LEVELLED = 0.5
/** A room where only flames are lit, or an alarm, stays as dark as it is. */
const STARK = 4.5

/**
 * Sets are boxes of one colour, a film's rooms are not: what walls give back is brought to what such a room has at this
 * hour, its shape kept; only what is left lacking is evened out. The draft then knows what faces get of it.
 * @returns how many times what is traced is taken.
 */
function liftRoom(draft: Draft, brief: Brief, boxes: readonly LightBox[]): number {
  if (draft.ratioTarget > STARK) return 1
  const { room, faces } = meterPlace(brief.set, boxes, draft, brief.people)
  const wanted = draft.bounced * (DIM[brief.set.kind] ?? 1)
  const times = Math.round(clamp(wanted / Math.max(room, 1e-4), 1, MOST_BOUNCE) * 100) / 100
  const lack = Math.max(0, wanted - room * times) * LEVELLED
  const { sky, ground } = draft.ambient
  draft.ambient = {
    sky: add(sky, scale(sky, lack / Math.max(luminance(sky), 1e-6))),
    ground: add(ground, scale(ground, (lack * 0.8) / Math.max(luminance(ground), 1e-6))),
  }
  draft.bounced = faces * times
  if (times > 1 || lack > 0) draft.why.push(`the room gives back ${(room * times + lack).toFixed(2)} lux, ${room.toFixed(2)} traced`)
  return times
}

/** Light as a rig has it: its ratio on a grey card is what was asked for. */
function byRig(draft: Draft, brief: Brief, ask: RigAsk, faces: readonly number[], boxes: readonly LightBox[] | undefined): Lit {
  const { exposed, ratio: usual } = RIGS[ask.name]
  const ratio = ask.ratio ?? usual
  const sees = lineOfSight(boxes)
  const laid = layRig(draft, brief, ask, faces, sees)
  const { draft: lit, key, fill } = balanceRig(laid, ratio, brief, boxes, sees)
  const exposure = exposed / Math.max(key, 0.05)
  const says = `grey card: key to fill ${(key / Math.max(fill, 1e-6)).toFixed(1)}:1, ${ratio}:1 asked; exposure ${exposure.toFixed(2)}`
  return { lit, exposure, says, rig: { name: ask.name, ratio, card: laid.card } }
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

/** In a room the sun is an accent, allowed to be hot: faces are exposed for the other lights. Lightning and lamps that pass are for moments. */
const metered = (draft: Draft, set: SetSpec): Draft => ({
  ...draft,
  sun: set.interior ? { ...draft.sun, lux: 0 } : draft.sun,
  spots: draft.spots.map((s) => (s.flicker === 'lightning' || s.flicker === 'passing' ? { ...s, candela: 0 } : s)),
})

/**
 * Many lamps make a flat room: dims those that are not the key until faces have shape, to a quarter at most. What they
 * look like stays: only what they throw is less, as a gaffer does with neutral density in the shades.
 */
function carve(draft: Draft, read: (draft: Draft) => FaceReading): void {
  for (let pass = 0; pass < 5; pass++) {
    const { ratio } = read(draft)
    if (ratio >= draft.ratioTarget * 0.85) return
    draft.points = draft.points.map((p, i) => (i === FILL_POINT ? p : { ...p, candela: p.candela * 0.75 }))
    draft.spots = draft.spots.map((s, i) =>
      i !== 1 || s.flicker === 'lightning' || s.flicker === 'passing' ? s : { ...s, candela: s.candela * 0.75 },
    )
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
