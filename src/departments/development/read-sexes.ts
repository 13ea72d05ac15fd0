import type { FindMentions } from './mentions'
import type { Person } from './person'
import type { DraftElement, DraftSpeech } from './read-blocks'

/** Ends of sentences, closing quotes and brackets with them. */
const SENTENCE_END = /(?<=[.!?…]["'”’)]*)\s+/
/** What a sentence says of somebody it does not name. */
const SHE = /^["'“‘(]*(?:she|her|hers|herself|ella|elle|lei)\b/i
const HE = /^["'“‘(]*(?:he|his|him|himself)\b/i
/** From how much on it is no accident. */
const SURE = 2

/**
 * Learns from the action whether somebody is a she or a he: from the pronoun that begins the sentence after the one that names
 * them alone, from `herself` and `himself` beside their name alone, and, less, from one that begins the action after they spoke.
 * What their introductions say of themselves is not read here. Groups are left out.
 */
export function readSexes(
  people: readonly Person[],
  groups: readonly (readonly DraftElement[])[],
  speakers: ReadonlyMap<DraftSpeech, readonly string[]>,
  mentions: FindMentions,
): void {
  const score = new Map<string, number>()
  const add = (key: string, n: number) => score.set(key, (score.get(key) ?? 0) + n)
  for (const elements of groups) {
    let spoke: readonly string[] = []
    for (const element of elements) {
      if (element.kind === 'dialogue') spoke = speakers.get(element) ?? []
      if (element.kind !== 'action') continue
      let before: readonly string[] = []
      element.text.split(SENTENCE_END).forEach((sentence, i) => {
        const named = mentions(sentence)
        const sign = SHE.test(sentence) ? 1 : HE.test(sentence) ? -1 : 0
        if (sign !== 0 && before.length === 1) add(before[0] as string, 2 * sign)
        else if (sign !== 0 && i === 0 && spoke.length === 1) add(spoke[0] as string, sign)
        if (named.length === 1) {
          if (/\bherself\b/i.test(sentence)) add(named[0] as string, 2)
          if (/\bhimself\b/i.test(sentence)) add(named[0] as string, -2)
        }
        if (named.length > 0 || sign === 0) before = named
      })
      spoke = []
    }
  }
  for (const person of people) {
    const n = person.count > 1 ? 0 : (score.get(person.key) ?? 0)
    if (Math.abs(n) >= SURE) person.sex = n > 0 ? 'female' : 'male'
  }
}
