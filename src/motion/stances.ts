import { clamp, type Figure, lerp, type Place, type Quat, quatMul, type Vec3 } from '../film'
import { type Arm, armOf, type Body, blendBody, type Foot, type HandGoal, type Limbs } from './body'
import { type StanceAt, seatReach } from './itinerary'
import { bend, bump, ease, rx, ry, SIGN, type Side } from './rig'
import type { Manner } from './style'
import { floating, type InWater, swimming } from './swimming'

/** What a stance needs to know of a person. */
export interface Build {
  readonly figure: Figure
  readonly limbs: Limbs
  readonly manner: Manner
}

/** How much of a stance's feet is its own (1), and how much the floor's contacts (0). */
export interface StanceBody {
  readonly body: Body
  readonly freeFeet: number
}

/** Feet drawn under somebody who stands at the root. */
function feetUnder(b: Build): [Foot, Foot] {
  const foot = (side: Side): Foot => {
    const s = SIGN[side]
    const yaw = s * b.manner.toeOut
    return {
      ankle: [s * (b.limbs.hipX * 1.04 + b.manner.spread), b.limbs.ankle, -0.012 * b.figure.heightM],
      rot: ry(yaw),
      toe: 0,
      planted: true,
      knee: [s * 0.2, 0, 1],
    }
  }
  return [foot(0), foot(1)]
}

const restingArms = (m: Manner): [Arm, Arm] => {
  const arm = (side: Side) =>
    armOf(side, { out: m.armOut, forward: m.armForward, turn: 0.35, flex: m.elbow[side], twist: -0.25, wrist: 0.08, curl: 0.3 })
  return [arm(0), arm(1)]
}

/** Upright and relaxed; the weight's shift is added by life. */
export function standing(b: Build): Body {
  const h = b.figure.heightM
  return {
    hips: [0, b.figure.joints.hips[1] - 0.0015 * h, 0],
    hipsRot: rx(0.03 + 0.08 * b.manner.stoop),
    torso: [0.02 + 0.42 * b.manner.stoop, 0, 0],
    head: [b.manner.carriage[0], 0, b.manner.carriage[1]],
    shrug: [0, 0],
    arms: restingArms(b.manner),
    rest: [undefined, undefined],
    feet: feetUnder(b),
  }
}

function sitting(b: Build, seatM: number): StanceBody {
  const { figure: f, limbs: l, manner: m } = b
  const h = f.heightM
  const hipY = seatM + 0.04 * h
  const hips: Vec3 = [0, hipY + l.hipDrop, 0]
  const low = hipY < h * 0.16
  const kneeY = hipY + 0.005 * h
  const dangles = !low && kneeY - l.shin > l.ankle + 0.02
  const reach = seatReach(f, seatM)
  const foot = (side: Side): Foot => {
    const s = SIGN[side]
    const free = m.weight === s ? -0.6 : 1.6
    if (dangles)
      return {
        ankle: [s * l.hipX * 1.15, kneeY - l.shin * 0.97, l.thigh * 0.97 + free * 0.02],
        rot: quatMul(ry(s * 0.1), rx(0.35)),
        toe: 0,
        planted: false,
        knee: [s * 0.15, 0.4, 1],
      }
    if (low)
      return {
        ankle: [s * l.hipX * 1.5, l.ankle * 1.3, l.leg * 0.9],
        rot: quatMul(ry(s * 0.3), rx(-0.9)),
        toe: 0,
        planted: false,
        knee: [s * 0.3, 1, 0],
      }
    return {
      ankle: [s * (l.hipX * 1.25 + m.spread), l.ankle, reach + free * m.ahead],
      rot: ry(s * m.toeOut),
      toe: 0,
      planted: true,
      knee: [s * 0.25, 0.5, 1],
    }
  }
  const rest = (side: Side) => {
    const s = SIGN[side]
    const goal: HandGoal = {
      wrist: [s * (l.hipX * 1.05 + 0.01), hipY + 0.075 * h, l.thigh * (side === 0 ? 0.5 : 0.56)],
      fingers: [-s * 0.35, -0.22, 1],
      palm: [0, -1, -0.15],
      pole: [s * 0.9, -0.4, -0.8],
      curl: 0.22,
      thumb: 0.2,
    }
    return { goal, weight: 1 }
  }
  return {
    body: {
      hips,
      hipsRot: rx(-0.12 + 0.1 * m.stoop),
      torso: [0.13 + 0.3 * m.stoop, 0, 0],
      head: [0, 0, 0],
      shrug: [0, 0],
      arms: restingArms(m),
      rest: [rest(0), rest(1)],
      feet: [foot(0), foot(1)],
    },
    freeFeet: dangles || low ? 1 : 0,
  }
}

/** On the back, feet towards where the root faces; on something short with the knees up, and the head on its arm. */
export function lying(b: Build, seatM: number, legRoomM?: number): StanceBody {
  const { figure: f, limbs: l, manner: m } = b
  const h = f.heightM
  const short = clamp(((l.leg - (legRoomM ?? l.leg)) / l.leg) * 3, 0, 1)
  const foot = (side: Side): Foot => {
    const s = SIGN[side]
    const straight = l.leg * (m.weight === s ? 0.985 : 0.95)
    return {
      ankle: [
        s * l.hipX * lerp(1.5, 1.2, short),
        seatM + lerp(0.035 * h, l.ankle, short),
        -0.005 * h + Math.min(straight, (legRoomM ?? straight) - (m.weight === s ? 0 : 0.05 * h * short)),
      ],
      rot: quatMul(ry(s * 0.35 * (1 - short)), rx(-1.05 * (1 - short))),
      toe: 0,
      planted: false,
      knee: [s * 0.35, 1, 0],
    }
  }
  const arm = (side: Side) => armOf(side, { out: 0.42, forward: -0.06, turn: 0.5, flex: 0.35, twist: -0.3, curl: 0.3 })
  const belly = m.weight > 0 ? 0 : 1
  const s = SIGN[belly]
  const goal: HandGoal = {
    wrist: [s * 0.075 * h, seatM + 0.145 * h, -0.075 * h],
    fingers: [-s, 0.05, 0.25],
    palm: [0, -1, 0],
    pole: [s, -0.1, 0.5],
    curl: 0.25,
  }
  return {
    body: {
      hips: [0, seatM + 0.058 * h, 0],
      hipsRot: rx(-Math.PI / 2),
      torso: [0.02 + 0.2 * short, 0, 0],
      head: [0.22 * short, 0, 0],
      shrug: [0, 0],
      arms: [arm(0), arm(1)],
      rest: belly === 0 ? [{ goal, weight: 1 }, undefined] : [undefined, { goal, weight: 1 }],
      feet: [foot(0), foot(1)],
    },
    freeFeet: 1,
  }
}

/** On the right knee, the left foot in front. */
export function kneeling(b: Build): StanceBody {
  const { figure: f, limbs: l, manner: m } = b
  const h = f.heightM
  const kneeY = 0.032 * h
  const hipsY = kneeY + l.thigh * 0.985 + l.hipDrop
  const thighTop: HandGoal = {
    wrist: [l.hipX * 1.2, hipsY + 0.03 * h, l.thigh * 0.55],
    fingers: [-0.3, -0.3, 1],
    palm: [0, -1, -0.2],
    pole: [0.9, -0.3, -0.8],
    curl: 0.25,
  }
  const left: Foot = { ankle: [l.hipX * 1.4, l.ankle, l.thigh * 0.93], rot: ry(0.1), toe: 0, planted: true, knee: [0.15, 0.6, 1] }
  const right: Foot = {
    ankle: [-l.hipX * 1.15, 0.096 * h, -l.shin * 0.985],
    rot: rx(1.15),
    toe: 0.95,
    planted: false,
    knee: [-0.05, -0.4, 1],
  }
  return {
    body: {
      hips: [0, hipsY, 0],
      hipsRot: rx(0.04),
      torso: [0.1 + 0.35 * m.stoop, 0, 0],
      head: [0, 0, 0],
      shrug: [0, 0],
      arms: restingArms(m),
      rest: [{ goal: thighTop, weight: 1 }, undefined],
      feet: [left, right],
    },
    freeFeet: 1,
  }
}

/** Low on both feet, forearms on the knees. */
export function crouching(b: Build): Body {
  const { figure: f, limbs: l, manner: m } = b
  const h = f.heightM
  const base = standing(b)
  const y = l.ankle + l.leg * 0.46
  const rest = (side: Side) => {
    const s = SIGN[side]
    const goal: HandGoal = {
      wrist: [s * 0.05 * h, y + 0.085 * h, l.thigh * 0.98],
      fingers: [-s * 0.7, -0.45, 0.6],
      palm: [-s * 0.3, -0.8, -0.3],
      pole: [s, -0.5, -0.2],
      curl: 0.35,
    }
    return { goal, weight: 1 }
  }
  return {
    ...base,
    hips: [0, y + l.hipDrop, -0.1 * h],
    hipsRot: rx(0.42),
    torso: [0.42 + 0.2 * m.stoop, 0, 0],
    head: [0, 0, 0],
    rest: [rest(0), rest(1)],
    feet: [
      { ...base.feet[0], knee: [0.55, 0.3, 1] },
      { ...base.feet[1], knee: [-0.55, 0.3, 1] },
    ],
  }
}

/** Back against something behind: hips back, feet ahead. */
function leaning(b: Build): Body {
  const base = standing(b)
  const h = b.figure.heightM
  const s = b.manner.weight
  return {
    ...base,
    hips: [s * 0.01 * h, b.figure.joints.hips[1] - 0.03 * h, -0.03 * h],
    hipsRot: bend(-0.16, 0, s * 0.04),
    torso: [0.08 + 0.3 * b.manner.stoop, 0, -s * 0.05],
    head: [0, 0, s * 0.05],
  }
}

function one(stance: Place['stance'], b: Build, water: WaterNow, seatM: number, legRoomM?: number): StanceBody {
  switch (stance) {
    case 'sit':
      return sitting(b, seatM)
    case 'lie':
      return lying(b, seatM, legRoomM)
    case 'kneel':
      return kneeling(b)
    case 'swim':
      return { body: swimming(b, water.t, water), freeFeet: 1 }
    case 'float':
      return { body: floating(b, water.t), freeFeet: 1 }
    case 'crouch':
      return { body: crouching(b), freeFeet: 0 }
    case 'lean':
      return { body: leaning(b), freeFeet: 0 }
    default:
      return { body: standing(b), freeFeet: 0 }
  }
}

/** How somebody swims, if they do, at a second of the shot. */
export type WaterNow = InWater & { readonly t: number }

const mixStances = (a: StanceBody, b: StanceBody, w: number): StanceBody => ({
  body: blendBody(a.body, b.body, w),
  freeFeet: lerp(a.freeFeet, b.freeFeet, w),
})

/** The body of a stance, changes included: people lean forward to rise and to sit, and lie down by way of sitting. */
export function stanceBody(at: StanceAt, b: Build, water: WaterNow): StanceBody {
  if (at.progress >= 1) return one(at.to, b, water, at.toSeatM, at.legRoomM)
  const p = clamp(at.progress, 0, 1)
  const from = one(at.from, b, water, at.fromSeatM, at.legRoomM)
  const to = one(at.to, b, water, at.toSeatM, at.legRoomM)
  const down = at.to === 'lie' || at.from === 'lie'
  if (down) {
    const seatM = at.to === 'lie' ? at.toSeatM : at.fromSeatM
    const between = seatM > 0.2 ? sitting(b, seatM) : at.to === 'lie' ? sitting(b, 0) : kneeling(b)
    const w = p * 2
    return w < 1 ? mixStances(from, between, ease(w)) : mixStances(between, to, ease(w - 1))
  }
  const rising = at.from === 'sit' || at.from === 'crouch' || at.from === 'kneel'
  const w = rising ? ease((p - 0.18) / 0.82) : ease(p)
  const out = mixStances(from, to, w)
  const low = at.from === 'sit' || at.to === 'sit'
  const lean = low ? bump(rising ? p ** 0.75 : p ** 1.1) : 0.4 * bump(p)
  out.body.torso = [out.body.torso[0] + 0.42 * lean, out.body.torso[1], out.body.torso[2]]
  out.body.hipsRot = quatMul(rx(0.32 * lean), out.body.hipsRot) as Quat
  return out
}
