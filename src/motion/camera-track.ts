import { add, type CameraPlan, dot, lerp, noise1, type Quat, quatAxis, quatLookAt, quatMul, quatRotate, sub, type Vec3 } from '../film'

/** A camera in a frame. */
export interface CameraPose {
  readonly position: Vec3
  readonly quaternion: Quat
  readonly fovY: number
}

/** Vertical field of view of a lens on a gate of a width, for a picture's aspect, radians. */
export const fovYOf = (sensorWidthMm: number, lensMm: number, aspect: number): number => 2 * Math.atan(sensorWidthMm / 2 / lensMm / aspect)

/** A smooth value through keys: cubic Hermite with Catmull-Rom slopes inside and no speed at either end. */
function through(ts: readonly number[], vs: readonly number[], t: number, smooth: boolean): number {
  const n = ts.length
  if (t <= ts[0]!) return vs[0]!
  if (t >= ts[n - 1]!) return vs[n - 1]!
  let i = 0
  while (ts[i + 1]! < t) i++
  const h = ts[i + 1]! - ts[i]!
  const u = h > 0 ? (t - ts[i]!) / h : 1
  if (!smooth) return lerp(vs[i]!, vs[i + 1]!, u)
  const slope = (k: number) => (k === 0 || k === n - 1 ? 0 : (vs[k + 1]! - vs[k - 1]!) / Math.max(1e-6, ts[k + 1]! - ts[k - 1]!))
  const m0 = slope(i) * h
  const m1 = slope(i + 1) * h
  const u2 = u * u
  const u3 = u2 * u
  return (2 * u3 - 3 * u2 + 1) * vs[i]! + (u3 - 2 * u2 + u) * m0 + (3 * u2 - 2 * u3) * vs[i + 1]! + (u3 - u2) * m1
}

/** Noise between −1 and 1 without anything fast: three octaves from 0.55 to 2.6 Hz, as a person holds a camera. */
const unsteady = (key: string, t: number): number =>
  0.6 * noise1(`${key}/a`, t * 0.55) + 0.3 * noise1(`${key}/b`, t * 1.27) + 0.1 * noise1(`${key}/c`, t * 2.6)

/** The camera at a time, hand-held unrest included. @param key the shot's key, which seeds it. */
export function cameraAt(plan: CameraPlan, aspect: number, key: string, t: number): CameraPose {
  const ts = plan.keys.map((k) => k.t)
  const smooth = plan.ease === 'smooth'
  const value = (f: (k: CameraPlan['keys'][number]) => number) => through(ts, plan.keys.map(f), t, smooth)
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
  return { position, quaternion, fovY: fovYOf(plan.sensorWidthMm, plan.lensMm, aspect) }
}

/** Distance of a point along the optical axis, metres; at least 0.1. */
export const depthOf = (camera: CameraPose, point: Vec3): number =>
  Math.max(0.1, -dot(quatRotate(camera.quaternion, [0, 0, 1]), sub(point, camera.position)))
