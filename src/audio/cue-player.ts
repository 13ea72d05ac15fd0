import type { FrameRate, SoundCue } from '../film'
import { gainOf, panGains, QUANTUM, RATE, type Stereo } from './rate'
import { sampleOfFrame } from './timing'
import { samplesAtRate, samplesOfFile, type WavFile } from './wav/read-wav'

/** A sound file in the film: when, how loud, from where. */
export class CuePlayer {
  readonly bus: SoundCue['bus']
  /** Film samples, `end` not included. */
  readonly start: number
  readonly end: number
  readonly #file: WavFile
  readonly #skip: number
  readonly #long: number
  readonly #heard: number
  readonly #fades: readonly [number, number]
  readonly #gains: readonly [number, number]

  constructor(cue: SoundCue, file: WavFile, fps: FrameRate, filmSamples: number) {
    this.#file = file
    this.#skip = Math.round(cue.skipS * RATE)
    this.#long = Math.max(1, samplesOfFile(file) - this.#skip)
    this.#heard = Math.round((cue.heardS ?? 0) * RATE)
    this.bus = cue.bus
    this.start = sampleOfFrame(cue.startFrame, fps)
    const natural = cue.loop ? filmSamples : this.start + Math.max(0, this.#long - this.#heard)
    this.end = Math.min(filmSamples, natural, cue.endFrame === undefined ? filmSamples : sampleOfFrame(cue.endFrame, fps))
    this.#fades = [Math.round(cue.fadeInS * RATE), Math.round(cue.fadeOutS * RATE)]
    const [l, r] = panGains(cue.pan)
    const gain = gainOf(cue.gainDb)
    // A file in the middle is as loud as it is: both sides at 1.
    this.#gains = [gain * l * Math.SQRT2, gain * r * Math.SQRT2]
  }

  /** Adds what is heard in the quantum that begins at a film sample. */
  add(at: number, out: Stereo): void {
    if (at + QUANTUM <= this.start || at >= this.end) return
    const from = Math.max(at, this.start)
    const count = Math.min(at + QUANTUM, this.end) - from
    for (let done = 0; done < count; ) {
      const into = (from - this.start + done + this.#heard) % this.#long
      const piece = Math.min(count - done, this.#long - into)
      const heard = samplesAtRate(this.#file, this.#skip + into, piece)
      for (let i = 0; i < piece; i++) {
        const n = from + done + i
        const fade = this.#fadeAt(n)
        const o = n - at
        out.left[o] = (out.left[o] as number) + (heard.left[i] as number) * fade * this.#gains[0]
        out.right[o] = (out.right[o] as number) + (heard.right[i] as number) * fade * this.#gains[1]
      }
      done += piece
    }
  }

  #fadeAt(n: number): number {
    const [up, down] = this.#fades
    const rise = up > 0 ? Math.min(1, (n - this.start) / up) : 1
    const fall = down > 0 ? Math.min(1, (this.end - n) / down) : 1
    return rise * fall
  }
}
