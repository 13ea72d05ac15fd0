import { add, clamp, lerp, mix, smoothstep, type Vec3 } from '../../film'
import { ease, SIDES, SIGN, type Side } from '../rig'
import { type ActNow, byChest, chestWard, headWard, type Move, mouthOf, reachFor, sidesOf } from './kit'
import { grasp, holdAt, leanTo, workPoint } from './reaching'

/** Out to the thing and back: how far the hand is there. */
const outAndBack = (n: ActNow): number => {
  const u = n.s / Math.max(0.1, n.length)
  return smoothstep(0, 0.45, u) * (1 - smoothstep(0.62, 1, u))
}

const reach: Move = {
  easeIn: 0.55,
  easeOut: 0.55,
  body: (n, b) => {
    leanTo(n, b, n.side, workPoint(n, 0.34), n.w)
    return undefined
  },
  hands: (n, h) => {
    for (const side of sidesOf(n)) grasp(h, side, n.w, spread(n, workPoint(n, 0.34), side))
  },
}

/** Two hands take a thing from both sides. */
const spread = (n: ActNow, p: Vec3, side: Side): Vec3 => (n.both ? add(p, [SIGN[side] * 0.07 * n.build.figure.heightM, 0, 0]) : p)

const take: Move = {
  easeIn: 0.1,
  easeOut: 0.1,
  body: (n, b) => {
    leanTo(n, b, n.side, workPoint(n, 0.32), outAndBack(n))
    return undefined
  },
  hands: (n, h) => {
    for (const side of sidesOf(n)) grasp(h, side, outAndBack(n), spread(n, workPoint(n, 0.32), side))
  },
}

const hold: Move = {
  isHeldAnyway: true,
  hands: (n, h) => {
    for (const side of sidesOf(n)) {
      const s = SIGN[side]
      const far = n.both ? 0.1 : 0.065
      holdAt(h, side, n.w, byChest(h, s * far, -0.17, 0.185), chestWard(h, -s * 0.25, 0.12, 1), chestWard(h, -s, 0.1, -0.1), {
        curl: 0.55,
        index: 0.5,
      })
    }
  },
}

const carry: Move = {
  isHeldAnyway: true,
  easeIn: 0.45,
  body: (n, b) => {
    b.torso = [b.torso[0] - 0.07 * n.w, b.torso[1], b.torso[2]]
    return undefined
  },
  hands: (n, h) => {
    const sides = n.act.hand === undefined ? SIDES : sidesOf(n)
    for (const side of sides) {
      const s = SIGN[side]
      holdAt(h, side, n.w, byChest(h, s * 0.095, -0.215, 0.2), chestWard(h, -s * 0.3, 0.05, 1), chestWard(h, -s * 0.35, 1, -0.15), {
        curl: 0.45,
        thumb: 0.2,
      })
    }
  },
}

/** To the mouth and back, `every` seconds: how near the hand is. */
const sips = (n: ActNow, every: number, there: number): number => {
  const rounds = Math.max(1, Math.round(n.length / every))
  const period = n.length / rounds
  const u = (n.s % period) / period
  const share = clamp(there / period, 0.2, 0.6)
  return smoothstep(0.12, 0.38, u) * (1 - smoothstep(0.38 + share, Math.min(0.98, 0.38 + share + 0.24), u))
}

const drink: Move = {
  body: (n, b) => {
    const near = sips(n, 3.6, 1) * n.w
    b.head = [b.head[0] - 0.13 * near, b.head[1], b.head[2]]
    b.shrug[n.side] += 0.05 * near
    return undefined
  },
  hands: (n, h) => {
    const s = SIGN[n.side]
    const near = sips(n, 3.6, 1)
    const tilt = 0.85 * smoothstep(0.55, 1, near)
    const m = add(mouthOf(h), headWard(h, s * 0.012, -0.015, 0.062))
    const rest = byChest(h, s * 0.075, -0.16, 0.19)
    const u = ease(near)
    holdAt(
      h,
      n.side,
      n.w,
      mix(rest, m, u),
      chestWard(h, -s * lerp(0.35, 0.95, u), 0.08, lerp(1, 0.35, u)),
      headWard(h, -s * lerp(1, 0.35, u), -Math.sin(tilt), -lerp(0.15, 1, u) * Math.cos(tilt)),
      { pole: chestWard(h, s * 0.7, -1, -0.1), curl: 0.6, index: 0.5, thumb: 0.6 },
    )
  },
}

const eat: Move = {
  body: (n, b) => {
    const near = sips(n, 2.4, 0.35) * n.w
    b.torso = [b.torso[0] + 0.07 * n.w + 0.05 * near, b.torso[1], b.torso[2]]
    b.head = [b.head[0] + 0.05 * n.w, b.head[1], b.head[2]]
    return undefined
  },
  hands: (n, h) => {
    const s = SIGN[n.side]
    const u = ease(sips(n, 2.4, 0.35))
    const plate =
      n.upright > 0.5
        ? byChest(h, s * 0.05, -0.2, 0.2)
        : add(workPoint({ ...n, person: false, target: n.act.at ? n.target : undefined }, 0.25), [0, 0.03, 0])
    const m = add(mouthOf(h), headWard(h, s * 0.02, -0.02, 0.03))
    holdAt(
      h,
      n.side,
      n.w,
      mix(plate, m, u),
      chestWard(h, -s * lerp(0.3, 0.6, u), lerp(-0.35, 0.45, u), lerp(0.9, -0.25, u)),
      chestWard(h, -s * 0.7, lerp(-0.6, 0.1, u), -0.5),
      {
        curl: 0.7,
        index: 0.55,
        thumb: 0.6,
        pole: chestWard(h, s * 0.7, -1, -0.1),
      },
    )
  },
  face: (n) => ({ expressions: [['joy', 0.06 * n.w]] }),
}

const pour: Move = {
  body: (n, b) => {
    b.shrug[n.side] += 0.08 * n.w
    b.torso = [b.torso[0] + 0.08 * n.w, b.torso[1], b.torso[2]]
    return undefined
  },
  hands: (n, h) => {
    const s = SIGN[n.side]
    const tilt = smoothstep(0.18, 0.4, n.s / n.length) * (1 - smoothstep(0.72, 0.9, n.s / n.length))
    const base = n.act.at ? add(workPoint(n), [s * 0.06, 0.16, -0.03]) : byChest(h, s * 0.07, -0.13, 0.22)
    holdAt(
      h,
      n.side,
      n.w,
      add(base, [0, 0.03 * tilt, 0]),
      chestWard(h, -s * 0.45, 0.1, 1),
      chestWard(h, -s * Math.cos(tilt * 1.3), -Math.sin(tilt * 1.3), 0),
      {
        pole: chestWard(h, s * lerp(0.6, 1.1, tilt), -0.7, -0.3),
        curl: 0.65,
        thumb: 0.6,
      },
    )
  },
}

const smoke: Move = {
  hands: (n, h) => {
    const s = SIGN[n.side]
    const u = ease(sips(n, 4.2, 0.7))
    const aside = byChest(h, s * 0.13, -0.09, 0.13)
    const m = add(mouthOf(h), headWard(h, s * 0.035, -0.02, 0.05))
    reachFor(h, n.side, n.w, {
      wrist: add(mix(aside, m, u), headWard(h, s * 0.045 * u, -0.075 * u, 0.01)),
      fingers: chestWard(h, -s * 0.45 * u + s * 0.1, 1, -0.15 * u),
      palm: chestWard(h, -s * 0.3, 0.1, -1),
      pole: chestWard(h, s * 0.35, -1, 0.1),
      curl: 0.4,
      index: 0.12,
      thumb: 0.3,
    })
  },
}

/** Moves that handle things. */
export const HANDLING_MOVES = {
  reach,
  'pick-up': take,
  'put-down': take,
  hold,
  carry,
  drink,
  eat,
  pour,
  smoke,
} as const satisfies Readonly<Record<string, Move>>
