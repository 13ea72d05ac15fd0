import { BONE_PARENTS, BONES, type Bone, type CharacterSpec } from './character'
import { clamp, lerp, smoothstep } from './math'
import type { Vec3 } from './value'

/** A person's proportions: joints of the T-pose, standing on y = 0 at the origin, facing +z. Metres. */
export interface Figure {
  readonly heightM: number
  /** Chin to crown. */
  readonly headM: number
  /** Joint positions in figure space, by bone. */
  readonly joints: Readonly<Record<Bone, Vec3>>
  /** Offset of each bone from its parent, in BONES order (hips: from the ground point). */
  readonly offsets: readonly Vec3[]
  readonly eyeHeightM: number
  /** Eye height above the seat when sitting upright. */
  readonly eyeAboveSeatM: number
  /** Widest half breadth (shoulders, hips or arms at rest), for keeping people apart. */
  readonly radiusM: number
  readonly footLengthM: number
}

/**
 * Proportions from age, sex, height and build. Adults are 6⅔ heads tall and small children not quite five,
 * about a seventh larger than life (Loomis' ideal figure is 7½–8 heads), because faces must read on film.
 */
export function figureOf(spec: Pick<CharacterSpec, 'heightM' | 'age' | 'sex' | 'build' | 'muscle' | 'model'>): Figure {
  const h = spec.heightM
  if (spec.model) return figureOfModel(h, spec.build, spec.model.joints)
  const grown = smoothstep(2, 17, spec.age)
  const old = smoothstep(60, 90, spec.age)
  const male = spec.sex === 'male' ? 1 : 0
  const headM = h / (lerp(4.6, 6.65, grown) - 0.25 * old)
  const wide = clamp((spec.build - 0.5) * 2, -1, 1)
  const hipY = h * lerp(0.475, 0.525, grown)
  const shoulderY = h - headM * 1.4
  const neckY = h - headM * 1.2
  const headY = h - headM * 0.82
  const shoulderX = h * (lerp(0.094, 0.098 + 0.013 * male, grown) + 0.006 * wide + 0.008 * spec.muscle)
  const hipX = h * (0.05 + 0.004 * (1 - male) + 0.005 * wide)
  const upperArm = h * 0.16
  const lowerArm = h * 0.14
  const hand = h * 0.048
  const kneeY = hipY * 0.53
  const ankleY = h * 0.043
  const joints: Partial<Record<Bone, Vec3>> = {
    hips: [0, hipY + h * 0.025, 0],
    spine: [0, hipY + h * 0.075, 0.002],
    chest: [0, lerp(hipY + h * 0.075, shoulderY, 0.4), -0.004],
    upperChest: [0, lerp(hipY + h * 0.075, shoulderY, 0.72), -0.008],
    neck: [0, neckY, -0.012 * h],
    head: [0, headY, -0.004 * h],
    jaw: [0, headY + headM * 0.06, headM * 0.1],
    leftEye: [headM * 0.145, h - headM * 0.51, headM * 0.33],
    rightEye: [-headM * 0.145, h - headM * 0.51, headM * 0.33],
  }
  for (const [side, s] of [
    ['left', 1],
    ['right', -1],
  ] as const) {
    const armY = shoulderY
    const set = (part: string, p: Vec3) => {
      joints[`${side}${part}` as Bone] = p
    }
    set('Shoulder', [s * shoulderX * 0.25, armY + h * 0.004, -0.008 * h])
    set('UpperArm', [s * shoulderX, armY, -0.012 * h])
    set('LowerArm', [s * (shoulderX + upperArm), armY, -0.012 * h])
    set('Hand', [s * (shoulderX + upperArm + lowerArm), armY, -0.008 * h])
    set('Thumb', [s * (shoulderX + upperArm + lowerArm + hand * 0.45), armY - h * 0.006, h * 0.012])
    set('Index', [s * (shoulderX + upperArm + lowerArm + hand), armY, h * 0.012])
    set('Fingers', [s * (shoulderX + upperArm + lowerArm + hand), armY, -h * 0.012])
    set('UpperLeg', [s * hipX, hipY, 0])
    set('LowerLeg', [s * hipX * 1.02, kneeY, 0.004])
    set('Foot', [s * hipX * 1.04, ankleY, -0.012 * h])
    set('Toes', [s * hipX * 1.06, h * 0.012, h * 0.065])
  }
  return figureFrom(h, headM, spec.build, joints as Record<Bone, Vec3>)
}

/** The proportions of a model that stands in for somebody. @param joints metres, three a bone in BONES order. */
function figureOfModel(heightM: number, build: number, joints: readonly number[]): Figure {
  const all = Object.fromEntries(
    BONES.map((b, i): [Bone, Vec3] => [b, [joints[i * 3] ?? 0, joints[i * 3 + 1] ?? 0, joints[i * 3 + 2] ?? 0]]),
  ) as Record<Bone, Vec3>
  // Necks end where people's do; big hair does not make a big head.
  return figureFrom(heightM, clamp((heightM - all.head[1]) / 0.82, heightM / 9, heightM / 3), build, all)
}

/** The size of somebody's hands in their stature, as hands are built and reach: a wrist-to-fingertip length is 0.092 of it. */
export function handSize({ age, sex, build }: Pick<CharacterSpec, 'age' | 'sex' | 'build'>): number {
  const grown = smoothstep(3, 17, age)
  return (0.86 + 0.06 * (1 - grown)) * (sex === 'female' ? 0.94 : 1) * (1 + 0.08 * clamp((build - 0.5) * 2, -1, 1))
}

function figureFrom(h: number, headM: number, build: number, all: Readonly<Record<Bone, Vec3>>): Figure {
  const offsets = BONES.map((b, i): Vec3 => {
    const parent = BONE_PARENTS[i]!
    const p = all[b]
    if (parent < 0) return p
    const q = all[BONES[parent]!]
    return [p[0] - q[0], p[1] - q[1], p[2] - q[2]]
  })
  return {
    heightM: h,
    headM,
    joints: all,
    offsets,
    eyeHeightM: all.leftEye[1],
    eyeAboveSeatM: all.leftEye[1] - all.leftUpperLeg[1] + h * 0.04,
    radiusM: all.leftUpperArm[0] + h * (0.04 + 0.05 * build),
    footLengthM: h * 0.148,
  }
}
