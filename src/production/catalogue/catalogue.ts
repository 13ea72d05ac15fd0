import { headingFor, PROPS, SET_KINDS } from '../../departments/art'
import { castCharacter } from '../../departments/characters'
import { type CharacterSpec, didYouMean, SURFACES, slug } from '../../film'

/** What there is in store, whatever the film. */
export const CATALOGUE_KINDS = ['sets', 'props', 'costumes', 'materials'] as const
export type CatalogueKind = (typeof CATALOGUE_KINDS)[number]

/** One thing in store. */
export interface CatalogueEntry {
  /** By which it is asked for: `living-room`, `armchair`, `nurse`, `brick`. */
  readonly name: string
  /** Words that mean it, besides its name. */
  readonly words: readonly string[]
}

/** A look for every trade that the wardrobe knows, as a script would say it. */
const COSTUMES: readonly string[] = [
  'young woman',
  'young man',
  'old woman',
  'boy',
  'girl',
  'nurse',
  'doctor',
  'waitress',
  'bartender',
  'chef',
  'policeman',
  'soldier',
  'captain',
  'priest',
  'monk',
  'farmer',
  'mechanic',
  'detective',
  'businesswoman',
  'fisherman',
  'student',
  'teacher',
  'biker',
  'bride',
  'groom',
  'queen',
  'astronaut',
  'diver',
  'swimmer',
]

/** Everything in store of a kind, in its order. */
export function catalogueOf(kind: CatalogueKind): CatalogueEntry[] {
  if (kind === 'sets')
    return SET_KINDS.flatMap((name) => {
      const heading = headingFor(name)
      return heading ? [{ name, words: [`${heading.setting}. ${heading.location}`.toLowerCase()] }] : []
    })
  if (kind === 'props')
    // Zones colour the ground: they have no shape.
    return Object.entries(PROPS).flatMap(([name, { words = [] }]) => (name.startsWith('zone-') ? [] : [{ name, words }]))
  if (kind === 'costumes') return COSTUMES.map((words) => ({ name: slug(words), words: [words] }))
  return SURFACES.map((name) => ({ name, words: [] }))
}

/** What of a kind has all these words in its name, or in the words that mean it; everything for none. */
export function findInCatalogue(kind: CatalogueKind, words: string): CatalogueEntry[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return catalogueOf(kind).filter((e) => wanted.every((w) => [e.name, ...e.words].some((own) => own.includes(w))))
}

/** One thing in store. @throws RangeError with the nearest name. */
export function catalogueEntry(kind: CatalogueKind, name: string): CatalogueEntry {
  const all = catalogueOf(kind)
  const found = all.find((e) => e.name === slug(name))
  if (found) return found
  const near = didYouMean(
    name,
    all.map((e) => e.name),
  )
  throw new RangeError(`name: there is no ${JSON.stringify(name)} among the ${kind}${near ? ` (did you mean ${near}?)` : ''}`)
}

/** Somebody who wears a costume in store. */
export function wearerOf({ name, words }: CatalogueEntry): CharacterSpec {
  const said = words[0] ?? name
  return castCharacter({
    key: `costume-${name}`,
    name: said.toUpperCase(),
    aliases: [],
    description: said,
    descriptionLine: 0,
    silent: true,
    count: 1,
    lines: 0,
    words: 0,
  })
}
