import { wishesWeather } from '../../departments/locations'
import { type Diagnostic, parseFrameRate, readEra, secondsToFrames, slug } from '../../film'
import { cameraSettings } from './camera-settings'
import { CastModels } from './cast-models'
import { characterSettings } from './character-settings'
import { lightWords } from './light-words'
import { LocationPanoramas } from './location-panoramas'
import { locationSettings } from './location-settings'
import type { MasterDocument, ProductionFile } from './master-document'
import { defined, entriesOf, fieldsOf, textOf } from './plain-data'
import type { PlanSettings, ShotSettings } from './plan-settings'
import type { DataPath } from './read-yaml'
import { References } from './references'
import { type Resolving, sayAt } from './resolve-bases'
import type { ResolvedProduction } from './resolved'
import { sayNotYet } from './say-stand-in'
import type { ColourPreset } from './settings'
import { shotSettings } from './shot-settings'
import { shotsInFilm } from './takes'

/** What the planner takes of a production, and what nobody can honour yet: each a warning. */
export interface FilmSettingsResult {
  readonly settings: PlanSettings
  readonly diagnostics: readonly Diagnostic[]
}

/** Length of a dissolve or wipe that says none, seconds. */
const CROSS_S = 1

/** Takes out of a production whatever changes the plan of its film. */
export function filmSettingsOf(
  production: ResolvedProduction,
  document: MasterDocument,
  files: readonly ProductionFile[] = [],
): FilmSettingsResult {
  const diagnostics: Diagnostic[] = []
  const r: Resolving = { document, say: (d) => void diagnostics.push(d) }
  const models = new CastModels(r, files)
  const panoramas = new LocationPanoramas(r, files)
  const references = new References(r, files)
  const fps = parseFrameRate(production.fps)
  const listed = production.script === undefined && production.shots !== 'auto'
  const all = production.shots === 'auto' ? [] : production.shots
  // Without a script every take is a shot of the film.
  const shots = listed ? all : shotsInFilm(all, production.takes)
  sayUnread(r, production)
  const [characterAt, locationAt] = [pathsOf(document, 'characters'), pathsOf(document, 'locations')]
  const settings: PlanSettings = defined({
    fps,
    aspect: production.aspect,
    title: production.meta.title,
    author: production.meta.author,
    characters: production.characters.map((c) => characterSettings(r, c, characterAt(c.key), models, production.settings.voices)),
    locations: production.locations.map((l) => {
      const { months, ...said } = locationSettings(r, l, locationAt(l.key), panoramas)
      const reference = references.of(l.reference, locationAt(l.key))
      return { ...said, ...(months && !wishesWeather(production.light.words) ? { months } : {}), ...(reference ? { reference } : {}) }
    }),
    words: lightWords(r, [...production.style.mood, ...production.light.words], ['style']),
    lamps: production.light.lamps,
    year: yearOf(r, production),
    timeOfDay: production.light.time_of_day,
    camera: listed || Object.keys(production.camera).length === 0 ? undefined : cameraSettings(production.camera),
    grade: gradeOf(production),
    shots: shots.flatMap((s, i): ShotSettings[] => {
      const number = listed ? 1 : (s.number ?? (s.scene === undefined ? undefined : 0))
      if (number !== undefined) {
        const reference = references.of(s.reference, s.path)
        return [
          { ...shotSettings(r, s, production, listed, listed ? String(i + 1) : s.scene, number), ...(reference ? { reference } : {}) },
        ]
      }
      sayAt(
        r,
        'warning',
        'film.shot-name',
        s.path,
        `the shot ${s.name} names no planned shot; it changes nothing`,
        'name it by scene and shot, sc3.sh2, or say which scene it is cut into: `scene: 3`',
        s.name,
      )
      return []
    }),
    listed,
    mute: production.sound?.silent || production.sound?.dialogue_db === null ? true : undefined,
    edits: production.edits,
    transitions: production.transitions.map((t) => ({ ...t, frames: t.frames ?? secondsToFrames(CROSS_S, fps) })),
  }) as PlanSettings
  return { settings: { ...settings, references: references.hashes, models: models.files, panoramas: panoramas.files }, diagnostics }
}

/** Where the entries of a section stand, by the key they are resolved to; the section itself for what is not found. */
function pathsOf(document: MasterDocument, section: string): (key: string) => DataPath {
  const paths = new Map<string, DataPath>()
  for (const { name, value, path } of entriesOf(document.data[section], [section])) {
    const key = slug(textOf(fieldsOf(value).key) ?? name ?? '')
    if (!paths.has(key)) paths.set(key, path)
  }
  return (key) => paths.get(key) ?? [section]
}

function gradeOf({ style: { grade, contrast } }: ResolvedProduction): ColourPreset | undefined {
  if (!grade && contrast === 1) return
  const base = grade ?? { saturation: 1, contrast: 1, shadows: [1, 1, 1], highlights: [1, 1, 1] }
  return { ...base, contrast: base.contrast * contrast }
}

/** The year of the production's era. */
function yearOf(r: Resolving, { style: { era } }: ResolvedProduction): number | undefined {
  if (era === undefined) return undefined
  const read = readEra(era)
  if (!read)
    sayAt(
      r,
      'warning',
      'film.era',
      ['style', 'era'],
      `no time is known as ${era}; the film plays today`,
      'write a year (1885), a decade (1950s), a century, or Victorian, medieval, near future …',
      era,
    )
  return read?.year
}

/** Sections and fields that nothing reads. */
function sayUnread(r: Resolving, p: ResolvedProduction): void {
  for (const section of Object.keys(p.sections)) sayNotYet(r, [section], `the section ${section}`, 'take it out, or leave it for later')
}
