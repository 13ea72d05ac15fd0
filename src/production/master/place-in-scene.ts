import { readPlace, type SetWish } from '../../departments/art'
import type { LampChange, PlacedPanorama } from '../../departments/lighting'
import { monthNamed, type UsualWeather, usualWeather } from '../../departments/locations'
import { type LightPlan, roundNumbers, type SceneHeading, type Script, type SetSpec, slug, type TimeOfDay } from '../../film'
import type { EarthlyPlace } from './location-sun'
import type { LocationSettings, PlanSettings, ReferenceSettings } from './plan-settings'
import { inScenes, type SceneName, yearOfScene } from './scenes'

/** Where a scene plays, as the production wants it. */
export interface ScenePlace {
  /** What the art department designs from. Scenes that share the key share the set. */
  readonly locationKey: string
  readonly location: string
  readonly setting: SceneHeading['setting']
  /** A whole set to take instead. */
  readonly set: SetSpec | undefined
  /** What is wanted otherwise of the set that is designed. */
  readonly wish: SetWish | undefined
  /** A picture that is its sky. */
  readonly panorama: PlacedPanorama | undefined
  /** Where that is all of its surroundings: the colour of the ground in it, `#rrggbb`. */
  readonly aroundColour: string | undefined
  readonly timeOfDay: TimeOfDay
  /** Where on the earth it is, and when. */
  readonly earth: EarthlyPlace | undefined
  /** A photograph that its light is matched to. */
  readonly reference?: ReferenceSettings | undefined
  /** What the month is like there, for scenes that tell of no weather. */
  readonly month: UsualWeather | undefined
  /** The year it is dressed for; today when absent. */
  readonly year: number | undefined
  /** Weather and light in words, beside what the script's action says. */
  readonly words: readonly string[]
  /** Lamps that are to be other than they are planned. */
  readonly lamps: readonly LampChange[]
  /** Things that stand there, beside those the script names. */
  readonly props: readonly string[]
}

/** Whether a location's key means a heading: its whole place, or a part between dashes or commas (`STATION - BUNKS`). */
export function isNamedIn(key: string, { location, locationKey }: SceneHeading): boolean {
  return key === locationKey || key === slug(location) || location.split(/\s+[-–—]\s+|\s*,\s*/).some((part) => slug(part) === key)
}

/**
 * What a production says of the place of a scene: by scene number, else by the heading's words; the whole place before a
 * part of it. By words, a place that is said to lie inside means headings inside only.
 */
export function locationFor<L extends Pick<LocationSettings, 'key' | 'scenes' | 'interior'>>(
  heading: SceneHeading,
  { locations }: { readonly locations: readonly L[] },
  scene: SceneName,
): L | undefined {
  const numbered = locations.find((l) => l.scenes && inScenes(l.scenes, scene))
  if (numbered) return numbered
  const here = (l: L) => l.interior === undefined || heading.setting === 'INT/EXT' || l.interior === (heading.setting === 'INT')
  const named = locations.filter((l) => !l.scenes && here(l) && isNamedIn(l.key, heading))
  return named.find((l) => l.key === heading.locationKey || l.key === slug(heading.location)) ?? named[0]
}

/** The place of a scene: the heading's, and over it what the production says. */
export function placeOfScene(heading: SceneHeading, settings: PlanSettings, scene: SceneName): ScenePlace {
  const said = locationFor(heading, settings, scene)
  return {
    ...builtAs(heading, said),
    ...openTo(heading, said),
    set: said?.set,
    wish: said?.wish,
    year: yearOfScene(settings, scene),
    earth: said?.earth,
    reference: said?.reference,
    month: monthOf(heading, said),
    timeOfDay: said?.timeOfDay ?? (heading.timeText === '' ? settings.timeOfDay : undefined) ?? heading.timeOfDay,
    words: [...settings.words, ...(said?.words ?? [])],
    lamps: [...(settings.lamps ?? []), ...(said?.lamps ?? [])],
    props: said?.props ?? [],
  }
}

/**
 * Another place for a shot than its scene's: one that the production lists, one of the script, or whatever its name says.
 * The hour is the scene's, where the place has none of its own.
 */
export function placeOfShot(
  name: string,
  usual: { readonly heading: SceneHeading; readonly place: ScenePlace },
  script: Pick<Script, 'scenes'>,
  settings: PlanSettings,
): { readonly heading: SceneHeading; readonly place: ScenePlace } {
  const key = slug(name)
  const said = settings.locations.find((l) => l.key === key) ?? settings.locations.find((l) => slug(l.name) === key)
  const called = said?.name ?? name
  const known = script.scenes.find((s) => isNamedIn(slug(called), s.heading))?.heading
  const location = known?.location ?? called.replace(/_/g, ' ').toUpperCase()
  const inside = said?.interior ?? readPlace(`${location} ${said?.kind ?? ''}`, 'INT/EXT').interior
  const setting = known?.setting ?? (inside ? 'INT' : 'EXT')
  const heading: SceneHeading = {
    ...usual.heading,
    setting,
    location,
    locationKey: known?.locationKey ?? slug(`${setting} ${location}`),
    text: `${setting}. ${location}`,
  }
  const place: ScenePlace = {
    ...builtAs(heading, said),
    ...openTo(heading, said),
    set: said?.set,
    wish: said?.wish,
    year: usual.place.year,
    earth: said?.earth,
    reference: said?.reference,
    month: monthOf(heading, said),
    timeOfDay: said?.timeOfDay ?? usual.place.timeOfDay,
    words: [...settings.words, ...(said?.words ?? [])],
    lamps: [...(settings.lamps ?? []), ...(said?.lamps ?? [])],
    props: said?.props ?? [],
  }
  return { heading, place }
}

/**
 * What is built: the heading's own place, or the wanted kind of it, with the place's words in front, which still say its
 * style, unless they would make another kind of it. What is another place has another key.
 */
function builtAs(heading: SceneHeading, said: LocationSettings | undefined): Pick<ScenePlace, 'locationKey' | 'location' | 'setting'> {
  const { locationKey, location } = heading
  const setting = said?.interior === undefined ? heading.setting : said.interior ? 'INT' : 'EXT'
  const wanted = (said?.kind ?? location).toUpperCase()
  const { kind } = readPlace(wanted, setting)
  const is = (words: string) => readPlace(words, setting).kind === kind
  if (setting === heading.setting && is(location)) return { locationKey, location, setting }
  const both = `${location} - ${wanted}`
  return { locationKey: `${locationKey}.${setting.toLowerCase().replace('/', '-')}-${kind}`, location: is(both) ? both : wanted, setting }
}

/** The panorama of a place. Outside, a kind of place that somebody named keeps its own surroundings. */
function openTo({ setting }: SceneHeading, said: LocationSettings | undefined): Pick<ScenePlace, 'panorama' | 'aroundColour'> {
  const isBuilt = said?.kind !== undefined && setting !== 'INT'
  return { panorama: said?.panorama, aroundColour: isBuilt ? undefined : said?.aroundColour }
}

/** What the month is like at a place, where the production says what its months are. */
function monthOf(heading: SceneHeading, said: LocationSettings | undefined): UsualWeather | undefined {
  if (!said?.months) return undefined
  const month = monthNamed(heading.text, said.earth?.latitude) ?? said.month
  const weather = said.months.find((m) => m.month === month)
  return weather && usualWeather(weather)
}

/** A scene's light with the film's grade on it. */
export function gradedLight(light: LightPlan, { grade }: Pick<PlanSettings, 'grade'>): LightPlan {
  if (!grade) return light
  const by = (a: LightPlan['grade']['shadows'], b: readonly [number, number, number]) => [a[0] * b[0], a[1] * b[1], a[2] * b[2]] as const
  const { saturation, contrast, shadows, highlights } = light.grade
  return roundNumbers({
    ...light,
    grade: {
      saturation: saturation * grade.saturation,
      contrast: contrast * grade.contrast,
      shadows: by(shadows, grade.shadows),
      highlights: by(highlights, grade.highlights),
    },
  })
}
