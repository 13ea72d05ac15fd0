/** A promise with its ends in hand. */
export interface Deferred {
  readonly promise: Promise<void>
  readonly resolve: () => void
  readonly reject: (error: Error) => void
}

export function deferred(): Deferred {
  let ends: Omit<Deferred, 'promise'> | undefined
  const promise = new Promise<void>((resolve, reject) => {
    ends = { resolve, reject }
  })
  return { promise, ...ends! }
}

/** Something to wait at: open, or shut until it is opened. */
export class Gate {
  #shut: Deferred | undefined
  readonly #watchers = new Set<() => void>()

  get isShut(): boolean {
    return this.#shut !== undefined
  }

  shut(): void {
    this.#shut ??= deferred()
    this.#tell()
  }

  open(): void {
    this.#shut?.resolve()
    this.#shut = undefined
    this.#tell()
  }

  /** Returns at once if it is open. */
  pass(): Promise<void> {
    return this.#shut?.promise ?? Promise.resolve()
  }

  /** Hears whenever it was moved; answers how to stop hearing. */
  watch(listener: () => void): () => void {
    this.#watchers.add(listener)
    return () => this.#watchers.delete(listener)
  }

  #tell(): void {
    for (const listener of this.#watchers) listener()
  }
}
