import { clamp, noise1, random, sub, type Vec3 } from '../../film'
import { bump, ease, SIDES, SIGN, type Side } from '../rig'
import { type ActNow, byChest, byHead, chestWard, type Hands, headWard, type Move, reachFor, sidesOf } from './kit'

/** Shapes a talking hand takes: wrist beside the chest (heights, x outward), fingers and palm (x outward), curl. */
const SHAPES: readonly { at: Vec3; fingers: Vec3; palm: Vec3; curl: number; index: number }[] = [
  { at: [0.07, -0.2, 0.17], fingers: [0.1, 0.25, 1], palm: [-0.75, 0.65, 0], curl: 0.2, index: 0.12 },
  { at: [0.13, -0.17, 0.16], fingers: [0.45, 0.15, 0.9], palm: [-0.25, 0.95, 0.1], curl: 0.16, index: 0.08 },
  { at: [0.03, -0.16, 0.17], fingers: [-0.35, 0.35, 0.9], palm: [-0.9, -0.1, -0.3], curl: 0.3, index: 0.2 },
  { at: [0.06, -0.14, 0.19], fingers: [-0.1, 0.55, 0.85], palm: [-0.6, -0.45, 0.6], curl: 0.55, index: 0.05 },
  { at: [0.1, -0.22, 0.18], fingers: [0.05, 0, 1], palm: [-0.2, -0.95, 0], curl: 0.15, index: 0.12 },
  { at: [0.0, -0.12, 0.115], fingers: [-0.95, 0.3, 0.1], palm: [-0.1, 0, -1], curl: 0.25, index: 0.2 },
]

/** Beats to gesture to: the speech's own, or a seeded rhythm of about one in 0.9 s. */
function rhythm(n: ActNow): readonly number[] {
  const out: number[] = []
  const from = n.beats.length > 0 ? n.beats : Array.from({ length: Math.ceil(n.length / 0.85) }, (_, i) => 0.45 + i * 0.85)
  // A hand cannot follow every stress: at most one beat in 0.55 s.
  for (const b of from) if (b >= 0.2 && b <= n.length - 0.1 && b - (out.at(-1) ?? -1) >= 0.55) out.push(b)
  return out.length > 0 ? out : [Math.min(0.5, n.length * 0.5)]
}

/** A hand that talks. */
function gestureHand(n: ActNow, h: Hands, side: Side, weight: number): void {
  const beats = rhythm(n)
  let k = 0
  while (k + 1 < beats.length && n.s > beats[k + 1]! - 0.3) k++
  const shapeOf = (i: number) => {
    const r = random(`${n.key}/shape${Math.floor(i / 2)}`)
    const shape = r.pick(SHAPES)
    const other = r.chance(0.25) ? r.pick(SHAPES) : shape
    const own = side === n.side ? shape : other
    // Two hands do not meet in the middle: the second keeps to its own side.
    return side !== n.side && own.at[0] < 0.05 ? SHAPES[0]! : own
  }
  const a = shapeOf(Math.max(0, k - 1))
  const b = shapeOf(k)
  const u = ease((n.s - beats[k]! + 0.3) / 0.34)
  const mixed = (f: (s: (typeof SHAPES)[number]) => Vec3): Vec3 => {
    const p = f(a)
    const q = f(b)
    return [p[0] + (q[0] - p[0]) * u, p[1] + (q[1] - p[1]) * u, p[2] + (q[2] - p[2]) * u]
  }
  // Each beat: a small lift before the stress, a stroke onto it, a rebound.
  let stroke = 0
  for (const [i, beat] of beats.entries()) {
    const d = n.s - beat
    if (d < -0.35 || d > 0.6) continue
    const strong = 0.7 + 0.3 * ((i * 7) % 3) * 0.5
    stroke += strong * (bump((d + 0.34) / 0.36) * 0.7 - bump((d + 0.03) / 0.34) * 0.75)
  }
  const s = SIGN[side]
  const size = 0.62 + 0.55 * n.energy
  const at = mixed((v) => v.at)
  const lag = side === n.side ? 1 : 0.75
  const wander = (axis: string) => noise1(`${n.key}/wander-${axis}${side}`, n.s * 0.8) * 0.012
  const wrist = byChest(
    h,
    s * (0.065 + at[0] * size + wander('x')),
    at[1] + 0.05 * (size - 0.9) + stroke * 0.04 * size * lag + wander('y'),
    at[2] * (0.85 + 0.2 * size) + stroke * 0.012 + wander('z'),
  )
  const f = mixed((v) => v.fingers)
  const p = mixed((v) => v.palm)
  reachFor(h, side, weight, {
    wrist,
    fingers: chestWard(h, s * f[0], f[1] + stroke * 0.3, f[2]),
    palm: chestWard(h, s * p[0], p[1], p[2]),
    pole: chestWard(h, s * 0.75, -0.9, -0.35),
    curl: a.curl + (b.curl - a.curl) * u,
    index: a.index + (b.index - a.index) * u,
    thumb: 0.15,
  })
}

const gesture: Move = {
  easeIn: 0.4,
  easeOut: 0.55,
  body: (n, b) => {
    const sway = noise1(`${n.key}/lean`, n.s * 0.5)
    b.torso = [b.torso[0] + 0.04 * n.w * n.energy, b.torso[1] + 0.05 * sway * n.w, b.torso[2] + 0.025 * sway * n.w]
    return undefined
  },
  hands: (n, h) => {
    const r = random(`${n.key}/hands`)
    const two = n.both || (n.act.hand === undefined && r.chance(0.35 + 0.35 * n.energy))
    gestureHand(n, h, n.side, n.w)
    if (two) gestureHand(n, h, (1 - n.side) as Side, n.w * 0.95)
  },
}

/** Where to point: the target, or ahead and a little to the hand's side. */
const aimOf = (n: ActNow, h: Hands): Vec3 => n.target ?? byChest(h, SIGN[n.side] * 0.3, 0.02, 1.6)

const point: Move = {
  easeIn: 0.38,
  easeOut: 0.45,
  body: (n, b) => {
    const yaw = n.target ? clamp(Math.atan2(n.target[0], n.target[2]), -1.2, 1.2) : 0
    b.torso = [b.torso[0] + 0.03 * n.w, b.torso[1] + (yaw * 0.22 + SIGN[n.side] * -0.08) * n.w, b.torso[2]]
    b.shrug[n.side] += 0.06 * n.w
    return undefined
  },
  hands: (n, h) => {
    const s = SIGN[n.side]
    const joint = h.trunk.armJoint[n.side]
    const aim = sub(aimOf(n, h), joint)
    const d = Math.hypot(aim[0], aim[1], aim[2]) || 1
    const l = h.build.limbs
    // Nearly straight; energy stretches it. A little push as it arrives.
    const far = (l.upperArm + l.foreArm) * (0.9 + 0.075 * n.energy + 0.02 * bump(n.s / 0.7))
    const dir: Vec3 = [aim[0] / d, aim[1] / d, aim[2] / d]
    reachFor(h, n.side, n.w, {
      wrist: [joint[0] + dir[0] * far, joint[1] + dir[1] * far, joint[2] + dir[2] * far],
      fingers: dir,
      palm: [-s * 0.6, -0.8, 0],
      pole: chestWard(h, s * 0.7, -0.75, -0.3),
      curl: 0.95,
      index: 0,
      thumb: 0.6,
    })
  },
}

const wave: Move = {
  body: (n, b) => {
    b.torso = [b.torso[0], b.torso[1], b.torso[2] + SIGN[n.side] * 0.03 * n.w]
    b.shrug[n.side] += 0.08 * n.w
    return undefined
  },
  hands: (n, h) => {
    const s = SIGN[n.side]
    const swing = Math.sin(n.s * 2 * Math.PI * (1.6 + 0.7 * n.energy)) * (0.5 + 0.35 * n.energy)
    reachFor(h, n.side, n.w, {
      wrist: byChest(h, s * 0.205 + 0.02 * swing, 0.05 + 0.06 * n.energy, 0.11),
      fingers: chestWard(h, 0.55 * swing, 1, 0.1),
      palm: chestWard(h, 0, 0.1, 1),
      pole: chestWard(h, s * 0.9, -0.9, -0.2),
      curl: 0.06,
      thumb: 0.05,
    })
  },
}

const shrug: Move = {
  easeIn: 0.28,
  easeOut: 0.45,
  body: (n, b) => {
    b.shrug[0] += 0.3 * n.w
    b.shrug[1] += 0.3 * n.w
    b.head = [b.head[0] + 0.04 * n.w, b.head[1], b.head[2] + 0.13 * n.w * SIGN[n.side]]
    b.torso = [b.torso[0] - 0.04 * n.w, b.torso[1], b.torso[2]]
    return undefined
  },
  hands: (n, h) => {
    for (const side of SIDES) {
      const s = SIGN[side]
      reachFor(h, side, n.w * (0.75 + 0.25 * n.energy), {
        wrist: byChest(h, s * 0.2, -0.19, 0.13),
        fingers: chestWard(h, s * 0.75, 0.1, 0.75),
        palm: chestWard(h, s * 0.15, 1, 0.15),
        pole: chestWard(h, s * 0.45, -1, -0.5),
        curl: 0.14,
        thumb: 0.05,
      })
    }
  },
}

const handsUp: Move = {
  easeIn: 0.45,
  easeOut: 0.5,
  hands: (n, h) => {
    for (const side of SIDES) {
      const s = SIGN[side]
      reachFor(h, side, n.w, {
        wrist: byChest(h, s * 0.19, 0.1 + 0.01 * noise1(`${n.key}/tremble${side}`, n.s * 5), 0.09),
        fingers: chestWard(h, s * 0.12, 1, 0.05),
        palm: chestWard(h, 0, 0.05, 1),
        pole: chestWard(h, s, -0.8, 0.1),
        curl: 0.1,
        thumb: 0.05,
      })
    }
  },
}

const foldArms: Move = {
  easeIn: 0.55,
  easeOut: 0.55,
  body: (n, b) => {
    b.torso = [b.torso[0] - 0.02 * n.w, b.torso[1], b.torso[2]]
    b.shrug[0] += 0.04 * n.w
    b.shrug[1] += 0.04 * n.w
    return undefined
  },
  hands: (n, h) => {
    const deep = 0.098 + 0.05 * h.build.figure.radiusM
    for (const side of SIDES) {
      const s = SIGN[side]
      const over = side === n.side
      // One forearm lies on the other: the upper hand rests on the arm, the lower is tucked in.
      reachFor(h, side, n.w, {
        wrist: byChest(h, s * -0.028, over ? -0.128 : -0.155, deep + (over ? 0.034 : 0.006)),
        fingers: chestWard(h, -s, over ? 0.12 : 0.05, over ? -0.12 : -0.25),
        palm: chestWard(h, 0, over ? -0.2 : 0, -1),
        pole: chestWard(h, s * 0.9, -1, 0.15),
        curl: 0.3,
        thumb: 0.3,
      })
    }
  },
}

const handsOnHips: Move = {
  easeIn: 0.45,
  easeOut: 0.5,
  hands: (n, h) => {
    const f = h.build.figure
    for (const side of n.both || n.act.hand === undefined ? SIDES : sidesOf(n)) {
      const s = SIGN[side]
      const hip = h.trunk.hips
      const x = h.build.limbs.hipX + 0.045 * f.heightM + 0.03 * Math.max(0, f.radiusM - 0.24)
      reachFor(h, side, n.w, {
        wrist: [hip[0] + s * (x + 0.012 * f.heightM), hip[1] + 0.042 * f.heightM, hip[2] - 0.012 * f.heightM],
        fingers: [-s * 0.35, -0.62, 0.75],
        palm: [-s, -0.2, -0.3],
        pole: chestWard(h, s, -0.1, -0.35),
        curl: 0.35,
        thumb: 0,
      })
    }
  },
}

/** A hand to the face: wiping tears or thinking. */
export function toFace(h: Hands, side: Side, w: number, x: number, y: number): void {
  const s = SIGN[side]
  reachFor(h, side, w, {
    wrist: byHead(h, s * (x + 0.035), y - 0.065, 0.085),
    fingers: headWard(h, -s * 0.35, 0.9, -0.1),
    palm: headWard(h, -s * 0.25, 0, -1),
    pole: chestWard(h, s * 0.5, -1, 0.25),
    curl: 0.3,
    thumb: 0.2,
  })
}

/** Moves that accompany talk. */
export const TALKING_MOVES = {
  gesture,
  point,
  wave,
  shrug,
  'hands-up': handsUp,
  'fold-arms': foldArms,
  'hands-on-hips': handsOnHips,
} as const satisfies Readonly<Record<string, Move>>
