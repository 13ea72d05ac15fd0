import type { Speech, SpokenSound } from '../../../src/audio'
import { type Delivery, sha256Hex, type Utterance, type VoiceDesign } from '../../../src/film'

export const WOMAN: VoiceDesign = { base: 'slt', pitchHz: 190, spreadHz: 14, pace: 1, formant: 1 }
export const MAN: VoiceDesign = { base: 'rms', pitchHz: 105, spreadHz: 11, pace: 1, formant: 1 }
export const SCOT: VoiceDesign = { base: 'awb', pitchHz: 125, spreadHz: 11, pace: 1, formant: 1 }

export const utterance = (text: string, voice = WOMAN, delivery: Delivery = 'plain'): Utterance => ({ text, voice, delivery })

/** What every engine must speak alike: each base voice, each way of speaking, a formant that is not 1, a question. */
export const ALIKE: readonly Utterance[] = [
  utterance('Nobody leaves. Not tonight.', MAN, 'shout'),
  utterance('I kept your letters…', { ...WOMAN, formant: 1.12, pitchHz: 240 }, 'soft'),
  utterance('Where is he?', SCOT, 'whisper'),
  utterance('You kept them?'),
  utterance('Door open.', { ...MAN, base: 'kal16' }),
]

/** SHA-256 of all their samples, one after the other. It changes with anything that is heard: then put the new one here. */
export const ALIKE_HASH = '542dc0b8b32b81aec85c0968e54f2b437ae9faf2430ee6818171804628ad981d'

export const hashOf = ({ samples }: SpokenSound): string =>
  sha256Hex(new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength))

export const hashOfSpoken = (speech: Speech): string => sha256Hex(ALIKE.map((u) => hashOf(speech.speak(u))).join(' '))
