import { random } from '../../../film'
import { readHair } from '../read-hair'
import type { Found } from './clothes-events'

/** A look at each text before it is read closely. */
const HAIR = /\bhair\b|\bbeard|moustache|ponytail|\bshav|\bbun\b|\bbraid|\bbald\b|\bwig\b/i
const HAIR_NOW =
  /\b(?:(his|her|\p{Lu}[\p{L}-]*['’]s)\s+(?:now\s+)?((?:\p{L}+[ -]){0,3})?(hair|beard|moustache)\s+(?:is\s+|has been\s+|has gone\s+|has turned\s+|now\s+|still\s+|all\s+)*(tied back|tied up|pinned up|pulled back|up|down|loose|cut short|cropped|shaved(?: off)?|gone|grey|gray|white|silver|dyed \p{L}+|bleached|blond|blonde|black|red|pink|blue|green|in (?:a|an|two)? ?(?:\p{L}+ )?(?:bun|ponytail|braids?|pigtails?|knot)|braided|long|short|longer|shorter|messy|wild|tousled|a mess)\b|(?:with|,)\s+(?:his|her)?\s*hair\s+(?:now\s+)?(tied back|up|down|loose|cut short|cropped|dyed \p{L}+|in (?:a|an|two)? ?(?:\p{L}+ )?(?:bun|ponytail|braids?|pigtails?)))/giu
const HAIR_DONE =
  /\b(?:(?:ties|pins|pulls|puts|scrapes|gathers|twists)\s+(?:back\s+|up\s+)?(his|her)\s+hair(?:\s+(?:back|up|into a (\p{L}+)|in a (\p{L}+)))?|(lets)\s+(?:down\s+)?(?:his|her)\s+hair(?:\s+(?:down|fall|loose))?|(cuts|chops|crops|hacks)\s+(?:off\s+)?(?:all\s+)?(?:his|her)\s+(?:own\s+|long\s+)?hair|(dyes|bleaches|colours|colors)\s+(?:his|her)\s+hair(?:\s+(\p{L}+))?|(shaves)(?:\s+(?:off\s+)?(?:his|her)\s+(head|beard|moustache)|(?=[.,;]))|(braids)\s+(?:his|her)\s+(?:own\s+)?hair)/giu
const GROWN =
  /\b(?:now (?:with )?(?:an? )?(?:\p{L}+ )?(bearded|beard)|has grown an? (?:\p{L}+ )?(beard|moustache)|now (clean-shaven)|(freshly shaven))\b/giu
/** What stands in every text that the patterns above fit: they are slow to build, and most texts name hair without doing anything to it. */
const MAYBE_NOW =
  /(?:hair|beard|moustache)\s+(?:is|has|now|still|all|tied|pinned|pulled|up|down|loose|cut|cropped|shaved|gone|gr[ea]y|white|silver|dyed|bleached|blond|black|red|pink|blue|green|in|braided|long|short|messy|wild|tousled|a)/i
const MAYBE_DONE =
  /(?:ties|pins|pulls|puts|scrapes|gathers|twists|lets|cuts|chops|crops|hacks|dyes|bleaches|colours|colors|shaves|braids)[\s.,;]/i
const MAYBE_GROWN = /now |has grown |freshly shaven/i
const NONE: readonly RegExpExecArray[] = []
const AGED = /^[\s,]*\(?(?:now\s+)?(?:aged\s+)?(\d{1,3})(?=[,)\s])/

type Hair = { readonly style?: string; readonly colour?: string; readonly beard?: string }

/** Hair and beards that are done otherwise, or have become otherwise. */
export function* hairIn(text: string): Generator<Found> {
  if (!HAIR.test(text)) return
  const found = (m: RegExpMatchArray, words: string, shorter: boolean, describes: boolean): Found | undefined => {
    const hair = shorter ? {} : hairOf(words)
    if (Object.keys(hair).length === 0 && !shorter) return undefined
    const word = /^(?:his|her|\p{Lu}.*['’]s)$/iu.test(m[1] ?? '') ? (m[1] as string) : undefined
    const start = word ? text.indexOf(word, m.index) : 0
    return {
      what: { kind: 'hair', hair: hair as Extract<Found['what'], { kind: 'hair' }>['hair'], shorter },
      start: m.index ?? 0,
      end: (m.index ?? 0) + m[0].length,
      describes,
      ...(word && describes ? { owner: { word, start, end: start + word.length } } : {}),
    }
  }
  for (const m of MAYBE_NOW.test(text) ? text.matchAll(HAIR_NOW) : NONE) {
    const how = (m[4] ?? m[5] ?? '').toLowerCase()
    const one = found(
      m,
      m[3] === 'beard' && /shaved|gone/.test(how) ? 'clean-shaven' : m[3] === 'beard' ? '' : how,
      /cut short|cropped|shorter/.test(how),
      true,
    )
    if (one) yield one
  }
  for (const m of MAYBE_DONE.test(text) ? text.matchAll(HAIR_DONE) : NONE) {
    const words = m[4]
      ? 'down'
      : m[5]
        ? 'cut short'
        : m[6]
          ? `dyed ${m[7] ?? 'blond'}`
          : m[8]
            ? m[9] === 'head'
              ? 'bald'
              : 'clean-shaven'
            : m[10]
              ? 'braid'
              : (m[2] ?? m[3] ?? (/\bup\b/i.test(m[0]) ? 'up' : 'tied back'))
    const one = found(m, words, m[5] !== undefined, false)
    if (one) yield one
  }
  for (const m of MAYBE_GROWN.test(text) ? text.matchAll(GROWN) : NONE) {
    const one = found(m, m[3] || m[4] ? 'clean-shaven' : (m[2] ?? 'bearded'), false, true)
    if (one) yield one
  }
}

/** Hair as a phrase about it says: `tied back`, `dyed red`, `in a bun`. */
function hairOf(words: string): Hair {
  const lower = words.toLowerCase()
  if (/tied back|pulled back|ponytail/.test(lower)) return { style: 'ponytail' }
  if (/\bup\b|pinned|tied up|knot/.test(lower)) return { style: 'bun' }
  if (/down|loose|longer|\blong\b/.test(lower)) return { style: 'long' }
  if (/shaved off|^gone$|\bbald\b/.test(lower)) return { style: 'bald' }
  if (/bleached/.test(lower)) return { colour: '#e3d7b8' }
  const read = readHair(`${lower.replace(/dyed |pigtails?/g, (w) => (w === 'dyed ' ? '' : 'braid'))} hair`, 30, 'male', 0.3, random('hair'))
  return {
    ...(read.said.includes('hair.style') ? { style: read.style } : {}),
    ...(read.said.includes('hair.colour') ? { colour: read.colour } : {}),
    ...(/shav|beard|moustache/.test(lower) && read.said.includes('hair.beard') ? { beard: read.beard } : {}),
  }
}

/** An age that stands behind somebody's name: `MARA (43)`. Characters behind the name; undefined when none stands there. */
export function ageBehind(rest: string): number | undefined {
  const age = Number(AGED.exec(rest)?.[1] ?? Number.NaN)
  return rest.includes('(') && age >= 1 && age <= 110 ? age : undefined
}

const TAKES =
  /\b(picks? up|takes|grabs|snatches|pockets|collects|fetches|pulls out|draws|carries|carrying|holds|holding|clutches|clutching|retrieves|steals|finds|hides|stuffs|slips)\s+(?:up\s+|out\s+)?((?:an?|the|his|her|their|another|one of the)\s+[^.,;:!?()]{2,40})/gi
const LEAVES =
  /\b(puts? down|sets? down|drops|lays? down|leaves behind|throws away|tosses away|leaves|burns|destroys|smashes|throws|puts|sets|places|lays)\s+(?:down\s+)?((?:an?|the|his|her|their)\s+[^.,;:!?()]{2,40})/gi
const GIVES = /\b(?:hands|gives|passes|tosses|throws|offers)\s+/gi
const USES =
  /\b(reads|opens|unfolds|fires|aims|raises|cocks|loads|swings|plays|lights|shows|waves|drinks from|studies|examines|flips through)\s+((?:the|his|her)\s+[^.,;:!?()]{2,40})/gi

/** Things that are taken, put down, handed over and used; `things` are the names of small things the scene has. */
export function* thingsIn(text: string, things: readonly string[]): Generator<Found> {
  if (things.length === 0) return
  const lower = text.toLowerCase()
  const here = things.filter((t) => lower.includes(t))
  if (here.length === 0) return
  const named = (words: string) => {
    const phrase = words.toLowerCase()
    let best: string | undefined
    let at = Number.POSITIVE_INFINITY
    for (const t of here) {
      const i = new RegExp(`(?<![\\p{L}-])${t.replace(/[^\p{L}\p{N} -]/gu, '.')}s?(?![\\p{L}-])`, 'u').exec(phrase)?.index ?? -1
      if (i >= 0 && i < at) [best, at] = [t, i]
    }
    // The first noun is the object: `the letter on the table` is a letter; `the table with the letter` is none.
    return at <= 24 && !/\b(?:on|in|with|from|to|under|of|into)\b/.test(phrase.slice(0, at)) ? best : undefined
  }
  for (const [pattern, kind] of [
    [TAKES, 'take'],
    [LEAVES, 'leave'],
    [USES, 'use'],
  ] as const)
    for (const m of text.matchAll(pattern)) {
      const prop = named(m[2] ?? '')
      if (prop)
        yield { what: { kind, prop }, start: m.index, end: m.index + m[0].length, describes: /ing$|^carries|^holds/i.test(m[1] ?? '') }
    }
  for (const m of text.matchAll(GIVES)) {
    const rest = text.slice(m.index + m[0].length, m.index + m[0].length + 80).split(/[.;!?]/)[0] ?? ''
    const prop = here.find((t) => new RegExp(`(?<![\\p{L}-])${t.replace(/[^\p{L}\p{N} -]/gu, '.')}(?![\\p{L}-])`, 'iu').test(rest))
    if (!prop) continue
    const start = m.index
    const end = start + m[0].length + rest.length
    yield { what: { kind: 'leave', prop }, start, end: start + m[0].length }
    yield { what: { kind: 'take', prop }, start: start + 1, end, object: [start + m[0].length, end] }
  }
}
