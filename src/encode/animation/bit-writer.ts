/** Bits one after another, lowest first, in bytes that fill from their lowest bit (as VP8L and deflate have them). */
export class BitWriter {
  #bytes = new Uint8Array(1024)
  #length = 0
  #held = 0
  #heldBits = 0

  /** @param bits 0 to 16. */
  write(value: number, bits: number): void {
    this.#held |= value << this.#heldBits
    this.#heldBits += bits
    while (this.#heldBits >= 8) this.#byte()
  }

  /** All of it, the last byte filled up with zeros. */
  finish(): Uint8Array<ArrayBuffer> {
    while (this.#heldBits > 0) this.#byte()
    return this.#bytes.slice(0, this.#length)
  }

  #byte(): void {
    if (this.#length === this.#bytes.length) {
      const grown = new Uint8Array(this.#length * 2)
      grown.set(this.#bytes)
      this.#bytes = grown
    }
    this.#bytes[this.#length++] = this.#held & 255
    this.#held >>>= 8
    this.#heldBits -= 8
  }
}
