/** What a heading, a title card or a transition says about story time. */
export interface TimeJump {
  /** Time that passes; negative when the story goes back. */
  readonly minutes?: number
  readonly days?: number
  readonly years?: number
  /** The day after, whatever the clock said: THE NEXT MORNING. */
  readonly nextDay?: boolean
  /** EARLIER with no amount. */
  readonly back?: boolean
  /** LATER with no amount. */
  readonly later?: boolean
  readonly moments?: boolean
  readonly follows?: boolean
  readonly meanwhile?: boolean
  /** Calendar year. */
  readonly year?: number
  /** 0 Monday to 6 Sunday. */
  readonly weekday?: number
  readonly strand?: 'flashback' | 'flash-forward' | 'dream' | 'present'
  /** The strand ends with what says this: END FLASHBACK. */
  readonly ends?: boolean
  /** The words that say it. */
  readonly text: string
}

const NUMBERS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    A: 1,
    AN: 1,
    ONE: 1,
    TWO: 2,
    THREE: 3,
    FOUR: 4,
    FIVE: 5,
    SIX: 6,
    SEVEN: 7,
    EIGHT: 8,
    NINE: 9,
    TEN: 10,
    ELEVEN: 11,
    TWELVE: 12,
    THIRTEEN: 13,
    FOURTEEN: 14,
    FIFTEEN: 15,
    SIXTEEN: 16,
    SEVENTEEN: 17,
    EIGHTEEN: 18,
    NINETEEN: 19,
    TWENTY: 20,
    THIRTY: 30,
    FORTY: 40,
    FIFTY: 50,
    SIXTY: 60,
    SEVENTY: 70,
    EIGHTY: 80,
    NINETY: 90,
    HUNDRED: 100,
    THOUSAND: 1000,
    COUPLE: 2,
    FEW: 3,
    SOME: 3,
    SEVERAL: 4,
    MANY: 6,
    EIN: 1,
    EINE: 1,
    EINEN: 1,
    ZWEI: 2,
    DREI: 3,
    VIER: 4,
    FÜNF: 5,
    SECHS: 6,
    SIEBEN: 7,
    ACHT: 8,
    NEUN: 9,
    ZEHN: 10,
    ZWANZIG: 20,
    EINIGE: 3,
    UN: 1,
    UNE: 1,
    DEUX: 2,
    TROIS: 3,
    QUATRE: 4,
    CINQ: 5,
    SEPT: 7,
    HUIT: 8,
    NEUF: 9,
    DIX: 10,
    VINGT: 20,
    QUELQUES: 3,
    UNA: 1,
    DOS: 2,
    TRES: 3,
    CUATRO: 4,
    CINCO: 5,
    SEIS: 6,
    SIETE: 7,
    OCHO: 8,
    DIEZ: 10,
    VEINTE: 20,
    UNOS: 3,
    UNAS: 3,
  }),
)

/** Units in minutes (clock), days and years (calendar). */
const UNITS: readonly (readonly [RegExp, 'minutes' | 'days' | 'years', number])[] = [
  [/^(?:SECONDS?|MOMENTS?|SEKUNDEN?|SECONDES?|SEGUNDOS?)$/, 'minutes', 1],
  [/^(?:MINUTES?|MINUTEN?|MINUTOS?)$/, 'minutes', 1],
  [/^(?:HOURS?|STUNDEN?|HEURES?|HORAS?)$/, 'minutes', 60],
  [/^(?:DAYS?|NIGHTS?|TAGE?N?|JOURS?|DÍAS?|DIAS?)$/, 'days', 1],
  [/^(?:WEEKS?|WOCHEN?|SEMAINES?|SEMANAS?)$/, 'days', 7],
  [/^(?:MONTHS?|MONATE?N?|MOIS|MES(?:ES)?)$/, 'days', 30],
  [/^(?:YEARS?|JAHRE?N?|ANS?|ANNÉES?|AÑOS?|ANOS?)$/, 'years', 1],
  [/^(?:DECADES?|JAHRZEHNTE?)$/, 'years', 10],
  [/^(?:CENTURY|CENTURIES|JAHRHUNDERTE?)$/, 'years', 100],
]
const FORWARD = /^(?:LATER|AFTER|AFTERWARDS|HENCE|ON|SPÄTER|TARD|APRÈS|DESPUÉS|DEPOIS|DOPO)$/
const BACKWARD = /^(?:EARLIER|AGO|BEFORE|PREVIOUSLY|PRIOR|FRÜHER|ZUVOR|VORHER|TÔT|AVANT|ANTES)$/
const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']
const NEXT =
  /\b(?:(?:THE )?(?:NEXT|FOLLOWING) (?:DAY|MORNING|AFTERNOON|EVENING|NIGHT|DAWN|NOON)|(?:THE )?(?:DAY|MORNING|NIGHT) AFTER|NÄCHSTE[RNS]? (?:TAG|MORGEN|ABEND|NACHT)|LENDEMAIN|(?:DÍA|DIA|MAÑANA|NOCHE) SIGUIENTE|GIORNO DOPO)/

/** How many somebody means: `25`, `TWENTY-FIVE`, `A COUPLE OF`; undefined when the words are no number. */
function amountOf(words: readonly string[]): number | undefined {
  let total = 0
  let found = false
  for (const w of words) {
    if (w === 'HALF') return 0.5
    const n = /^\d{1,5}$/.test(w) ? Number(w) : NUMBERS.get(w)
    if (n === undefined) continue
    total = n >= 100 && total > 0 ? total * n : w === 'COUPLE' || w === 'FEW' ? n : total + n
    found = true
  }
  return found ? total : undefined
}

const wordsIn = (text: string) => text.split(/[^\p{L}\p{N}’']+/u).filter((w) => w !== '')

/** The first answer that is one. */
function firstOf<T, R>(list: readonly T[], ask: (one: T) => R | undefined): R | undefined {
  for (const one of list) {
    const answer = ask(one)
    if (answer !== undefined) return answer
  }
  return undefined
}

/** Most words between a number and its unit that are looked at. */
const REACH = 4

function passed(words: readonly string[]): Pick<TimeJump, 'minutes' | 'days' | 'years' | 'back' | 'later'> | undefined {
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string
    const sign = FORWARD.test(word) ? 1 : BACKWARD.test(word) ? -1 : 0
    if (sign === 0) continue
    // Unit right before it, or with PLUS, MÁS, MORE between.
    for (let u = i - 1; u >= Math.max(0, i - 2); u--) {
      const unit = UNITS.find(([r]) => r.test(words[u] as string))
      if (!unit) continue
      const plural = /S$|N$/.test(words[u] as string)
      const n = amountOf(words.slice(Math.max(0, u - REACH), u)) ?? (plural ? 2 : 1)
      return { [unit[1]]: sign * Math.min(n * unit[2], unit[1] === 'years' ? 5000 : 400_000) }
    }
    // AFTER and BEFORE alone say nothing, nor does ON.
    if (/^(?:LATER|SPÄTER|TARD|DESPUÉS|DEPOIS|DOPO)$/.test(word)) return { later: true }
    if (/^(?:EARLIER|PREVIOUSLY|FRÜHER|ZUVOR)$/.test(word)) return { back: true }
  }
  return undefined
}

/**
 * Reads a stretch of words for what they say about story time.
 * @param text a heading behind its place, a title card, a transition: short, any case.
 */
export function readJump(text: string): TimeJump | undefined {
  const upper = text.slice(0, 200).toUpperCase()
  const words = wordsIn(upper)
  if (words.length === 0) return undefined
  const has = (pattern: RegExp) => pattern.test(upper)
  const year = /(?:^|[^\d:.,])(1[0-9]{3}|2[0-9]{3})(?![\d:])/.exec(upper)?.[1]
  const weekday = WEEKDAYS.findIndex((d) => words.includes(d))
  const ends = has(/\bEND(?:S|ING)?(?: OF)?(?: THE)? (?:FLASH|DREAM|MEMORY|NIGHTMARE|FANTASY|VISION)/)
  const strand: TimeJump['strand'] = ends
    ? 'present'
    : has(/\b(?:BACK TO|RETURN TO|THE|IN THE)? ?PRESENT(?: DAY|-DAY| TIME)?\b(?! (?:ARMS|FOR|AT))/)
      ? 'present'
      : has(/\bFLASH[ -]?FORWARD/)
        ? 'flash-forward'
        : has(/\bFLASH[ -]?BACK|\bRÜCKBLENDE|\bMEMORY\b|\bIN THE PAST\b/)
          ? 'flashback'
          : has(/\bDREAM(?: SEQUENCE)?\b|\bNIGHTMARE\b|\bFANTASY\b|\bHALLUCINATION\b|\bTRAUM\b|\bRÊVE\b|\bSUEÑO\b/)
            ? 'dream'
            : undefined
  const nextDay = NEXT.test(upper)
  const follows = has(/\bCONTINU(?:OUS|ING|ED)\b|\bCONT'?D\b|\bIMMEDIATELY\b|\bFORTLAUFEND\b|\bCONTINUO\b|\bSUITE\b/)
  const meanwhile = has(/\bMEANWHILE\b|\bSAME(?: TIME)?\b|\bSIMULTANEOUS(?:LY)?\b|\bINTERCUT|\bAT THE SAME\b|\bGLEICHZEITIG\b/)
  const moments = has(/\bMOMENTS? (?:LATER|AFTER)\b|\bSECONDS? LATER\b|\bA (?:MOMENT|SECOND) LATER\b/)
  const jump: TimeJump = {
    text: text.trim().slice(0, 120),
    // DAY - LATER is no day later.
    ...(nextDay ? { nextDay } : firstOf(upper.split(/\s+[-–—]+\s+|[()[\],;:]/u), (part) => passed(wordsIn(part)))),
    ...(year ? { year: Number(year) } : {}),
    ...(weekday >= 0 ? { weekday } : {}),
    ...(strand ? { strand } : {}),
    ...(ends ? { ends } : {}),
    ...(follows ? { follows } : {}),
    ...(meanwhile ? { meanwhile } : {}),
    ...(moments ? { moments } : {}),
  }
  return Object.keys(jump).length > 1 ? jump : undefined
}
