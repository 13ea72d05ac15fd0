import { type ScriptCharacter, slug, type z } from '../../film'
import { wordsOf } from './caps-runs'
import { GROUP_NOUNS, NUMBER_WORDS, ORDINALS, PERSON_NOUNS, singularPerson, TITLES } from './people-words'

/** Somebody under construction. */
export type Person = z.infer<typeof ScriptCharacter>

/** A name as it is compared: lower case, without points, accents kept. */
export const nameWords = (name: string): string[] => wordsOf(name).map((w) => w.text.toLowerCase().replace(/\./g, ''))

/** Whether a word says what somebody is, not who: `man`, `first`, `dr`, `crowd`. */
export const isGenericWord = (word: string): boolean =>
  PERSON_NOUNS.has(word) ||
  GROUP_NOUNS.has(word) ||
  TITLES.has(word) ||
  ORDINALS.has(word) ||
  NUMBER_WORDS.has(word) ||
  singularPerson(word) !== undefined ||
  /^#?\d+$/.test(word) ||
  word.length < 2 ||
  ['the', 'of', 'and', 'in', 'no'].includes(word)

/** A name made of generic words only: `FIRST MAN`, `CROWD`. */
export const isGenericName = (name: string): boolean => nameWords(name).every(isGenericWord)

/** `ÉLODIE MARCHETTI` to `Élodie Marchetti`, as action lines write it after the introduction. */
export const titleCase = (name: string): string =>
  name.toLowerCase().replace(/(^|[\s.'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())

/** A new person of that name, who has said nothing yet. */
export function newPerson(name: string, count = 1): Person {
  return { key: slug(name), name, aliases: [], description: '', descriptionLine: 0, silent: true, count, lines: 0, words: 0 }
}

/** Everybody found so far, by key and by each word that is really a name; look-ups do not grow with the cast. */
export class Cast {
  readonly #byKey = new Map<string, Person>()
  readonly #byWord = new Map<string, Person[]>()

  get(key: string): Person | undefined {
    return this.#byKey.get(key)
  }

  add(person: Person): void {
    if (this.#byKey.has(person.key)) return
    this.#byKey.set(person.key, person)
    for (const word of new Set(nameWords(person.name))) {
      const list = this.#byWord.get(word)
      if (!list) this.#byWord.set(word, [person])
      else if (list.length < MOST_OF_A_NAME) list.push(person)
    }
  }

  all(): Person[] {
    return [...this.#byKey.values()]
  }

  /** People whose names hold a word, at most sixteen. */
  withWord(word: string): readonly Person[] {
    return this.#byWord.get(word) ?? []
  }

  /** The person a run of capitals means: the same name, or one that shares a word that is really a name. */
  named(runWords: readonly string[]): Person | undefined {
    const words = runWords.map((w) => w.toLowerCase().replace(/\./g, ''))
    const bare = words[0] === 'the' ? words.slice(1) : words
    // A STRANGER in action speaks as THE STRANGER.
    const same =
      this.#byKey.get(slug(words.join(' '))) ?? this.#byKey.get(slug(['the', ...bare].join(' '))) ?? this.#byKey.get(slug(bare.join(' ')))
    if (same) return same
    const names = words.filter((w) => !isGenericWord(w))
    let best: Person | undefined
    let most = 0
    for (const person of new Set(names.flatMap((w) => this.withWord(w)))) {
      const own = nameWords(person.name)
      const ownNames = own.filter((w) => !isGenericWord(w))
      const shared = ownNames.filter((w) => names.includes(w)).length
      // One name must hold the other whole: ANNA BERG is not OTTO BERG.
      if (shared > most && (shared === ownNames.length || shared === names.length) && sameKind(own, words)) [best, most] = [person, shared]
    }
    return best
  }
}

const MOST_OF_A_NAME = 16

/** Adds another name, unless it is known; nobody has more than twelve. */
export function addAlias(person: Person, alias: string): void {
  if (person.aliases.length < 12 && slug(alias) !== person.key && !person.aliases.some((a) => slug(a) === slug(alias)))
    person.aliases.push(alias)
}

/** YOUNG MARA is not MARA, MR. BERG not MRS. BERG. */
function sameKind(a: readonly string[], b: readonly string[]): boolean {
  // OLD MAN HENNESSY is Hennessy; OLD MARA is not Mara.
  const marks = (list: readonly string[], kind: RegExp) =>
    list.filter((w, i) => kind.test(w) && !/^(?:man|woman|lady|guy)$/.test(list[i + 1] ?? '')).join(' ')
  const [ageA, ageB] = [marks(a, OTHER_PERSON), marks(b, OTHER_PERSON)]
  const [titleA, titleB] = [marks(a, GENDERED), marks(b, GENDERED)]
  return ageA === ageB && (titleA === titleB || titleA === '' || titleB === '')
}

const OTHER_PERSON = /^(?:young|younger|old|older|little|teenage|mother|father|ghost|2|ii|jr)$/
const GENDERED = /^(?:mr|herr|monsieur|señor|signor|mrs|ms|miss|frau|madame|señora|signora|sir|lady)$/
