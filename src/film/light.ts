import { LinearRgb, type Value, Vec3, z } from './value'

/**
 * Light for one set in one state. Fixed slots (an unused slot has intensity 0), because adding a light to a scene
 * recompiles every material. Units are three.js's physical ones: lux for the sun, candela for spots and points;
 * the picture is exposed by multiplying with `exposure` before the view transform.
 */
export const SPOT_SLOTS = 3
export const POINT_SLOTS = 4

/** `passing`: one of a row of lamps beside the road, gone by. */
export const FlickerKind = z.enum(['none', 'fluorescent', 'fire', 'screen', 'pulse', 'lightning', 'passing'])

/** A picture of everything around that is seen for the sky, and lights for it. */
export const SkyPanorama = z.object({
  /** Of the user's file. */
  sha256: z.string(),
  /** Turned to the right, clockwise from above, radians: at 0 the picture's middle is at −z. */
  turn: z.number(),
  /** Base 2 logarithm of the plan's radiance over the file's. */
  stops: z.number(),
  /** Its radiance without the sun, in the plan's scale and unturned, as nine spherical harmonics. */
  harmonics: z.array(LinearRgb).length(9),
})
export type SkyPanorama = Value<z.infer<typeof SkyPanorama>>

export const AIR_PRESETS = ['shafts', 'haze', 'fog', 'smoke', 'underwater'] as const
export type AirPreset = (typeof AIR_PRESETS)[number]
/** The most sources of smoke in a place. */
export const MOST_PLUMES = 6

/** Smoke that rises from something, wider and thinner the higher it is. */
export const Plume = z.object({
  /** Where it leaves its source. */
  at: Vec3,
  /** At its source, metres. */
  radius: z.number().positive(),
  /** How much wider it gets a metre up, metres. */
  spread: z.number().nonnegative(),
  /** Metres that it reaches above its source. */
  height: z.number().positive(),
  /** Metres a second. */
  rise: z.number(),
  /** How far it is blown a metre up, metres [x, z]. */
  lean: z.tuple([z.number(), z.number()]),
  /** At its source, 1/m. */
  scattering: z.number().nonnegative(),
})
export type Plume = Value<z.infer<typeof Plume>>

/** What light is seen by on its way: haze, fog, smoke, water. Lamps, sun and bounced light are scattered in it once. */
export const AirPlan = z.object({
  preset: z.enum(AIR_PRESETS),
  /** Light that is turned aside where it is thickest, 1/m. */
  scattering: z.number().nonnegative(),
  /** Light that is swallowed, 1/m: water takes red first. */
  absorption: LinearRgb,
  /** What colour is left of light that is turned aside, 0 to 1. */
  colour: LinearRgb,
  /** Height above which it gets thinner, and metres over which a third is left; 0 is the same everywhere. */
  floor: z.number(),
  height: z.number().nonnegative(),
  /** How much thicker in some places than in others, 0 to 1, and how large these are, metres. */
  uneven: z.number().min(0).max(1),
  grain: z.number().positive(),
  /** Metres a second. */
  drift: Vec3,
  /** How much light goes on forwards: g of Henyey and Greenstein (1941), 0 to 1. */
  forward: z.number().min(0).max(0.95),
  /** How much stronger lamps and sun are seen in it than they are: beams are drawn. */
  beams: z.number().nonnegative(),
  /** The same of bounced light, which veils what it is before: 1 is as much as there is. */
  veil: z.number().nonnegative(),
  /** How bright light dances on what is below water, 0 to 1; the water's surface, metres. */
  caustics: z.number().min(0).max(1),
  surface: z.number(),
  /** Dust, or what floats in water, that shines in it: 0 to 1. */
  motes: z.number().min(0).max(1),
  /** As far as it is looked through, metres. */
  reach: z.number().positive(),
  plumes: z.array(Plume).max(MOST_PLUMES),
})
export type AirPlan = Value<z.infer<typeof AirPlan>>

export const LightPlan = z.object({
  key: z.string(),
  sun: z.object({ direction: Vec3, colour: LinearRgb, lux: z.number().nonnegative(), softness: z.number() }),
  spots: z.array(
    z.object({
      role: z.string(),
      position: Vec3,
      target: Vec3,
      colour: LinearRgb,
      candela: z.number().nonnegative(),
      angle: z.number(),
      penumbra: z.number(),
      shadow: z.boolean(),
      flicker: FlickerKind,
    }),
  ),
  points: z.array(
    z.object({ role: z.string(), position: Vec3, colour: LinearRgb, candela: z.number().nonnegative(), flicker: FlickerKind }),
  ),
  /** Sky dome and its light: radiance in the same scale as the lights (cd/m² × 1/683-free, i.e. three's units). */
  sky: z.object({
    zenith: LinearRgb,
    horizon: LinearRgb,
    ground: LinearRgb,
    sunDisc: z.number(),
    clouds: z.number(),
    stars: z.number(),
    moon: z.number(),
    moonDirection: Vec3,
    /** Stands for all of the above, which say what is the mean of it. */
    panorama: SkyPanorama.optional(),
  }),
  /** Even fill that stands in for light not traced. */
  ambient: z.object({ sky: LinearRgb, ground: LinearRgb }),
  /** How many times what a place bounces is taken, where its walls give back less than rooms do; 1 when left out. */
  bounce: z.number().min(1).max(4).optional(),
  fog: z.object({ colour: LinearRgb, density: z.number() }),
  /** Left out where the air is clear. */
  air: AirPlan.optional(),
  weather: z.object({
    rain: z.number(),
    snow: z.number(),
    wind: z.number(),
    wet: z.number(),
    /** How much snow lies, 0 to 1: on what looks up, of a room on what is outside its walls. None when left out. */
    cover: z.number().min(0).max(1).optional(),
  }),
  /** Multiplies scene radiance; chosen so that the subject is well exposed. */
  exposure: z.number().positive(),
  /** Kelvin that cameras are set to: light of it is white. */
  balance: z.number().positive().optional(),
  /** The rig that was asked for: its name, key to fill, and the folded grey card it was measured on (a point, and what its halves face). */
  rig: z.object({ name: z.string(), ratio: z.number().positive(), card: z.object({ at: Vec3, key: Vec3, fill: Vec3 }) }).optional(),
  /** Radiance of each practical's glowing part by key, and of what is seen through windows. */
  glow: z.record(z.string(), z.object({ colour: LinearRgb, strength: z.number(), flicker: FlickerKind })),
  /** View of grade: saturation and contrast around mid grey, 1 = neutral; tint of shadows and highlights. */
  grade: z.object({ saturation: z.number(), contrast: z.number(), shadows: LinearRgb, highlights: LinearRgb }),
  why: z.array(z.string()),
})
export type LightPlan = Value<z.infer<typeof LightPlan>>
