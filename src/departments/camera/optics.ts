import { type CameraPlan, clamp, cross, dot, normalize, roundTo6, sub, throughKeys, type Vec3 } from '../../film'

/** Width of the Super 35 gate, millimetres. */
export const SENSOR_WIDTH_MM = 24.89

/** Half the frame's height at one metre: tangent of half the vertical field of view. */
export const tanHalf = (lensMm: number, aspect: number): number => SENSOR_WIDTH_MM / aspect / (2 * lensMm)

/** Distance at which a lens frames a height. */
export const distanceFor = (heightM: number, lensMm: number, aspect: number): number => heightM / 2 / tanHalf(lensMm, aspect)

/** The lens that frames a height from a distance; whole millimetres, as lenses are marked. */
export const lensFor = (heightM: number, distanceM: number, aspect: number): number =>
  clamp(Math.round((SENSOR_WIDTH_MM / aspect / heightM) * distanceM), 12, 300)

type Keyed = Pick<CameraPlan, 'keys' | 'ease'>

/** Where a camera is and looks at a time: eased through its keys as the shot will be. */
export function cameraAt({ keys, ease }: Keyed, t: number): { readonly position: Vec3; readonly target: Vec3 } {
  if (keys.length === 1) return keys[0]!
  const ts = keys.map((k) => k.t)
  const vec = (of: (k: Keyed['keys'][number]) => Vec3): Vec3 => {
    const axis = (i: 0 | 1 | 2) =>
      throughKeys(
        ts,
        keys.map((k) => of(k)[i]),
        t,
        ease === 'smooth',
      )
    return [axis(0), axis(1), axis(2)]
  }
  return { position: vec((k) => k.position), target: vec((k) => k.target) }
}

/** The focal length at a time, millimetres. */
export const lensAt = ({ keys, ease, lensMm }: Pick<CameraPlan, 'keys' | 'ease' | 'lensMm'>, t: number): number =>
  throughKeys(
    keys.map((k) => k.t),
    keys.map((k) => k.lensMm ?? lensMm),
    t,
    ease === 'smooth',
  )

/**
 * A point in the picture at a time of the shot: x and y from −1 (left, bottom) to 1, and its distance before the lens
 * in metres (0 or less: behind the camera).
 */
export function projectPoint(
  camera: Pick<CameraPlan, 'keys' | 'ease' | 'lensMm'>,
  t: number,
  aspect: number,
  point: Vec3,
): { readonly x: number; readonly y: number; readonly depth: number } {
  const { position, target } = cameraAt(camera, t)
  const ahead = normalize(sub(target, position))
  const right = normalize(cross(ahead, [0, 1, 0]))
  const up = cross(right, ahead)
  const to = sub(point, position)
  const depth = dot(to, ahead)
  const k = tanHalf(lensAt(camera, t), aspect) * Math.max(1e-6, depth)
  return { x: roundTo6(dot(to, right) / (k * aspect)), y: roundTo6(dot(to, up) / k), depth: roundTo6(depth) }
}

/**
 * Where to aim so that a point lands at (x, y) of the picture, −1 to 1. Exact for the height, near enough for the side.
 */
export function aimAt(position: Vec3, point: Vec3, x: number, y: number, lensMm: number, aspect: number): Vec3 {
  const to = sub(point, position)
  const flat = Math.sqrt(to[0] * to[0] + to[2] * to[2])
  const yaw = Math.atan2(to[0], to[2])
  const k = tanHalf(lensMm, aspect)
  // Pitch and yaw that move the point by its offset; small-angle for the side, exact for the height.
  const pitch = Math.atan2(to[1], flat) - Math.atan(y * k)
  const turned = yaw + Math.atan((x * k * aspect) / Math.max(0.2, Math.cos(pitch)))
  const d = Math.max(0.5, Math.sqrt(flat * flat + to[1] * to[1]))
  return [
    position[0] + Math.sin(turned) * Math.cos(pitch) * d,
    position[1] + Math.sin(pitch) * d,
    position[2] + Math.cos(turned) * Math.cos(pitch) * d,
  ]
}
