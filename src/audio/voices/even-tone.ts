import type { BaseVoice } from '../../film'
import { StateFilter } from '../dsp/filters'

/** From here on recordings differ in how bright they are, hertz. */
const BRIGHT_HZ = 4500

/**
 * What is added of what lies above, as factors; below 0: taken away. They bring the long-term spectra of the base voices
 * nearer to that of speech (D. Byrne et al., 1994): two have sharp sibilants, one was recorded dull.
 */
const TONES: Readonly<Record<BaseVoice, number>> = { slt: -0.3, rms: -0.4, awb: 1.5, kal16: 0 }

/** Evens out the tone of a base voice. Changes the samples, at the house's rate. @param formant factor on its resonances. */
export function evenTone(samples: Float32Array, base: BaseVoice, formant: number): void {
  const tone = TONES[base]
  if (tone === 0) return
  const above = new StateFilter(BRIGHT_HZ * formant, 0.7)
  for (let i = 0; i < samples.length; i++) {
    const x = samples[i] as number
    samples[i] = x + tone * above.high(x)
  }
}
