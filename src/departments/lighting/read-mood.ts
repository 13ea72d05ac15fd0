/** What the words of a scene ask of its light and weather; amounts 0 to 1. */
export interface Mood {
  readonly rain: number
  readonly snow: number
  readonly fog: number
  readonly wind: number
  readonly storm: boolean
  readonly overcast: boolean
  readonly noon: boolean
  readonly sunset: boolean
  readonly candle: boolean
  readonly flicker: boolean
  readonly emergency: boolean
  readonly neon: boolean
  readonly blackout: boolean
  /** What was found: `rain: "downpour"`. */
  readonly why: readonly string[]
}

const RULES: readonly (readonly [keyof Mood & string, RegExp, number])[] = [
  [
    'storm',
    /\b(thunder\w*|lightning|(?:thunder|rain|snow)?storm(?!ed|s off|s out| (?:cellar|drain|door|window|lantern)|troop)\w*|tempest)\b/,
    1,
  ],
  [
    'rain',
    /\b(downpour|pouring|torrent\w*|lashing rain|heavy rain|(?:thunder|rain|snow)?storm(?!ed|s off|s out| (?:cellar|drain|door|window|lantern)|troop)\w*)\b/,
    1,
  ],
  ['rain', /\b(rain|rains|raining|rainy|rain-\w+|rainfall|rainstorm)\b/, 0.7],
  ['rain', /\b(drizzl\w*)\b/, 0.35],
  ['snow', /\b(blizzard|heavy snow|snowstorm)\b/, 1],
  ['snow', /\b(snow|snowing|snowfall|snows|snowflakes?)\b/, 0.6],
  ['fog', /\b(fog|foggy|thick mist)\b/, 1],
  ['fog', /\b(mist|misty|haze|hazy|smoke|smoky|steam)\b/, 0.5],
  [
    'wind',
    /\b(gale|howling wind|(?:thunder|rain|snow)?storm(?!ed|s off|s out| (?:cellar|drain|door|window|lantern)|troop)\w*|blizzard|gusts?)\b/,
    1,
  ],
  ['wind', /\b(wind|windy|breeze)\b/, 0.5],
  ['overcast', /\b(overcast|grey sky|gray sky|cloudy|clouds gather)\b/, 1],
  ['noon', /\b(noon|midday|high sun|blazing sun|scorching|glare of the sun)\b/, 1],
  ['sunset', /\b(sunset|sundown|golden hour|setting sun|sunrise|magic hour)\b/, 1],
  ['candle', /\b(candle\w*|lantern|firelight|by the fire)\b/, 1],
  ['flicker', /\b(flicker\w*|buzzing light|dying bulb|sputter\w*)\b/, 1],
  ['emergency', /\b(emergency light\w*|red alert|alarms?|klaxon|warning lights?|emergency red|red emergency)\b/, 1],
  ['neon', /\bneon\b/, 1],
  ['blackout', /\b(blackout|power (is |goes )?out|lights (are |go |is )?(off|out)|pitch[- ]dark|power fail\w*|power cut)\b/, 1],
]

/** Weather that is no more. */
const OVER =
  /\b(rain|snow|storm|fog|wind|thunder)\w* (has |had )?(stopped|stops|passed|passes|ended|ends|lifted|lifts|cleared|clears|died|dies)\b/g

/** Reads a scene's action text for weather and light. The strongest word of a kind wins. */
export function readMood(words: readonly string[]): Mood {
  const text = words.join(' \n').toLowerCase().replace(OVER, '')
  const found: Record<string, number> = {}
  const why: string[] = []
  for (const [kind, pattern, amount] of RULES) {
    const hit = pattern.exec(text)
    if (!hit || (found[kind] ?? 0) >= amount) continue
    found[kind] = amount
    why.push(`${kind}: "${hit[0]}"`)
  }
  const amount = (k: string) => found[k] ?? 0
  const is = (k: string) => amount(k) > 0
  return {
    rain: amount('snow') > 0 ? 0 : amount('rain'),
    snow: amount('snow'),
    fog: amount('fog'),
    wind: amount('wind'),
    storm: is('storm'),
    overcast: is('overcast') || is('rain') || is('snow') || is('storm'),
    noon: is('noon'),
    sunset: is('sunset'),
    candle: is('candle'),
    flicker: is('flicker'),
    emergency: is('emergency'),
    neon: is('neon'),
    blackout: is('blackout'),
    why,
  }
}
