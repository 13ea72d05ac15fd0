import type { SpokenLine } from '../film'
import { lineSpeaker } from '../production'
import { fliteModule } from './flite-module'

let flite: WebAssembly.Module | undefined
/** Lines that this process has spoken: films of one folder, and verbs one after the other, say the same. */
const known = new Map<string, SpokenLine>()

/** Whoever speaks a film's lines here in Node. @param onSpoken hears how many of how many are done. */
export function nodeSpeaker(onSpoken?: (done: number, total: number) => void): ReturnType<typeof lineSpeaker> {
  const loaded = () => {
    flite ??= fliteModule()
    return flite
  }
  return lineSpeaker(loaded, onSpoken, known)
}
