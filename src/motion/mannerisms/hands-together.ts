import { add, lerp, scale, smoothstep, sub, type Vec3 } from '../../film'
import { HABIT_MOVES } from '../acts/habits'
import { byChest, chestWard, deepOf, type Hands, type Move } from '../acts/kit'
import { before, forearmAcross, holdAt } from '../acts/reaching'
import { touchAt } from '../acts/touching'
import type { GazeCue } from '../gaze-cues'
import { bump, SIDES, SIGN, type Side } from '../rig'
import { armPoints } from '../skeleton'
import type { BoutRow } from './mannerism'

const other = (s: Side): Side => (1 - s) as Side
const HANDS: BoutRow['takes'] = ['hands', 'head', 'trunk']
const ONE: BoutRow['takes'] = ['hand', 'head', 'trunk']
const EASE = { easeIn: 0.5, easeOut: 0.5 } as const

/** Looks at what the hands do, and up again before they are done. */
const down =
  (yaw: number, pitch: number): NonNullable<BoutRow['eyes']> =>
  (t0, _, side): readonly GazeCue[] => [{ kind: 'rel', t0: t0 + 0.25, yaw: yaw * side, pitch }]

/** Palms on each other before the belly; `slide` moves one along the other, heights. */
function palms(h: Hands, w: number, slide: number, up: number, curl: number): void {
  for (const side of SIDES) {
    const s = SIGN[side]
    holdAt(
      h,
      side,
      w,
      byChest(h, -s * 0.0065, up, before(h) + 0.02 + s * slide),
      chestWard(h, -s * 0.12, 0.3 + s * 0.12, 1),
      chestWard(h, -s, 0, -0.1),
      { curl, index: curl, thumb: 0.25, pole: chestWard(h, s * 0.7, -1, -0.2) },
    )
  }
}

const rubsHands: Move = {
  ...EASE,
  hands: (n, h) => palms(h, n.w, 0.018 * Math.sin(n.s * 2 * Math.PI * 2.1), -0.165, 0.12),
}

const wringsHands: Move = {
  ...EASE,
  body: (n, b) => {
    b.torso = add(b.torso, [0.04 * n.w, 0, 0])
    b.shrug[0] += 0.04 * n.w
    b.shrug[1] += 0.04 * n.w
    return undefined
  },
  hands: (n, h) => {
    // One hand closed about the other, turning.
    const turn = Math.sin(n.s * 2 * Math.PI * 0.9)
    for (const side of SIDES) {
      const s = SIGN[side]
      const over = side === n.side
      holdAt(
        h,
        side,
        n.w,
        byChest(h, -s * 0.002, -0.165 + (over ? 0.005 : -0.005), before(h) + 0.018),
        chestWard(h, -s * 0.5, 0.2 + s * 0.3 * turn, 0.85),
        chestWard(h, -s * 0.8, (over ? -0.4 : 0.4) - s * 0.45 * turn, -0.45),
        { curl: over ? 0.62 : 0.5, thumb: 0.4, pole: chestWard(h, s * 0.7, -1, -0.2) },
      )
    }
  },
}

const cracksKnuckles: Move = {
  ...EASE,
  hands: (n, h) => {
    // A fist in the other palm, and a press: once for each hand.
    const u = n.s / n.length
    const swap = smoothstep(0.46, 0.56, u)
    const press = bump((u - 0.22) / 0.2) + bump((u - 0.62) / 0.2)
    // The fist pushes the palm before it.
    const push = -SIGN[n.side] * lerp(0.012, -0.012, swap)
    for (const side of SIDES) {
      const s = SIGN[side]
      const fist = side === n.side ? 1 - swap : swap
      holdAt(
        h,
        side,
        n.w,
        byChest(h, s * lerp(-0.008, 0.019, fist) + push * press, -0.135, before(h) + 0.02),
        chestWard(h, -s * lerp(0.55, 0.95, fist), lerp(0.55, 0.1, fist), lerp(0.75, 0.3, fist)),
        chestWard(h, -s * lerp(0.85, 0.25, fist), lerp(-0.1, -0.6, fist), lerp(-0.5, -0.7, fist)),
        { curl: lerp(0.4, 0.95, fist), index: lerp(0.35, 0.9, fist), thumb: 0.4, pole: chestWard(h, s, -0.7, -0.1) },
      )
    }
  },
}

const steeplesFingers: Move = {
  ...EASE,
  body: (n, b) => {
    b.torso = add(b.torso, [-0.04 * n.w, 0, 0])
    return undefined
  },
  hands: (n, h) => {
    const tap = 0.004 * bump((n.s % 0.9) / 0.5)
    for (const side of SIDES) {
      const s = SIGN[side]
      touchAt(h, side, n.w, 'middle', byChest(h, s * tap, -0.07, before(h) + 0.06), {
        fingers: chestWard(h, -s * 0.55, 0.85, 0.15),
        palm: chestWard(h, -s * 0.9, -0.4, -0.1),
        pole: chestWard(h, s, -0.85, 0),
        curl: 0.06,
        index: 0.06,
        thumb: 0.1,
      })
    }
  },
}

const picksNails: Move = {
  ...EASE,
  body: (n, b) => {
    b.head = add(b.head, [0.08 * n.w, 0, 0])
    return undefined
  },
  hands: (n, h) => {
    const pick = 0.005 * Math.sin(n.s * 2 * Math.PI * 2.6)
    for (const side of SIDES) {
      const s = SIGN[side]
      const works = side === n.side
      touchAt(h, side, n.w, 'index', byChest(h, works ? pick : 0, -0.15, before(h) + 0.05), {
        fingers: chestWard(h, -s * 0.75, works ? 0 : 0.3, 0.65),
        palm: chestWard(h, -s * 0.3, works ? -0.9 : 0.35, works ? 0 : -0.85),
        pole: chestWard(h, s * 0.8, -1, -0.2),
        curl: works ? 0.6 : 0.4,
        index: 0.25,
        thumb: 0.5,
      })
    }
  },
}

/** Where a hand takes hold of the other's sleeve: on the forearm, a little above the wrist. */
function cuffOf(h: Hands, side: Side): Vec3 {
  const { elbow, wrist } = armPoints(side, h.trunk, h.arms[side], h.build.limbs)
  return add(wrist, scale(sub(elbow, wrist), 0.16))
}

const fixesCuffs: Move = {
  ...EASE,
  hands: (n, h) => {
    // One cuff is pulled straight, then the other.
    const u = n.s / n.length
    const second = smoothstep(0.42, 0.6, u)
    const apart = bump((u - 0.42) / 0.18)
    const held: Side = second < 0.5 ? other(n.side) : n.side
    const tug = bump((u - 0.15) / 0.16) + bump((u - 0.28) / 0.14) + bump((u - 0.65) / 0.16) + bump((u - 0.8) / 0.14)
    forearmAcross(h, held, n.w * (1 - 0.85 * apart), -0.15)
    const works = other(held)
    const s = SIGN[works]
    const cuff = cuffOf(h, held)
    touchAt(h, works, n.w * (1 - 0.85 * apart), 'index', add(cuff, chestWard(h, s * 0.012 * tug, 0.02, 0.022)), {
      fingers: chestWard(h, -s * 0.75, -0.3, 0.45),
      palm: chestWard(h, -s * 0.35, -0.75, -0.45),
      pole: chestWard(h, s, -0.8, -0.1),
      curl: 0.5,
      index: 0.3,
      thumb: 0.55,
    })
  },
}

/** How far the breast stands before the shoulders at a height over them, heights: it falls away to the throat. */
const breast = (h: Hands, y: number): number => 0.064 - 0.44 * y + 0.5 * (deepOf(h.build.figure) / h.build.figure.heightM - 0.095)

/** A fingertip to the knot of a tie, a collar's point or a pendant: from the shoulders' middle, heights, `off` before the breast. */
function atThroat(h: Hands, side: Side, w: number, x: number, y: number, off: number): void {
  const s = SIGN[side]
  touchAt(h, side, w, 'index', byChest(h, x, y, breast(h, y) + off), {
    fingers: chestWard(h, -s * 0.55, 0.75, -0.25),
    palm: chestWard(h, -s * 0.35, -0.3, -0.9),
    pole: chestWard(h, s * 0.85, -1, -0.05),
    curl: 0.55,
    index: 0.3,
    thumb: 0.5,
  })
}

const fixesTie: Move = {
  ...EASE,
  body: (n, b) => {
    b.head = add(b.head, [-0.1 * n.w, SIGN[n.side] * 0.08 * Math.sin(n.s * 5) * n.w, 0])
    return undefined
  },
  hands: (n, h) => {
    const wag = 0.012 * Math.sin(n.s * 5)
    atThroat(h, n.side, n.w, wag, 0.022, 0.006)
    atThroat(h, other(n.side), n.w, SIGN[other(n.side)] * 0.012 + wag * 0.4, -0.04, 0.008)
  },
}

const fixesCollar: Move = {
  ...EASE,
  body: (n, b) => {
    b.head = add(b.head, [-0.06 * n.w, 0.1 * Math.sin(n.s * 4.2) * n.w, 0])
    return undefined
  },
  hands: (n, h) => {
    const pull = 0.01 * bump((n.s % 0.8) / 0.5)
    for (const side of SIDES) atThroat(h, side, n.w, SIGN[side] * (0.036 + pull), 0.018, -0.003)
  },
}

const fingersNecklace: Move = {
  ...EASE,
  hands: (n, h) => atThroat(h, n.side, n.w, 0.018 * Math.sin(n.s * 3.4), -0.012, 0.008),
}

/** The far shoulder or arm, on its outside: heights from the shoulders' middle. */
function acrossAt(h: Hands, side: Side, w: number, y: number, out: number, z: number): void {
  const s = SIGN[side]
  const { armJoint } = h.trunk
  const k = h.build.figure.heightM
  const at = add(armJoint[other(side)], chestWard(h, -s * out * k, y * k, z * k))
  touchAt(h, side, w, 'middle', at, {
    fingers: chestWard(h, -s * 0.9, 0.25, -0.3),
    palm: chestWard(h, -s * 0.25, -0.35, -0.9),
    pole: chestWard(h, s * 0.5, -0.95, 0.35),
    curl: 0.25,
    index: 0.2,
    thumb: 0.2,
  })
}

const dustsShoulder: Move = {
  ...EASE,
  body: (n, b) => {
    b.head = add(b.head, [0.06 * n.w, -SIGN[n.side] * 0.25 * n.w, 0])
    return undefined
  },
  hands: (n, h) => {
    const flick = bump((n.s % 0.42) / 0.36)
    acrossAt(h, n.side, n.w, 0.03, -0.004 + 0.02 * flick, 0.02)
  },
}

const rubsArm: Move = {
  ...EASE,
  body: (n, b) => {
    b.shrug[0] += 0.08 * n.w
    b.shrug[1] += 0.08 * n.w
    b.head = add(b.head, [0.05 * n.w, 0, 0])
    return undefined
  },
  hands: (n, h) => acrossAt(h, n.side, n.w, -0.055 + 0.03 * Math.sin(n.s * 2 * Math.PI * 0.85), 0.018, 0.046),
}

/** Mannerisms of hands at each other and at the clothes. */
export const HANDS_TOGETHER = {
  'rubs-hands': { move: rubsHands, lastsS: [2, 3.2], everyS: 9, takes: HANDS },
  'wrings-hands': { move: wringsHands, lastsS: [2.6, 4.4], everyS: 8, takes: HANDS },
  'cracks-knuckles': { move: cracksKnuckles, lastsS: [2.4, 3], everyS: 13, takes: HANDS, speaking: false },
  'steeples-fingers': { move: steeplesFingers, lastsS: [2.8, 4.6], everyS: 9, takes: HANDS },
  'picks-nails': { move: picksNails, lastsS: [2.4, 4], everyS: 8, takes: [...HANDS, 'eyes'], speaking: false, eyes: down(0, -0.6) },
  'checks-watch': {
    move: HABIT_MOVES['check-watch'],
    lastsS: [1.8, 2.3],
    everyS: 12,
    takes: [...HANDS, 'eyes'],
    speaking: false,
    eyes: down(0, -0.5),
  },
  'fixes-cuffs': { move: fixesCuffs, lastsS: [3, 3.8], everyS: 11, takes: HANDS },
  'fixes-tie': { move: fixesTie, lastsS: [2, 2.6], everyS: 11, takes: HANDS },
  'fixes-collar': { move: fixesCollar, lastsS: [1.8, 2.4], everyS: 11, takes: HANDS },
  'fingers-necklace': { move: fingersNecklace, lastsS: [2, 3.6], everyS: 9, takes: ONE },
  'smooths-clothes': { move: HABIT_MOVES['smooth-clothes'], lastsS: [2, 2.6], everyS: 10, takes: HANDS, stances: ['stand'] },
  'dusts-shoulder': { move: dustsShoulder, lastsS: [1.8, 2.4], everyS: 11, takes: [...ONE, 'hands'] },
  'rubs-arm': { move: rubsArm, lastsS: [2.2, 3.6], everyS: 9, takes: [...ONE, 'hands'] },
} as const satisfies Readonly<Record<string, BoutRow>>
