import { Speech } from '../audio'
import { loadFlite } from '../audio/voices/load-flite'

let speech: Promise<Speech> | undefined

/** The house's voices in this worker: fetched and compiled once; what failed is tried anew. @throws Error when they cannot be fetched */
export function loadSpeech(): Promise<Speech> {
  speech ??= loadFlite()
    .then((module) => Speech.load(module))
    .catch((error: unknown) => {
      speech = undefined
      throw error
    })
  return speech
}
