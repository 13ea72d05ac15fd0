import { type FurnitureLeaf, leavesOf, type Random, random, type SurfaceKind } from '../../film'
import { type MeshBatch, type Paint, paint } from '../geometry'

/** Colours and variation of one thing. */
export interface PropLook {
  /** `#rrggbb`; a prop has a colour of its own when left out. */
  readonly colour?: string | undefined
  readonly accent?: string | undefined
  readonly seed: number
  /** True for what is driven: its steering wheel is a mesh of its own, its panes are out. */
  readonly loose?: boolean | undefined
  /** Parts that are drawn apart, by their kind: each in a batch whose origin is its hinge, or the thing's own for a drawer. */
  readonly leaves?: ReadonlyMap<FurnitureLeaf['kind'], MeshBatch> | undefined
  /** Where the halves of a curtain go that somebody draws: each by its outer edge. */
  readonly drawn?: readonly [MeshBatch, MeshBatch] | undefined
}

/** A part that is drawn apart. */
export interface ShapeLeaf {
  readonly leaf: FurnitureLeaf
  readonly into: MeshBatch
}

/** What a builder works with: its box in metres, its colours, its dice. */
export interface PropShape {
  readonly b: MeshBatch
  readonly w: number
  readonly h: number
  readonly d: number
  readonly rnd: Random
  /** Steering wheel and panes are left out. */
  readonly loose: boolean
  /** Batches for the halves of a curtain that somebody draws. */
  readonly drawn: readonly [MeshBatch, MeshBatch] | undefined
  /** What of it opens, and is drawn apart. */
  readonly leaves: readonly ShapeLeaf[]
  /** The main colour (or the builder's own) on a surface. */
  main(own: string, kind?: SurfaceKind, roughness?: number, metalness?: number): Paint
  /** The second colour. */
  accent(own: string, kind?: SurfaceKind, roughness?: number, metalness?: number): Paint
}

/** Draws one kind of thing. */
export type PropBuilder = (s: PropShape) => void

/** What a builder needs, from an id, a size in metres and a look. */
export function propShape(b: MeshBatch, id: string, size: readonly [number, number, number], look: PropLook): PropShape {
  return {
    b,
    w: size[0],
    h: size[1],
    d: size[2],
    rnd: random(`${id}/${look.seed}`),
    loose: look.loose ?? false,
    drawn: look.drawn,
    leaves: leavesOf(id, size).flatMap((leaf) => {
      const into = look.leaves?.get(leaf.kind)
      return into ? [{ leaf, into }] : []
    }),
    main: (own, kind, roughness, metalness) => paint(look.colour ?? own, kind, roughness, metalness),
    accent: (own, kind, roughness, metalness) => paint(look.accent ?? own, kind, roughness, metalness),
  }
}

/** Brass, steel and the like, so that handles agree. */
export const BRASS = paint('#a5834a', 'metal', 0.35, 0.9)
export const STEEL = paint('#9a9da0', 'metal', 0.32, 0.9)
export const DARK_METAL = paint('#3a3c3e', 'metal', 0.5, 0.7)
export const BLACK = paint('#232323', 'plain', 0.5)
export const WHITE_WARE = paint('#d6cfc0', 'plain', 0.25)
