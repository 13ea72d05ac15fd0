import { propForWord, readPlace, SET_KINDS } from '../../departments/art'
import { wishesWeather } from '../../departments/locations'
import { didYouMean, SetSpec, type Value } from '../../film'
import { lightWords } from './light-words'
import { groundColour, type LocationPanoramas } from './location-panoramas'
import { placedSun } from './location-sun'
import { defined, fieldsOf } from './plain-data'
import type { LocationSettings } from './plan-settings'
import type { DataPath } from './read-yaml'
import { type Resolving, sayAt } from './resolve-bases'
import type { ResolvedLocation } from './resolved'
import { setWish } from './set-wish'

/** What the planner takes of a place; `path` is where it stands in the document. */
export function locationSettings(r: Resolving, l: ResolvedLocation, path: DataPath, panoramas: LocationPanoramas): LocationSettings {
  const panorama = panoramas.of(l, path)
  const set = l.set === undefined ? undefined : SetSpec.safeParse(l.set)
  if (set && !set.success && Array.isArray(fieldsOf(l.set).placements)) sayNoSpec(r, l, set.error.issues[0], [...path, 'set'])
  const wish = set && !set.success && !Array.isArray(fieldsOf(l.set).placements) ? setWish(r, fieldsOf(l.set), [...path, 'set']) : undefined
  const setting = l.interior === undefined ? 'INT/EXT' : l.interior ? 'INT' : 'EXT'
  const kind = [l.kind, l.description].find((words) => words !== undefined && readPlace(words.replace(/_/g, ' '), setting).words.length > 0)
  const nearKind = l.kind && kind !== l.kind ? didYouMean(l.kind.replace(/[_ ]/g, '-'), SET_KINDS) : undefined
  if (l.kind && kind !== l.kind)
    sayAt(
      r,
      'warning',
      'film.set-kind',
      [...path, 'preset'],
      `no kind of set is called ${l.kind}; ${l.name} is built by its name`,
      nearKind === undefined ? 'write kitchen, diner, office, street, forest, beach …' : `did you mean ${nearKind}?`,
      l.kind,
    )
  return defined({
    key: l.key,
    name: l.name,
    scenes: l.scenes,
    kind: kind?.replace(/_/g, ' '),
    interior: l.interior,
    panorama,
    aroundColour: panorama && l.type === 'hdri' && l.set === undefined ? groundColour(panorama) : undefined,
    set: set?.success ? (set.data as Value<SetSpec>) : undefined,
    wish,
    timeOfDay: l.light.time_of_day ?? (l.earth?.minutes === undefined ? undefined : placedSun(l.earth, 'DAY')?.hour),
    earth: l.earth,
    months: l.site?.weatherShown && l.site.weather.length > 0 && !wishesWeather(l.light.words) ? l.site.weather : undefined,
    month: l.month,
    words: lightWords(r, l.light.words, path),
    lamps: l.light.lamps,
    props: l.props.filter((p) => {
      const known = propForWord(p.toLowerCase()) !== undefined
      if (!known) sayAt(r, 'warning', 'film.prop', [...path, 'props'], `the store has no ${p}`, 'name another thing', p)
      return known
    }),
  }) as LocationSettings
}

/** A whole SetSpec that is none: where, and what is wrong; the set is designed instead. */
function sayNoSpec(
  r: Resolving,
  l: ResolvedLocation,
  issue: { readonly path: readonly PropertyKey[]; readonly message: string } | undefined,
  path: DataPath,
): void {
  const where = issue?.path.map(String).join('.') ?? ''
  sayAt(
    r,
    'warning',
    'film.set-spec',
    path,
    `the set of ${l.name} is no SetSpec: ${where === '' ? '' : `${where}: `}${issue?.message ?? 'it does not fit'}`,
    'compare it with what `oneshot plan` prints; until then the set is designed from the name',
    where,
  )
}
