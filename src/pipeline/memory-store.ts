import { type ArtifactStore, nameParts, type StoreData, type StoreSink } from './artifact-store'
import { collectBytes } from './collect-bytes'

/** Keeps files in memory: for tests, and for stills that are handed over at once. */
export class MemoryStore implements ArtifactStore {
  readonly #files = new Map<string, Uint8Array>()

  async has(name: string): Promise<boolean> {
    nameParts(name)
    return this.#files.has(name)
  }

  async read(name: string): Promise<Uint8Array | undefined> {
    nameParts(name)
    return this.#files.get(name)?.slice()
  }

  async write(name: string, data: StoreData, signal?: AbortSignal): Promise<void> {
    nameParts(name)
    signal?.throwIfAborted()
    this.#files.set(name, (await collectBytes(data, signal)).slice())
  }

  async open(name: string): Promise<StoreSink> {
    nameParts(name)
    let bytes = new Uint8Array(0)
    let size = 0
    return {
      write: async (position, data) => {
        const end = position + data.byteLength
        if (end > bytes.byteLength) {
          const grown = new Uint8Array(Math.max(end, bytes.byteLength * 2))
          grown.set(bytes)
          bytes = grown
        }
        bytes.set(data, position)
        size = Math.max(size, end)
      },
      close: async () => {
        this.#files.set(name, bytes.slice(0, size))
      },
      abort: async () => {
        bytes = new Uint8Array(0)
        size = 0
      },
    }
  }

  async remove(name: string): Promise<void> {
    nameParts(name)
    this.#files.delete(name)
  }

  async size(name: string): Promise<number | undefined> {
    nameParts(name)
    return this.#files.get(name)?.byteLength
  }

  async list(prefix = ''): Promise<readonly string[]> {
    return [...this.#files.keys()].filter((n) => n.startsWith(prefix)).sort()
  }
}
