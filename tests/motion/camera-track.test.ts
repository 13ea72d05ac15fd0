import { describe, expect, it } from 'vitest'
import type { CameraPlan } from '../../src/film'
import { cameraAt, focusAt } from '../../src/motion/camera-track'

const camera: CameraPlan = {
  sensorWidthMm: 24.89,
  lensMm: 40,
  fStop: 2,
  shutterAngleDeg: 180,
  keys: [
    { t: 0, position: [0, 1.5, 0], target: [0, 1.5, 5], roll: 0, lensMm: 25 },
    { t: 2, position: [0, 1.5, 0], target: [0, 1.5, 5], roll: 0, lensMm: 50 },
  ],
  ease: 'smooth',
  handheld: 0,
  focus: { kind: 'distance', metres: 3 },
  why: [],
}

describe('cameraAt', () => {
  it('zooms through the lenses of its keys, eased, and has the shot’s lens where they have none', () => {
    expect([0, 0.5, 1, 2, 9].map((t) => cameraAt(camera, 16 / 9, 'k', t).lensMm)).toEqual([
      25,
      25 + 25 * (0.75 * 0.25 - 0.03125),
      37.5,
      50,
      50,
    ])
    expect(cameraAt(camera, 16 / 9, 'k', 2).fovY).toBeLessThan(cameraAt(camera, 16 / 9, 'k', 0).fovY / 1.9)
    const plain = { ...camera, keys: camera.keys.map(({ lensMm: _, ...k }) => k) }
    expect(cameraAt(plain, 16 / 9, 'k', 1).lensMm).toBe(40)
  })
})

describe('focusAt', () => {
  const on = (actor: string) => (actor === 'near' ? 1 : 4)
  it('stays at a distance, or on somebody', () => {
    expect(focusAt({ kind: 'distance', metres: 2.5 }, 9, on)).toBe(2.5)
    expect(focusAt({ kind: 'actor', actor: 'near' }, 9, on)).toBe(1)
  })

  it('is pulled from one to the next in dioptres, and stays there', () => {
    const focus: CameraPlan['focus'] = {
      kind: 'pull',
      keys: [
        { t0: 0, t1: 0, actor: 'near' },
        { t0: 1, t1: 2, actor: 'far' },
      ],
    }
    expect([-1, 0, 0.99, 2, 7].map((t) => focusAt(focus, t, on))).toEqual([1, 1, 1, 4, 4])
    expect(focusAt(focus, 1.5, on)).toBeCloseTo(1 / ((1 + 0.25) / 2), 9)
  })
})
