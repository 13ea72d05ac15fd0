import { add, clamp, cross, distance, dot, mix, normalize, type SetSpec, scale, sub, type Vec3 } from '../../film'
import { type GreyCard, greyCard } from './grey-card'
import { toLuminance1 } from './kelvin'
import {
  azimuthOf,
  type Brief,
  behind,
  type Draft,
  darkPoint,
  darkSpot,
  FILL_POINT,
  RIM_SPOT,
  radians,
  type Spot,
  towards,
} from './light-draft'
import type { LineOfSight } from './meter-faces'
import { OWN_FLAME } from './practical-light'
import { RIGS, type Rig, type RigAsk, type RigLamp } from './rigs'

/** A rig on its stands. Its lamps shine so that the key's half of the card gets one lux straight from the key. */
export interface LaidRig {
  readonly card: GreyCard
  /** Where the sun is the key: its lux in the place's own light; 0 elsewhere. */
  readonly sun: number
  /** Spots by slot, made stronger together. */
  readonly spots: readonly (Spot | undefined)[]
  /** Fill that brings one lux to a half which faces it. */
  readonly fill: Draft['points'][number]
  /** The place's own light, beside the rig. */
  readonly own: Draft
  readonly why: readonly string[]
}

/** Stands keep so far from walls, and lamps below a ceiling, metres. */
const FROM_WALL = 0.35
const FROM_CEILING = 0.2
/** Nearer than this no lamp stands to a face, metres: it would be in the picture, and fall off over one head. */
const NEAREST = 1.1

/** Lamps that are to look like the place's own light are brought so far towards white: skin is to look like skin. */
const WHITENED = 0.6

/** Share of a back light that a reflector brings under the sun. */
const SUN_RIM = 0.4

/** Turns a key is tried at where things stand in its way: degrees of azimuth and altitude, the wanted one first. */
const TRIES = [0, 8, -8, 16, -16].flatMap((azimuth) => [0, 7, -7, 14].map((altitude) => [azimuth, altitude] as const))

/**
 * Puts a rig round the people of a place. The camera is thought where they look, or across the line they stand on; the
 * key on the side that is asked for, else on that of the place's own light. By day outside the sun is the key.
 * @param faces which way each of the people faces, radians about y, 0 along +z; none when not known.
 */
export function layRig(draft: Draft, brief: Brief, ask: RigAsk, faces: readonly number[], sees: LineOfSight): LaidRig {
  const rig: Rig = RIGS[ask.name]
  const { set, centre, people } = brief
  const front = frontOf(brief, faces)
  const right: Vec3 = cross([0, 1, 0], front)
  const first = draft.spots[0]
  const from = first && first.candela > 0 ? sub(first.position, centre) : draft.sun.direction
  const own = dot(from, right) < -1e-6 ? -1 : 1
  const wanted = ask.from === undefined ? own : ask.from === 'left' ? -1 : 1
  const spread = Math.max(...people.map((p) => distance(p, centre)), 0)
  const way = ({ azimuth, altitude }: RigLamp, side: number): Vec3 =>
    towards(azimuthOf(front) + side * radians(azimuth), radians(clamp(altitude, -70, 80)))
  const colour = (gel: Vec3 | undefined, usual: Vec3): Vec3 => toLuminance1(gel ?? mix(usual, [1, 1, 1], WHITENED))
  const bySun = isSunKey(brief, rig)
  const turned = (lamp: RigLamp, [azimuth, altitude]: readonly [number, number]): RigLamp => ({
    azimuth: lamp.azimuth + azimuth,
    altitude: lamp.altitude + altitude,
  })
  const sides = ask.from === undefined ? [wanted, -wanted] : [wanted]
  const tries = sides.flatMap((side) => TRIES.map((t) => ({ side, to: way(turned(asHigh(rig.key, brief, bySun), t), side) })))
  const stand = (to: Vec3, metres: number) => add(centre, scale(to, reachIn(set, centre, to, metres)))
  const far = Math.max(rig.key.distance * (set.interior ? 1 : 1.6), NEAREST + spread)
  const blocked = ({ to }: { readonly to: Vec3 }) =>
    [...people, centre].filter((p) => (bySun ? !brief.reach(p, to) : !sees(p, stand(to, far)))).length
  // The fewest heads in shadow; of equals the one nearest to the rig's own angle.
  const counted = tries.map((t) => blocked(t))
  const free = tries[counted.indexOf(Math.min(...counted))] as (typeof tries)[number]
  const fire = rig.key.atFire && fireBefore(brief, front)
  const side = fire ? (dot(sub(fire, centre), right) < -1e-6 ? -1 : 1) : free.side
  const to = fire ? normalize(sub(fire, centre)) : free.to
  const sun = bySun && Math.min(...counted) <= people.length / 2
  const keyAt = fire ?? stand(to, far)
  const d = distance(keyAt, centre)
  const towardsFill = way(rig.fill, side)
  const card = greyCard(centre, to, towardsFill)
  const held = Math.atan2(spread + 0.42, d) * rig.key.spread
  const keyed: Spot = {
    role: `rig:${ask.name}`,
    position: keyAt,
    target: centre,
    colour: colour(rig.key.gel, first && first.candela > 0 ? first.colour : draft.sun.colour),
    candela: d * d,
    angle: clamp(held, 0.16, 1.15),
    penumbra: rig.key.penumbra,
    shadow: true,
    flicker: rig.key.flicker ?? 'none',
  }
  const rimmed =
    rig.rim &&
    rimSpot(brief, way(rig.rim, side), rig.rim.strength * (sun ? SUN_RIM : 1), spread, {
      colour: colour(rig.rim.gel, draft.spots[RIM_SPOT]?.colour ?? [1, 1, 1]),
    })
  const washed = rig.wash === undefined || sun ? undefined : washSpot(brief, front, rig.wash, rig.washAngle ?? 0.95, keyed.colour)
  const fillFar = set.interior ? Math.max(set.widthM, set.depthM) * 0.5 + 1.6 : 7
  const fill = {
    role: 'fill',
    position: add(centre, scale(towardsFill, fillFar)),
    colour: colour(rig.fill.gel, draft.points[FILL_POINT]?.colour ?? [1, 1, 1]),
    candela: fillFar * fillFar,
    flicker: 'none' as const,
  }
  const sideWord = Math.abs(rig.key.azimuth) % 180 === 0 ? '' : `, key from the ${side < 0 ? 'left' : 'right'}`
  return {
    card,
    sun: sun ? Math.max(draft.sun.lux, 1) : 0,
    spots: [sun ? undefined : keyed, washed, rimmed],
    fill,
    own: ownLight(draft, brief, rig, sun ? to : undefined, washed !== undefined),
    why: [`rig: ${ask.name}${sideWord}: ${rig.says}${sun ? '; the sun is the key' : ''}`],
  }
}

/** The sun is the key of rigs without a colour of their own, by day outside, under a sky of ours. */
const isSunKey = ({ set, time, panorama, above, mood }: Brief, { key }: Rig): boolean =>
  !set.interior &&
  time !== 'NIGHT' &&
  set.surroundings !== 'space' &&
  panorama === undefined &&
  above === undefined &&
  !mood.overcast &&
  key.gel === undefined

/** A lamp as high as the hour lets the sun be. */
const asHigh = (lamp: RigLamp, { time, mood }: Brief, bySun: boolean): RigLamp =>
  bySun
    ? { ...lamp, altitude: clamp(lamp.altitude, time !== 'DAY' || mood.sunset ? 8 : 22, time !== 'DAY' || mood.sunset ? 16 : 64) }
    : lamp

/** Where the camera most likely stands, seen from the people: where they look together, else across their line. */
function frontOf(brief: Brief, faces: readonly number[]): Vec3 {
  const sum = faces.reduce<Vec3>((s, yaw) => add(s, [Math.sin(yaw), 0, Math.cos(yaw)]), [0, 0, 0])
  if (Math.hypot(sum[0], sum[2]) > 0.5 * faces.length && faces.length > 0) return normalize([sum[0], 0, sum[2]])
  const first = azimuthOf(brief.axis) + Math.PI / 2
  return towards(behind(brief, first) + Math.PI, 0)
}

/** How far a fire may be and still light people, metres; and how far from the camera's side: its light must be seen on them. */
const FIRE_REACH_M = 5
const FIRE_TURN = -0.2

/** A little above the flames of a fire that burns before the people. */
function fireBefore({ set, centre }: Brief, front: Vec3): Vec3 | undefined {
  const fires = set.practicals.filter((p) => p.kind === 'fire')
  const near = fires.map((p): Vec3 => [p.position[0], p.position[1] + 0.1, p.position[2]]).filter((p) => distance(p, centre) < FIRE_REACH_M)
  return near.find((p) => dot(normalize(sub(p, centre)), front) > FIRE_TURN && distance(p, centre) > 0.6)
}

/** How far a lamp stands along a direction: inside the room, and no nearer than a stand may be. */
function reachIn({ interior, widthM, depthM, heightM }: SetSpec, from: Vec3, to: Vec3, wanted: number): number {
  if (!interior) return to[1] < -1e-6 ? Math.min(wanted, (from[1] - 0.25) / -to[1]) : wanted
  const room = [widthM / 2 - FROM_WALL, 0, depthM / 2 - FROM_WALL]
  let reach = wanted
  for (const axis of [0, 2])
    if (Math.abs(to[axis]!) > 1e-6) reach = Math.min(reach, (room[axis]! - Math.sign(to[axis]!) * from[axis]!) / Math.abs(to[axis]!))
  const up = to[1] > 1e-6 ? (heightM - FROM_CEILING - from[1]) / to[1] : to[1] < -1e-6 ? (from[1] - 0.25) / -to[1] : reach
  return Math.max(Math.min(reach, up), Math.min(NEAREST, wanted))
}

/** A light on heads and shoulders from beyond the walls: it has no shadow, and doors that keep it off everything else. */
function rimSpot({ set, centre }: Brief, to: Vec3, strength: number, spread: number, { colour }: { readonly colour: Vec3 }): Spot {
  const far = set.interior ? Math.max(set.widthM, set.depthM) * 0.5 + 2 : 9
  return {
    ...darkSpot(RIM_SPOT),
    role: 'rim',
    position: add(centre, scale(to, far)),
    target: centre,
    colour,
    candela: strength * far * far,
    angle: clamp(Math.atan2(spread + 0.6, far), 0.08, 0.6),
    penumbra: 0.8,
  }
}

/** A lamp above and behind the people that looks at what is behind them; outside it stands high, and looks far. */
function washSpot({ set, centre }: Brief, front: Vec3, strength: number, angle: number, colour: Vec3): Spot {
  const back = scale(front, -1)
  const [off, up] = set.interior ? [0.35, set.heightM - FROM_CEILING] : [1.5, centre[1] + 2.5]
  const wall = set.interior ? reachIn(set, centre, back, 6) + FROM_WALL : 7
  const position: Vec3 = [centre[0] + back[0] * off, up, centre[2] + back[2] * off]
  const target: Vec3 = [centre[0] + back[0] * wall, set.interior ? Math.min(1.5, set.heightM * 0.55) : 1, centre[2] + back[2] * wall]
  const d = Math.max(distance(position, target), 1)
  return {
    role: 'wash',
    position,
    target,
    colour,
    candela: strength * d * d * 1.2,
    angle,
    penumbra: angle < 0.5 ? 0.3 : 1,
    shadow: true,
    flicker: 'none',
  }
}

/** What shines in the place anyway, as much of it as the rig leaves; the slots that the rig takes are free. */
function ownLight(draft: Draft, { set }: Brief, rig: Rig, sun: Vec3 | undefined, washed: boolean): Draft {
  const isOut = (role: string) => rig.unlit && set.practicals.some((p) => role.endsWith(p.key) && !OWN_FLAME.includes(p.kind))
  const dimmed = <T extends { readonly candela: number; readonly role: string }>(lamp: T): T => ({
    ...lamp,
    candela: isOut(lamp.role) ? 0 : lamp.candela * rig.own,
  })
  const first = draft.spots[0]
  const lightning = draft.spots[1]?.flicker === 'lightning' ? draft.spots[1] : undefined
  const kept = lightning ?? (first && first.candela > 0 && !washed ? dimmed(first) : darkSpot(1))
  const own = sun ? 1 : rig.own
  const electric = (key: string) => set.practicals.some((p) => p.key === key && !OWN_FLAME.includes(p.kind))
  const glow = rig.unlit
    ? Object.fromEntries(Object.entries(draft.glow).map(([key, g]) => [key, electric(key) ? { ...g, strength: 0 } : g]))
    : draft.glow
  return {
    ...draft,
    glow,
    sun: { ...draft.sun, lux: sun ? 0 : draft.sun.lux * rig.own, direction: sun ?? draft.sun.direction },
    spots: [darkSpot(0), { ...kept, shadow: true }, darkSpot(RIM_SPOT)],
    points: draft.points.map((p, i) => (i === FILL_POINT ? darkPoint() : dimmed(p))),
    ambient: { sky: scale(draft.ambient.sky, own), ground: scale(draft.ambient.ground, own) },
  }
}
