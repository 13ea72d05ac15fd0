import { add, clamp, lerp, mix, noise1, quatMul, smoothstep, sub, type Vec3 } from '../../film'
import { bend, bump, rx, SIDES, SIGN, type Side } from '../rig'
import { type ActNow, byChest, chestWard, type Move, reachFor } from './kit'

const other = (s: Side): Side => (1 - s) as Side

const throwing: Move = {
  easeIn: 0.25,
  easeOut: 0.45,
  body: (n, b) => {
    const s = SIGN[n.side]
    const u = n.s / Math.min(n.length, 1.4)
    const back = smoothstep(0, 0.42, u) * (1 - smoothstep(0.45, 0.58, u))
    const through = smoothstep(0.45, 0.6, u) * (1 - smoothstep(0.75, 1.1, u))
    b.torso = add(b.torso, [(-0.14 * back + 0.26 * through) * n.w, (0.55 * back - 0.45 * through) * s * n.w, 0])
    b.hips = add(b.hips, [0, -0.015 * n.w, (-0.05 * back + 0.06 * through) * n.w])
    return undefined
  },
  hands: (n, h) => {
    const s = SIGN[n.side]
    const u = n.s / Math.min(n.length, 1.4)
    const fly = smoothstep(0.44, 0.6, u)
    const after = smoothstep(0.62, 0.95, u)
    const cocked = byChest(h, s * 0.19, 0.075, -0.05)
    const released = byChest(h, s * 0.07, 0.06, 0.3)
    const low = byChest(h, -s * 0.04, -0.19, 0.2)
    const w = n.w * smoothstep(0, 0.35, u)
    reachFor(h, n.side, w, {
      wrist: mix(mix(cocked, released, fly), low, after),
      fingers: chestWard(h, 0, lerp(0.9, -0.2, fly), lerp(-0.5, 1, fly)),
      palm: chestWard(h, 0, lerp(0.3, -1, fly), lerp(1, 0, fly)),
      pole: chestWard(h, s, lerp(0.1, -0.8, fly), -0.3),
      curl: lerp(0.6, 0.1, fly),
      thumb: 0.3,
    })
    reachFor(h, other(n.side), w * (1 - after) * 0.8, {
      wrist: byChest(h, -s * 0.12, lerp(-0.02, -0.2, fly), lerp(0.24, 0.08, fly)),
      curl: 0.3,
    })
  },
}

const punch: Move = {
  easeIn: 0.25,
  easeOut: 0.4,
  body: (n, b) => {
    const s = SIGN[n.side]
    const u = n.s / Math.min(n.length, 1)
    const hit = smoothstep(0.42, 0.54, u) * (1 - smoothstep(0.62, 0.9, u))
    const back = smoothstep(0, 0.38, u) * (1 - smoothstep(0.4, 0.52, u))
    b.torso = add(b.torso, [(0.05 + 0.14 * hit) * n.w, s * (0.4 * back - 0.5 * hit) * n.w, 0])
    b.hips = add(b.hips, [0, -0.03 * n.w, (0.07 * hit - 0.03 * back) * n.w])
    b.hipsRot = quatMul(bend(0.06 * hit * n.w, s * (0.22 * back - 0.3 * hit) * n.w, 0), b.hipsRot)
    return undefined
  },
  hands: (n, h) => {
    const s = SIGN[n.side]
    const u = n.s / Math.min(n.length, 1)
    const hit = smoothstep(0.42, 0.54, u) * (1 - smoothstep(0.62, 0.9, u))
    const joint = h.trunk.armJoint[n.side]
    const face = n.target ? add(n.target, [0, -0.05, 0]) : byChest(h, 0, 0.06, 0.5)
    const d = sub(face, joint)
    const long = Math.hypot(...d) || 1
    // A fist stops at the cheek.
    const arm = Math.min((h.build.limbs.upperArm + h.build.limbs.foreArm) * 0.98, Math.max(0.2, long - (n.person ? 0.17 : 0)))
    const out: Vec3 = [joint[0] + (d[0] / long) * arm, joint[1] + (d[1] / long) * arm, joint[2] + (d[2] / long) * arm]
    const guard = (side: Side): Vec3 => byChest(h, SIGN[side] * 0.07, -0.03, 0.15)
    const fist = { curl: 1, index: 1, thumb: 0.8 }
    reachFor(h, n.side, n.w, {
      wrist: mix(mix(guard(n.side), byChest(h, s * 0.13, -0.11, 0.05), bump(u / 0.45)), out, hit),
      fingers: chestWard(h, 0, lerp(0.6, 0, hit), 1),
      palm: chestWard(h, -s * lerp(1, 0.1, hit), lerp(0, -1, hit), 0),
      pole: chestWard(h, s * 0.8, -0.8, -0.3),
      ...fist,
    })
    reachFor(h, other(n.side), n.w, {
      wrist: guard(other(n.side)),
      fingers: chestWard(h, 0, 0.8, 0.6),
      palm: chestWard(h, s, 0, -0.2),
      ...fist,
    })
  },
}

const kick: Move = {
  easeIn: 0.25,
  easeOut: 0.4,
  body: (n, b) => {
    // Only those who stand kick.
    if (n.upright < 0.5) return undefined
    const u = n.s / Math.min(n.length, 1.1)
    const side = n.side
    const s = SIGN[side]
    const h = n.build.figure.heightM
    const back = bump(u / 0.45)
    const hit = smoothstep(0.35, 0.55, u) * (1 - smoothstep(0.6, 0.97, u))
    const off = Math.max(back, hit) * n.w
    b.hips = add(b.hips, [-s * 0.03 * h * off, 0, 0])
    b.torso = add(b.torso, [(-0.2 * hit + 0.1 * back) * n.w, s * -0.15 * hit * n.w, 0])
    b.hipsRot = quatMul(rx(-0.2 * hit * n.w), b.hipsRot)
    const foot = b.feet[side]
    const to: Vec3 = [s * 0.02 * h, (0.28 + 0.16 * n.energy) * h, 0.42 * h]
    const from: Vec3 = [s * 0.06 * h, 0.14 * h, -0.22 * h]
    const ankle = mix(mix(foot.ankle, from, back * n.w), to, hit * n.w)
    b.feet[side] = {
      ...foot,
      ankle,
      rot: quatMul(foot.rot, rx(0.5 * back * n.w - 0.5 * hit * n.w)),
      planted: foot.planted && off < 0.01,
      knee: [s * 0.1, 0.6, 1],
    }
    return undefined
  },
  hands: (n, h) => {
    for (const side of SIDES)
      reachFor(h, side, n.w * 0.8, { wrist: byChest(h, SIGN[side] * 0.17, -0.13, side === n.side ? -0.02 : 0.13), curl: 0.7, index: 0.6 })
  },
}

/** Kick of a shot: up and back at once, down again in a third of a second. */
function recoil(n: ActNow): number {
  let kick = 0
  const shots = Math.max(1, Math.floor((n.length - 0.9) / 0.75))
  for (let i = 0; i < shots; i++) {
    const d = n.s - 0.7 - i * 0.75
    if (d > 0 && d < 0.5) kick += smoothstep(0, 0.045, d) * (1 - smoothstep(0.06, 0.45, d))
  }
  return kick
}

const aiming = (shoots: boolean): Move => ({
  easeIn: 0.4,
  easeOut: 0.5,
  body: (n, b) => {
    const yaw = n.target ? clamp(Math.atan2(n.target[0], n.target[2]), -1, 1) : 0
    const s = SIGN[n.side]
    b.torso = add(b.torso, [0.04 * n.w, (yaw * 0.4 - (n.both ? 0 : s * 0.35)) * n.w, 0])
    b.head = add(b.head, [0, 0, s * -0.05 * n.w])
    if (shoots) {
      const kick = recoil(n) * n.w
      b.torso = add(b.torso, [-0.09 * kick, s * -0.06 * kick, 0])
      b.head = add(b.head, [0.05 * kick, 0, 0])
      b.shrug[n.side] += 0.1 * kick
    }
    return undefined
  },
  hands: (n, h) => {
    const s = SIGN[n.side]
    const joint = h.trunk.armJoint[n.side]
    const from = n.both ? byChest(h, 0, 0.01, 0) : joint
    const at = n.target ? (n.person ? add(n.target, [0, -0.28, 0]) : n.target) : add(from, [0, 0, 5])
    const d = sub(at, from)
    const long = Math.hypot(...d) || 1
    const dir: Vec3 = [d[0] / long, d[1] / long, d[2] / long]
    const arm = (h.build.limbs.upperArm + h.build.limbs.foreArm) * (n.both ? 0.9 : 0.97)
    const tremble = noise1(`${n.key}/hold`, n.t * 4) * 0.003
    const kick = shoots ? recoil(n) : 0
    const back = arm * (1 - 0.13 * kick)
    const wrist: Vec3 = [from[0] + dir[0] * back, from[1] + dir[1] * back + tremble + 0.07 * kick, from[2] + dir[2] * back]
    reachFor(h, n.side, n.w, {
      wrist,
      fingers: [dir[0], dir[1] + 0.45 * kick, dir[2]],
      palm: [-s, 0, 0],
      pole: chestWard(h, s * 0.6, -1, 0),
      curl: 0.8,
      index: 0.3,
      thumb: 0.6,
    })
    if (n.both)
      reachFor(h, other(n.side), n.w, {
        wrist: add(wrist, [-s * 0.045, -0.035, -0.02]),
        fingers: [dir[0] + s * 0.5, dir[1] + 0.2, dir[2]],
        palm: [s * 0.9, 0.5, 0],
        pole: chestWard(h, -s * 0.6, -1, 0),
        curl: 0.7,
      })
  },
  ...(shoots ? { face: (n: ActNow) => ({ lids: 0.7 * recoil(n), expressions: [['tense', 0.4 * n.w]] as const }) } : {}),
})

/** Moves that throw, strike and aim. */
export const FIGHTING_MOVES = { throw: throwing, punch, kick, aim: aiming(false), shoot: aiming(true) } as const satisfies Readonly<
  Record<string, Move>
>
