import { describe, expect, test } from 'vitest'
import { quatMul, quatRotate, random, sub, type Vec3 } from '../../src/film'
import { look, type Seen } from './checks'
import { act, go, performance, sliceOf, stay } from './slices'

const rx = (a: number) => [Math.sin(a / 2), 0, 0, Math.cos(a / 2)] as const
const ry = (a: number) => [0, Math.sin(a / 2), 0, Math.cos(a / 2)] as const

/** Angle between where an actor looks and a point, radians. */
function off(s: Seen, actor: number, at: Vec3): number {
  const j = s.joints[actor]!
  const [yaw, pitch] = s.state.actors[actor]!.gaze
  const l = j.leftEye.position
  const r = j.rightEye.position
  const eyes: Vec3 = [(l[0] + r[0]) / 2, (l[1] + r[1]) / 2, (l[2] + r[2]) / 2]
  const dir = quatRotate(quatMul(j.head.quaternion, quatMul(ry(yaw), rx(-pitch))), [0, 0, 1])
  const d = sub(at, eyes)
  return Math.acos(Math.min(1, (dir[0] * d[0] + dir[1] * d[1] + dir[2] * d[2]) / Math.hypot(...d)))
}

const eyesOf = (s: Seen, actor: number): Vec3 => {
  const l = s.joints[actor]!.leftEye.position
  const r = s.joints[actor]!.rightEye.position
  return [(l[0] + r[0]) / 2, (l[1] + r[1]) / 2, (l[2] + r[2]) / 2]
}

describe('gaze', () => {
  test('hits points in front within three degrees', () => {
    for (let i = 0; i < 40; i++) {
      const r = random(`gaze-${i}`)
      const a = r.range(-1.3, 1.3)
      const at: Vec3 = [Math.sin(a) * 2.5, r.range(0.6, 2.6), Math.cos(a) * 2.5]
      const seen = look(
        sliceOf([
          performance('a', {
            gaze: [
              { kind: 'ahead', t0: 0 },
              { kind: 'point', t0: 1, at },
            ],
          }),
        ]),
        72,
        24,
      )
      for (const s of seen.slice(2)) expect(off(s, 0, at), `${i} ${a}`).toBeLessThan(0.053)
    }
  })

  test('people who look at each other meet eyes', () => {
    const pair = [
      performance('a', { where: [stay([-0.6, 0, 0], Math.PI / 2)], gaze: [{ kind: 'actor', t0: 0, actor: 'b' }] }),
      performance('b', { where: [stay([0.6, 0, 0], -Math.PI / 2, 'sit', 0, 9, 0.45)], gaze: [{ kind: 'actor', t0: 0, actor: 'a' }] }),
    ]
    for (const s of look(sliceOf(pair), 96, 12)) {
      expect(off(s, 0, eyesOf(s, 1))).toBeLessThan(0.09)
      expect(off(s, 1, eyesOf(s, 0))).toBeLessThan(0.09)
    }
  })

  test('eyes lead, the head follows', () => {
    const at: Vec3 = [2, 1.6, 1.2]
    const seen = look(
      sliceOf(
        [
          performance('a', {
            gaze: [
              { kind: 'ahead', t0: 0 },
              { kind: 'point', t0: 1, at },
            ],
          }),
        ],
        { shot: { fps: { num: 60, den: 1 } } },
      ),
      130,
    )
    const yawOfHead = (s: Seen) => {
      const z = quatRotate(s.joints[0]!.head.quaternion, [0, 0, 1])
      return Math.atan2(z[0], z[2])
    }
    const later = (ms: number) => seen[60 + Math.round(ms * 0.06)]!
    const whole = yawOfHead(later(900)) - yawOfHead(seen[59]!)
    expect(later(90).state.actors[0]!.gaze[0]).toBeGreaterThan(0.4)
    expect(yawOfHead(later(90)) - yawOfHead(seen[59]!)).toBeLessThan(whole * 0.25)
    expect(yawOfHead(later(450)) - yawOfHead(seen[59]!)).toBeGreaterThan(whole * 0.8)
    expect(off(later(700), 0, at)).toBeLessThan(0.053)
  })

  test('keeps on a point while walking by', () => {
    const at: Vec3 = [2.5, 1.5, 0]
    const where = [
      go(
        [
          [0, 0, -2],
          [0, 0, 0.5],
        ],
        0,
        2.4,
      ),
      stay([0, 0, 0.5], 0.6, 'stand', 2.4, 9),
    ]
    const seen = look(sliceOf([performance('a', { where, gaze: [{ kind: 'point', t0: 0, at }] })]), 80, 8)
    for (const s of seen.slice(2)) expect(off(s, 0, at)).toBeLessThan(0.16)
  })

  test('blinks every few seconds, differently in every shot, and shuts the eyes to sleep', () => {
    const shut = (key: string, acts = [] as ReturnType<typeof act>[]) =>
      look(sliceOf([performance('a', { acts })], { shot: { key, frames: 12 * 30, fps: { num: 12, den: 1 } } })).map(
        (s) => s.state.actors[0]!.blink[0],
      )
    const blinks = (v: number[]) => v.filter((x, i) => x > 0.25 && (v[i - 1] ?? 0) <= 0.25).length
    const one = shut('one')
    expect(blinks(one)).toBeGreaterThanOrEqual(4)
    expect(blinks(one)).toBeLessThanOrEqual(13)
    expect(shut('two')).not.toEqual(one)
    expect(Math.min(...shut('one', [act('sleep', 0, 30)]).slice(30, 300))).toBe(1)
  })
})
