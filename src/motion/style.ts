import { type CharacterSpec, handSize, personKey, random, smoothstep } from '../film'
import { type RestManner, restOf } from './rests'

/** How one person carries themselves, from their own key: the same in every shot. */
export interface Manner {
  /** Leg they like to stand on: +1 left, −1 right. */
  readonly weight: 1 | -1
  /** Feet turned out, radians each. */
  readonly toeOut: number
  /** Half the distance between the ankles beyond the hips, metres. */
  readonly spread: number
  /** The free foot's place ahead of the other, metres. */
  readonly ahead: number
  /** Arms away from the body, swing forward, bend at the elbow, radians. */
  readonly armOut: number
  readonly armForward: number
  readonly elbow: readonly [number, number]
  /** 0 upright, 1 bent. */
  readonly stoop: number
  /** Breaths a second. */
  readonly breath: number
  /** 0.8 slow to 1.2 lively. */
  readonly tempo: number
  /** Hips' and shoulders' play when walking, 0.6 to 1.4. */
  readonly swing: number
  /** Which foot goes first, when nothing decides. */
  readonly lead: 0 | 1
  /** How the head is carried: chin down, leant to the right, radians. */
  readonly carriage: readonly [pitch: number, roll: number]
  /** How fully the weight lies on one leg, 0.5 to 1.4. */
  readonly slouch: number
  /** Size of the hands, statures. */
  readonly hand: number
  /** Whether they walk on the balls of their feet. */
  readonly tiptoes: boolean
  /** What the hands do when there is nothing to do. */
  readonly rest: RestManner
}

/** A person's manner; seeded by the character's key alone, so it holds from shot to shot. */
export function mannerOf(spec: CharacterSpec): Manner {
  const r = random(`${personKey(spec)}/manner`)
  const old = smoothstep(58, 85, spec.age)
  const child = 1 - smoothstep(5, 14, spec.age)
  const slouches = spec.habits?.includes('slouches') ? 1 : 0
  return {
    weight: r.chance(0.5) ? 1 : -1,
    toeOut: r.range(0.1, 0.2) + 0.05 * spec.build,
    spread: spec.heightM * (r.range(0.004, 0.016) + (spec.sex === 'male' ? 0.008 : 0)),
    ahead: spec.heightM * r.range(0.018, 0.05),
    armOut: r.range(0.07, 0.13) + 0.17 * Math.max(0, spec.build - 0.45) + 0.05 * spec.muscle,
    armForward: r.range(0.02, 0.1) + 0.1 * spec.stoop,
    elbow: [r.range(0.26, 0.42) + 0.12 * old, r.range(0.26, 0.42) + 0.12 * old],
    stoop: Math.min(1, spec.stoop + 0.25 * old + 0.55 * slouches),
    breath: r.range(0.2, 0.28) + 0.08 * child,
    tempo: r.range(0.92, 1.08) * (1 - 0.15 * old + 0.1 * child),
    swing: r.range(0.8, 1.15) * (spec.sex === 'female' ? 1.15 : 1) * (1 - 0.3 * old),
    lead: r.chance(0.5) ? 0 : 1,
    carriage: [r.range(-0.05, 0.06), r.range(-0.065, 0.065)],
    slouch: r.range(0.55, 1.35) * (1 - 0.3 * old) * (1 + 0.35 * slouches),
    hand: handSize(spec),
    tiptoes: spec.habits?.includes('tiptoes') ?? false,
    rest: restOf(spec),
  }
}
