import { describe, expect, test } from 'vitest'
import { BONES, type CharacterSpec, distance, type ShotPlan, scale, sub, type Vec3 } from '../../src/film'
import { frameState } from '../../src/motion'
import { RESTS, restOf } from '../../src/motion/rests'
import { anybody } from './any-scene'
import { faults, look, slide } from './checks'
import { go, performance, sliceOf, stay } from './slices'

const jeans = { kind: 'jeans', colour: '#334455', pattern: 'plain', material: 'denim', condition: 'worn' } as const
const people = Array.from({ length: 96 }, (_, i): CharacterSpec => {
  const spec = anybody(`rest-${i}`)
  return { ...spec, wardrobe: [...spec.wardrobe, jeans] }
})
const atRest = (spec: CharacterSpec, shot: Partial<ShotPlan> = {}, where = [stay([0, 0, 0], 0, 'stand', 0, 9)]) =>
  look(sliceOf([performance(spec.key, { where })], { cast: [spec], shot }), 72, 24)

/** Nearest that two stretches come, by sampling, metres. */
function apart(a: Vec3, b: Vec3, c: Vec3, d: Vec3): number {
  let best = Number.POSITIVE_INFINITY
  for (let i = 0; i <= 12; i++)
    for (let k = 0; k <= 12; k++) {
      const [u, v] = [i / 12, k / 12]
      const p: Vec3 = [a[0] + (b[0] - a[0]) * u, a[1] + (b[1] - a[1]) * u, a[2] + (b[2] - a[2]) * u]
      best = Math.min(best, distance(p, [c[0] + (d[0] - c[0]) * v, c[1] + (d[1] - c[1]) * v, c[2] + (d[2] - c[2]) * v]))
    }
  return best
}

describe('rests', () => {
  test('every one is somebody’s, and only whose clothes and build allow it', () => {
    const kinds = people.map((spec) => restOf(spec).kind)
    for (const rest of RESTS) expect(kinds, rest).toContain(rest)
    for (const spec of people) {
      const bare = restOf({ ...spec, wardrobe: [{ ...jeans, kind: 'dress' }] }).kind
      expect(['pocket', 'pockets']).not.toContain(bare)
      expect(restOf({ ...spec, wardrobe: [...spec.wardrobe, { ...jeans, kind: 'backpack' }] }).kind).not.toBe('behind')
      expect(restOf({ ...spec, build: 0.95 }).kind).not.toBe('folded')
    }
  })

  test('is the same in every shot of the film', () => {
    for (const spec of people.slice(0, 24)) {
      const [here, there] = ['a', 'b'].map((key) => atRest(spec, { key })[1]!.joints[0]!)
      for (const bone of ['leftHand', 'rightHand'] as const)
        expect(distance(here![bone].position, there![bone].position), `${spec.key} ${restOf(spec).kind}`).toBeLessThan(0.09)
    }
  })

  test('keeps feet planted, joints in limits, arms out of each other and out of the trunk', () => {
    for (const spec of people) {
      const seen = atRest(spec)
      const name = `${spec.key} ${restOf(spec).kind}`
      expect(slide(seen), name).toBeLessThan(0.01)
      for (const s of seen) {
        expect(faults(s), name).toEqual([])
        const j = s.joints[0]!
        const fore = apart(j.leftLowerArm.position, j.leftHand.position, j.rightLowerArm.position, j.rightHand.position)
        // Two wrists, or a wrist and a forearm, are so thick together.
        expect(fore / spec.heightM, name).toBeGreaterThan(0.024)
        for (const side of ['left', 'right'] as const)
          for (let u = 0; u <= 1; u += 0.25) {
            const [a, b] = [j.hips.position, j.upperChest.position]
            const spine: Vec3 = [a[0] + (b[0] - a[0]) * u, a[1] + (b[1] - a[1]) * u, a[2] + (b[2] - a[2]) * u]
            expect(distance(spine, j[`${side}Hand`].position) / spec.heightM, name).toBeGreaterThan(0.05)
          }
      }
    }
  })

  test('twelve people of a cast stand in twelve ways', () => {
    const ways = people.slice(0, 12).map((spec) => {
      const j = atRest(spec)[1]!.joints[0]!
      return (['leftHand', 'rightHand', 'leftLowerArm', 'rightLowerArm', 'head', 'leftFoot', 'rightFoot'] as const).map((bone) =>
        scale(sub(j[bone].position, j.hips.position), 1 / spec.heightM),
      )
    })
    for (const [i, a] of ways.entries())
      for (const b of ways.slice(i + 1)) expect(Math.max(...a.map((p, k) => distance(p, b[k]!)))).toBeGreaterThan(0.012)
  })

  test('who walks off lets the arms swing', () => {
    const spec = people.find((p) => restOf(p).kind === 'folded')!
    const seen = look(
      sliceOf(
        [
          performance(spec.key, {
            where: [
              stay([0, 0, 0], 0, 'stand', 0, 1),
              go(
                [
                  [0, 0, 0],
                  [0, 0, 4],
                ],
                1,
                4.5,
              ),
            ],
          }),
        ],
        { cast: [spec] },
      ),
      72,
    )
    const across = (i: number) => {
      const j = seen[i]!.joints[0]!
      return j.leftHand.position[0] - j.rightHand.position[0]
    }
    expect(across(12)).toBeLessThan(0)
    expect(across(66)).toBeGreaterThan(0.2)
  })

  test('are what words say, where clothes and build allow it', () => {
    const lean = people.filter((p) => p.age > 20 && p.age < 45 && p.build < 0.6 && p.stoop < 0.3)
    expect(lean.length).toBeGreaterThan(6)
    for (const spec of lean) {
      const bag = spec.wardrobe.some((g) => g.kind === 'backpack' || g.kind === 'satchel')
      for (const habit of ['folded', 'hip', 'clasped', ...(bag ? [] : ['behind' as const])] as const)
        expect(restOf({ ...spec, habits: [habit] }).kind).toBe(habit)
      expect(restOf({ ...spec, wardrobe: [jeans], habits: ['pockets'] }).kind).toBe('pockets')
      expect(restOf({ ...spec, wardrobe: [{ ...jeans, kind: 'dress' }], habits: ['pockets'] }).kind).not.toBe('pockets')
      expect(restOf({ ...spec, build: 0.95, habits: ['folded'] }).kind).not.toBe('folded')
    }
  })

  test('of who drums: the fingers go in bouts, again and again, and are still between them', () => {
    const spec: CharacterSpec = { ...people.find((p) => restOf({ ...p, habits: ['drums'] }).kind === 'folded')!, habits: ['drums'] }
    const moved = (who: CharacterSpec) => {
      const slice = sliceOf([performance(who.key, { where: [stay([0, 0, 0], 0, 'stand', 0, 24)] })], { cast: [who], shot: { frames: 576 } })
      const at = BONES.indexOf(restOf(who).side === 1 ? 'rightIndex' : 'leftIndex') * 4
      const bends = Array.from({ length: 480 }, (_, i) => frameState(slice, i + 48).actors[0]!.bones.slice(at, at + 3))
      return Array.from({ length: 20 }, (_, k) => {
        const part = bends.slice(k * 24, k * 24 + 24)
        return Math.max(...[0, 1, 2].map((c) => Math.max(...part.map((q) => q[c]!)) - Math.min(...part.map((q) => q[c]!))))
      })
    }
    const [still, drums] = [moved({ ...spec, habits: ['folded'] }), moved(spec)]
    const most = Math.max(...still)
    expect(most).toBeLessThan(0.04)
    expect(drums.filter((v) => v > most + 0.05).length).toBeGreaterThan(5)
    expect(drums.filter((v) => v < most + 0.01).length).toBeGreaterThan(3)
  })
})
