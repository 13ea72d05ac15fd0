import { describe, expect, test } from 'vitest'
import { distance, type Vec3 } from '../../src/film'
import { gripOf } from '../../src/motion'
import { look } from './checks'
import { act, performance, person, sliceOf, stay } from './slices'

/** One kneels before another, or both kneel, and they hug: the last frame of it. */
function hugging(stances: readonly ['kneel' | 'stand', 'kneel' | 'stand'], heights: readonly [number, number]) {
  const cast = heights.map((heightM, i) => person(i === 0 ? 'a' : 'b', { heightM, age: heightM < 1.5 ? 9 : 35 }))
  const slice = sliceOf(
    [
      performance('a', { where: [stay([0, 0, 0], 0, stances[0], 0, 9)], acts: [act('hug', 0.2, 4, { to: 'b', hand: 'right' })] }),
      performance('b', { where: [stay([0, 0, 0.72], Math.PI, stances[1], 0, 9)], acts: [act('hug', 0.2, 4, { to: 'a', hand: 'right' })] }),
    ],
    { cast, shot: { key: 'kneeling-hug', frames: 60 } },
  )
  const s = look(slice, 60)[48]!
  return [0, 1].map((i) => {
    const other = s.joints[1 - i]!
    const hands = [0, 1].map((side) => gripOf(s.figures[i]!, s.state.actors[i]!, side as 0 | 1).position)
    // How far behind the other's spine, seen from who hugs, a hand comes; and how far from it.
    const from = s.joints[i]!.hips.position
    const at = other.upperChest.position
    const away: Vec3 = [at[0] - from[0], 0, at[2] - from[2]]
    const l = Math.hypot(away[0], away[2])
    const past = hands.map((h) => ((h[0] - at[0]) * away[0] + (h[2] - at[2]) * away[2]) / l)
    const near = hands.map((h) => Math.min(distance(h, at), distance(h, other.spine.position), distance(h, other.neck.position)))
    return { past, near }
  })
}

describe('whoever kneels and is hugged', () => {
  test.each([
    ['a child that stands, by somebody on their knees', ['kneel', 'stand'], [1.7, 1.3]],
    ['somebody who stands, by somebody on their knees', ['kneel', 'stand'], [1.7, 1.72]],
    ['both on their knees', ['kneel', 'kneel'], [1.72, 1.76]],
  ] as const)('%s: arms reach round', (_, stances, heights) => {
    for (const { past, near } of hugging(stances, heights)) {
      // Both hands are at the other's back or side, not before their chest.
      expect(Math.max(...past)).toBeGreaterThan(0)
      expect(Math.min(...past)).toBeGreaterThan(-0.12)
      expect(Math.max(...near)).toBeLessThan(0.36)
    }
  })
})
