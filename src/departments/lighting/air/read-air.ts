import { AIR_PRESETS, type AirPreset } from '../../../film'

/** Air that somebody asks for. */
export interface AirAsk {
  /** `clear` is none, where there would be some; `same` is what there would be. */
  readonly preset: AirPreset | 'clear' | 'same'
  /** Times as thick as the preset. */
  readonly density?: number
  /** Metres over which it thins out; 0 is the same everywhere. */
  readonly height?: number
  /** Metres a second. */
  readonly drift?: number
  /** `#rrggbb`: what it looks like in white light. */
  readonly colour?: string
  /** Where the script, and nobody's hand, asks for it. */
  readonly told?: string
}

/** What may be asked for. */
export const AIR_RANGES = { density: [0.05, 8], height: [0, 60], drift: [0, 8] } as const

/** How people write the presets. */
const CALLED: Readonly<Record<AirPreset | 'clear', string>> = {
  shafts: 'shafts?|(?:light|sun)[- ]?(?:shafts?|beams?|rays?)|god[- ]?rays|(?:shafts?|beams?|rays) of (?:sun)?light|crepuscular rays',
  haze: 'haze|hazy|hazer',
  fog: 'fog|foggy|ground fog|thick mist',
  smoke: 'smoke|smoky|smoke[- ]filled',
  underwater: 'under ?water|submerged',
  clear: 'clear|none|no air',
}
const NAMES = [...AIR_PRESETS, 'clear'] as const

const ASKED = new RegExp(
  String.raw`\bair of (${NAMES.join('|')}|same)\b((?: (?:density|height|drift) \d+(?:\.\d+)?| colour #[0-9a-f]{6})*)`,
  'gi',
)

/** The preset that a word of a master file names: `shafts`, `smoky`, `god rays`. */
export const airNamed = (word: string): AirPreset | 'clear' | undefined =>
  NAMES.find((name) => new RegExp(`^(?:${CALLED[name]})$`, 'i').test(word.trim().replace(/_/g, ' ')))

/** Air in words that `readAir` reads. */
export function airWords({ preset, density, height, drift, colour }: AirAsk): string {
  const said = Object.entries({ density, height, drift, colour }).flatMap(([k, v]) => (v === undefined ? [] : [` ${k} ${v}`]))
  return `air of ${preset}${said.join('')}`
}

/**
 * What scripts tell of the air, the strongest first. A word of weather alone (`fog`, `mist`) is the weather's, and
 * `underwater` counts in a heading only: people who come up from there are told of too.
 */
const TOLD: readonly (readonly [AirPreset, number, RegExp])[] = [
  [
    'underwater',
    1,
    /^\W*(?:int|ext|i\/e)[^\n]*\b(?:under ?water|under the (?:sea|surface|waves)|sea ?bed|sea ?floor|(?:ocean|lake) (?:floor|bed)|reef|sunken \w+)\b/im,
  ],
  [
    'smoke',
    1,
    /\b(?:smoke[- ]filled|thick with smoke|full of smoke|filled with smoke|clouds? of smoke|smoke (?:drifts?|hangs?|fills?|rolls?|billows?|pours?|everywhere|covers?|chokes?)|(?:drifting|billowing|thick|black|gun) ?smoke)\b/i,
  ],
  ['smoke', 0.5, /\b(?:smoky|smoke (?:curls?|rises?|wafts?|coils?)|cigarette smoke|chain[- ]smok\w+|haze of smoke|wisps? of smoke)\b/i],
  [
    'shafts',
    1,
    /\b(?:(?:shafts?|beams?|rays|columns?|blades?|bars?) of (?:\w+ )?(?:sun|moon)?light|(?:light|sun|moon)[- ]?(?:shafts?|beams?)|god ?rays|light (?:streams?|slants?|pours?|shafts?) (?:in|through|down)|sunlight (?:streams?|slants?|pours?))\b/i,
  ],
  [
    'shafts',
    0.7,
    /\b(?:dust (?:motes )?(?:in the (?:beam|light|sun)\w*|danc\w+|floats?|hangs?|swirls?|drifts?)|motes of dust|dust[- ]motes|dusty (?:beam|light|air))\b/i,
  ],
  [
    'fog',
    1,
    /\b(?:fog (?:rolls?|creeps?|drifts?|hangs?|lies|covers?|swirls?|thickens?)|(?:thick|dense|heavy|rolling|ground|freezing) fog|fog bank|foggy)\b/i,
  ],
  ['fog', 0.8, /\bfog\b(?![- ](?:light|lamp|horn|machine))/i],
  ['fog', 0.4, /\b(?:mist|misty)\b/i],
  ['haze', 1, /\b(?:haze (?:in|hangs?|fills?|over)|hazy|in (?:a|the) haze|hazer|fog machine)\b/i],
]

/** Air that is no more, or never was. */
const GONE =
  /\b(?:no|without|not a|never any|out of the|after the|free of|the last of the) (?:\w+ )?(?:smoke|fog|mist|haze)\b|\b(?:smoke|fog|mist|haze) (?:has |have |is |finally |slowly )*(?:clear(?:s|ed)|lift(?:s|ed)|gone|thins|burn(?:s|t|ed) off)\b/gi

/** The air that words ask for: what hands asked for (`air of smoke density 2`), the last of them last, over what is told. */
export function readAir(words: readonly string[]): AirAsk | undefined {
  const text = words.join(' \n')
  let ask = airTold(text)
  for (const [, preset, figures] of text.matchAll(ASKED)) {
    const said = figuresIn(figures ?? '')
    const named = preset!.toLowerCase() as AirAsk['preset']
    ask = named === 'same' && ask ? { ...ask, ...said } : { preset: named, ...said }
  }
  return ask
}

function airTold(text: string): AirAsk | undefined {
  const open = text.replace(ASKED, '').replace(GONE, '')
  for (const [preset, density, re] of TOLD) {
    const hit = re.exec(open)
    if (hit) return { preset, density, told: hit[0].trim() }
  }
  return undefined
}

/** `density 2 height 1.5 colour #a0b0c0`. */
function figuresIn(text: string): Omit<AirAsk, 'preset'> {
  const figures = Object.entries(AIR_RANGES).flatMap(([key, [least, most]]) => {
    const n = new RegExp(` ${key} (\\d+(?:\\.\\d+)?)`, 'i').exec(text)?.[1]
    return n === undefined ? [] : [[key, Math.min(Math.max(Number(n), least), most)]]
  })
  const colour = /#[0-9a-f]{6}/i.exec(text)?.[0]
  return { ...Object.fromEntries(figures), ...(colour ? { colour } : {}) }
}
