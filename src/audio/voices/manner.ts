import type { Delivery } from '../../film'
import type { Tone } from './speakable'

/** What a way of speaking does to a voice. */
export interface Manner {
  /** Factors. */
  readonly pitch: number
  readonly spread: number
  readonly pace: number
  readonly formant: number
  /** RMS while speaking, dB below full scale. */
  readonly levelDb: number
  /** What is added around 2 kHz, where loud voices have their strength, and above; below 0: taken away. Factors. */
  readonly presence: number
  readonly bright: number
  /** How much the throat is strained: 0 not at all. */
  readonly drive: number
  /** Without a voice: breath alone. */
  readonly breathed: boolean
}

const PLAIN: Manner = { pitch: 1, spread: 1, pace: 1, formant: 1, levelDb: -23, presence: 0, bright: 0, drive: 0, breathed: false }

export const MANNERS: Readonly<Record<Delivery, Manner>> = {
  plain: PLAIN,
  whisper: { ...PLAIN, pace: 0.94, formant: 1.03, levelDb: -31, breathed: true },
  soft: { ...PLAIN, pitch: 0.96, spread: 0.75, pace: 0.9, levelDb: -29, bright: -0.45 },
  shout: { ...PLAIN, pitch: 1.3, spread: 1.4, pace: 1.06, formant: 1.03, levelDb: -17, presence: 1.6, drive: 2 },
}

/** What the way in which a phrase is meant does to it, as factors; `gain` against the line's other phrases. */
export const TONES: Readonly<Record<Tone, Pick<Manner, 'pitch' | 'spread' | 'pace'> & { readonly gain: number }>> = {
  told: { pitch: 1, spread: 1, pace: 1, gain: 1 },
  'yes-no': { pitch: 1.04, spread: 1.15, pace: 1, gain: 1 },
  asked: { pitch: 1.04, spread: 1.3, pace: 1, gain: 1 },
  exclaimed: { pitch: 1.07, spread: 1.35, pace: 1.04, gain: 1.3 },
  open: { pitch: 0.98, spread: 0.9, pace: 0.94, gain: 0.85 },
}
