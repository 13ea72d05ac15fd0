import { type Value, z } from '../../../film'

/** How the scene itself is drawn: what a renderer of that time or hand would have done with it. */
export const SceneLook = z.object({
  /** 1 surfaces with all their texture, 0 plain colours. */
  texture: z.number().min(0).max(1).default(1),
  /** Every face flat, as a machine draws that lights whole polygons. */
  faceted: z.boolean().default(false),
  /** Lines of a screen to whose pixels corners of faces snap (32-bit machines had no fractions of a pixel); null is none. */
  snap: z.int().min(60).max(1080).nullable().default(null),
  /** Steps that light falls off in, as in a drawn film; 0 is smooth. */
  bands: z.int().min(0).max(6).default(0),
  /**
   * How much of its colour light keeps, 1 all, 0 none: whoever draws with few colours paints each thing in its own, by
   * whatever light, so that it is known again in the next shot.
   */
  tint: z.number().min(0).max(1).default(1),
  /** Strength of ambient occlusion, bloom and depth of field: of 1 as in a film. */
  occlusion: z.number().min(0).max(1).default(1),
  bloom: z.number().min(0).max(3).default(1),
  focus: z.number().min(0).max(2).default(1),
})
export type SceneLook = Value<z.infer<typeof SceneLook>>

/** What a hand does to the finished look before it becomes pixels. */
export const Ink = z.object({
  /** `plain` leaves the paint; `cel` makes flat areas; `oil` brush strokes; `pencil` hatching on paper; `stipple` light and line alone, for one-bit pictures. */
  paint: z.enum(['plain', 'cel', 'oil', 'pencil', 'stipple']).default('plain'),
  /** Reach of brush or hatch in thousandths of the picture's height. */
  size: z.number().min(1).max(40).default(8),
  /** Outlines where depth breaks, surfaces turn and one thing ends: strength 0 to 1 and width in thousandths of the picture's height. */
  outline: z.number().min(0).max(1).default(0),
  /** What is outlined: everything, or people alone, so that figures stand out from the ground wherever they are as light as it. */
  outlined: z.enum(['everything', 'people']).default('everything'),
  outlineWidth: z.number().min(0.5).max(12).default(2),
  outlineColour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .default('#000000'),
})
export type Ink = Value<z.infer<typeof Ink>>
