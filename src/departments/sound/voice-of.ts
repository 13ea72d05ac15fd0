import { BASE_VOICES, BASE_WORDS_A_MINUTE, type BaseVoice, clamp, lerp, type Random, random, type VoiceDesign } from '../../film'
import { MACHINE_NAME, MACHINE_WORDS, VOICE_WORDS } from './voice-words'

/** What is known of somebody who speaks. */
export interface Speaker {
  /** By which chance goes: the same for all that are one person (`personKey`). */
  readonly key: string
  readonly name: string
  /** Years. */
  readonly age: number
  readonly sex: 'female' | 'male'
  readonly heightM: number
  /** 0 gaunt, 1 very heavy. */
  readonly build: number
  /** What the script says of them. */
  readonly description?: string
  /** What a production asks for. */
  readonly wish?: VoiceWish
  /** Keys of the scenes in which they are heard; left out: anybody may talk to them. */
  readonly scenes?: readonly string[]
}

/** A voice that is asked for; what is left out is as the person is. */
export interface VoiceWish {
  /** A base voice (`slt`), or a kind of voice: alto, soprano, tenor, baritone, bass, child. Others say nothing. */
  readonly name?: string
  /** Mean fundamental, hertz, and words a minute, pauses included. */
  readonly pitchHz?: number
  readonly wordsPerMinute?: number
}

/** Kinds of voices by name: what they are made of, and where they lie when nothing else says so, hertz. */
const KINDS: Readonly<Record<string, { base: BaseVoice; pitchHz: number; formant: number }>> = {
  soprano: { base: 'slt', pitchHz: 236, formant: 1.04 },
  alto: { base: 'slt', pitchHz: 196, formant: 0.98 },
  tenor: { base: 'awb', pitchHz: 138, formant: 1.03 },
  baritone: { base: 'rms', pitchHz: 110, formant: 1 },
  bass: { base: 'rms', pitchHz: 86, formant: 0.92 },
  child: { base: 'slt', pitchHz: 290, formant: 1.2 },
}

/** Mean fundamental by age: [years, hertz] of girls and women, of boys and men (after Baken & Orlikoff, 2000, table 6-3, rounded). */
const FEMALE_HZ = [
  [3, 310],
  [7, 275],
  [11, 250],
  [14, 228],
  [18, 212],
  [30, 200],
  [50, 186],
  [65, 178],
  [90, 184],
] as const
const MALE_HZ = [
  [3, 305],
  [7, 270],
  [11, 240],
  [13, 215],
  [15, 150],
  [18, 124],
  [30, 114],
  [50, 108],
  [65, 112],
  [90, 132],
] as const
/** Resonances against those of the base voice, by age: children's throats are shorter. */
const FEMALE_FORMANT = [
  [3, 1.3],
  [7, 1.21],
  [11, 1.13],
  [14, 1.07],
  [18, 1.02],
  [30, 1],
  [90, 0.98],
] as const
/** Boys are made of a woman's voice until theirs breaks. */
const BREAKS_AT = 14
const MALE_FORMANT = [
  [3, 1.28],
  [7, 1.19],
  [11, 1.11],
  [13.99, 1.06],
  [14, 1.1],
  [18, 1.02],
  [30, 1],
  [90, 0.98],
] as const

/** Words a minute of somebody who is neither quick nor slow: actors speak slower than the base voices. */
const TEMPO = 172
/** Standard deviation of the fundamental against its mean. */
const SPREAD = 0.09

/** What is varied to tell people apart, as factors: of pitch, of the resonances, of the pace. */
const PITCHES = [1, 0.92, 1.09, 0.85, 1.18, 0.8, 1.26] as const
const FORMANTS = [1, 0.95, 1.05, 0.91, 1.1] as const
const PACES = [1, 0.92, 1.08] as const

/** From here on two voices are told apart (`voiceDistance`). */
export const TOLD_APART = 1
/** Beyond this nothing is won. */
const CLEARLY = 1.3

/**
 * How different two voices are: 1 where a listener tells them apart. A pitch 15 % higher or resonances 6 % higher suffice;
 * another base voice, or another pace, is part of it.
 */
export function voiceDistance(a: VoiceDesign, b: VoiceDesign): number {
  const apart = (x: number, y: number, step: number) => Math.abs(Math.log(x / y)) / Math.log(step)
  return (
    (a.base === b.base ? 0 : 0.6) +
    Math.max(apart(a.pitchHz, b.pitchHz, 1.15), apart(a.formant, b.formant, 1.06)) +
    0.3 * Math.min(1, apart(a.pace, b.pace, 1.1))
  )
}

/**
 * A voice for everybody who speaks, by what is known of them; what is not comes from `random(key)`. Nobody's voice depends on
 * who else is there, but where two who may meet in a scene would sound alike, the later one's is changed.
 * @param cast in the order in which they count: the first keep the voice that suits them best.
 * @returns by key.
 */
export function voicesOf(cast: readonly Speaker[]): Readonly<Record<string, VoiceDesign>> {
  const out = new Map<string, VoiceDesign>()
  const given: { speaker: Speaker; voice: VoiceDesign }[] = []
  // Who is asked to speak at a pitch cannot give way.
  const fixed = cast.filter((s) => s.wish?.pitchHz !== undefined)
  for (const speaker of [...fixed, ...cast.filter((s) => !fixed.includes(s))]) {
    if (out.has(speaker.key)) continue
    const others = given.filter((g) => mayMeet(g.speaker, speaker)).map((g) => g.voice)
    const voice = apartFrom(others, variantsOf(speaker))
    out.set(speaker.key, voice)
    given.push({ speaker, voice })
  }
  return Object.fromEntries(cast.map((s) => [s.key, out.get(s.key) as VoiceDesign]))
}

/** The voice that suits somebody best, were nobody else there. */
export const voiceOf = (speaker: Speaker): VoiceDesign => variantsOf(speaker)[0] as VoiceDesign

const mayMeet = (a: Speaker, b: Speaker): boolean => !a.scenes || !b.scenes || a.scenes.some((s) => b.scenes?.includes(s))

/** The first that differs from all others, or the one that differs most. */
function apartFrom(others: readonly VoiceDesign[], variants: readonly VoiceDesign[]): VoiceDesign {
  let best = variants[0] as VoiceDesign
  let most = -1
  for (const v of variants) {
    const nearest = Math.min(CLEARLY, ...others.map((o) => Math.round(voiceDistance(o, v) * 1e6) / 1e6))
    if (nearest > most) {
      best = v
      most = nearest
    }
    if (nearest >= TOLD_APART) return v
  }
  return best
}

/** Voices that somebody could have, the likeliest first. */
function variantsOf(speaker: Speaker): VoiceDesign[] {
  const rng = random(`${speaker.key}/voice`)
  const text = `${speaker.name} ${speaker.description ?? ''}`.toLowerCase()
  const words = VOICE_WORDS.filter((w) => w.word.test(text))
  const isMachine = MACHINE_NAME.test(speaker.name) || MACHINE_WORDS.test(text)
  const kind = KINDS[speaker.wish?.name?.toLowerCase() ?? '']
  const wished = BASE_VOICES.find((b) => b === speaker.wish?.name?.toLowerCase())
  const bases = basesOf(speaker, wished ?? kind?.base, words.find((w) => w.base)?.base, isMachine, rng)

  const { sex, age, heightM, build } = speaker
  const factor = (field: 'pitch' | 'spread' | 'pace' | 'formant') => words.reduce((product, w) => product * (w[field] ?? 1), 1)
  const grown = clamp((age - 12) / 8, 0, 1)
  const tall = grown * (heightM - (sex === 'female' ? 1.66 : 1.79))
  const heavy = grown * (build - 0.5)
  const ownPitch = byAge(sex === 'female' ? FEMALE_HZ : MALE_HZ, age) * (1 - 0.3 * tall - 0.08 * heavy) * rng.range(0.95, 1.05)
  const ownFormant =
    byAge(sex === 'female' ? FEMALE_FORMANT : MALE_FORMANT, age) * (1 - 0.3 * tall - 0.04 * heavy) * rng.range(0.985, 1.015)
  const pitchHz = isMachine ? 112 : (kind?.pitchHz ?? ownPitch * factor('pitch'))
  const formant = isMachine ? 1 : (kind?.formant ?? ownFormant * factor('formant'))
  const slow = lerp(1, 0.85, clamp((age - 55) / 30, 0, 1)) * lerp(0.94, 1, clamp((age - 4) / 8, 0, 1))
  const tempo = speaker.wish?.wordsPerMinute ?? TEMPO * slow * factor('pace') * rng.range(0.95, 1.05)
  // The old do not hold a pitch so well; children sing.
  const unsteady = lerp(1, 1.25, clamp((age - 60) / 25, 0, 1)) * lerp(1.3, 1, clamp((age - 6) / 10, 0, 1))
  const spread = isMachine ? 0.02 : SPREAD * unsteady * factor('spread') * rng.range(0.9, 1.15)

  const steps = bases.flatMap((base, b) =>
    PITCHES.flatMap((p, i) => FORMANTS.flatMap((f, k) => PACES.map((pace, n) => ({ base, p, f, pace, far: 1.4 * b + i + k + 1.5 * n })))),
  )
  // The nearest to what suits them first; among equals the order they are listed in.
  steps.sort((a, b) => a.far - b.far)
  return steps.map(({ base, p, f, pace }) => {
    const hz = speaker.wish?.pitchHz ?? pitchHz * p
    return {
      base,
      pitchHz: tenths(clamp(hz, 62, 400)),
      spreadHz: tenths(clamp(hz * spread, 0, 60)),
      pace: thousandths(clamp((tempo * (speaker.wish?.wordsPerMinute ? 1 : pace)) / BASE_WORDS_A_MINUTE[base], 0.6, 1.6)),
      formant: thousandths(clamp(formant * f, 0.8, 1.4)),
    }
  })
}

/** What a voice may be made of, the likeliest first. */
function basesOf(
  { sex, age }: Speaker,
  wished: BaseVoice | undefined,
  said: BaseVoice | undefined,
  isMachine: boolean,
  rng: Random,
): readonly BaseVoice[] {
  const isAmerican = rng.chance(0.65)
  if (wished) return [wished]
  if (isMachine) return ['kal16']
  if (sex === 'female' || age < BREAKS_AT) return ['slt']
  if (said) return [said]
  return isAmerican ? ['rms', 'awb'] : ['awb', 'rms']
}

/** A value between the ages of a table. */
function byAge(table: readonly (readonly [number, number])[], age: number): number {
  const after = table.findIndex(([a]) => a >= age)
  if (after === 0) return (table[0] as readonly [number, number])[1]
  const [a1, v1] = (after < 0 ? table.at(-1) : table[after - 1]) as readonly [number, number]
  const [a2, v2] = (after < 0 ? table.at(-1) : table[after]) as readonly [number, number]
  return a2 === a1 ? v1 : lerp(v1, v2, (age - a1) / (a2 - a1))
}

const tenths = (x: number): number => Math.round(x * 10) / 10
const thousandths = (x: number): number => Math.round(x * 1000) / 1000
