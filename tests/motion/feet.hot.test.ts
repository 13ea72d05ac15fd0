import { describe, expect, test } from 'vitest'
import { distance, random, type Vec3, type Whereabouts } from '../../src/film'
import { faults, look, slide, worstJump } from './checks'
import { go, performance, person, sliceOf, stay } from './slices'

/** A random way through a room: stays, walks, turns. */
function wander(key: string): { where: Whereabouts[]; cast: ReturnType<typeof person> } {
  const r = random(key)
  const where: Whereabouts[] = []
  let t = 0
  let at: Vec3 = [r.range(-2, 2), 0, r.range(-2, 2)]
  const age = r.pick([7, 25, 40, 80])
  const cast = person(key, { age, heightM: age < 10 ? 1.2 : r.range(1.55, 1.95), build: r.next(), sex: r.chance(0.5) ? 'male' : 'female' })
  const rest = () => {
    const d = r.range(0.8, 2)
    where.push(stay(at, r.range(-3, 3), 'stand', t, t + d))
    t += d
  }
  rest()
  while (t < 6) {
    if (r.chance(0.7)) {
      const path: Vec3[] = [at]
      for (let i = r.int(1, 2); i > 0; i--) path.push([r.range(-3, 3), 0, r.range(-3, 3)])
      const long = path.reduce((s, p, i) => (i ? s + distance(p, path[i - 1]!) : 0), 0)
      const gait = r.pick(['walk', 'walk', 'run', 'sneak', 'limp'] as const)
      const speed = { walk: r.range(0.9, 1.5), run: 3.2, sneak: 0.7, limp: 0.75 }[gait] * (age < 10 ? 0.75 : 1)
      const d = long / speed + 0.35
      where.push(go(path, t, t + d, gait))
      t += d
      at = path.at(-1)!
    }
    rest()
  }
  return { where, cast }
}

describe('feet', () => {
  test('stand still and on the floor while planted, whatever the way', { timeout: 120_000 }, () => {
    const kept: string[] = []
    for (let i = 0; i < 40; i++) {
      const { where, cast } = wander(`walker-${i}`)
      const seen = look(sliceOf([performance(cast.key, { where })], { cast: [cast] }), 170)
      const s = slide(seen)
      if (s > 0.01) kept.push(`walker-${i} slides ${s}`)
      kept.push(...seen.flatMap((v) => faults(v)).map((e) => `walker-${i} ${e}`))
      const jump = worstJump(seen)
      if (jump.metres > 0.45) kept.push(`walker-${i} jumps ${JSON.stringify(jump)}`)
    }
    expect(kept.slice(0, 12)).toEqual([])
  })

  test('a walk keeps a foot on the floor half of the time and never glides', () => {
    const seen = look(
      sliceOf([
        performance('a', {
          where: [
            go(
              [
                [-3, 0, 0],
                [3, 0, 0],
              ],
              0,
              4.8,
            ),
            stay([3, 0, 0], Math.PI / 2, 'stand', 4.8, 9),
          ],
        }),
      ]),
      110,
    )
    const on = seen.filter((s) => s.state.actors[0]!.planted.some(Boolean)).length
    expect(on / seen.length).toBeGreaterThan(0.5)
    const lengths = new Set<string>()
    for (const s of seen) if (s.state.actors[0]!.planted[0]) lengths.add(s.joints[0]!.leftFoot.position[0].toFixed(1))
    expect(lengths.size).toBeGreaterThanOrEqual(4)
  })

  test('a run leaves the floor', () => {
    const seen = look(
      sliceOf([
        performance('a', {
          where: [
            go(
              [
                [-5, 0, 0],
                [5, 0, 0],
              ],
              0,
              3.2,
              'run',
            ),
          ],
        }),
      ]),
      76,
    )
    const low = seen.map((s) => Math.min(s.joints[0]!.leftToes.position[1], s.joints[0]!.rightToes.position[1]))
    expect(Math.max(...low)).toBeGreaterThan(0.05)
  })

  test('turning on the spot steps', () => {
    const seen = look(sliceOf([performance('a', { where: [stay([0, 0, 0], 0, 'stand', 0, 1), stay([0, 0, 0], 2.5, 'stand', 1, 9)] })]), 90)
    expect(slide(seen)).toBeLessThan(0.01)
    const lifted = seen.filter((s) => s.joints[0]!.leftFoot.position[1] > 0.1 || s.joints[0]!.rightFoot.position[1] > 0.1)
    expect(lifted.length).toBeGreaterThan(4)
  })

  test('people stand in front of the seat they rise from, and sit on it', () => {
    const where = [
      stay([0, 0, 0], 0, 'stand', 0, 1),
      stay([0, 0, 0], 0, 'sit', 1, 4, 0.46),
      go(
        [
          [0, 0, 0],
          [2, 0, 1],
        ],
        4,
        6,
      ),
      stay([2, 0, 1], 0, 'stand', 6, 9),
    ]
    const seen = look(sliceOf([performance('a', { where })]), 190)
    const sat = seen[60]!
    expect(sat.joints[0]!.hips.position[2]).toBeCloseTo(0, 1)
    const thighY = sat.joints[0]!.leftUpperLeg.position[1]
    expect(thighY).toBeGreaterThan(0.46)
    expect(thighY).toBeLessThan(0.46 + 0.12)
    expect(Math.abs(sat.joints[0]!.leftLowerLeg.position[1] - thighY)).toBeLessThan(0.08)
    expect(slide(seen)).toBeLessThan(0.01)
    expect(worstJump(seen).metres).toBeLessThan(0.25)
    const arriving = look(
      sliceOf([
        performance('a', {
          where: [
            go(
              [
                [2, 0, 2],
                [0, 0, 0],
              ],
              0,
              2.4,
            ),
            stay([0, 0, 0], 0, 'sit', 2.4, 9, 0.46),
          ],
        }),
      ]),
      100,
    )
    for (let i = 2; i < arriving.length; i++) {
      const [p, q, r] = [i - 2, i - 1, i].map((k) => arriving[k]!.joints[0]!.hips.position[2])
      expect(Math.abs(p! - 2 * q! + r!), `frame ${i}`).toBeLessThan(0.02)
    }
    expect(seen.flatMap((v) => faults(v)).slice(0, 5)).toEqual([])
  })
})
