import { hashOf } from './canonical'
import { type Value, z } from './value'

/** The recorded voices that every speaker is made of: a woman's, two men's (the second from Scotland), and a man's made of diphones. */
export const BASE_VOICES = ['slt', 'rms', 'awb', 'kal16'] as const
export type BaseVoice = (typeof BASE_VOICES)[number]

/** Words a minute of the base voices at pace 1, with the pauses of dialogue (measured). */
export const BASE_WORDS_A_MINUTE: Readonly<Record<BaseVoice, number>> = { slt: 200, rms: 167, awb: 196, kal16: 217 }

/** How somebody speaks, whatever it is that is said. */
export const VoiceDesign = z.object({
  base: z.enum(BASE_VOICES),
  /** Mean fundamental, hertz: 80 a deep bass, 110 a man, 200 a woman, 290 a child. */
  pitchHz: z.number().min(50).max(420),
  /** Standard deviation of the fundamental, hertz: 8 flat, 40 lively. */
  spreadHz: z.number().min(0).max(80),
  /** 1 as fast as the base voice, 1.3 faster by so much. */
  pace: z.number().min(0.5).max(2),
  /** Factor on the resonances of the base voice: 1.2 a child's short throat, 0.9 a giant's. */
  formant: z.number().min(0.7).max(1.45),
})
export type VoiceDesign = Value<z.infer<typeof VoiceDesign>>

/** The ways in which a line is said that change how it sounds. */
export const DELIVERIES = ['plain', 'whisper', 'soft', 'shout'] as const
export type Delivery = (typeof DELIVERIES)[number]

/** One stretch of speech: all that its sound depends on. */
export const Utterance = z.object({ text: z.string(), voice: VoiceDesign, delivery: z.enum(DELIVERIES) })
export type Utterance = Value<z.infer<typeof Utterance>>

/** What was spoken, in time: ARPABET phones in order (`pau` is silence, vowels without their stress), each with its length, seconds. */
export const SpokenLine = z.object({
  /** Length of the sound, seconds: the sum of its phones, within 10 ms. */
  seconds: z.number().positive(),
  phones: z.array(
    z.object({
      phone: z.string(),
      s: z.number().nonnegative(),
      /** On the vowel of a stressed syllable. */
      stressed: z.boolean().optional(),
    }),
  ),
  /** Words in order as they are said (“mister”, “$5”), each with where it begins and how long it lasts, seconds; left out where that is not known. */
  words: z.array(z.object({ word: z.string(), t: z.number().nonnegative(), s: z.number().nonnegative() })).optional(),
})
export type SpokenLine = Value<z.infer<typeof SpokenLine>>

/** SHA-256 by which what was spoken is found again. */
export const utteranceKey = (utterance: Utterance): string => hashOf(utterance)
