import {
  add,
  type CameraPlan,
  dot,
  lerp,
  noise1,
  type Quat,
  quatAxis,
  quatLookAt,
  quatMul,
  quatRotate,
  smoothstep,
  sub,
  throughKeys,
  type Vec3,
} from '../film'

/** A camera in a frame. */
export interface CameraPose {
  readonly position: Vec3
  readonly quaternion: Quat
  readonly fovY: number
  readonly lensMm: number
}

/** Vertical field of view of a lens on a gate of a width, for a picture's aspect, radians. */
export const fovYOf = (sensorWidthMm: number, lensMm: number, aspect: number): number => 2 * Math.atan(sensorWidthMm / 2 / lensMm / aspect)

/** Noise between −1 and 1 without anything fast: three octaves from 0.55 to 2.6 Hz, as a person holds a camera. */
const unsteady = (key: string, t: number): number =>
  0.6 * noise1(`${key}/a`, t * 0.55) + 0.3 * noise1(`${key}/b`, t * 1.27) + 0.1 * noise1(`${key}/c`, t * 2.6)

/** The camera at a time, hand-held unrest included. @param key the shot's key, which seeds it. */
export function cameraAt(plan: CameraPlan, aspect: number, key: string, t: number): CameraPose {
  const ts = plan.keys.map((k) => k.t)
  const smooth = plan.ease === 'smooth'
  const value = (f: (k: CameraPlan['keys'][number]) => number) => throughKeys(ts, plan.keys.map(f), t, smooth)
  const vec = (f: (k: CameraPlan['keys'][number]) => Vec3): Vec3 => [value((k) => f(k)[0]), value((k) => f(k)[1]), value((k) => f(k)[2])]
  let position = vec((k) => k.position)
  const target = vec((k) => k.target)
  let quaternion = quatLookAt(
    position,
    target,
    value((k) => k.roll),
  )
  if (plan.handheld > 0) {
    const n = (axis: string) => unsteady(`${key}/handheld-${axis}`, t)
    const mm = 0.022 * plan.handheld
    const turn = 0.016 * plan.handheld
    position = add(position, quatRotate(quaternion, [n('x') * mm, n('y') * mm, n('z') * mm * 0.6]))
    const shake = quatMul(
      quatMul(quatAxis([0, 1, 0], n('yaw') * turn), quatAxis([1, 0, 0], n('pitch') * turn * 0.8)),
      quatAxis([0, 0, 1], n('roll') * turn * 0.5),
    )
    quaternion = quatMul(quaternion, shake)
  }
  const lensMm = value((k) => k.lensMm ?? plan.lensMm)
  return { position, quaternion, fovY: fovYOf(plan.sensorWidthMm, lensMm, aspect), lensMm }
}

/** Distance of a point along the optical axis, metres; at least 0.1. */
export const depthOf = (camera: CameraPose, point: Vec3): number =>
  Math.max(0.1, -dot(quatRotate(camera.quaternion, [0, 0, 1]), sub(point, camera.position)))

/**
 * How far away is sharp, metres: on somebody, at a distance, or on the way from one to the next, where the focus ring turns
 * evenly, that is, in dioptres.
 * @param on distance of somebody's eyes.
 */
export function focusAt(focus: CameraPlan['focus'], t: number, on: (actor: string) => number): number {
  if (focus.kind === 'distance') return focus.metres
  if (focus.kind === 'actor') return on(focus.actor)
  const metres = (key: (typeof focus.keys)[number]) => (key.actor === undefined ? (key.metres ?? 3) : on(key.actor))
  const i = focus.keys.findLastIndex((key) => key.t0 <= t)
  const key = focus.keys[Math.max(0, i)]!
  const before = focus.keys[i - 1]
  if (!before || t >= key.t1) return metres(key)
  return 1 / lerp(1 / metres(before), 1 / metres(key), smoothstep(key.t0, key.t1, t))
}
