import type { Vec3 } from '../../film'
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
  const [l, a, b] = oklab(colour)
  const chroma = Math.hypot(a, b)
  const hue = (Math.atan2(b, a) * 180) / Math.PI
  const part = within(HUES, hue) * within(CHROMAS, chroma) * rise(from, from + FADE, l)
  if (part === 0) return colour
  const [c, h] = [chroma * (1 + part * (purity - 1)), ((hue + part * turn) * Math.PI) / 180]
  return srgb([l + part * lightness, c * Math.cos(h), c * Math.sin(h)])
}

/** Hermite's step from 0 to 1. */
function rise(from: number, to: number, v: number): number {
  const t = Math.min(Math.max((v - from) / (to - from), 0), 1)
  return t * t * (3 - 2 * t)
}

const within = ([none, all, last, end]: readonly [number, number, number, number], v: number): number =>
  rise(none, all, v) * (1 - rise(last, end, v))

function oklab(colour: Vec3): Vec3 {
  const [r, g, b] = colour.map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)) as [number, number, number]
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

function srgb([lightness, a, b]: Vec3): Vec3 {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const code = (light: number): number => {
    const v = Math.min(Math.max(light, 0), 1)
    return v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055
  }
  return [
    code(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    code(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    code(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]
}
