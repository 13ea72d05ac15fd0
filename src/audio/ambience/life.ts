import { StateFilter } from '../dsp/filters'
import { Noise } from '../dsp/noise'
import { sineOf } from '../dsp/sine'
import { panGains, RATE } from '../rate'
import type { MakeVoice } from './voice'

/** Birds, each with its place, its pitch and its phrase, now and then. */
export const birds: MakeVoice = (key) => {
  const flock = Array.from({ length: 5 }, (_, k) => {
    const dice = new Noise(`${key}/bird${k}`)
    return {
      dice,
      every: 2.6 + 4 * dice.dice(0, 9),
      hz: 2300 + 2600 * dice.dice(1, 9),
      gains: panGains(1.6 * dice.dice(2, 9) - 0.8),
      far: 0.35 + 0.65 * dice.dice(3, 9),
    }
  })
  return (from, left, right) => {
    left.fill(0)
    right.fill(0)
    for (const { dice, every, hz, gains, far } of flock) {
      let phrase = Number.NaN
      let isSung = false
      let [begins, late, notes, long] = [0, 0, 0, 0]
      for (let i = 0; i < left.length; i++) {
        const t = (from + i) / RATE
        const now = Math.floor(t / every)
        if (now !== phrase) {
          phrase = now
          // Not every phrase is sung.
          isSung = dice.dice(phrase, 0) >= 0.3
          begins = phrase * every
          late = dice.dice(phrase, 1) * (every - 1.6)
          notes = 2 + Math.floor(dice.dice(phrase, 2) * 5)
          long = 0.11 + 0.09 * dice.dice(phrase, 3)
        }
        if (!isSung) continue
        const s = t - begins - late
        const note = Math.floor(s / long)
        if (s < 0 || note >= notes) continue
        const u = (s - note * long) / (long * 0.7)
        if (u >= 1) continue
        const sweep = (dice.dice(phrase * 8 + note, 4) - 0.35) * 1400
        // Phase of a tone that slides from hz by sweep over the note.
        const d = u * long * 0.7
        const phase = hz * d + 0.5 * sweep * u * d
        const y = 2.4 * far * sineOf(u / 2) * sineOf(phase)
        left[i] = (left[i] as number) + y * gains[0]
        right[i] = (right[i] as number) + y * gains[1]
      }
    }
  }
}

/** Crickets: trains of pulses of one high tone each. */
export const crickets: MakeVoice = (key) => {
  const all = Array.from({ length: 6 }, (_, k) => {
    const dice = new Noise(`${key}/cricket${k}`)
    return {
      hz: 3900 + 900 * dice.dice(0),
      rate: 26 + 10 * dice.dice(1),
      chirp: 0.55 + 0.7 * dice.dice(2),
      late: dice.dice(3),
      gains: panGains(1.8 * dice.dice(4) - 0.9),
      far: 0.3 + 0.7 * dice.dice(5),
    }
  })
  return (from, left, right) => {
    left.fill(0)
    right.fill(0)
    for (const { hz, rate, chirp, late, gains, far } of all) {
      for (let i = 0; i < left.length; i++) {
        const t = (from + i) / RATE + late
        const s = t / chirp
        const u = (s - Math.floor(s)) / 0.6
        if (u >= 1) continue
        const pulse = Math.max(0, sineOf(t * rate))
        const y = 1.9 * far * sineOf(u / 2) * pulse * sineOf(t * hz)
        left[i] = (left[i] as number) + y * gains[0]
        right[i] = (right[i] as number) + y * gains[1]
      }
    }
  }
}

/** Traffic: a distant hum of tyres and engines, and single cars that pass from side to side. */
export const traffic: MakeVoice = (key) => {
  const cars = new Noise(`${key}/cars`)
  const EVERY_S = 7
  const sides = ['l', 'r'].map((side) => ({
    noise: new Noise(`${key}/${side}`),
    low: new StateFilter(170, 0.7),
    tyres: new StateFilter(750, 0.6),
  }))
  /** Loudness of passing cars on a side: nearer is louder by the square of the distance. */
  const passing = (t: number, k: number) => {
    let sum = 0
    const w = Math.floor(t / EVERY_S)
    for (const c of [w - 1, w, w + 1]) {
      if (cars.dice(c, 0) < 0.35) continue
      const s = t - c * EVERY_S - cars.dice(c, 1) * 5
      const way = cars.dice(c, 2) < 0.5 ? -1 : 1
      const x = way * s * 9
      const [l, r] = panGains(Math.max(-0.9, Math.min(0.9, x / 25)))
      sum += ((k === 0 ? l : r) * 90) / (90 + x * x)
    }
    return sum
  }
  return (from, left, right) => {
    for (const [k, out] of [left, right].entries()) {
      const { noise, low, tyres } = sides[k] as (typeof sides)[number]
      const [a, b] = [passing(from / RATE, k), passing((from + out.length) / RATE, k)]
      for (let i = 0; i < out.length; i++) {
        const g = a + ((b - a) * i) / out.length
        const x = noise.at(from + i)
        out[i] = (15 + 14 * g) * low.low(x) + (1.2 + 11 * g) * tyres.band(x)
      }
    }
  }
}
