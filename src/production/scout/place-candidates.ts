import { designSet, propForWord, propInfo, readPlace, SET_KINDS } from '../../departments/art'
import { type PlaceCandidate, type SoughtPlace, sceneNeeds } from '../../departments/locations'
import type { Breakdown, RenderPlan, Script, SetSpec, TimeOfDay } from '../../film'
import { type EarthlyPlace, placedSun, type ResolvedLocation, type ResolvedProduction } from '../master'

/** What of a production places are sought and scouted by. */
export interface ScoutedFilm {
  readonly production: Pick<ResolvedProduction, 'locations' | 'meta'>
  readonly script: Script
  readonly breakdown: Breakdown
  readonly store: { readonly plan: RenderPlan; readonly sets: Readonly<Record<string, SetSpec>> }
  /** By scene: what the production says of its place; undefined where it says nothing. */
  readonly locationOf: readonly (ResolvedLocation | undefined)[]
}

/** `2026-06-21` */
export const dayText = ({ date: [y, m, d] }: EarthlyPlace): string => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`

/** What stands in a set, without patches of its ground; windows are things of it, too. */
const thingsOf = (set: SetSpec): readonly string[] => [
  ...new Set([...set.placements.flatMap((p) => (p.prop.startsWith('zone-') ? [] : [p.prop])), ...set.openings.map((o) => o.kind)]),
]

/** A thing that an action line names: not one that is only called after it, as coat hooks are after a coat. */
const thingNamed = (name: string): readonly string[] => {
  const id = propForWord(name)
  return id === undefined || id.startsWith(`${name}-`) ? [] : [id]
}

/** Every kind of place that the house builds, built plainly; the same in every film. */
let kinds: readonly PlaceCandidate[] | undefined

/** The kinds of places that the house builds, each with what stands in it. */
export function kindCandidates(): readonly PlaceCandidate[] {
  kinds ??= SET_KINDS.map((kind): PlaceCandidate => {
    const location = kind.replaceAll('-', ' ').toUpperCase()
    const [inside, outside] = (['INT', 'EXT'] as const).map((setting) => readPlace(location, setting))
    const setting = outside?.kind === kind && inside?.kind !== kind ? 'EXT' : 'INT'
    const set = designSet({ locationKey: `kind-${kind}`, location, setting })
    return { name: kind.replaceAll('-', ' '), from: 'kind', kind, interior: set.interior, things: thingsOf(set), scenes: [] }
  })
  return kinds
}

/** The scenes' numbers as people write them: their own, else their place from 1. */
export const sceneNumber = (script: Script, i: number): string => script.scenes[i]?.heading.number ?? String(i + 1)

/** The production's own locations, with what is built there. */
export function ownCandidates(film: ScoutedFilm): readonly PlaceCandidate[] {
  const { script, store, locationOf } = film
  return film.production.locations.map((l): PlaceCandidate => {
    const scenes = script.scenes.flatMap((_, i) => (locationOf[i]?.key === l.key ? [i] : []))
    const built = scenes.flatMap((i) => store.sets[store.plan.scenes[i]?.set ?? ''] ?? [])[0]
    const said = [l.kind, l.name, l.description ?? ''].join(' ').replaceAll('_', ' ').toUpperCase()
    const setting = l.interior === undefined ? 'INT/EXT' : l.interior ? 'INT' : 'EXT'
    const set = built ?? designSet({ locationKey: l.key, location: (l.kind ?? l.name).replaceAll('_', ' ').toUpperCase(), setting })
    const read = built
      ? readPlace(script.scenes[scenes[0] as number]?.heading.location ?? said, set.interior ? 'INT' : 'EXT')
      : readPlace(said, setting)
    return {
      name: l.name,
      from: 'production',
      kind: l.kind ? readPlace(l.kind.replaceAll('_', ' '), setting).kind : read.kind,
      interior: l.interior ?? set.interior,
      things: [...new Set([...thingsOf(set), ...l.props.flatMap((p) => propForWord(p.toLowerCase()) ?? [])])],
      scenes: scenes.map((i) => sceneNumber(script, i)),
      ...(l.site ? { site: l.site } : {}),
      ...(l.earth ? { at: l.earth, day: dayText(l.earth) } : {}),
    }
  })
}

/** What each scene asks of a place, in the film's order. */
export function soughtPlaces(film: ScoutedFilm): readonly SoughtPlace[] {
  const { script, breakdown, locationOf } = film
  const kindsByName = new Map(kindCandidates().map((k) => [k.kind, k]))
  const earths = new Map(film.production.locations.flatMap((l) => (l.earth ? [[l.name, l.earth] as const] : [])))
  return script.scenes.map(({ key, heading, elements }, i): SoughtPlace => {
    const read = readPlace(heading.location, heading.setting)
    const actions = elements.flatMap((e) => (e.kind === 'action' ? [e.text] : []))
    const items = breakdown.scenes.find((s) => s.sceneKey === key)?.items ?? []
    const before = locationOf[i - 1]
    return {
      number: sceneNumber(script, i),
      setting: heading.setting,
      needs: sceneNeeds(heading.text, heading.timeOfDay, actions),
      kind: read.kind,
      words: read.words,
      usual: kindsByName.get(read.kind)?.things ?? [],
      isSmall: (id) => propInfo(id).place === 'top',
      things: [...new Set(items.flatMap((n) => (n.category === 'prop' || n.category === 'vehicle' ? thingNamed(n.name) : [])))],
      sun: (place) => sunOver(earths.get(place.name), heading.timeOfDay),
      ...(before ? { before: { name: before.name, ...(before.earth ? { at: before.earth } : {}) } } : {}),
    }
  })
}

function sunOver(earth: EarthlyPlace | undefined, hour: TimeOfDay): string | undefined {
  if (!earth || hour === 'NIGHT') return undefined
  const sun = placedSun(earth, hour)
  if (!sun || sun.altitude < -6) return 'down'
  return sun.hour === hour || sun.altitude > 0 ? sun.says : undefined
}
