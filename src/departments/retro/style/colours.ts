import { type Value, z } from '../../../film'

/** Pixels of a cell that shares its colours. */
const Cell = z.object({ width: z.int().min(1).max(512), height: z.int().min(1).max(512) })

/**
 * Colours that a machine mixes itself: so many levels a channel (32 are five bits), and how many of the mixtures it shows
 * at once. Which ones is settled for each shot.
 */
export const Mixes = z.object({
  levels: z.tuple([z.int().min(2).max(256), z.int().min(2).max(256), z.int().min(2).max(256)]),
  /** The eight-bit codes of a machine's own converter where its steps are uneven, the same for each channel. */
  codes: z.array(z.int().min(0).max(255)).min(2).max(256).optional(),
  /** At once on screen; null is all of them. */
  count: z.int().min(2).max(256).nullable(),
})
export type Mixes = Value<z.infer<typeof Mixes>>

/**
 * What a machine's screen memory allows.
 * - `palettes`: so many palettes of so many colours, `shared` of them the same in all, and each cell takes one. Which
 *   colours they hold is settled for each shot.
 * - `attributes`: each cell takes any so many colours; those of one cell come from one of `groups` where there are any
 *   (a Spectrum's brightness, and hues that its artists put side by side); `shared` of them are the same in all cells (a C64's background).
 * - `fixed`: each cell takes one of these palettes, given as places in the style's palette.
 * - `ham`: hold and modify: a pixel is one of the base colours, or its left neighbour with one channel set anew.
 * - `half-bright`: so many colours and each of them at half its light.
 */
export const Limits = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('palettes'),
    cell: Cell,
    palettes: z.int().min(1).max(16),
    colours: z.int().min(2).max(64),
    shared: z.int().min(0).max(2),
  }),
  z.object({
    kind: z.literal('attributes'),
    cell: Cell,
    colours: z.int().min(2).max(4),
    shared: z.int().min(0).max(1),
    groups: z
      .array(z.array(z.int().min(0).max(255)).min(2))
      .nullable()
      .default(null),
  }),
  z.object({
    kind: z.literal('fixed'),
    cell: Cell,
    palettes: z
      .array(z.array(z.int().min(0).max(255)).min(2).max(16))
      .min(1)
      .max(512),
  }),
  z.object({ kind: z.literal('ham'), base: z.int().min(2).max(64), bits: z.int().min(4).max(6) }),
  z.object({ kind: z.literal('half-bright'), base: z.int().min(2).max(128) }),
])
export type Limits = Value<z.infer<typeof Limits>>

/**
 * What "nearest colour" means: `oklab` has a and b doubled (ΔE-OK2). `linear` is the distance between amounts of light.
 * `tone` ignores hue: the palette is a ramp from dark to light whose own lightness, stretched to reach from black to white,
 * stands for the picture's.
 */
export const DISTANCES = ['oklab', 'srgb', 'linear', 'tone'] as const
export type Distance = (typeof DISTANCES)[number]
