/** What the words of a scene ask of its light and weather; amounts 0 to 1. */
export interface Mood {
  readonly rain: number
  /** Snow that falls. */
  readonly snow: number
  /** Snow that lies. */
  readonly snowCover: number
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
  // What lies, whether it still falls or not.
  ['snowCover', /\b(snow(?:y|s|ing|fall|storm|bound|drifts?|banks?|field)?|snow[- ](?:covered|capped|swept)|blizzard)\b/, 1],
  ['snowCover', /\b(frost(?:y|ed)?|hoarfrost|sleet)\b/, 0.35],
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

const WEATHER = String.raw`(?:thunder|rain|snow)?(?:rain|snow|storm|fog|mist|wind|thunder|drizzl|downpour|tempest|gale|blizzard)\w*`
const ENDS =
  'over|stop\\w*|pass(?:es|ed)|end(?:s|ed)|lift(?:s|ed)|clear(?:s|ed)|die[sd]|gone|ceased?|ceases|moved on|moves on|finished|blown (?:out|over)|spent|done'

/** Weather that is no more (`the storm is over`, `it stopped raining`, `after the rain`) or never was (`no wind`). */
const OVER = new RegExp(
  [
    `\\b${WEATHER}(?: \\w+){0,1}? (?:(?:is|are|was|has|have|had|seems?|finally|almost|all|just|now|at last|been) ){0,3}(?:${ENDS})\\b`,
    `\\b(?:stop(?:s|ped)|cease[sd]|quit) ${WEATHER}`,
    `\\b(?:no|without|not|never|isn.t|less|lack of|free of|out of|after) (?:any |a |an |the |more |longer |sign of |trace of |breath of )*${WEATHER}`,
  ].join('|'),
  'g',
)

/** Snow that is told of as lying, and as falling: what lies alone does not fall. */
const LIES =
  /\bsnow (?:lies|covers|blankets|on (?:the )?(?:ground|lawns?|roofs?|fields?|trees)|is deep|glitters|crunches)|\b(?:deep|fresh|knee[- ]deep|melting|old|packed|trampled) snow|(?:covered|blanketed|deep|white|buried) (?:in|with) snow|snow[- ](?:covered|capped)|\bsnowy\b|through (?:the )?snow|shovel\w* (?:the )?snow/
const FALLS =
  /\bsnow(?:ing|fall|storm|flakes?)\b|\bit snows\b|\bsnow (?:falls|falling|drifts down|swirls|whirls|comes down|begins|starts)|falling snow|blizzard|flakes/

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
  const lies = LIES.test(text) && !FALLS.test(text)
  return {
    rain: amount('snow') > 0 ? 0 : amount('rain'),
    snow: lies ? 0 : amount('snow'),
    snowCover: amount('snowCover'),
    fog: amount('fog'),
    wind: amount('wind'),
    storm: is('storm'),
    overcast: is('overcast') || is('rain') || (is('snow') && !lies) || is('storm'),
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
