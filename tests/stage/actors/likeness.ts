import { type CharacterSpec, figureOf, type Vec3 } from '../../../src/film'
import { buildActor, KINDS } from '../../../src/stage/actors'
import { drawPerson } from './draw-person'

/** Rows of the picture in which a silhouette is compared, and what they show: everybody at their own height. */
const LINES = 64
const METRES = 2.24
/** Each of its pixels is the mean of so many, across and down: a silhouette is known to parts of a pixel. */
const FINE = 4
const AREAS = ['hair', 'skin', 'top', 'bottom', 'shoes'] as const

/**
 * What makes somebody out from afar: how much of each pixel they cover, seen from the front and from the side, and the mean
 * colour of each area in OKLab (Ottosson 2020).
 */
export interface Looks {
  readonly cover: Float32Array
  readonly colours: readonly Vec3[]
}

/**
 * The least difference of silhouettes that is seen: sizes are told apart from about 3 % on (Weber's law for lengths), which in
 * both directions is 6 % of an area.
 */
export const SEEN_SILHOUETTE = 0.06
/**
 * The least mean difference of the five colours that is seen across a cut: 0.02 in OKLab is just noticeable side by side
 * (CSS Color 4); from memory and in another light it takes 2½ times that.
 */
export const SEEN_COLOUR = 0.05

/** How far two people are from each other. Above 1 they are told apart. */
export interface Difference {
  /** Part of the ground covered by either that only one covers. */
  readonly silhouette: number
  /** Mean of the areas' distances in OKLab. */
  readonly colour: number
  /** The larger of the two in units of what is just seen. */
  readonly seen: number
}

/** Looks at somebody as built. */
export function looksOf(spec: CharacterSpec): Looks {
  const g = buildActor(spec, 'wide')
  const lines = LINES * FINE
  const { joints } = figureOf(spec)
  const cover = new Float32Array(LINES * LINES * 2)
  const sums = AREAS.map((): [number, number, number, number] => [0, 0, 0, 0])
  for (const [side, yaw] of [0, Math.PI / 2].entries()) {
    const seen = drawPerson(g, { lines, metres: METRES, yaw })
    for (let y = 0; y < lines; y++)
      for (let x = 0; x < lines; x++) {
        const i = y * lines + x
        if (!seen.drawn[i]) continue
        cover[side * LINES * LINES + Math.floor(y / FINE) * LINES + Math.floor(x / FINE)]! += 1 / (FINE * FINE)
        const height = (1 - (y + 0.5) / lines) * METRES - 0.02
        const sum = sums[areaOf(seen.kind[i]!, height, joints.hips[1], joints.leftFoot[1], joints.leftEye[1])]!
        for (let k = 0; k < 3; k++) sum[k]! += seen.colour[i * 3 + k]!
        sum[3]++
      }
  }
  const skin = sums[1]!
  // Who has no hair or goes barefoot has skin there.
  const colours = sums.map((sum) => (sum[3] > 0 ? sum : skin)).map(([r, g, b, n]) => oklab([r / n, g / n, b / n]))
  return { cover, colours }
}

/** Hats count as hair: they are the colour on top. */
function areaOf(kind: number, y: number, hipY: number, ankleY: number, eyeY: number): number {
  if (kind === KINDS.hair) return 0
  if (kind === KINDS.skin || kind === KINDS.eye || kind === KINDS.mouth) return 1
  return y > eyeY ? 0 : y > hipY ? 2 : y > ankleY ? 3 : 4
}

export function difference(a: Looks, b: Looks): Difference {
  let [either, both] = [0, 0]
  for (let i = 0; i < a.cover.length; i++) {
    either += Math.max(a.cover[i]!, b.cover[i]!)
    both += Math.min(a.cover[i]!, b.cover[i]!)
  }
  const silhouette = 1 - both / either
  const colour = a.colours.reduce((sum, c, i) => sum + Math.hypot(...c.map((v, k) => v - b.colours[i]![k]!)), 0) / AREAS.length
  return { silhouette, colour, seen: Math.max(silhouette / SEEN_SILHOUETTE, colour / SEEN_COLOUR) }
}

function oklab([r, g, b]: Vec3): Vec3 {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}
