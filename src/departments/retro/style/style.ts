import { HexColour, type Value, z } from '../../../film'
import { DISTANCES, Limits, Mixes } from './colours'
import { Display } from './display'
import { Dither } from './dither'
import { FilmLook } from './film'
import { DOWNSCALES, PixelAspect, PixelGrade } from './pixels'
import { Ink, SceneLook } from './scene'

/** What kind of picture a style makes, for lists. */
export const STYLE_GROUPS = ['film', 'drawn', 'console', 'handheld', 'computer', 'one-bit'] as const

/**
 * A style is data: what a machine or a hand could show, and how a film picture becomes that. Whatever is left out has a
 * default that changes nothing. The same kernels draw every style, so switching writes uniforms and textures and creates
 * no pipeline. The order of the sections is the order in which they are applied.
 */
export const Style = z
  .object({
    /** Kebab-case, unique; what `--style` takes. */
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    name: z.string().min(1),
    /** Other names people say; compared without case, spaces and punctuation. */
    aliases: z.array(z.string()).default([]),
    /** A line for people: what it is. */
    about: z.string().default(''),
    group: z.enum(STYLE_GROUPS).default('film'),
    /** Pictures a second the machine animated at; null is the film's own rate. */
    fps: z.number().positive().nullable().default(null),
    scene: SceneLook.prefault({}),
    film: FilmLook.prefault({}),
    ink: Ink.prefault({}),
    /** The machine's own picture in its own pixels; null is the size of the look. */
    resolution: z
      .object({ width: z.int().min(1).max(4096), height: z.int().min(1).max(4096) })
      .nullable()
      .default(null),
    pixelAspect: PixelAspect.default({ num: 1, den: 1 }),
    downscale: z.enum(DOWNSCALES).default('area'),
    grade: PixelGrade.prefault({}),
    /** Steps that each channel is cut into; null is none. */
    posterise: z.int().min(2).max(64).nullable().default(null),
    /** At most 256 different colours; null keeps all of them. */
    palette: z.array(HexColour).min(1).max(256).nullable().default(null),
    /** Instead of a palette: colours that are mixed, and settled for each shot. */
    mixes: Mixes.nullable().default(null),
    distance: z.enum(DISTANCES).default('oklab'),
    limits: Limits.nullable().default(null),
    dither: Dither.prefault({}),
    display: Display.default({ kind: 'plain' }),
  })
  .refine((style) => style.downscale !== 'none' || style.resolution === null, {
    message: 'downscale "none" needs resolution null',
    path: ['downscale'],
  })
  .refine((style) => style.palette === null || style.mixes === null, {
    message: 'a style has a palette or mixes its colours, not both',
    path: ['mixes'],
  })
  .refine((style) => style.limits === null || style.palette !== null || style.mixes !== null, {
    message: 'limits need colours: a palette or mixes',
    path: ['limits'],
  })
  .refine((style) => style.palette === null || new Set(style.palette).size === style.palette.length, {
    message: 'palette names a colour twice',
    path: ['palette'],
  })
  .refine((style) => (style.dither.kind === 'pattern') === (style.dither.pattern !== null), {
    message: 'dither "pattern" needs a pattern, and nothing else has one',
    path: ['dither', 'pattern'],
  })
export type Style = Value<z.infer<typeof Style>>
