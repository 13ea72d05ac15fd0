import { type SceneHeading, slug, type TimeOfDay } from '../../film'
import { ANY_CASE, INSIDE, OUTSIDE, SAME_TIME, TIME_FILLERS, TIME_WORDS } from './heading-words'

/** A slug line before it knows the scene that stands before it. */
export interface HeadingParts {
  readonly text: string
  readonly setting: SceneHeading['setting'] | undefined
  readonly location: string
  /** Undefined when the time comes from the scene before. */
  readonly timeOfDay: TimeOfDay | undefined
  readonly timeText: string
  readonly number: string | undefined
  /** INTERCUT and MONTAGE: the place comes from the scene before. */
  readonly inheritsPlace: boolean
}

/** Headings longer than this are action that happens to begin like one. */
const LONGEST = 250
const MONTAGE = /^(?:BEGIN |START |QUICK )?(?:INTERCUT(?:TING)?|INTER-CUT|MONTAGE|SERIES OF SHOTS)(?=$|[\s:.,–—-])/

const upper = (text: string) => text.toUpperCase()
const hasLower = (text: string) => /\p{Ll}/u.test(text)

/** Whether a line reads as a heading by itself: in capitals and with a first word such as INT. */
export function isStrongHeading(line: string): boolean {
  const text = line.trim()
  return text.length <= LONGEST && !hasLower(text) && readHeading(text) !== undefined
}

/** Whether a line, alone in its paragraph, is an INTERCUT or MONTAGE heading. */
export const isMontageHeading = (line: string): boolean => line.length <= LONGEST && !hasLower(line) && MONTAGE.test(line.trim())

/** Takes a natural heading apart; undefined when the line does not begin with INT, EXT or their like. */
export function readHeading(line: string): HeadingParts | undefined {
  const { text, number } = takeNumber(line.trim())
  if (text.length > LONGEST || text.length === 0) return undefined
  const found = takeSetting(text)
  if (!found) return undefined
  return { text, setting: found.setting, number, inheritsPlace: false, ...takeTime(found.rest, !hasLower(text)) }
}

/** Takes a forced heading (`.ROOM`) or a montage apart. */
export function readForcedHeading(line: string, inheritsPlace = false): HeadingParts {
  const { text, number } = takeNumber(line.trim())
  const found = takeSetting(text)
  return { text, setting: found?.setting, number, inheritsPlace, ...takeTime(found ? found.rest : text, !hasLower(text)) }
}

/** `#1A#` at the end (Fountain 1.1), or `12 INT. ROOM - DAY 12` as printed scripts have it. */
function takeNumber(line: string): { text: string; number: string | undefined } {
  if (line.endsWith('#')) {
    const open = line.lastIndexOf('#', line.length - 2)
    const number = open > 0 ? line.slice(open + 1, -1).trim() : ''
    if (number !== '' && number.length <= 20) return { text: line.slice(0, open).trim(), number }
  }
  const printed = /^(\d{1,4}[A-Z]{0,2})[.)]?[ \t]+(?=\p{L})/u.exec(line)
  if (printed) {
    const rest = line.slice(printed[0].length)
    if (takeSetting(rest)) {
      const number = printed[1] as string
      return { text: rest.endsWith(` ${number}`) ? rest.slice(0, -number.length).trim() : rest, number }
    }
  }
  return { text: line, number: undefined }
}

function takeSetting(text: string): { setting: SceneHeading['setting']; rest: string } | undefined {
  const first = /^([\p{L}\p{M}]{1,14})(\.?)/u.exec(text)
  if (!first) return undefined
  const word = upper(first[1] as string)
  const side = word === 'I' ? 'INT' : word === 'E' ? 'EXT' : (sideOf(word) ?? sideOf(first[1] as string))
  if (!side) return undefined
  const afterFirst = text.slice(first[0].length)
  const second = /^\s*\/\s*([\p{L}\p{M}]{1,14})(?![\p{L}\p{M}])(\.?)/u.exec(afterFirst)
  const other = second ? upper(second[1] as string) : ''
  const otherSide = other === 'I' ? 'INT' : other === 'E' ? 'EXT' : sideOf(other)
  if (second && otherSide && otherSide !== side) {
    if (hasLower(text.slice(0, first[0].length)) && !ANY_CASE.has(word)) return undefined
    return { setting: 'INT/EXT', rest: tidy(afterFirst.slice(second[0].length)) }
  }
  if (word === 'I' || word === 'E') return undefined
  const point = first[2] === '.'
  const next = afterFirst[0]
  if (!point && next !== undefined && !/[\s:–—-]/.test(next)) return undefined
  const capital = !hasLower(first[1] as string)
  if (!capital && !(ANY_CASE.has(word) && (point || /[-–—]\s*\p{L}+\s*$/u.test(afterFirst)))) return undefined
  // EST opens a sentence in French and Latin, and İÇ, DEN … are words: those need the full stop or capitals throughout.
  if (word.length < 3 && !point && !/^\p{Lo}/u.test(word)) return undefined
  if (!point && hasLower(text) && word !== 'INT' && word !== 'EXT' && !/[-–—]/.test(afterFirst)) return undefined
  if (word === 'EST' && !capital) return undefined
  return { setting: side, rest: tidy(afterFirst) }
}

const sideOf = (word: string): 'INT' | 'EXT' | undefined => (INSIDE.has(word) ? 'INT' : OUTSIDE.has(word) ? 'EXT' : undefined)

const tidy = (text: string) => text.replace(/^[\s.:,–—-]+/, '').replace(/[\s:,–—-]+$/, '')

/** Splits place and time at the last separators behind which only words of time stand. */
function takeTime(rest: string, allUpper: boolean): Pick<HeadingParts, 'location' | 'timeOfDay' | 'timeText'> {
  const parts = rest.split(/(\s+(?:-{1,3}|–|—)\s*|\s*(?:–|—)\s+|(?<=[^\s.]{3})\.\s+|,\s+|\s+\/\s+)/)
  let from = parts.length
  while (from > 0 && isTime(parts[from - 1] as string)) from -= 2
  // A place called only `NIGHT` is a place.
  from = Math.max(from, 1)
  let location = tidy(parts.slice(0, from).join('')).replace(/\.$/, '')
  let timeText = tidy(parts.slice(from + 1).join('')).replace(/\.$/, '')
  if (timeText === '') {
    const paren = /^(.+?)\s*[([]([^()[\]]{2,40})[)\]]$/u.exec(location)
    const last = /^(.+\S)\s+(\p{L}+)$/u.exec(location)
    if (paren && isTime(paren[2] as string)) [location, timeText] = [paren[1] as string, paren[2] as string]
    else if (allUpper && last && TIME_WORDS.has(upper(last[2] as string)) && !/^(?:DEN|NAT|MAGIC|RANO|DAG)$/.test(last[2] as string))
      [location, timeText] = [tidy(last[1] as string), last[2] as string]
    else if (TIME_WORDS.has(location) && /^\p{Lo}+$/u.test(location)) return { location, timeOfDay: undefined, timeText: '' }
  }
  return { location, timeText, timeOfDay: timeOf(timeText) }
}

const words = (text: string) =>
  upper(text)
    .replace(/\([^()]{0,60}\)/g, ' ')
    .split(/[^\p{L}\p{M}\p{N}:-]+/u)
    .filter((w) => w !== '' && w !== '-')

function isTime(segment: string): boolean {
  const list = words(segment)
  if (list.length === 0 || list.length > 8) return false
  let certain = false
  for (const word of list) {
    if (TIME_WORDS.has(word) || SAME_TIME.has(word) || isClock(word)) certain = true
    else if (!TIME_FILLERS.has(word) && !/^\d{1,4}(?:ST|ND|RD|TH|S)?$/.test(word)) return false
  }
  return certain || /^(?:FLASHBACK|PRESENT|DREAM)$/.test(list.join(' '))
}

const isClock = (word: string) => /^\d{1,2}(?::\d\d){1,2}(?:AM|PM)?$/.test(word) || /^\d{1,2}(?:AM|PM)$/.test(word)

/** The light a time asks for; a clock time is read as such; undefined for CONTINUOUS, LATER, SAME or nothing. */
function timeOf(text: string): TimeOfDay | undefined {
  const list = words(text)
  let time: TimeOfDay | undefined
  for (const word of list) time = time === 'DAWN' || time === 'DUSK' ? time : (TIME_WORDS.get(word) ?? time)
  if (time) return time
  const clock = list.find(isClock)
  if (!clock) return undefined
  const hour = (Number.parseInt(clock, 10) % 12) + (list.join('').includes('PM') || Number.parseInt(clock, 10) > 12 ? 12 : 0)
  if (Number.parseInt(clock, 10) === 12 && !/AM|PM/.test(list.join(''))) return 'DAY'
  if (hour >= 5 && hour < 7) return 'DAWN'
  if (hour >= 7 && hour < 18) return 'DAY'
  return hour >= 18 && hour < 20 ? 'DUSK' : 'NIGHT'
}

/** Key of a set: trivial differences (leading article, `&`, dashes, case) do not make a new place. */
export function locationKeyOf(setting: string, location: string): string {
  return slug(`${setting} ${location.replace(/^(?:THE|A|AN)\s+/i, '').replace(/&/g, ' AND ')}`)
}
