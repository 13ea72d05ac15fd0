import { type CharacterSpec, clamp, handSize, smoothstep, type Vec3 } from '../../film'
import type { BindPose } from './bind-pose'
import { capsule, ellipsoid, type Field, smin } from './sdf'

/** The undressed body in the bind pose as distance fields, and the measures that clothes are cut by. Metres. */
export interface Body {
  readonly pose: BindPose
  readonly h: number
  /** Build from −1 gaunt to 1 heavy. */
  readonly fat: number
  /** 0 small child, 1 grown. */
  readonly grown: number
  readonly female: boolean
  /** Size of the hands, statures. */
  readonly hand: number
  readonly hipY: number
  readonly waistY: number
  readonly chestY: number
  readonly shoulderY: number
  readonly neckY: number
  readonly neckRadius: number
  /** Half width, half depth and centre z of the trunk at a height. */
  section(y: number): readonly [number, number, number]
  readonly torso: Field
  readonly arms: Field
  readonly legs: Field
  readonly trunkAndArms: Field
  readonly trunkAndLegs: Field
  readonly shoulder: Vec3
  readonly elbow: Vec3
  readonly wrist: Vec3
  /** Of the forearm at the wrist, metres. */
  readonly wristR: number
}

/** Catmull–Rom through keys (y, values…), clamped at both ends. */
function spline(keys: readonly (readonly number[])[], y: number, out: [number, number, number]): [number, number, number] {
  const n = keys.length
  if (y <= keys[0]![0]!) return copy(keys[0]!, out)
  if (y >= keys[n - 1]![0]!) return copy(keys[n - 1]!, out)
  let i = 0
  while (keys[i + 1]![0]! < y) i++
  const a = keys[Math.max(0, i - 1)]!
  const b = keys[i]!
  const c = keys[i + 1]!
  const d = keys[Math.min(n - 1, i + 2)]!
  const span = c[0]! - b[0]!
  const t = (y - b[0]!) / span
  const t2 = t * t
  const t3 = t2 * t
  for (let k = 1; k < 4; k++) {
    const m0 = ((c[k]! - a[k]!) / (c[0]! - a[0]!)) * span
    const m1 = ((d[k]! - b[k]!) / (d[0]! - b[0]!)) * span
    out[k - 1] = (2 * t3 - 3 * t2 + 1) * b[k]! + (t3 - 2 * t2 + t) * m0 + (-2 * t3 + 3 * t2) * c[k]! + (t3 - t2) * m1
  }
  return out
}
const copy = (key: readonly number[], out: [number, number, number]): [number, number, number] => {
  for (let k = 1; k < 4; k++) out[k - 1] = key[k]!
  return out
}

/** Trunk as a lofted section, limbs as round cones with the muscles that show, all smoothly united. */
export function bodyField(spec: CharacterSpec, pose: BindPose): Body {
  const h = spec.heightM
  const fat = clamp((spec.build - 0.5) * 2, -1, 1)
  const heavy = Math.max(0, fat)
  const grown = smoothstep(3, 17, spec.age)
  const female = spec.sex === 'female'
  const fem = female ? grown : 0
  const m = spec.muscle
  const limb = 1 + 0.3 * fat + 0.22 * (m - 0.4) + 0.06 * (1 - grown)
  const hip = pose.at('leftUpperLeg')
  const shoulder = pose.at('leftUpperArm')
  const elbow = pose.at('leftLowerArm')
  const wrist = pose.at('leftHand')
  const knee = pose.at('leftLowerLeg')
  const ankle = pose.at('leftFoot')
  const neck = pose.at('neck')
  const head = pose.at('head')
  const hipY = hip[1]
  const shoulderY = shoulder[1]
  const at = (t: number) => hipY + (shoulderY - hipY) * t
  const sx = shoulder[0]
  const neckRadius = pose.figure.headM * (0.2 + 0.02 * heavy + (female ? -0.012 : 0.02 + 0.02 * m)) * (0.84 + 0.16 * grown)
  const back = -0.01 * h
  // Height, half width, half depth, centre z.
  const keys = [
    [at(-0.16), hip[0] + 0.031 * h * limb, 0.043 * h * (1 + 0.3 * fat), -0.008 * h],
    [at(0.0), hip[0] + (0.041 + 0.006 * fem) * h * (1 + 0.32 * fat), 0.057 * h * (1 + 0.34 * fat + 0.06 * fem), -0.008 * h],
    [at(0.16), hip[0] + (0.034 + 0.003 * fem) * h * (1 + 0.5 * fat), 0.057 * h * (1 + 0.5 * fat), 0.004 * h * heavy],
    [
      at(0.42),
      (0.079 - 0.0085 * fem) * h * (1 + 0.3 * fat + 0.5 * heavy * heavy),
      0.05 * h * (1 + 0.3 * fat + 0.62 * heavy),
      0.02 * h * heavy,
    ],
    [
      at(0.66),
      (0.082 - 0.004 * fem + 0.006 * m) * h * (1 + 0.2 * fat + 0.16 * heavy),
      0.056 * h * (1 + 0.22 * fat + 0.22 * heavy),
      0.004 * h * heavy - 0.002 * h,
    ],
    [at(0.84), Math.min(sx * 0.84, 0.092 * h * (1 + 0.15 * fat + 0.1 * m)), 0.059 * h * (1 + 0.2 * fat + 0.12 * m), back * 0.7],
    [at(0.96), sx * 0.78, 0.046 * h * (1 + 0.2 * fat + 0.1 * m), back],
    [at(1.06), sx * 0.46, 0.036 * h * (1 + 0.2 * fat), back * 1.2],
    [at(1.16), neckRadius * 0.9, neckRadius * 0.9, back * 1.2],
  ]
  const sec: [number, number, number] = [0, 0, 0]
  const section = (y: number): readonly [number, number, number] => spline(keys, y, [0, 0, 0])
  const top = at(1.14)
  const bottom = at(-0.17)
  const bustY = at(0.7)
  const bust = fem * (0.75 + 0.35 * fat)
  const shoulderR = 0.0305 * h * Math.min(limb, 0.5 + 0.5 * limb)
  const torso: Field = (x, y, z) => {
    spline(keys, y, sec)
    const [w, d, zc] = sec
    // Slightly square: the power 2.4 keeps a chest from being a barrel.
    const ax = Math.abs(x) / w
    const az = Math.abs(z - zc) / d
    const r = Math.sqrt(ax * ax + az * az + 0.25 * ax * ax * az * az)
    let f = (r - 1) * Math.min(w, d) * 1.04
    f = Math.max(f, y - top, bottom - y)
    const ux = Math.abs(x)
    f = smin(
      f,
      capsule(
        ux,
        y,
        z,
        0,
        neck[1] + 0.022 * h,
        neck[2] - 0.008 * h,
        sx * 0.86,
        shoulderY - 0.004 * h,
        back * 1.2,
        0.028 * h,
        0.018 * h * limb,
      ),
      0.03 * h,
    )
    f = smin(
      f,
      capsule(
        ux,
        y,
        z,
        0,
        neck[1] - 0.02 * h,
        neck[2] - 0.004 * h,
        0,
        head[1] + 0.01 * h,
        head[2] - 0.006 * h,
        neckRadius * 1.04,
        neckRadius * 0.95,
      ),
      0.022 * h,
    )
    if (bust > 0.05)
      f = smin(
        f,
        ellipsoid(
          ux,
          y,
          z,
          0.042 * h,
          bustY,
          0.034 * h + 0.012 * h * fat,
          0.036 * h * (0.7 + 0.3 * bust),
          0.036 * h * (0.7 + 0.3 * bust),
          0.032 * h * bust,
        ),
        0.03 * h,
      )
    else if (m > 0.4) f = smin(f, ellipsoid(ux, y, z, 0.044 * h, at(0.8), 0.034 * h, 0.046 * h, 0.03 * h, 0.022 * h * (0.6 + m)), 0.03 * h)
    return f
  }
  const armR = 0.0245 * h * limb
  const wristR = armR * 0.55
  const arms: Field = (x, y, z) => {
    const ux = Math.abs(x)
    let f = capsule(
      ux,
      y,
      z,
      shoulder[0] - 0.002 * h,
      shoulder[1] - 0.012 * h,
      shoulder[2],
      elbow[0],
      elbow[1],
      elbow[2],
      armR * 1.12,
      armR * 0.9,
    )
    f = smin(
      f,
      ellipsoid(
        ux,
        y,
        z,
        shoulder[0] - 0.003 * h,
        shoulder[1] - 0.026 * h,
        shoulder[2],
        shoulderR * 0.96,
        shoulderR * 1.24,
        shoulderR * 1.06,
      ),
      0.02 * h,
    )
    f = smin(f, capsule(ux, y, z, elbow[0], elbow[1], elbow[2], wrist[0], wrist[1], wrist[2], armR * 0.86, wristR), 0.016 * h)
    const fx = elbow[0] + (wrist[0] - elbow[0]) * 0.28
    const fy = elbow[1] + (wrist[1] - elbow[1]) * 0.28
    f = smin(f, ellipsoid(ux, y, z, fx, fy, elbow[2], armR * 0.98, armR * 1.25, armR * 0.98), 0.02 * h)
    return f
  }
  const legR = 0.046 * h * (limb * 0.7 + 0.3 + 0.06 * fem)
  const calf = 0.034 * h * (0.5 + 0.5 * limb)
  const legs: Field = (x, y, z) => {
    const ux = Math.abs(x)
    let f = capsule(ux, y, z, hip[0] * 1.02, hip[1] - 0.02 * h, hip[2], knee[0], knee[1], knee[2], legR * 1.05, legR * 0.66)
    f = smin(f, capsule(ux, y, z, knee[0], knee[1], knee[2], ankle[0], ankle[1], ankle[2], legR * 0.66, legR * 0.42), 0.02 * h)
    f = smin(
      f,
      ellipsoid(ux, y, z, knee[0] * 1.02, knee[1] * 0.72 + ankle[1] * 0.28, knee[2] - 0.014 * h, calf, 0.075 * h, calf),
      0.025 * h,
    )
    f = smin(
      f,
      ellipsoid(ux, y, z, hip[0] * 0.86, hip[1] - 0.004 * h, -0.036 * h, legR * 1.0, legR * 1.02, legR * 0.86 * (1 + 0.12 * fat)),
      0.03 * h,
    )
    return f
  }
  return {
    pose,
    h,
    fat,
    grown,
    female,
    hand: handSize(spec),
    hipY,
    waistY: at(0.3),
    chestY: at(0.8),
    shoulderY,
    neckY: neck[1],
    neckRadius,
    section,
    torso,
    arms,
    legs,
    trunkAndArms: (x, y, z) => smin(torso(x, y, z), arms(x, y, z), 0.035 * h),
    trunkAndLegs: (x, y, z) => smin(torso(x, y, z), legs(x, y, z), 0.03 * h),
    shoulder,
    elbow,
    wrist,
    wristR,
  }
}
