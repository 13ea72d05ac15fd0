/** A time that a film plays in. */
export interface Era {
  /** As it was written. */
  readonly name: string
  /** Anno Domini; years before it are negative. */
  readonly year: number
}

/** Years that are today as far as clothes, rooms and machines go. */
const TODAY = [2000, 2035] as const

/** Words for times, the more particular first. */
const TIMES: readonly (readonly [RegExp, number])[] = [
  [/\bpre-?histor|\bstone age\b/, -5000],
  [/\bbronze age\b|\bantiquity\b|\bancient\b|\broman\b|\bbiblical\b/, -50],
  [/\bviking|\bdark ages?\b/, 900],
  [/\bmedi(?:a)?eval\b|\bmiddle ages\b|\bfeudal\b/, 1250],
  [/\brenaissance\b|\btudor\b|\belizabethan\b/, 1550],
  [/\bbaroque\b|\bgolden age of (?:piracy|sail)\b|\bpirate/, 1690],
  [/\bcolonial\b|\bgeorgian\b|\bnapoleonic\b|\bregency\b/, 1790],
  [/\b(?:old|wild) west\b|\bwestern\b|\bfrontier\b|\bcivil war\b/, 1870],
  [/\bvictorian\b|\bsteampunk\b|\bgilded age\b/, 1885],
  [/\bedwardian\b|\bbelle [eé]poque\b/, 1905],
  [/\b(?:first world war|world war (?:i|one)|ww ?(?:i|1)|great war)\b/, 1916],
  [/\b(?:second world war|world war (?:ii|two)|ww ?(?:ii|2)|wartime)\b/, 1942],
  [/\broaring twenties\b|\bprohibition\b|\bjazz age\b|\bart deco\b|\bweimar\b/, 1926],
  [/\b(?:great )?depression\b/, 1933],
  [/\bpost-?war\b/, 1950],
  [/\bnear[- ]future\b/, 2060],
  [/\bcyberpunk\b/, 2080],
  [/\bfar[- ]future\b|\bspace age\b|\bfuturistic\b|\bfuture\b|\bsci(?:ence)?[- ]?fi(?:ction)?\b/, 2300],
  [/\btoday\b|\bpresent\b|\bmodern\b|\bcontemporary\b|\bnow\b|\bcurrent\b/, 2020],
]
const DECADES = ['', '', 'twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties']

/** A year in figures: `1885`, `1950s`, `'50s`, `19th century`, `400 BC`. */
function yearIn(text: string): number | undefined {
  const century = /\b(\d{1,2})(?:st|nd|rd|th)[- ]century(\s*b\.?c)?/.exec(text)
  if (century) return (Number(century[1]) * 100 - 50) * (century[2] ? -1 : 1)
  const before = /\b(\d{1,5})\s*b\.?c/.exec(text)
  if (before) return -Number(before[1])
  const four = /\b([1-9]\d{3})(s)?\b/.exec(text)
  if (four) return Number(four[1]) + (four[2] && Number(four[1]) % 10 === 0 ? 5 : 0)
  const two = /(?:^|[\s'’])([2-9]0)s\b/.exec(text)
  if (two) return 1905 + Number(two[1])
  const decade = DECADES.findIndex((word) => word !== '' && text.includes(word))
  return decade < 0 ? undefined : 1905 + decade * 10
}

/**
 * Reads a time as people write it: a year, a decade (`1950s`, `the fifties`), a century, or a name (`Victorian`,
 * `near future`). A decade means the middle of it, and one of the 20th century where none is said.
 * Undefined when the words name no time.
 */
export function readEra(text: string): Era | undefined {
  const plain = text.toLowerCase()
  const year = yearIn(plain) ?? TIMES.find(([words]) => words.test(plain))?.[1]
  return year === undefined ? undefined : { name: text, year }
}

/** Whether a year looks as the present does: nothing has to be made otherwise for it. */
export const isToday = (year: number): boolean => year >= TODAY[0] && year < TODAY[1]
