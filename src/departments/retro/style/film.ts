import { type Value, z } from '../../../film'

const Triple = (low: number, high: number, at: number) =>
  z.tuple([z.number().min(low).max(high), z.number().min(low).max(high), z.number().min(low).max(high)]).default([at, at, at])

/** ASC Color Decision List: out = clamp(in × slope + offset) ^ power, then saturation about Rec. 709 luma. */
export const Cdl = z.object({
  slope: Triple(0, 4, 1),
  offset: Triple(-1, 1, 0),
  power: Triple(0.1, 4, 1),
  saturation: z.number().min(0).max(4).default(1),
})
export type Cdl = Value<z.infer<typeof Cdl>>

/** A 3D table of colours, as `.cube` files hold: red runs fastest, then green, then blue; three numbers a colour. */
export const ColourTable = z
  .object({
    /** Colours along each edge. */
    size: z.int().min(2).max(65),
    /** Colours that the first and the last of each edge stand for. */
    low: Triple(-16, 16, 0),
    high: Triple(-16, 16, 1),
    values: z.array(z.number()),
  })
  .refine((table) => table.values.length === 3 * table.size ** 3, { message: 'a table needs size³ × 3 values', path: ['values'] })
export type ColourTable = Value<z.infer<typeof ColourTable>>

/** How skin is painted, where few colours are to tell a face from a scarf and a wall. The defaults change nothing. */
export const Skin = z.object({
  /** Of its own: below 1 paler, above 1 stronger. */
  purity: z.number().min(0).max(2).default(1),
  /** Added, of OKLab's 0 to 1. */
  lightness: z.number().min(-0.3).max(0.3).default(0),
  /** Degrees round the circle of hues: above 0 towards yellow. */
  turn: z.number().min(-60).max(60).default(0),
  /** OKLab's lightness that it has at least: hair, shadows and dark wood of its hue lie below. */
  from: z.number().min(0).max(0.8).default(0.33),
})
export type Skin = Value<z.infer<typeof Skin>>

export const VIEWS = ['agx', 'aces', 'neutral'] as const
export type View = (typeof VIEWS)[number]

/** From the lens to the print. */
export const FilmLook = z.object({
  /** How scene light becomes a picture. */
  view: z.enum(VIEWS).default('agx'),
  /** Stops. */
  exposure: z.number().min(-4).max(4).default(0),
  contrast: z.number().min(0.5).max(2).default(1),
  saturation: z.number().min(0).max(2).default(1),
  /** Name of a grade; `none` leaves the picture as it is. */
  grade: z.string().default('none'),
  /** How much of the grade. */
  gradeMix: z.number().min(0).max(1).default(1),
  cdl: Cdl.prefault({}),
  /** A table applied to the picture after grade and CDL. */
  lut: ColourTable.nullable().default(null),
  /** Applied last. */
  skin: Skin.prefault({}),
  grain: z.number().min(0).max(3).default(1),
  halation: z.number().min(0).max(2).default(0),
  /** Gate weave in thousandths of the picture's height. */
  weave: z.number().min(0).max(10).default(0),
  flare: z.number().min(0).max(2).default(0),
  /** Chromatic aberration at the corner, thousandths of the picture's height. */
  aberration: z.number().min(0).max(10).default(0),
  vignette: z.number().min(0).max(2).default(1),
  /** Barrel above 0, pincushion below. */
  distortion: z.number().min(-0.3).max(0.3).default(0),
  /** Dust and scratches of a print that has been shown. */
  wear: z.number().min(0).max(1).default(0),
})
export type FilmLook = Value<z.infer<typeof FilmLook>>
