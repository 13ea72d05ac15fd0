import { speechSeconds, withoutAsides } from './timing'

/** Full stops that end no sentence. */
const SHORT = /(?:\b(?:Dr|Mr|Mrs|Ms|Prof|St|Sgt|Lt|Capt|Col|Gen|Jr|Sr|No|vs|etc)|\b\p{Lu})\.$/u

/** A paragraph's sentences, each with its closing punctuation. Never empty for a text with letters. */
export function sentences(text: string): string[] {
  const out: string[] = []
  let rest = ''
  for (const piece of text
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(?<=[.!?…。！？]["'”’)\]]?)(?:\s+|(?<=[。！？]))/u)) {
    rest = rest ? `${rest} ${piece}` : piece
    if (SHORT.test(rest)) continue
    if (rest) out.push(rest)
    rest = ''
  }
  if (rest) out.push(rest)
  return out
}

/** Sentences of an action paragraph as beats: fragments under 22 characters join what follows, none over 110 characters. */
export function actionBeats(text: string): string[] {
  const joined: string[] = []
  let held = ''
  for (const s of sentences(text)) {
    held = held ? `${held} ${s}` : s
    if (withoutAsides(held).length < 22) continue
    joined.push(...(withoutAsides(held).length > 110 ? chop(held, 110) : [held]))
    held = ''
  }
  if (held) {
    const last = joined.pop()
    if (last !== undefined && last.length + held.length < 90) joined.push(`${last} ${held}`)
    else joined.push(...(last === undefined ? [] : [last]), held)
  }
  return joined
}

/** A speech in stretches of at most about seven seconds, cut at sentences, then clauses, then words. */
export function speechBeats(text: string, manner = ''): string[] {
  if (speechSeconds(text, manner) <= 7) return [text.trim()]
  const out: string[] = []
  let held = ''
  for (const s of sentences(text).flatMap((t) => (speechSeconds(t, manner) > 7 ? chop(t, 95) : [t]))) {
    const both = held ? `${held} ${s}` : s
    if (held && speechSeconds(both, manner) > 6) {
      out.push(held)
      held = s
    } else held = both
  }
  if (held) out.push(held)
  return out
}

/** Cuts a text into pieces of at most `max` characters, at a comma where one stands in the second half, else at a space. */
function chop(text: string, max: number): string[] {
  const out: string[] = []
  let rest = text
  while (rest.length > max) {
    const window = rest.slice(0, max)
    const comma = Math.max(window.lastIndexOf(', '), window.lastIndexOf('; '), window.lastIndexOf(' – '), window.lastIndexOf(' -- '))
    const space = window.lastIndexOf(' ')
    const cut = comma > max * 0.45 ? comma + 1 : space > max * 0.3 ? space : max
    const open = rest.lastIndexOf('(', cut - 1)
    const close = open >= 0 ? rest.indexOf(')', open) : -1
    const at = close >= cut ? close + 1 : cut
    out.push(rest.slice(0, at).trim())
    rest = rest.slice(at).trim()
  }
  if (rest) {
    const last = out.at(-1)
    if (last !== undefined && rest.length < 16) out[out.length - 1] = `${last} ${rest}`
    else out.push(rest)
  }
  return out
}
