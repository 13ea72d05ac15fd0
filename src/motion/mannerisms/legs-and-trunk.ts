import { add, quatMul, quatRotate, sub, type Vec3 } from '../../film'
import { HABIT_MOVES } from '../acts/habits'
import type { ActNow, Move } from '../acts/kit'
import { TALKING_MOVES } from '../acts/talking'
import type { Body, Foot } from '../body'
import { bend, bump, rx, SIDES, type Side } from '../rig'
import { raiseHeel } from '../skeleton'
import type { BoutRow } from './mannerism'

/** The foot on which less weight lies: it is free to move. */
const freeFoot = (n: ActNow): Side => (n.build.manner.weight > 0 ? 1 : 0)

/** A foot whose toes come up about its heel, radians. */
function raiseToes(foot: Foot, by: number, n: ActNow): Foot {
  const { ankle, heel } = n.build.limbs
  const sole: Vec3 = [0, -ankle, -heel]
  const pivot = add(foot.ankle, quatRotate(foot.rot, sole))
  const rot = quatMul(foot.rot, rx(-by))
  return { ...foot, ankle: sub(pivot, quatRotate(rot, sole)), rot, planted: false }
}

const tapsFoot: Move = {
  easeIn: 0.3,
  easeOut: 0.3,
  body: (n, b) => {
    const side = freeFoot(n)
    const by = (0.05 + 0.3 * bump((n.s * 2.3) % 1)) * n.w
    const foot = b.feet[side]
    b.feet[side] = foot.planted ? raiseToes(foot, by, n) : { ...foot, rot: quatMul(foot.rot, rx(-by)) }
    return undefined
  },
}

const bouncesKnee: Move = {
  easeIn: 0.3,
  easeOut: 0.35,
  body: (n, b) => {
    const side = freeFoot(n)
    const foot = b.feet[side]
    if (!foot.planted) {
      // A leg that hangs swings from the knee.
      const swing = 0.035 * n.build.figure.heightM * Math.sin(n.s * 2 * Math.PI * 1.6) * n.w
      b.feet[side] = { ...foot, ankle: add(foot.ankle, [0, 0.1 * Math.abs(swing), swing]), rot: quatMul(foot.rot, rx(-2.4 * swing)) }
      return undefined
    }
    const by = (0.16 + 0.12 * Math.sin(n.s * 2 * Math.PI * 4.4)) * n.w
    const up = raiseHeel(foot, by, n.build.limbs)
    b.feet[side] = up
    // A hand on that thigh goes up and down with it.
    const rest = b.rest[side]
    const lift = (up.ankle[1] - foot.ankle[1]) * 0.6
    if (rest) b.rest[side] = { ...rest, goal: { ...rest.goal, wrist: add(rest.goal.wrist, [0, lift, 0]) } }
    return undefined
  },
}

const rocksOnHeels: Move = {
  easeIn: 0.6,
  easeOut: 0.6,
  body: (n, b) => {
    const h = n.build.figure.heightM
    const rock = Math.sin(n.s * 2 * Math.PI * 0.62) * n.w
    const [onToes, onHeels] = [0.24 * Math.max(0, rock), 0.16 * Math.max(0, -rock)]
    b.hips = add(b.hips, [0, Math.sin(onToes) * n.build.limbs.ball * 0.85, 0.022 * h * rock])
    b.hipsRot = quatMul(bend(0.045 * rock, 0, 0), b.hipsRot)
    b.torso = add(b.torso, [0.02 * rock, 0, 0])
    for (const side of SIDES)
      if (b.feet[side].planted)
        b.feet[side] = onToes > 0 ? raiseHeel(b.feet[side], onToes, n.build.limbs) : raiseToes(b.feet[side], onHeels, n)
    b.head = add(b.head, [-0.04 * rock, 0, 0])
    return undefined
  },
}

const sways: Move = {
  easeIn: 0.8,
  easeOut: 0.8,
  body: (n, b) => {
    const h = n.build.figure.heightM
    const sway = Math.sin(n.s * 2 * Math.PI * 0.42) * n.w
    if (n.upright > 0.5) b.hips = add(b.hips, [0.022 * h * sway, 0, 0])
    b.hipsRot = quatMul(bend(0, 0, -0.03 * sway), b.hipsRot)
    b.torso = add(b.torso, [0, 0, -0.07 * sway])
    b.head = add(b.head, [0, 0, 0.05 * sway])
    return undefined
  },
}

const rollsShoulders: Move = {
  easeIn: 0.35,
  easeOut: 0.4,
  body: (n, b) => {
    // Up and forward, back and down: twice.
    const a = (n.s / n.length) * 4 * Math.PI
    const up = (0.16 - 0.16 * Math.cos(a)) * n.w
    const fore = Math.sin(a) * n.w
    for (const side of SIDES) b.shrug[side] += up
    b.torso = add(b.torso, [0.05 * fore, 0, 0])
    b.head = add(b.head, [-0.05 * fore, 0, 0.07 * fore])
    return undefined
  },
}

/** In, held, and out: how full the chest is, −0.5 to 1. */
const breath = (n: ActNow): number => {
  const u = n.s / n.length
  return bump(u / 0.7) - 0.5 * bump((u - 0.45) / 0.55)
}

const sighs: Move = {
  easeIn: 0.3,
  easeOut: 0.6,
  body: (n, b) => {
    const full = breath(n) * n.w
    b.torso = add(b.torso, [-0.085 * full, 0, 0])
    b.head = add(b.head, [-0.07 * full, 0, 0])
    sink(b, 0.17 * full)
    return undefined
  },
  face: (n) => ({
    lids: 0.4 * bump((n.s / n.length - 0.35) / 0.6),
    mouth: [['oh', 0.45 * bump((n.s / n.length - 0.4) / 0.5)]],
    expressions: [['sorrow', 0.15 * n.w]],
  }),
}

/** Lifts both shoulders. */
function sink(b: Body, by: number): void {
  for (const side of SIDES) b.shrug[side] += by
}

const STAND: BoutRow['stances'] = ['stand']

/** Mannerisms of legs and trunk. */
export const LEGS_AND_TRUNK = {
  'taps-foot': { move: tapsFoot, lastsS: [2.4, 5], everyS: 7, takes: ['feet'] },
  'bounces-knee': { move: bouncesKnee, lastsS: [2.6, 6], everyS: 7, takes: ['feet'], stances: ['sit'] },
  'shifts-weight': { move: HABIT_MOVES['shift-weight'], lastsS: [2, 3], everyS: 7, takes: ['trunk', 'head', 'feet'] },
  'rocks-on-heels': { move: rocksOnHeels, lastsS: [3.2, 5], everyS: 9, takes: ['trunk', 'feet'], stances: STAND },
  sways: { move: sways, lastsS: [4, 7], everyS: 9, takes: ['trunk', 'feet'] },
  'rolls-shoulders': { move: rollsShoulders, lastsS: [2, 2.6], everyS: 11, takes: ['trunk', 'head'] },
  shrugs: { move: TALKING_MOVES.shrug, lastsS: [1.2, 1.5], everyS: 8, takes: ['hands', 'trunk', 'head', 'face'] },
  sighs: { move: sighs, lastsS: [2.2, 2.8], everyS: 10, takes: ['trunk', 'head', 'face'], speaking: false },
} as const satisfies Readonly<Record<string, BoutRow>>
