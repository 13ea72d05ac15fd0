import { RATE } from '../rate'

/** Samples whose level is taken together: 20 ms. */
const BLOCK = RATE / 50
/** What is this much quieter than the loudest 20 ms is no speech: 30 dB, as a factor of power. */
const GATE = 1e-3

/** Where loud passages begin to be rounded off, and what they never reach: −3 dB below full scale. */
const [KNEE, CEILING] = [0.5, 0.7079]

/** Root mean square of the parts in which somebody speaks; 0 for silence. */
export function speechLevel(samples: Float32Array): number {
  const powers: number[] = []
  for (let from = 0; from < samples.length; from += BLOCK) {
    const to = Math.min(samples.length, from + BLOCK)
    let sum = 0
    for (let i = from; i < to; i++) sum += (samples[i] as number) ** 2
    powers.push(sum / (to - from))
  }
  const gate = powers.reduce((a, b) => Math.max(a, b), 0) * GATE
  const speech = powers.filter((p) => p > gate)
  return Math.sqrt(speech.reduce((a, b) => a + b, 0) / Math.max(1, speech.length))
}

/** Brings speech to a level, whatever its peaks. Changes the samples. */
export function scaleSpeech(samples: Float32Array, rms: number): void {
  const level = speechLevel(samples)
  if (level === 0) return
  for (let i = 0; i < samples.length; i++) samples[i] = ((samples[i] as number) * rms) / level
}

/** Brings speech to a level and rounds its peaks off, so that none reaches −3 dB below full scale. Changes the samples. */
export function levelSpeech(samples: Float32Array, rms: number): void {
  const level = speechLevel(samples)
  if (level === 0) return
  let gain = rms / level
  // What the knee takes away is given back.
  for (let turn = 0; turn < 3; turn++) gain *= rms / speechLevel(samples.map((x) => rounded(x * gain)))
  for (let i = 0; i < samples.length; i++) samples[i] = rounded((samples[i] as number) * gain)
}

function rounded(x: number): number {
  const over = Math.abs(x) - KNEE
  if (over <= 0) return x
  const room = CEILING - KNEE
  const y = KNEE + (room * over) / (over + room)
  return x < 0 ? -y : y
}
