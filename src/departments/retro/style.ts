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
     * What "nearest colour" means: `oklab` has a and b doubled (ΔE-OK2). `tone` ignores hue: the palette is a ramp from dark to light whose
     * own lightness, stretched to reach from black to white, stands for the picture's.
     */
    distance: z.enum(['oklab', 'srgb', 'tone']),
    /**
     * `size` is the side of the Bayer matrix; `strength` scales the share of the second colour, 0 to 1;
     * `contrastPenalty` is how much a pair's contrast counts against it beside its error in colour:
     * 0 mixes any two colours that average right, more keeps to calmer pairs.
     */
    dither: z.object({
      kind: z.enum(['none', 'bayer']),
      size: z.union([z.literal(2), z.literal(4), z.literal(8), z.literal(16)]),
      strength: z.number().min(0).max(1),
      contrastPenalty: z.number().min(0).max(1),
    }),
    /**
     * Applied in linear light to the machine's pixels before colours are chosen: small palettes want a
     * clearer picture. Exposure and saturation 1 and edges 0 change nothing; edges 1 doubles a pixel's
     * difference from its neighbours.
     */
    grade: z.object({
      exposure: z.number().min(0.25).max(4),
      saturation: z.number().min(0).max(3),
      edges: z.number().min(0).max(4),
    }),
    /** Pictures a second the machine animated at; null is the film's own rate. */
    fps: z.number().positive().nullable(),
    /** Hints for whoever draws the look: dark outlines help some styles, film grain only makes dither crawl. */
    scene: z.object({ outlines: z.boolean(), grain: z.boolean() }),
  })
  .refine((style) => style.downscale === 'area' || style.resolution === null, {
    message: 'downscale "none" needs resolution null',
    path: ['downscale'],
  })
  .refine((style) => style.palette !== null || (style.grade.exposure === 1 && style.grade.saturation === 1 && style.grade.edges === 0), {
    message: 'a grade needs a palette',
    path: ['grade'],
  })
  .refine((style) => style.palette === null || new Set(style.palette).size === style.palette.length, {
    message: 'palette names a colour twice',
    path: ['palette'],
  })
export type Style = Value<z.infer<typeof Style>>
