import { readWardrobe } from '../../departments/characters'
import { didYouMean, GARMENTS, type Script, slug } from '../../film'
import { fieldsOf, isFields, listOf, numberOf, textOf, textsOf } from '../master/plain-data'
import { metresOf } from '../master/read-words'
import type { DataPath } from '../master/read-yaml'
import { readScenes } from '../master/scenes'
import type { Entry, Inspection } from './inspection'
import { type Finding, instead, quoted, type Rule } from './rule'
import { outside, overlapping, type Ranged, rangesOf, unreadable } from './scene-ranges'

/** What somebody may have by scene range, and what one of it is called. */
const BY_SCENE = [
  ['wardrobe', 'outfit'],
  ['hairstyle', 'hairstyle'],
  ['ageing', 'age'],
  ['aging', 'age'],
] as const

/** Text of clothes that is looked at. */
const LONGEST = 2000

/** All names that a script calls its people by. */
export function scriptNames(script: Script | undefined): string[] {
  return (script?.characters ?? []).flatMap((c) => [c.name, ...c.aliases])
}

const inScript = (script: Script, name: string): boolean => {
  const key = slug(name)
  return script.characters.some((c) => c.key === key || slug(c.name) === key || c.aliases.some((a) => slug(a) === key))
}

function* neverAppears(p: Inspection): Iterable<Finding> {
  const { script } = p.context
  if (!script) return
  const inShots = new Set(
    p.shots
      .flatMap((s) => [...s.characters.map((c) => c.name), ...s.dialogue.map((d) => d.character), ...(s.camera.subjects ?? [])])
      .map(slug),
  )
  const names = scriptNames(script)
  for (const { name, fields, path } of p.characters) {
    const called = textOf(fields.key) ?? name
    if (called === undefined || inScript(script, called) || (name && inScript(script, name)) || inShots.has(slug(name ?? called))) continue
    const near = didYouMean(name ?? called, names)
    yield {
      path,
      at: 'key',
      message: `${quoted(name ?? called)} never appears in the script`,
      remedy: instead(near, names, names.length > 0 ? `the script has ${names.slice(0, 8).join(', ')}` : 'nobody appears in the script'),
      value: name,
    }
  }
}

/** Two entries whose names the script means the same person by. */
function* samePerson(p: Inspection): Iterable<Finding> {
  const seen = new Map<string, string>()
  for (const { name, path } of p.characters) {
    if (name === undefined) continue
    const key = slug(name)
    const person = p.context.script?.characters.find((c) => c.key === key || c.aliases.some((a) => slug(a) === key))?.key
    if (person === undefined) continue
    const first = seen.get(person)
    if (first !== undefined && slug(first) !== key)
      yield {
        path,
        at: 'key',
        message: `the script means one person by ${quoted(first)} and ${quoted(name)}`,
        remedy: `say everything of ${quoted(first)} in one place`,
        value: name,
      }
    else seen.set(person, name)
  }
}

function* each(p: Inspection, check: (entry: Entry) => Iterable<Finding>): Iterable<Finding> {
  for (const entry of p.characters) yield* check(entry)
}

const byScene = (p: Inspection, check: (ranges: readonly Ranged[], whose: string) => Iterable<Finding>): Iterable<Finding> =>
  each(p, function* ({ fields, path }) {
    for (const [key, whose] of BY_SCENE) yield* check(rangesOf(p, fields[key], [...path, key]), whose)
  })

function* injuries(p: Inspection): Iterable<Finding> {
  for (const { fields, path } of p.characters) yield* outside(p, rangesOf(p, fields.injuries, [...path, 'injuries']), 'injury')
}

const badRanges = (p: Inspection): Iterable<Finding> =>
  each(p, function* ({ fields, path }) {
    for (const [key] of BY_SCENE) yield* unreadable(fields[key], [...path, key])
  })

const garments = (p: Inspection): Iterable<Finding> =>
  each(p, function* ({ fields, path }) {
    yield* clothes(fields.wardrobe, [...path, 'wardrobe'])
  })

/** Clothes that no wardrobe has, all the way down through ranges, lists and pieces. */
function* clothes(value: unknown, path: DataPath): Iterable<Finding> {
  if (Array.isArray(value)) {
    for (const [i, v] of value.slice(0, 200).entries()) yield* clothes(v, [...path, i])
    return
  }
  if (isFields(value)) {
    const kind = textOf(value.kind) ?? textOf(value.type)
    if (kind !== undefined) yield* unknownGarment(kind, [...path, value.kind === undefined ? 'type' : 'kind'])
    else
      for (const [key, v] of Object.entries(value).slice(0, 200)) {
        if (key === 'model' || key === 'texture') continue
        // A slot (`top: grey shirt`, `hat: black`) may be named by the garment itself.
        if (readScenes(key) || isFields(v) || Array.isArray(v)) yield* clothes(v, [...path, key])
        else if (textOf(v) !== undefined && !isGarment(`${textOf(v)} ${key}`)) yield* unknownGarment(textOf(v) ?? '', [...path, key])
      }
    return
  }
  const words = textOf(value)
  if (words !== undefined) yield* unknownGarment(words, path)
}

/** Garments as the wardrobe lists them, and as people say them. */
const CLOTHES: readonly string[] = [...GARMENTS, 'hat', 'suit', 'gown', 'blouse', 'socks', 'heels']

const isGarment = (text: string): boolean => readWardrobe(text.slice(0, LONGEST).replace(/[_-]/g, ' ')).length > 0

function* unknownGarment(words: string, path: DataPath): Iterable<Finding> {
  if (isGarment(words) || (GARMENTS as readonly string[]).includes(words)) return
  const near = words
    .slice(0, LONGEST)
    .split(/[^\p{L}-]+/u)
    .filter((w) => w.length > 2)
    .slice(0, 20)
    .map((w) => didYouMean(w, CLOTHES))
    .find((w) => w !== undefined)
  yield {
    path,
    message: `no garment that the wardrobe knows in ${quoted(words)}; clothes are chosen by the script and the seed`,
    remedy: instead(near, GARMENTS),
    value: words,
  }
}

const heights = (p: Inspection): Iterable<Finding> =>
  each(p, function* ({ fields, path }) {
    const { height } = fields
    const text = textOf(height)
    if (text === undefined || !/\d/.test(text) || metresOf(height) !== undefined) return
    yield {
      path: [...path, 'height'],
      message: `nobody is ${quoted(text)} tall`,
      remedy: 'write 0.6 to 2.3 m: 1.78, 178 cm or 5\'10"',
      value: text,
    }
  })

const ages = (p: Inspection): Iterable<Finding> =>
  each(p, function* ({ fields, path }) {
    const aged = [...rangesOf(p, fields.ageing, [...path, 'ageing']), ...rangesOf(p, fields.aging, [...path, 'aging'])]
    const all: [unknown, DataPath][] = [
      [fields.age, [...path, 'age']],
      ...aged.map((r): [unknown, DataPath] => (isFields(r.value) ? [r.value.age, [...r.path, 'age']] : [r.value, r.path])),
    ]
    for (const [value, at] of all) {
      const age = numberOf(value)
      if (age === undefined || (age >= 1 && age <= 110)) continue
      yield { path: at, message: `nobody is ${quoted(value)} years old`, remedy: 'write 1 to 110', value }
    }
  })

const SEXES = ['female', 'male', 'woman', 'man', 'girl', 'boy', 'f', 'm']

const sexes = (p: Inspection): Iterable<Finding> =>
  each(p, function* ({ fields, path }) {
    for (const key of ['sex', 'gender']) {
      const text = textOf(fields[key])
      if (text === undefined || SEXES.includes(text.toLowerCase())) continue
      const near = didYouMean(text, SEXES.slice(0, 6))
      yield {
        path: [...path, key],
        message: `the body builder knows no ${quoted(text)}; the script's words decide`,
        remedy: instead(near, SEXES, 'write female or male'),
        value: text,
      }
    }
  })

const injuryTexts = (p: Inspection): Iterable<Finding> =>
  each(p, function* ({ fields, path }) {
    for (const [i, injury] of listOf(fields.injuries).slice(0, 500).entries())
      if (isFields(injury) && textsOf([injury.type, injury.description, injury.where].filter((v) => v !== undefined)).length === 0)
        yield {
          path: [...path, 'injuries', i],
          message: 'an injury that says nothing of itself',
          remedy: 'write `type:` and `where:`, such as cut and left cheek',
          value: fieldsOf(injury),
        }
  })

export const CHARACTER_RULES: readonly Rule[] = [
  { id: 'characters.never-appears', severity: 'warning', check: neverAppears },
  { id: 'characters.same-person', severity: 'warning', check: samePerson },
  { id: 'characters.range-unreadable', severity: 'error', check: badRanges },
  { id: 'characters.range-outside', severity: 'warning', check: (p) => byScene(p, (r, whose) => outside(p, r, whose)) },
  { id: 'characters.range-overlap', severity: 'warning', check: (p) => byScene(p, (r, whose) => overlapping(p, r, whose)) },
  { id: 'characters.injury-outside', severity: 'warning', check: injuries },
  { id: 'characters.injury-empty', severity: 'warning', check: injuryTexts },
  { id: 'characters.unknown-garment', severity: 'warning', check: garments },
  { id: 'characters.height', severity: 'warning', check: heights },
  { id: 'characters.age', severity: 'warning', check: ages },
  { id: 'characters.sex', severity: 'warning', check: sexes },
]
