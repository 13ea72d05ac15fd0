import { slug } from '../../film'
import { saysDriven } from './drive'
import type { Style } from './palette'
import { joinNames } from './place-names'
import { DEFAULT_STYLE, PLACES, type PlaceWords, STYLES } from './place-words'

/** What a heading's words say about a place. */
export interface PlaceReading {
  readonly kind: string
  readonly interior: boolean
  readonly style: Style
  /** The words that decided. */
  readonly words: readonly string[]
}

/** Letters from which on a word may be the end of a compound. */
const LONG_ENDING = 4

/** A place's word in the forms it is met in. */
interface Meant {
  readonly word: string
  readonly plural: string
  readonly plural2: string
}

const meant = (words: string): readonly Meant[] => words.split(' ').map((word) => ({ word, plural: `${word}s`, plural2: `${word}es` }))

/** Each entry with its words apart: every heading is held against all of them. */
const PLACE_WORDS = PLACES.map((entry) => ({ entry, words: meant(entry.words) }))
const STYLE_WORDS = STYLES.map(({ style, words }) => ({ style, words: meant(words) }))

/** Whether a heading's word is a place's word: equal, plural, or a compound that ends in it (`bauernkuche`). */
function means(token: string, { word, plural, plural2 }: Meant): boolean {
  return (
    token === word ||
    token === plural ||
    token === plural2 ||
    (word.length >= LONG_ENDING && token.length > word.length + 2 && token.endsWith(word))
  )
}

/** Headings that were read: films return to their places. */
const READ = new Map<string, PlaceReading>()
const READ_AT_MOST = 2000

/**
 * Reads location words in English, German, French, Spanish or Italian. The most room-like word wins, then the latest
 * in the heading (`RESTAURANT KITCHEN`, `SPACE STATION - CORRIDOR`); words for buildings and worlds give the style.
 */
export function readPlace(location: string, setting: 'INT' | 'EXT' | 'INT/EXT'): PlaceReading {
  const key = `${setting} ${location}`
  let reading = READ.get(key)
  if (!reading) {
    if (READ.size >= READ_AT_MOST) READ.clear()
    reading = readAnew(location, setting)
    READ.set(key, reading)
  }
  return reading
}

function readAnew(location: string, setting: 'INT' | 'EXT' | 'INT/EXT'): PlaceReading {
  const words = (text: string) =>
    joinNames(slug(text))
      .replace(/-en-(?:marche|marcha|route)\b/g, '')
      // Names of two words, and short words that others end in (`diamond`, `content`).
      .replace(/\bsous-sol\b/g, 'basement')
      .replace(/\btienda-de-campana\b/g, 'camptent')
      .replace(/\bmond\b/g, 'moon')
      .replace(/\btents?\b/g, 'camptent')
      .replace(/\b(green|blue)-screen\b/g, '$1screen')
      .replace(
        /\b(?:country|rural|dirt|farm|gravel|back|village)-(?:road|lane|track)\b|^(?:(?:the|open|empty|lonely|dark|long)-)?road$/g,
        'countryroad',
      )
      .replace(
        /\b(?:railway|railroad|rail|train)-(?:bridge|viaduct|trestle)\b|\b(?:pont|puente|ponte)-(?:de-fer|ferroviaire|ferroviario|del-ferrocarril)\b/g,
        'railbridge',
      )
      .replace(/\bopen-plan(?:-office)?\b|\bopen-space\b/g, 'openplan')
      .replace(/\bcall-(center|centre)\b/g, 'call$1')
      .replace(/\b(?:castle|great|banquet|banqueting|feasting|mead|throne)-(?:hall|room)\b/g, 'greathall')
      .replace(/\b(?:salle-du-trone|grande-salle|sala-del-trono|salon-del-trono|gran-salon)\b/g, 'greathall')
      // What lies before, on and round a castle, and where it lies, is the castle seen from without.
      .replace(
        /\b(castle|fortress|citadel)-(?:court|courtyard|yard|gates?|walls?|moat|grounds|battlements|drawbridge|ramparts?|exterior)\b/g,
        '$1',
      )
      .replace(/\b(castle|fortress|citadel)-(?:up)?(?:on|atop|above|over|by|in|near|at|among|under)-.*$/g, '$1')
      .replace(
        /\b(?:suburb(?:an|ia|s)?|residential)-(?:street|road|lane|avenue|drive|neighbou?rhood|area|block|development|sidewalk)\b/g,
        'suburbstreet',
      )
      .replace(/\bcul-de-sac\b/g, 'suburbstreet')
      .replace(/\bflower-(?:shop|store|stall)\b/g, 'flowershop')
      .replace(/\bbook-(?:shop|store)\b/g, 'bookshop')
      .replace(/\bhair-salon\b/g, 'hairdresser')
      .replace(/\bhospital-(?:room|suite|bed)\b/g, 'hospitalroom')
      .replace(/\b(forest|desert|mountain|coast|beach|park)-(?:road|track|path|trail)\b/g, '$1')
      .split('-')
  const tokens = words(location)
  // `STATION - BUNKS`: what comes after the last dash is the place, what comes before is where that lies.
  const part = location.split(/\s+[-–—/,:]+\s*|[–—/,:]\s*/).filter((w) => slug(w) !== '')
  const lastPart = part.length > 1 ? words(part.at(-1) ?? '') : tokens
  const inLast = tokens.length - lastPart.length
  let best: { entry: PlaceWords; score: number; word: string } | undefined
  const found: string[] = []
  const wantInside = setting === 'INT'
  const consider = (token: string, i: number) => {
    for (const { entry, words } of PLACE_WORDS) {
      const word = words.find((w) => means(token, w))?.word
      if (word === undefined) continue
      const fits = setting === 'INT/EXT' || (wantInside ? entry.inside !== undefined : entry.outside !== undefined)
      const score =
        (fits ? 100 : 0) + (i >= inLast && entry.rank > 2 ? 50 : 0) + entry.rank * 20 + (token === word ? 6 : 0) + Math.min(i, 13)
      if (!found.includes(word)) found.push(word)
      if (!best || score > best.score) best = { entry, score, word }
    }
  }
  tokens.forEach(consider)
  let style: Style | undefined
  for (const s of STYLE_WORDS) {
    const word = s.words.find((w) => tokens.some((t) => means(t, w)))?.word
    if (word !== undefined && style === undefined) {
      style = s.style
      if (!found.includes(word)) found.push(word)
    }
  }
  const chosen = best as { entry: PlaceWords; score: number; word: string } | undefined
  let kind: string
  let interior: boolean
  if (!chosen) {
    interior = wantInside
    kind = interior ? 'room' : 'outdoors'
  } else {
    const { entry } = chosen
    const inside =
      setting === 'EXT'
        ? // A cab on its way is driven, seen from without as from within; of a car there is one that is seen from without.
          entry.inside === 'cab' && saysDriven(location)
        : entry.inside === 'sedan' && saysDriven(location)
          ? true
          : wantInside
            ? entry.inside !== undefined
            : entry.inside !== undefined && entry.outside === undefined
    interior = inside
    kind = (inside ? entry.inside : entry.outside) ?? (setting === 'EXT' ? (style === 'rustic' ? 'farm' : 'street') : 'room')
    if (kind === 'car' || kind === 'sedan' || kind === 'platform') interior = false
  }
  if (kind === 'dining') kind = 'living-room'
  const dflt = chosen?.entry.rank === 3 && chosen.entry.style ? chosen.entry.style : undefined
  return {
    kind,
    interior,
    style: style ?? dflt ?? chosen?.entry.style ?? DEFAULT_STYLE[kind] ?? (interior ? 'modern' : 'classic'),
    words: chosen ? [chosen.word, ...found.filter((w) => w !== chosen.word)] : [],
  }
}
