import { Speech } from '../../../src/audio'
import { fliteModule } from '../../../src/cli/flite-module'

let speech: Speech | undefined

/** The engine, once for all tests. */
export function loadSpeech(): Speech {
  speech ??= Speech.load(fliteModule())
  return speech
}
