import type { Script } from '../../../film'
import type { Naming } from './story-event'

type Element = Script['scenes'][number]['elements'][number]
type Mention = ReturnType<Naming['find']>[number]

/** Where a clause begins. */
const CLAUSE = /[,;:()]|--|[–—]|\b(?:and|while|as|then|but|who|when|until|before|after|with)\b/g
const SENTENCE = /[.!?…]["”')\]]*\s+|\n\s*\n|\n--\s/g
const SHORT = /\b(?:Dr|Mr|Mrs|Ms|St|Sgt|Lt|Capt|Col|Gen|Prof|\p{Lu})\.$/u
/** Words behind which a name is no subject. */
const BEFORE_OBJECT = /\b(?:to|at|from|of|for|by|on|behind|beside|near|into|towards?|over|past|against|onto|around|under)\s+(?:the\s+)?$/i
/** A clause that begins so is about a thing. */
const THING = /^(?:the|an?|this|that|these|those|every|some|no|its?|his|her|their|one|two|three|there|here|everything|nothing)\b/i
/** How many elements back a pronoun reaches. */
const REACH = 8

/** One scene's elements, to be asked who its words are about. Names are looked for only where something asks. */
export class Telling {
  readonly #elements: readonly Element[]
  readonly #present: readonly string[]
  readonly #naming: Naming
  readonly #mentions = new Map<number, readonly Mention[]>()

  constructor(elements: readonly Element[], present: readonly string[], naming: Naming) {
    this.#elements = elements
    this.#present = present
    this.#naming = naming
  }

  /** Everybody named in an element, in order; the speaker of a speech is not. */
  mentions(i: number): readonly Mention[] {
    const known = this.#mentions.get(i)
    if (known) return known
    const found = this.#naming.find(this.#text(i))
    this.#mentions.set(i, found)
    return found
  }

  #text(i: number): string {
    const e = this.#elements[i]
    return e?.kind === 'action' ? e.text : ''
  }

  /** Whether somebody is named or speaks before an element. */
  appearsBefore(i: number, key: string): boolean {
    for (let k = 0; k < i; k++) {
      const e = this.#elements[k]
      if (
        e?.kind === 'dialogue'
          ? e.character === key && !e.extensions.some((x) => /^[VO]/.test(x))
          : this.mentions(k).some((m) => m.key === key)
      )
        return true
    }
    return false
  }

  /** Who does, or is, what stands at a place of an action; empty when it is about a thing or nobody. */
  doers(i: number, at: number): readonly string[] {
    const text = this.#text(i)
    const sentence = sentenceStart(text, at)
    let to = at
    let own = true
    while (true) {
      const from = clauseStart(text, sentence, to)
      const subject = this.#subject(i, text, from, to)
      if (subject.length > 0) return subject
      const lead = text.slice(from, to).replace(/^[\s,;:()–—-]*(?:(?:and|while|as|then|but|who|when|until|before|after|with)\b\s*)?/, '')
      if (own && lead !== '' && (THING.test(lead) || (from > sentence && /^\p{Lu}/u.test(lead)))) return []
      own = false
      if (from <= sentence) break
      to = from
    }
    // `Soaked to the skin, Mara comes in.`
    if (!/[^\s"“(]/.test(text.slice(sentence, at))) {
      const ahead = /^[^.!?;]{0,110}/.exec(text.slice(at))?.[0] ?? ''
      for (const comma of ahead.matchAll(/,\s*/g)) {
        const next = at + comma.index + comma[0].length
        const named = this.mentions(i).find((m) => m.start >= next && m.start <= next + 4)
        if (named) return [named.key]
        const pronoun = /^(he|she)\b/i.exec(text.slice(next, next + 4))
        const who = pronoun && this.pronoun(i, at, pronoun[1]!.toLowerCase() as 'he' | 'she')
        if (who) return [who]
      }
    }
    const lead = text.slice(sentence, at).trim()
    if (lead !== '' && (THING.test(lead) || /^\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(lead))) return []
    const last = this.#before(i, sentence)
    return last === undefined ? [] : [last]
  }

  /** The people a clause is about. */
  #subject(i: number, text: string, from: number, to: number): readonly string[] {
    const here = this.mentions(i)
    const at = here.findIndex((m) => m.start >= from && m.end <= to && !isOwner(text, m) && !BEFORE_OBJECT.test(text.slice(from, m.start)))
    const pronoun = /\b(he|she|they|both)\b/i.exec(text.slice(from, to))
    const first = here[at]
    if (first && (!pronoun || first.start < from + pronoun.index)) {
      const keys = [first.key]
      for (let k = at; k > 0; k--) {
        const [before, now] = [here[k - 1]!, here[k]!]
        if (isOwner(text, before) || !/^\s*(?:,|and|&|,\s*and)\s*$/.test(text.slice(before.end, now.start))) break
        keys.unshift(before.key)
      }
      return keys
    }
    if (!pronoun) return []
    const word = pronoun[1]!.toLowerCase()
    if (word === 'they' || word === 'both') {
      const seen = this.#lastTwo(i, from + pronoun.index)
      return seen
    }
    const who = this.pronoun(i, from + pronoun.index, word as 'he' | 'she')
    return who === undefined ? [] : [who]
  }

  /** Whom `his` or `her` in front of a place means, or whose name stands there with 's; else who does what stands there. */
  owner(i: number, at: number, word: string, end = at): readonly string[] {
    const lower = word.toLowerCase()
    if (lower === 'his' || lower === 'her' || lower === 'him') {
      const who = this.pronoun(i, at, lower === 'her' ? 'she' : 'he')
      return who === undefined ? [] : [who]
    }
    if (/['’]s?$/.test(lower)) {
      const named = this.mentions(i).find((m) => m.start >= at - 1 && m.start < end)
      return named ? [named.key] : []
    }
    return this.doers(i, at)
  }

  /** The first person named, or meant by a pronoun, within [from, to). */
  object(i: number, from: number, to: number, not: readonly string[]): readonly string[] {
    const text = this.#text(i)
    const named = this.mentions(i).find((m) => m.start >= from && m.start < to)
    if (named) return [named.key]
    const word = /\b(him|her|his)\b/i.exec(text.slice(from, to))?.[1]?.toLowerCase()
    const who = word && this.pronoun(i, from, word === 'her' ? 'she' : 'he', not)
    return who ? [who] : []
  }

  /** The last person spoken of who may be he or she. */
  pronoun(i: number, at: number, word: 'he' | 'she', not: readonly string[] = []): string | undefined {
    const other = word === 'he' ? 'female' : 'male'
    const sex = (key: string) => this.#naming.sexOf(key)
    const may = (key: string) => sex(key) !== other && !not.includes(key)
    let unsure: string | undefined
    for (let k = i; k >= Math.max(0, i - REACH); k--) {
      const e = this.#elements[k]
      if (e?.kind === 'dialogue' && k < i && may(e.character) && !e.extensions.some((x) => /^[VO]/.test(x))) {
        if (sex(e.character)) return e.character
        unsure ??= e.character
      }
      if (e?.kind !== 'action') continue
      const seen = this.mentions(k)
      for (let n = seen.length - 1; n >= 0; n--) {
        const m = seen[n]!
        if ((k === i && m.start >= at) || !may(m.key)) continue
        if (sex(m.key)) return m.key
        unsure ??= m.key
      }
    }
    return unsure ?? this.#present.find((key) => may(key) && sex(key) !== undefined) ?? this.#present.find(may)
  }

  #lastTwo(i: number, at: number): readonly string[] {
    const seen: string[] = []
    for (let k = i; k >= Math.max(0, i - REACH) && seen.length < 2; k--) {
      const e = this.#elements[k]
      const keys = e?.kind === 'dialogue' ? [e.character] : this.mentions(k).flatMap((m) => (k === i && m.start >= at ? [] : [m.key]))
      for (const key of keys.reverse()) if (!seen.includes(key) && seen.length < 2) seen.push(key)
    }
    return seen
  }

  /** Who was spoken of last before a place; a sentence without a subject goes on about them. */
  #before(i: number, at: number): string | undefined {
    const text = this.#text(i)
    const here = this.mentions(i).findLast((m) => m.start < at && !isOwner(text, m))
    if (here) return here.key
    for (let k = i - 1; k >= Math.max(0, i - 2); k--) {
      const e = this.#elements[k]
      if (e?.kind === 'dialogue') return e.character
      const last = this.mentions(k).at(-1)
      if (last) return last.key
    }
    return undefined
  }
}

const isOwner = (text: string, m: Mention) => /['’]s?$/.test(text.slice(m.start, m.end)) || /^['’]s\b/.test(text.slice(m.end, m.end + 3))

function sentenceStart(text: string, at: number): number {
  let start = 0
  SENTENCE.lastIndex = 0
  const before = text.slice(0, at)
  for (const m of before.matchAll(SENTENCE))
    if (!SHORT.test(before.slice(Math.max(0, m.index - 5), m.index + 1))) start = m.index + m[0].length
  return start
}

function clauseStart(text: string, from: number, to: number): number {
  let start = from
  for (const m of text.slice(from, to).matchAll(CLAUSE)) if (m.index + m[0].length < to - from) start = from + m.index
  return start
}
