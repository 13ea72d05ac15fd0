import { BONES, type Bone, type Quat, type Vec3 } from '../film'

/** 0 = left, 1 = right. */
export type Side = 0 | 1
/** Both sides, in order. */
export const SIDES: readonly Side[] = [0, 1]
/** Which way a side lies along x: left is +1. */
export const SIGN = [1, -1] as const
/** Names of the sides as bones spell them. */
export const SIDE_NAMES = ['left', 'right'] as const

/** Index of every bone in BONES. */
export const BONE_INDEX = Object.fromEntries(BONES.map((b, i) => [b, i])) as Readonly<Record<Bone, number>>

/** Index of a paired bone, `('UpperArm', 0)` = leftUpperArm. */
const PARTS = [
  'Eye',
  'Shoulder',
  'UpperArm',
  'LowerArm',
  'Hand',
  'UpperLeg',
  'LowerLeg',
  'Foot',
  'Toes',
  'Thumb',
  'Index',
  'Fingers',
] as const
export type Part = (typeof PARTS)[number]
const PAIRED = Object.fromEntries(
  PARTS.map((p) => [p, [BONE_INDEX[`left${p}` as Bone], BONE_INDEX[`right${p}` as Bone]]]),
) as unknown as Readonly<Record<Part, readonly [number, number]>>
/** Index in BONES of a part on a side. */
export const boneOf = (part: Part, side: Side): number => PAIRED[part][side]

/** Rotation about x: positive bends forward (head to toes), radians. */
export const rx = (a: number): Quat => [Math.sin(a / 2), 0, 0, Math.cos(a / 2)]
/** Rotation about y: positive turns to one's left. */
export const ry = (a: number): Quat => [0, Math.sin(a / 2), 0, Math.cos(a / 2)]
/** Rotation about z: positive leans to one's right. */
export const rz = (a: number): Quat => [0, 0, Math.sin(a / 2), Math.cos(a / 2)]

/** Turn, then bend, then lean: Ry · Rx · Rz of [pitch, yaw, roll]. */
export function bend(pitch: number, yaw: number, roll: number): Quat {
  const a = Math.sin(pitch / 2)
  const A = Math.cos(pitch / 2)
  const b = Math.sin(yaw / 2)
  const B = Math.cos(yaw / 2)
  const c = Math.sin(roll / 2)
  const C = Math.cos(roll / 2)
  return [B * a * C + b * A * c, b * A * C - B * a * c, B * A * c - b * a * C, B * A * C + b * a * c]
}

/** The same rotation seen in a mirror across the body's middle plane. */
export const mirror = (q: Quat): Quat => [q[0], -q[1], -q[2], q[3]]

/** Seventh of a turn helpers read badly: degrees to radians. */
export const deg = (d: number): number => (d * Math.PI) / 180

/** Smoothest step with no speed and no acceleration at its ends (Perlin's quintic), 0 to 1. */
export const ease = (u: number): number => {
  const t = Math.max(0, Math.min(u, 1))
  return t * t * t * (t * (t * 6 - 15) + 10)
}

/** 0 → 1 → 0 over u in [0, 1], flat at both ends. */
export const bump = (u: number): number => (u <= 0 || u >= 1 ? 0 : Math.sin(Math.PI * u) ** 2)

/** Turns a vector about y. */
export const turnY = (v: Vec3, yaw: number): Vec3 => {
  const s = Math.sin(yaw)
  const c = Math.cos(yaw)
  return [v[0] * c + v[2] * s, v[1], v[2] * c - v[0] * s]
}
