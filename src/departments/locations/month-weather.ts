import { MONTHS, type MonthWeather } from './site'

/** From so many of a month's days on, that weather is what the month is like. */
const MOST_DAYS = { snow: 10, rain: 14, fog: 12 } as const
/** Fewer hours of sun in a month than this: the sky is grey. */
const GREY_HOURS = 65

/** Weather of a month in words as a script would have them, and why. */
export interface UsualWeather {
  readonly words: readonly string[]
  /** `January: 14 days of snow, as the place is that month` */
  readonly says: string
}

/** What a month is like at a place; undefined where it is like any other. */
export function usualWeather({ month, words, snowDays = 0, rainDays = 0, fogDays = 0, sunHours }: MonthWeather): UsualWeather | undefined {
  const called = MONTHS[month - 1] as string
  const name = called.charAt(0).toUpperCase() + called.slice(1)
  const as = (said: readonly string[], why: string): UsualWeather => ({ words: said, says: `${name}: ${why}, as the place is that month` })
  if (words.length > 0) return as(words, words.join(', '))
  if (snowDays >= MOST_DAYS.snow) return as(['snow'], `${snowDays} days of snow`)
  if (rainDays >= MOST_DAYS.rain) return as(['rain'], `${rainDays} days of rain`)
  if (fogDays >= MOST_DAYS.fog) return as(['mist'], `${fogDays} days of fog`)
  if (sunHours !== undefined && sunHours < GREY_HOURS) return as(['overcast'], `${sunHours} hours of sun`)
  return undefined
}

/** Seasons in the north by the month in their middle. */
const SEASONS: readonly (readonly [RegExp, number])[] = [
  [/\bwinter\b/, 1],
  [/\bspring(?:time)?\b/, 4],
  [/\bsummer\b/, 7],
  [/\b(?:autumn|fall)\b/, 10],
]

/**
 * The month that a heading names, 1 to 12: `EXT. FARM - DAY (JANUARY)`; a season is the month in its middle, half a year later in the
 * south. May and March are words for other things as well, and count between brackets or after a dash only.
 * @param latitude degrees, north positive.
 */
export function monthNamed(heading: string, latitude = 50): number | undefined {
  const text = heading.toLowerCase()
  const month = MONTHS.findIndex((m) => new RegExp(m === 'may' || m === 'march' ? `[-–—(,]\\s*${m}\\b` : `\\b${m}\\b`).test(text))
  if (month >= 0) return month + 1
  const season = SEASONS.find(([re]) => re.test(text.replace(/^(?:int|ext)[^ ]*\s+\S+/, '')))?.[1]
  return season === undefined ? undefined : latitude >= 0 ? season : ((season + 5) % 12) + 1
}

const SPOKEN =
  /\b(?:rain\w*|snow\w*|fog\w*|mist|misty|haze|hazy|storm\w*|thunder\w*|drizzl\w*|downpour|blizzard|sleet|hail(?:s|ing|stones?)?|overcast|cloud(?:s|y|less)?|gr[ea]y sky|blue sky|clear (?:sky|skies|day|night|morning|evening|weather)|weather|sun(?:ny|light|lit|shine|rise|set|down|s)?|noon|midday|golden hour|heat ?wave|scorching)\b/i

const WISHED = /^(?:clear|dry|fine|fair|none|cold|hot|warm|windy?|breeze)$/i

/** Whether a script's words tell of weather, of good as of bad: then the month has nothing to add. */
export const tellsOfWeather = (words: readonly string[]): boolean => words.some((w) => SPOKEN.test(w))

/** The same of what a production says of its light and weather, where one word is enough: `clear`. */
export const wishesWeather = (words: readonly string[]): boolean => words.some((w) => SPOKEN.test(w) || WISHED.test(w.trim()))
