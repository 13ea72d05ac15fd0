import { SpeechError } from '../audio'
import type { SpokenLine, Utterance } from '../film'
import type { SpokenLines } from '../production'
import { loadSpeech } from './load-speech'

/** Lines that are kept in memory: those of the longest films, several times over. */
const KEPT = 20_000

/** Hears how many of how many lines have been spoken; answers false to stop. */
export type SpokenSoFar = (done: number, total: number) => boolean

/** Where lines are spoken to learn how long they take; what was spoken once is remembered. */
export class VoiceBooth {
  readonly #known = new Map<string, SpokenLine>()
  /** Lines that no voice can say. */
  readonly #unspeakable = new Set<string>()

  /** What is known of some lines. */
  knownOf(wanted: ReadonlyMap<string, Utterance>): SpokenLines {
    const lines = new Map<string, SpokenLine>()
    for (const key of wanted.keys()) {
      const line = this.#known.get(key)
      if (line) lines.set(key, line)
    }
    return lines
  }

  /** How many of some lines nobody has spoken yet. */
  unspokenOf(wanted: ReadonlyMap<string, Utterance>): number {
    return this.#missing(wanted).length
  }

  #missing(wanted: ReadonlyMap<string, Utterance>): (readonly [string, Utterance])[] {
    return [...wanted].filter(([key]) => !this.#known.has(key) && !this.#unspeakable.has(key))
  }

  /**
   * Speaks what is not known of some lines; others are heard in between.
   * @returns whether it came to the end of them.
   */
  async speak(wanted: ReadonlyMap<string, Utterance>, onSpoken: SpokenSoFar = () => true): Promise<boolean> {
    const missing = this.#missing(wanted)
    if (missing.length === 0) return true
    const speech = await loadSpeech()
    for (const [done, [key, utterance]] of missing.entries()) {
      if (!onSpoken(done, missing.length)) return false
      try {
        this.#known.set(key, speech.speak(utterance).line)
      } catch (error) {
        if (!(error instanceof SpeechError)) throw error
        this.#unspeakable.add(key)
      }
      await new Promise((later) => setTimeout(later, 0))
    }
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= KEPT) break
      // What was asked for is known when it is asked for next, however much it is.
      if (!wanted.has(oldest)) this.#known.delete(oldest)
    }
    return true
  }
}
