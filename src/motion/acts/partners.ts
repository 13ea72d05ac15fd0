import { add, clamp, lerp, quatMul, quatRotate, scale, smoothstep, type Vec3 } from '../../film'
import type { Body, Foot } from '../body'
import { bump, rx, SIDES, SIGN, type Side } from '../rig'
import { type ActNow, byChest, chestWard, deepOf, type Hands, headWard, type Move, reachFor } from './kit'
import { holdAt, leanTo } from './reaching'

const other = (s: Side): Side => (1 - s) as Side

/** Unit direction on the floor to the partner, and how far off they stand; ahead at arm's length when there is nobody. */
function towards(n: ActNow, alone: number): { readonly dir: Vec3; readonly far: number } {
  const p = n.partner?.place ?? [0, 0, alone]
  const far = Math.hypot(p[0], p[2])
  return far < 1e-3 ? { dir: [0, 0, 1], far: alone } : { dir: [p[0] / far, 0, p[2] / far], far }
}

/** Longest way somebody steps in, metres. */
const MOST_STEP = 0.34

/**
 * One step in and, at the end, one step back: first one foot, then the other, hips between them. Both partners take half
 * of the way, so they meet at `apart` metres.
 */
function stepIn(n: ActNow, b: Body, apart: number): number {
  if (n.upright < 0.9) return 0
  const { dir, far } = towards(n, apart)
  const go = clamp((far - apart) / 2, -0.06, MOST_STEP)
  const end = n.length
  const pace = Math.min(0.42, end * 0.2)
  const there = (from: number, over: number) => smoothstep(from, from + over, n.s) * (1 - smoothstep(end - from - over, end - from, n.s))
  const lead = n.build.manner.lead
  b.hips = add(b.hips, scale(dir, go * there(0.12, pace * 1.5)))
  b.feet = SIDES.map((side): Foot => {
    const u = there(side === lead ? 0 : pace * 0.95, pace)
    const f = b.feet[side]
    if (u === 0) return f
    return {
      ...f,
      ankle: add(f.ankle, [dir[0] * go * u, 0.035 * bump(u), dir[2] * go * u]),
      planted: f.planted && u === 1,
    }
  }) as [Foot, Foot]
  return go * there(0.12, pace * 1.5)
}

/** How near two bodies come that hold each other, metres between their middles: chests touch where both lean in. */
const touching = (n: ActNow): number => deepOf(n.build.figure) + (n.partner?.deepM ?? deepOf(n.build.figure)) + 0.1

/** Shoulders stand so far above the height at which hands are held out, heights. */
const SHOULDERS = 0.22

/** How much higher the other's shoulders are than one's own would be by one's stance, heights: below 0 for who kneels before who stands. */
const higher = (n: ActNow): number => {
  const k = n.build.figure.heightM
  return n.partner ? (n.partner.chestM + SHOULDERS * n.partner.heightM - n.chestM) / k - SHOULDERS : 0
}

/** Whether one of the two is on their knees or sits. */
const isLow = (n: ActNow): boolean => n.upright < 0.9 || (n.partner !== undefined && n.partner.chestM < 0.55 * n.partner.heightM)

/** Who is down, or holds somebody who is, cannot step in: hips and back close what is left between them. */
function bendIn(n: ActNow, b: Body): void {
  const up = higher(n)
  const down = n.upright < 0.9
  if (!isLow(n)) return
  const near = smoothstep(0.2, 1, n.w)
  const k = n.build.figure.heightM
  const { dir, far } = towards(n, touching(n))
  const gap = down ? clamp(far - touching(n), 0, 0.45) : 0
  b.hips = add(b.hips, scale(dir, Math.min(0.08 * k, gap * 0.45) * near))
  b.torso = add(b.torso, [(clamp(gap * 0.9, 0, 0.3) + (down ? 0 : clamp(-up * 1.7, 0, 0.5))) * near, 0, 0])
  if (!down) {
    b.hipsRot = quatMul(rx(clamp(-up * 1.2, 0, 0.35) * near), b.hipsRot)
    b.hips = add(b.hips, [0, clamp(up * 0.25, -0.06, 0) * k * near, clamp(up * 0.3, -0.06, 0) * k * near])
  }
  // Who looks up at the other holds the face against them.
  b.head = add(b.head, [up > 0.12 ? -0.25 * near : 0, 0, 0])
}

const hug: Move = {
  easeIn: 0.75,
  easeOut: 0.75,
  body: (n, b) => {
    stepIn(n, b, touching(n))
    bendIn(n, b)
    // Everybody leans to the own right, and does so first: heads pass.
    const aside = smoothstep(0, 0.6, n.w)
    const near = smoothstep(0.3, 1, n.w)
    // Who stoops straightens up for it.
    b.torso = add(b.torso, [(0.1 - 0.42 * n.build.manner.stoop) * near, 0, 0.14 * aside])
    b.head = add(b.head, [0.1 * near, 0.15 * n.w, 0.17 * aside])
    b.shrug[0] += 0.08 * n.w
    b.shrug[1] += 0.08 * n.w
    return undefined
  },
  hands: (n, h) => {
    // One arm high and one low, wide enough to pass outside of the other; the palms lie on the back.
    const k = h.build.figure.heightM
    const wide = n.partner?.wideM ?? h.build.figure.joints.leftUpperArm[0]
    const down = isLow(n)
    // Round whatever of the other is before one's own chest: the neck of who kneels, the waist of who stands.
    const [a, b] = h.trunk.armJoint
    const own = (a[1] + b[1]) / 2
    const theirs = n.partner ? n.partner.chestM + SHOULDERS * n.partner.heightM : own
    const taller = ((n.partner?.heightM ?? k) - k) / k
    const rub = 0.012 * Math.sin(n.s * 4.5) * smoothstep(0.9, 1.2, n.s)
    const { dir, far } = towards(n, touching(n))
    const round = (side: Side, high: boolean): Vec3 => {
      const s = SIGN[side]
      const y = lerp(own, theirs, 0.75) + (high ? 0.0 : -0.13) * k + (high ? rub * k : 0)
      const z = far - 0.02
      return [dir[0] * z + dir[2] * s * wide * 0.62, clamp(y, own - 0.34 * k, own + 0.12 * k), dir[2] * z - dir[0] * s * wide * 0.62]
    }
    for (const side of SIDES) {
      const s = SIGN[side]
      const high = side === n.side
      reachFor(h, side, n.w, {
        wrist: down
          ? round(side, high)
          : byChest(h, (s * (wide * 0.72)) / k, (high ? 0.015 : -0.15) + taller * 0.5 + (high ? rub : 0), (touching(n) * 0.78) / k),
        fingers: chestWard(h, -s, high ? 0.2 : -0.05, 0.35),
        palm: chestWard(h, -s * 0.25, 0, -1),
        pole: chestWard(h, s, high ? -0.25 : -0.8, 0.1),
        curl: 0.18,
        thumb: 0.1,
      })
    }
  },
  face: (n) => ({ lids: 0.8 * smoothstep(0.7, 1, n.w), expressions: [['joy', 0.25 * n.w]] }),
}

const kiss: Move = {
  easeIn: 0.8,
  easeOut: 0.7,
  body: (n, b) => {
    const k = n.build.figure.heightM
    stepIn(n, b, touching(n) - 0.02)
    const w = smoothstep(0.4, 1, n.w)
    const tilt = smoothstep(0, 0.55, n.w)
    const lower = clamp(((n.partner?.heightM ?? k) - k) / 2, -0.09, 0.09)
    // The taller bends down, the shorter looks up; heads tilt past the noses.
    b.hips = add(b.hips, [0, Math.min(0, lower) * 0.7 * w, 0])
    b.torso = add(b.torso, [(0.12 - lower * 0.6 - 0.42 * n.build.manner.stoop) * w, 0, 0.06 * tilt])
    b.head = add(b.head, [(-0.02 - lower * 2.4) * w, 0.06 * w, 0.32 * tilt])
    return undefined
  },
  hands: (n, h) => {
    const k = h.build.figure.heightM
    const z = touching(n)
    const wide = (n.partner?.wideM ?? h.build.figure.joints.leftUpperArm[0]) / k
    const s = SIGN[n.side]
    const up = ((n.partner?.heightM ?? k) - k) / k
    reachFor(h, n.side, smoothstep(0.25, 1, n.w), {
      wrist: byChest(h, s * 0.075, 0.015 + up, (z * 0.62) / k),
      fingers: chestWard(h, -s * 0.25, 1, 0.35),
      palm: chestWard(h, -s, 0, -0.1),
      pole: chestWard(h, s, -0.8, 0),
      curl: 0.15,
      thumb: 0.1,
    })
    reachFor(h, other(n.side), n.w, {
      wrist: byChest(h, -s * (wide * 0.8), -0.19 + up * 0.4, (z * 0.66) / k),
      fingers: chestWard(h, s, 0, 0.35),
      palm: chestWard(h, s * 0.3, 0, -1),
      pole: chestWard(h, -s, -0.8, -0.1),
      curl: 0.2,
    })
  },
  face: (n) => ({ lids: smoothstep(0.55, 0.9, n.w), expressions: [['joy', 0.15 * n.w]] }),
}

/** Where two people's hands meet, root frame: halfway, at a height that suits both. The same point in the world for both. */
export function meetingPoint(n: ActNow): Vec3 {
  const k = n.build.figure.heightM
  if (!n.partner) return [SIGN[n.side] * 0.03 * k, 0.58 * k, 0.28 * k]
  const [x, , z] = n.partner.place
  return [x / 2, (n.chestM + n.partner.chestM) / 2, z / 2]
}

const shakeHands: Move = {
  easeIn: 0.5,
  easeOut: 0.5,
  body: (n, b) => {
    b.torso = add(b.torso, [0.05 * n.w, SIGN[n.side] * -0.1 * n.w, 0])
    b.head = add(b.head, [0.05 * n.w, 0, 0])
    leanTo(n, b, n.side, meetingPoint(n), n.w)
    return undefined
  },
  hands: (n, h) => {
    const swing = smoothstep(0.5, 0.7, n.s) * (1 - smoothstep(n.length - 0.9, n.length - 0.6, n.s))
    const pump = Math.sin((n.s - 0.5) * 2 * Math.PI * 2.1) * 0.03 * swing
    const { dir } = towards(n, 1)
    const s = SIGN[n.side]
    holdAt(h, n.side, n.w, add(meetingPoint(n), [0, pump, 0]), [dir[0] - s * 0.12 * dir[2], -0.05, dir[2]], [-s * dir[2], 0, s * dir[0]], {
      curl: 0.4,
      index: 0.35,
      thumb: 0.3,
    })
  },
  face: (n) => ({ expressions: [['joy', 0.2 * n.w]] }),
}

/** Where giver and taker hold a thing: each a little on the own side of the middle. */
function passing(gives: boolean): Move {
  const holds = (n: ActNow, h: Hands, side: Side, w: number) => {
    const { dir } = towards(n, 0.9)
    const s = SIGN[side]
    const k = h.build.figure.heightM
    const wide = n.both ? s * 0.07 * k : 0
    const p = add(meetingPoint(n), [wide * dir[2] - dir[0] * 0.03, gives ? -0.01 : 0.01, -wide * dir[0] - dir[2] * 0.03])
    holdAt(h, side, w, p, [dir[0] - s * 0.1 * dir[2], gives ? 0.12 : -0.1, dir[2]], gives ? [-s * 0.5, 0.85, 0] : [-s, -0.25, 0], {
      curl: gives ? 0.4 : 0.5,
      thumb: 0.4,
    })
  }
  const reach = (n: ActNow): number => {
    const u = n.s / n.length
    return gives ? smoothstep(0, 0.36, u) * (1 - smoothstep(0.58, 0.95, u)) : smoothstep(0.1, 0.44, u) * (1 - smoothstep(0.6, 0.98, u))
  }
  return {
    easeIn: 0.1,
    easeOut: 0.1,
    body: (n, b) => {
      b.torso = add(b.torso, [0.04 * reach(n), SIGN[n.side] * -0.08 * reach(n), 0])
      leanTo(n, b, n.side, meetingPoint(n), reach(n))
      return undefined
    },
    hands: (n, h) => {
      for (const side of n.both ? SIDES : [n.side]) holds(n, h, side, reach(n))
    },
  }
}

const slap: Move = {
  easeIn: 0.2,
  easeOut: 0.35,
  body: (n, b) => {
    const s = SIGN[n.side]
    const u = n.s / Math.min(n.length, 1)
    const hit = smoothstep(0.4, 0.52, u) * (1 - smoothstep(0.62, 0.95, u))
    const back = smoothstep(0, 0.34, u) * (1 - smoothstep(0.38, 0.5, u))
    b.torso = add(b.torso, [0.05 * n.w, s * (0.5 * back - 0.42 * hit) * n.w, 0])
    b.hips = add(b.hips, [0, -0.01 * n.w, 0.04 * hit * n.w])
    b.hipsRot = quatMul(rx(0.05 * hit * n.w), b.hipsRot)
    return undefined
  },
  hands: (n, h) => {
    const s = SIGN[n.side]
    const u = n.s / Math.min(n.length, 1)
    const sweep = smoothstep(0.36, 0.6, u)
    const raised = byChest(h, s * 0.27, 0.05, 0.08)
    const past = byChest(h, -s * 0.06, 0.04, 0.24)
    const cheek = n.target && n.person ? add(n.target, [s * 0.1, -0.07, -0.1]) : byChest(h, s * 0.05, 0.08, 0.29)
    const a: Vec3 = [lerp(raised[0], cheek[0], sweep), lerp(raised[1], cheek[1], sweep), lerp(raised[2], cheek[2], sweep)]
    const w = smoothstep(0.56, 0.8, u)
    reachFor(h, n.side, n.w, {
      wrist: [lerp(a[0], past[0], w), lerp(a[1], past[1], w), lerp(a[2], past[2], w)],
      fingers: headWard(h, -s * lerp(0, 0.7, sweep), lerp(0.8, 0.35, sweep), lerp(0.1, 0.8, sweep)),
      palm: chestWard(h, -s, 0, lerp(0.6, 0.1, sweep)),
      pole: chestWard(h, s * 0.9, -0.7, -0.3),
      curl: 0.08,
      thumb: 0.1,
    })
  },
}

/** To somebody's ear, a hand between the mouth and the world. */
const whisper: Move = {
  easeIn: 0.7,
  easeOut: 0.6,
  body: (n, b) => {
    const k = n.build.figure.heightM
    stepIn(n, b, touching(n) + 0.17)
    const w = smoothstep(0.2, 1, n.w)
    const lower = clamp(((n.partner?.heightM ?? k) - k) / 2, -0.12, 0.1)
    b.hips = add(b.hips, [0, Math.min(0, lower) * 0.7 * w, 0])
    // Past the cheek, mouth turned to the ear.
    b.torso = add(b.torso, [(0.2 - lower * 0.5) * w, SIGN[n.side] * 0.12 * w, -SIGN[n.side] * 0.12 * w])
    b.head = add(b.head, [-0.04 * w, SIGN[n.side] * 0.42 * w, -SIGN[n.side] * 0.1 * w])
    return undefined
  },
  hands: (n, h) => {
    const s = SIGN[n.side]
    const m = h.build.figure.headM
    const w = smoothstep(0.3, 1, n.w)
    reachFor(h, n.side, w, {
      wrist: add(h.head.head, quatRotate(h.head.rot, [s * 0.42 * m, -0.28 * m, 0.5 * m])),
      fingers: headWard(h, -s * 0.1, 0.9, 0.35),
      palm: headWard(h, -s, 0, -0.15),
      pole: chestWard(h, s * 0.6, -1, 0.1),
      curl: 0.12,
      index: 0.08,
      thumb: 0.3,
    })
  },
  face: (n) => {
    const says = smoothstep(0.7, 1, n.w)
    const open = 0.5 + 0.5 * Math.sin(n.s * 13) * Math.sin(n.s * 5.3)
    return {
      mouth: [
        ['aa', 0.22 * open * says],
        ['SS', 0.3 * (1 - open) * says],
      ],
    }
  },
}

/** Moves that take two. */
export const PARTNER_MOVES = {
  hug,
  kiss,
  'shake-hands': shakeHands,
  'hand-over': passing(true),
  receive: passing(false),
  slap,
  whisper,
} as const satisfies Readonly<Record<string, Move>>
