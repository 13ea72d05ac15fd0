import { add, lerp, smoothstep, type Vec3 } from '../../film'
import { HABIT_MOVES } from '../acts/habits'
import { type ActNow, byChest, chestWard, type Hands, headWard, type Move, reachFor } from '../acts/kit'
import { holdAt } from '../acts/reaching'
import { type Finger, onHead, touchAt } from '../acts/touching'
import { bump, SIGN } from '../rig'
import type { BoutRow } from './mannerism'

/** How a hand comes to a place of the head: directions for the left hand, x outwards. */
interface Approach {
  readonly finger?: Finger
  readonly fingers: Vec3
  readonly palm: Vec3
  readonly pole?: Vec3
  readonly curl?: number
  readonly index?: number
  readonly thumb?: number
  /** True for places over or behind the ear. */
  readonly isHigh?: boolean
}

/** A fingertip at a place of the head, in heads from its middle, x outwards on the hand's own side. */
function fingerAt(n: ActNow, h: Hands, at: Vec3, how: Approach): void {
  const s = SIGN[n.side]
  const own = ([x, y, z]: Vec3): Vec3 => headWard(h, s * x, y, z)
  const [px, py, pz] = how.pole ?? [0.75, -1, 0.1]
  // High up by way of the chest: straight there, the arm would swing out to the side.
  if (how.isHigh)
    reachFor(h, n.side, smoothstep(0, 0.6, n.w), {
      wrist: byChest(h, s * 0.12, -0.01, 0.16),
      fingers: chestWard(h, -s * 0.2, 1, 0.15),
      palm: chestWard(h, -s * 0.4, 0, -1),
      pole: chestWard(h, s * 0.6, -1, 0.1),
      curl: 0.35,
    })
  touchAt(h, n.side, how.isHigh ? smoothstep(0.3, 1, n.w) : n.w, how.finger ?? 'index', onHead(h, s * at[0], at[1], at[2]), {
    fingers: own(how.fingers),
    palm: own(how.palm),
    pole: chestWard(h, s * px, py, pz),
    curl: how.curl ?? 0.35,
    index: how.index ?? 0.12,
    thumb: how.thumb ?? 0.2,
  })
}

/** A head that meets the hand half-way: bent down, turned and leant to the hand's side, radians. */
const meets =
  (pitch: number, yaw = 0, roll = 0): NonNullable<Move['body']> =>
  (n, b) => {
    const s = SIGN[n.side]
    b.head = add(b.head, [pitch * n.w, s * yaw * n.w, s * roll * n.w])
    return undefined
  }

const EASE = { easeIn: 0.55, easeOut: 0.55 } as const
/** From in front of the face, palm to it. */
const BEFORE: Approach = { fingers: [-0.75, 0.62, -0.2], palm: [-0.25, -0.1, -1] }
/** From beside the head, palm to it. */
const BESIDE: Approach = { fingers: [-0.35, 0.9, -0.1], palm: [-0.9, -0.1, -0.3], pole: [0.55, -1, 0.35] }
const HEAD: BoutRow['takes'] = ['hand', 'head', 'trunk']
const FACE: BoutRow['takes'] = [...HEAD, 'face']

const pushesGlasses: Move = {
  ...EASE,
  body: meets(0.05),
  hands: (n, h) => {
    // Under the bridge, then a push up.
    const up = smoothstep(0.4, 0.62, n.s / n.length)
    fingerAt(n, h, [0, lerp(-0.015, 0.012, up), 0.5], { ...BEFORE, curl: 0.7, thumb: 0.6 })
  },
}

const strokesBeard: Move = {
  ...EASE,
  body: meets(0.04, 0.03, -0.05),
  hands: (n, h) => {
    // Down from the lip to the tip, again and again.
    const u = smoothstep(0.1, 0.8, (n.s / 0.95) % 1) * (1 - smoothstep(0.85, 1, (n.s / 0.95) % 1))
    fingerAt(n, h, [0.04, lerp(-0.42, -0.5, u), lerp(0.4, 0.375, u)], { ...BEFORE, fingers: [-0.45, 0.85, 0.1], curl: 0.3, thumb: 0.15 })
  },
}

const scratchesHead: Move = {
  ...EASE,
  easeIn: 0.65,
  body: meets(0.1, 0.04, -0.1),
  hands: (n, h) => {
    const scratch = 0.02 * Math.sin(n.s * 2 * Math.PI * 3.6)
    fingerAt(n, h, [0.275 + scratch * 0.6, 0.475 - scratch * 0.4, 0.02 + scratch], {
      finger: 'middle',
      fingers: [-0.85, 0.25, -0.25],
      palm: [-0.35, -1, 0],
      pole: [1, -0.25, 0.5],
      isHigh: true,
      curl: 0.42 + scratch * 3,
      index: 0.42 - scratch * 3,
    })
  },
}

const tugsEar: Move = {
  ...EASE,
  body: meets(0.02, 0, -0.06),
  hands: (n, h) => {
    const tug = 0.018 * bump((n.s % 0.75) / 0.6)
    fingerAt(n, h, [0.4, -0.13 - tug, 0.0], { ...BESIDE, curl: 0.6, index: 0.3, thumb: 0.5 })
  },
}

const rubsNose: Move = {
  ...EASE,
  body: meets(0.06),
  hands: (n, h) => {
    const rub = Math.sin(n.s * 2 * Math.PI * 2.4)
    fingerAt(n, h, [0.012 * rub, -0.135, 0.505], { ...BEFORE, fingers: [-0.9, 0.3, -0.1], curl: 0.55, thumb: 0.5 })
  },
  face: (n) => ({ expressions: [['disgust', 0.15 * n.w]] }),
}

const pinchesNose: Move = {
  ...EASE,
  body: meets(0.24, 0, -0.03),
  hands: (n, h) => fingerAt(n, h, [-0.02, 0.03, 0.465], { ...BEFORE, fingers: [-0.5, 0.85, -0.1], curl: 0.6, index: 0.2, thumb: 0.1 }),
  face: (n) => ({ lids: n.w, expressions: [['tense', 0.35 * n.w]] }),
}

const rubsEyes: Move = {
  ...EASE,
  body: meets(0.16, 0.05),
  hands: (n, h) => {
    const a = n.s * 2 * Math.PI * 1.7
    fingerAt(n, h, [0.16 + 0.018 * Math.cos(a), -0.01 + 0.014 * Math.sin(a), 0.43], { ...BEFORE, fingers: [-0.6, 0.8, -0.2], curl: 0.45 })
  },
  face: (n) => ({ lids: n.w, expressions: [['tense', 0.3 * n.w]] }),
}

const rubsTemple: Move = {
  ...EASE,
  body: meets(0.14, 0, -0.06),
  hands: (n, h) => {
    const a = n.s * 2 * Math.PI * 1.3
    fingerAt(n, h, [0.338, 0.06 + 0.02 * Math.sin(a), 0.2 + 0.02 * Math.cos(a)], {
      ...BESIDE,
      finger: 'middle',
      fingers: [-0.3, 0.9, -0.25],
      curl: 0.2,
      index: 0.2,
    })
  },
  face: (n) => ({ lids: 0.55 * n.w, expressions: [['tense', 0.3 * n.w]] }),
}

const wipesBrow: Move = {
  ...EASE,
  body: meets(0.05, 0, -0.03),
  hands: (n, h) => {
    const u = smoothstep(0.25, 0.75, n.s / n.length)
    fingerAt(n, h, [lerp(-0.14, 0.2, u), 0.23, lerp(0.43, 0.39, u)], {
      ...BEFORE,
      finger: 'middle',
      fingers: [-0.95, 0.3, 0.05],
      palm: [-0.15, -0.25, -1],
      pole: [1, -0.35, 0.2],
      isHigh: true,
      curl: 0.12,
      index: 0.12,
    })
  },
}

const bitesNails: Move = {
  ...EASE,
  body: meets(0.08),
  hands: (n, h) => {
    const nibble = 0.006 * Math.sin(n.s * 2 * Math.PI * 2.7)
    fingerAt(n, h, [0.015 + nibble, -0.285, 0.435], { ...BEFORE, fingers: [-0.55, 0.75, -0.35], curl: 0.75, index: 0.3, thumb: 0.6 })
  },
  face: (n) => ({ mouth: [['FF', (0.5 + 0.4 * Math.sin(n.s * 2 * Math.PI * 2.7)) * n.w]] }),
}

/** A loose fist before the mouth. */
function fistAtMouth(n: ActNow, h: Hands): void {
  const s = SIGN[n.side]
  holdAt(h, n.side, n.w, onHead(h, s * 0.06, -0.36, 0.62), headWard(h, -s * 0.9, 0.35, 0.1), headWard(h, -s * 0.15, -0.5, -0.9), {
    curl: 0.85,
    index: 0.8,
    thumb: 0.5,
    pole: chestWard(h, s * 0.8, -1, 0.2),
  })
}

const clearsThroat: Move = {
  ...EASE,
  body: (n, b) => {
    const jolt = bump((n.s - 0.55) / 0.22) + 0.7 * bump((n.s - 0.82) / 0.22)
    b.torso = add(b.torso, [0.03 * n.w + 0.03 * jolt, 0, 0])
    b.head = add(b.head, [0.1 * n.w + 0.06 * jolt, 0, 0])
    return undefined
  },
  hands: fistAtMouth,
  face: (n) => ({ lids: 0.45 * n.w, mouth: [['PP', 0.7 * n.w]] }),
}

const yawns: Move = {
  easeIn: 0.6,
  easeOut: 0.7,
  body: (n, b) => {
    b.torso = add(b.torso, [-0.07 * n.w, 0, 0])
    b.head = add(b.head, [-0.16 * n.w, 0, SIGN[n.side] * -0.05 * n.w])
    b.shrug[0] += 0.09 * n.w
    b.shrug[1] += 0.09 * n.w
    return undefined
  },
  hands: fistAtMouth,
  face: (n) => ({ lids: 0.92 * n.w, mouth: [['aa', n.w]], expressions: [['sorrow', 0.15 * n.w]] }),
}

const twirlsHair: Move = {
  ...EASE,
  body: meets(0.03, 0.03, -0.12),
  hands: (n, h) => {
    const a = n.s * 2 * Math.PI * 1.15
    fingerAt(n, h, [0.385 + 0.012 * Math.cos(a), -0.22 + 0.025 * Math.sin(a), 0.02 + 0.03 * Math.cos(a)], {
      ...BESIDE,
      fingers: [-0.45, 0.85, -0.2 + 0.2 * Math.sin(a)],
      curl: 0.5,
      index: 0.22 + 0.16 * Math.sin(a),
      thumb: 0.4,
    })
  },
}

const tucksHair: Move = {
  ...EASE,
  body: meets(0.06, 0, 0.07),
  hands: (n, h) => {
    // From the temple back, round behind the ear.
    const u = smoothstep(0.25, 0.7, n.s / n.length)
    fingerAt(n, h, [lerp(0.385, 0.435, bump(u / 2 + 0.25)), lerp(0.05, -0.07, u), lerp(0.24, -0.03, u)], {
      ...BESIDE,
      fingers: [-0.25, 0.75, -0.6],
      curl: 0.35,
    })
  },
}

const combsHair: Move = {
  ...EASE,
  easeIn: 0.65,
  body: meets(0.04, 0, -0.08),
  hands: (n, h) => {
    // All fingers from the hairline back over the crown.
    const u = smoothstep(0.2, 0.8, n.s / n.length)
    fingerAt(n, h, [0.17, lerp(0.42, 0.53, bump(0.15 + u * 0.6)), lerp(0.38, 0.0, u)], {
      finger: 'middle',
      fingers: [-0.35, lerp(0.7, 0.25, u), lerp(-0.5, -0.95, u)],
      palm: [-0.25, -0.85, lerp(-0.6, 0.15, u)],
      pole: [1, -0.25, 0.6],
      isHigh: true,
      curl: 0.18,
      index: 0.18,
    })
  },
}

/** Mannerisms of a hand at the head. */
export const HAND_AT_HEAD = {
  'pushes-glasses': { move: pushesGlasses, lastsS: [1.5, 1.8], everyS: 9, takes: HEAD },
  'strokes-chin': { move: HABIT_MOVES['touch-face'], lastsS: [2.2, 3.6], everyS: 9, takes: ['hands', 'head', 'trunk'], speaking: false },
  'strokes-beard': { move: strokesBeard, lastsS: [2.4, 3.8], everyS: 9, takes: HEAD },
  'rubs-neck': { move: HABIT_MOVES['rub-neck'], lastsS: [2.3, 3], everyS: 11, takes: HEAD },
  'scratches-head': { move: scratchesHead, lastsS: [1.9, 2.6], everyS: 10, takes: HEAD },
  'tugs-ear': { move: tugsEar, lastsS: [1.8, 2.6], everyS: 9, takes: HEAD },
  'rubs-nose': { move: rubsNose, lastsS: [1.6, 2.2], everyS: 9, takes: FACE, speaking: false },
  'pinches-nose': { move: pinchesNose, lastsS: [2, 3], everyS: 12, takes: FACE, speaking: false },
  'rubs-eyes': { move: rubsEyes, lastsS: [1.9, 2.8], everyS: 12, takes: FACE, speaking: false },
  'rubs-temple': { move: rubsTemple, lastsS: [2.2, 3.4], everyS: 11, takes: FACE, speaking: false },
  'wipes-brow': { move: wipesBrow, lastsS: [1.8, 2.3], everyS: 11, takes: HEAD },
  'bites-nails': { move: bitesNails, lastsS: [2.2, 3.6], everyS: 8, takes: FACE, speaking: false },
  'clears-throat': { move: clearsThroat, lastsS: [1.6, 1.9], everyS: 11, takes: FACE, speaking: false },
  coughs: { move: HABIT_MOVES.cough, lastsS: [1.6, 1.9], everyS: 12, takes: FACE, speaking: false },
  yawns: { move: yawns, lastsS: [2.6, 3.4], everyS: 17, takes: FACE, speaking: false },
  'twirls-hair': { move: twirlsHair, lastsS: [2.4, 4.2], everyS: 8, takes: HEAD },
  'tucks-hair': { move: tucksHair, lastsS: [1.7, 2.1], everyS: 9, takes: HEAD },
  'combs-hair': { move: combsHair, lastsS: [1.8, 2.3], everyS: 10, takes: HEAD },
} as const satisfies Readonly<Record<string, BoutRow>>
