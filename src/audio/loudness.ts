import { RATE, type Stereo } from './rate'

/** K-weighting at 48 kHz: ITU-R BS.1770-5, tables 1 and 2. The second stage's b0 and b2 are 1. */
const [B0, B1, B2, A1, A2] = [1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585] as const
const [HIGH_B1, HIGH_A1, HIGH_A2] = [-2, -1.99004745483398, 0.99007225036621] as const

/** Samples of a step: gating blocks of 400 ms begin every 100 ms. */
const STEP = RATE / 10

/** Integrated loudness of what it is given (ITU-R BS.1770-5: K-weighting, gates at −70 LUFS and 10 LU below the mean). */
export class LoudnessMeter {
  readonly #state = [new Float64Array(4), new Float64Array(4)] as const
  /** Mean square of each step, both channels together. */
  readonly #steps: number[] = []
  #sum = 0
  #filled = 0

  add({ left, right }: Stereo): void {
    for (let i = 0; i < left.length; i++) {
      const l = weighted(this.#state[0], left[i] as number)
      const r = weighted(this.#state[1], right[i] as number)
      this.#sum += l * l + r * r
      if (++this.#filled < STEP) continue
      this.#steps.push(this.#sum / STEP)
      this.#sum = 0
      this.#filled = 0
    }
  }

  /** LUFS; −∞ for silence and for less than 0.4 s. */
  integrated(): number {
    const blocks: number[] = []
    for (let i = 0; i + 4 <= this.#steps.length; i++) {
      let sum = 0
      for (let k = i; k < i + 4; k++) sum += this.#steps[k] as number
      blocks.push(sum / 4)
    }
    const loud = blocks.filter((b) => lufs(b) > -70)
    const gate = lufs(mean(loud)) - 10
    return lufs(mean(loud.filter((b) => lufs(b) > gate)))
  }
}

const mean = (values: readonly number[]): number => (values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length)

const lufs = (power: number): number => (power > 0 ? -0.691 + 10 * Math.log10(power) : Number.NEGATIVE_INFINITY)

/** Both stages, transposed direct form II. */
function weighted(state: Float64Array, x: number): number {
  const shelf = B0 * x + (state[0] as number)
  state[0] = B1 * x - A1 * shelf + (state[1] as number)
  state[1] = B2 * x - A2 * shelf
  const y = shelf + (state[2] as number)
  state[2] = HIGH_B1 * shelf - HIGH_A1 * y + (state[3] as number)
  state[3] = shelf - HIGH_A2 * y
  return y
}
