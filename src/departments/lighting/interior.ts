import { add, clamp, distance, dot, length, mix, normalize, type Practical, scale, sub, type Vec3 } from '../../film'
import { kelvinRgb, toLuminance1 } from './kelvin'
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
import { type Hole, windowsFor } from './openings'
import * as lamp from './practical-light'
import { givenSun, skyFor, skyFrom, sunFor } from './sky-for'

/** How far outside the pane a window's light stands, metres. */
const WINDOW_SETBACK = 1

/**
 * How much brighter than the room what lies before its windows is, of what it is in a room with few: the more of its
 * surfaces is glass, the more of the sky's light is inside (the average daylight factor of BRE, 1986: glass over all
 * surfaces), and the less the panes outshine it.
 */
function outshining({ set }: Brief, windows: readonly Hole[]): number {
  const glass = windows.reduce((n, w) => n + w.width * w.height, 0)
  const all = 2 * (set.widthM * set.depthM + (set.widthM + set.depthM) * set.heightM)
  return clamp((FEW_PANES * all) / Math.max(glass, 1e-6), 0.35, 1)
}
/** Glass over all surfaces of a room with a window or two. */
const FEW_PANES = 0.045

/** Lights a room: by its windows when there is day behind them, else by its lamps with the night in the windows. */
export function lightInterior(brief: Brief): Draft {
  const { travel } = brief.set
  // In a tunnel panes let nothing in.
  const windows = travel?.way === 'tunnel' ? [] : windowsFor(brief.set, brief.centre)
  const byWindow = brief.time !== 'NIGHT' && windows.length > 0 && brief.set.surroundings !== 'space'
  const draft = byWindow ? byDaylight(brief, windows) : byLamps(brief, windows)
  if (travel?.lamps && !byWindow)
    draft.glow[lamp.PASSING_LAMPS] = { colour: kelvinRgb(lamp.PASSING_KELVIN, draft.balance), strength: 9, flicker: 'none' }
  return draft
}

/**
 * The sun's direction through a window so that its beam lands beside the people, between knee and table height, and
 * stays off their faces where it can: a face in the sun is stops above the other. Altitude held in [low, high], 15° to
 * 55° off the window's normal, because a beam straight in is dull.
 */
function sunThrough({ centre, people, rng, reach }: Brief, w: Hole, low: number, high: number): Vec3 {
  const facing = azimuthOf(scale(w.inward, -1))
  const top: Vec3 = [w.centre[0], w.centre[1] + w.height * 0.2, w.centre[2]]
  const side = rng.chance(0.5) ? 1 : -1
  let best: Vec3 = towards(facing, radians((low + high) / 2))
  let least = Number.POSITIVE_INFINITY
  for (const beside of [0.5, -0.5, 0.9, -0.9, 1.4, -1.4, 2, -2])
    for (const height of [0.7, 0.4, 0]) {
      const landing: Vec3 = [centre[0] + w.right[0] * beside * side, height, centre[2] + w.right[2] * beside * side]
      const d = normalize(sub(top, landing))
      const turn = azimuthOf(d) - facing
      const off = Math.atan2(Math.sin(turn), Math.cos(turn))
      const lean = Math.abs(off) < radians(15) ? radians(beside * side < 0 ? -18 : 18) : clamp(off, -radians(55), radians(55))
      const direction = towards(facing + lean, clamp(altitudeOf(d), radians(low), radians(high)))
      let faces = 0
      // As many as before or more: no better, however many more there are.
      for (let i = 0; i < people.length && faces < least; i++) {
        const p = people[i]!
        if ([-0.15, 0, 0.15].some((y) => reach([p[0], p[1] + y, p[2]], direction))) faces++
      }
      if (faces < least) {
        least = faces
        best = direction
      }
    }
  return best
}

/**
 * Soft light of the sky through a window: a wide spot a metre outside the pane, so that curtains and sill are not burnt.
 * The renderer lets nothing before the wall's inner face shade it (a window is a broad source, not a point), so what
 * stands in the room shades it and the wall does not.
 */
function windowSpot({ centre }: Brief, w: Hole, colour: Vec3, lux: number, role: string): Omit<Spot, 'shadow'> {
  const chest: Vec3 = [centre[0], centre[1] - 0.15, centre[2]]
  const position = add(w.centre, [-w.inward[0] * WINDOW_SETBACK, 0.15, -w.inward[2] * WINDOW_SETBACK])
  const to = normalize(sub(chest, position))
  const turn = Math.acos(clamp(dot(to, w.inward), -1, 1))
  // Straight in, unless the people are far to the side.
  const aim = turn > radians(38) ? normalize(add(to, scale(w.inward, 1.4))) : w.inward
  const d = Math.max(distance(position, chest), 2)
  return {
    role,
    position,
    target: add(position, scale(aim, 3)),
    colour,
    candela: lux * d * d,
    angle: radians(64),
    penumbra: 0.75,
    flicker: 'none',
  }
}

/** A light from behind and above, beyond the walls: it meets heads and shoulders, not the near wall. */
function rimSpot(brief: Brief, keyFrom: Vec3, colour: Vec3, lux: number, turn: number): Omit<Spot, 'shadow'> {
  const { centre, people, set } = brief
  const a = behind(brief, azimuthOf(sub(keyFrom, centre))) + turn
  const reach = Math.max(set.widthM, set.depthM) * 0.5 + 2
  const position = add(centre, scale(towards(a, radians(36)), reach))
  const spread = Math.max(...people.map((p) => distance(p, centre)), 0.4) + 0.6
  return {
    role: 'rim',
    position,
    target: [centre[0], centre[1] + 0.1, centre[2]],
    colour,
    candela: lux * reach * reach,
    angle: clamp(Math.atan2(spread, reach), 0.08, 0.6),
    penumbra: 0.8,
    flicker: 'none',
  }
}

/** Where the fill on faces stands: opposite the key, beyond the wall, a little above the eyes. */
const fillFrom = ({ centre, set }: Brief, keyFrom: Vec3): Vec3 => {
  const a = azimuthOf(sub(keyFrom, centre)) + Math.PI
  const reach = Math.max(set.widthM, set.depthM) * 0.5 + 1.6
  return add(centre, [Math.sin(a) * reach, 0.35, Math.cos(a) * reach])
}

function byDaylight(brief: Brief, windows: readonly Hole[]): Draft {
  const { set, time, mood, centre, rng } = brief
  const main = windows[0] as Hole
  const low = isLowSun(brief)
  const balance = low ? 4400 : 5400
  const slots = emptySlots()
  const why = [`key: daylight through ${main.key}, the window that counts most for the people`]
  const cover = mood.overcast ? 0.06 : 1
  const given = givenSun(brief)
  const direction = given ?? (low ? sunThrough(brief, main, 7, 16) : sunThrough(brief, main, 26, mood.noon ? 56 : 44))
  const usual = mood.storm ? kelvinRgb(7200, balance) : low ? toLuminance1([0.98, 0.9, 0.98]) : kelvinRgb(6300, balance)
  const level = (low ? 1.5 : 5 * outshining(brief, windows)) * (mood.storm ? 0.55 : 1)
  const sky = skyFor(brief, level, towards(azimuthOf(direction) + 2.6, 0.5))
  /** What a window lets in: of a panorama the colour of its side of it, half way to the white that a camera is set to. */
  const through = (w: Hole): Vec3 => {
    const side = skyFrom(sky, scale(w.inward, -1))
    return side ? toLuminance1(mix(toLuminance1(side), [1, 1, 1], 0.5)) : usual
  }
  const skyColour = through(main)
  const high = `sun ${Math.round((altitudeOf(direction) * 180) / Math.PI)}° high`
  if (brief.panorama) why.push(given ? `${high}, as in the panorama` : 'no sun stands out in the panorama')
  else if (brief.above) why.push(`${brief.above.says}, as over the place`)
  else why.push(`${high} rakes in beside the people`)
  slots.spots[0] = { ...windowSpot(brief, main, skyColour, low ? 1.0 : 1.5, 'window key'), shadow: true }
  const keyFrom = slots.spots[0].position
  const second = windows.slice(1).find((w) => distance(w.centre, main.centre) > 1.2)
  if (second) {
    slots.spots[1] = { ...windowSpot(brief, second, through(second), low ? 0.5 : 0.8, 'second window'), shadow: true }
    why.push(`second window ${second.key} carries the light on`)
  }
  slots.spots[RIM_SPOT] = {
    ...rimSpot(brief, keyFrom, low ? kelvinRgb(3200, balance) : kelvinRgb(5600, balance), low ? 1.1 : 1.15, rng.range(-0.6, 0.6)),
    shadow: false,
  }
  const glow: Draft['glow'] = {
    windows: {
      colour: toLuminance1(mix(sky.horizon, [1, 1, 1], 0.35)),
      strength: low ? 1 : 1.7 * (mood.storm ? 0.4 : 1),
      flicker: 'none',
    },
  }
  let slot = 0
  for (const p of lamp.byInfluence(set.practicals, centre)) {
    const on = !mood.blackout && (lamp.ALWAYS_ON.includes(p.kind) || lamp.WORKING_LIGHT.includes(p.kind) || low)
    glow[p.key] = lamp.practicalGlow(p, balance, on ? (low ? 0.7 : 0.45) : 0)
    if (!on || slot >= FILL_POINT) continue
    const d = Math.max(distance(p.position, centre), 1)
    const lux = (low ? 0.5 : 0.25) / (1 + 0.05 * d * d)
    // A flame is as weak as it is, whoever is near: it does not light a room by day.
    const most = p.kind === 'candle' ? (low ? 0.6 : 0.16) : 4
    slots.points[slot++] = lamp.practicalPoint(p, balance, Math.min(lux * d * d, most), p.key)
  }
  if (slot > 0) why.push(`${slot} lamp${slot > 1 ? 's' : ''} on, far below daylight`)
  slots.points[FILL_POINT] = {
    role: 'fill',
    position: fillFrom(brief, keyFrom),
    colour: toLuminance1([1.0, 0.93, 0.85]),
    candela: 0,
    flicker: 'none',
  }
  return {
    ...slots,
    sun: sunFor(brief, sky, {
      direction,
      colour: low ? kelvinRgb(time === 'DAWN' ? 3400 : 2900, balance) : kelvinRgb(4900, balance),
      lux: (low ? 6.5 : 9) * cover,
      softness: mood.overcast ? 1 : 0.25,
    }),
    sky,
    ambient: { sky: scale(skyColour, 0.05), ground: [0.05, 0.04, 0.032] },
    fog: { colour: scale(skyColour, low ? 0.16 : 0.22), density: 0.01 + 0.02 * mood.fog },
    glow,
    bounced: low ? 0.3 : 0.5,
    balance,
    keyTarget: mood.storm ? 2.1 : low ? 2.05 : 2.75,
    ratioTarget: low ? 3.4 : 2.8,
    why,
  }
}

/** The lamp's beam turned towards the people as far as needed to hold them. */
function holding(spot: Omit<Spot, 'shadow'>, people: Vec3): Omit<Spot, 'shadow'> {
  const to = normalize(sub(people, spot.position))
  const aim = normalize(sub(spot.target, spot.position))
  if (dot(to, aim) > Math.cos(spot.angle * 0.7)) return spot
  const turned = normalize(add(aim, scale(to, 1.2)))
  return { ...spot, target: add(spot.position, scale(turned, 2)), angle: Math.max(spot.angle, 1.2) }
}

function byLamps(brief: Brief, windows: readonly Hole[]): Draft {
  const { set, time, mood, centre, rng } = brief
  const space = set.surroundings === 'space'
  const night = time === 'NIGHT'
  const slots = emptySlots()
  const why: string[] = []
  const dark = mood.blackout || (mood.candle && set.practicals.some((p) => p.kind === 'candle' || p.kind === 'fire'))
  const lit = set.practicals.filter((p) => (dark ? lamp.OWN_FLAME.includes(p.kind) && !(mood.blackout && p.kind === 'screen') : true))
  if (dark) why.push('lamps are off: only what burns by itself shines')
  const ranked = lamp.byInfluence(lit, centre)
  const key = ranked.find((p) => p.kind !== 'screen' && p.kind !== 'sign') ?? ranked[0]
  const balance = key ? clamp(lamp.kelvinOf(key) * 1.24, 2900, 5200) : 4300
  const alarm = mood.emergency
  const red = toLuminance1([1, 0.09, 0.06])
  const tone = (c: Vec3): Vec3 => (alarm ? toLuminance1(mix(c, red, 0.8)) : c)
  const moonColour = toLuminance1([0.5, 0.74, 1.15])
  const window = windows[0]
  const direction = window ? sunThrough(brief, window, 20, 40) : towards(rng.range(-3, 3), 0.7)
  let keyFrom: Vec3
  if (key) {
    const spot = holding(lamp.practicalSpot(key, centre, balance, 1, `key:${key.key}`), centre)
    const to = sub(spot.position, centre)
    const d = Math.max(length(to), 0.9)
    const facing = Math.max(Math.cos(altitudeOf(normalize(to)) - 0.18), 0.4)
    slots.spots[0] = { ...spot, colour: tone(spot.colour), candela: (1.45 * d * d) / facing, flicker: flickerOf(key, brief), shadow: true }
    keyFrom = spot.position
    why.push(`key: ${key.kind} ${key.key}, the lamp that counts most for the people`)
  } else if (window) {
    slots.spots[0] = { ...windowSpot(brief, window, moonColour, 1.1, 'key:night window'), shadow: true }
    keyFrom = slots.spots[0].position
    why.push(`key: the night through ${window.key}; no lamp is on`)
  } else {
    keyFrom = add(centre, towards(rng.range(-3, 3), 0.9).map((v) => v * 2.2) as unknown as Vec3)
    slots.spots[0] = {
      role: 'key:soft top',
      position: keyFrom,
      target: centre,
      colour: toLuminance1([0.8, 0.95, 1.15]),
      candela: 6.5,
      angle: 0.9,
      penumbra: 1,
      shadow: true,
      flicker: 'none',
    }
    why.push('key: a soft high light nobody sees; neither lamp nor window here')
  }
  const reference = slots.spots[0].candela
  const own = key ? lamp.candelaOf(key) : 100
  const others = ranked.filter((p) => p !== key)
  const relative = (p: Practical) => reference * clamp((lamp.candelaOf(p) / Math.max(own, 1)) ** 0.7, 0.03, 1.5)
  const beam = others.find((p) => lamp.isBeam(p) && distance(p.position, centre) < 9)
  if (mood.storm && window && !space) {
    slots.spots[1] = { ...windowSpot(brief, window, toLuminance1([0.85, 0.93, 1.1]), 5, 'lightning'), flicker: 'lightning', shadow: true }
    why.push('lightning waits outside the window')
  } else if (beam) {
    const spot = lamp.practicalSpot(beam, centre, balance, relative(beam), beam.key)
    slots.spots[1] = { ...spot, colour: tone(spot.colour), flicker: flickerOf(beam, brief), shadow: true }
  } else if (window && key && !space) {
    slots.spots[1] = { ...windowSpot(brief, window, moonColour, 0.28, 'night window'), shadow: true }
    why.push('the night spills in at the window against the lamp')
  }
  let slot = 0
  for (const p of others) {
    if (slot >= FILL_POINT || lamp.isFocused(p) || (slots.spots[1]?.role === p.key && p === beam)) continue
    const point = lamp.practicalPoint(p, balance, Math.min(relative(p), lamp.isSign(p) ? lamp.SIGN_LIMIT : reference), p.key)
    slots.points[slot++] = { ...point, colour: tone(point.colour), flicker: flickerOf(p, brief) }
  }
  const glow: Draft['glow'] = {
    windows: { colour: moonColour, strength: space ? 1 : night ? 0.07 : 1.6, flicker: 'none' },
  }
  for (const p of set.practicals) {
    const g = lamp.practicalGlow(p, balance, lit.includes(p) ? 1 : 0)
    glow[p.key] = { ...g, colour: tone(g.colour), flicker: flickerOf(p, brief) }
  }
  const rimColour = alarm ? toLuminance1([0.55, 0.8, 1.1]) : night || space ? toLuminance1([0.6, 0.82, 1.12]) : kelvinRgb(5600, balance)
  slots.spots[RIM_SPOT] = { ...rimSpot(brief, keyFrom, rimColour, night ? 0.85 : 0.95, rng.range(-0.6, 0.6)), shadow: false }
  slots.points[FILL_POINT] = {
    role: 'fill',
    position: fillFrom(brief, keyFrom),
    colour: tone(toLuminance1([1.0, 0.95, 0.92])),
    candela: 0,
    flicker: 'none',
  }
  const moonlit = window !== undefined && !mood.overcast
  const day = !night && !space
  const sky = skyFor(brief, day ? 2.4 : 1, direction)
  return {
    ...slots,
    sun: sunFor(brief, sky, {
      direction,
      colour: space ? [1, 1, 1] : moonColour,
      lux: moonlit ? (space ? 1.6 : day ? 2 : 0.55) : 0,
      softness: 0.3,
    }),
    sky,
    ambient: {
      sky: alarm ? [0.02, 0.016, 0.018] : night ? [0.018, 0.022, 0.032] : [0.05, 0.053, 0.056],
      ground: night ? [0.013, 0.012, 0.014] : [0.036, 0.035, 0.034],
    },
    fog: { colour: alarm ? [0.05, 0.008, 0.006] : night ? [0.012, 0.016, 0.024] : [0.05, 0.052, 0.056], density: 0.01 + 0.025 * mood.fog },
    glow,
    bounced: night ? 0.16 : 0.35,
    balance,
    keyTarget: night ? 2.75 : 2.5,
    ratioTarget: dark ? 7 : alarm ? 5 : night ? 3.6 : 3.2,
    why,
  }
}

/** Its own flicker; a dying tube when the words say so, a pulse on alarm. */
function flickerOf(p: Practical, { mood }: Brief): Practical['flicker'] {
  if (p.flicker !== 'none') return p.flicker
  if (mood.emergency && p.kind === 'emergency') return 'pulse'
  return mood.flicker && lamp.WORKING_LIGHT.includes(p.kind) ? 'fluorescent' : 'none'
}
