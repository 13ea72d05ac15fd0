import { RATE } from '../rate'

/** First-order lowpass: y += k (x − y). */
export class OnePole {
  #k = 1
  #y = 0

  constructor(hz: number) {
    this.tune(hz)
  }

  tune(hz: number): void {
    this.#k = Math.fround(1 - Math.exp((-2 * Math.PI * Math.min(hz, RATE * 0.45)) / RATE))
  }

  low(x: number): number {
    this.#y += this.#k * (x - this.#y)
    return this.#y
  }

  high(x: number): number {
    return x - this.low(x)
  }
}

/** Two-pole state variable filter in trapezoidal form (A. Simper, Cytomic, 2013): stable while it is being tuned. */
export class StateFilter {
  #a1 = 0
  #a2 = 0
  #a3 = 0
  #k = 1
  #s1 = 0
  #s2 = 0
  #low = 0
  #band = 0

  constructor(hz: number, q: number) {
    this.tune(hz, q)
  }

  tune(hz: number, q: number): void {
    const g = Math.fround(Math.tan((Math.PI * Math.min(Math.max(hz, 10), RATE * 0.45)) / RATE))
    this.#k = 1 / q
    this.#a1 = 1 / (1 + g * (g + this.#k))
    this.#a2 = g * this.#a1
    this.#a3 = g * this.#a2
  }

  #step(x: number): void {
    const v3 = x - this.#s2
    this.#band = this.#a1 * this.#s1 + this.#a2 * v3
    this.#low = this.#s2 + this.#a2 * this.#s1 + this.#a3 * v3
    this.#s1 = 2 * this.#band - this.#s1
    this.#s2 = 2 * this.#low - this.#s2
  }

  low(x: number): number {
    this.#step(x)
    return this.#low
  }

  /** Peak gain 1 at the centre. */
  band(x: number): number {
    this.#step(x)
    return this.#band * this.#k
  }

  high(x: number): number {
    this.#step(x)
    return x - this.#k * this.#band - this.#low
  }
}
