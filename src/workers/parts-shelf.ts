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
    const entry = found ?? this.#measured(build())
    this.#kept.delete(key)
    this.#kept.set(key, entry)
    if (!found) this.#makeRoom()
    return entry.value as T
  }

  #measured(value: object): { readonly value: object; readonly bytes: number } {
    const bytes = bytesOf(value)
    this.#bytes += bytes
    return { value, bytes }
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
