import { HexColour, type Value, Vec3, z } from './value'

/**
 * Ways a surface can look; the first sixteen layers of the baked detail textures, in this order.
 * A vertex names its layer by index.
 */
export const SURFACES = [
  'plain',
  'plaster',
  'wood',
  'planks',
  'brick',
  'concrete',
  'tile',
  'fabric',
  'metal',
  'grass',
  'asphalt',
  'bark',
  'foliage',
  'stone',
  'sand',
  'paper',
] as const
export type SurfaceKind = (typeof SURFACES)[number]

export const Surface = z.object({
  kind: z.enum(SURFACES),
  colour: HexColour,
  roughness: z.number().min(0).max(1),
  metalness: z.number().min(0).max(1),
})
export type Surface = Value<z.infer<typeof Surface>>

/** Rise of a stair in every set, metres: flights are divided by it, and feet step by it. */
export const STAIR_RISER_M = 0.175

/** A hole in a wall. `along` is metres from the wall's left end, seen from inside the room. */
export const Opening = z.object({
  key: z.string(),
  kind: z.enum(['door', 'window', 'arch']),
  wall: z.enum(['north', 'south', 'east', 'west']),
  along: z.number(),
  width: z.number().positive(),
  height: z.number().positive(),
  sill: z.number().nonnegative(),
})
export type Opening = Value<z.infer<typeof Opening>>

/** One thing standing in the set. */
export const Placement = z.object({
  /** Unique in the set: `table-1`. */
  key: z.string(),
  /** Prop catalogue id: `table`, `diner-booth`, `tree`. */
  prop: z.string(),
  /** Floor point under its middle, metres. */
  position: Vec3,
  /** Radians about y; 0 = front towards +z. */
  yaw: z.number(),
  /** Bounding box before turning [width x, height y, depth z], metres. */
  size: Vec3,
  colour: HexColour.optional(),
  accent: HexColour.optional(),
  /** Picks among a prop's variations. */
  seed: z.int(),
  /** False for rugs, pictures, lamps overhead: people may stand there. */
  blocks: z.boolean(),
})
export type Placement = Value<z.infer<typeof Placement>>

/** Somewhere a person can be. */
export const Mark = z.object({
  key: z.string(),
  kind: z.enum(['stand', 'seat', 'door', 'window', 'counter', 'bed', 'edge']),
  position: Vec3,
  /** Facing, radians about y; 0 looks along +z. */
  yaw: z.number(),
  /** Height of the seat's top above the floor for seats and beds. */
  seatHeightM: z.number().optional(),
  /** Placement it belongs to. */
  of: z.string().optional(),
  /** Marks with the same group face one another (two sides of a table). */
  group: z.string().optional(),
})
export type Mark = Value<z.infer<typeof Mark>>

/** A lamp, screen, fire or neon that is seen and shines. */
export const Practical = z.object({
  key: z.string(),
  of: z.string().optional(),
  kind: z.enum([
    'pendant',
    'table-lamp',
    'floor-lamp',
    'ceiling-panel',
    'strip',
    'neon',
    'screen',
    'fire',
    'candle',
    'street-lamp',
    'stage-spot',
    'sign',
    'emergency',
  ]),
  position: Vec3,
  /** Where it points; omit for all round. */
  direction: Vec3.optional(),
  kelvin: z.number().optional(),
  colour: HexColour.optional(),
  lumens: z.number().nonnegative(),
  flicker: z.enum(['none', 'fluorescent', 'fire', 'screen', 'pulse']),
})
export type Practical = Value<z.infer<typeof Practical>>

/**
 * What is driven, and the land that goes by: the ride stays where it is and faces +z, the land moves towards −z and
 * repeats. Of the set's placements only the ride and what is in it stand still. A room that travels (a railway carriage)
 * is its own ride.
 */
export const Travel = z.object({
  /** Placement that is driven; none where the whole room goes. */
  ride: z.string().optional(),
  /** What it goes on: a road when absent. */
  way: z.enum(['road', 'rails', 'tunnel', 'air']).optional(),
  /** How far the land lies under the floor, metres; 0 when absent. */
  downM: z.number().nonnegative().optional(),
  speedMps: z.number().positive(),
  /** The land repeats after so many metres. */
  lengthM: z.number().positive(),
  /** What stands beside the road, z from 0 to `lengthM`. */
  beside: z.array(Placement),
  /** Lamps beside the road: where the first is, and how many metres lie between two; none where it is unlit. */
  lamps: z.object({ first: Vec3, everyM: z.number().positive() }).optional(),
})
export type Travel = Value<z.infer<typeof Travel>>

/**
 * A place to shoot in. Rooms: floor at y = 0, x east, z south; the room spans x ∈ [−w/2, w/2], z ∈ [−d/2, d/2],
 * walls have thickness outside of that. Exteriors: the playing area spans the same rectangle, the surroundings go beyond.
 */
export const SetSpec = z.object({
  /** Location key of the script: `int-farmhouse-kitchen`. */
  key: z.string(),
  name: z.string(),
  /** Kind known to the set builders: `kitchen`, `diner`, `street` … */
  kind: z.string(),
  interior: z.boolean(),
  seed: z.int(),
  widthM: z.number().positive(),
  depthM: z.number().positive(),
  /** Ceiling height; 0 outside. */
  heightM: z.number().nonnegative(),
  floor: Surface,
  walls: Surface,
  /** Lower part of the wall (wainscot, tiles) up to this height. */
  dado: z.object({ heightM: z.number(), surface: Surface }).optional(),
  ceiling: Surface,
  trim: HexColour,
  openings: z.array(Opening),
  placements: z.array(Placement),
  marks: z.array(Mark).min(4),
  practicals: z.array(Practical),
  /** What lies beyond windows, or around an exterior. */
  surroundings: z.enum([
    'none',
    'street',
    'suburb',
    'fields',
    'forest',
    'sea',
    'skyline',
    'hills',
    'desert',
    'space',
    'courtyard',
    'railway',
    'river',
    'lake',
    'plain',
  ]),
  /** Set where something is driven: what goes by. */
  travel: Travel.optional(),
  /** What people open in it: keys of drawers, doors of furniture, sashes and curtains, which are apart from what they belong to. */
  leaves: z.array(z.string()).optional(),
  /** The year it is dressed for; today when absent. */
  year: z.int().optional(),
  /** Why it is what it is: the words of the heading that chose the kind. */
  why: z.string(),
})
export type SetSpec = Value<z.infer<typeof SetSpec>>
