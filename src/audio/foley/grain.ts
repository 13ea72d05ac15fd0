import { hash32, type SoundContact, type SurfaceKind } from '../../film'
import { OnePole, StateFilter } from '../dsp/filters'
import { Noise } from '../dsp/noise'
import { sineOf } from '../dsp/sine'
import { RATE } from '../rate'

/** A part of a short sound: it begins at once and dies away. */
interface Part {
  /** Seconds after the contact. */
  readonly at: number
  /** Seconds until it has fallen by 60 dB. */
  readonly dies: number
  readonly gain: number
  /** A tone, or noise around a pitch. */
  readonly hz: number
  /** Width of the noise; without it a tone. */
  readonly q?: number
}

const tone = (at: number, hz: number, dies: number, gain: number): Part => ({ at, hz, dies, gain })
const noise = (at: number, hz: number, q: number, dies: number, gain: number): Part => ({ at, hz, q, dies, gain })

/** What a surface answers to a knock: its own tone, its click, and what gives way on it. */
interface Answer {
  readonly body: readonly [hz: number, dies: number, gain: number]
  readonly click: readonly [hz: number, dies: number, gain: number]
  /** Gravel, leaves, cloth: noise that goes on. */
  readonly grit?: readonly [hz: number, dies: number, gain: number]
}

const HARD: Answer = { body: [170, 0.06, 0.35], click: [2400, 0.035, 1] }
const ANSWERS: Readonly<Record<SurfaceKind, Answer>> = {
  plain: { body: [150, 0.09, 0.6], click: [1600, 0.03, 0.6] },
  plaster: { body: [150, 0.09, 0.6], click: [1500, 0.03, 0.6] },
  wood: { body: [118, 0.16, 1], click: [1250, 0.04, 0.8] },
  planks: { body: [92, 0.22, 1.2], click: [1000, 0.05, 0.8], grit: [600, 0.12, 0.12] },
  brick: HARD,
  concrete: HARD,
  tile: { body: [210, 0.05, 0.3], click: [3100, 0.04, 1.1] },
  fabric: { body: [95, 0.09, 0.6], click: [420, 0.05, 0.4] },
  metal: { body: [310, 0.45, 0.5], click: [3600, 0.12, 0.9], grit: [1900, 0.35, 0.2] },
  grass: { body: [90, 0.07, 0.4], click: [700, 0.04, 0.25], grit: [4200, 0.22, 0.5] },
  asphalt: { body: [140, 0.06, 0.4], click: [1900, 0.035, 0.8], grit: [3400, 0.09, 0.2] },
  bark: { body: [110, 0.09, 0.6], click: [1100, 0.05, 0.6], grit: [2600, 0.15, 0.4] },
  foliage: { body: [80, 0.06, 0.3], click: [900, 0.04, 0.25], grit: [4800, 0.3, 0.7] },
  stone: { body: [160, 0.06, 0.35], click: [2000, 0.04, 0.9], grit: [3000, 0.07, 0.12] },
  sand: { body: [75, 0.08, 0.5], click: [500, 0.05, 0.2], grit: [2700, 0.2, 0.6] },
  paper: { body: [130, 0.05, 0.2], click: [2200, 0.05, 0.5], grit: [5200, 0.1, 0.3] },
}

function answer(at: number, surface: SurfaceKind, strength: number, dull: number): Part[] {
  const { body, click, grit } = ANSWERS[surface]
  return [
    tone(at, body[0], body[1], body[2] * strength),
    noise(at, click[0] * dull, 0.8, click[1], click[2] * strength * 2),
    ...(grit ? [noise(at, grit[0] * dull, 0.7, grit[1], grit[2] * strength * 2)] : []),
  ]
}

/** What a contact is made of. @param dice a number in [0, 1) for the n-th choice. */
function partsOf({ kind, surface, strength: s }: SoundContact, dice: (n: number) => number): Part[] {
  switch (kind) {
    case 'step': {
      // The heel strikes, the ball follows, more softly.
      const roll = 0.055 + 0.035 * dice(1)
      return [...answer(0, surface, 0.6 * s, 0.85 + 0.3 * dice(2)), ...answer(roll, surface, 0.25 * s, 0.75 + 0.3 * dice(3))]
    }
    case 'put-down':
      return [...answer(0, surface, 0.45 * s, 1), noise(0.018, 2600, 1.5, 0.03, 0.3 * s)]
    case 'pick-up':
      return [noise(0, 1900, 0.8, 0.07, 0.5 * s), noise(0.03, 900, 0.8, 0.05, 0.3 * s)]
    case 'drop': {
      const bounce = 0.11 + 0.06 * dice(1)
      return [
        ...answer(0, surface, 0.8 * s, 1.2),
        ...answer(bounce, surface, 0.35 * s, 1.3),
        ...answer(bounce * 1.6, surface, 0.15 * s, 1.4),
      ]
    }
    case 'door-open':
      return [
        noise(0, 2800, 2, 0.03, 1.1 * s),
        tone(0, 240, 0.05, 0.3 * s),
        noise(0.09, 1700, 2, 0.04, 0.7 * s),
        noise(0.2, 520, 5, 0.5, 0.25 * s),
      ]
    case 'door-close':
      return [
        tone(0, 72, 0.28, 1 * s),
        noise(0, 240, 0.8, 0.16, 1.4 * s),
        noise(0, 1500, 0.9, 0.05, 0.8 * s),
        noise(0.045, 3000, 2, 0.04, 0.6 * s),
      ]
    case 'knock':
      return [tone(0, 185, 0.11, 1.1 * s), tone(0, 410, 0.06, 0.4 * s), noise(0, 1400, 1, 0.03, 1.2 * s)]
    case 'clap':
      return [noise(0, 1250, 1.1, 0.06, 2.2 * s), noise(0.004, 2600, 0.8, 0.04, 1 * s)]
    case 'hit':
      return [tone(0, 84, 0.12, 1.1 * s), noise(0, 620, 0.7, 0.07, 2 * s), noise(0.003, 1900, 0.8, 0.03, 0.9 * s)]
    case 'shot':
      return [
        noise(0, 900, 0.5, 0.2, 7 * s),
        noise(0, 3600, 0.5, 0.06, 5 * s),
        tone(0, 58, 0.3, 2.5 * s),
        noise(0.03, 260, 0.7, 0.9, 2.2 * s),
      ]
    case 'fall':
      return [
        tone(0, 58, 0.25, 1.2 * s),
        noise(0, 200, 0.7, 0.2, 2 * s),
        ...answer(0.06, surface, 0.4 * s, 0.6),
        noise(0.16, 480, 0.7, 0.18, 0.6 * s),
      ]
    case 'keys': {
      const loud = 0.5 + 0.5 * dice(1)
      return [
        noise(0, 2300 + 900 * dice(2), 1.6, 0.022, 0.5 * s * loud),
        tone(0, 330, 0.02, 0.1 * s),
        noise(0.05, 3100, 1.6, 0.015, 0.2 * s * loud),
      ]
    }
  }
}

/** Share of full scale that a contact of all force has at 2 m, before distance. */
const LEVEL = 0.25

/**
 * The sound of a contact: mono, from the moment of contact on; its first sample is already heard.
 * @param key seeds what no two contacts have in common.
 */
export function grainOf(contact: SoundContact, key: string): Float32Array {
  const seed = new Noise(key)
  const parts = partsOf(contact, (n) => seed.dice(n))
  const long = Math.max(...parts.map((p) => p.at + p.dies))
  const out = new Float32Array(Math.ceil(long * RATE))
  for (const [k, part] of parts.entries()) {
    const from = Math.round(part.at * RATE)
    // −60 dB is a factor of 1/1000.
    const decay = Math.fround(0.001 ** (1 / (part.dies * RATE)))
    const hiss = new Noise(`${key}/${k}`)
    const filter = part.q === undefined ? undefined : new StateFilter(part.hz, part.q)
    const phase = (hash32(`${key}/${k}`) % 1000) / 8000 + 0.15
    let level = part.gain * LEVEL
    for (let i = from; i < out.length; i++) {
      const n = i - from
      out[i] = (out[i] as number) + level * (filter ? filter.band(hiss.at(n)) : sineOf(phase + (part.hz * n) / RATE))
      level *= decay
    }
  }
  return darkened(out, contact.distanceM)
}

/** Air takes the highs of what is far away. */
function darkened(samples: Float32Array, distanceM: number): Float32Array {
  const dull = new OnePole(18000 / (1 + distanceM / 18))
  for (let i = 0; i < samples.length; i++) samples[i] = dull.low(samples[i] as number)
  return samples
}

/** How loud something is from a distance against 2 m: half as much twice as far, never more than twice. */
export const distanceGain = (distanceM: number): number => 2 / Math.max(1, distanceM)
