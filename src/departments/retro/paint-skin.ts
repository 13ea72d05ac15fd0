import { lightOfSrgb, srgbOfLight, type Vec3 } from '../../film'
import { lightOfOklab, oklabOfLight } from './oklab'
import type { Skin } from './style/index'

/** Where skin lies in OKLCh: all weight between the inner two, none outside the outer two; degrees for hue. */
const HUES = [18, 32, 78, 95] as const
const CHROMAS = [0.015, 0.035, 0.14, 0.19] as const
/** So much lighter than the darkest skin has all weight. */
const FADE = 0.15

/** Whether a look's skin is what the light made it. */
export const keepsSkin = ({ purity, lightness, turn }: Skin): boolean => purity === 1 && lightness === 0 && turn === 0

/**
 * A display-referred sRGB colour, 0 to 1, as a painter of few colours shows it: what has the hue, the purity and the
 * lightness of skin becomes paler, lighter or of another hue, all in OKLCh (Ottosson 2020); everything else stays.
 */
export function paintSkin({ purity, lightness, turn, from }: Skin, colour: Vec3): Vec3 {
  const [l, a, b] = oklabOfLight(each(colour, lightOfSrgb))
  const chroma = Math.hypot(a, b)
  const hue = (Math.atan2(b, a) * 180) / Math.PI
  const part = within(HUES, hue) * within(CHROMAS, chroma) * rise(from, from + FADE, l)
  if (part === 0) return colour
  const [c, h] = [chroma * (1 + part * (purity - 1)), ((hue + part * turn) * Math.PI) / 180]
  const light = lightOfOklab([l + part * lightness, c * Math.cos(h), c * Math.sin(h)])
  return each(light, (v) => srgbOfLight(Math.min(Math.max(v, 0), 1)))
}

/** Hermite's step from 0 to 1. */
function rise(from: number, to: number, v: number): number {
  const t = Math.min(Math.max((v - from) / (to - from), 0), 1)
  return t * t * (3 - 2 * t)
}

const within = ([none, all, last, end]: readonly [number, number, number, number], v: number): number =>
  rise(none, all, v) * (1 - rise(last, end, v))

const each = ([r, g, b]: Vec3, of: (v: number) => number): Vec3 => [of(r), of(g), of(b)]
