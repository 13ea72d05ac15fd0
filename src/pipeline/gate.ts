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

  get isShut(): boolean {
    return this.#shut !== undefined
  }

  shut(): void {
    this.#shut ??= deferred()
  }

  open(): void {
    this.#shut?.resolve()
    this.#shut = undefined
  }

  /** Returns at once if it is open. */
  pass(): Promise<void> {
    return this.#shut?.promise ?? Promise.resolve()
  }
}
