import type { ArtifactStore, StoreData, StoreSink } from './artifact-store'
import { MemoryStore } from './memory-store'

/** Reads what is in a store and keeps all writes to itself, in memory: what a dry run works in. The store below is never changed. */
export class OverlayStore implements ArtifactStore {
  readonly #below: ArtifactStore
  readonly #above = new MemoryStore()
  readonly #removed = new Set<string>()

  constructor(below: ArtifactStore) {
    this.#below = below
  }

  async has(name: string): Promise<boolean> {
    return (await this.#above.has(name)) || (!this.#removed.has(name) && (await this.#below.has(name)))
  }

  async read(name: string): Promise<Uint8Array | undefined> {
    return (await this.#above.read(name)) ?? (this.#removed.has(name) ? undefined : await this.#below.read(name))
  }

  async write(name: string, data: StoreData, signal?: AbortSignal): Promise<void> {
    await this.#above.write(name, data, signal)
  }

  async open(name: string): Promise<StoreSink> {
    return this.#above.open(name)
  }

  async remove(name: string): Promise<void> {
    await this.#above.remove(name)
    this.#removed.add(name)
  }

  async list(prefix = ''): Promise<readonly string[]> {
    const below = (await this.#below.list(prefix)).filter((n) => !this.#removed.has(n))
    return [...new Set([...below, ...(await this.#above.list(prefix))])].sort()
  }

  async size(name: string): Promise<number | undefined> {
    return (await this.#above.size(name)) ?? (this.#removed.has(name) ? undefined : await sizeOf(this.#below, name))
  }
}

/** Bytes of a file in any store; undefined if there is none. */
export async function sizeOf(store: ArtifactStore, name: string): Promise<number | undefined> {
  return store.size ? store.size(name) : (await store.read(name))?.byteLength
}
