import { describe, expect, it } from 'vitest'
import { type ActorState, quatConjugate, quatRotate, sub, type Vec3 } from '../../../src/film'
import { frameState } from '../../../src/motion'
import { type SpriteWish, spriteShot } from '../../../src/production'
import { person } from '../../motion/slices'

const wish = (more: Partial<SpriteWish> = {}): SpriteWish => ({
  cast: person('mara'),
  action: 'walk',
  directions: 4,
  framesPerCycle: 8,
  height: 48,
  ...more,
})

/** Largest difference of two poses, in whatever numbers they have; place and facing left out. */
function apart(a: ActorState, b: ActorState): number {
  const numbers = ({ hips, bones, visemes, expressions, blink, gaze }: ActorState) => [
    ...hips,
    ...bones,
    ...visemes,
    ...expressions,
    ...blink,
    ...gaze,
  ]
  const [p, q] = [numbers(a), numbers(b)]
  return p.reduce((most, v, i) => Math.max(most, Math.abs(v - q[i]!)), 0)
}

const actorAt = (slice: ReturnType<typeof spriteShot>['slice'], frame: number): ActorState => frameState(slice, frame).actors[0]!

describe('spriteShot', () => {
  it.each([
    ['walk', 4, 8, {}],
    ['walk', 8, 6, { age: 6, heightM: 1.15 }],
    ['walk', 4, 12, { heightM: 1.98, sex: 'male', stoop: 0.6 }],
    ['idle', 4, 4, {}],
  ] as const)('%s in %d directions closes after %d frames', (action, directions, framesPerCycle, more) => {
    const { slice, takes } = spriteShot(wish({ action, directions, framesPerCycle, cast: person('mara', more) }))
    expect(takes).toHaveLength(directions)
    for (const { frames } of takes) {
      expect(frames).toHaveLength(framesPerCycle)
      const first = actorAt(slice, frames[0]!)
      expect(apart(first, actorAt(slice, frames[0]! + framesPerCycle))).toBeLessThan(5e-6)
      // It does move between.
      expect(apart(first, actorAt(slice, frames[framesPerCycle >> 1]!))).toBeGreaterThan(action === 'walk' ? 0.1 : 0.002)
    }
  })

  it.each([4, 8] as const)('%d directions have the same poses, each turned', (directions) => {
    const { slice, takes } = spriteShot(wish({ directions }))
    const starts = takes.map(({ frames }) => actorAt(slice, frames[0]!))
    starts.forEach((actor, i) => {
      const turn = (i * 2 * Math.PI) / directions
      expect(Math.cos(actor.yaw - turn)).toBeCloseTo(1, 6)
      expect(apart(actor, starts[0]!)).toBeLessThan(5e-6)
    })
    expect(takes.map((t) => t.direction)).toEqual(
      directions === 4
        ? ['south', 'east', 'north', 'west']
        : ['south', 'south-east', 'east', 'north-east', 'north', 'north-west', 'west', 'south-west'],
    )
  })

  it.each(['walk', 'idle'] as const)('puts the ground under the figure at the pivot in every frame: %s', (action) => {
    const { slice, takes, pivot, width, height } = spriteShot(wish({ action }))
    expect([width % 2, height % 2]).toEqual([0, 0])
    expect(Number.isInteger(pivot.y * height)).toBe(true)
    for (const { frames } of takes)
      for (const frame of frames) {
        const { camera, actors } = frameState(slice, frame)
        const [x, y, z] = quatRotate(quatConjugate(camera.quaternion), sub(actors[0]!.position as Vec3, camera.position))
        const tan = Math.tan(camera.fovY / 2)
        expect((x / -z / tan / slice.shot.aspect + 1) / 2).toBeCloseTo(pivot.x, 4)
        expect((1 - y / -z / tan) / 2).toBeCloseTo(pivot.y, 4)
        expect(pivot.y).toBeLessThan(1)
      }
  })

  it('plays at the rate asked for, else in its natural time', () => {
    expect(spriteShot(wish({ fps: 10 })).durationMs).toBe(100)
    const natural = spriteShot(wish()).durationMs * 8
    expect(natural).toBeGreaterThan(800)
    expect(natural).toBeLessThan(1500)
  })

  it('is the same for the same wish', () => {
    expect(spriteShot(wish())).toEqual(spriteShot(wish()))
  })

  it.each<[Partial<SpriteWish>, RegExp]>([
    [{ framesPerCycle: 1 }, /frames: expected a whole number from 2 to 64, got 1/],
    [{ height: 7 }, /height: .*got 7/],
    [{ fps: 0 }, /fps: .*got 0/],
    [{ directions: 5 as 4 }, /directions: expected 4 or 8, got 5/],
  ])('refuses %j', (more, message) => {
    expect(() => spriteShot(wish(more))).toThrow(message)
  })
})
