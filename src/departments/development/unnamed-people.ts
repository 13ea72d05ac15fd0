import { wordsOf } from './caps-runs'
import { PERSON_NOUNS } from './people-words'
import { baseVerb } from './verbs'

/** Somebody who does something and has no name: `Somebody waves`, `An old man crosses the yard`. */
export interface Unnamed {
  /** As in the text: `Somebody`, `An old man`. */
  readonly said: string
  /** What they are called: SOMEBODY, OLD MAN. */
  readonly name: string
  /** What is said of how they look: `old man`; nothing of somebody. */
  readonly description: string
  /** Where it is said, from the text's start. */
  readonly at: number
}

/** What is heard more often than seen, where nobody is named. */
const HEARD = new Set('knock scream shout yell call whistle cough sing ring bang slam hum talk whisper laugh cry sob speak say'.split(' '))
/** Words between the article and the noun. */
const MOST_ADJECTIVES = 3

/** What stands between an article and its noun is no verb, and begins nothing new: `A hand grabs the boy`. */
const isAdjective = (word: string): boolean => /^\p{Ll}[\p{Ll}-]+$/u.test(word) && !SMALL_WORDS.has(word) && baseVerb(word) === undefined
const SMALL_WORDS = new Set('the an of in on at to from with for by as and or his her their its this that who'.split(' '))

/** Everybody whom sentences begin with and who has no name, with a verb of action right behind. */
export function unnamedPeople(text: string): readonly Unnamed[] {
  const out: Unnamed[] = []
  const words = wordsOf(text)
  for (let i = 0; i < words.length; i++) {
    const first = words[i]!
    if (!/^(?:Somebody|Someone|A|An|Another)$/.test(first.text) || !/(?:^|[.!?…]["”’]?\s+|\n\s*)$/.test(text.slice(0, first.start)))
      continue
    let last = i
    if (!/^Some/.test(first.text)) {
      const noun = words.slice(i + 1, i + 2 + MOST_ADJECTIVES).findIndex((w) => PERSON_NOUNS.has(w.text))
      if (noun < 0 || !words.slice(i + 1, i + 1 + noun).every((w) => isAdjective(w.text))) continue
      last = i + 1 + noun
    }
    const verb = words[last + 1]
    if (!verb || text.slice(words[last]!.end, verb.start) !== ' ' || !/^\p{Ll}+s$/u.test(verb.text)) continue
    const base = baseVerb(verb.text)
    if (base === undefined || HEARD.has(base)) continue
    const said = text.slice(first.start, words[last]!.end)
    const description = last === i ? '' : text.slice(words[i + 1]!.start, words[last]!.end)
    out.push({ said, name: (description || 'Somebody').toUpperCase(), description, at: first.start })
  }
  return out
}
