import { add, clamp, distance, normalize, type Practical, scale, sub, type Vec3 } from '../../film'
import { kelvinRgb, luminance, toLuminance1 } from './kelvin'
import {
  altitudeOf,
  azimuthOf,
  type Brief,
  behind,
  type Draft,
  emptySlots,
  FILL_POINT,
  isLowSun,
  RIM_SPOT,
  radians,
  type Spot,
  towards,
} from './light-draft'
import type { Surround } from './meter-faces'
import * as lamp from './practical-light'
import { givenSun, skyFor, skyOnFaces, sunFor } from './sky-for'

/** Lights a place under the sky: by the sun, three quarters from behind or from the side, or by moon and lamps. */
export function lightExterior(brief: Brief): Draft {
  return brief.time === 'NIGHT' && brief.set.surroundings !== 'space' ? byNight(brief) : bySun(brief)
}

/** A narrow light on heads and shoulders only, from an azimuth and altitude. */
function headSpot(
  { centre, people }: Brief,
  azimuth: number,
  altitude: number,
  colour: Vec3,
  lux: number,
  role: string,
): Omit<Spot, 'shadow'> {
  const reach = 9
  const spread = Math.max(...people.map((p) => distance(p, centre)), 0.4) + 0.7
  return {
    role,
    position: add(centre, scale(towards(azimuth, altitude), reach)),
    target: centre,
    colour,
    candela: lux * reach * reach,
    angle: clamp(Math.atan2(spread, reach), 0.08, 0.5),
    penumbra: 0.9,
    flicker: 'none',
  }
}

/**
 * Where the sun stands: 35–55° off the line between the people, so that one is lit from the front quarter and the other
 * edged from the back quarter; among those, where it reaches most faces. A street lets a low sun in along its length.
 */
function seekSun(brief: Brief, altitude: number): { direction: Vec3; reached: boolean } {
  const { axis, people, rng } = brief
  const off = radians(rng.range(35, 55))
  const flip = rng.chance(0.5) ? 0 : Math.PI
  const side = rng.chance(0.5) ? 1 : -1
  const line = azimuthOf(axis) + flip
  const wishes = [off * side, Math.PI - off * side, -off * side, Math.PI + off * side]
  const others = [0.3, -0.3, Math.PI - 0.3, Math.PI + 0.3, 1.25, -1.25, Math.PI / 2, -Math.PI / 2, 0.1, Math.PI + 0.1].map((a) => a * side)
  let best = { direction: towards(line + (wishes[0] as number), altitude), reached: false }
  let most = Number.NEGATIVE_INFINITY
  const around = brief.surroundings(brief.centre)
  for (const [i, turn] of [...wishes, ...others].entries()) {
    const direction = towards(line + turn, altitude)
    const count = people.filter((p) => isReached(brief, p, direction)).length
    // Of equals, the one that models the place: about half of what is seen lit, half in shade.
    const score = count * 10 + (i < wishes.length ? 1 : 0) - Math.abs(litShare(around, direction) - 0.65) * 2
    if (score > most + 1e-6) {
      most = score
      best = { direction, reached: count > 0 }
    }
  }
  return best
}

/** Whether a far light meets somebody's head and chest. */
const isReached = ({ reach }: Brief, head: Vec3, direction: Vec3): boolean =>
  reach(head, direction) && reach([head[0], head[1] - 0.5, head[2]], direction)

/** Share of upright surfaces around the people that face the sun and have it, near ones first; half when nothing is known. */
function litShare(around: readonly Surround[], sun: Vec3): number {
  let all = 0
  let lit = 0
  for (const s of around) {
    const weight = 1 / (2 + s.distance)
    all += weight
    if (s.normal[0] * sun[0] + s.normal[1] * sun[1] + s.normal[2] * sun[2] > 0.1 && s.sees(sun)) lit += weight
  }
  return all > 0 ? lit / all : 0.55
}

function bySun(brief: Brief): Draft {
  const { set, time, mood, rng } = brief
  const space = set.surroundings === 'space'
  const given = givenSun(brief)
  const low = isLowSun(brief)
  const balance = low ? 5000 : 5500
  const slots = emptySlots()
  const placed = given
    ? { direction: given, reached: brief.people.some((p) => isReached(brief, p, given)) }
    : seekSun(brief, radians(mood.noon ? 66 : low ? rng.range(8, 12) : rng.range(38, 48)))
  const { direction } = placed
  const sunless = brief.panorama !== undefined && !given
  const reached = placed.reached && !sunless
  const azimuth = azimuthOf(direction)
  const high = Math.round((altitudeOf(direction) * 180) / Math.PI)
  const why = sunless
    ? ['no sun stands out in the panorama: its sky is the key']
    : [
        given
          ? brief.panorama
            ? `sun ${high}° high, as in the panorama`
            : `${brief.above?.says}, as over the place`
          : `sun ${high}° high, three quarters to the line of the people`,
      ]
  if (!reached && !sunless) why.push('walls keep the sun off the people: the sky lights them')
  const sky = skyFor(brief, 1, towards(azimuth + Math.PI * 0.8, 0.4))
  const cover = mood.storm ? 0.03 : mood.overcast ? 0.1 : mood.fog > 0.8 ? 0.25 : 1
  if (cover < 1) why.push('cloud: the sky is the key, shadows nearly gone')
  const faceSky = skyOnFaces(sky)
  const lux = (low ? 4.2 : mood.noon ? 7 : 5.2) * cover
  slots.spots[RIM_SPOT] = {
    ...headSpot(
      brief,
      azimuth + Math.PI * 0.86,
      radians(34),
      toLuminance1(low ? [0.75, 0.85, 1.15] : [0.95, 1, 1.08]),
      low ? 0.45 : 0.5,
      'rim',
    ),
    shadow: false,
  }
  if (mood.storm) {
    slots.spots[1] = {
      ...headSpot(brief, azimuth + 2, radians(60), toLuminance1([0.85, 0.93, 1.1]), 6, 'lightning'),
      angle: 0.9,
      flicker: 'lightning',
      shadow: true,
    }
    why.push('lightning waits overhead')
  }
  const glow: Draft['glow'] = { windows: { colour: [1, 1, 1], strength: 1, flicker: 'none' } }
  let slot = 0
  for (const p of lamp.byInfluence(set.practicals, brief.centre)) {
    const on = low || mood.storm || lamp.ALWAYS_ON.includes(p.kind)
    glow[p.key] = lamp.practicalGlow(p, balance, on ? 0.5 : 0)
    if (!on || slot >= FILL_POINT) continue
    const d = Math.max(distance(p.position, brief.centre), 1.5)
    const candela = lamp.isSign(p) ? (low ? 0.8 : 0.25) : clamp((low ? 0.3 : 0.12) * d * d, 0.3, low ? 6 : 1.5)
    slots.points[slot++] = lamp.practicalPoint(p, balance, candela, p.key)
  }
  const haze = low ? 0.0075 : mood.fog > 0 || mood.rain > 0 ? 0.006 : 0.0035
  return {
    ...slots,
    sun: sunFor(brief, sky, {
      direction,
      colour: space ? [1, 1, 1] : low ? kelvinRgb(time === 'DAWN' ? 3400 : 3000, balance) : kelvinRgb(5100, balance),
      lux: space ? 6 : lux,
      softness: mood.overcast ? 1 : low ? 0.35 : 0.2,
    }),
    sky,
    // The volume brings sky and ground; what remains is the fill a bounce board would give.
    // Where there is no air, nothing is blue but the earth.
    ambient: space ? { sky: [0.03, 0.03, 0.032], ground: [0.1, 0.1, 0.1] } : { sky: scale(faceSky, 0.12), ground: scale(faceSky, 0.14) },
    fog: { colour: space ? [0, 0, 0] : scale(sky.horizon, 0.85), density: space ? 0 : haze + 0.022 * Math.max(0, mood.fog - 0.3) },
    glow,
    bounced: luminance(faceSky) * 0.75,
    balance,
    keyTarget: mood.overcast || sunless ? 2.2 : low ? (reached ? 3.2 : 1.9) : !reached ? 2.4 : mood.noon ? 3.8 : 3.5,
    ratioTarget: space ? 6 : low ? 3.1 : mood.noon ? 3.5 : 2.9,
    why,
  }
}

/** The glow of lamps that go by, by the key that the stage gives them. */

/**
 * Light of a drive by night: dials and the headlights' pool from ahead, softly; and the lamps of the road, which come over
 * the bonnet, cross the faces and leave by the rear window, with the shadows of the posts.
 * @returns what was done, in words.
 */
function onTheRoad(
  { centre, set }: Brief,
  travel: NonNullable<Brief['set']['travel']>,
  slots: Pick<Draft, 'spots' | 'points'>,
  balance: number,
): string {
  const ride = set.placements.find((p) => p.key === travel.ride)
  if (!ride) return ''
  const [x, , z] = ride.position
  slots.points[0] = {
    role: 'dials',
    position: [x + 0.3, 0.92, z + 0.5],
    colour: kelvinRgb(3300, balance),
    candela: 0.05,
    flicker: 'none',
  }
  slots.points[1] = { role: 'headlights', position: [x, 2.2, z + 10], colour: kelvinRgb(3900, balance), candela: 9, flicker: 'none' }
  if (!travel.lamps) return 'dials and headlights: nothing else is lit on this road'
  const position: Vec3 = [travel.lamps.first[0], travel.lamps.first[1] + 1.2, z]
  slots.spots[1] = {
    role: 'lamps of the road',
    position,
    target: centre,
    colour: kelvinRgb(lamp.PASSING_KELVIN, balance),
    candela: 2.6 * Math.max(distance(position, centre), 2) ** 2,
    angle: 1.1,
    penumbra: 0.9,
    shadow: true,
    flicker: 'passing',
  }
  return `lamps of the road go by every ${travel.lamps.everyM} m`
}

/** Whether a lamp lights people from afar: as much as a street lamp does from over them, lux. */
const floods = (p: Practical, at: Vec3): boolean => lamp.candelaOf(p) / Math.max(1, distance(p.position, at) ** 2) > 9 && p.lumens > 2e4

function byNight(brief: Brief): Draft {
  const { set, mood, centre, axis, rng } = brief
  const slots = emptySlots()
  const why: string[] = []
  const balance = 3700
  const moonColour = toLuminance1([0.5, 0.76, 1.14])
  const azimuth = azimuthOf(axis) + (rng.chance(0.5) ? 1 : -1) * rng.range(50, 75) * radians(1)
  const direction = towards(azimuth, radians(rng.range(34, 44)))
  const lit = mood.blackout ? set.practicals.filter((p) => lamp.OWN_FLAME.includes(p.kind)) : set.practicals
  const ranked = lamp.byInfluence(lit, centre)
  const key = set.travel ? undefined : ranked.find((p) => distance(p.position, centre) < 12 || floods(p, centre))
  let keyAzimuth = azimuth + Math.PI * 0.75
  if (key) {
    const to = sub(key.position, centre)
    const d = Math.max(Math.hypot(...to), 1.5)
    const spot = lamp.practicalSpot(key, centre, balance, 1, `key:${key.key}`)
    const aim = normalize(add(scale(normalize(sub(spot.target, spot.position)), 1), scale(normalize(sub(centre, spot.position)), 0.9)))
    const facing = Math.max(Math.cos(Math.asin(clamp(to[1] / d, -1, 1)) - 0.18), 0.4)
    slots.spots[0] = {
      ...spot,
      target: add(spot.position, scale(aim, 3)),
      angle: floods(key, centre) ? 0.7 : 1.15,
      candela: clamp((1.1 * d * d) / facing, 2, floods(key, centre) ? Number.POSITIVE_INFINITY : 110),
      shadow: true,
    }
    keyAzimuth = azimuthOf(to)
    why.push(`key: ${key.kind} ${key.key}, the nearest lamp`)
  } else {
    slots.spots[0] = {
      ...headSpot(brief, keyAzimuth, radians(38), toLuminance1([0.66, 0.85, 1.1]), 0.95, 'key:soft moonlight'),
      angle: 0.7,
      shadow: true,
    }
    why.push('key: soft moonlight from the front quarter; no lamp is near')
  }
  const reference = slots.spots[0].candela
  const own = key ? lamp.candelaOf(key) : 300
  const others = ranked.filter((p) => p !== key)
  const relative = (candela: number) => reference * clamp((candela / Math.max(own, 1)) ** 0.7, 0.05, 1.2)
  const beam = others.find((p) => lamp.isBeam(p))
  if (mood.storm) {
    slots.spots[1] = {
      ...headSpot(brief, azimuth + 2, radians(60), toLuminance1([0.85, 0.93, 1.1]), 5, 'lightning'),
      angle: 0.9,
      flicker: 'lightning',
      shadow: true,
    }
    why.push('lightning waits overhead')
  } else if (beam) slots.spots[1] = { ...lamp.practicalSpot(beam, centre, balance, relative(lamp.candelaOf(beam)), beam.key), shadow: true }
  let slot = 0
  for (const p of others) {
    if (slot >= FILL_POINT || slots.spots[1]?.role === p.key) continue
    slots.points[slot++] = lamp.practicalPoint(
      p,
      balance,
      Math.min(relative(lamp.candelaOf(p)), lamp.isSign(p) ? lamp.SIGN_LIMIT : reference),
      p.key,
    )
  }
  slots.spots[RIM_SPOT] = { ...headSpot(brief, behind(brief, keyAzimuth) + 0.4, radians(36), moonColour, 0.85, 'rim'), shadow: false }
  if (set.travel) why.push(onTheRoad(brief, set.travel, slots, balance))
  const glow: Draft['glow'] = { windows: { colour: [1, 1, 1], strength: 1, flicker: 'none' } }
  for (const p of set.practicals) glow[p.key] = lamp.practicalGlow(p, balance, lit.includes(p) ? 1 : 0)
  if (set.travel) glow[lamp.PASSING_LAMPS] = { colour: kelvinRgb(lamp.PASSING_KELVIN, balance), strength: 9, flicker: 'none' }
  const sky = skyFor(brief, 1, direction)
  const faceSky = skyOnFaces(sky)
  why.push('moon from behind edges the dark')
  return {
    ...slots,
    sun: sunFor(brief, sky, { direction, colour: moonColour, lux: mood.storm ? 0.12 : mood.overcast ? 0.2 : 0.42, softness: 0.4 }),
    sky,
    ambient: { sky: [0.03, 0.042, 0.07], ground: [0.014, 0.017, 0.024] },
    fog: { colour: scale(sky.horizon, 0.9), density: 0.006 + 0.004 * mood.rain + 0.022 * Math.max(0, mood.fog - 0.3) },
    glow,
    bounced: luminance(faceSky) * 0.7,
    balance,
    keyTarget: key ? 2.4 : 2.6,
    ratioTarget: 2.7,
    why,
  }
}
