import type { CapsRun } from './caps-runs'
import { wordsOf } from './caps-runs'
import { BODY_WORDS, hasAge, PERSON_NOUNS, singularPerson } from './people-words'
import { baseVerb } from './verbs'

/** What the words around a name in capitals say about whom it names. */
export interface Introduction {
  readonly description: string
  /** The words show that it is a person: an age, a body, clothes, a noun such as `boy`. */
  readonly person: boolean
  /** They show it by an age or a noun: clothes and hair alone could be a thing's. */
  readonly certain: boolean
}

/** The words around say nothing. */
export const NO_INTRODUCTION: Introduction = { description: '', person: false, certain: false }

/** Reads `NAME (44, white suit)`, `NAME, 60s, wiry, a welder's jacket, …`, `NAME — 30, tall —`, `NAME in her fifties`, `A boy, NAME`. */
export function readIntroduction(text: string, run: CapsRun, plural = false): Introduction {
  if (run.possessive) return NO_INTRODUCTION
  const before = nounBefore(text, run.start)
  const found = inBrackets(text, run.end, plural) ?? between(text, run.end, plural) ?? phraseAfter(text, run.end, plural) ?? NO_INTRODUCTION
  if (!before) return found
  return { description: found.description ? `${found.description}, ${before}` : before, person: true, certain: true }
}

function inBrackets(text: string, end: number, plural: boolean): Introduction | undefined {
  const m = /^\s*\(([^()]{1,400})\)/.exec(text.slice(end, end + 410))
  const inner = m?.[1]?.trim().replace(/\s+/g, ' ')
  if (!inner || /^(?:V\.?O\.?|O\.?S\.?|O\.?C\.?|CONT['’]?D|MORE|PRE-?LAP|OFF)\b/i.test(inner)) return undefined
  const certain = hasAge(inner) || startsWithPerson(inner)
  const more = certain || hasBody(inner) ? behindBracket(text, end + (m?.[0].length ?? 0), plural) : []
  return { description: [inner, ...more].join(', '), person: certain || hasBody(inner), certain }
}

/** `(8), pyjamas, bare feet, a plaster on his forehead.`: what else is seen of somebody, up to what they do. */
function behindBracket(text: string, end: number, plural: boolean): readonly string[] {
  const rest = /^,\s+([^.;!?:()–—]{2,200})/.exec(text.slice(end, end + 210).replace(/\n/g, ' '))?.[1]
  const kept: string[] = []
  for (const part of rest?.split(/,\s*/) ?? []) {
    const seen = hasBody(part) || /^(?:an?|no|bare|one|his|her|with)\s/i.test(part)
    if (!seen || untilVerb(part, plural).length < part.trim().length) break
    kept.push(part.trim())
  }
  return kept
}

/** An appositive between commas or dashes; it ends where a verb begins. */
function between(text: string, end: number, plural: boolean): Introduction | undefined {
  const rest = text.slice(end, end + 400).replace(/\n/g, ' ')
  const open = /^(?:,\s+|\s*(?:–|—|--)\s*|\s+-\s+)/.exec(rest)
  if (!open) return undefined
  const dash = open[0].trim() !== ','
  const body = rest.slice(open[0].length)
  const stop = dash ? body.search(/\s*(?:–|—|--)|\s-\s|[.;!?](?:\s|$)/) : body.search(/[;!?:]|\.(?:\s|$)|\s(?:–|—|--|-)\s/)
  const kept: string[] = []
  for (const part of (stop < 0 ? body : body.slice(0, stop)).split(/,\s*/)) {
    const own = untilVerb(part, plural)
    if (own !== '') kept.push(own)
    if (own.length < part.trim().length) break
  }
  const description = kept.join(', ')
  const first = kept.slice(0, 2).join(', ')
  const certain = hasAge(first) || startsWithPerson(first)
  return description !== '' && (certain || hasBody(description)) ? { description, person: true, certain } : undefined
}

/** `in her fifties`, `in black`, `with a red beard`, `wearing a parka`: right behind the name. */
function phraseAfter(text: string, end: number, plural: boolean): Introduction | undefined {
  const m = /^ ((?:in|with|wearing|of|dressed in)\s[^,.;:!?()–—]{2,80})/.exec(text.slice(end, end + 100).replace(/\n/g, ' '))
  if (!m) return undefined
  const phrase = untilVerb(m[1] as string, plural, 8)
  if (phrase.split(' ').length < 2) return undefined
  const person = hasAge(phrase) || hasBody(phrase)
  return person ||
    (plural && /^in (?!the |a |an |front|line|silence|unison|his|her|their|here|there)/.test(phrase)) ||
    /^in (?:black|white|red|blue|green|grey|gray|yellow|orange|brown|purple|pink|rags|uniform|costume|tuxedos|suits)\b/.test(phrase)
    ? { description: phrase, person, certain: hasAge(phrase) }
    : undefined
}

/** `A boy, JANNIK`, `the old fisherman, PETROS`: the noun phrase in front. */
function nounBefore(text: string, start: number): string | undefined {
  const m = /(?:^|[.!?:;\n]\s*|,\s+|\band\s+)(?:a|an|the|his|her|their|another|ein|eine|un|une|una)\s+([^,.;:!?()\n]{2,40}), $/i.exec(
    text.slice(Math.max(0, start - 60), start),
  )
  const phrase = m?.[1]
  const own = phrase?.split(/\s(?:with|in)\s/)[0] ?? ''
  return phrase &&
    wordsOf(own).some((w) => PERSON_NOUNS.has(w.text.toLowerCase())) &&
    !/\b(?:of|at|to|towards?|beside|behind)\b/.test(phrase)
    ? phrase
    : undefined
}

const hasBody = (text: string) => wordsOf(text).some((w) => BODY_WORDS.has(w.text.toLowerCase()))

/** `a waitress`, `the new doctor`, `his younger sister` among the first words. */
function startsWithPerson(text: string): boolean {
  return wordsOf(text.slice(0, 80))
    .slice(0, 6)
    .some(({ text: w }) => PERSON_NOUNS.has(w.toLowerCase()) || singularPerson(w.toLowerCase()) !== undefined)
}

/** The words up to the first that reads as a finite verb of action: `crosses`, `is`, `who`; `push` of several people. */
function untilVerb(part: string, plural: boolean, most = 14): string {
  const words = part.trim().split(/\s+/)
  const plain = words.map((w) => w.toLowerCase().replace(/[^\p{L}'’]/gu, ''))
  const isVerb = (i: number) => {
    const word = plain[i] ?? ''
    if (/^(?:is|are|was|were|has|have|who)$/.test(word)) return true
    if (!(word.endsWith('s') || plural) || /(?:ed|ing)$/.test(word)) return false
    const base = baseVerb(word)
    return base !== undefined && (plural || base !== word) && !/^(?:a|an|the|his|her|their|of|with|in)$/.test(plain[i - 1] ?? '')
  }
  const at = words.findIndex((_, i) => isVerb(i) || (plain[i] === 'and' && isVerb(i + 1)))
  return words.slice(0, Math.min(at < 0 ? words.length : at, most)).join(' ')
}
