import { add, clamp, lerp, noise1, quatMul, quatRotate, type SteeringWheel, smoothstep, type Vec3, WHEEL_RADIUS_M } from '../../film'
import { steerAt } from '../ride'
import { bend, bump, ease, rx, SIDES, SIGN, type Side, turnY } from '../rig'
import { type ActNow, byChest, byHead, chestWard, headWard, type Move, mouthOf, reachFor } from './kit'
import { forearmAcross, holdAt, leanTo, workPoint } from './reaching'
import { onHead, touchAt } from './touching'

const other = (s: Side): Side => (1 - s) as Side

const salute: Move = {
  easeIn: 0.4,
  easeOut: 0.35,
  body: (n, b) => {
    b.torso = add(b.torso, [-0.06 * n.w, 0, 0])
    b.head = add(b.head, [-0.03 * n.w, 0, 0])
    return undefined
  },
  hands: (n, h) => {
    const s = SIGN[n.side]
    const m = h.build.figure.headM / h.build.figure.heightM
    reachFor(h, n.side, n.w, {
      wrist: byHead(h, s * (0.6 * m + 0.03), 0.42 * m, 0.42 * m),
      fingers: headWard(h, -s * 0.85, 0.5, 0.05),
      palm: headWard(h, -s * 0.3, -0.75, -0.4),
      pole: chestWard(h, s, -0.15, 0.35),
      curl: 0.02,
      index: 0.02,
      thumb: 0.35,
    })
  },
}

const clap: Move = {
  easeIn: 0.35,
  easeOut: 0.4,
  hands: (n, h) => {
    const rate = 2.6 + 1.2 * n.energy
    const gap = 0.5 - 0.5 * Math.cos(n.s * 2 * Math.PI * rate)
    const apart = 0.008 + 0.055 * gap * (0.7 + 0.5 * n.energy)
    const k = h.build.figure.heightM
    for (const side of SIDES) {
      const s = SIGN[side]
      const low = side === n.side ? 0 : -0.012
      holdAt(
        h,
        side,
        n.w,
        byChest(h, s * apart, -0.09 + low + 0.012 * gap, 0.215),
        chestWard(h, -s * 0.25, side === n.side ? 0.75 : 0.45, 0.8),
        chestWard(h, -s, 0.1, -0.1),
        { curl: 0.06, thumb: 0.1, pole: chestWard(h, s, -0.8, -0.2 / k) },
      )
    }
  },
  face: (n) => ({ expressions: [['joy', 0.25 * n.w]] }),
}

const beckon: Move = {
  easeIn: 0.4,
  easeOut: 0.4,
  body: (n, b) => {
    b.torso = add(b.torso, [0.03 * n.w, SIGN[n.side] * -0.06 * n.w, 0])
    b.head = add(b.head, [-0.05 * bump((n.s * 1.4) % 1) * n.w, 0, SIGN[n.side] * -0.05 * n.w])
    return undefined
  },
  hands: (n, h) => {
    const s = SIGN[n.side]
    const pull = bump((n.s * 1.4) % 1)
    reachFor(h, n.side, n.w, {
      wrist: byChest(h, s * 0.13, -0.07 + 0.02 * pull, 0.2 - 0.07 * pull),
      fingers: chestWard(h, -s * 0.2 * pull, 0.25 + 0.8 * pull, 1 - 0.75 * pull),
      palm: chestWard(h, -s * 0.2, 0.9 - 0.6 * pull, -0.1 - 0.9 * pull),
      pole: chestWard(h, s * 0.6, -1, -0.1),
      curl: 0.1 + 0.45 * pull,
      thumb: 0.1,
    })
  },
}

const cough: Move = {
  easeIn: 0.5,
  easeOut: 0.45,
  body: (n, b) => {
    const jolt = (bump((n.s - 0.35) / 0.22) + 0.8 * bump((n.s - 0.75) / 0.22) + 0.5 * bump((n.s - 1.05) / 0.2)) * (0.6 + 0.5 * n.energy)
    b.torso = add(b.torso, [0.1 * n.w + 0.14 * jolt, SIGN[n.side] * 0.06 * n.w, 0])
    b.head = add(b.head, [0.12 * n.w + 0.12 * jolt, SIGN[n.side] * 0.12 * n.w, 0])
    b.shrug[0] += 0.08 * jolt
    b.shrug[1] += 0.08 * jolt
    return undefined
  },
  hands: (n, h) => {
    const s = SIGN[n.side]
    holdAt(
      h,
      n.side,
      smoothstep(0, 1, n.w),
      add(mouthOf(h), headWard(h, s * 0.015, -0.02, 0.05)),
      headWard(h, -s * 0.9, 0.3, 0.1),
      headWard(h, -s * 0.15, -0.5, -0.9),
      { curl: 0.9, index: 0.85, thumb: 0.5, pole: chestWard(h, s * 0.8, -1, 0.2) },
    )
  },
  face: (n) => ({ lids: 0.8 * n.w, expressions: [['disgust', 0.2 * n.w]] }),
}

/** Where on a wheel hands are, radians from its top. */
const TEN_TO_TWO = 1.05

/** How far what somebody steers by is turned: what stands still, not at all. */
const steerOf = (n: ActNow): number => (n.wheel && !n.wheel.turns ? 0 : steerAt(n.t))

/** A direction of a wheel's own, its face towards −z: root frame. */
const ofWheel = (w: SteeringWheel, v: Vec3): Vec3 => turnY(quatRotate(rx(w.lean), v), w.yaw)

/** A point of a wheel's rim, radians from its top to the left: root frame. */
const onRim = (w: SteeringWheel, a: number): Vec3 => add(w.at, ofWheel(w, [Math.sin(a) * WHEEL_RADIUS_M, Math.cos(a) * WHEEL_RADIUS_M, 0]))

const drive: Move = {
  easeIn: 0.6,
  easeOut: 0.6,
  body: (n, b) => {
    b.torso = add(b.torso, [0.02 * n.w, 0, 0.15 * steerOf(n) * n.w])
    // Whose arms are short sits nearer to it.
    if (n.wheel) for (const side of SIDES) leanTo(n, b, side, onRim(n.wheel, SIGN[side] * TEN_TO_TWO), n.w)
    return undefined
  },
  hands: (n, h) => {
    // Ten to two on a wheel that never stands quite still.
    const steer = steerOf(n)
    const { wheel } = n
    for (const side of SIDES) {
      const s = SIGN[side]
      const a = s * TEN_TO_TWO + steer
      if (wheel) {
        const [out, on] = [[Math.sin(a), Math.cos(a)], 0.35] as const
        holdAt(
          h,
          side,
          n.w,
          onRim(wheel, a),
          ofWheel(wheel, [-out[0]! * on, -out[1]! * on, 0.94]),
          ofWheel(wheel, [-out[0]! * 0.94, -out[1]! * 0.94, -on]),
          { curl: 0.75, index: 0.7, thumb: 0.5, pole: chestWard(h, s * 0.7, -1, -0.2) },
        )
        continue
      }
      holdAt(
        h,
        side,
        n.w,
        byChest(h, Math.sin(a) * 0.105, -0.155 + Math.cos(a) * 0.085, 0.275 - Math.cos(a) * 0.02),
        chestWard(h, -s * 0.25, 0.45, 0.9),
        chestWard(h, -s * 0.85, -0.35, 0.3),
        { curl: 0.75, index: 0.7, thumb: 0.5, pole: chestWard(h, s * 0.7, -1, -0.2) },
      )
    }
  },
}

const work: Move = {
  easeIn: 0.5,
  easeOut: 0.5,
  body: (n, b) => {
    leanTo(n, b, n.side, workPoint(n, 0.27), n.w * 0.9)
    const sway = noise1(`${n.key}/sway`, n.s * 0.8)
    b.torso = add(b.torso, [0.1 * n.w, 0.05 * sway * n.w, 0.02 * sway * n.w])
    b.head = add(b.head, [0.1 * n.w, 0, 0.06 * sway * n.w])
    return undefined
  },
  hands: (n, h) => {
    // One hand holds the thing down, the other does small circles and strokes over it.
    const k = h.build.figure.heightM
    const s = SIGN[n.side]
    const p = workPoint(n, 0.27)
    const a = n.s * 2 * Math.PI * (1.1 + 0.4 * n.energy)
    const busy = smoothstep(-0.55, -0.1, noise1(`${n.key}/busy`, n.s * 0.5))
    const round: Vec3 = [Math.cos(a) * 0.022 * k * busy, 0.045 + 0.008 * k * busy * Math.sin(a * 2), Math.sin(a) * 0.018 * k * busy]
    holdAt(h, n.side, n.w, add(add(p, round), [-s * 0.0 * k, 0, 0]), [-s * 0.35, -0.45, 0.85], [-s * 0.75, -0.6, -0.1], {
      curl: 0.65,
      index: 0.5,
      thumb: 0.6,
    })
    holdAt(h, other(n.side), n.w, add(p, [-s * 0.09 * k, 0.03, 0.005 * k]), [s * 0.45, -0.35, 0.8], [s * 0.4, -0.9, 0], {
      curl: 0.4,
      thumb: 0.35,
    })
  },
}

const touchFace: Move = {
  easeIn: 0.55,
  easeOut: 0.55,
  body: (n, b) => {
    const s = SIGN[n.side]
    b.head = add(b.head, [0.06 * n.w, s * 0.05 * n.w, s * -0.07 * n.w])
    return undefined
  },
  hands: (n, h) => {
    // Chin between thumb and finger; now and then a slow stroke.
    const s = SIGN[n.side]
    const stroke = 0.02 * Math.sin(n.s * 3.2)
    touchAt(h, n.side, n.w, 'index', onHead(h, s * 0.045, -0.435 + stroke, 0.325), {
      fingers: headWard(h, -s * 0.55, 0.8, 0.1),
      palm: headWard(h, -s * 0.45, 0.1, -0.9),
      pole: chestWard(h, s * 0.35, -1, 0.3),
      curl: 0.55,
      index: 0.25,
      thumb: 0.15,
    })
    // The other arm carries the elbow.
    reachFor(h, other(n.side), n.w * smoothstep(1.2, 1.6, n.length) * n.upright, {
      wrist: byChest(h, s * 0.02, -0.17, 0.12),
      fingers: chestWard(h, s, 0.1, 0),
      palm: chestWard(h, 0, 0.4, -0.9),
      pole: chestWard(h, -s, -0.9, 0),
      curl: 0.4,
    })
  },
}

const rubNeck: Move = {
  easeIn: 0.8,
  easeOut: 0.75,
  body: (n, b) => {
    const s = SIGN[n.side]
    b.head = add(b.head, [0.16 * n.w, s * 0.12 * n.w, s * -0.06 * n.w])
    b.torso = add(b.torso, [0.04 * n.w, s * 0.05 * n.w, 0])
    b.shrug[n.side] += 0.2 * n.w
    return undefined
  },
  hands: (n, h) => {
    const s = SIGN[n.side]
    const m = h.build.figure.headM / h.build.figure.heightM
    // Behind the head is a long way, and past the shoulder: in a short time the hand gets only as far as the ear.
    const far = n.w * clamp((n.length - 0.6) / 1.6, 0, 1)
    reachFor(h, n.side, smoothstep(0, 0.6, far), {
      wrist: byChest(h, s * 0.17, 0.02, 0.1),
      pole: chestWard(h, s, -0.6, 0.2),
      curl: 0.35,
    })
    reachFor(h, n.side, smoothstep(0.25, 1, far), {
      wrist: byHead(h, s * (0.62 * m), 0.04 * m + 0.006 * Math.sin(n.s * 5), -0.3 * m),
      fingers: headWard(h, -s, 0.1, -0.35),
      palm: headWard(h, -s * 0.4, 0, 1),
      pole: chestWard(h, s, 0.35, 0.55),
      curl: 0.4,
    })
  },
}

const smoothClothes: Move = {
  easeIn: 0.45,
  easeOut: 0.5,
  body: (n, b) => {
    b.head = add(b.head, [0.1 * n.w, 0, 0])
    return undefined
  },
  hands: (n, h) => {
    const u = ease((n.s % 1.1) / 0.8)
    for (const side of SIDES) {
      const s = SIGN[side]
      reachFor(h, side, n.w * (side === n.side ? 1 : 0.9), {
        wrist: byChest(h, s * lerp(0.075, 0.1, u), lerp(-0.1, -0.22, u), 0.115),
        fingers: chestWard(h, -s * 0.75, -0.5, 0.15),
        palm: chestWard(h, -s * 0.1, 0, -1),
        pole: chestWard(h, s, -0.7, -0.2),
        curl: 0.15,
      })
    }
  },
}

const shiftWeight: Move = {
  easeIn: 0.7,
  easeOut: 0.8,
  body: (n, b) => {
    // Onto the other leg and back; seated, a change of the hips.
    const h = n.build.figure.heightM
    const s = -n.build.manner.weight * n.w
    if (n.upright > 0.5) {
      b.hips = add(b.hips, [s * 0.042 * h, -0.004 * h * n.w, 0])
      b.hipsRot = quatMul(bend(0, -s * 0.08, s * 0.11), b.hipsRot)
      b.torso = add(b.torso, [0, s * 0.05, -s * 0.17])
      b.head = add(b.head, [0, 0, s * 0.06])
    } else {
      b.torso = add(b.torso, [0.06 * n.w, s * 0.08, s * 0.1])
      b.head = add(b.head, [0, 0, -s * 0.05])
    }
    return undefined
  },
}

/** The wrist with the watch is brought before the chest. */
const checkWatch: Move = {
  easeIn: 0.5,
  easeOut: 0.5,
  body: (n, b) => {
    b.head = add(b.head, [0.1 * n.w, 0, 0])
    return undefined
  },
  hands: (n, h) => forearmAcross(h, 0, n.w, -0.1),
  face: (n) => ({ eyes: [0, -0.35 * n.w] }),
}

/** Moves of habit and manners, and the ones that need a seat or a bench before one. */
export const HABIT_MOVES = {
  salute,
  clap,
  beckon,
  cough,
  drive,
  work,
  'touch-face': touchFace,
  'rub-neck': rubNeck,
  'smooth-clothes': smoothClothes,
  'shift-weight': shiftWeight,
  'check-watch': checkWatch,
} as const satisfies Readonly<Record<string, Move>>
