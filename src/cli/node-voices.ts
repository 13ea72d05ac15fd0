import { lineSpeaker } from '../production'
import { fliteModule } from './flite-module'

let flite: WebAssembly.Module | undefined

/** Whoever speaks a film's lines here in Node. @param onSpoken hears how many of how many are done. */
export function nodeSpeaker(onSpoken?: (done: number, total: number) => void): ReturnType<typeof lineSpeaker> {
  const loaded = () => {
    flite ??= fliteModule()
    return flite
  }
  return lineSpeaker(loaded, onSpoken)
}
