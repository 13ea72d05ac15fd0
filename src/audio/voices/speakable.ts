/** A stretch of a line that is said in one go, in letters that the engine knows. */
export interface Phrase {
  readonly text: string
  /** Silence behind it, seconds at an ordinary pace; none behind the last. */
  readonly pauseS: number
  readonly tone: Tone
}

/** How a phrase is meant, by the mark behind it: told, asked with “yes” or “no” for an answer, asked otherwise, exclaimed, left open. */
export type Tone = 'told' | 'yes-no' | 'asked' | 'exclaimed' | 'open'

/** What questions begin with that cannot be answered by yes or no. */
const QUESTION_WORD = /^(?:(?:and|but|so|well|then|oh|hey|okay),? )?(?:what|who|whom|whose|which|where|when|why|how)\b/i

/** Silence behind a sentence, a thought that trails off, one that breaks off, and half a sentence, seconds. */
const [SENTENCE_S, TRAIL_S, BREAK_S, CLAUSE_S] = [0.38, 0.6, 0.32, 0.24]

/** Longest stretch that the engine is given at once, characters; longer ones are parted between words. */
const LONGEST = 240
/** Longest word: longer ones are no words. */
const LONGEST_WORD = 40

/** Titles and such that end in a full stop without ending a sentence, and how they are said. */
const SHORT_FORMS: Readonly<Record<string, string>> = {
  mr: 'mister',
  mrs: 'missus',
  ms: 'miz',
  dr: 'doctor',
  prof: 'professor',
  st: 'saint',
  jr: 'junior',
  sr: 'senior',
  lt: 'lieutenant',
  sgt: 'sergeant',
  capt: 'captain',
  col: 'colonel',
  gen: 'general',
  gov: 'governor',
  sen: 'senator',
  rev: 'reverend',
  det: 'detective',
  vs: 'versus',
  etc: 'et cetera',
  apt: 'apartment',
  ave: 'avenue',
  blvd: 'boulevard',
  inc: 'incorporated',
  ltd: 'limited',
  mt: 'mount',
  approx: 'approximately',
}

/** Capitals that are said letter by letter. Others are words that somebody stresses. */
const SPELLED = new Set(
  'FBI CIA NSA TV UK USA UN EU UFO DNA VIP ATM ID IQ PC CEO CFO CTO DJ MC GPS SUV HIV AI IRS KGB LA NY NYC DC LAPD NYPD MIT UCLA BBC CNN HBO PTSD ER ICU DIY FAQ RIP SOS TNT UV VHS DVD CD USB PD MVP PHD MD MBA HR PR ETA APB DUI DOA MRI CPR EMT EKG CCTV IOU GI GDP LSD PVC RPM MPH KO OJ TLC ABC XYZ BMW IBM VW'.split(
    ' ',
  ),
)
/** Of these, those that are sounds too: said letter by letter only amid words that are not in capitals. */
const ALSO_SOUNDS = new Set(['LA', 'ER'])

/** Words that are drawn out: “nooo” is “no”, and no “noo”. */
const DRAWN = new Set(
  'no so go oh hey yes yeah please why what who wow now stop run wait never you me hi bye help nope yay well damn god mom dad man come on out up way more love'.split(
    ' ',
  ),
)

/** Sounds that people make, as the engine would have them spelled. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/^(h+m+|h+u+m+)$/, 'hum'],
  [/^m{2,}$/, 'um'],
  [/^m+-?h+m+$/, 'um hum'],
  [/^u+h+-?h+u+h+$/, 'uh huh'],
  [/^s+h+$/, 'shuh'],
  [/^p+s+t+$/, 'pist'],
  [/^p+f+t*$/, 'pift'],
  [/^t+s+k+$/, 'tisk'],
  [/^b+r{2,}$/, 'burr'],
  [/^g+r{2,}$/, 'gurr'],
  [/^a+r+g+h*$/, 'arg'],
  [/^a+h+$/, 'ah'],
  [/^o+h+$/, 'oh'],
  [/^u+h+$/, 'uh'],
  [/^e+h+$/, 'eh'],
  [/^u+g+h+$/, 'ugh'],
  [/^z{2,}$/, 'zuz'],
]

const MONEY: readonly (readonly [string, string, string])[] = [
  ['£', 'pounds', 'pound'],
  ['€', 'euros', 'euro'],
  ['¥', 'yen', 'yen'],
]

/** What stands for a word. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/https?:\/\//g, ' '],
  [/\bwww\./g, ' w w w dot '],
  [/\.(?=(?:com|org|net|gov|edu)\b)/g, ' dot '],
  [/(?<=^|\s)-(?=[$\d])/g, ' minus '],
  [/(?<=^|\s)\.(?=\d)/g, ' point '],
  [/\bNo\.\s*(?=\d)/g, ' number '],
  [/(?<=\d)\s*(?:AM|am)\b/g, ' A M'],
  [/(?<=\d)\s*(?:PM|pm)\b/g, ' P M'],
  [/(?<=\b[Tt]he )US\b/g, 'U S'],
  [/&/g, ' and '],
  [/@/g, ' at '],
  [/#(?=\d)/g, ' number '],
  [/(\d)\s*%/g, '$1 percent'],
  [/\+/g, ' plus '],
  [/=/g, ' equals '],
  [/(\d)\s*°\s*F\b/g, '$1 degrees Fahrenheit'],
  [/(\d)\s*°\s*C\b/g, '$1 degrees Celsius'],
  [/°/g, ' degrees '],
  [/½/g, ' one half '],
  [/¼/g, ' one quarter '],
  [/¾/g, ' three quarters '],
  [/\b24\/7\b/g, 'twenty four seven'],
  [/\b9\/11\b/g, 'nine eleven'],
]

/** Words that begin sentences: behind them a letter with a full stop is no initial. */
const OPENERS = new Set(
  'Then He She It The We I You They But And So What Now That This There Who Why How Is Are Do A An My No Not'.split(' '),
)

/** Letters that do not fall apart into one of the Latin alphabet and a mark. */
const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'th', þ: 'th', ı: 'i' }

/** Whether most of a text can be said; what has no letters or digits at all is silence, which can. */
export function canSpeak(text: string): boolean {
  const letters = bare(text).match(/[\p{L}\p{N}]/gu)?.length ?? 0
  const known = plain(text).match(/[A-Za-z0-9]/g)?.length ?? 0
  return letters === 0 || (phrasesOf(text).length > 0 && known * 2 >= letters)
}

/**
 * A line of dialogue as it is said: markup and what stands in brackets is taken away, titles, signs, stutters and sounds are
 * spelled as they sound, and it is parted where there are pauses. Empty where nothing is said.
 */
export function phrasesOf(text: string): Phrase[] {
  const out: Phrase[] = []
  const parts = plain(text).split(/(\.{2,}|--+|[.?!]+(?=\s|$)|[;:]+(?=\s|$))/)
  for (let i = 0; i < parts.length; i += 2) {
    const mark = parts[i + 1] ?? ''
    const pauseS = pauseOf(mark)
    const pieces = pieced(said(parts[i] ?? ''))
    const tone = toneOf(mark, pieces[0] ?? '')
    pieces.forEach((piece, k) => {
      const isLast = k + 1 === pieces.length
      out.push({ text: piece, pauseS: isLast ? pauseS : 0, tone: isLast || tone === 'exclaimed' ? tone : 'told' })
    })
    const last = out.at(-1)
    if (pieces.length === 0 && last && pauseS > last.pauseS) out[out.length - 1] = { ...last, pauseS }
  }
  const last = out.at(-1)
  if (last) out[out.length - 1] = { ...last, pauseS: 0 }
  return out
}

function pauseOf(mark: string): number {
  if (mark.startsWith('..')) return TRAIL_S
  if (mark.startsWith('-')) return BREAK_S
  if (mark.startsWith(';') || mark.startsWith(':')) return CLAUSE_S
  return mark === '' ? 0 : SENTENCE_S
}

function toneOf(mark: string, text: string): Tone {
  if (mark.includes('?')) return QUESTION_WORD.test(text) && text.includes(' ') ? 'asked' : 'yes-no'
  if (mark.includes('!')) return 'exclaimed'
  return mark.startsWith('..') || mark.startsWith('-') ? 'open' : 'told'
}

/** Without markup and asides; marks as a typewriter has them. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/[\u2018\u2019\u201b\u02bc`\u00b4]/g, "'")
    .replace(/[\u201c-\u201f\u00ab\u00bb"]/g, ' ')
    .replace(/\u2026/g, '...')
    .replace(/\s*[\u2012-\u2015]\s*/g, '--')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/\[[^\]]*\]/g, ' ')
    // A word or three in brackets say how something is said; more than that is said.
    .replace(/\s*\(([^)]*)\)/g, (_, aside: string) => (aside.trim().split(/\s+/).length <= 3 ? ' ' : `, ${aside.trim()}, `))
    .replace(/[*_~|<>{}[\]()^\\]/g, ' ')
    .replace(/\s-\s/g, '--')
    .replace(/-{2,}/g, '--')

/** In the letters of a typewriter, with signs and short forms spelled out. */
function plain(text: string): string {
  let t = bare(text)
  for (const [sign, many, one] of MONEY)
    t = t.replace(new RegExp(`${sign}\\s*(\\d[\\d,.]*\\d|\\d)(\\s(?:hundred|thousand|million|billion))?`, 'g'), (_, n: string, of = '') => {
      return `${n}${of} ${n === '1' && of === '' ? one : many}`
    })
  for (const [sign, word] of SIGNS) t = t.replace(sign, word)
  t = [...t.normalize('NFKD')].map((ch) => LETTERS[ch] ?? LETTERS[ch.toLowerCase()] ?? ch).join('')
  t = t.replace(/[^\x20-\x7e]/g, (ch) => (/\p{M}/u.test(ch) ? '' : ' '))
  // A saint stands in front of a name, a street behind one.
  t = t.replace(/\bSt\.(?!\s+[A-Z])/g, 'street').replace(/\b([A-Za-z]{2,6})\./g, (all, w: string) => {
    const form = SHORT_FORMS[w.toLowerCase()]
    if (form === undefined) return all
    return w === w.toUpperCase() ? form.toUpperCase() : form
  })
  // Initials: J. R. Ewing, John F. Kennedy, U.S.A., p.m.
  t = t.replace(/\b(?:[A-Z]\.\s+){2,}/g, (all) => all.replaceAll('.', ''))
  t = t.replace(/(?<=[A-Z][a-z]*\s+)([B-HJ-Z])\.(?=\s+([A-Za-z]+))/g, (all, letter: string, next: string) =>
    OPENERS.has(next) ? all : letter,
  )
  return t.replace(/\b(?:[A-Za-z]\.){2,}/g, (all, at: number) => {
    const ends = /^[a-z]/.test(all) && /^\s+[A-Z]/.test(t.slice(at + all.length))
    return `${all.replaceAll('.', ' ').trim().toUpperCase()}${ends ? '. ' : ' '}`
  })
}

/** Word by word as the engine should have it; '' where there is none. */
function said(part: string): string {
  const words = part.split(/\s+/).filter((w) => /[A-Za-z0-9]/.test(w))
  const shouted = words.length > 1 && words.every((w) => !/[a-z]/.test(w))
  return words
    .flatMap((w) => wordsOf(w, shouted))
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/\s,/g, ',')
    .replace(/^[\s,]+|[\s,]+$/g, '')
}

function wordsOf(raw: string, shouted: boolean): string[] {
  const comma = raw.endsWith(',') ? ',' : ''
  const word = raw.replace(/^[^A-Za-z0-9$]+|[^A-Za-z0-9]+$/g, '')
  if (word === '') return []
  if (/^[$\d]/.test(word)) return [numberOf(word) + comma]
  const sound = SOUNDS.find(([s]) => s.test(word.toLowerCase()))
  if (sound) return [sound[1] + comma]
  const pieces = word.split(/[^A-Za-z0-9']+/).filter((p) => /[A-Za-z0-9]/.test(p))
  const spoken = pieces.map((piece, i) => stuttered(piece, pieces[i + 1]) ?? letters(piece, shouted))
  return [spoken.join(' ') + comma]
}

/** Digits with what belongs to them; anything else around digits is parted from them. */
function numberOf(word: string): string {
  const known =
    /^\$?\d{1,3}(,\d{3})+(\.\d+)?$|^\$?\d+(\.\d+)?$|^\d{1,2}:\d{2}(:\d{2})?$|^\d+(st|nd|rd|th|s|'s)$|^\d+-\d+$|^\d+\/\d+$/i.test(word)
  if (known) {
    const time = /^(\d{1,2}):(\d{2})$/.exec(word)
    if (time && time[2] === '00') return `${time[1]} o'clock`
    if (time && (time[2] as string).startsWith('0')) return `${time[1]} oh ${(time[2] as string).slice(1)}`
    return word.length <= LONGEST_WORD ? word.replace('-', ' ') : word.replace(/\D/g, '').slice(0, LONGEST_WORD)
  }
  return word
    .split(/[^A-Za-z0-9.]+|(?<=\d)(?=[A-Za-z])|(?<=[A-Za-z])(?=\d)|\.(?!\d)/)
    .filter((p) => /[A-Za-z0-9]/.test(p))
    .map((p) => p.replace(/^\.+|\.+$/g, '').slice(0, LONGEST_WORD))
    .join(' ')
}

/** A consonant or two that somebody sticks at: “W-what” begins with “wuh”. */
function stuttered(piece: string, next: string | undefined): string | undefined {
  if (!next || piece.length > 2 || !/^[b-df-hj-np-tv-z]+$/i.test(piece)) return
  if (!next.toLowerCase().startsWith(piece.toLowerCase())) return
  return `${piece.toLowerCase() === 'c' ? 'k' : piece.toLowerCase()}uh`
}

function letters(piece: string, shouted: boolean): string {
  const bare = piece.replace(/'.*$/, '')
  if (SPELLED.has(bare) && !(ALSO_SOUNDS.has(bare) && shouted)) return `${[...bare].join(' ')}${/'s$/i.test(piece) ? "'s" : ''}`
  if (bare.length > 1 && bare === bare.toUpperCase()) return drawn(piece.toLowerCase())
  return drawn(piece)
}

/** No word has a letter three times: where somebody draws it out, it is the word, or a sound. */
function drawn(word: string): string {
  const short = word.replace(/([A-Za-z])\1{2,}/g, '$1')
  if (short === word) return word.slice(0, LONGEST_WORD)
  return (DRAWN.has(short.toLowerCase()) ? short : word.replace(/([A-Za-z])\1{2,}/g, '$1$1')).slice(0, LONGEST_WORD)
}

/** Parts a long stretch between words. */
function pieced(text: string): string[] {
  const out: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (word === '') continue
    if (line !== '' && line.length + word.length + 1 > LONGEST) {
      out.push(line)
      line = ''
    }
    line = line === '' ? word : `${line} ${word}`
  }
  if (line !== '') out.push(line)
  return out.map((p) => p.replace(/[\s,]+$/, '')).filter((p) => p !== '')
}
