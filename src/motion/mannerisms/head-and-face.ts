import { add, smoothstep } from '../../film'
import type { ActNow, Move } from '../acts/kit'
import { bump, SIGN } from '../rig'
import type { BoutRow } from './mannerism'

type Face = ReturnType<NonNullable<Move['face']>>

/** A head that goes somewhere and stays there a while: down, to the hand's side, leant to it, radians. */
const head = (at: (n: ActNow) => readonly [number, number, number], easeIn = 0.35, easeOut = 0.45): Move => ({
  easeIn,
  easeOut,
  body: (n, b) => {
    const [pitch, yaw, roll] = at(n)
    const s = SIGN[n.side]
    b.head = add(b.head, [pitch * n.w, s * yaw * n.w, s * roll * n.w])
    return undefined
  },
})

const face = (of: (n: ActNow) => Face, easeIn = 0.25, easeOut = 0.35): Move => ({ easeIn, easeOut, face: of })

const nods = head((n) => [(0.13 * Math.sin(Math.PI * n.s * 1.5) ** 2 - 0.02) * 0.8 ** Math.floor(n.s * 1.5), 0, 0], 0.15, 0.3)
const shakesHead = head((n) => [0.03, 0.17 * Math.sin(n.s * 2 * Math.PI * 1.1) * Math.exp(-0.4 * n.s), 0], 0.2, 0.4)

const cracksNeck = head(
  (n) => {
    // To one side with a jerk, then to the other.
    const u = n.s / n.length
    return [0.05, 0, -0.42 * bump(u / 0.5) - 0.06 * bump((u - 0.2) / 0.1) + 0.42 * bump((u - 0.5) / 0.5)]
  },
  0.2,
  0.2,
)

const rollsEyes: Move = {
  ...head(() => [-0.06, 0.05, 0], 0.25, 0.35),
  face: (n) => {
    // Up on one side, over, and down on the other.
    const a = Math.PI * smoothstep(0.1, 0.8, n.s / n.length)
    return { eyes: [SIGN[n.side] * 0.42 * Math.cos(a) * n.w, 0.4 * Math.sin(a) * n.w], lids: 0.2 * n.w }
  },
}

const sniffs: Move = {
  easeIn: 0.12,
  easeOut: 0.25,
  body: (n, b) => {
    const up = bump((n.s - 0.1) / 0.3) + 0.7 * bump((n.s - 0.45) / 0.28)
    b.head = add(b.head, [-0.045 * up, 0, 0])
    b.torso = add(b.torso, [-0.015 * up, 0, 0])
    return undefined
  },
  face: (n) => ({ expressions: [['disgust', 0.3 * (bump((n.s - 0.1) / 0.3) + 0.8 * bump((n.s - 0.45) / 0.28))]] }),
}

const LOOK: BoutRow['takes'] = ['head', 'trunk', 'eyes']
const FACE: BoutRow['takes'] = ['face']
const MOUTH = { takes: FACE, speaking: false } as const

/** Mannerisms of head and face. */
export const HEAD_AND_FACE = {
  'tilts-head': { move: head(() => [0.02, 0, -0.2]), lastsS: [1.6, 3.2], everyS: 7, takes: ['head'] },
  nods: { move: nods, lastsS: [1.2, 2], everyS: 5, takes: ['head'], speaking: false },
  'shakes-head': { move: shakesHead, lastsS: [1.3, 1.8], everyS: 9, takes: ['head'] },
  'lifts-chin': { move: head(() => [-0.15, 0, 0]), lastsS: [1.4, 2.4], everyS: 8, takes: ['head'] },
  'cracks-neck': { move: cracksNeck, lastsS: [1.9, 2.4], everyS: 13, takes: ['head', 'trunk'], speaking: false },
  'looks-over-shoulder': {
    move: head(() => [0, 0.12, 0]),
    lastsS: [1.3, 1.8],
    everyS: 9,
    takes: LOOK,
    speaking: false,
    eyes: (t0, _, side) => [{ kind: 'rel', t0, yaw: side * 1.25, pitch: -0.03 }],
  },
  'rolls-eyes': {
    move: rollsEyes,
    lastsS: [1.1, 1.4],
    everyS: 10,
    takes: ['head', 'eyes', 'face'],
  },
  'raises-eyebrow': { move: face((n) => ({ brow: [n.side, n.w] })), lastsS: [1.1, 2.2], everyS: 6, takes: FACE },
  frowns: { move: face((n) => ({ expressions: [['anger', 0.4 * n.w]] })), lastsS: [1.5, 3], everyS: 7, takes: FACE },
  squints: {
    move: face((n) => ({ lids: 0.42 * n.w, expressions: [['tense', 0.3 * n.w]] })),
    lastsS: [1.4, 3],
    everyS: 6,
    takes: FACE,
  },
  'half-smile': { move: face((n) => ({ expressions: [['contempt', 0.62 * n.w]] }), 0.4, 0.6), lastsS: [1.6, 3.2], everyS: 7, ...MOUTH },
  'licks-lips': {
    move: face(
      (n) => {
        const u = n.s / n.length
        return {
          mouth: [
            ['TH', 0.85 * bump(u / 0.7)],
            ['PP', 0.9 * bump((u - 0.55) / 0.45)],
          ],
        }
      },
      0.1,
      0.1,
    ),
    lastsS: [0.9, 1.2],
    everyS: 7,
    ...MOUTH,
  },
  'bites-lip': {
    move: face((n) => ({ mouth: [['FF', (0.85 + 0.15 * Math.sin(n.s * 7)) * n.w]], expressions: [['tense', 0.12 * n.w]] })),
    lastsS: [1.4, 2.6],
    everyS: 7,
    ...MOUTH,
  },
  'purses-lips': {
    move: face((n) => ({
      mouth: [
        ['ou', 0.3 * n.w],
        ['PP', 0.9 * n.w],
      ],
    })),
    lastsS: [1.2, 2.4],
    everyS: 7,
    ...MOUTH,
  },
  sniffs: { move: sniffs, lastsS: [0.9, 1.1], everyS: 7, takes: ['head', 'face'], speaking: false },
  'wrinkles-nose': { move: face((n) => ({ expressions: [['disgust', 0.55 * n.w]] })), lastsS: [0.8, 1.3], everyS: 8, ...MOUTH },
  'clenches-jaw': {
    move: face((n) => ({ expressions: [['tense', (0.5 + 0.25 * smoothstep(-0.3, 0.3, Math.sin(n.s * 4.5))) * n.w]] })),
    lastsS: [1.6, 3],
    everyS: 7,
    ...MOUTH,
  },
} as const satisfies Readonly<Record<string, BoutRow>>
