/** Samples a second of everything that is heard here. */
export const RATE = 48000

/** Samples that are computed at once: 10 ms. Whoever asks for other lengths gets the same samples. */
export const QUANTUM = 480

/** The factor of a level in decibels. Rounded to single precision, so that every engine has the same. */
export const gainOf = (db: number): number => Math.fround(10 ** (db / 20))

/** The level of a factor, dB; −∞ for 0. */
export const decibels = (gain: number): number => 20 * Math.log10(gain)

/** Two channels of equal length. */
export interface Stereo {
  readonly left: Float32Array
  readonly right: Float32Array
}

/** Silence of a number of samples. */
export const silence = (samples: number): Stereo => ({ left: new Float32Array(samples), right: new Float32Array(samples) })

/** Gains of left and right for a place from −1 to 1: their powers add up to 1. */
export function panGains(pan: number): readonly [left: number, right: number] {
  const x = (pan + 1) / 2
  return [Math.fround(Math.sqrt(1 - x)), Math.fround(Math.sqrt(x))]
}
