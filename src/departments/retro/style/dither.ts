import { type Value, z } from '../../../film'

/** Dithers that compare each pixel with a pattern fixed to the screen. */
export const ORDERED_DITHERS = ['bayer', 'blue-noise', 'cluster', 'cluster-45', 'lines', 'pattern'] as const
/** Dithers that hand each pixel's error on to its neighbours. */
export const DIFFUSION_DITHERS = [
  'floyd-steinberg',
  'jarvis-judice-ninke',
  'stucki',
  'burkes',
  'sierra',
  'sierra-two-row',
  'sierra-lite',
  'atkinson',
] as const
export const DITHERS = ['none', ...ORDERED_DITHERS, ...DIFFUSION_DITHERS] as const
export type OrderedDither = (typeof ORDERED_DITHERS)[number]
export type DiffusionDither = (typeof DIFFUSION_DITHERS)[number]
export type DitherKind = (typeof DITHERS)[number]

/** How colours between two of the palette are shown. */
export const Dither = z.object({
  kind: z.enum(DITHERS).default('none'),
  /** Side of the Bayer matrix. */
  size: z.union([z.literal(2), z.literal(4), z.literal(8), z.literal(16)]).default(4),
  /** The matrix of `pattern`: rows of ranks, any whole numbers from 0; lower ones light up first. */
  pattern: z
    .array(z.array(z.int().min(0).max(65535)).min(1).max(64))
    .min(1)
    .max(64)
    .nullable()
    .default(null),
  /** Scales the share of the second colour, or the error that is handed on. */
  strength: z.number().min(0).max(1).default(1),
  /**
   * How much a pair's contrast counts against it beside its error in colour: 0 mixes any two colours that average right,
   * more keeps to calmer pairs. Ordered dithers only.
   */
  contrastPenalty: z.number().min(0).max(1).default(0.045),
  /** Error is measured in linear light, where the eye mixes, instead of in sRGB code values. Diffusion only. */
  linear: z.boolean().default(false),
  /** Every other row runs backwards. That has no parallel schedule: it is done on the processor, for stills. Diffusion only. */
  serpentine: z.boolean().default(false),
  /** Error stays within a small neighbourhood, so that what moves in one part of a picture leaves the others still. Diffusion only. */
  local: z.boolean().default(true),
})
export type Dither = Value<z.infer<typeof Dither>>

/** Whether a dither hands error on. */
export const isDiffusion = (kind: DitherKind): kind is DiffusionDither => (DIFFUSION_DITHERS as readonly string[]).includes(kind)
