import type { ScriptCharacter } from '../../film'
import { wordsOf } from './caps-runs'
import { singularPerson } from './people-words'
import { isGenericName, nameWords, type Person } from './person'

interface Name {
  readonly key: string
  /** Names such as `crowd` may be written small, with an article before. */
  readonly generic: boolean
}

/** Names are compared up to this many words. */
const LONGEST = 6
/** Names without capitals are searched for one by one: the first so many only. */
const MOST_UNCASED = 200

/** Finds in a text the keys of those who are named there, in order. */
export type FindMentions = (text: string) => string[]

/** Somebody named in a text: characters [start, end). */
export interface Mention {
  readonly key: string
  readonly start: number
  readonly end: number
}

/** Prepares to look for people by name, alias and, for groups, by what they are (`the men`). */
export function mentionFinder(people: readonly Person[]): FindMentions {
  const find = placedMentions(people)
  return (text) => [...new Set(find(text).map((m) => m.key))]
}

/** The same, with the places where they are named. */
export function placedMentions(people: readonly ScriptCharacter[]): (text: string) => Mention[] {
  const owners = new Map<string, Set<string>>()
  const own = (name: string, key: string) => {
    const words = nameWords(name)
    if (words.length === 0) return
    const id = words.join(' ')
    const keys = owners.get(id) ?? new Set()
    owners.set(id, keys.add(key))
  }
  for (const p of people) {
    own(p.name, p.key)
    for (const alias of p.aliases) own(alias, p.key)
    const last = nameWords(p.name).at(-1)
    if (p.count > 1 && last && singularPerson(last)) own(last, p.key)
  }
  const fullNames = new Map(people.map((p) => [nameWords(p.name).join(' '), p.key]))
  const names = new Map<string, Name>()
  for (const [id, keys] of owners) {
    // A name that two people share names nobody, unless it is all that one of them is called.
    const key = keys.size === 1 ? [...keys][0] : fullNames.get(id)
    if (key !== undefined) names.set(id, { key, generic: isGenericName(id) })
  }
  const longest = new Map<string, number>()
  for (const id of names.keys()) {
    const words = id.split(' ')
    const first = words[0] as string
    longest.set(first, Math.min(LONGEST, Math.max(longest.get(first) ?? 0, words.length)))
  }
  const stems = cyrillicStems(names)
  const uncased = people.filter((p) => !/[\p{Lu}\p{Ll}]/u.test(p.name)).slice(0, MOST_UNCASED)

  return (text) => {
    const found: Mention[] = []
    const words = wordsOf(text)
    const lower = words.map((w) =>
      w.text
        .toLowerCase()
        .replace(/\./g, '')
        .replace(/['’]s?$/u, ''),
    )
    for (let i = 0; i < words.length; i++) {
      let name: Name | undefined
      let length = Math.min(longest.get(lower[i] as string) ?? 0, words.length - i)
      for (; length > 0; length--) {
        name = names.get(length === 1 ? (lower[i] as string) : lower.slice(i, i + length).join(' '))
        if (name) break
      }
      if (!name) {
        length = 1
        const word = lower[i] as string
        name = (word.endsWith('s') ? names.get(word.slice(0, -1)) : undefined) ?? stemmed(word, stems)
      }
      if (!name) continue
      const start = words[i]?.start ?? 0
      const capital = /^\p{Lu}/u.test(words[i]?.text ?? '')
      const article = /^(?:the|both|two|three|der|die|das|den|le|la|les|el|los|il)$/.test(lower[i - 1] ?? '')
      const end = words[i + length - 1]?.end ?? start
      if ((capital || (name.generic && article)) && !isAbsent(text, start, end)) found.push({ key: name.key, start, end })
      i += length - 1
    }
    for (const p of uncased) {
      const at = text.indexOf(p.name)
      if (at >= 0) found.push({ key: p.key, start: at, end: at + p.name.length })
    }
    return found.sort((a, b) => a.start - b.start)
  }
}

/** `a photograph of Mara`, `Mara's voice`: named, not there. */
function isAbsent(text: string, start: number, end: number): boolean {
  return (
    /\b(?:photo(?:graph)?s?|pictures?|portraits?|paintings?|statue|voice|letter|message|name) (?:of|from) (?:the )?$/i.test(
      text.slice(Math.max(0, start - 40), start),
    ) ||
    /^(?:['’]s)? (?:voice|name|photo(?:graph)?|portrait)\b/i.test(text.slice(end, end + 20)) ||
    (/['’]s$/.test(text.slice(start, end)) && /^ (?:voice|name|photo(?:graph)?|portrait)\b/i.test(text.slice(end, end + 20)))
  )
}

/** Russian and Ukrainian names change their endings: Анна, Анну, Анны. */
function cyrillicStems(names: ReadonlyMap<string, Name>): Map<string, Name> {
  const stems = new Map<string, Name>()
  for (const [name, owner] of names) {
    if (!/^\p{Script=Cyrillic}{3,}$/u.test(name)) continue
    const stem = name.replace(/[аяийьоеы]$/u, '')
    if (stem.length >= 2) stems.set(stem, owner)
  }
  return stems
}

function stemmed(word: string, stems: ReadonlyMap<string, Name>): Name | undefined {
  if (stems.size === 0 || !/^\p{Script=Cyrillic}/u.test(word)) return undefined
  for (let cut = 0; cut <= 3 && word.length - cut >= 2; cut++) {
    const owner = stems.get(word.slice(0, word.length - cut))
    if (owner) return owner
  }
  return undefined
}
