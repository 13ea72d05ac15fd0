import { hash32, mix32 } from '../../film'

/** White noise by sample number, −1 to 1: any sample can be asked for alone. */
export class Noise {
  readonly #seed: number

  constructor(key: string) {
    this.#seed = hash32(key)
  }

  at(n: number): number {
    return mix32(this.#seed + Math.imul(n, 0x9e3779b1)) / 2147483648 - 1
  }

  /** A number in [0, 1) for the n-th of something. */
  dice(n: number, of = 0): number {
    return mix32(this.#seed + Math.imul(n, 0x9e3779b1) + Math.imul(of + 1, 0x85ebca6b)) / 4294967296
  }

  /** Smooth change between −1 and 1; `t` in steps of the lattice. */
  slow(t: number): number {
    const i = Math.floor(t)
    const f = t - i
    const a = this.at(i)
    return a + (this.at(i + 1) - a) * f * f * (3 - 2 * f)
  }
}
