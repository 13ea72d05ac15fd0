import type { SpokenLine } from '../../film'
import { RATE } from '../rate'
import type { PhoneInTime, Word } from './phone-in-time'

/** How long a stretch of speech takes to come in and to go out, seconds. */
const FADE_S = 0.004

const rounded = (x: number): number => Math.round(x * 1e6) / 1e6
const seconds = (samples: number): number => rounded(samples / RATE)

/** A line as it grows: samples, and phones in shares of them. */
export class Line {
  readonly #parts: Float32Array[] = []
  readonly #phones: { phone: string; stressed: boolean; word: Word | undefined; samples: number }[] = []

  /** Adds what was said; lengths of phones in any unit, of which all together are all the samples. */
  add(samples: Float32Array, phones: readonly PhoneInTime[]): void {
    fade(samples)
    this.#parts.push(samples)
    const total = phones.reduce((sum, p) => sum + p.s, 0)
    let s = 0
    let from = 0
    for (const p of phones) {
      s += p.s
      const to = Math.round((s / total) * samples.length)
      this.#put(p, to - from)
      from = to
    }
  }

  pause(seconds: number): void {
    const samples = Math.round(seconds * RATE)
    if (samples === 0) return
    this.#parts.push(new Float32Array(samples))
    this.#put({ phone: 'pau' }, samples)
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
    let at = 0
    const words: { word: string; t: number; s: number }[] = []
    let word: Word | undefined
    const phones = this.#phones.map((p) => {
      const from = seconds(at)
      at += p.samples
      const s = rounded(seconds(at) - from)
      const last = words.at(-1)
      if (p.word && p.word === word && last) last.s = rounded(seconds(at) - last.t)
      else if (p.word) words.push({ word: p.word.text, t: from, s })
      if (p.word) word = p.word
      return p.stressed ? { phone: p.phone, s, stressed: true } : { phone: p.phone, s }
    })
    return { seconds: seconds(at), phones, words }
  }

  #put({ phone, stressed = false, word }: Omit<PhoneInTime, 's'>, samples: number): void {
    const last = this.#phones.at(-1)
    if (phone === 'pau' && last?.phone === 'pau') last.samples += samples
    else if (samples > 0) this.#phones.push({ phone, stressed, word, samples })
  }
}

function fade(samples: Float32Array): void {
  const n = Math.min(Math.round(FADE_S * RATE), samples.length >> 1)
  for (let i = 0; i < n; i++) {
    samples[i] = (samples[i] as number) * (i / n)
    const k = samples.length - 1 - i
    samples[k] = (samples[k] as number) * (i / n)
  }
}
