import { HexColour, type Value, z } from '../../film'

/** A pixel's width over its height as a ratio of whole numbers; 8:7 is wider than tall. */
export const PixelAspect = z.object({ num: z.int().positive(), den: z.int().positive() })
export type PixelAspect = Value<z.infer<typeof PixelAspect>>

/**
 * A style is data: what a machine could show, and how a film picture becomes that. The same kernels
 * draw every style, so switching writes uniforms and textures and creates no pipeline.
 */
export const Style = z
  .object({
    /** Kebab-case, unique; what `--style` takes. */
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    name: z.string().min(1),
    /** Other names people say; compared without case, spaces and punctuation. */
    aliases: z.array(z.string()),
    /** The machine's own picture in its own pixels; null is the size of the look. */
    resolution: z.object({ width: z.int().min(1).max(4096), height: z.int().min(1).max(4096) }).nullable(),
    pixelAspect: PixelAspect,
    /** `area` averages exactly in linear light; `none` keeps every pixel and needs `resolution: null`. */
    downscale: z.enum(['area', 'none']),
    /** At most 256 different colours; null keeps all of them. */
    palette: z.array(HexColour).min(1).max(256).nullable(),
    /**
     * What "nearest colour" means. `tone` ignores hue: the palette is a ramp from dark to light, laid
     * evenly over lightness, as monochrome machines showed pictures.
     */
    distance: z.enum(['oklab', 'srgb', 'tone']),
    /** `size` is the side of the Bayer matrix; `strength` scales the share of the second colour, 0 to 1. */
    dither: z.object({
      kind: z.enum(['none', 'bayer']),
      size: z.union([z.literal(2), z.literal(4), z.literal(8), z.literal(16)]),
      strength: z.number().min(0).max(1),
    }),
    /** Applied in linear light before colours are chosen: small palettes want a clearer picture. 1 changes nothing. */
    grade: z.object({ exposure: z.number().min(0.25).max(4), saturation: z.number().min(0).max(3) }),
    /** Pictures a second the machine animated at; null is the film's own rate. */
    fps: z.number().positive().nullable(),
    /** Hints for the stage. */
    scene: z.object({ outlines: z.boolean() }),
  })
  .refine((style) => style.downscale === 'area' || style.resolution === null, {
    message: 'downscale "none" needs resolution null',
    path: ['downscale'],
  })
  .refine((style) => style.palette !== null || (style.grade.exposure === 1 && style.grade.saturation === 1), {
    message: 'a grade needs a palette',
    path: ['grade'],
  })
  .refine((style) => style.palette === null || new Set(style.palette).size === style.palette.length, {
    message: 'palette names a colour twice',
    path: ['palette'],
  })
export type Style = Value<z.infer<typeof Style>>
