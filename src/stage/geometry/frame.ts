import { cross, normalize, type Vec3 } from '../../film'

/** An affine transform: three columns and a translation. */
export interface Frame {
  readonly x: Vec3
  readonly y: Vec3
  readonly z: Vec3
  readonly o: Vec3
}

/** No move, no turn. */
export const FRAME_IDENTITY: Frame = { x: [1, 0, 0], y: [0, 1, 0], z: [0, 0, 1], o: [0, 0, 0] }

/** A point of the frame in its parent. */
export const toParent = (f: Frame, p: Vec3): Vec3 => [
  f.x[0] * p[0] + f.y[0] * p[1] + f.z[0] * p[2] + f.o[0],
  f.x[1] * p[0] + f.y[1] * p[1] + f.z[1] * p[2] + f.o[1],
  f.x[2] * p[0] + f.y[2] * p[1] + f.z[2] * p[2] + f.o[2],
]

/** A direction of the frame in its parent. */
export const turn = (f: Frame, p: Vec3): Vec3 => [
  f.x[0] * p[0] + f.y[0] * p[1] + f.z[0] * p[2],
  f.x[1] * p[0] + f.y[1] * p[1] + f.z[1] * p[2],
  f.x[2] * p[0] + f.y[2] * p[1] + f.z[2] * p[2],
]

/** First b, then a. */
export const compose = (a: Frame, b: Frame): Frame => ({ x: turn(a, b.x), y: turn(a, b.y), z: turn(a, b.z), o: toParent(a, b.o) })

/** A frame moved to `at` and turned by yaw (about y), then pitch (about x), then roll (about z), radians. */
export function placed(at: Vec3, yaw = 0, pitch = 0, roll = 0): Frame {
  const cy = Math.cos(yaw)
  const sy = Math.sin(yaw)
  let f: Frame = { x: [cy, 0, -sy], y: [0, 1, 0], z: [sy, 0, cy], o: at }
  if (pitch !== 0) {
    const c = Math.cos(pitch)
    const s = Math.sin(pitch)
    f = compose(f, { x: [1, 0, 0], y: [0, c, s], z: [0, -s, c], o: [0, 0, 0] })
  }
  if (roll !== 0) {
    const c = Math.cos(roll)
    const s = Math.sin(roll)
    f = compose(f, { x: [c, s, 0], y: [-s, c, 0], z: [0, 0, 1], o: [0, 0, 0] })
  }
  return f
}

/** A frame at `from` whose y axis points at `to` (for rods and limbs). */
export function along(from: Vec3, to: Vec3): Frame {
  const y = normalize([to[0] - from[0], to[1] - from[1], to[2] - from[2]])
  const x = normalize(cross(Math.abs(y[0]) < 0.9 ? [1, 0, 0] : [0, 0, 1], y))
  return { x, y, z: cross(x, y), o: from }
}
