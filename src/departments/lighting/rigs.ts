import type { Vec3 } from '../../film'

/** One lamp of a rig as seen from the people: degrees from the camera's side towards the key's side, and above their eyes. */
export interface RigLamp {
  readonly azimuth: number
  readonly altitude: number
}

/** How a rig lights people. */
export interface Rig {
  /** Key to fill on a grey card, where nobody asks for another: the key side's illuminance over the fill side's. */
  readonly ratio: number
  readonly key: RigLamp & {
    /** Stands where a fire burns before the people, if one does. */
    readonly atFire?: true
    /** Metres from the face, where the room allows. */
    readonly distance: number
    /** Its colour as the camera sees it, linear RGB; near to the place's own light when absent. */
    readonly gel?: Vec3
    /** How far beyond the people its barn doors let it spread: 1 holds them tightly, 2 lights the room as well. */
    readonly spread: number
    readonly penumbra: number
    readonly flicker?: 'fire'
  }
  readonly fill: RigLamp & { readonly gel?: Vec3 }
  /** From behind, and how strong against the key. */
  readonly rim?: RigLamp & { readonly strength: number; readonly gel?: Vec3 }
  /** Light on what is behind the people against that on them; without it the place's own light keeps that lamp. */
  readonly wash?: number
  /** Half of its beam, radians; wide when absent. */
  readonly washAngle?: number
  /** Share that is left of the place's own light: windows, lamps, sky. */
  readonly own: number
  /** Electric lamps of the place are out. */
  readonly unlit?: true
  /** Key side's illuminance times exposure: π shows a grey card as mid grey. */
  readonly exposed: number
  readonly says: string
}

/** Deep colours are met half way, so that a face keeps its modelling in all three channels. */
const MAGENTA: Vec3 = [1.9, 0.55, 1.35]
const CYAN: Vec3 = [0.35, 1.15, 1.5]
/** A wood fire against lamps, as films show it: orange, not red. */
const FIRE: Vec3 = [1.8, 0.82, 0.3]
const WHITE: Vec3 = [1, 1, 1]
/** Moonlight as films show it: a third of the way from white to blue. */
const MOON: Vec3 = [0.68, 1.02, 1.55]

/**
 * The rigs by name, with the ratios they are usual with. Angles and ratios: Blain Brown, "Motion Picture and Video
 * Lighting", and J. Alton, "Painting with Light" (three-point, Rembrandt, butterfly, low and high key).
 */
export const RIGS = {
  'three-point': {
    ratio: 3,
    key: { azimuth: 42, altitude: 34, distance: 2.6, spread: 1.5, penumbra: 0.9 },
    fill: { azimuth: -48, altitude: 8 },
    rim: { azimuth: -158, altitude: 40, strength: 1.1 },
    own: 0.45,
    exposed: 3.3,
    says: 'key and fill from the front quarters, a back light opposite the key',
  },
  'high-key': {
    ratio: 1.8,
    key: { azimuth: 32, altitude: 30, distance: 3, spread: 2.2, penumbra: 1 },
    fill: { azimuth: -50, altitude: 14 },
    rim: { azimuth: 180, altitude: 45, strength: 0.7 },
    wash: 0.85,
    own: 1,
    exposed: 3.6,
    says: 'soft and even, the ground as bright as the people',
  },
  'low-key': {
    ratio: 6,
    key: { azimuth: 62, altitude: 32, distance: 2.4, spread: 1.15, penumbra: 0.8 },
    fill: { azimuth: -55, altitude: 5 },
    rim: { azimuth: -150, altitude: 38, strength: 0.8 },
    own: 0.3,
    exposed: 2.9,
    says: 'one lamp from the side, the rest goes dark',
  },
  noir: {
    ratio: 8,
    key: { azimuth: 70, altitude: 38, distance: 2.6, gel: WHITE, spread: 0.9, penumbra: 0.25 },
    fill: { azimuth: -60, altitude: 0 },
    rim: { azimuth: -145, altitude: 35, strength: 1.5 },
    wash: 0.4,
    washAngle: 0.3,
    own: 0.3,
    exposed: 3.4,
    says: 'a hard lamp from the side, hard edges, the place nearly black',
  },
  rembrandt: {
    ratio: 5,
    key: { azimuth: 48, altitude: 44, distance: 2.2, spread: 1.15, penumbra: 0.6 },
    fill: { azimuth: -50, altitude: 5 },
    rim: { azimuth: -155, altitude: 40, strength: 0.7 },
    own: 0.4,
    exposed: 3.1,
    says: 'key high in the front quarter: a triangle of light on the far cheek',
  },
  butterfly: {
    ratio: 2.5,
    key: { azimuth: 0, altitude: 48, distance: 2, spread: 1.3, penumbra: 0.9 },
    fill: { azimuth: 0, altitude: -38 },
    rim: { azimuth: 180, altitude: 45, strength: 1 },
    own: 0.3,
    exposed: 3.4,
    says: 'key above the camera, a reflector below: the shadow under the nose is a butterfly',
  },
  silhouette: {
    ratio: 16,
    key: { azimuth: 180, altitude: 32, distance: 2.2, spread: 1.1, penumbra: 0.8 },
    fill: { azimuth: 0, altitude: 5 },
    wash: 1.6,
    own: 0.15,
    exposed: 3.2,
    says: 'the ground is lit and the people are not',
  },
  moonlight: {
    ratio: 6,
    key: { azimuth: 112, altitude: 42, distance: 3, gel: MOON, spread: 1.8, penumbra: 0.8 },
    fill: { azimuth: -20, altitude: 12, gel: MOON },
    rim: { azimuth: -150, altitude: 35, strength: 0.6, gel: MOON },
    wash: 0.3,
    own: 0.3,
    unlit: true,
    exposed: 2.3,
    says: 'cool light three quarters from behind, under-exposed and readable',
  },
  firelight: {
    ratio: 5,
    key: { azimuth: 38, altitude: -14, distance: 1.5, gel: FIRE, spread: 2, penumbra: 1, flicker: 'fire', atFire: true },
    fill: { azimuth: -60, altitude: 10 },
    rim: { azimuth: -150, altitude: 38, strength: 0.35, gel: MOON },
    own: 0.25,
    exposed: 2.5,
    says: 'a fire low before the people, the night cool behind them',
  },
  neon: {
    ratio: 2.5,
    key: { azimuth: 62, altitude: 8, distance: 2, gel: MAGENTA, spread: 1.8, penumbra: 1 },
    fill: { azimuth: -66, altitude: 6, gel: CYAN },
    rim: { azimuth: -140, altitude: 30, strength: 1, gel: CYAN },
    own: 0.3,
    exposed: 2.5,
    says: 'one colour from each side',
  },
  product: {
    ratio: 2,
    key: { azimuth: 150, altitude: 62, distance: 2, spread: 1.6, penumbra: 1 },
    fill: { azimuth: 10, altitude: 5 },
    rim: { azimuth: -110, altitude: 25, strength: 0.8 },
    wash: 0.9,
    own: 0.6,
    exposed: 3.6,
    says: 'a soft box over the back of it, reflectors before it, a clean ground',
  },
} as const satisfies Record<string, Rig>

export type RigName = keyof typeof RIGS
export const RIG_NAMES = Object.keys(RIGS) as readonly RigName[]

/** A rig that somebody asks for. */
export interface RigAsk {
  readonly name: RigName
  /** Key to fill; the rig's own when absent. */
  readonly ratio?: number
  /** Which side of the picture the key comes from; the side of the place's own light when absent. */
  readonly from?: 'left' | 'right'
}

/** Key to fill that may be asked for: from even light to all that a room's own bounce allows. */
export const RATIO_RANGE = { least: 1.2, most: 32 } as const

/** How people write the names. */
const CALLED: Readonly<Record<RigName, string>> = {
  'three-point': 'three[- ]?points?|3[- ]?points?',
  'high-key': 'high[- ]?key',
  'low-key': 'low[- ]?key|chiaroscuro',
  noir: '(?:film[- ]?)?noir',
  rembrandt: 'rembrandt',
  butterfly: 'butterfly|paramount',
  silhouette: 'silhouettes?|contre[- ]?jour',
  moonlight: 'moonlight',
  firelight: 'fire[- ]?light',
  neon: 'neon',
  product: 'product|packshot',
}

/** Where the name alone says it, in a master file: not where it is a word for a thing as well. */
const ALONE: readonly RigName[] = RIG_NAMES.filter((n) => !['neon', 'product'].includes(n))

const ASKED = RIG_NAMES.map((name) => ({
  name,
  // `noir lighting, 8:1, key from the left`
  re: new RegExp(
    String.raw`\b(?:${CALLED[name]})[- ](?:lighting|rig)\b(?:\W+(?:at )?(\d+(?:\.\d+)?) ?: ?1)?(?:\W+key from the (left|right))?`,
    'gi',
  ),
  alone: new RegExp(`^(?:${CALLED[name]})$`, 'i'),
}))

/**
 * The rig that words ask for: a name before `lighting` or `rig`, as in `noir lighting, 8:1, key from the left`. Of
 * several the last. `key from the left` by itself turns the rig that is asked for.
 */
export function readRig(words: readonly string[]): RigAsk | undefined {
  const text = words.join(' \n')
  let last = -1
  let found: RigAsk | undefined
  for (const { name, re } of ASKED)
    for (const m of text.matchAll(re)) {
      if (m.index <= last) continue
      last = m.index
      const ratio = m[1] === undefined ? undefined : Number(m[1])
      found = {
        name,
        ...(ratio === undefined ? {} : { ratio: Math.min(Math.max(ratio, RATIO_RANGE.least), RATIO_RANGE.most) }),
        ...(m[2] === undefined ? {} : { from: m[2].toLowerCase() as 'left' | 'right' }),
      }
    }
  // A side by itself is the side of whatever rig there is.
  for (const m of text.matchAll(/\bkey from the (left|right)\b/gi))
    if (m.index > last) found = { ...(found ?? { name: 'three-point' }), from: m[1]!.toLowerCase() as 'left' | 'right' }
  return found
}

/** The side of a key in the words that `readRig` reads: of whatever rig there is, else of three points. */
export const keyWords = (from: NonNullable<RigAsk['from']>): string => `key from the ${from}`

/** The rig that a word of a master file names by itself: `rembrandt`, `low key`. With `any`, also the names of things: `neon`. */
export const rigNamed = (word: string, any = false): RigName | undefined =>
  ASKED.find(({ name, alone }) => (any || ALONE.includes(name)) && alone.test(word.trim()))?.name

/** Moods of a production that have a rig. */
const MOODS: readonly (readonly [RegExp, RigName])[] = [
  [/^(?:tense|tension|thriller|suspense(?:ful)?|dark|gloomy|ominous|sinister|dread|menac\w+|horror|brooding|dramatic|moody)$/i, 'low-key'],
  [/^(?:comedy|comic|cheerful|happy|upbeat|bright|sunny comedy|sitcom|light-hearted|playful|joyful|whimsical)$/i, 'high-key'],
  [/^(?:glamour|glamorous|beauty|romance|romantic)$/i, 'butterfly'],
]

/** The rig for a mood of a production: `tense` is low-key. */
export const rigForMood = (word: string): RigName | undefined => MOODS.find(([re]) => re.test(word.trim()))?.[1]

/** Light that a script tells of, by night. */
const TOLD: readonly (readonly [RegExp, RigName])[] = [
  [/(?<!\bno )\b(?:by the fire|firelight|campfire|bonfire|lit (?:only )?by (?:the |a )?(?:fire|flames))\b/i, 'firelight'],
  [/(?<!\bno )\b(?:moonlight|moonlit|lit (?:only )?by (?:the |a )?(?:\w+ )?moon)\b/i, 'moonlight'],
]

/** The rig of a night that the script tells is lit by a fire, or by the moon alone. */
export const rigAsTold = (words: readonly string[]): RigAsk | undefined => {
  const text = words.join(' \n')
  const name = TOLD.find(([re]) => re.test(text))?.[1]
  return name && { name }
}

/** A rig in the words that `readRig` reads. */
export const rigWords = ({ name, ratio, from }: RigAsk): string =>
  `${name} lighting${ratio === undefined ? '' : ` ${ratio}:1`}${from === undefined ? '' : ` key from the ${from}`}`
