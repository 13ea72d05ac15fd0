import { distanceKm } from './great-circle'
import { forbidden, namesPart, type SceneNeeds } from './scene-needs'
import { permitOn, type Site } from './site'
import type { Coordinates } from './sun-path'

/** A place that a scene could play in. */
export interface PlaceCandidate {
  readonly name: string
  /** `production`: one of its own locations; `kind`: a kind of place that the house builds. */
  readonly from: 'production' | 'kind'
  /** What is built there. */
  readonly kind: string
  readonly interior: boolean
  /** Ids of what stands there. */
  readonly things: readonly string[]
  readonly site?: Site
  readonly at?: Coordinates
  /** The day it is shot, `2026-06-21`. */
  readonly day?: string
  /** Scenes (numbers) that the production plays there. */
  readonly scenes: readonly string[]
}

/** A scene as places are sought for it. */
export interface SoughtPlace {
  readonly number: string
  readonly setting: 'INT' | 'EXT' | 'INT/EXT'
  readonly needs: SceneNeeds
  /** What its heading means to the builders, and the words that decided; no word means that the kind is a guess. */
  readonly kind: string
  readonly words: readonly string[]
  /** What stands in such a place usually. */
  readonly usual: readonly string[]
  /** Things that its action lines name, ids. */
  readonly things: readonly string[]
  /** Whether a thing comes with those who use it, and nobody looks for a place that has it. */
  readonly isSmall: (thing: string) => boolean
  /** The sun over a candidate at the scene's hour, in words; `down` where it does not rise that day; undefined where nobody knows. */
  readonly sun: (place: PlaceCandidate) => string | undefined
  /** Where the scene before it plays. */
  readonly before?: { readonly name: string; readonly at?: Coordinates }
}

/** How well a place fits a scene, and why. */
export interface RankedPlace {
  readonly name: string
  readonly from: PlaceCandidate['from']
  readonly kind: string
  /** Points; more is better. */
  readonly score: number
  /** What speaks for it, in words, the weightiest first. */
  readonly why: readonly string[]
  /** What speaks against it. */
  readonly against: readonly string[]
  /** Why it cannot be had at all. */
  readonly excluded?: string
}

/** Points. A place of the right kind outweighs anything that is merely handy; what is missing weighs less than what is there. */
const POINTS = {
  named: 30,
  kind: 40,
  like: 24,
  setting: 12,
  own: 4,
  part: 6,
  noPart: -5,
  thing: 4,
  noThing: -2,
  used: 8,
  granted: 4,
  ungranted: -4,
  noPower: -3,
}
const MOST_THINGS = 5
/** Kilometres of a company move that cost a point, and the most they cost. */
const MOVE = { kmAPoint: 10, most: 8 } as const

/** Places for a scene, the best first; those that cannot be had are last. Equal ones stay as they were given. */
export function rankPlaces(scene: SoughtPlace, candidates: readonly PlaceCandidate[]): RankedPlace[] {
  return candidates
    .map((c) => judged(scene, c))
    .map((ranked, i) => ({ ranked, i }))
    .sort((a, b) => Number(!!a.ranked.excluded) - Number(!!b.ranked.excluded) || b.ranked.score - a.ranked.score || a.i - b.i)
    .map(({ ranked }) => ranked)
}

const listed = (words: readonly string[]): string => words.map((w) => w.replaceAll('-', ' ')).join(', ')

function judged(scene: SoughtPlace, place: PlaceCandidate): RankedPlace {
  const said: { points: number; text: string }[] = []
  const say = (points: number, text: string) => said.push({ points, text })
  const { needs } = scene
  const { site } = place
  const isHere = place.scenes.includes(scene.number)
  if (isHere) say(POINTS.named, 'the production plays the scene there')
  kindOf(scene, place, say)
  if (scene.setting !== 'INT/EXT') {
    const inside = scene.setting === 'INT'
    if (place.interior === inside) say(POINTS.setting, inside ? 'it is inside, as the heading' : 'it is outside, as the heading')
    else
      say(-2 * POINTS.setting, place.interior ? 'it is inside, and the scene plays outside' : 'it is outside, and the scene plays inside')
  }
  if (place.from === 'production') say(POINTS.own, 'it is a location of the production')
  const features = site?.features ?? []
  const hasPart = (part: string) =>
    features.find((f) => namesPart(part, f)) ?? (place.things.some((t) => namesPart(part, t.replaceAll('-', ' '))) ? part : undefined)
  for (const { part, text } of needs.parts) {
    const has = hasPart(part)
    if (has) say(POINTS.part, `it has what “${text}” asks for: ${has}`)
    else say(POINTS.noPart, `no ${part} there (“${text}”)`)
  }
  for (const feature of features)
    if (!needs.parts.some((p) => namesPart(p.part, feature)) && contentWords(feature).some((w) => needs.text.includes(w)))
      say(POINTS.part, `the scene tells of its ${feature}`)
  const there = scene.things.filter((t) => place.things.includes(t))
  const lacking = scene.things.filter((t) => !place.things.includes(t) && !scene.isSmall(t))
  if (there.length > 0) say(POINTS.thing * Math.min(there.length, MOST_THINGS), `it has ${listed(there)}, which the action uses`)
  if (lacking.length > 0) say(POINTS.noThing * Math.min(lacking.length, MOST_THINGS), `${listed(lacking)} must be brought`)
  const others = place.scenes.filter((n) => n !== scene.number)
  if (others.length > 0)
    say(
      POINTS.used,
      `no company move: ${others.length === 1 ? 'scene' : 'scenes'} ${others.join(', ')} ${others.length === 1 ? 'plays' : 'play'} there too`,
    )
  else if (place.at && scene.before?.at && scene.before.name !== place.name) {
    const km = distanceKm(place.at, scene.before.at)
    if (km > 0.3) say(-Math.min(km / MOVE.kmAPoint, MOVE.most), `a company move of ${km} km from ${scene.before.name}`)
  }
  if (site && needs.hour === 'NIGHT' && /\b(?:no|none|without)\b/i.test(site.logistics.power ?? ''))
    say(POINTS.noPower, `power for lamps by night: ${site.logistics.power}`)
  const sun = needs.hour === 'NIGHT' ? undefined : scene.sun(place)
  if (sun !== undefined && sun !== 'down') say(0.5, sun)
  for (const permit of site?.permits ?? []) {
    const state = permitOn(permit, place.day)
    if (state === 'granted') say(POINTS.granted, `${permit.name} is granted${permit.until ? ` until ${permit.until}` : ''}`)
    else if (state === 'wanted' || state === 'applied') say(POINTS.ungranted, `${permit.name} is ${state}, not granted`)
  }
  const score = Math.round(said.reduce((s, { points }) => s + points, 0) * 10) / 10
  const words = (list: typeof said) => list.toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points)).map((s) => s.text)
  const excluded = exclusion(scene, place, sun)
  return {
    name: place.name,
    from: place.from,
    kind: place.kind,
    score,
    why: words(said.filter((s) => s.points > 0)),
    against: words(said.filter((s) => s.points < 0)),
    ...(excluded === undefined ? {} : { excluded }),
  }
}

/** Whether it is the kind of place that the heading means, or has what stands in one. */
function kindOf(scene: SoughtPlace, place: PlaceCandidate, say: (points: number, text: string) => void): void {
  if (place.kind === scene.kind) {
    if (scene.words.length > 0) say(POINTS.kind, `“${scene.words[0]}” in the heading means ${article(place.kind)}`)
    else say(POINTS.kind / 4, 'no word of the heading names a kind of place; this is the plain one')
    return
  }
  const shared = scene.usual.filter((t) => place.things.includes(t))
  const all = new Set([...scene.usual, ...place.things]).size
  const points = all > 0 ? (POINTS.like * shared.length) / all : 0
  if (shared.length > 0) say(points, `like ${article(scene.kind)} it has ${listed(shared.slice(0, 4))}`)
}

const article = (kind: string): string => `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind.replaceAll('-', ' ')}`

/** Why a place cannot be had for a scene; undefined where it can. */
function exclusion(scene: SoughtPlace, { site, day }: PlaceCandidate, sun: string | undefined): string | undefined {
  for (const restriction of site?.restrictions ?? []) {
    const forbids = forbidden(restriction, scene.needs.hour)
    const hit = scene.needs.does.find((d) => forbids.includes(d.activity))
    if (hit) return `“${restriction}” there, and the scene has ${hit.activity === 'night' ? 'night' : `“${hit.text}”`}`
  }
  for (const permit of site?.permits ?? []) {
    const state = permitOn(permit, day)
    if (state === 'refused') return `${permit.name} was refused`
    if (state === 'expired')
      return `${permit.name} ended${permit.until ? ` on ${permit.until}` : ''}${day ? `, before the day of the shoot (${day})` : ''}`
    if (state === 'not yet') return `${permit.name} begins on ${permit.from}, after the day of the shoot (${day})`
  }
  if (sun === 'down') return `the sun does not rise there on ${day ?? 'that day'}`
  return undefined
}

const PLAIN = new Set([
  'with',
  'from',
  'over',
  'large',
  'small',
  'room',
  'rooms',
  'original',
  'wide',
  'high',
  'open',
  'and',
  'the',
  'old',
  'working',
])
/** Words of a feature that a script could name. */
const contentWords = (feature: string): string[] =>
  feature
    .toLowerCase()
    .split(/[^a-z0-9äöüßéèñ]+/)
    .filter((w) => w.length > 3 && !PLAIN.has(w))
