import { noise1, quatMul, smoothstep } from '../film'
import { addHead, addTorso, type Body } from './body'
import { bend } from './rig'
import type { Build } from './stances'

/**
 * What nobody decides: weight goes slowly from leg to leg, breath lifts chest and shoulders, the head is never quite
 * still. `upright` is how much somebody stands (0 to 1), `key` seeds it by shot and character.
 */
export function addLife(body: Body, t: number, key: string, upright: number, arousal: number, b: Build): void {
  const h = b.figure.heightM
  const m = b.manner
  if (upright > 0) {
    const wander = noise1(`${key}/weight`, t * 0.13 * m.tempo) * 1.5
    const leg = m.weight * (0.78 + 0.22 * Math.max(-1, Math.min(1, wander)))
    const shift = leg * upright * m.slouch
    const drift = noise1(`${key}/drift`, t * 0.31) * 0.004 * h * upright
    body.hips = [
      body.hips[0] + shift * 0.021 * h + drift,
      body.hips[1] - 0.002 * h * Math.abs(shift),
      body.hips[2] + noise1(`${key}/rock`, t * 0.27) * 0.004 * h * upright,
    ]
    body.hipsRot = quatMul(bend(0, -shift * 0.05, shift * 0.062), body.hipsRot)
    addTorso(body, 0, shift * 0.035, -shift * 0.1)
    addHead(body, 0, 0, shift * 0.035)
    body.shrug[0] += -shift * 0.03
    body.shrug[1] += shift * 0.03
  }
  const rate = m.breath * (1 + 0.6 * arousal)
  const breath = addBreath(body, t * rate + noise1(`${key}/breath`, 0.5), arousal)
  addTorso(
    body,
    noise1(`${key}/sway-x`, t * 0.4) * 0.008,
    noise1(`${key}/sway-y`, t * 0.3) * 0.018,
    noise1(`${key}/sway-z`, t * 0.35) * 0.008,
  )
  addHead(
    body,
    noise1(`${key}/head-x`, t * 0.7) * 0.022 + noise1(`${key}/head-x2`, t * 1.9) * 0.006,
    noise1(`${key}/head-y`, t * 0.55) * 0.03 + noise1(`${key}/head-y2`, t * 2.1) * 0.006,
    noise1(`${key}/head-z`, t * 0.45) * 0.028,
  )
  for (const side of [0, 1] as const) {
    const arm = body.arms[side]
    body.arms[side] = {
      ...arm,
      flex: Math.max(0.02, arm.flex + noise1(`${key}/elbow${side}`, t * 0.33) * 0.035 + 0.02 * breath),
      curl: Math.max(0, arm.curl + noise1(`${key}/fingers${side}`, t * 0.5) * 0.05),
    }
  }
}

/** Lifts chest and shoulders. @param phase breaths so far. @returns how full the lungs are. */
export function addBreath(body: Body, phase: number, arousal: number): number {
  const u = phase - Math.floor(phase)
  // In for two fifths of the breath, out and pause for the rest.
  const breath = smoothstep(0, 0.4, u) * (1 - smoothstep(0.42, 0.9, u)) * (1 + arousal)
  addTorso(body, -0.018 * breath)
  body.shrug[0] += 0.02 * breath
  body.shrug[1] += 0.02 * breath
  return breath
}
