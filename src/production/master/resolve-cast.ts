import { slug } from '../../film'
import { defined, entriesOf, type Fields, fieldsOf, isFields, listOf, numberOf, textOf, textsOf } from './plain-data'
import { hexOf, metresOf, wordsIn } from './read-words'
import type { DataPath } from './read-yaml'
import { type Resolving, sayAt, withBases } from './resolve-bases'
import type { ByScene, ResolvedCharacter, ResolvedGarment, ResolvedVoice } from './resolved'
import { EVERY_SCENE, readScenes, type SceneSpan } from './scenes'

/** Characters, and locations, that are read; more than any film has. */
export const MOST_ENTRIES = 2000

/** Everybody in the section, templates resolved, scene ranges and units read. */
export function resolveCharacters(r: Resolving): ResolvedCharacter[] {
  const seen = new Map<string, DataPath>()
  return entriesOf(r.document.data.characters, ['characters'])
    .slice(0, MOST_ENTRIES)
    .flatMap(({ name, value, path }): ResolvedCharacter[] => {
      const fields = withBases(r, fieldsOf(value), path)
      const called = textOf(fields.name) ?? name ?? textOf(fields.key)
      if (!called) {
        sayAt(
          r,
          'error',
          'production.character-without-name',
          path,
          'a character has no name',
          'write `name:` as in the cues of the script',
        )
        return []
      }
      const key = slug(textOf(fields.key) ?? called)
      if (seen.has(key)) {
        sayAt(r, 'error', 'production.character-twice', path, `${called} stands here twice`, 'make one character of the two', called)
        return []
      }
      seen.set(key, path)
      return [resolveCharacter(r, called.toUpperCase(), key, fields, path)]
    })
}

function resolveCharacter(r: Resolving, name: string, key: string, f: Fields, path: DataPath): ResolvedCharacter {
  const hair = isFields(f.hair) ? hairWords(f.hair) : textOf(f.hair)
  const eyes = textOf(isFields(f.eyes) ? (f.eyes.colour ?? f.eyes.color) : f.eyes)
  const height = f.height === undefined ? undefined : metresOf(f.height)
  const age = numberOf(f.age)
  const sex = sexOf(textOf(f.sex) ?? textOf(f.gender))
  const fileOf = (v: unknown) => textOf(isFields(v) ? (v.file ?? v.path ?? v.name) : v)
  return defined({
    key,
    name,
    description: textOf(f.description),
    model: fileOf(f.model),
    actor: fileOf(f.actor),
    sex,
    body_type: textOf(f.body_type)?.replace(/_/g, ' '),
    height_m: height,
    height_words: height === undefined ? textOf(f.height) : undefined,
    age: age !== undefined && age >= 1 && age <= 110 ? age : undefined,
    age_words: age === undefined ? textOf(f.age) : undefined,
    ethnicity: textOf(f.ethnicity),
    hair,
    eyes,
    skin: textOf(f.skin),
    voice: voiceOf(r, f.voice, [...path, 'voice']),
    mannerisms: textsOf(f.mannerisms),
    wardrobe: wardrobeOf(r, f.wardrobe, [...path, 'wardrobe']),
    hairstyles: byScene(r, f.hairstyle, [...path, 'hairstyle'], (v) => textOf(v)),
    ageing: ageingOf(r, f, path),
    injuries: listOf(f.injuries).flatMap((injury, i): ByScene<string>[] => {
      const value = isFields(injury)
        ? [textOf(injury.type), textOf(injury.description), textOf(injury.where)].filter((t) => t !== undefined).join(', ')
        : (textOf(injury) ?? '')
      const from = isFields(injury) ? (injury.scenes ?? injury.scene ?? injury.from_scene) : undefined
      const scenes = from === undefined ? [EVERY_SCENE] : scenesAt(r, from, [...path, 'injuries', i])
      // From where it happens on: an injury does not heal at the next cut.
      const lasting = isFields(injury) && (injury.until !== undefined || scenes?.some((s) => s.from !== s.to))
      return scenes && value ? [{ scenes: lasting ? scenes : scenes.map((s) => ({ from: s.from, to: EVERY_SCENE.to })), value }] : []
    }),
  }) as ResolvedCharacter
}

/** Hertz between the deepest bass and a small child; words a minute between a drawl and an auctioneer. */
const PITCH_HZ = [60, 400] as const
const WORDS_A_MINUTE = [80, 300] as const

/** A voice by name or in words, or by name, pitch and rate. */
function voiceOf(r: Resolving, value: unknown, path: DataPath): ResolvedVoice | undefined {
  if (value === undefined) return
  const isNone = (v: unknown) => v === false || /^(?:none|silent|mute|off|no)$/i.test(textOf(v) ?? '')
  if (isNone(value)) return { silent: true }
  if (!isFields(value)) return defined({ words: textOf(value)?.replace(/_/g, ' ') })
  const within = (key: string, said: unknown, [least, most]: readonly [number, number]) => {
    const n = numberOf(said)
    if (said === undefined || (n !== undefined && n >= least && n <= most)) return n
    sayAt(r, 'error', 'production.voice', [...path, key], `expected ${least} to ${most}`, `write ${least} to ${most}`, said)
    return
  }
  const [pitch, rate] = [value.pitch_hz ?? value.pitch, value.words_per_minute ?? value.rate]
  const isNumber = numberOf(pitch) !== undefined
  // A pitch may also be said in words: low, high.
  const words = [value.name, value.description, isNumber || pitch === undefined ? undefined : `${textOf(pitch)} voice`].flatMap(
    (v) => textOf(v) ?? [],
  )
  return defined({
    words: words.length > 0 ? words.join(', ').replace(/_/g, ' ') : undefined,
    pitch_hz: isNumber ? within(value.pitch_hz === undefined ? 'pitch' : 'pitch_hz', pitch, PITCH_HZ) : undefined,
    words_per_minute: within(value.words_per_minute === undefined ? 'rate' : 'words_per_minute', rate, WORDS_A_MINUTE),
    silent: isNone(value.name) ? true : undefined,
  })
}

const hairWords = (f: Fields): string | undefined => {
  const style = textOf(f.style)?.replace(/_/g, ' ')
  const colour = textOf(f.colour ?? f.color)
  const beard = textOf(f.beard)
  const hair = [
    colour,
    style && /hair|bun|bob|bald|braid|ponytail|afro|mohawk|curls|cut/.test(style) ? style : style ? `${style} hair` : 'hair',
  ]
  const words = [style || colour ? hair.filter(Boolean).join(' ') : undefined, beard].filter(Boolean)
  return words.length > 0 ? words.join(', ') : undefined
}

const sexOf = (text: string | undefined): 'female' | 'male' | undefined =>
  text === undefined
    ? undefined
    : /^(?:f|female|woman|girl)$/i.test(text)
      ? 'female'
      : /^(?:m|male|man|boy)$/i.test(text)
        ? 'male'
        : undefined

/** Age by scenes, from a map or a list; points of a map are stretches up to the next. */
function ageingOf(r: Resolving, f: Fields, path: DataPath): ByScene<number>[] {
  const key = ['ageing', 'aging', 'ageing_curve', 'aging_curve'].find((k) => f[k] !== undefined)
  if (key === undefined) return []
  const value = f[key]
  if (!Array.isArray(value)) return byScene(r, value, [...path, key], numberOf)
  return value.flatMap((entry, i): ByScene<number>[] => {
    const e = fieldsOf(entry)
    const age = numberOf(e.age)
    const scenes = scenesAt(r, e.scenes ?? e.scene, [...path, key, i])
    return scenes && age !== undefined ? [{ scenes, value: age }] : []
  })
}

/** A value for all scenes, or a map of scene ranges to values. Those for all come first, so that ranges overrule them. */
function byScene<T>(r: Resolving, value: unknown, path: DataPath, read: (v: unknown) => T | undefined): ByScene<T>[] {
  if (value === undefined) return []
  if (!isFields(value)) {
    const one = read(value)
    return one === undefined ? [] : [{ scenes: [EVERY_SCENE], value: one }]
  }
  return Object.entries(value)
    .flatMap(([range, v]): ByScene<T>[] => {
      const scenes = scenesAt(r, range, [...path, range])
      const one = read(v)
      return scenes && one !== undefined ? [{ scenes, value: one }] : []
    })
    .sort((a, b) => Number(!isEvery(a.scenes)) - Number(!isEvery(b.scenes)))
}

const isEvery = (spans: readonly SceneSpan[]): boolean => spans.some((s) => s.from === EVERY_SCENE.from && s.to === EVERY_SCENE.to)

/** Scene spans at a path; a range that cannot be read is said. */
export function scenesAt(r: Resolving, value: unknown, path: DataPath): SceneSpan[] | undefined {
  const spans = readScenes(value)
  if (!spans)
    sayAt(
      r,
      'error',
      'production.scene-range',
      path,
      'these are no scenes',
      'write 3, 3A, 1-5, scene_1_5, all, or a list of these',
      value ?? 'nothing',
    )
  return spans
}

function wardrobeOf(r: Resolving, value: unknown, path: DataPath): ByScene<readonly ResolvedGarment[]>[] {
  if (isFields(value) && !Object.keys(value).some((k) => readScenes(k) !== undefined))
    return [{ scenes: [EVERY_SCENE], value: outfitOf(value) }]
  return byScene(r, value, path, (v) => {
    const outfit = outfitOf(v)
    return outfit.length > 0 ? outfit : undefined
  })
}

/** Clothes from words, a list, one garment, or a map of slots (`top: grey shirt`). */
function outfitOf(value: unknown): ResolvedGarment[] {
  if (Array.isArray(value)) return value.flatMap(outfitOf)
  if (!isFields(value)) {
    const words = textOf(value)?.replace(/_/g, ' ')
    return words ? [{ words }] : []
  }
  const kind = textOf(value.kind) ?? textOf(value.type)
  if (!kind) return Object.entries(value).flatMap(([slot, v]) => (slot === 'model' || slot === 'texture' ? [] : outfitOf(v)))
  const colour = textOf(value.colour ?? value.color)
  const hex = hexOf(colour)
  const words = [
    ...wordsIn(value.condition),
    hex ? undefined : colour,
    ...wordsIn(value.pattern),
    ...wordsIn(value.material),
    kind.replace(/[-_]/g, ' '),
  ]
  return [defined({ words: words.filter((w) => w !== undefined).join(' '), colour: hex }) as ResolvedGarment]
}
