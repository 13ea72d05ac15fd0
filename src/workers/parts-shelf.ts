/**
 * What was built, by key: several ask for the same, and what will be asked for soon is built before. What was used longest
 * ago goes first.
 */
export class PartsShelf {
  readonly #limit: number
  readonly #kept = new Map<string, { readonly value: object; readonly bytes: number }>()
  #bytes = 0

  /** @param limit bytes of arrays that are kept at most; what is larger alone is not kept. */
  constructor(limit: number) {
    this.#limit = limit
  }

  /** Bytes that are kept. */
  get bytes(): number {
    return this.#bytes
  }

  /** What is kept under a key; else it is built, and kept. Whoever hands it on copies it. */
  readonly get = <T extends object>(key: string, build: () => T): T => {
    const found = this.#kept.get(key)
    if (found) {
      this.#kept.delete(key)
      this.#kept.set(key, found)
      return found.value as T
    }
    const value = build()
    const bytes = bytesOf(value)
    // What has no room must not take that of all others.
    if (bytes > this.#limit) return value
    this.#kept.set(key, { value, bytes })
    this.#bytes += bytes
    this.#makeRoom()
    return value
  }

  #makeRoom(): void {
    for (const [key, { bytes }] of this.#kept) {
      if (this.#bytes <= this.#limit) return
      this.#kept.delete(key)
      this.#bytes -= bytes
    }
  }
}

/** Bytes of all arrays in a value. */
function bytesOf(value: object): number {
  if (ArrayBuffer.isView(value)) return value.byteLength
  let bytes = 0
  for (const inner of Object.values(value)) if (typeof inner === 'object' && inner !== null) bytes += bytesOf(inner)
  return bytes
}
