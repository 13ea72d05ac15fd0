import { describe, expect, test } from 'vitest'
import { FrameState, hashOf, VERBS } from '../../src/film'
import { cameraAt, flickerAt, fovYOf, frameState } from '../../src/motion'
import { look } from './checks'
import { act, go, performance, person, sliceOf, stay } from './slices'

const busy = () =>
  sliceOf(
    [
      performance('a', {
        where: [
          stay([-1, 0, 0], 1, 'stand', 0, 1),
          go(
            [
              [-1, 0, 0],
              [0.5, 0, 1.5],
            ],
            1,
            3,
          ),
          stay([0.5, 0, 1.5], 2, 'stand', 3, 9),
        ],
        acts: [act('point', 0.2, 1.5, { to: 'b' }), act('drink', 3, 6)],
        speech: [{ t0: 0.3, t1: 2.2, text: 'Look at that, would you?', energy: 0.7 }],
        gaze: [{ kind: 'actor', t0: 0, actor: 'b' }],
        moods: [
          { t0: 0, expression: 'joy', weight: 0.5 },
          { t0: 2, expression: 'fear', weight: 0.8 },
        ],
      }),
      performance('b', {
        where: [stay([1.2, 0, 1], -1.4, 'sit', 0, 9, 0.45)],
        acts: VERBS.slice(0, 6).map((v, i) => act(v, i, i + 1.2)),
        gaze: [{ kind: 'actor', t0: 1, actor: 'a' }],
      }),
    ],
    {
      shot: {
        fadeIn: 12,
        fadeOut: 12,
        props: [
          {
            key: 'cup',
            prop: 'cup',
            states: [
              { kind: 'placed', t0: 0, position: [0, 0.8, 0.5], yaw: 0 },
              { kind: 'held', t0: 2.8, by: 'a', hand: 'right' },
              { kind: 'gone', t0: 5.5 },
            ],
          },
        ],
        doors: {
          'door-1': [
            { t: 1, open: 0 },
            { t: 2, open: 1 },
          ],
        },
        camera: {
          sensorWidthMm: 24.89,
          lensMm: 50,
          fStop: 2,
          shutterAngleDeg: 180,
          keys: [
            { t: 0, position: [0, 1.5, 5], target: [0, 1.3, 0], roll: 0 },
            { t: 3, position: [0.5, 1.5, 4], target: [0, 1.3, 0], roll: 0 },
            { t: 6, position: [0.5, 1.5, 3], target: [0.4, 1.4, 0], roll: 0 },
          ],
          ease: 'smooth',
          handheld: 0.4,
          focus: { kind: 'actor', actor: 'a' },
          why: [],
        },
      },
    },
  )

describe('frameState', () => {
  test('is a valid artifact, the same alone as in sequence, twice over', () => {
    const slice = busy()
    const hashes = Array.from({ length: 144 }, (_, f) => hashOf(frameState(slice, f)))
    expect(FrameState.safeParse(frameState(slice, 30)).error).toBeUndefined()
    const again = busy()
    for (const f of [143, 7, 60, 0, 99]) expect(hashOf(frameState(again, f))).toBe(hashes[f])
    expect(new Set(hashes).size).toBe(144)
  })

  test('depends on the shot’s key, not on anything else outside the slice', () => {
    const one = busy()
    const two = { ...one, shot: { ...one.shot, key: 'another' } }
    expect(hashOf(frameState(one, 20).camera)).not.toBe(hashOf(frameState(two, 20).camera))
  })

  test('focus follows the actor’s eyes along the optical axis', () => {
    for (const s of look(busy(), 144, 24)) {
      const eye = s.joints[0]!.leftEye.position
      const c = s.state.camera.position
      const d = Math.hypot(eye[0] - c[0], eye[1] - c[1], eye[2] - c[2])
      expect(s.state.camera.focusDistanceM).toBeLessThanOrEqual(d + 0.05)
      expect(s.state.camera.focusDistanceM).toBeGreaterThan(d * 0.9)
    }
  })

  test('the camera starts and ends at rest and passes its keys', () => {
    const plan = { ...busy().shot.camera, handheld: 0 }
    const at = (t: number) => cameraAt(plan, 16 / 9, 'k', t).position
    expect(at(3)[0]).toBeCloseTo(0.5, 6)
    expect(Math.abs(at(0.05)[2] - at(0)[2])).toBeLessThan(0.002)
    expect(Math.abs(at(6)[2] - at(5.95)[2])).toBeLessThan(0.002)
    expect(at(9)).toEqual(at(6))
    expect(fovYOf(24.89, 35, 16 / 9)).toBeCloseTo(0.393, 2)
  })

  test('props rest, follow the hand, and go', () => {
    const slice = busy()
    const cup = (f: number) => frameState(slice, f).props[0]!
    expect(cup(10).position).toEqual([0, 0.8, 0.5])
    const held = look(slice, 97, 96)[1]!
    const hand = held.joints[0]!.rightHand.position
    const p = held.state.props[0]!.position
    expect(Math.hypot(p[0] - hand[0], p[1] - hand[1], p[2] - hand[2])).toBeLessThan(0.12)
    expect(cup(140).visible).toBe(false)
  })

  test('fades, doors and lights', () => {
    const slice = busy()
    expect(frameState(slice, 0).level).toBe(0)
    expect(frameState(slice, 70).level).toBe(1)
    expect(frameState(slice, 143).level).toBe(0)
    expect(frameState(slice, 10).doors['door-1']).toBe(0)
    expect(frameState(slice, 36).doors['door-1']).toBe(0.5)
    expect(frameState(slice, 60).doors['door-1']).toBe(1)
    for (const kind of ['fluorescent', 'fire', 'screen', 'pulse', 'lightning'] as const) {
      const levels = Array.from({ length: 400 }, (_, i) => flickerAt(kind, 'lamp', i / 24))
      expect(Math.min(...levels)).toBeGreaterThanOrEqual(0)
      expect(Math.max(...levels)).toBeLessThan(2)
      expect(new Set(levels).size).toBeGreaterThan(3)
    }
    expect(flickerAt('none', 'lamp', 3)).toBe(1)
  })

  test('moods blend and stay in range', () => {
    for (const s of look(busy(), 100)) for (const w of s.state.actors[0]!.expressions) expect(w >= 0 && w <= 1).toBe(true)
    expect(frameState(busy(), 90).actors[0]!.expressions[3]).toBeCloseTo(0.8, 2)
  })

  test('names the character that is missing from the cast', () => {
    expect(() => frameState(sliceOf([performance('ghost')], { cast: [person('a')] }), 0)).toThrow(/ghost/)
  })
})
