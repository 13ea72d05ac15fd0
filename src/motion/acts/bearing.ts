import { add, quatMul } from '../../film'
import { bend, bump, rx, SIDES, SIGN } from '../rig'
import { byChest, chestWard, type Move, reachFor } from './kit'

const stairs: Move = {
  easeIn: 0.3,
  easeOut: 0.4,
  body: (n, b) => {
    if (n.upright < 0.5) return undefined
    const h = n.build.figure.heightM
    const a = n.s * 2 * Math.PI * 0.85
    for (const side of SIDES) {
      // A knee comes high, the foot is set down from above, the body is pushed up over it.
      const up = Math.max(0, Math.sin(a + (side === 0 ? 0 : Math.PI))) ** 1.5 * n.w
      const f = b.feet[side]
      b.feet[side] = {
        ...f,
        ankle: add(f.ankle, [0, 0.13 * h * up, 0.12 * h * up]),
        rot: quatMul(f.rot, rx(-0.12 * up)),
        planted: f.planted && up === 0,
        knee: [SIGN[side] * 0.15, 0.4, 1],
      }
    }
    const sway = Math.sin(a) * n.w
    b.hips = add(b.hips, [-0.018 * h * sway, -0.012 * h * n.w + 0.01 * h * Math.abs(sway), 0.012 * h * n.w])
    b.hipsRot = quatMul(bend(0.05 * n.w, 0.08 * sway, -0.06 * sway), b.hipsRot)
    b.torso = add(b.torso, [0.13 * n.w, -0.18 * sway, 0.05 * sway])
    return undefined
  },
  hands: (n, h) => {
    const a = n.s * 2 * Math.PI * 0.85
    for (const side of SIDES) {
      const s = SIGN[side]
      const fore = Math.sin(a + (side === 0 ? Math.PI : 0))
      reachFor(h, side, n.w * 0.9, {
        wrist: byChest(h, s * 0.16, -0.25 + 0.03 * Math.max(0, fore), 0.03 + 0.11 * fore),
        pole: chestWard(h, s * 0.5, -0.4, -1),
        curl: 0.4,
      })
    }
  },
}

const dodge: Move = {
  easeIn: 0.16,
  easeOut: 0.45,
  body: (n, b) => {
    const h = n.build.figure.heightM
    const s = SIGN[n.side]
    const u = n.w * (0.7 + 0.4 * n.energy)
    b.hips = add(b.hips, [s * 0.045 * h * u, -0.085 * h * u * n.upright, -0.03 * h * u])
    b.hipsRot = quatMul(bend(0.25 * u, -s * 0.2 * u, 0), b.hipsRot)
    b.torso = add(b.torso, [0.42 * u, -s * 0.3 * u, -s * 0.38 * u])
    b.head = add(b.head, [-0.28 * u, s * 0.2 * u, -s * 0.1 * u])
    b.shrug[0] += 0.15 * u
    b.shrug[1] += 0.15 * u
    return undefined
  },
  hands: (n, h) => {
    for (const side of SIDES) {
      const s = SIGN[side]
      reachFor(h, side, n.w * 0.9, {
        wrist: byChest(h, s * 0.1, side === n.side ? 0 : -0.08, 0.18),
        fingers: chestWard(h, -s * 0.1, 1, 0.3),
        palm: chestWard(h, 0, 0, 1),
        pole: chestWard(h, s, -0.9, -0.1),
        curl: 0.25,
      })
    }
  },
  face: (n) => ({ lids: 0.6 * bump(n.s / 0.4), expressions: [['fear', 0.3 * n.w]] }),
}

const bow: Move = {
  easeIn: 0.6,
  easeOut: 0.6,
  body: (n, b) => {
    const h = n.build.figure.heightM
    const deep = n.w * (0.35 + 0.5 * n.energy)
    b.hipsRot = quatMul(rx(0.42 * deep), b.hipsRot)
    b.hips = add(b.hips, [0, -0.01 * h * deep, -0.055 * h * deep * n.upright])
    b.torso = add(b.torso, [0.62 * deep, 0, 0])
    b.head = add(b.head, [0.3 * deep, 0, 0])
    return undefined
  },
  hands: (n, h) => {
    const s = SIGN[n.side]
    reachFor(h, n.side, n.w, {
      wrist: byChest(h, s * 0.05, -0.18, 0.115),
      fingers: chestWard(h, -s, 0, 0.1),
      palm: chestWard(h, 0, 0, -1),
      pole: chestWard(h, s, -0.7, 0),
      curl: 0.2,
    })
  },
}

/** Moves of the upright body: up stairs, out of the way, down in a bow. */
export const BEARING_MOVES = { stairs, dodge, bow } as const satisfies Readonly<Record<string, Move>>
