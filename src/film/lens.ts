import { clamp } from './math'

/** Sets of lenses, by how they draw. */
export const LENS_SETS = ['modern', 'vintage', 'uncoated', 'anamorphic', 'vintage-anamorphic'] as const
export type LensSet = (typeof LENS_SETS)[number]

/** What a lens does to a picture, beside framing it; every number is 0 (squeeze 1) for a lens that does nothing. */
export interface LensCharacter {
  /** Barrel above 0, pincushion below: how far the corners move, of their distance to the middle. */
  readonly distortion: number
  /** Darkening of the corners, in the unit of a film look: 1 is 28 % in the farthest corner. */
  readonly vignette: number
  /** Red against blue in the corners, thousandths of the picture's height. */
  readonly aberration: number
  /** Ghosts and glow of lamps in the picture, in the unit of a film look. */
  readonly flare: number
  /** The horizontal streak among them, against what a film look draws. */
  readonly streak: number
  /** Height over width of what is out of focus: 2 behind an anamorphic front. */
  readonly squeeze: number
  /** How much of the change of angle that focusing near brings is seen: 1 for a lens that is moved as a whole. */
  readonly breathing: number
}

/** A set's own figures; its vignette is that of T2 and less, half of it is gone at T4, and three tenths stay. */
interface Recipe extends Omit<LensCharacter, 'distortion'> {
  /** Distortion of every length, what 20 mm and shorter add to it, and 180 mm and longer. */
  readonly all: number
  readonly wide: number
  readonly long: number
}

const RECIPES: Readonly<Record<LensSet, Recipe>> = {
  modern: { wide: 0.008, all: 0, long: 0, vignette: 0.15, aberration: 0, flare: 0, streak: 0.6, squeeze: 1, breathing: 0.1 },
  vintage: { wide: 0.03, all: 0.006, long: -0.012, vignette: 0.9, aberration: 1.3, flare: 0.45, streak: 0.25, squeeze: 1, breathing: 0.6 },
  uncoated: { wide: 0.035, all: 0.006, long: -0.012, vignette: 0.7, aberration: 0.9, flare: 1.5, streak: 0.1, squeeze: 1, breathing: 0.8 },
  anamorphic: {
    wide: 0.05,
    all: 0.012,
    long: -0.004,
    vignette: 0.45,
    aberration: 0.7,
    flare: 0.7,
    streak: 2.6,
    squeeze: 2,
    breathing: 0.7,
  },
  'vintage-anamorphic': {
    ...{ wide: 0.085, all: 0.02, long: -0.006, vignette: 1.1, aberration: 2.1 },
    ...{ flare: 1.3, streak: 3.4, squeeze: 2, breathing: 1 },
  },
}

const NOTHING: LensCharacter = { distortion: 0, vignette: 0, aberration: 0, flare: 0, streak: 1, squeeze: 1, breathing: 0 }

/**
 * What a lens of a set does at a focal length and stop: short ones bend outwards, long ones inwards, and corners clear up as it is
 * stopped down. The figures are a drawing of how such sets look, not measurements of one.
 * @param set undefined for a lens that does nothing.
 * @param lensMm on Super 35.
 */
export function lensCharacter(set: LensSet | undefined, lensMm: number, fStop: number): LensCharacter {
  if (!set) return NOTHING
  const { wide, all, long, vignette, ...rest } = RECIPES[set]
  const short = clamp((50 - lensMm) / 30, 0, 1)
  const far = clamp((lensMm - 75) / 105, 0, 1)
  return { ...rest, distortion: all + wide * short + long * far, vignette: vignette * clamp(1.5 - fStop / 4, 0.3, 1) }
}

/**
 * The focal length that a lens has as far as its angle goes when it is focused near: it draws out by f ÷ (d − f) of itself, of
 * which so much is seen as it breathes. (Thin lens.)
 */
export const breathed = (lensMm: number, focusM: number, breathing: number): number =>
  lensMm * (1 + (breathing * lensMm) / Math.max(1, focusM * 1000 - lensMm))
