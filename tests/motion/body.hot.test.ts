import { describe, expect, test } from 'vitest'
import { add, BONES, distance, figureOf, quatAxis, quatMul, quatRotate, random, sub, VERBS, type Vec3 } from '../../src/film'
import { gripOf, solveChain } from '../../src/motion'
import { faults, look, slide, worstJump } from './checks'
import { act, performance, person, sliceOf, stay } from './slices'

const STANCES = ['stand', 'sit', 'lie', 'kneel', 'crouch', 'lean', 'swim', 'float'] as const
const seat = (s: (typeof STANCES)[number]) => (s === 'sit' ? 0.46 : s === 'lie' ? 0.5 : undefined)

/** Degrees an upper arm points below the horizontal. */
const below = (a: Vec3, b: Vec3): number => {
  const d = sub(b, a)
  return (Math.asin(-d[1] / Math.hypot(...d)) * 180) / Math.PI
}

describe('bodies', () => {
  test('nobody at rest is in a T-pose, and everybody is alive', () => {
    for (let i = 0; i < 40; i++) {
      const r = random(`rest-${i}`)
      const who = person(`p${i}`, {
        age: r.range(5, 90),
        heightM: r.range(1.1, 2),
        build: r.next(),
        muscle: r.next(),
        stoop: r.next() * 0.8,
        sex: r.chance(0.5) ? 'male' : 'female',
      })
      const stance = r.pick(['stand', 'sit', 'kneel', 'lean'] as const)
      const seen = look(
        sliceOf([performance(who.key, { where: [stay([0, 0, 0], 0.3, stance, 0, 9, seat(stance))] })], { cast: [who] }),
        96,
        24,
      )
      for (const s of seen) {
        expect(faults(s)).toEqual([])
        const j = s.joints[0]!
        expect(below(j.leftUpperArm.position, j.leftLowerArm.position), `${who.key} ${stance}`).toBeGreaterThan(40)
        expect(below(j.rightUpperArm.position, j.rightLowerArm.position), `${who.key} ${stance}`).toBeGreaterThan(40)
      }
      expect(distance(seen[0]!.joints[0]!.head.position, seen[2]!.joints[0]!.head.position)).toBeGreaterThan(0.0001)
      if (stance === 'stand') expect(slide(seen)).toBeLessThan(0.01)
    }
  })

  test('every verb in every stance moves within limits, and shows', { timeout: 120_000 }, () => {
    const wrong: string[] = []
    // Twelve frames a second are enough to see a limit passed or a joint jump.
    const shot = { fps: { num: 12, den: 1 } }
    const still = look(sliceOf([performance('a', { where: [stay([0, 0, 0], 0, 'stand', 0, 9)] })], { shot }), 42)
    for (const [i, verb] of VERBS.entries())
      for (const stance of ['stand', 'sit', STANCES[2 + (i % 4)]!] as const) {
        const where = [stay([0, 0, 0], 0, stance, 0, 9, seat(stance))]
        const seen = look(sliceOf([performance('a', { where, acts: [act(verb, 0.5, 3)] })], { shot }), 42)
        wrong.push(
          ...seen
            .flatMap((s) => faults(s))
            .map((e) => `${verb}/${stance} ${e}`)
            .slice(0, 2),
        )
        const jump = worstJump(seen)
        if (jump.metres > (['throw', 'kick', 'punch', 'slap', 'jump', 'fall'].includes(verb) ? 0.75 : 0.42))
          wrong.push(`${verb}/${stance} jumps ${JSON.stringify(jump)}`)
        if (stance !== 'stand') continue
        const most = Math.max(
          ...seen.map((s, i) =>
            Math.max(
              ...(['leftHand', 'rightHand', 'leftFoot', 'leftEye', 'head'] as const).map((b) =>
                distance(s.joints[0]![b].position, still[i]!.joints[0]![b].position),
              ),
            ),
          ),
        )
        if (most < 0.015) wrong.push(`${verb} does not show (${most})`)
      }
    expect(wrong.slice(0, 12)).toEqual([])
  })

  test('hands keep out of the trunk', () => {
    const wrong: string[] = []
    for (const verb of VERBS) {
      const seen = look(sliceOf([performance('a', { acts: [act(verb, 0.3, 3, { energy: 0.9 })] })]), 84, 3)
      for (const s of seen) {
        const j = s.joints[0]!
        for (const side of ['left', 'right'] as const) {
          const x = side === 'left' ? 0.05 : -0.05
          const palm = add(j[`${side}Hand`].position, quatRotate(j[`${side}Hand`].quaternion, [x, 0, 0]))
          for (let u = 0; u <= 1; u += 0.25) {
            const a = j.spine.position
            const b = j.upperChest.position
            const p: Vec3 = [a[0] + (b[0] - a[0]) * u, a[1] + (b[1] - a[1]) * u, a[2] + (b[2] - a[2]) * u]
            if (distance(p, palm) < 0.09) wrong.push(`${verb} frame ${s.state.frame} ${side}`)
          }
        }
      }
    }
    expect(wrong.slice(0, 8)).toEqual([])
  })

  test('a hand that reaches gets there within a centimetre', () => {
    for (let i = 0; i < 60; i++) {
      const r = random(`reach-${i}`)
      const who = person(`p${i}`, { heightM: r.range(1.5, 1.95) })
      const at: Vec3 = [r.range(-0.35, 0.15), r.range(0.7, 1.5), r.range(0.3, 0.5)]
      const seen = look(sliceOf([performance(who.key, { acts: [act('reach', 0.5, 3, { at })] })], { cast: [who] }), 49, 48)[1]!
      const grip = gripOf(figureOf(who), seen.state.actors[0]!, 1).position
      expect(distance(grip, at), `${i} ${at}`).toBeLessThan(0.01)
    }
  })

  test('pointing lines up arm and target', () => {
    for (let i = 0; i < 20; i++) {
      const r = random(`point-${i}`)
      const at: Vec3 = [r.range(-3, 2), r.range(0.3, 2.4), r.range(1, 4)]
      const j = look(sliceOf([performance('a', { acts: [act('point', 0.5, 3, { at })] })]), 49, 48)[1]!.joints[0]!
      const arm = sub(j.rightHand.position, j.rightUpperArm.position)
      const aim = sub(at, j.rightUpperArm.position)
      const cos = (arm[0] * aim[0] + arm[1] * aim[1] + arm[2] * aim[2]) / Math.hypot(...arm) / Math.hypot(...aim)
      expect(cos).toBeGreaterThan(Math.cos(0.14))
    }
  })

  test('a chain reaches what it can, with the hinge towards the pole', () => {
    const f = figureOf(person('a'))
    for (const bone of ['LowerArm', 'LowerLeg'] as const)
      for (let i = 0; i < 200; i++) {
        const r = random(`ik-${bone}-${i}`)
        const arm = bone === 'LowerArm'
        const upper = f.offsets[BONES.indexOf(`left${bone}`)]!
        const lower = f.offsets[BONES.indexOf(arm ? 'leftHand' : 'leftFoot')]!
        const hinge: Vec3 = arm ? [0, -1, 0] : [1, 0, 0]
        const bulge: Vec3 = [0, 0, arm ? -1 : 1]
        const to: Vec3 = [r.range(-0.6, 0.6), r.range(-0.6, 0.6), r.range(-0.6, 0.6)]
        const pole: Vec3 = [r.range(-1, 1), r.range(-1, 1), r.range(-1, 1)]
        const c = solveChain({ upper, lower, hinge, bulge, maxFlex: 2.7 }, [0, 0, 0], to, pole)
        const bent = quatMul(c.rotation, quatAxis(hinge, c.flex))
        const mid = quatRotate(c.rotation, upper)
        const end = add(mid, quatRotate(bent, lower))
        expect(c.flex).toBeGreaterThanOrEqual(0)
        if (!c.stretched && c.flex < 2.69) expect(distance(end, to)).toBeLessThan(2e-3)
        const across = sub(
          mid,
          to.map(
            (v) => (v * (mid[0] * to[0] + mid[1] * to[1] + mid[2] * to[2])) / (to[0] ** 2 + to[1] ** 2 + to[2] ** 2),
          ) as unknown as Vec3,
        )
        if (c.flex > 0.3) expect(across[0] * pole[0] + across[1] * pole[1] + across[2] * pole[2]).toBeGreaterThan(-1e-6)
      }
  })
})
