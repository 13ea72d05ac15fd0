import { Noise } from '../dsp/noise'
import { sineOf } from '../dsp/sine'

/** Resonances that are kept: nine pairs, enough for 8 kHz. */
const ORDER = 18
/** Seconds of speech that are taken together, and from one such stretch to the next. */
const [WINDOW_S, HOP_S] = [0.024, 0.006]
/** White noise under the speech when its resonances are worked out, so that silence has some: −60 dB. */
const FLOOR = 1e-6
/** How much of a sample's predecessor is taken from it first: evens out the slope of a voice, which breath does not have. */
const PRE_EMPHASIS = 0.9
/** How much of the slope is given back. */
const DE_EMPHASIS = 0.6

/**
 * Speech as breath alone: the resonances of each few milliseconds (linear prediction by autocorrelation and Levinson–Durbin;
 * J. Makhoul, 1975) and their strength are kept, and what sounds in them is noise instead of the voice.
 */
export function whisper(samples: Float32Array, rate: number): Float32Array {
  const size = 2 * Math.round((WINDOW_S * rate) / 2)
  const hop = Math.round(HOP_S * rate)
  const window = Float64Array.from({ length: size }, (_, i) => 0.5 - 0.5 * sineOf((i + 0.5) / size + 0.25))
  const power = window.reduce((sum, w) => sum + w * w, 0)
  const noise = new Noise('whisper')
  const bright = emphasised(samples)
  const out = new Float32Array(samples.length)
  const frame = new Float64Array(size)
  const sound = new Float64Array(size + 2 * ORDER)
  for (let at = -size + hop, n = 0; at < samples.length; at += hop, n++) {
    for (let i = 0; i < size; i++) frame[i] = (window[i] as number) * (bright[at + i] ?? 0)
    const { predictor, error } = predict(frame)
    if (error === 0) continue
    // As strong as what the resonances were excited by; windows overlap, and noise from −1 to 1 has a third of full power.
    const strength = Math.sqrt(3 * error * hop) / power
    for (let i = 0; i < sound.length; i++) {
      let y = i < size ? (window[i] as number) * strength * noise.at(n * size + i) : 0
      for (let k = 1; k <= ORDER && k <= i; k++) y -= (predictor[k] as number) * (sound[i - k] as number)
      sound[i] = y
      const place = at + i
      if (place >= 0 && place < out.length) out[place] = (out[place] as number) + y
    }
  }
  let last = 0
  for (let i = 0; i < out.length; i++) {
    last = (out[i] as number) + DE_EMPHASIS * last
    out[i] = last
  }
  return out
}

function emphasised(samples: Float32Array): Float64Array {
  const out = new Float64Array(samples.length)
  for (let i = 0; i < samples.length; i++) out[i] = (samples[i] as number) - PRE_EMPHASIS * (i > 0 ? (samples[i - 1] as number) : 0)
  return out
}

/** Coefficients a₁… of the filter that foretells each sample from those before it (a₀ = 1), and the energy of what it misses. */
function predict(frame: Float64Array): { predictor: Float64Array; error: number } {
  const r = new Float64Array(ORDER + 1)
  for (let lag = 0; lag <= ORDER; lag++) {
    let sum = 0
    for (let i = lag; i < frame.length; i++) sum += (frame[i] as number) * (frame[i - lag] as number)
    r[lag] = sum
  }
  const predictor = new Float64Array(ORDER + 1)
  predictor[0] = 1
  let error = (r[0] as number) * (1 + FLOOR)
  if (error < 1e-9) return { predictor, error: 0 }
  const before = new Float64Array(ORDER + 1)
  for (let m = 1; m <= ORDER; m++) {
    let sum = r[m] as number
    for (let k = 1; k < m; k++) sum += (predictor[k] as number) * (r[m - k] as number)
    const reflection = -sum / error
    before.set(predictor)
    for (let k = 1; k < m; k++) predictor[k] = (before[k] as number) + reflection * (before[m - k] as number)
    predictor[m] = reflection
    error *= 1 - reflection * reflection
  }
  return { predictor, error }
}
