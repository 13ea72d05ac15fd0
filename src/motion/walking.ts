import { clamp, type Figure, lerp, quatMul, smoothstep, walkedAt } from '../film'
import { addHead, addTorso, armOf, type Body, blendArm } from './body'
import type { Stride } from './footsteps'
import { bend, SIDES, SIGN, type Side } from './rig'
import { raiseHeel } from './skeleton'
import type { Build } from './stances'

/** How a gait moves the body: bob and sway of the pelvis (of the height), its turns, arms and lean, radians. */
const STYLES = {
  walk: { bob: 0.011, sway: 0.013, turn: 0.1, drop: 0.075, arms: 0.29, elbow: 0.06, lean: 0.03, low: 0.017 },
  run: { bob: 0.022, sway: 0.006, turn: 0.14, drop: 0.08, arms: 0.75, elbow: 1.35, lean: 0.17, low: 0.05 },
  sneak: { bob: 0.008, sway: 0.014, turn: 0.1, drop: 0.04, arms: 0.12, elbow: 0.9, lean: 0.3, low: 0.085 },
  limp: { bob: 0.012, sway: 0.02, turn: 0.08, drop: 0.11, arms: 0.2, elbow: 0.35, lean: 0.08, low: 0.025 },
} as const

/** The walk in force at a time, if any. */
export const strideAt = (strides: readonly Stride[], t: number): Stride | undefined => strides.find((s) => t >= s.t0 && t <= s.t1)

/** Steps taken so far (0 to n) and how fully the walk is under way (0 to 1). */
export function stridePhase(s: Stride, t: number): { readonly steps: number; readonly amount: number } {
  const { metres } = walkedAt(t - s.t0, s.t1 - s.t0, s.total)
  const steps = metres / s.step
  const all = s.total / s.step
  const shortness = clamp(all / 2.5, 0.35, 1)
  return {
    steps,
    amount: smoothstep(0, s.gait === 'run' ? 1.3 : 0.8, steps) * smoothstep(0, s.gait === 'run' ? 1.3 : 0.8, all - steps) * shortness,
  }
}

/** Adds pelvis, spine and arms of a walk to a standing body. */
export function walkBody(body: Body, s: Stride, t: number, b: Build): void {
  const { steps, amount } = stridePhase(s, t)
  if (amount <= 0) return
  const f: Figure = b.figure
  const h = f.heightM
  const g = STYLES[s.gait]
  const m = b.manner
  // The foot that lands at odd steps is `first`; it carries the body when steps is odd.
  const odd = SIGN[s.first]
  const carry = -Math.cos(Math.PI * steps) * odd
  const reach = Math.sin(Math.PI * steps) * odd
  const lively = m.swing * clamp(s.speed / (s.gait === 'run' ? 3 : 1.25), 0.6, 1.3)
  const running = s.gait === 'run'
  const lame = s.gait === 'limp' ? Math.max(0, -carry) : 0
  // Walking is highest over the carrying foot, running in the air between feet.
  const high = Math.cos(2 * Math.PI * steps) * (running ? -1 : 1)
  const leg = b.limbs.leg
  const spread = running ? 0.34 : 0.5
  const legDrop = leg - Math.sqrt(Math.max(0, leg * leg - (spread * s.step * 0.92) ** 2))
  const mean = running ? g.low * h : g.low * h * 0.25 + 0.006 * h + legDrop * 0.3
  const bob = running ? g.bob * h * clamp(s.speed / 3, 0.7, 1.4) : Math.max(g.bob * h * 0.8, legDrop * 0.27)
  body.hips = [
    body.hips[0] * (1 - amount) + carry * g.sway * h * amount * (running ? 1 : m.swing),
    body.hips[1] - (mean - bob * high + lame * 0.02 * h) * amount,
    body.hips[2] + 0.01 * h * Math.sin(2 * Math.PI * steps) * amount,
  ]
  // Leading side of the pelvis forward, free side low; the shoulders go the other way.
  const turn = -reach * g.turn * lively * amount
  const drop = carry * g.drop * lively * amount
  const lean = (g.lean + clamp(s.speed - 1.2, 0, 3) * 0.03) * amount
  body.hipsRot = quatMul(bend(lean * 0.5, turn, drop), body.hipsRot)
  addTorso(body, lean * 0.6 + 0.02 * Math.cos(4 * Math.PI * steps) * amount, -turn * 2.1, -drop * 1.25 + (lame ? 0.1 * lame * amount : 0))
  addHead(body, 0.012 * Math.cos(2 * Math.PI * steps) * amount, 0, drop * 0.2)
  for (const side of SIDES) {
    const swing = armSwing(side, steps, odd)
    const elbow = g.elbow + m.elbow[side] * (running ? 0.4 : 0.7) + Math.max(0, swing) * (running ? 0.25 : 0.32)
    const arm = armOf(side, {
      out: m.armOut * (running ? 1.1 : 0.85) + (s.gait === 'sneak' ? 0.15 : 0),
      forward: m.armForward + (s.gait === 'sneak' ? 0.25 : running ? -0.12 : -0.05) + swing * g.arms * lively,
      turn: lerp(0.3, 0.45, running ? 1 : 0),
      flex: elbow,
      twist: running ? 0.25 : -0.2,
      wrist: 0.06,
      curl: running ? 0.75 : 0.34,
    })
    body.arms[side] = blendArm(body.arms[side], arm, amount)
  }
}

/** How far heels stay off the floor of somebody who walks on their toes, radians. */
const ON_TOES = 0.42

/** Raises both heels, and the hips with them, by how fully a walk is under way (0 to 1). */
export function walkOnToes(body: Body, amount: number, { limbs }: Build): void {
  body.feet = [raiseHeel(body.feet[0], ON_TOES * amount, limbs), raiseHeel(body.feet[1], ON_TOES * amount, limbs)]
  body.hips = [body.hips[0], body.hips[1] + Math.sin(ON_TOES * amount) * limbs.ball * 0.8, body.hips[2]]
}

/** An arm swings forward (+1) with the other leg. */
const armSwing = (side: Side, steps: number, odd: number): number => -Math.sin(Math.PI * (steps - 0.06)) * odd * SIGN[side]
