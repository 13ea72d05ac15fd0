import type { VoiceSource } from '../../film'
import { OnePole, StateFilter } from '../dsp/filters'

/** Telephone band: ITU-T G.712 has 300 to 3,400 Hz. */
const BAND = { from: 300, to: 3400 } as const

/** A voice as it reaches the audience: as it is, dulled from beside the picture, or through a small loudspeaker. */
export function heardAs(samples: Float32Array, from: VoiceSource): Float32Array {
  if (from === 'scene' || from === 'over') return samples
  const out = new Float32Array(samples.length)
  if (from === 'off') {
    const dull = new OnePole(4200)
    for (let i = 0; i < out.length; i++) out[i] = 0.9 * dull.low(samples[i] as number)
    return out
  }
  const [low, steep, high, steeper] = [
    new StateFilter(BAND.from, 0.7),
    new StateFilter(BAND.from, 0.7),
    new StateFilter(BAND.to, 0.7),
    new StateFilter(BAND.to, 0.9),
  ]
  for (let i = 0; i < out.length; i++) {
    const x = steeper.low(high.low(steep.high(low.high(samples[i] as number))))
    // A small loudspeaker is driven a little too far.
    const y = 2.4 * x
    out[i] = 0.6 * (y / (1 + Math.abs(y)))
  }
  return out
}
