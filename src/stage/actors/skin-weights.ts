import { BONES, type Bone, smoothstep, type Vec3 } from '../../film'
import type { Body } from './body-field'
import type { Binding } from './mesh-builder'

const NUMBERS = Object.fromEntries(BONES.map((name, i) => [name, i])) as Readonly<Record<Bone, number>>
const bone = (name: Bone) => NUMBERS[name]
const SPINE = (['hips', 'spine', 'chest', 'upperChest', 'neck', 'head'] as const).map(bone)

const ARMS: ReadonlySet<number> = new Set(
  (['leftUpperArm', 'leftLowerArm', 'leftHand', 'rightUpperArm', 'rightLowerArm', 'rightHand'] as const).map(bone),
)
/** CLOTH_BONES: on the lap and from the knee. */
const LAP = { left: BONES.length, right: BONES.length + 1 } as const
const PLUMB = { left: BONES.length + 2, right: BONES.length + 3 } as const

/** Weights as a function of place alone, so that skin, shirt and coat over one another move as one. */
export interface SkinWeights {
  /** Trunk, arms and legs. */
  body(p: Vec3): Binding
  /** Cloth that hangs from the hips: follows the thighs in part, and the further down the more evenly. */
  skirt(p: Vec3): Binding
  /** Tops over trousers: with each leg, but joined across the middle the further down; from the knee cloth hangs plumb. */
  coat(p: Vec3): Binding
  /** Trousers under a long coat: as the coat, but with the shin. */
  under(p: Vec3): Binding
  /** Trunk only. */
  trunk(p: Vec3): Binding
}

/** The weights of one person's bind pose. */
export function skinWeights(body: Body): SkinWeights {
  const { pose, h } = body
  const spineY = SPINE.map((i) => pose.positions[i]![1])
  const arm = [body.elbow[0] - body.shoulder[0], body.elbow[1] - body.shoulder[1], body.elbow[2] - body.shoulder[2]]
  const upper = Math.sqrt(arm[0]! ** 2 + arm[1]! ** 2 + arm[2]! ** 2)
  const dir = arm.map((v) => v / upper)
  const lower = Math.sqrt((body.wrist[0] - body.elbow[0]) ** 2 + (body.wrist[1] - body.elbow[1]) ** 2)
  const kneeY = pose.at('leftLowerLeg')[1]
  const ankleY = pose.at('leftFoot')[1]

  const spine = (y: number, share: number, out: [number, number][]) => {
    // The share of bone i runs from its own joint to the next.
    let left = share
    for (let i = SPINE.length - 1; i >= 0; i--) {
      const b = i === 0 ? 0 : i >= 4 ? 0.018 * h : 0.035 * h
      const t = i === 0 ? 1 : smoothstep(spineY[i]! - b, spineY[i]! + b, y)
      if (t > 0) out.push([SPINE[i]!, left * t])
      left *= 1 - t
    }
  }
  const legShare = (p: Vec3) => smoothstep(body.hipY + 0.035 * h, body.hipY - 0.06 * h, p[1])
  const legs = (p: Vec3, share: number, soft: number, out: [number, number][]) => {
    const left = smoothstep(-soft, soft, p[0])
    const k = smoothstep(kneeY + 0.03 * h, kneeY - 0.03 * h, p[1])
    const a = smoothstep(ankleY + 0.014 * h, ankleY - 0.012 * h, p[1])
    for (const [side, w] of [
      ['left', left],
      ['right', 1 - left],
    ] as const) {
      if (w * share < 1e-4) continue
      out.push([bone(`${side}UpperLeg`), share * w * (1 - k)])
      out.push([bone(`${side}LowerLeg`), share * w * k * (1 - a)])
      out.push([bone(`${side}Foot`), share * w * k * a])
    }
  }
  const trunk = (p: Vec3): [number, number][] => {
    const out: [number, number][] = []
    const x = Math.abs(p[0])
    const side = p[0] >= 0 ? 'left' : 'right'
    const clavicle =
      smoothstep(0.15 * body.shoulder[0], body.shoulder[0], x) * smoothstep(body.chestY - 0.01 * h, body.shoulderY, p[1]) * 0.8
    if (clavicle > 0) out.push([bone(`${side}Shoulder`), clavicle])
    spine(p[1], 1 - clavicle, out)
    return out
  }
  const place = (p: Vec3): Binding => {
    const out: [number, number][] = []
    const x = Math.abs(p[0])
    const side = p[0] >= 0 ? 'left' : 'right'
    const along = (x - body.shoulder[0]) * dir[0]! + (p[1] - body.shoulder[1]) * dir[1]! + (p[2] - body.shoulder[2]) * dir[2]!
    let armShare = 0
    if (x > body.shoulder[0] * 0.6 && p[1] > ankleY) {
      const lean = body.torso(p[0], p[1], p[2]) - body.arms(p[0], p[1], p[2])
      armShare = smoothstep(-0.026 * h, 0.03 * h, lean) * smoothstep(-0.045 * h, 0.03 * h, along)
    }
    if (armShare > 0) {
      const e = smoothstep(upper - 0.026 * h, upper + 0.026 * h, along)
      const w = smoothstep(upper + lower - 0.012 * h, upper + lower + 0.012 * h, along)
      out.push([bone(`${side}UpperArm`), armShare * (1 - e)])
      out.push([bone(`${side}LowerArm`), armShare * e * (1 - w)])
      out.push([bone(`${side}Hand`), armShare * e * w])
    }
    const rest = 1 - armShare
    if (rest > 0) {
      const leg = legShare(p)
      if (leg > 0) legs(p, leg * rest, 0.012 * h, out)
      for (const [i, w] of trunk(p)) out.push([i, w * rest * (1 - leg)])
    }
    return out.filter(([, w]) => w > 1e-4)
  }
  const hung = (p: Vec3, plumb: boolean): Binding => {
    const arm = place(p)
    if (p[1] > body.hipY + 0.035 * h || arm.some(([i]) => ARMS.has(i))) return arm
    const out: [number, number][] = []
    const leg = legShare(p)
    const soft = (0.012 + 0.03 * smoothstep(body.hipY - 0.03 * h, body.hipY - 0.14 * h, p[1])) * h
    const left = smoothstep(-soft, soft, p[0])
    const k = smoothstep(kneeY + 0.03 * h, kneeY - 0.03 * h, p[1])
    const a = plumb ? 0 : smoothstep(ankleY + 0.014 * h, ankleY - 0.012 * h, p[1])
    for (const [side, w] of [
      ['left', left],
      ['right', 1 - left],
    ] as const) {
      out.push([bone(`${side}UpperLeg`), leg * w * (1 - k)])
      out.push([plumb ? PLUMB[side] : bone(`${side}LowerLeg`), leg * w * k * (1 - a)])
      if (a > 0) out.push([bone(`${side}Foot`), leg * w * k * a])
    }
    for (const [i, w] of trunk(p)) out.push([i, w * (1 - leg)])
    return out.filter(([, w]) => w > 1e-4)
  }
  return {
    trunk,
    body: place,
    coat: (p) => hung(p, true),
    under: (p) => hung(p, false),
    skirt(p) {
      const out: [number, number][] = []
      // Behind, cloth is sat on and stays; in front it lies on the lap.
      const leg =
        legShare(p) * (0.97 - 0.2 * smoothstep(0.02 * h, -0.06 * h, p[2]) * smoothstep(body.hipY - 0.16 * h, body.hipY - 0.04 * h, p[1]))
      if (leg > 0) {
        const left = smoothstep(-0.075 * h, 0.075 * h, p[0])
        // From the knee down cloth hangs straight.
        const k = smoothstep(kneeY + 0.012 * h, kneeY - 0.05 * h, p[1])
        for (const [side, w] of [
          ['left', left],
          ['right', 1 - left],
        ] as const) {
          out.push([LAP[side], leg * w * (1 - k)])
          out.push([PLUMB[side], leg * w * k])
        }
      }
      for (const [i, w] of trunk(p)) out.push([i, w * (1 - leg)])
      return out.filter(([, w]) => w > 1e-4)
    },
  }
}
