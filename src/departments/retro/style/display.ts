import { type Value, z } from '../../../film'

/** A tube: the beam, the mask before it, the glass, and the cable that leads to it. */
export const Crt = z.object({
  kind: z.literal('crt'),
  /** Width of the beam at black and at white: the standard deviation of its spot, in lines. Near white it never gets so narrow that light is lost. */
  beamDark: z.number().min(0.1).max(1).default(0.24),
  beamBright: z.number().min(0.1).max(1.2).default(0.42),
  /** How sharp the beam is along a line: the standard deviation of its spot, in the machine's pixels. */
  spot: z.number().min(0.1).max(2).default(0.4),
  mask: z.enum(['none', 'aperture', 'slot', 'shadow']).default('aperture'),
  maskStrength: z.number().min(0).max(1).default(0.4),
  /** Width of a triad in whole display pixels; 0 chooses by the display's size. */
  maskPitch: z.number().min(0).max(12).default(0),
  /** How far the glass bulges. */
  curvature: z.number().min(0).max(0.3).default(0),
  /** Radius of its corners, in parts of its height. */
  corner: z.number().min(0).max(0.2).default(0.02),
  /** Shares of the light that stray: near by in the phosphor, and far in the glass. */
  bloom: z.number().min(0).max(1).default(0.12),
  halation: z.number().min(0).max(1).default(0.03),
  /** How far red and blue miss green, in the machine's pixels, at the edge. */
  convergence: z.number().min(0).max(2).default(0),
  vignette: z.number().min(0).max(1).default(0.1),
  /** Every picture of the shot brings every second line anew. */
  interlace: z.boolean().default(false),
  /** What is left of the picture before, per channel that of green; 0 none. */
  persistence: z.number().min(0).max(0.8).default(0),
  /** The cable: each lets less through than the one before. */
  signal: z.enum(['rgb', 's-video', 'composite', 'rf']).default('rgb'),
  /** The carrier's phase goes on from picture to picture, so that the cable's dots crawl; else they stand still. */
  crawl: z.boolean().default(false),
  /** One colour of phosphor instead of three. */
  phosphor: z.enum(['colour', 'white', 'green', 'amber']).default('colour'),
  /** Light of the whole; the mask's loss is made up for without it. */
  brightness: z.number().min(0.5).max(2.5).default(1),
})
export type Crt = Value<z.infer<typeof Crt>>

/** A handheld's liquid crystals. */
export const Lcd = z.object({
  kind: z.literal('lcd'),
  /** How dark the gaps between pixels are. */
  grid: z.number().min(0).max(1).default(0.35),
  /** Red, green and blue stripes of a colour screen. */
  stripes: z.boolean().default(false),
  /** How much of the pictures before is still seen. */
  ghosting: z.number().min(0).max(0.8).default(0.25),
  /** Light falls through the gaps on to the reflector and shows them in its tint: else they are black. */
  reflective: z.boolean().default(false),
  /** Shadow that a pixel throws on the reflector behind it, in parts of a pixel. */
  shadow: z.number().min(0).max(1).default(0.3),
  /** Colour of the light behind, which all pixels take; or of the reflector, seen in the gaps. */
  tint: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .default('#ffffff'),
})
export type Lcd = Value<z.infer<typeof Lcd>>

/** What the picture is seen on. `plain` shows the machine's pixels as they are. */
export const Display = z.discriminatedUnion('kind', [z.object({ kind: z.literal('plain') }), Crt, Lcd])
export type Display = Value<z.infer<typeof Display>>
