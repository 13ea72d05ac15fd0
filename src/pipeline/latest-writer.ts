import type { ArtifactStore } from './artifact-store'

/**
 * Keeps one file at its latest: while a write goes on, newer values take the place of the one that waits. The file is
 * never older than the value before last.
 */
export class LatestWriter {
  readonly #store: ArtifactStore
  readonly #name: string
  readonly #onError: (error: unknown) => void
  #next: (() => string) | undefined
  #busy: Promise<void> | undefined

  /** @param onError told when a write fails; the next value is tried again. */
  constructor(store: ArtifactStore, name: string, onError: (error: unknown) => void) {
    this.#store = store
    this.#name = name
    this.#onError = onError
  }

  /** Asks for a value to be written; it is made when its turn comes. */
  put(text: () => string): void {
    this.#next = text
    this.#busy ??= this.#work()
  }

  /** Waits until the latest value is in the store. */
  async flush(): Promise<void> {
    while (this.#busy) await this.#busy
  }

  async #work(): Promise<void> {
    while (this.#next) {
      const text = this.#next
      this.#next = undefined
      try {
        await this.#store.write(this.#name, new TextEncoder().encode(text()))
      } catch (error) {
        this.#onError(error)
      }
    }
    this.#busy = undefined
  }
}
