import { CUBE_ROOTS } from './integer-colour'
import type { Probe } from './palette-set'
import type { PixelGrade } from './style/index'

/**
 * A curve of tones: the lightness (OKLab's of a grey, the cube root of its light) that each of `TONE_STEPS` + 1 even steps
 * from black to white becomes, 0 to 1; it never falls, and between the steps it is straight.
 */
export type Tone = readonly number[]

export const TONE_STEPS = 32

/** The curve that changes nothing. */
export const EVEN_TONE: Tone = Array.from({ length: TONE_STEPS + 1 }, (_, i) => i / TONE_STEPS)

/** Classes of lightness that are counted. */
const CLASSES = 256
/** The shares of a shot that may become all black, and all white. */
const ENDS = 0.004
/**
 * No black point lies higher and no white point lower, so that mist keeps its air and a night its dark; nor nearer to
 * people's dark and light tones than these shares of the way to them.
 */
const HIGHEST_BLACK = 0.4
const LOWEST_WHITE = 0.6
const NEAREST_BLACK = 0.75
const NEAREST_WHITE = 0.6
/** The steepest that equalising makes a curve. */
const CLIP_LIMIT = 3
/** How often what was clipped is spread again over classes that have room. */
const SPREADINGS = 6
/** How far equalising may move the mean lightness of a shot: a night stays a night, snow stays bright. */
const FARTHEST = 0.13
/** How much lighter auto levels may make a shot in the mean; one that is dark, as far as to the second. */
const LIGHTER_MEAN = 0.1
const LIGHT_MEAN = 0.5
/** How often the interval is halved that a white point is sought in. */
const HALVINGS = 12
/** How many of other things' pixels one of somebody counts as: faces are to be read first. */
const OF_PEOPLE = 3
/** A share of people's tones, from the dark: hair, dark skin and clothes. */
const DARK_TONES = 0.2
/** The same of light skin and clothes, and the lightness that they may go up to. */
const LIGHT_TONES = 0.8
const LIGHTEST = 0.7
/** How much lighter the dark ones are to be, and the lightness at which they are read well enough. */
const LIGHTER = 1.5
const READ = 0.46
/** The most that shadows are filled, and the strongest power by which lights are held back. */
const MOST_FILL = 4
const STRONGEST_PRESS = 2

/** Whether a grade asks for tones that only the shot settles. */
export const hasShotTone = ({ levels, equalise }: Pick<PixelGrade, 'levels' | 'equalise'>): boolean => levels > 0 || equalise > 0

/**
 * The tone curve of a shot: auto levels (its darkest and lightest tones go towards black and white) and histogram
 * equalisation with a contrast limit (Zuiderveld, Contrast Limited Adaptive Histogram Equalization, Graphics Gems IV 1994;
 * here one curve for the whole picture, so that equal colours stay equal). It depends on grade and pictures alone.
 * @param probes a few of the shot's pictures before any grade.
 * @returns null where it would change nothing.
 */
export function shotTone(grade: Pick<PixelGrade, 'levels' | 'equalise'>, probes: readonly Probe[]): Tone | null {
  if (!hasShotTone(grade)) return null
  const people = new Float64Array(CLASSES)
  const counts = lightnessOf(probes, people)
  const total = sumOf(counts)
  if (total === 0) return null
  // With nobody there, all may be stretched as far.
  const seen = sumOf(people)
  const [dark, light] = seen > 0 ? [pointOf(people, seen * DARK_TONES), pointOf(people, seen * LIGHT_TONES)] : [CLASSES, 0]
  const black = Math.min(pointOf(counts, total * ENDS), HIGHEST_BLACK * CLASSES, NEAREST_BLACK * dark)
  const white = Math.max(pointOf(counts, total * (1 - ENDS)), LOWEST_WHITE * CLASSES, CLASSES - NEAREST_WHITE * (CLASSES - light))
  const low = grade.levels * black
  const high = whitePoint(counts, low, CLASSES - grade.levels * (CLASSES - white))
  const stretched = (at: number): number => Math.min(Math.max((at - low) / (high - low), 0), 1)
  const even = equalised(counts, Math.floor(black), Math.ceil(white))
  let moved = 0
  counts.forEach((n, i) => {
    moved += (n / total) * ((even[i]! + even[i + 1]!) / 2 - stretched(i + 0.5))
  })
  const share = Math.min(grade.equalise, FARTHEST / Math.max(Math.abs(moved), 1e-6))
  const curve = (at: number): number => stretched(at) + share * (even[at]! - stretched(at))
  const exposed = seen > 0 ? exposureFor(dark, light, curve) : curve
  return Array.from({ length: TONE_STEPS + 1 }, (_, step) => Math.round(exposed((step * CLASSES) / TONE_STEPS) * 1e6) / 1e6)
}

/**
 * A curve exposed for people: shadows are filled until their dark tones can be read; where they can, lights are held back
 * until their light ones are not washed out. A fill of t is t + fill · t (1 − t)⁵, which rises for every fill up to 5.
 */
function exposureFor(dark: number, light: number, curve: (at: number) => number): (at: number) => number {
  const [wanted, is] = [Math.min((LIGHTER * dark) / CLASSES, READ), curve(dark)]
  if (is > 0 && is < wanted) {
    const fill = Math.min(MOST_FILL, (wanted - is) / (is * (1 - is) ** 5))
    return (at) => curve(at) + fill * curve(at) * (1 - curve(at)) ** 5
  }
  const [most, lighter] = [Math.max(light / CLASSES, LIGHTEST), curve(light)]
  if (lighter <= most || lighter >= 1) return curve
  const power = Math.min(STRONGEST_PRESS, Math.log(most) / Math.log(lighter))
  return (at) => curve(at) ** power
}

/** Linear light 0 to 65535 after a tone curve. */
export function tonedLight(tone: Tone, light: number): number {
  const at = (CUBE_ROOTS[light]! * TONE_STEPS) / 4096
  const step = Math.min(Math.floor(at), TONE_STEPS - 1)
  const lightness = tone[step]! + (tone[step + 1]! - tone[step]!) * (at - step)
  return Math.min(65535, Math.round(65535 * lightness ** 3))
}

/** A tone curve between two: `t` 0 is the first, 1 the second; without one, light stays as it is. */
export function mixedTone(a: Tone | null, b: Tone | null, t: number): Tone | null {
  if (a === b || t <= 0) return a
  if (t >= 1) return b
  const [from, to] = [a ?? EVEN_TONE, b ?? EVEN_TONE]
  return from.map((v, i) => v + (to[i]! - v) * t)
}

/** The lowest white point, none below `lowest`, by which a shot grows no lighter than it may. */
function whitePoint(counts: Float64Array, low: number, lowest: number): number {
  const total = sumOf(counts)
  const meanOf = (low: number, high: number): number =>
    counts.reduce((sum, n, i) => sum + n * Math.min(Math.max((i + 0.5 - low) / (high - low), 0), 1), 0) / total
  const most = Math.max(meanOf(0, CLASSES) + LIGHTER_MEAN, LIGHT_MEAN)
  let [under, over] = [lowest, CLASSES]
  if (meanOf(low, under) <= most) return under
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (under + over) / 2
    if (meanOf(low, middle) > most) under = middle
    else over = middle
  }
  return over
}

const sumOf = (counts: Float64Array): number => counts.reduce((sum, n) => sum + n, 0)

/** How many pixels have each class of lightness; those of people are counted in `ofPeople` too. */
function lightnessOf(probes: readonly Probe[], ofPeople: Float64Array): Float64Array {
  const counts = new Float64Array(CLASSES)
  for (const { light, people, width, height } of probes)
    for (let i = 0, k = 0; i < width * height; i++, k += 3) {
      const luminance = (3483 * light[k]! + 11718 * light[k + 1]! + 1183 * light[k + 2]! + 8192) >> 14
      const at = Math.min(CLASSES - 1, (CUBE_ROOTS[luminance]! * CLASSES) >> 12)
      counts[at]! += people?.[i] ? OF_PEOPLE : 1
      if (people?.[i]) ofPeople[at]!++
    }
  return counts
}

/** The class below which so many pixels lie. */
function pointOf(counts: Float64Array, pixels: number): number {
  let sum = 0
  const at = counts.findIndex((n) => {
    sum += n
    return sum > pixels
  })
  return at < 0 ? CLASSES : at
}

/** Equalised tones between two points at the edges of classes, 0 to 1: no steeper than the limit. */
function equalised(counts: Float64Array, black: number, white: number): readonly number[] {
  const inside = counts.map((n, i) => (i >= black && i < white ? n : 0))
  const sum = sumOf(inside)
  const width = Math.max(1, white - black)
  const most = (CLIP_LIMIT * sum) / width
  for (let i = 0; i < SPREADINGS; i++) {
    let over = 0
    for (let k = black; k < white; k++) {
      over += Math.max(0, inside[k]! - most)
      inside[k] = Math.min(inside[k]!, most)
    }
    for (let k = black; k < white; k++) inside[k]! += over / width
  }
  const tones = [0]
  for (let k = 0; k < CLASSES; k++) tones.push(Math.min(1, tones[k]! + (sum > 0 ? inside[k]! / sum : 0)))
  return tones
}
