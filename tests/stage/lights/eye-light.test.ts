import { describe, expect, it } from 'vitest'
import { designSet } from '../../../src/departments/art'
import { lightScene } from '../../../src/departments/lighting'
import { add, dot, type LightPlan, type Vec3 } from '../../../src/film'
import { type EyeLight, eyeLight } from '../../../src/stage/lights'

const AT: Vec3 = [0, 1.6, 0]
const CAMERA: Vec3 = [0, 1.6, 2]
const on = { sun: 1, spots: [1, 1, 1], points: [1, 1, 1, 1], ambient: 1, glow: {} }
const set = designSet({ locationKey: 'int-den', location: 'DEN', setting: 'INT' })
const planned = (timeOfDay: 'DAY' | 'NIGHT'): LightPlan => lightScene({ set, timeOfDay, words: [], people: [AT], boxes: [], key: 'den' })
const day = planned('DAY')

/** A plan with nothing but one spot. */
const lit = (from: Vec3, candela = 8): LightPlan => ({
  ...day,
  sun: { ...day.sun, lux: 0 },
  ambient: { sky: [0, 0, 0], ground: [0, 0, 0] },
  spots: day.spots.map((s, i) => ({
    ...s,
    role: 'key',
    position: add(AT, from),
    target: AT,
    angle: 0.8,
    penumbra: 1,
    candela: i === 0 ? candela : 0,
  })),
  points: day.points.map((p) => ({ ...p, candela: 0 })),
})
const ahead = { at: AT, gaze: [0, 0, 1] as Vec3 }
const caught = (plan: LightPlan, camera = CAMERA): EyeLight => eyeLight(plan, on, ahead, camera, true)

describe('the light in eyes', () => {
  it('is on the side of the key, above the middle, over the iris', () => {
    for (const x of [-1.5, 1.5]) {
      const { normal } = caught(lit([x, 0.8, 1.5]))
      expect(Math.sign(normal[0])).toBe(Math.sign(x))
      expect(normal[1]).toBeGreaterThan(0.03)
      // Within the iris: 0.57 radians of the ball.
      expect(normal[2]).toBeGreaterThan(Math.cos(0.5))
    }
  })
  it('never lies low, nor leaves the iris for a key that is behind', () => {
    for (const from of [
      [0, -1, 1],
      [1, -0.6, 1],
      [0.4, 1, -2],
      [-2, 0, -0.2],
    ] as Vec3[]) {
      const { normal, radiance } = caught(lit(from))
      expect(normal[1], from.join()).toBeGreaterThan(0)
      expect(normal[2]).toBeGreaterThan(Math.cos(0.5))
      expect(radiance).toBeGreaterThan(0)
    }
  })
  it('grows with the key, and is calm at night', () => {
    expect(caught(lit([1, 1, 1], 8)).radiance).toBeGreaterThan(2 * caught(lit([1, 1, 1], 0.1)).radiance)
    const night = planned('NIGHT')
    expect(caught(night).radiance * night.exposure).toBeLessThan(0.65 * caught(day).radiance * day.exposure)
  })
  it('does not jump while the camera goes round', () => {
    let before: EyeLight | undefined
    for (let a = -1.2; a <= 1.2; a += 0.01) {
      const camera = add(AT, [2 * Math.sin(a), 0.1, 2 * Math.cos(a)])
      const now = caught(day, camera)
      if (before) expect(dot(now.normal, before.normal), a.toFixed(2)).toBeGreaterThan(Math.cos(0.06))
      before = now
    }
  })
})
