import { readPlace } from '../../departments/art'
import { type RankedPlace, rankPlaces } from '../../departments/locations'
import { locationFor, type ResolvedLocation } from '../master'
import type { OpenedFilm } from '../open-production'
import { kindCandidates, ownCandidates, type ScoutedFilm, sceneNumber, soughtPlaces } from './place-candidates'

/** A place of the film, with all that is known of it. */
export interface ScoutedPlace {
  readonly key: string
  readonly name: string
  readonly kind: string
  readonly interior: boolean
  /** As the production has it; undefined for a place that only the script names. */
  readonly location: ResolvedLocation | undefined
  readonly scenes: readonly { readonly number: string; readonly title: string }[]
  /** Address of the shot that shows most of it; undefined where nothing is shot there. */
  readonly shot: string | undefined
}

/** The places that a scene could play in, the best first. */
export interface FoundPlaces {
  readonly number: string
  readonly title: string
  readonly places: readonly RankedPlace[]
}

/** All that a film's scout brings home. */
export interface ScoutBook {
  readonly title: string
  readonly places: readonly ScoutedPlace[]
  readonly finder: readonly FoundPlaces[]
}

/** From wide to near: the widest shot shows most of a place. */
const WIDE_FIRST = ['EWS', 'WS', 'FS', 'MLS', 'MS', 'MCU', 'CU', 'ECU']

/** Scouts a film: its places with what is known of them, and for every scene its own locations and the built-in kinds of places, ranked. */
export function scoutBook({ production, film }: Pick<OpenedFilm, 'production' | 'film'>): ScoutBook {
  const { script, breakdown, store } = film
  const locationOf = script.scenes.map(({ heading }, i) => locationFor(heading, production, { index: i + 1, number: heading.number }))
  const scouted: ScoutedFilm = { production, script, breakdown, store, locationOf }
  const own = ownCandidates(scouted)
  const candidates = [...own, ...kindCandidates()]
  const title = (i: number) => script.scenes[i]?.heading.text ?? ''
  const numbers = (which: readonly number[]) => which.map((i) => ({ number: sceneNumber(script, i), title: title(i) }))
  const widest = (which: readonly number[]) => {
    const keys = new Set(which.map((i) => script.scenes[i]?.key))
    const shots = store.plan.shots.filter((s) => keys.has(s.sceneKey) && s.set === undefined)
    return shots.reduce<(typeof shots)[number] | undefined>(
      (best, s) => (best && WIDE_FIRST.indexOf(best.size) <= WIDE_FIRST.indexOf(s.size) ? best : s),
      undefined,
    )?.address
  }
  const listed = production.locations.map((l, k): ScoutedPlace => {
    const which = script.scenes.flatMap((_, i) => (locationOf[i]?.key === l.key ? [i] : []))
    const { kind, interior } = own[k] as (typeof own)[number]
    return { key: l.key, name: l.name, kind, interior, location: l, scenes: numbers(which), shot: widest(which) }
  })
  const others = new Map<string, number[]>()
  script.scenes.forEach(({ heading }, i) => {
    if (!locationOf[i]) others.set(heading.locationKey, [...(others.get(heading.locationKey) ?? []), i])
  })
  const unlisted = [...others].map(([key, which]): ScoutedPlace => {
    const { location, setting } = script.scenes[which[0] as number]!.heading
    const { kind, interior } = readPlace(location, setting)
    return { key, name: location, kind, interior, location: undefined, scenes: numbers(which), shot: widest(which) }
  })
  const finder = soughtPlaces(scouted).map((scene, i) => ({ number: scene.number, title: title(i), places: rankPlaces(scene, candidates) }))
  return { title: store.plan.title || 'Untitled', places: [...listed, ...unlisted], finder }
}
