import { keyWords, RATIO_RANGE, RIG_NAMES, type RigAsk, rigNamed, rigWords } from '../../departments/lighting'
import { slug } from '../../film'
import { airIn } from './air-words'
import { lampChanges } from './lamp-changes'
import { CLOCK, dayOf, earthlyPlace } from './location-sun'
import { defined, entriesOf, type Fields, fieldsOf, isFields, textOf, textsOf } from './plain-data'
import { monthOf, readSite } from './read-site'
import { timeOf, wordsIn } from './read-words'
import type { DataPath } from './read-yaml'
import { referenceOf } from './references'
import { type Resolving, sayAt, withBases } from './resolve-bases'
import { MOST_ENTRIES, scenesAt } from './resolve-cast'
import type { ResolvedLight, ResolvedLocation } from './resolved'

/** Every place in the section, templates resolved. */
export function resolveLocations(r: Resolving): ResolvedLocation[] {
  const seen = new Set<string>()
  return entriesOf(r.document.data.locations, ['locations'])
    .slice(0, MOST_ENTRIES)
    .flatMap(({ name, value, path }): ResolvedLocation[] => {
      const f = withBases(r, fieldsOf(value), path)
      const called = textOf(f.name) ?? name ?? textOf(f.key)
      if (!called) {
        sayAt(
          r,
          'error',
          'production.location-without-name',
          path,
          'a location has no name',
          'write `name:` as in the headings of the script',
        )
        return []
      }
      const key = slug(textOf(f.key) ?? called)
      if (seen.has(key)) {
        sayAt(r, 'error', 'production.location-twice', path, `${called} stands here twice`, 'make one location of the two', called)
        return []
      }
      seen.add(key)
      const scenes = f.scenes ?? f.scene
      return [
        defined({
          key,
          name: called.toUpperCase(),
          type: (textOf(f.type) ?? (f.set !== undefined ? 'set' : 'generated')).toLowerCase().replace(/[-_]/g, ' '),
          kind: textOf(f.preset) ?? textOf(f.kind) ?? textOf(isFields(f.set) ? f.set.kind : f.set),
          hdri:
            textOf(isFields(f.hdri) ? (f.hdri.file ?? f.hdri.path) : f.hdri) ??
            (textOf(f.type)?.toLowerCase() === 'hdri' ? textOf(f.file ?? f.path) : undefined),
          hdri_rotation: numberIn(r, f, 'rotation', path),
          hdri_intensity: numberIn(r, f, 'intensity', path),
          set: isFields(f.set) ? f.set : undefined,
          interior: typeof f.interior === 'boolean' ? f.interior : typeof f.exterior === 'boolean' ? !f.exterior : undefined,
          description: textOf(f.description),
          scenes: scenes === undefined ? undefined : scenesAt(r, scenes, [...path, f.scenes === undefined ? 'scene' : 'scenes']),
          light: lightOf(r, f, path),
          earth: earthlyPlace(r, f, path),
          reference: referenceOf(f, 'location'),
          // What of it cannot be taken is said when the production is checked.
          site: readSite(f).site,
          month: dayOf(f.date)?.[1] ?? (monthOf(textOf(f.month) ?? '') || undefined),
          props: propNames(f.props),
        }) as ResolvedLocation,
      ]
    })
}

/** A number that a panorama is given, where it means something: degrees of any size, a brightness above 0 and up to 100. */
function numberIn(r: Resolving, f: Fields, name: 'rotation' | 'intensity', path: DataPath): number | undefined {
  const value = fieldsOf(f.hdri)[name]
  if (value === undefined) return undefined
  const isGood = typeof value === 'number' && Number.isFinite(value) && (name === 'rotation' || (value > 0 && value <= 100))
  if (isGood) return value
  sayAt(
    r,
    'warning',
    `production.hdri-${name}`,
    [...path, 'hdri', name],
    `${String(value)} is no ${name} of a panorama`,
    name === 'rotation' ? 'write degrees to the right: 90' : 'write a number above 0 and up to 100; 1 is as bright as a sky of ours',
    value,
  )
  return undefined
}

/** Names of props, from words and from `{ name }`. */
export const propNames = (value: unknown): string[] =>
  Array.isArray(value) ? value.flatMap((p) => textOf(isFields(p) ? p.name : p)?.replace(/_/g, ' ') ?? []) : textsOf(value)

/** What a part says of its light: time, weather, mood; in words as the lighting reads them. */
export function lightOf(r: Resolving, f: Fields, path: DataPath): ResolvedLight {
  const inner = fieldsOf(f.lighting ?? f.light)
  const free = [f.lighting, f.light].flatMap((v) => (isFields(v) ? [] : wordsIn(v)))
  const asked = f.time_of_day ?? (CLOCK.test(textOf(f.time) ?? '') ? undefined : f.time) ?? inner.time_of_day ?? inner.time
  const time = timeOf(asked) ?? free.map(timeOf).find((t) => t !== undefined)
  if (asked !== undefined && !timeOf(asked)) {
    const key =
      f.time_of_day !== undefined
        ? ['time_of_day']
        : f.time !== undefined
          ? ['time']
          : [f.lighting !== undefined ? 'lighting' : 'light', 'time_of_day']
    sayAt(
      r,
      'warning',
      'production.time-of-day',
      [...path, ...key],
      `${String(asked)} is no time of day`,
      'write day, night, dawn or dusk',
      asked,
    )
  }
  const rig = rigIn(r, inner, [...path, f.lighting !== undefined ? 'lighting' : 'light'])
  const words = [
    ...wordsIn(f.weather),
    ...wordsIn(inner.weather),
    ...wordsIn(f.mood),
    ...wordsIn(inner.mood),
    ...(rig ? [] : wordsIn(inner.preset)),
    ...wordsIn(inner.words),
    // A thing that shines, and a rig: as the whole of a light it is the rig.
    ...free.map((word) => {
      const rigged = free.length === 1 ? rigNamed(word, true) : undefined
      return rigged ? rigWords({ name: rigged }) : word
    }),
    ...(time?.word ? [time.word] : []),
    ...(rig ? [rig] : []),
    ...airIn(r, f.air ?? inner.air, [
      ...path,
      ...(f.air === undefined ? [f.lighting !== undefined ? 'lighting' : 'light', 'air'] : ['air']),
    ]),
  ]
  const lamps = lampChanges(r, inner.lamps, [...path, f.lighting !== undefined ? 'lighting' : 'light', 'lamps'])
  return defined({ time_of_day: time?.time, words: [...new Set(words)], lamps }) as ResolvedLight
}

/** Key to fill for the contrast of a light in words. */
const CONTRASTS: Readonly<Record<string, number>> = { low: 2, normal: 4, medium: 4, high: 8 }

/** The rig that a part asks for, in words: by name, with its key to fill (`6`, `6:1`) and the key's side; a ratio alone is three-point, a side alone turns the rig that is there. */
function rigIn(r: Resolving, inner: Fields, path: DataPath): string | undefined {
  const { rig, preset, key } = inner
  const ratio = inner.ratio ?? CONTRASTS[textOf(inner.contrast)?.toLowerCase() ?? ''] ?? inner.contrast
  const named = textOf(rig) ?? textOf(preset)
  const name = named === undefined ? undefined : rigNamed(named.replace(/_/g, ' '), true)
  if (textOf(rig) !== undefined && !name)
    sayAt(r, 'warning', 'production.light-rig', [...path, 'rig'], `no rig is called ${String(rig)}`, `write ${RIG_NAMES.join(', ')}`, rig)
  const asked = Number(/^\s*(\d+(?:\.\d+)?)\s*(?::\s*1\s*)?$/.exec(textOf(ratio) ?? String(ratio))?.[1])
  const { least, most } = RATIO_RANGE
  const isRatio = asked >= least && asked <= most
  if (ratio !== undefined && !isRatio)
    sayAt(
      r,
      'warning',
      'production.light-ratio',
      [...path, 'ratio'],
      `${String(ratio)} is no key to fill`,
      `write a number from ${least} to ${most}: 4, or 4:1`,
      ratio,
    )
  const side = /^(?:from (?:the )?)?(left|right)$/i.exec(textOf(key) ?? '')?.[1]?.toLowerCase() as RigAsk['from']
  if (key !== undefined && !side)
    sayAt(r, 'warning', 'production.light-key', [...path, 'key'], `${String(key)} is no side of the picture`, 'write left or right', key)
  if (!name && !isRatio) return side && keyWords(side)
  return rigWords(defined({ name: name ?? 'three-point', ratio: isRatio ? asked : undefined, from: side }) as RigAsk)
}
