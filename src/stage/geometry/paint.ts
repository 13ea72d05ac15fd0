import { clamp, hexToLinear, SURFACES, type SurfaceKind, type Vec3 } from '../../film'

/** Where a triangle is drawn: opaque, see-through, or a part that shines by itself. */
export type Pass = 'solid' | 'glass' | 'glow'

/** How the next primitives look. */
export interface Paint {
  /** Linear albedo. */
  readonly colour: Vec3
  /** Index into SURFACES. */
  readonly layer: number
  readonly roughness: number
  readonly metalness: number
  readonly pass: Pass
}

const ROUGHNESS: Partial<Record<SurfaceKind, number>> = {
  plain: 0.55,
  plaster: 0.9,
  wood: 0.5,
  planks: 0.55,
  tile: 0.25,
  metal: 0.38,
  fabric: 0.95,
  paper: 0.85,
}

/** A paint from `#rrggbb` and a surface; roughness 0 to 1 defaults by surface, metal surfaces default to metalness 0.85. */
export function paint(hex: string, kind: SurfaceKind = 'plain', roughness?: number, metalness?: number): Paint {
  return {
    colour: hexToLinear(hex),
    layer: SURFACES.indexOf(kind),
    roughness: roughness ?? ROUGHNESS[kind] ?? 0.9,
    metalness: metalness ?? (kind === 'metal' ? 0.85 : 0),
    pass: 'solid',
  }
}

/** A see-through pane. */
export const glassPaint = (hex = '#c8d8dc'): Paint => ({ ...paint(hex, 'plain', 0.06, 0), pass: 'glass' })

/** A shining part; its brightness belongs to the light plan, the colour is what it looks like switched off. */
export const glowPaint = (hex: string): Paint => ({ ...paint(hex, 'plain', 0.6, 0), pass: 'glow' })

/** The paint lighter (k > 1) or darker (k < 1), in linear light. */
export const shade = (p: Paint, k: number): Paint => ({
  ...p,
  colour: [clamp(p.colour[0] * k, 0, 1), clamp(p.colour[1] * k, 0, 1), clamp(p.colour[2] * k, 0, 1)],
})

/** A colour between two, mixed in linear light. */
export const blend = (a: Paint, b: Paint, t: number): Paint => ({
  ...a,
  colour: [0, 1, 2].map((i) => a.colour[i]! + (b.colour[i]! - a.colour[i]!) * t) as unknown as Vec3,
})
