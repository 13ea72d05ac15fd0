import { type AirPlan, hash32, hexToLinear, MOST_PLUMES, type Plume, type SetSpec, type TimeOfDay, type Vec3 } from '../../../film'
import type { Mood } from '../read-mood'
import { airPreset } from './air-presets'
import { type AirAsk, readAir } from './read-air'

/** Air that a place has by itself: old dust, a stage's haze, a war's smoke. */
const OF_PLACES: Readonly<Record<string, AirAsk & { readonly by?: 'day' }>> = {
  attic: { preset: 'shafts', density: 0.8, by: 'day' },
  barn: { preset: 'shafts', density: 0.7, by: 'day' },
  church: { preset: 'shafts', density: 0.25, by: 'day' },
  'castle-hall': { preset: 'shafts', density: 0.3, by: 'day' },
  theatre: { preset: 'haze', density: 0.5 },
  battlefield: { preset: 'smoke', density: 0.8 },
}

/** Things that smoke: radius at the source, height it reaches, metres; how thick, 1/m. */
const SMOKING: Readonly<Record<string, Omit<Plume, 'at' | 'lean'> & { readonly top: number }>> = {
  campfire: { radius: 0.16, spread: 0.14, height: 5, rise: 0.9, scattering: 0.9, top: 0.5 },
  chimney: { radius: 0.3, spread: 0.2, height: 9, rise: 0.9, scattering: 0.8, top: 1.3 },
  'shell-hole': { radius: 0.9, spread: 0.26, height: 16, rise: 1.1, scattering: 2.2, top: 0 },
}
/** Craters that smoke are this far from the middle of things at least, and from each other: people are to be seen. */
const CRATERS_APART_M = 7
/** Water over a ground, metres. */
const DEPTH_M = 8

export interface AirBrief {
  readonly set: SetSpec
  readonly time: TimeOfDay
  readonly mood: Mood
  readonly words: readonly string[]
  /** Middle of the heads. */
  readonly centre: Vec3
}

/** What hangs in the air of a place: what its words ask for, else what the place has by itself; undefined where it is clear. */
export function airFor(brief: AirBrief): { readonly air: AirPlan; readonly why: string } | undefined {
  const { set, time, mood, words, centre } = brief
  if (set.surroundings === 'space') return undefined
  const asked = readAir(words)
  // A script's fog is out of doors, seen from a room.
  const wanted = asked?.told && asked.preset === 'fog' && set.interior ? undefined : asked
  const own = OF_PLACES[set.kind]
  const usual = own && !(own.by && time === 'NIGHT') && mood.rain === 0 && mood.snow === 0 ? own : undefined
  const ask = wanted?.preset === 'same' ? usual && { ...usual, ...wanted, preset: usual.preset } : (wanted ?? usual)
  if (!ask || ask.preset === 'clear' || ask.preset === 'same') return undefined
  const { preset } = ask
  const { drift, ...figures } = airPreset(preset, set.interior)
  const density = ask.density ?? 1
  const way = (hash32(set.key) / 4294967296) * Math.PI * 2
  const speed = ask.drift ?? drift[0] * (set.interior ? 1 : 0.5 + 2 * mood.wind)
  const wind: Vec3 = [Math.sin(way) * speed, drift[1], Math.cos(way) * speed]
  const colour = ask.colour === undefined ? figures.colour : hexToLinear(ask.colour)
  const air: AirPlan = {
    preset,
    ...figures,
    scattering: figures.scattering * density,
    absorption: preset === 'underwater' ? figures.absorption : (figures.absorption.map((a) => a * density) as unknown as Vec3),
    colour,
    floor: 0,
    height: ask.height ?? figures.height,
    drift: wind,
    surface: preset === 'underwater' ? (set.interior ? set.heightM : DEPTH_M) : 0,
    plumes: preset === 'smoke' ? plumesOf(set, centre, wind, density) : [],
  }
  return { air, why: `air: ${preset}${ask.told ? `: "${ask.told}"` : asked ? '' : `, as a ${set.kind} has it`}` }
}

/** Smoke over what smokes in a set. */
function plumesOf(set: SetSpec, centre: Vec3, [windX, , windZ]: Vec3, density: number): Plume[] {
  const found: Plume[] = []
  const craters: Vec3[] = []
  for (const { prop, position, size } of set.placements) {
    const kind = SMOKING[prop]
    if (!kind || found.length >= MOST_PLUMES) continue
    const { top, ...plume } = kind
    if (prop === 'shell-hole') {
      if ([centre, ...craters].some((c) => Math.hypot(position[0] - c[0], position[2] - c[2]) < CRATERS_APART_M)) continue
      craters.push(position)
    }
    const lean = Math.min(1.2, 0.9 / plume.rise)
    found.push({
      ...plume,
      at: [position[0], position[1] + (prop === 'shell-hole' ? 0 : Math.max(size[1] * 0.8, top)), position[2]],
      lean: set.interior ? [0, 0] : [windX * lean, windZ * lean],
      scattering: plume.scattering * density,
    })
  }
  return found
}
