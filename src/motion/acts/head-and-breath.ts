import { add, noise1, quatMul, smoothstep } from '../../film'
import { bump, rx, SIDES, SIGN } from '../rig'
import { byChest, chestWard, type Move, reachFor } from './kit'
import { toFace } from './talking'

const nod: Move = {
  easeIn: 0.15,
  easeOut: 0.25,
  body: (n, b) => {
    // A first deep nod, then smaller ones.
    const rate = 1.7 + 0.7 * n.energy
    const u = n.s * rate
    const size = (0.17 + 0.1 * n.energy) * 0.72 ** Math.floor(u)
    const dip = Math.sin(Math.PI * (u % 1)) ** 2
    b.head = add(b.head, [(dip * size - 0.02) * n.w, 0, 0])
    b.torso = add(b.torso, [0.02 * dip * n.w, 0, 0])
    return undefined
  },
}

const shakeHead: Move = {
  easeIn: 0.2,
  easeOut: 0.35,
  body: (n, b) => {
    const fade = Math.exp(-n.s * 0.45)
    const swing = Math.sin(n.s * 2 * Math.PI * (1.15 + 0.5 * n.energy)) * (0.26 + 0.14 * n.energy) * fade
    b.head = add(b.head, [0.03 * n.w, swing * n.w, 0.03 * swing])
    b.torso = add(b.torso, [0, -0.05 * swing * n.w, 0])
    return undefined
  },
}

const lookAround: Move = {
  body: (n, b) => {
    const u = n.s / n.length
    const turn = 0.3 * Math.sin(Math.PI * 2 * u) * n.w
    b.torso = add(b.torso, [0, turn, 0])
    return undefined
  },
}

const lookDown: Move = {
  easeIn: 0.5,
  easeOut: 0.5,
  body: (n, b) => {
    b.torso = add(b.torso, [0.07 * n.w, 0, 0])
    b.shrug[0] += 0.03 * n.w
    b.shrug[1] += 0.03 * n.w
    return undefined
  },
}

const laugh: Move = {
  easeIn: 0.3,
  easeOut: 0.6,
  body: (n, b) => {
    // Bursts of five shakes a second that ebb and come again.
    const burst = (0.55 + 0.45 * noise1(`${n.key}/burst`, n.s * 0.9)) * n.w * (0.5 + 0.6 * n.energy)
    const shake = Math.sin(n.s * 2 * Math.PI * 4.6)
    const sway = noise1(`${n.key}/sway`, n.s * 0.7)
    b.shrug[0] += (0.1 + 0.075 * shake) * burst
    b.shrug[1] += (0.1 + 0.075 * shake) * burst
    b.torso = add(b.torso, [(0.1 * sway - 0.06 + 0.035 * shake) * burst, 0.05 * sway * burst, 0.05 * sway * burst])
    b.head = add(b.head, [(-0.2 - 0.12 * sway + 0.03 * shake) * burst, 0, 0.08 * sway * burst])
    return undefined
  },
  hands: (n, h) => {
    if (n.energy < 0.7) return
    const s = SIGN[n.side]
    reachFor(h, n.side, n.w * 0.9, {
      wrist: byChest(h, s * 0.05, -0.235, 0.125),
      fingers: chestWard(h, -s, 0, 0.15),
      palm: chestWard(h, 0, 0, -1),
      pole: chestWard(h, s, -0.6, 0.1),
      curl: 0.2,
    })
  },
  face: (n) => ({ lids: 0.35 * n.w, expressions: [['joy', 0.8 * n.w]] }),
}

const cry: Move = {
  easeIn: 0.6,
  easeOut: 0.8,
  body: (n, b) => {
    const sob = Math.max(0, noise1(`${n.key}/sob`, n.s * 1.1))
    const shake = Math.sin(n.s * 2 * Math.PI * 3.1) * sob
    b.torso = add(b.torso, [(0.2 + 0.05 * shake) * n.w, 0, 0.03 * n.w])
    b.head = add(b.head, [(0.14 + 0.04 * shake) * n.w, 0, 0.07 * n.w])
    b.shrug[0] += (0.1 + 0.09 * shake) * n.w
    b.shrug[1] += (0.1 + 0.09 * shake) * n.w
    return undefined
  },
  hands: (n, h) => {
    if (n.energy > 0.7 || n.both) for (const side of SIDES) toFace(h, side, n.w, 0.025, 0.045)
    else toFace(h, n.side, n.w * smoothstep(0.2, 0.9, n.s), 0.02, 0.03)
  },
  face: (n) => ({ lids: 0.55 * n.w, expressions: [['sorrow', 0.85 * n.w]] }),
}

const sleep: Move = {
  easeIn: 1,
  easeOut: 0.8,
  body: (n, b) => {
    const breath = Math.sin(n.s * 2 * Math.PI * 0.19)
    b.torso = add(b.torso, [(n.upright > 0.5 ? 0.1 : 0.05) * n.w - 0.025 * breath * n.w, 0, 0.05 * n.w])
    b.head = add(b.head, [0.22 * n.w, 0.15 * n.w, 0.2 * SIGN[n.side] * n.w])
    b.shrug[0] += 0.03 * breath * n.w
    b.shrug[1] += 0.03 * breath * n.w
    return undefined
  },
  face: (n) => ({ lids: n.w }),
}

const leanIn: Move = {
  easeIn: 0.55,
  easeOut: 0.6,
  body: (n, b) => {
    const h = n.build.figure.heightM
    b.torso = add(b.torso, [(0.2 + 0.12 * n.energy) * n.w, 0, 0])
    b.hipsRot = quatMul(rx(0.13 * n.w), b.hipsRot)
    b.hips = add(b.hips, [0, 0, (n.upright > 0.5 ? -0.02 : 0) * h * n.w])
    b.head = add(b.head, [-0.05 * n.w, 0, 0])
    return undefined
  },
}

const flinch: Move = {
  easeIn: 0.09,
  easeOut: 0.6,
  body: (n, b) => {
    const jolt = n.w * (0.6 + 0.5 * n.energy)
    const s = SIGN[n.side]
    const h = n.build.figure.heightM
    b.hips = add(b.hips, [0, -0.02 * h * jolt, -0.025 * h * jolt])
    b.torso = add(b.torso, [-0.16 * jolt, s * 0.3 * jolt, 0.06 * jolt])
    b.head = add(b.head, [0.14 * jolt, s * 0.25 * jolt, 0])
    b.shrug[0] += 0.24 * jolt
    b.shrug[1] += 0.24 * jolt
    return undefined
  },
  hands: (n, h) => {
    for (const side of SIDES)
      reachFor(h, side, n.w * smoothstep(0.02, 0.32, n.s) * (0.4 + 0.6 * n.energy), {
        wrist: byChest(h, SIGN[side] * 0.1, -0.04, 0.17),
        fingers: chestWard(h, -SIGN[side] * 0.1, 1, 0.25),
        palm: chestWard(h, 0, 0, 1),
        pole: chestWard(h, SIGN[side], -0.9, -0.1),
        curl: 0.2,
      })
  },
  face: (n) => ({ lids: bump(n.s / 0.35) * 0.95, expressions: [['fear', 0.55 * n.w]] }),
}

/** Moves of head, breath and feeling. */
export const FEELING_MOVES = {
  nod,
  'shake-head': shakeHead,
  'look-around': lookAround,
  'look-down': lookDown,
  laugh,
  cry,
  sleep,
  'lean-in': leanIn,
  flinch,
} as const satisfies Readonly<Record<string, Move>>
