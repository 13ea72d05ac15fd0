import { type Value, z } from '../../../film'

/** A pixel's width over its height as a ratio of whole numbers; 8:7 is wider than tall. */
export const PixelAspect = z.object({ num: z.int().positive(), den: z.int().positive() })
export type PixelAspect = Value<z.infer<typeof PixelAspect>>

/**
 * How the look becomes the machine's pixels: `area` averages exactly in linear light, `median` takes the middle pixel by
 * lightness, `nearest` the one in the centre, `edge` the average of whichever side of an edge covers more; `none` keeps
 * every pixel and needs `resolution: null`.
 */
export const DOWNSCALES = ['area', 'median', 'nearest', 'edge', 'none'] as const
export type Downscale = (typeof DOWNSCALES)[number]

/**
 * Applied in linear light to the machine's pixels before colours are chosen: small palettes want a clearer picture.
 * The defaults change nothing; edges 1 doubles a pixel's difference from its neighbours; contrast is a power about mid grey.
 */
export const PixelGrade = z.object({
  exposure: z.number().min(0.25).max(4).default(1),
  contrast: z.number().min(0.25).max(3).default(1),
  saturation: z.number().min(0).max(3).default(1),
  edges: z.number().min(0).max(4).default(0),
  /** Auto levels: how far the darkest and the lightest tone of each shot go to black and white, before all other grades. */
  levels: z.number().min(0).max(1).default(0),
  /** How evenly the tones of each shot are spread between them (contrast-limited equalisation); people's tones count more. */
  equalise: z.number().min(0).max(1).default(0),
})
export type PixelGrade = Value<z.infer<typeof PixelGrade>>
