import type { LightPlan, SetSpec, Vec3 } from '../../film'

/** Dark and without a tint: what of it is left in a sprite's edge reads as the figure's own shade. */
const GROUND = '#1c1c1f'
const DARK: Vec3 = [0.012, 0.012, 0.013]
const WHITE: Vec3 = [1, 1, 1]

/** An empty plain under an even sky. Nothing of it is in a sprite. */
export function spriteSet(): SetSpec {
  const surface = { kind: 'plain', colour: GROUND, roughness: 1, metalness: 0 } as const
  const mark = (x: number, z: number) => ({ key: `mark-${x}-${z}`, kind: 'stand' as const, position: [x, 0, z] as Vec3, yaw: 0 })
  return {
    key: 'ext-sprite-studio',
    name: 'Sprite studio',
    kind: 'plain',
    interior: false,
    seed: 1,
    widthM: 24,
    depthM: 24,
    heightM: 0,
    floor: surface,
    walls: surface,
    ceiling: surface,
    trim: GROUND,
    openings: [],
    placements: [],
    marks: [mark(-2, 0), mark(2, 0), mark(0, -2), mark(0, 2)],
    practicals: [],
    surroundings: 'none',
    why: 'nothing but the figure is wanted',
  }
}

/**
 * Flat light with a soft key from before them, high and to the left, as sprites have it: so far away that it is the same
 * wherever they walk.
 */
export function spriteLight(): LightPlan {
  const to: Vec3 = [-0.5, 0.75, 0.95]
  const length = Math.hypot(...to)
  return {
    key: 'light-sprite-studio',
    sun: { direction: [to[0] / length, to[1] / length, to[2] / length], colour: WHITE, lux: 2.2, softness: 1 },
    spots: [],
    points: [],
    sky: { zenith: DARK, horizon: DARK, ground: DARK, sunDisc: 0, clouds: 0, stars: 0, moon: 0, moonDirection: [0, 1, 0] },
    ambient: { sky: [0.75, 0.75, 0.78], ground: [0.6, 0.58, 0.56] },
    fog: { colour: [0, 0, 0], density: 0 },
    weather: { rain: 0, snow: 0, wind: 0, wet: 0 },
    exposure: 1.45,
    glow: {},
    grade: { saturation: 1.1, contrast: 1, shadows: WHITE, highlights: WHITE },
    why: ['even light with a soft key from the upper left'],
  }
}
