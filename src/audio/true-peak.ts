/** Samples either side that a value between samples is worked out from. */
export const PEAK_REACH = 12

const PHASES = 4

/** Zeroth-order modified Bessel function of the first kind, by its series. */
function bessel0(x: number): number {
  let sum = 1
  let term = 1
  for (let k = 1; k < 30; k++) {
    term *= (x / (2 * k)) ** 2
    sum += term
  }
  return sum
}

/** Windowed sinc (Kaiser, β = 8), 24 taps a phase: what lies a quarter, a half and three quarters between two samples. */
const BETWEEN: readonly Float64Array[] = Array.from({ length: PHASES - 1 }, (_, p) => {
  const taps = Float64Array.from({ length: 2 * PEAK_REACH }, (_, i) => {
    const x = i - (PEAK_REACH - 1) - (p + 1) / PHASES
    const w = x / PEAK_REACH
    return Math.abs(w) >= 1 ? 0 : ((Math.sin(Math.PI * x) / (Math.PI * x)) * bessel0(8 * Math.sqrt(1 - w * w))) / bessel0(8)
  })
  const sum = taps.reduce((a, b) => a + b, 0)
  return taps.map((t) => Math.fround(t / sum))
})

/**
 * Highest value from a sample until just before the next, four times as fine (ITU-R BS.1770-5, annex 2).
 * @param samples with `PEAK_REACH` − 1 of them before `at` and `PEAK_REACH` after it.
 */
export function truePeakAt(samples: Float32Array, at: number): number {
  let peak = Math.abs(samples[at] as number)
  const first = at - (PEAK_REACH - 1)
  for (const taps of BETWEEN) {
    let y = 0
    for (let i = 0; i < taps.length; i++) y += (taps[i] as number) * (samples[first + i] as number)
    peak = Math.max(peak, Math.abs(y))
  }
  return peak
}

/** Highest true peak of what it is given. */
export class PeakMeter {
  /** Factor of full scale. */
  peak = 0
  readonly #tails = [new Float32Array(2 * PEAK_REACH), new Float32Array(2 * PEAK_REACH)]

  add(channels: readonly Float32Array[]): void {
    for (const [k, samples] of channels.entries()) {
      const tail = this.#tails[k] as Float32Array
      const all = new Float32Array(tail.length + samples.length)
      all.set(tail)
      all.set(samples, tail.length)
      for (let i = PEAK_REACH - 1; i + PEAK_REACH < all.length; i++) {
        // What lies between samples is hardly ever twice as high as they are.
        if (2 * Math.abs(all[i] as number) < this.peak && 2 * Math.abs(all[i + 1] as number) < this.peak) continue
        this.peak = Math.max(this.peak, truePeakAt(all, i))
      }
      this.#tails[k] = all.slice(all.length - tail.length)
    }
  }

  /** With silence after the last sample. */
  finish(): number {
    this.add(this.#tails.map(() => new Float32Array(2 * PEAK_REACH)))
    return this.peak
  }
}
