import { add, cross, dot, normalize, type Quat, quatConjugate, quatRotate, scale, sub, type Vec3 } from '../../film'

/** How a picture was seen: the camera that it was drawn with, and how its lens bends it. */
export interface PictureSight {
  readonly position: Vec3
  /** Looks along −z. */
  readonly quaternion: Quat
  /** Radians, vertical. */
  readonly fovY: number
  /** Width over height of what was drawn. */
  readonly aspect: number
  /** As `LensBend` of the renderer; none for a lens that bends nothing. */
  readonly bend?: { readonly distortion: number; readonly zoom: number; readonly weave: readonly [number, number] }
}

/** A point of a picture, in parts of its width and height from its top left. */
export type PicturePoint = readonly [number, number]

/** Where a line of sight begins, and its unit direction. */
export interface Sightline {
  readonly from: Vec3
  readonly along: Vec3
}

/** What is nearer to the camera than this is not in its picture, metres. */
const NEAR_M = 0.05
/** Steps by which a bent place is found; each is a tenth of the one before, at the widest. */
const STEPS = 6

type Off = readonly [number, number]

/** Where the scene pass has what a finished picture shows so far off its middle, in parts of its height: `shaders/distance.wgsl`. */
function bent([x, y]: Off, { aspect, bend }: PictureSight): Off {
  if (!bend) return [x, y]
  const r = Math.hypot(x, y) / (Math.hypot(aspect, 1) / 2)
  const by = ((r * r * bend.distortion + 1) / (Math.max(bend.distortion, 0) + 1)) * bend.zoom
  return [x * by + bend.weave[0], y * by + bend.weave[1]]
}

/** The place of a finished picture that shows what the scene pass has there. */
function unbent(wanted: Off, sight: PictureSight): Off {
  let at = wanted
  for (let i = 0; sight.bend && i < STEPS; i++) {
    const got = bent(at, sight)
    at = [at[0] + wanted[0] - got[0], at[1] + wanted[1] - got[1]]
  }
  return at
}

/** Where a picture shows a point of the set, and how many metres before the lens that is; undefined for what is behind it. */
export function pointInPicture(sight: PictureSight, at: Vec3): { readonly at: PicturePoint; readonly metres: number } | undefined {
  const [x, y, z] = quatRotate(quatConjugate(sight.quaternion), sub(at, sight.position))
  if (z > -NEAR_M) return
  const high = 2 * Math.tan(sight.fovY / 2)
  const [u, v] = unbent([x / -z / high, -y / -z / high], sight)
  return { at: [u / sight.aspect + 0.5, v + 0.5], metres: -z }
}

/** The line along which the camera sees what is at a point of the picture. */
export function sightlineThrough(sight: PictureSight, [u, v]: PicturePoint): Sightline {
  const high = 2 * Math.tan(sight.fovY / 2)
  const [x, y] = bent([(u - 0.5) * sight.aspect, v - 0.5], sight)
  return { from: sight.position, along: normalize(quatRotate(sight.quaternion, [x * high, -y * high, -1])) }
}

/** Where a line of sight meets a plane; undefined where it runs along it, away from it, or meets it farther than `farthest` metres away. */
export function meetsPlane({ from, along }: Sightline, point: Vec3, normal: Vec3, farthest = 200): Vec3 | undefined {
  const toward = dot(along, normal)
  if (Math.abs(toward) < 1e-4) return
  const metres = dot(sub(point, from), normal) / toward
  return metres > 0 && metres < farthest ? add(from, scale(along, metres)) : undefined
}

/** Metres from a point along a unit axis to where a line of sight comes nearest to it; undefined where it looks along the axis. */
export function nearestOnAxis({ from, along }: Sightline, point: Vec3, axis: Vec3): number | undefined {
  const n = cross(along, cross(axis, along))
  const toward = dot(axis, n)
  return toward < 1e-4 ? undefined : dot(sub(from, point), n) / toward
}
