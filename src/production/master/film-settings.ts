import { propForWord, readPlace } from '../../departments/art'
import { readHabits } from '../../departments/characters'
import { readMood } from '../../departments/lighting'
import { type Diagnostic, isModelName, parseFrameRate, SetSpec, type Shot, secondsToFrames, slug, type Value } from '../../film'
import { CastModels } from './cast-models'
import type { MasterDocument, ProductionFile } from './master-document'
import { defined, entriesOf, fieldsOf, textOf } from './plain-data'
import type { CharacterChange, CharacterSettings, LocationSettings, OutfitSettings, PlanSettings, ShotSettings } from './plan-settings'
import { hexOf } from './read-words'
import type { DataPath } from './read-yaml'
import { type Resolving, sayAt } from './resolve-bases'
import type { ResolvedCharacter, ResolvedLocation, ResolvedProduction, ResolvedShot } from './resolved'
import type { ColourPreset } from './settings'

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
  const fps = parseFrameRate(production.fps)
  const listed = production.script === undefined && production.shots !== 'auto'
  const shots = production.shots === 'auto' ? [] : production.shots
  sayUnread(r, production)
  const [characterAt, locationAt] = [pathsOf(document, 'characters'), pathsOf(document, 'locations')]
  const settings: PlanSettings = defined({
    fps,
    aspect: production.aspect,
    title: production.meta.title,
    author: production.meta.author,
    characters: production.characters.map((c) => characterSettings(r, c, characterAt(c.key), models)),
    locations: production.locations.map((l) => locationSettings(r, l, locationAt(l.key))),
    words: lightWords(r, [...production.style.mood, ...production.light.words], ['style']),
    timeOfDay: production.light.time_of_day,
    grade: gradeOf(production),
    shots: shots.flatMap((s, i): ShotSettings[] => {
      const number = listed ? 1 : s.number
      if (number !== undefined) return [shotSettings(r, s, production, listed, listed ? String(i + 1) : s.scene, number)]
      sayAt(
        r,
        'warning',
        'film.shot-name',
        s.path,
        `the shot ${s.name} names no planned shot; it changes nothing`,
        'name it by scene and shot: sc3.sh2',
        s.name,
      )
      return []
    }),
    listed,
    edits: production.edits,
    transitions: production.transitions.map((t) => ({ ...t, frames: t.frames ?? secondsToFrames(CROSS_S, fps) })),
  }) as PlanSettings
  return { settings: { ...settings, models: models.files }, diagnostics }
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

/** Words for light that the lighting knows; others are said. */
function lightWords(r: Resolving, words: readonly string[], path: DataPath): string[] {
  return words.filter((word) => {
    // What is so anyway needs no word.
    if (
      /^(?:clear|sunny|dry|fair|neutral|natural|soft|calm|normal|none|auto|(?:day|moon|sun)light|day|night|dawn|dusk|sunset|sunrise)$/i.test(
        word,
      )
    )
      return /sunset|sunrise/i.test(word)
    const known = readMood([word]).why.length > 0
    if (!known)
      sayAt(
        r,
        'warning',
        'film.light-words',
        path,
        `the lighting knows nothing of ${word}`,
        'words it knows: rain, drizzle, storm, snow, fog, mist, wind, overcast, noon, golden hour, candle, neon, flicker, blackout',
        word,
      )
    return known
  })
}

/** Stand-ins for what a browser cannot use. */
const unusable = (r: Resolving, path: DataPath, what: string, file: string, instead: string) =>
  sayAt(
    r,
    'warning',
    'film.stand-in',
    path,
    `${what} ${file} cannot be used here; ${instead}`,
    'describe it in words, and it is made from them',
    file,
  )

function characterSettings(r: Resolving, c: ResolvedCharacter, path: DataPath, models: CastModels): CharacterSettings {
  const isNamed = c.model !== undefined && !/^(?:generated|auto|none|default|procedural)$/i.test(c.model)
  if (isNamed && !isModelName(c.model))
    unusable(r, [...path, 'model'], `the model of ${c.name},`, c.model, 'a person is generated in its place')
  const model = isNamed && isModelName(c.model) ? models.of(c.model, [...path, 'model']) : undefined
  if (c.actor) later(r, [...path, 'actor'], `an actor reference (${c.name})`, 'describe the face and body in words')
  if (c.ethnicity) later(r, [...path, 'ethnicity'], `an ethnicity (${c.name})`, 'say it by skin, hair and eyes')
  for (const words of c.mannerisms)
    if (readHabits(words).length === 0)
      later(
        r,
        [...path, 'mannerisms'],
        `the mannerism “${words}” (${c.name})`,
        'say what the hands do, or write it into the action of the script',
      )
  if (c.voice) later(r, [...path, 'voice'], `a voice (${c.name})`, 'the film has no sound yet')
  const skin = skinWords(c.skin)
  if (c.skin && !skin && !hexOf(c.skin))
    sayAt(
      r,
      'warning',
      'film.skin',
      [...path, 'skin'],
      `no skin is known as ${c.skin}`,
      'write pale, fair, olive, tanned, brown, dark, or #rrggbb',
      c.skin,
    )
  const eyes = /\b(blue|green|gr[ea]y|brown|hazel|black|dark)\b/i.exec(c.eyes ?? '')?.[1]?.toLowerCase()
  if (c.eyes && !eyes && !hexOf(c.eyes))
    sayAt(
      r,
      'warning',
      'film.eyes',
      [...path, 'eyes'],
      `no eyes are known as ${c.eyes}`,
      'write blue, green, grey, brown, hazel, black, or #rrggbb',
      c.eyes,
    )
  const changes: CharacterChange[] = [
    ...c.ageing.map((a): CharacterChange => ({ scenes: a.scenes, age: a.value })),
    ...c.hairstyles.map((h): CharacterChange => ({ scenes: h.scenes, hair: hairText(h.value) })),
    ...c.wardrobe.map((w): CharacterChange => ({ scenes: w.scenes, outfit: outfitOf(w.value) })),
    ...c.injuries.flatMap((w, i): CharacterChange[] => {
      const seen = injuryOf(w.value)
      if (!seen)
        sayAt(
          r,
          'warning',
          'film.injury',
          [...path, 'injuries', i],
          `nothing shows of ${w.value}`,
          'a scar on cheek or brow, blood, dirt, torn or wet clothes are shown',
          w.value,
        )
      return seen ? [{ scenes: w.scenes, ...seen }] : []
    }),
  ]
  return defined({
    key: c.key,
    name: c.name,
    description: c.description,
    age: c.age,
    sex: c.sex,
    heightM: c.height_m,
    traits: [
      c.age_words,
      c.height_words,
      c.body_type,
      skin,
      eyes ? `${eyes} eyes` : undefined,
      c.hair ? hairText(c.hair) : undefined,
      c.mannerisms.length > 0 ? c.mannerisms.join(', ') : undefined,
    ].filter((t) => t !== undefined),
    skin: hexOf(c.skin),
    eyes: hexOf(c.eyes),
    model,
    changes,
  }) as CharacterSettings
}

const outfitOf = (garments: ResolvedCharacter['wardrobe'][number]['value']): OutfitSettings => ({
  words: garments.map((g) => g.words).join(', '),
  colours: garments.flatMap((g) => (g.colour ? [{ words: g.words, colour: g.colour }] : [])),
})

/** `short brown` says hair without the word. */
const hairText = (words: string): string => {
  const text = words.replace(/_/g, ' ').toLowerCase()
  return /hair|bun\b|bald|braid|plait|tail|bob\b|afro|mohawk|cut\b|curls|beard|stubble|moustache|mustache|goatee/.test(text)
    ? text
    : `${text} hair`
}

const SKINS: readonly (readonly [RegExp, string])[] = [
  [/\b(pale|fair|light|white|porcelain)\b/i, 'pale'],
  [/\b(olive|tan|tanned|medium|bronzed?|golden)\b/i, 'olive-skinned'],
  [/\b(dark|black|deep|ebony)\b/i, 'dark-skinned'],
  [/\bbrown\b/i, 'brown-skinned'],
]
const skinWords = (skin: string | undefined): string | undefined =>
  skin === undefined ? undefined : SKINS.find(([re]) => re.test(skin))?.[1]

function injuryOf(text: string): Pick<CharacterChange, 'mark' | 'condition'> | undefined {
  const t = text.toLowerCase()
  if (/scar|cut|gash|slash|wound|scratch/.test(t)) {
    const mark = /brow|forehead|eye|temple|head/.test(t)
      ? 'scar-brow'
      : /cheek|face|jaw|chin|lip|nose|scar/.test(t)
        ? 'scar-cheek'
        : undefined
    const bloody = /blood|wound|gash|fresh/.test(t)
    if (mark || bloody) return { ...(mark ? { mark } : {}), ...(bloody ? { condition: 'bloodied' } : {}) }
  }
  if (/blood|shot|stab/.test(t)) return { condition: 'bloodied' }
  if (/torn|ripped|burn/.test(t)) return { condition: 'damaged' }
  if (/dirt|mud|soot|dust/.test(t)) return { condition: 'dirty' }
  return /wet|soaked|drenched/.test(t) ? { condition: 'wet' } : undefined
}

function locationSettings(r: Resolving, l: ResolvedLocation, path: DataPath): LocationSettings {
  if (l.type === 'hdri' || l.hdri)
    unusable(
      r,
      [...path, 'hdri'],
      `the picture of the sky of ${l.name},`,
      l.hdri ?? 'without a file',
      'sky and surroundings are generated in its place',
    )
  const set = l.set === undefined ? undefined : SetSpec.safeParse(l.set)
  if (set && !set.success && Object.keys(fieldsOf(l.set)).some((k) => k !== 'kind'))
    later(r, [...path, 'set'], `part of a set (${l.name})`, 'give a kind of set, or a whole SetSpec as `oneshot plan` prints it')
  const setting = l.interior === undefined ? 'INT/EXT' : l.interior ? 'INT' : 'EXT'
  const kind = [l.kind, l.description].find((words) => words !== undefined && readPlace(words.replace(/_/g, ' '), setting).words.length > 0)
  if (l.kind && kind !== l.kind)
    sayAt(
      r,
      'warning',
      'film.set-kind',
      [...path, 'preset'],
      `no kind of set is called ${l.kind}; ${l.name} is built by its name`,
      'write kitchen, diner, office, street, forest, beach …',
      l.kind,
    )
  return defined({
    key: l.key,
    scenes: l.scenes,
    kind: kind?.replace(/_/g, ' '),
    interior: l.interior,
    set: set?.success ? (set.data as Value<SetSpec>) : undefined,
    timeOfDay: l.light.time_of_day,
    words: lightWords(r, l.light.words, path),
    props: l.props.filter((p) => {
      const known = propForWord(p.toLowerCase()) !== undefined
      if (!known) sayAt(r, 'warning', 'film.prop', [...path, 'props'], `the store has no ${p}`, 'name another thing', p)
      return known
    }),
  }) as LocationSettings
}

function shotSettings(
  r: Resolving,
  s: ResolvedShot,
  production: ResolvedProduction,
  listed: boolean,
  scene: string | undefined,
  number: number,
): ShotSettings {
  const camera = { ...production.camera, ...s.camera }
  const fps = parseFrameRate(production.fps)
  const range = s.frame_range
  const frames =
    s.frames ?? (s.seconds === undefined ? undefined : secondsToFrames(s.seconds, fps)) ?? (range ? range[1] - range[0] + 1 : undefined)
  for (const key of s.unread) later(r, [...s.path, key], `${key} of a shot`, 'take it out, or leave it for later')
  for (const c of s.characters)
    for (const key of c.asked)
      later(r, [...s.path, 'characters'], `${key} of ${c.name} in a shot`, 'say it in the action: she sits at the table')
  if (!listed) {
    if (frames !== undefined) later(r, s.path, 'the length of a shot that the script has', 'lengthen the script there, or list all shots')
    for (const [key, said] of [
      ['action', s.action.length > 0],
      ['dialogue', s.dialogue.length > 0],
      ['props', s.props.length > 0],
      ['lighting', s.light.words.length > 0 || s.light.time_of_day !== undefined],
      ['backdrop', s.backdrop !== undefined],
      ['location', s.location !== undefined],
    ] as const)
      if (said) later(r, [...s.path, key], `${key} of a shot that the script has`, 'write it into the script, or say it of the location')
  } else if (s.light.words.length > 0) lightWords(r, s.light.words, s.path)
  const subjects = camera.subjects ?? (s.characters.length > 0 ? s.characters.map((c) => c.name) : undefined)
  return defined({
    scene,
    number,
    size: camera.size as Shot['size'] | undefined,
    framing: camera.framing as Shot['framing'] | undefined,
    angle: camera.angle as Shot['angle'] | undefined,
    move: camera.move as Shot['move'] | undefined,
    subjects: subjects?.map(slug),
    over: camera.over === undefined ? undefined : slug(camera.over),
    object: camera.object,
    lensMm: camera.lens_mm,
    frames: listed && frames !== undefined && frames >= 1 ? Math.round(frames) : undefined,
  }) as ShotSettings
}

const later = (r: Resolving, path: DataPath, what: string, remedy: string) =>
  sayAt(r, 'warning', 'film.not-yet', path, `${what} is kept, and changes no picture yet`, remedy)

/** Sections and fields that nothing reads. */
function sayUnread(r: Resolving, p: ResolvedProduction): void {
  for (const section of Object.keys(p.sections)) later(r, [section], `the section ${section}`, 'take it out, or leave it for later')
  if (p.style.era) later(r, ['style', 'era'], 'an era', 'name clothes and places of the time in the script')
  if (p.shots === 'auto' && Object.keys(p.camera).length > 0)
    later(r, ['camera'], 'a camera for shots that are not listed', 'list the shots it is meant for')
  for (const [i, o] of p.outputs.entries())
    if (o.fps !== undefined)
      later(r, ['outputs', i, 'fps'], `another rate than the film's (${p.fps}) for ${o.name}`, 'give the production this `fps`')
}
