import { add, clamp, lerp, mix, noise1, quatMul, smoothstep, type Vec3 } from '../../film'
import type { Body } from '../body'
import { bend, bump, ease, SIDES, SIGN, type Side } from '../rig'
import { type ActNow, byChest, chestWard, earOf, headWard, type Move, reachFor, sidesOf } from './kit'
import { holdAt, leanTo, workPoint } from './reaching'
import { onHead } from './touching'

const other = (s: Side): Side => (1 - s) as Side

const read: Move = {
  easeIn: 0.5,
  easeOut: 0.5,
  hands: (n, h) => {
    const sides = n.act.hand === undefined || n.both ? SIDES : [n.side]
    for (const side of sides) {
      const s = SIGN[side]
      const turn = side === n.side ? 0.02 * bump(((n.s % 3.7) - 3) / 0.6) : 0
      holdAt(
        h,
        side,
        n.w,
        byChest(h, s * (0.062 - turn), -0.095 + turn, 0.2),
        chestWard(h, -s * 0.2, 0.55, 0.8),
        chestWard(h, -s * 0.55, 0.65, -0.55),
        {
          curl: 0.35,
          thumb: 0.25,
          pole: chestWard(h, s * 0.4, -1, -0.2),
        },
      )
    }
  },
}

/** Bends over what lies farther off than hands work at ease, so that the elbows stay bent. */
function bendOver(n: ActNow, b: Body): void {
  if (!n.act.at || !n.target) return
  const h = n.build.figure.heightM
  const far = clamp((Math.hypot(n.target[0], n.target[2]) - 0.2 * h) / (0.12 * h), 0, 1) * n.w
  b.hipsRot = quatMul(bend(0.22 * far, 0, 0), b.hipsRot)
  b.torso = add(b.torso, [0.24 * far, 0, 0])
}

const write: Move = {
  easeIn: 0.5,
  body: (n, b) => {
    b.torso = [b.torso[0] + 0.13 * n.w, b.torso[1], b.torso[2] + SIGN[n.side] * -0.02 * n.w]
    bendOver(n, b)
    if (n.act.at && n.target) leanTo(n, b, n.side, n.target, n.w)
    return undefined
  },
  hands: (n, h) => {
    const s = SIGN[n.side]
    const k = h.build.figure.heightM
    const p = workPoint(n, 0.235)
    const line = (n.s * 0.35) % 1
    const x = lerp(-0.03, 0.03, line < 0.88 ? line / 0.88 : 1 - (line - 0.88) / 0.12) * k
    const wiggle: Vec3 = [
      noise1(`${n.key}/pen-x`, n.s * 7) * 0.006,
      0.012 + Math.abs(noise1(`${n.key}/pen-y`, n.s * 6)) * 0.004,
      noise1(`${n.key}/pen-z`, n.s * 9) * 0.009,
    ]
    holdAt(h, n.side, n.w, add(add(p, wiggle), [-x * s, 0, 0]), [-s * 0.45, -0.35, 0.85], [-s * 0.6, -0.75, -0.2], {
      curl: 0.62,
      index: 0.4,
      thumb: 0.6,
    })
    // On one's feet the other hand holds what is written on, under the point of the pen; at a table it lies beside it.
    if (n.upright > 0.5 && !(n.act.at && n.target))
      holdAt(h, other(n.side), n.w, add(p, [-s * 0.032 * k, -0.035 * k, 0.045 * k]), [s * 0.5, 0.12, 0.85], [s * 0.85, 0.1, -0.5], {
        curl: 0.4,
        thumb: 0.2,
      })
    else
      holdAt(h, other(n.side), n.w, add(p, [-s * 0.13 * k, 0.012, 0.01 * k]), [s * 0.6, -0.12, 0.75], [0, -1, 0], {
        curl: 0.15,
        thumb: 0.1,
      })
  },
}

const typing: Move = {
  easeIn: 0.5,
  body: (n, b) => {
    b.torso = [b.torso[0] + 0.06 * n.w, b.torso[1], b.torso[2]]
    bendOver(n, b)
    return undefined
  },
  hands: (n, h) => {
    const k = h.build.figure.heightM
    const p = workPoint(n, 0.25)
    for (const side of SIDES) {
      const s = SIGN[side]
      // Bursts of keys with rests between them.
      const busy = smoothstep(-0.5, 0, noise1(`${n.key}/burst`, n.s * 0.6))
      const tap = Math.abs(noise1(`${n.key}/tap${side}`, n.s * 9)) * busy
      const x = noise1(`${n.key}/key${side}`, n.s * 3) * 0.012 * k * busy
      reachFor(h, side, n.w, {
        wrist: [p[0] * 0.3 + s * 0.062 * k + x, p[1] + 0.028 * k + 0.004 * k * tap, p[2] - 0.05 * k],
        fingers: [-s * 0.22, -0.16 + 0.14 * tap, 1],
        palm: [0, -1, -0.1],
        pole: chestWard(h, s * 0.6, -1, -0.5),
        curl: 0.34 + 0.14 * tap,
        index: 0.3 + 0.2 * (busy - tap),
        thumb: 0.2,
      })
    }
  },
}

const phone: Move = {
  easeIn: 0.6,
  easeOut: 0.6,
  body: (n, b) => {
    b.head = [b.head[0], b.head[1], b.head[2] - SIGN[n.side] * 0.09 * n.w]
    return undefined
  },
  hands: (n, h) => {
    const s = SIGN[n.side]
    holdAt(
      h,
      n.side,
      n.w,
      add(earOf(h, n.side), headWard(h, s * 0.035, -0.025, 0.035)),
      headWard(h, -s * 0.05, 0.72, -0.68),
      headWard(h, -s, 0, -0.25),
      {
        pole: chestWard(h, s * 0.45, -1, 0.45),
        curl: 0.5,
        index: 0.4,
        thumb: 0.35,
      },
    )
  },
}

const knock: Move = {
  easeIn: 0.4,
  easeOut: 0.4,
  body: (n, b) => {
    b.torso = [b.torso[0] + 0.06 * n.w, b.torso[1] + SIGN[n.side] * -0.12 * n.w, b.torso[2]]
    return undefined
  },
  hands: (n, h) => {
    const s = SIGN[n.side]
    // Three raps in the middle of the act, then a wait.
    const d = (n.s - Math.min(0.45, n.length * 0.3)) / 0.27
    const rap = d > 0 && d < 3 ? Math.sin(Math.PI * (d % 1)) ** 2 : 0
    const p = byChest(h, s * 0.08, 0.02, 0.26)
    reachFor(h, n.side, n.w, {
      wrist: add(p, chestWard(h, 0, 0.015 * rap, 0.09 * rap)),
      fingers: chestWard(h, -s * 0.1, 0.75 - 0.9 * rap, 0.55 + 0.5 * rap),
      palm: chestWard(h, 0, -0.55 - 0.4 * rap, 0.8 - 0.7 * rap),
      pole: chestWard(h, s * 0.55, -1, 0),
      curl: 0.95,
      index: 0.9,
      thumb: 0.7,
    })
  },
}

/** Nothing is held on to that goes behind one, or farther than this, heights. */
const HELD_TO = 0.5

/** How firmly a handle that moves is held: it is let go of as it goes out of reach. */
export const held = (n: Pick<ActNow, 'target' | 'build'>): number => {
  if (!n.target) return 0
  const k = n.build.figure.heightM
  const far = Math.hypot(n.target[0], n.target[2]) / k
  return (1 - smoothstep(HELD_TO - 0.05, HELD_TO, far)) * smoothstep(-0.05, 0.07, n.target[2] / k)
}

/** A handle turned, the door pulled open or pushed shut. */
const door = (opens: boolean): Move => ({
  easeIn: 0.45,
  easeOut: 0.4,
  body: (n, b) => {
    if (n.act.leaf && n.target) {
      leanTo(n, b, n.side, n.target, n.w * held(n))
      return undefined
    }
    const v = smoothstep(0.45, 0.85, n.s / n.length)
    const u = opens ? v : 1 - v
    b.torso = [b.torso[0] + (0.1 - 0.16 * u) * n.w, b.torso[1] + SIGN[n.side] * (-0.15 + 0.3 * u) * n.w, b.torso[2]]
    return undefined
  },
  hands: (n, h) => {
    const s = SIGN[n.side]
    const v = smoothstep(0.4, 0.85, n.s / n.length)
    const u = opens ? v : 1 - v
    const turn = opens ? bump((n.s / n.length - 0.2) / 0.3) : 0
    if (n.act.leaf && n.target) {
      holdAt(h, n.side, n.w * held(n), n.target, chestWard(h, -s * 0.2, -0.3, 1), chestWard(h, -s * 0.55, -0.75, 0), {
        curl: 0.7,
        index: 0.6,
        thumb: 0.6,
      })
      return
    }
    const handle = n.act.at && n.target ? n.target : byChest(h, s * 0.07, -0.2, 0.28)
    const pulled = byChest(h, s * 0.13, -0.2, 0.14)
    holdAt(
      h,
      n.side,
      n.w,
      mix(handle, pulled, u * 0.75),
      chestWard(h, -s * 0.3, -0.25 * turn, 1),
      chestWard(h, -s * (1 - 0.6 * turn), -0.3 - 0.6 * turn, 0),
      { curl: 0.7, thumb: 0.6 },
    )
  },
})

const shove = (pulls: boolean): Move => ({
  easeIn: 0.4,
  easeOut: 0.5,
  body: (n, b) => {
    const u = n.s / n.length
    const work = smoothstep(0.2, 0.6, u)
    b.torso = [b.torso[0] + (pulls ? lerp(0.2, -0.22, work) : lerp(0.02, 0.28, work)) * n.w, b.torso[1], b.torso[2]]
    b.hips = add(b.hips, [
      0,
      -0.02 * n.w * n.build.figure.heightM,
      (pulls ? lerp(0.02, -0.06, work) : lerp(-0.03, 0.05, work)) * n.w * n.build.figure.heightM,
    ])
    return undefined
  },
  hands: (n, h) => {
    const u = n.s / n.length
    const work = ease((u - 0.15) / 0.5)
    const far = pulls ? lerp(0.29, 0.15, work) : lerp(0.14, 0.285, work)
    for (const side of n.act.hand === undefined ? SIDES : sidesOf(n)) {
      const s = SIGN[side]
      reachFor(h, side, n.w, {
        wrist: byChest(h, s * 0.095, -0.09, far),
        fingers: pulls ? chestWard(h, -s * 0.15, -0.1, 1) : chestWard(h, -s * 0.1, 0.85, 0.5),
        palm: pulls ? chestWard(h, -s * 0.6, -0.7, 0) : chestWard(h, 0, -0.4, 0.9),
        pole: chestWard(h, s * 0.8, -0.9, -0.3),
        curl: pulls ? 0.85 : 0.1,
        thumb: pulls ? 0.6 : 0.05,
      })
    }
  },
})

const wipe: Move = {
  easeIn: 0.45,
  body: (n, b) => {
    leanTo(n, b, n.side, workPoint(n, 0.27), n.w * 0.9)
    b.torso = [b.torso[0] + 0.1 * n.w, b.torso[1] + 0.06 * Math.sin(n.s * 4.2) * n.w, b.torso[2]]
    return undefined
  },
  hands: (n, h) => {
    const k = h.build.figure.heightM
    const p = workPoint(n, 0.27)
    const a = n.s * 4.2
    holdAt(h, n.side, n.w, add(p, [Math.cos(a) * 0.075 * k, 0.02, Math.sin(a) * 0.035 * k]), [-SIGN[n.side] * 0.25, -0.1, 1], [0, -1, 0], {
      curl: 0.2,
      thumb: 0.15,
    })
  },
}

/** When in a hammering the blows fall, seconds from its start. */
export const BLOWS_S: readonly number[] = [0.62, 1.04, 1.46]
/** How long a blow takes from the height of its swing, seconds. */
const SWING_S = 0.42

/** A gavel's or a fist's blows on what is before one. */
const hammer: Move = {
  easeIn: 0.4,
  easeOut: 0.4,
  body: (n, b) => {
    leanTo(n, b, n.side, workPoint(n, 0.3), n.w)
    b.torso = [b.torso[0] + 0.08 * n.w, b.torso[1], b.torso[2]]
    return undefined
  },
  hands: (n, h) => {
    const k = h.build.figure.heightM
    // Up slowly, down fast, for each blow; at rest on the wood after the last.
    const left = BLOWS_S.map((t) => t - n.s).find((d) => d > 0) ?? SWING_S
    const up = Math.sin(Math.PI * clamp(1 - left / SWING_S, 0, 1) ** 0.7) ** 2
    holdAt(
      h,
      n.side,
      n.w,
      add(workPoint(n, 0.3), [0, (0.045 + 0.13 * up) * k, 0]),
      [-SIGN[n.side] * 0.2, 0.55 * up - 0.05, 1],
      [0, -1, 0.1],
      {
        curl: 0.95,
        index: 0.9,
        thumb: 0.7,
      },
    )
  },
}

const photograph: Move = {
  easeIn: 0.6,
  easeOut: 0.6,
  body: (n, b) => {
    b.head = add(b.head, [0.04 * n.w, 0, SIGN[n.side] * 0.04 * n.w])
    b.shrug[0] += 0.06 * n.w
    b.shrug[1] += 0.06 * n.w
    return undefined
  },
  hands: (n, h) => {
    // The finder at the eye, one hand at the release, the other under the lens.
    const s = SIGN[n.side]
    holdAt(h, n.side, n.w, onHead(h, s * 0.235, -0.05, 0.66), headWard(h, 0, 0.05, 1), headWard(h, -s, 0, 0), {
      curl: 0.6,
      index: 0.35 + 0.25 * bump(((n.s % 1.6) - 1) / 0.3),
      thumb: 0.4,
      pole: chestWard(h, s, -0.45, -0.3),
    })
    holdAt(h, other(n.side), n.w, onHead(h, -s * 0.06, -0.27, 0.74), headWard(h, s * 0.55, 0.15, 0.8), headWard(h, 0, 1, 0.1), {
      curl: 0.4,
      thumb: 0.2,
      pole: chestWard(h, -s * 0.6, -1, 0),
    })
  },
}

/** Moves at desks and doors. */
export const DESK_AND_DOOR_MOVES = {
  read,
  write,
  type: typing,
  phone,
  photograph,
  knock,
  hammer,
  open: door(true),
  close: door(false),
  push: shove(false),
  pull: shove(true),
  wipe,
} as const satisfies Readonly<Record<string, Move>>
