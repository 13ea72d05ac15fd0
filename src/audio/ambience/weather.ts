import { OnePole, StateFilter } from '../dsp/filters'
import { Noise } from '../dsp/noise'
import { sineOf } from '../dsp/sine'
import { RATE } from '../rate'
import type { MakeVoice } from './voice'

/** Wind: noise whose pitch and strength rise and fall together in gusts. */
export const wind: MakeVoice = (key) => {
  const sides = ['l', 'r'].map((side) => ({
    noise: new Noise(`${key}/${side}`),
    gust: new Noise(`${key}/gust`),
    own: new Noise(`${key}/gust-${side}`),
    band: new StateFilter(300, 0.8),
    low: new OnePole(180),
  }))
  return (from, left, right) => {
    for (const [k, out] of [left, right].entries()) {
      const side = sides[k] as (typeof sides)[number]
      const force = (n: number) => 0.5 + 0.35 * side.gust.slow((n / RATE) * 0.32) + 0.15 * side.own.slow((n / RATE) * 0.9)
      const [a, b] = [force(from), force(from + out.length)]
      side.band.tune(170 + 420 * a, 0.8)
      for (let i = 0; i < out.length; i++) {
        const g = a + ((b - a) * i) / out.length
        const x = side.noise.at(from + i)
        out[i] = g * (11 * side.band.band(x) + 10 * side.low.low(x))
      }
    }
  }
}

/** Leaves: high and dry, moved by gusts. */
export const leaves: MakeVoice = (key) => {
  const gust = new Noise(`${key}/gust`)
  const sides = ['l', 'r'].map((side) => ({
    noise: new Noise(`${key}/${side}`),
    own: new Noise(`${key}/own-${side}`),
    band: new StateFilter(3400, 0.6),
  }))
  return (from, left, right) => {
    for (const [k, out] of [left, right].entries()) {
      const { noise, own, band } = sides[k] as (typeof sides)[number]
      const force = (n: number) => {
        const v = 0.5 + 0.4 * gust.slow((n / RATE) * 0.3) + 0.25 * own.slow((n / RATE) * 2.3)
        return Math.max(0.05, v) ** 2
      }
      const [a, b] = [force(from), force(from + out.length)]
      for (let i = 0; i < out.length; i++) out[i] = 10.5 * (a + ((b - a) * i) / out.length) * band.band(noise.at(from + i))
    }
  }
}

/** Drops that are heard singly, a second, each side. */
const DROPS = 46

/** Rain: a broad hiss, and single drops near by. */
export const rain: MakeVoice = (key) => {
  const sides = ['l', 'r'].map((side) => ({
    noise: new Noise(`${key}/${side}`),
    drops: new Noise(`${key}/drops-${side}`),
    hiss: new StateFilter(900, 0.7),
    soft: new OnePole(7500),
    body: new StateFilter(420, 0.7),
  }))
  const slot = RATE / DROPS
  return (from, left, right) => {
    for (const [k, out] of [left, right].entries()) {
      const { noise, drops, hiss, soft, body } = sides[k] as (typeof sides)[number]
      for (let i = 0; i < out.length; i++) {
        const n = from + i
        const x = noise.at(n)
        const s = Math.floor(n / slot)
        const d = n - s * slot - drops.dice(s, 0) * slot * 0.5
        const hz = 1300 + 3200 * drops.dice(s, 1)
        const drop = d >= 0 && d < 300 ? (1 - d / 300) ** 4 * sineOf((hz * d) / RATE) * drops.dice(s, 2) ** 3 : 0
        out[i] = 2.7 * soft.low(hiss.high(x)) + 1.2 * body.band(x) + 4 * drop
      }
    }
  }
}

/** Waves that come in: each swells, breaks and runs back. */
export const surf: MakeVoice = (key) => {
  const waves = new Noise(`${key}/waves`)
  const EVERY_S = 8.5
  const sides = ['l', 'r'].map((side, k) => ({
    noise: new Noise(`${key}/${side}`),
    low: new StateFilter(500, 0.6),
    foam: new OnePole(2600),
    late: k * 0.35,
  }))
  const swell = (t: number) => {
    let sum = 0.16
    const w = Math.floor(t / EVERY_S)
    for (const k of [w - 1, w]) {
      const s = t - k * EVERY_S - waves.dice(k, 0) * 3
      if (s < 0) continue
      const strong = 0.55 + 0.45 * waves.dice(k, 1)
      sum += strong * (s < 2.4 ? (s / 2.4) ** 2.2 : (1 + (s - 2.4) / 1.6) ** -2.4)
    }
    return sum
  }
  return (from, left, right) => {
    for (const [k, out] of [left, right].entries()) {
      const { noise, low, foam, late } = sides[k] as (typeof sides)[number]
      const [a, b] = [swell(from / RATE + late), swell((from + out.length) / RATE + late)]
      low.tune(260 + 900 * a, 0.6)
      for (let i = 0; i < out.length; i++) {
        const g = a + ((b - a) * i) / out.length
        const x = noise.at(from + i)
        out[i] = 22 * g * low.low(x) + 4 * g * g * foam.high(x)
      }
    }
  }
}

/** A fire: a soft roar, and crackles that come by chance. */
export const fire: MakeVoice = (key) => {
  const noise = new Noise(`${key}/roar`)
  const crackles = new Noise(`${key}/crackle`)
  const roar = new StateFilter(190, 0.7)
  const snap = new StateFilter(2300, 1.2)
  const slot = RATE / 14
  return (from, left, right) => {
    const flare = 1 + 0.3 * crackles.slow((from / RATE) * 2)
    for (let i = 0; i < left.length; i++) {
      const n = from + i
      const s = Math.floor(n / slot)
      const loud = crackles.dice(s, 1) > 0.55 ? crackles.dice(s, 2) ** 4 : 0
      const d = n - s * slot - crackles.dice(s, 0) * slot * 0.8
      const crack = d >= 0 && d < 420 ? loud * (1 - d / 420) ** 6 : 0
      const x = noise.at(n)
      const y = 18 * flare * roar.low(x) + 20 * snap.band(x * crack)
      const side = crackles.dice(s, 3)
      left[i] = y * (0.8 + 0.3 * side)
      right[i] = y * (1.1 - 0.3 * side)
    }
  }
}
