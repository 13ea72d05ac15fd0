import { lightOfSrgb } from './srgb'
import type { Quat, Vec3 } from './value'

export const clamp = (v: number, min: number, max: number): number => Math.min(Math.max(v, min), max)
export const lerp = (a: number, b: number, t: number): number => a + (b - a) * t
/** Hermite step from 0 at a to 1 at b. */
export const smoothstep = (a: number, b: number, v: number): number => {
  const t = clamp((v - a) / (b - a), 0, 1)
  return t * t * (3 - 2 * t)
}
/** An angle wrapped into (−π, π]. */
export const wrapAngle = (a: number): number => {
  const t = a - Math.PI * 2 * Math.floor((a + Math.PI) / (Math.PI * 2))
  return t <= -Math.PI ? Math.PI : t
}
/** From angle a to b by the short way. */
export const lerpAngle = (a: number, b: number, t: number): number => a + wrapAngle(b - a) * t

export const add = (a: Vec3, b: Vec3): Vec3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
export const sub = (a: Vec3, b: Vec3): Vec3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
export const scale = (a: Vec3, s: number): Vec3 => [a[0] * s, a[1] * s, a[2] * s]
export const mix = (a: Vec3, b: Vec3, t: number): Vec3 => [lerp(a[0], b[0], t), lerp(a[1], b[1], t), lerp(a[2], b[2], t)]
export const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
export const cross = (a: Vec3, b: Vec3): Vec3 => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
export const length = (a: Vec3): number => Math.sqrt(dot(a, a))
export const distance = (a: Vec3, b: Vec3): number => length(sub(a, b))
/** Unit vector; [0, 0, 1] for a vector of no length. */
export const normalize = (a: Vec3): Vec3 => {
  const l = length(a)
  return l > 1e-12 ? scale(a, 1 / l) : [0, 0, 1]
}

export const QUAT_IDENTITY: Quat = [0, 0, 0, 1]
/** Rotation by `angle` radians about a unit axis. */
export const quatAxis = (axis: Vec3, angle: number): Quat => {
  const s = Math.sin(angle / 2)
  return [axis[0] * s, axis[1] * s, axis[2] * s, Math.cos(angle / 2)]
}
/** First b, then a. */
export const quatMul = (a: Quat, b: Quat): Quat => [
  a[3] * b[0] + a[0] * b[3] + a[1] * b[2] - a[2] * b[1],
  a[3] * b[1] - a[0] * b[2] + a[1] * b[3] + a[2] * b[0],
  a[3] * b[2] + a[0] * b[1] - a[1] * b[0] + a[2] * b[3],
  a[3] * b[3] - a[0] * b[0] - a[1] * b[1] - a[2] * b[2],
]
export const quatConjugate = (q: Quat): Quat => [-q[0], -q[1], -q[2], q[3]]
export const quatRotate = (q: Quat, v: Vec3): Vec3 => {
  const u: Vec3 = [q[0], q[1], q[2]]
  const t = scale(cross(u, v), 2)
  return add(add(v, scale(t, q[3])), cross(u, t))
}
export const quatNormalize = (q: Quat): Quat => {
  const l = Math.sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3])
  return l > 1e-12 ? [q[0] / l, q[1] / l, q[2] / l, q[3] / l] : QUAT_IDENTITY
}
/** Spherical interpolation by the short way. */
export const quatSlerp = (a: Quat, b: Quat, t: number): Quat => {
  let d = a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3]
  const s = d < 0 ? -1 : 1
  d *= s
  if (d > 0.9995) return quatNormalize([lerp(a[0], b[0] * s, t), lerp(a[1], b[1] * s, t), lerp(a[2], b[2] * s, t), lerp(a[3], b[3] * s, t)])
  const th = Math.acos(d)
  const k = 1 / Math.sin(th)
  const wa = Math.sin((1 - t) * th) * k
  const wb = Math.sin(t * th) * k * s
  return [a[0] * wa + b[0] * wb, a[1] * wa + b[1] * wb, a[2] * wa + b[2] * wb, a[3] * wa + b[3] * wb]
}
/** The rotation that takes unit vector a to unit vector b by the shortest arc. */
export const quatBetween = (a: Vec3, b: Vec3): Quat => {
  const d = dot(a, b)
  if (d < -0.999999) {
    const axis = normalize(Math.abs(a[0]) < 0.9 ? cross([1, 0, 0], a) : cross([0, 1, 0], a))
    return quatAxis(axis, Math.PI)
  }
  const c = cross(a, b)
  return quatNormalize([c[0], c[1], c[2], 1 + d])
}
/** Camera-style orientation (looks along −z, y up) at `position` towards `target`, rolled clockwise by `roll` radians. */
export const quatLookAt = (position: Vec3, target: Vec3, roll = 0): Quat => {
  const z = normalize(sub(position, target))
  let x = cross([0, 1, 0], z)
  x = length(x) < 1e-6 ? [1, 0, 0] : normalize(x)
  const y = cross(z, x)
  const q = quatFromBasis(x, y, z)
  return roll === 0 ? q : quatMul(q, quatAxis([0, 0, 1], -roll))
}
/** The rotation whose columns are the orthonormal axes x, y, z. */
export const quatFromBasis = (x: Vec3, y: Vec3, z: Vec3): Quat => {
  const t = x[0] + y[1] + z[2]
  if (t > 0) {
    const s = 0.5 / Math.sqrt(t + 1)
    return [(y[2] - z[1]) * s, (z[0] - x[2]) * s, (x[1] - y[0]) * s, 0.25 / s]
  }
  if (x[0] > y[1] && x[0] > z[2]) {
    const s = 2 * Math.sqrt(1 + x[0] - y[1] - z[2])
    return [0.25 * s, (y[0] + x[1]) / s, (z[0] + x[2]) / s, (y[2] - z[1]) / s]
  }
  if (y[1] > z[2]) {
    const s = 2 * Math.sqrt(1 + y[1] - x[0] - z[2])
    return [(y[0] + x[1]) / s, 0.25 * s, (z[1] + y[2]) / s, (z[0] - x[2]) / s]
  }
  const s = 2 * Math.sqrt(1 + z[2] - x[0] - y[1])
  return [(z[0] + x[2]) / s, (z[1] + y[2]) / s, 0.25 * s, (x[1] - y[0]) / s]
}

/** `#rrggbb` to linear-light RGB (sRGB transfer, IEC 61966-2-1). */
export const hexToLinear = (hex: string): Vec3 => {
  const n = Number.parseInt(hex.slice(1), 16)
  const f = (code: number) => lightOfSrgb(code / 255)
  return [f((n >> 16) & 255), f((n >> 8) & 255), f(n & 255)]
}
