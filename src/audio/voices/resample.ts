import { sineOf } from '../dsp/sine'

/** Samples either side of a place between samples that its value is worked out from. */
const REACH = 24
/** Places between two samples for which the weights are laid down; what lies between these is interpolated. */
const PLACES = 512
/** Where the pass band ends, of half the rate that was recorded at: room for the slope. */
const PASS = 0.95

const WEIGHTS = weights()

/**
 * Samples at another rate, upwards (windowed sinc, 48 taps, Hann).
 * @param step how far apart the new samples lie, in old ones; at most 1.
 */
export function resample(samples: Float32Array, step: number): Float32Array {
  const out = new Float32Array(Math.floor(samples.length / step))
  for (let i = 0; i < out.length; i++) {
    const x = i * step
    const first = Math.floor(x)
    const place = (x - first) * PLACES
    const at = Math.floor(place)
    const part = place - at
    const row = at * 2 * REACH
    const from = first - REACH + 1
    let sum = 0
    for (let k = Math.max(0, -from); k < 2 * REACH && from + k < samples.length; k++) {
      const a = WEIGHTS[row + k] as number
      const b = WEIGHTS[row + 2 * REACH + k] as number
      sum += (samples[from + k] as number) * (a + (b - a) * part)
    }
    out[i] = sum
  }
  return out
}

/** A row of weights for each place between two samples, from 0 to 1. */
function weights(): Float64Array {
  const out = new Float64Array((PLACES + 1) * 2 * REACH)
  for (let p = 0; p <= PLACES; p++) {
    let sum = 0
    for (let k = 0; k < 2 * REACH; k++) {
      const d = p / PLACES - (k - REACH + 1)
      const sinc = Math.abs(d) < 1e-9 ? PASS : sineOf((d * PASS) / 2) / (Math.PI * d)
      const hann = Math.abs(d) >= REACH ? 0 : 0.5 + 0.5 * sineOf(d / (2 * REACH) + 0.25)
      const w = sinc * hann
      out[p * 2 * REACH + k] = w
      sum += w
    }
    for (let k = 0; k < 2 * REACH; k++) out[p * 2 * REACH + k] = (out[p * 2 * REACH + k] as number) / sum
  }
  return out
}
