import type { PlaceSound } from '../../film'
import { RATE, type Stereo } from '../rate'
import { OnePole } from './filters'

/** Lengths of the delay lines against the longest, without common factors: modes do not fall together. */
const LINES = [1, 0.893, 0.797, 0.713, 0.631, 0.557, 0.487, 0.419] as const

/** Metres a second. */
const SOUND_MS = 343

/**
 * A room's echo: eight delay lines that feed each other through a Householder matrix (J.-M. Jot, 1991), each as much quieter
 * as its length takes of the room's reverberation time, and duller, as air and walls make it.
 */
export class Reverb {
  readonly #lines: Float32Array[]
  readonly #at = new Int32Array(LINES.length)
  readonly #gains: number[]
  readonly #dull: OnePole[]
  readonly #pre: Float32Array
  #preAt = 0

  constructor({ rt60S, sizeM }: Pick<PlaceSound['room'], 'rt60S' | 'sizeM'>) {
    const longest = Math.max(0.012, Math.min(0.09, (sizeM * 1.6) / SOUND_MS))
    const lengths = LINES.map((l) => Math.round(l * longest * RATE) | 1)
    this.#lines = lengths.map((n) => new Float32Array(n))
    this.#gains = lengths.map((n) => Math.fround(10 ** ((-3 * n) / (RATE * rt60S))))
    this.#dull = lengths.map(() => new OnePole(5200))
    this.#pre = new Float32Array(Math.max(1, Math.round(((sizeM * 0.5) / SOUND_MS) * RATE)))
  }

  /** Adds the echo of a mono signal to two channels. @param wet factor. */
  add(input: Float32Array, wet: number, out: Stereo): void {
    const n = LINES.length
    const taps = new Float64Array(n)
    for (let i = 0; i < input.length; i++) {
      const x = this.#pre[this.#preAt] as number
      this.#pre[this.#preAt] = input[i] as number
      this.#preAt = (this.#preAt + 1) % this.#pre.length
      let sum = 0
      for (let l = 0; l < n; l++) {
        const line = this.#lines[l] as Float32Array
        const tap = (this.#dull[l] as OnePole).low((line[this.#at[l] as number] as number) * (this.#gains[l] as number))
        taps[l] = tap
        sum += tap
      }
      const shared = (sum * 2) / n
      let left = 0
      let right = 0
      for (let l = 0; l < n; l++) {
        const tap = taps[l] as number
        const line = this.#lines[l] as Float32Array
        const at = this.#at[l] as number
        line[at] = x + tap - shared
        this.#at[l] = at + 1 === line.length ? 0 : at + 1
        if (l % 2 === 0) left += l % 4 === 0 ? tap : -tap
        else right += l % 4 === 1 ? tap : -tap
      }
      out.left[i] = (out.left[i] as number) + left * wet * 0.5
      out.right[i] = (out.right[i] as number) + right * wet * 0.5
    }
  }
}
