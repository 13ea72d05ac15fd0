import { RATE, type Stereo, silence } from './rate'
import { PEAK_REACH, truePeakAt } from './true-peak'

/** Samples that the gain takes to come down: 5 ms. */
const WINDOW = 240

/** Share of the way back that the gain goes in a sample: 100 ms. */
const RELEASE = Math.fround(1 - Math.exp(-1 / (0.1 * RATE)))

/** Samples after one that must be known before it can be given out. */
const AHEAD = WINDOW - 1 + PEAK_REACH

/**
 * Keeps true peaks under a ceiling. Looks ahead, so that the gain is down when the peak comes: the least gain of the next
 * 5 ms, let go of slowly, averaged over 5 ms. Both channels get the same gain. Gives out samples as soon as they are settled;
 * `finish` gives the rest, and some silence after it.
 */
export class Limiter {
  readonly #ceiling: number
  /** Samples not yet given out, after those that their peaks still need. */
  #left = new Float32Array(PEAK_REACH + WINDOW - 1)
  #right = new Float32Array(PEAK_REACH + WINDOW - 1)
  /** Silence before the first sample, over which the gain can come down for it: it is not given out. */
  #skip = WINDOW - 1
  /** Gain that each sample not yet given out needs, as far as it is known. */
  #needs: number[] = []
  #window: number[] = []
  #held = 1
  /** How many samples that are not yet given out need less than 1, and how many were last given out at 1. */
  #low = 0
  #open = WINDOW

  /** @param ceiling factor of full scale. */
  constructor(ceiling: number) {
    this.#ceiling = ceiling
    this.#window = Array.from({ length: WINDOW }, () => 1)
  }

  /** Takes samples, gives out those that are settled. */
  add(input: Stereo): Stereo {
    this.#left = joined(this.#left, input.left)
    this.#right = joined(this.#right, input.right)
    const known = this.#left.length - 2 * PEAK_REACH
    for (let n = this.#needs.length; n < known; n++) {
      const need = this.#needAt(PEAK_REACH + n)
      if (need < 1) this.#low++
      this.#needs.push(need)
    }
    const ready = Math.max(0, this.#needs.length - (WINDOW - 1))
    const out = this.#low === 0 && this.#open >= WINDOW ? this.#asTheyAre(ready) : this.#limited(ready)
    this.#left = this.#left.slice(ready)
    this.#right = this.#right.slice(ready)
    const skipped = Math.min(this.#skip, ready)
    this.#skip -= skipped
    return { left: out.left.subarray(skipped), right: out.right.subarray(skipped) }
  }

  /** Nothing near is too loud, and nothing was: most of a film. */
  #asTheyAre(ready: number): Stereo {
    this.#needs.length -= ready
    return { left: this.#left.slice(PEAK_REACH, PEAK_REACH + ready), right: this.#right.slice(PEAK_REACH, PEAK_REACH + ready) }
  }

  #limited(ready: number): Stereo {
    const out = silence(ready)
    const least = slidingMinimum(this.#needs, WINDOW, ready)
    for (let n = 0; n < ready; n++) {
      const low = least[n] as number
      this.#held = low > this.#held ? this.#held + (low - this.#held) * RELEASE : low
      this.#open = this.#held === 1 ? this.#open + 1 : 0
      if ((this.#needs[n] as number) < 1) this.#low--
      this.#window.push(this.#held)
      let sum = 0
      for (let k = this.#window.length - WINDOW; k < this.#window.length; k++) sum += this.#window[k] as number
      const gain = sum / WINDOW
      out.left[n] = (this.#left[PEAK_REACH + n] as number) * gain
      out.right[n] = (this.#right[PEAK_REACH + n] as number) * gain
    }
    this.#needs = this.#needs.slice(ready)
    this.#window = this.#window.slice(-WINDOW)
    return out
  }

  /** What is left. */
  finish(): Stereo {
    return this.add(silence(AHEAD + 1))
  }

  #needAt(i: number): number {
    const near = Math.max(
      Math.abs(this.#left[i] as number),
      Math.abs(this.#right[i] as number),
      Math.abs(this.#left[i + 1] as number),
      Math.abs(this.#right[i + 1] as number),
    )
    // What lies between samples is hardly ever twice as high as they are.
    if (2 * near < this.#ceiling) return 1
    const peak = Math.max(truePeakAt(this.#left, i), truePeakAt(this.#right, i))
    return peak > this.#ceiling ? this.#ceiling / peak : 1
  }
}

function joined(a: Float32Array, b: Float32Array): Float32Array<ArrayBuffer> {
  const out = new Float32Array(a.length + b.length)
  out.set(a)
  out.set(b, a.length)
  return out
}

/** Least value of each stretch of `width` values, for the first `count` of them. */
function slidingMinimum(values: readonly number[], width: number, count: number): number[] {
  const out: number[] = []
  const queue: number[] = []
  let head = 0
  for (let i = 0; i < count + width - 1; i++) {
    const v = values[i] as number
    while (queue.length > head && (values[queue.at(-1) as number] as number) >= v) queue.pop()
    queue.push(i)
    if (i < width - 1) continue
    while ((queue[head] as number) <= i - width) head++
    out.push(values[queue[head] as number] as number)
  }
  return out
}
