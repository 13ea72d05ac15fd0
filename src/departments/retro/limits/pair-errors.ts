import type { ShotColours } from './shot-colours'
import { oklabOf } from './shot-colours'

/**
 * How far each of a shot's colours is from what each pair of candidates can show: squared distance in OKLab, of the best
 * mix where they will be dithered, with its contrast counted against it, else of the nearer.
 */
export interface PairErrors {
  readonly shot: ShotColours
  /** Candidates, 0xrrggbb. */
  readonly candidates: readonly number[]
  /** Of the pair a, b (in either order; a = b is one colour alone), one number for each of the shot's colours. */
  of(a: number, b: number): Float64Array
}

/** Hue counts for more than in a single picture: a thing may be darker in the next shot, but not of another colour. */
const HUE = 1.4

/** @param penalty the dither's contrast penalty, of 1; null where pairs are not mixed. */
export function pairErrors(shot: ShotColours, candidates: readonly number[], penalty: number | null): PairErrors {
  const at = candidates.map((code) => toHue(oklabOf(code)))
  const count = candidates.length
  const wanted = Float64Array.from(shot.at, (v, i) => (i % 3 === 0 ? v : HUE * v))
  const alone = at.map((one) => Float64Array.from({ length: shot.count }, (_, i) => squareTo(wanted, i, one)))
  // Made when first asked for: most pairs never are.
  const made: (Float64Array | undefined)[] = new Array(count * count)
  return {
    shot,
    candidates,
    of(a, b) {
      if (a === b) return alone[a]!
      const key = a < b ? a * count + b : b * count + a
      let errors = made[key]
      if (!errors) {
        errors = mixed(wanted, at[a]!, at[b]!, alone[a]!, alone[b]!, penalty)
        made[key] = errors
      }
      return errors
    },
  }
}

type Triple = readonly [number, number, number]

const toHue = ([l, a, b]: Triple): Triple => [l, HUE * a, HUE * b]

const squareTo = (at: Float64Array, i: number, [l, a, b]: Triple): number =>
  (at[3 * i]! - l) ** 2 + (at[3 * i + 1]! - a) ** 2 + (at[3 * i + 2]! - b) ** 2

function mixed(wanted: Float64Array, from: Triple, to: Triple, aloneA: Float64Array, aloneB: Float64Array, penalty: number | null) {
  const count = wanted.length / 3
  const errors = new Float64Array(count)
  const [l, a, b] = [to[0] - from[0], to[1] - from[1], to[2] - from[2]]
  const length = l * l + a * a + b * b
  const contrast = penalty === null ? Number.POSITIVE_INFINITY : length * penalty
  for (let i = 0; i < count; i++) {
    let best = aloneA[i]!
    if (aloneB[i]! < best) best = aloneB[i]!
    if (contrast < best) {
      const along = (wanted[3 * i]! - from[0]) * l + (wanted[3 * i + 1]! - from[1]) * a + (wanted[3 * i + 2]! - from[2]) * b
      if (along > 0 && along < length) {
        const score = Math.max(0, aloneA[i]! - (along * along) / length) + contrast
        if (score < best) best = score
      }
    }
    errors[i] = best
  }
  return errors
}

/** Error of each of the shot's colours with a palette given by places in the candidates. */
export function paletteErrors(errors: PairErrors, palette: readonly number[], out = new Float64Array(errors.shot.count)): Float64Array {
  out.set(errors.of(palette[0]!, palette[0]!))
  for (let i = 1; i < palette.length; i++)
    for (let j = 0; j < i; j++) {
      const pair = errors.of(palette[i]!, palette[j]!)
      for (let c = 0; c < out.length; c++) if (pair[c]! < out[c]!) out[c] = pair[c]!
    }
  return out
}
