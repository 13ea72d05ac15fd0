import { StateFilter } from '../dsp/filters'
import { Noise } from '../dsp/noise'
import { sineOf } from '../dsp/sine'
import { RATE } from '../rate'
import type { AmbienceVoice, MakeVoice } from './voice'

/** Noise through a filter each side; the sides have a third in common, so that it is wide and has a middle. */
function wideNoise(key: string, hz: number, q: number, gain: number): AmbienceVoice {
  const [a, b, c] = [new Noise(`${key}/l`), new Noise(`${key}/r`), new Noise(`${key}/m`)]
  const [fl, fr] = [new StateFilter(hz, q), new StateFilter(hz, q)]
  return (from, left, right) => {
    for (let i = 0; i < left.length; i++) {
      const m = 0.5 * c.at(from + i)
      left[i] = gain * fl.low(a.at(from + i) + m)
      right[i] = gain * fr.low(b.at(from + i) + m)
    }
  }
}

/** Room tone: air that hardly moves. */
export const air: MakeVoice = (key) => wideNoise(key, 240, 0.6, 15.5)

/** Mains: 50 Hz and what transformers make of it, a little unsteady. */
export const hum: MakeVoice = (key) => {
  const noise = new Noise(key)
  const PARTS = [
    [50, 0.35],
    [100, 1],
    [150, 0.25],
    [200, 0.4],
    [300, 0.22],
    [400, 0.12],
    [600, 0.06],
  ] as const
  return (from, left, right) => {
    const swell = 1 + 0.12 * noise.slow(from / RATE)
    for (let i = 0; i < left.length; i++) {
      const t = (from + i) / RATE
      let y = 0
      for (const [hz, gain] of PARTS) y += gain * sineOf(hz * t)
      left[i] = y * swell * 1.2
      right[i] = y * swell * 1.1
    }
  }
}

/** A machine that runs: low noise with a beat, and its pitch. */
export const machine: MakeVoice = (key) => {
  const rumble = wideNoise(`${key}/rumble`, 130, 0.9, 18)
  const noise = new Noise(key)
  const hz = 46 + 18 * noise.dice(0)
  return (from, left, right) => {
    rumble(from, left, right)
    for (let i = 0; i < left.length; i++) {
      const t = (from + i) / RATE
      const beat = 0.75 + 0.25 * sineOf(t * 1.7)
      const tone = 0.7 * sineOf(hz * t) + 0.4 * sineOf(2.01 * hz * t) + 0.2 * sineOf(5.03 * hz * t)
      left[i] = ((left[i] as number) + tone) * beat
      right[i] = ((right[i] as number) + tone) * beat
    }
  }
}

/** A carriage on rails: rumble, and the joints under two axles. */
export const rails: MakeVoice = (key) => {
  const rumble = wideNoise(`${key}/rumble`, 190, 0.7, 19)
  const noise = new Noise(`${key}/joint`)
  const wheel = new StateFilter(420, 2)
  const EVERY_S = 1.15
  return (from, left, right) => {
    rumble(from, left, right)
    for (let i = 0; i < left.length; i++) {
      const t = (from + i) / RATE
      const s = t - Math.floor(t / EVERY_S) * EVERY_S
      const second = s - 0.17
      const strike = (d: number) => (d >= 0 && d < 0.12 ? (1 - d / 0.12) ** 3 : 0)
      const y = 16 * wheel.band(noise.at(from + i) * (strike(s) + 0.8 * strike(second)))
      left[i] = (left[i] as number) * 0.8 + y
      right[i] = (right[i] as number) * 0.8 + y
    }
  }
}
