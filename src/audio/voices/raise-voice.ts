import { StateFilter } from '../dsp/filters'
import type { Manner } from './manner'

/** Where a loud voice has its strength, and up to where it is voice rather than hiss, hertz. */
const [PRESENCE_HZ, VOICE_HZ] = [2000, 2600]

/** Strains and colours a voice as a manner of speaking does. Changes the samples, at the house's rate. */
export function raiseVoice(samples: Float32Array, { presence, bright, drive }: Manner): void {
  if (drive > 0) strain(samples, drive)
  if (presence === 0 && bright === 0) return
  const band = new StateFilter(PRESENCE_HZ, 0.9)
  const above = new StateFilter(PRESENCE_HZ, 0.7)
  for (let i = 0; i < samples.length; i++) {
    const x = samples[i] as number
    samples[i] = x + presence * band.band(x) + bright * above.high(x)
  }
}

/** Flattens the voice's loudest, as a strained throat does: x / (1 + d·|x|) against the loudest sample. Hiss is left alone. */
function strain(samples: Float32Array, drive: number): void {
  const voice = new StateFilter(VOICE_HZ, 0.7)
  const low = samples.map((x) => voice.low(x))
  const peak = low.reduce((most, x) => Math.max(most, Math.abs(x)), 0)
  if (peak === 0) return
  for (let i = 0; i < samples.length; i++) {
    const x = low[i] as number
    samples[i] = (samples[i] as number) - x + (x * (1 + drive / 2)) / (1 + (drive * Math.abs(x)) / peak)
  }
}
