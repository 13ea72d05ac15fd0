import type { SetSpec, Surface, SurfaceKind } from '../../film'
import type { ThingChange } from './change-things'
import { thingOfTime } from './period'
import { putInSet } from './put-in-set'
import { withoutThings } from './without-things'

/** A surface as it is wished for; what is not said stays as the department made it. */
export interface SurfaceWish {
  readonly kind?: SurfaceKind
  /** `#rrggbb` */
  readonly colour?: string
}

/** A thing wished into a set. */
export interface ThingWish {
  /** Id of the prop catalogue. */
  readonly prop: string
  /** On the floor plan, metres: `[x, z]`, or `[x, y, z]`. */
  readonly position?: readonly number[]
  /** The thing it stands on, in words. */
  readonly at?: string
  /** Which way it faces, radians about y; 0 towards +z. */
  readonly yaw?: number
}

/** What somebody wants otherwise of a set that is designed; the rest is the department's. */
export interface SetWish {
  /** Metres: width, depth, and for rooms height. */
  readonly widthM?: number
  readonly depthM?: number
  readonly heightM?: number
  readonly floor?: SurfaceWish
  readonly walls?: SurfaceWish
  readonly ceiling?: SurfaceWish
  /** Skirting, frames and beams, `#rrggbb`. */
  readonly trim?: string
  /** What lies beyond windows, or around. */
  readonly surroundings?: SetSpec['surroundings']
  /** Things of the catalogue that shall not be there. */
  readonly without?: readonly string[]
  readonly add?: readonly ThingWish[]
  /** Things of it that are to be elsewhere, or others. */
  readonly things?: readonly ThingChange[]
}

const surfaced = (surface: Surface, wish: SurfaceWish | undefined): Surface =>
  wish
    ? {
        ...surface,
        ...(wish.kind ? { kind: wish.kind, metalness: wish.kind === 'metal' ? 0.18 : 0 } : {}),
        ...(wish.colour ? { colour: wish.colour } : {}),
      }
    : surface

/** A designed set as somebody wants it; its size is the design's business, and its things are moved when it is dressed. What finds no room is left out. */
export function setAsWished(designed: SetSpec, wish: SetWish): SetSpec {
  const bare = withoutThings(
    designed,
    designed.placements.flatMap((p) => (wish.without?.includes(p.prop) ? [p.key] : [])),
  )
  const { dado: _, ...plain } = bare
  const surfaces: SetSpec = {
    // Whoever says how walls are wants no panelling of another kind.
    ...(wish.walls ? plain : bare),
    floor: surfaced(bare.floor, wish.floor),
    walls: surfaced(bare.walls, wish.walls),
    ceiling: surfaced(bare.ceiling, wish.ceiling),
    trim: wish.trim ?? bare.trim,
    surroundings: wish.surroundings ?? bare.surroundings,
  }
  return (wish.add ?? []).reduce((set, { prop, position, at, yaw }) => {
    const then = thingOfTime(prop, set.year) ?? prop
    return putInSet(set, then, { ...(position ? { position } : {}), ...(at ? { at } : {}), ...(yaw === undefined ? {} : { yaw }) }) ?? set
  }, surfaces)
}
