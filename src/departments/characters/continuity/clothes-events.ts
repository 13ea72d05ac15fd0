import { type NamedGarment, readWardrobe } from '../read-wardrobe'
import type { Happening } from './story-event'

/** Something found in a text: what happens, characters [start, end), and how to find whom it happens to. */
export interface Found {
  readonly what: Happening
  readonly start: number
  readonly end: number
  readonly describes?: boolean
  /** A word in front of what is hurt or dirty that says whose it is: `his`, `Mara's`. */
  readonly owner?: { readonly word: string; readonly start: number; readonly end: number }
  /** Done to whoever is named in here rather than to the doer. */
  readonly object?: readonly [start: number, end: number]
}

/** Words that may be clothes; a text without any of these says nothing of them. */
export const CLOTHES =
  /coat|jacket|suit|dress|shirt|blouse|hat\b|cap\b|glove|mask|scarf|shawl|boot|shoe|heels|sneaker|sweater|hoodie|cardigan|jumper|vest|robe|gown|pyjama|pajama|uniform|apron|helmet|glasses|shades|goggles|tie\b|belt|trouser|pants|jeans|shorts|skirt|overalls|parka|anorak|poncho|cloak|veil|kimono|sari|headset|headphones|backpack|necklace|beanie|fedora|scrubs|tuxedo|blazer|slippers|clothes|undress|outfit|costume|armou?r|tunic|leather|naked|barefoot/i

const WORDS = '([^.;!?\\n]{1,100})'
/** What follows the clothes in a sentence: another deed. */
const NEXT_DEED =
  /\b(?:takes?|pulls?|puts?|kicks?|hangs?|drops?|throws?|tosses|removes?|grabs?|leaves?|walks?|runs?|goes|comes|steps?|looks?|turns?|sits?|stands?|picks?|hands?|gives?|opens?|climbs?|heads?|is|are|was|while|who|slips?|reveals?|revealing|exits?|enters?|crosses)\b/i

const clothes = (words: string | undefined): NamedGarment[] => {
  if (words === undefined || !CLOTHES.test(words)) return []
  const cut = NEXT_DEED.exec(words)
  return readWardrobe(cut ? words.slice(0, cut.index) : words)
}

const OUTFIT = new RegExp(
  `\\b(?:(chang(?:es?|ing|ed) (?:in)?to|slips? into something)|(now (?:in|wears?|wearing|dressed in)|(?:has|have|having) changed into|(?:all )?dressed (?:up )?(?:in|as)|clad in|decked out in|back in))\\s+${WORDS}`,
  'gi',
)
const OTHER_CLOTHES =
  /\b(?:chang(?:es|ing) (?:(?:his|her|their) )?clothes|chang(?:es|ing) (?:his|her|their) (?:outfit|costume|shirt)|(?:has|have) changed(?: (?:his|her|their))?(?: clothes)?(?=[.,;])|in (?:fresh|clean|different|new|other|borrowed|dry) clothes|in a (?:fresh|clean|different|new) outfit|(?:a )?change of clothes)\b/gi
const WEARS = new RegExp(`\\b(?:wears|wearing|sports|sporting)\\s+${WORDS}`, 'gi')
const IN_A = new RegExp(
  `(?:^|[,(]\\s*|\\b(?:stands|sits|waits|lies|enters|appears|emerges|returns|arrives|is|are)\\b(?: \\p{L}+){0,2} )(?:now |still |all |there )?in (?=(?:an? |his |her |their |the |full |matching )?)${WORDS}`,
  'giu',
)
const ON = new RegExp(
  `\\b(?:(?:puts?|pull(?:s|ing)?|slip(?:s|ping)?|throw(?:s|ing)?|tugs?|shrug(?:s|ging)?|straps?|ties|gets?|squeezes?|slides?|buttons?|climbs?|wriggles?|zips?)\\s+(?:back )?(?:on|into|up)|putting on|dons?|donning|wraps? (?:himself|herself) in|wraps|knots|fastens|drapes)\\s+${WORDS}`,
  'gi',
)
const ON_BEHIND =
  /\b(?:puts?|pulls?|slips?|throws?|tugs?|sets|jams|places)\s+((?:his|her|their|the|an?)\s[^.,;!?\n]{2,40}?)\s+(?:back )?on(?=\s*(?:[.,;!?]|$|and\b|then\b|again\b|her head|his head|over))/gi
const BACK_ON = /\b(?:puts?|pulls?|slips?)\s+(?:it|them)\s+(?:back )?on\b/gi
const OFF = new RegExp(
  `\\b(?:(?:tak(?:es?|ing)|pull(?:s|ing)?|slip(?:s|ping)?|tear(?:s|ing)?|rip(?:s|ping)?|peel(?:s|ing)?|throw(?:s|ing)?|kick(?:s|ing)?|strip(?:s|ping)?|shrug(?:s|ging)?|yanks?|whips?)\\s+(?:off|out of|from)|removes?|removing|sheds?|discards?|ditches|loses|unties|unbuckles|hangs? up|steps? out of|wriggles? out of)\\s+${WORDS}`,
  'gi',
)
const OFF_BEHIND = /\b(?:takes?|pulls?|slips?|peels?|tears?|rips?|whips?|knocks?)\s+((?:his|her|their|the)\s[^.,;!?\n]{2,40}?)\s+off\b/gi
const FLIES_OFF =
  /\b(his|her|\p{Lu}[\p{L}]+['’]s)\s+((?:\p{L}+ ){0,2}\p{L}+)\s+(?:blows|flies|falls|comes|slips|is knocked|is torn|is blown)\s+(?:off|away)\b/giu
const NAKED =
  /\b(?:undress(?:es|ed|ing)?|strips (?:down|naked|to (?:his|her) underwear)|takes? off (?:all )?(?:his|her|their) clothes|(?:stark )?naked)\b(?! (?:flame|eye|bulb|truth))/gi
const UNDERNEATH = new RegExp(`\\b(?:underneath|beneath|under it|below it)\\s*(?:[:,]|is|she wears|he wears)\\s*${WORDS}`, 'gi')

/** Clothes that somebody puts on, takes off, changes, or is seen in. */
export function* clothesIn(text: string): Generator<Found> {
  if (!CLOTHES.test(text) && !/\bchang|\bit back on|\bthem back on/i.test(text)) return
  const span = (m: RegExpMatchArray) => ({ start: m.index ?? 0, end: (m.index ?? 0) + m[0].length })
  const taken: [number, number][] = []
  const free = (m: RegExpMatchArray) => !taken.some(([a, b]) => (m.index ?? 0) >= a && (m.index ?? 0) < b)
  for (const m of text.matchAll(OUTFIT)) {
    const garments = clothes(m[3])
    if (garments.length === 0) continue
    taken.push([m.index, m.index + m[0].length])
    const whole = m[1] !== undefined || /changed/i.test(m[2] ?? '')
    // `Now in a hat` adds a hat; whole clothes take the place of what was worn.
    const what: Happening =
      whole || garments.some((g) => g.suit || OUTFITS.has(g.kind)) || garments.length > 1
        ? { kind: 'outfit', garments, words: (m[3] ?? '').trim() }
        : { kind: 'put-on', garments }
    yield { what, ...span(m), describes: m[2] !== undefined }
  }
  for (const m of text.matchAll(OTHER_CLOTHES))
    if (free(m)) yield { what: { kind: 'outfit', garments: [], words: '' }, ...span(m), describes: /^(?:in|has|have)/i.test(m[0]) }
  const simple = function* (pattern: RegExp, group: number, kind: 'put-on' | 'take-off', describes: boolean): Generator<Found> {
    for (const m of text.matchAll(pattern)) {
      if (!free(m)) continue
      const garments = clothes(m[group])
      if (garments.length === 0) continue
      taken.push([m.index, m.index + m[0].length - (m[group]?.length ?? 0)])
      yield { what: kind === 'put-on' ? { kind, garments } : { kind, garments, all: false }, ...span(m), describes }
    }
  }
  yield* simple(WEARS, 1, 'put-on', true)
  yield* simple(OFF, 1, 'take-off', false)
  yield* simple(OFF_BEHIND, 1, 'take-off', false)
  for (const m of text.matchAll(FLIES_OFF)) {
    const garments = clothes(m[2])
    if (garments.length > 0)
      yield {
        what: { kind: 'take-off', garments, all: false },
        ...span(m),
        owner: { word: m[1] ?? '', start: m.index, end: m.index + (m[1]?.length ?? 0) },
      }
  }
  yield* simple(ON, 1, 'put-on', false)
  yield* simple(ON_BEHIND, 1, 'put-on', false)
  yield* simple(UNDERNEATH, 1, 'put-on', true)
  yield* simple(IN_A, 1, 'put-on', true)
  for (const m of text.matchAll(BACK_ON)) yield { what: { kind: 'put-back' }, ...span(m) }
  for (const m of text.matchAll(NAKED))
    if (free(m)) yield { what: { kind: 'take-off', garments: [], all: true }, ...span(m), describes: /naked/i.test(m[0]) }
}

/** Garments that are worn instead of other clothes, not over them. */
const OUTFITS: ReadonlySet<string> = new Set(['dress', 'uniform', 'pyjamas', 'spacesuit', 'overalls', 'robe', 'suit-jacket'])
