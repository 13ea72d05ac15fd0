import type { AmbienceKind, PlaceSound } from '../../film'
import { OnePole } from '../dsp/filters'
import { gainOf, type Stereo, silence } from '../rate'
import { birds, crickets, traffic } from './life'
import { air, hum, machine, rails } from './steady'
import type { MakeVoice } from './voice'
import { fire, leaves, rain, surf, wind } from './weather'

const VOICES: Readonly<Record<AmbienceKind, MakeVoice>> = {
  air,
  wind,
  leaves,
  rain,
  surf,
  birds,
  crickets,
  traffic,
  hum,
  machine,
  fire,
  rails,
}

/** What a place sounds like by itself, quantum by quantum. */
export class Ambience {
  readonly #layers
  /** What one layer sounds like. */
  #own = silence(0)

  constructor({ key, layers }: Pick<PlaceSound, 'key' | 'layers'>) {
    this.#layers = layers.map(({ kind, levelDb, lowpassHz }) => ({
      voice: VOICES[kind](`${key}/${kind}`),
      gain: gainOf(levelDb),
      dull: lowpassHz === undefined ? undefined : [0, 1].map(() => [new OnePole(lowpassHz), new OnePole(lowpassHz)] as const),
    }))
  }

  /** Adds the samples from `from` on, counted from where the place begins. */
  add(from: number, out: Stereo): void {
    if (this.#own.left.length !== out.left.length) this.#own = silence(out.left.length)
    const own = this.#own
    for (const { voice, gain, dull } of this.#layers) {
      voice(from, own.left, own.right)
      for (const [k, side] of (['left', 'right'] as const).entries()) {
        const [into, of, filters] = [out[side], own[side], dull?.[k]]
        for (let i = 0; i < into.length; i++) {
          const x = of[i] as number
          into[i] = (into[i] as number) + gain * (filters ? filters[1].low(filters[0].low(x)) : x)
        }
      }
    }
  }
}
