import { PerspectiveCamera, Vector3 } from 'three'
import { describe, expect, it } from 'vitest'
import { add, distance, quatLookAt, random, scale, type Vec3 } from '../../../src/film'
import { meetsPlane, nearestOnAxis, type PictureSight, pointInPicture, sightlineThrough } from '../../../src/production/picture-view'

const chance = random('sightline')
const anywhere = (m: number): Vec3 => [chance.range(-m, m), chance.range(-m, m), chance.range(-m, m)]
const BEND = { distortion: 0.08, zoom: 1.03, weave: [0.004, -0.002] } as const

function sight(bend?: PictureSight['bend']): PictureSight {
  const position = anywhere(4)
  return {
    position,
    quaternion: quatLookAt(position, anywhere(3), chance.range(-0.2, 0.2)),
    fovY: chance.range(0.2, 1.3),
    aspect: chance.range(0.6, 2.4),
    ...(bend ? { bend } : {}),
  }
}

describe('what a picture shows of a point', () => {
  it('is where a camera of three has it', () => {
    let seen = 0
    for (let i = 0; i < 200; i++) {
      const s = sight()
      const camera = new PerspectiveCamera((s.fovY * 180) / Math.PI, s.aspect, 0.05, 500)
      camera.position.set(...s.position)
      camera.quaternion.set(...s.quaternion)
      camera.updateMatrixWorld()
      const point = anywhere(5)
      const got = pointInPicture(s, point)
      const three = new Vector3(...point).project(camera)
      if (!got) continue
      seen++
      expect(got.at[0]).toBeCloseTo((three.x + 1) / 2, 6)
      expect(got.at[1]).toBeCloseTo((1 - three.y) / 2, 6)
    }
    expect(seen).toBeGreaterThan(60)
  })

  it('is seen along the line through it, through a lens that bends too', () => {
    for (const bend of [undefined, BEND, { ...BEND, distortion: -0.05 }])
      for (let i = 0; i < 100; i++) {
        const s = sight(bend)
        const point: [number, number] = [chance.range(0, 1), chance.range(0, 1)]
        const line = sightlineThrough(s, point)
        const there = pointInPicture(s, add(line.from, scale(line.along, chance.range(1, 9))))
        expect(there?.at[0]).toBeCloseTo(point[0], 3)
        expect(there?.at[1]).toBeCloseTo(point[1], 3)
      }
  })
})

describe('a line of sight', () => {
  it('meets planes where they are, and none behind it', () => {
    const from: Vec3 = [0, 2, 0]
    expect(meetsPlane({ from, along: [0, -1, 0] }, [5, 0, 5], [0, 1, 0])).toEqual([0, 0, 0])
    expect(meetsPlane({ from, along: [0, 1, 0] }, [0, 0, 0], [0, 1, 0])).toBeUndefined()
    expect(meetsPlane({ from, along: [1, 0, 0] }, [0, 0, 0], [0, 1, 0])).toBeUndefined()
  })

  it('comes nearest to an axis at no other point of it', () => {
    for (let i = 0; i < 100; i++) {
      const line = sightlineThrough(sight(), [0.4, 0.6])
      const [point, axis] = [anywhere(3), quatAxisOf(i)]
      const metres = nearestOnAxis(line, point, axis)
      if (metres === undefined) continue
      const away = (m: number) => {
        const at = add(point, scale(axis, m))
        const along =
          (at[0] - line.from[0]) * line.along[0] + (at[1] - line.from[1]) * line.along[1] + (at[2] - line.from[2]) * line.along[2]
        return distance(at, add(line.from, scale(line.along, along)))
      }
      for (const off of [-0.05, 0.05]) expect(away(metres)).toBeLessThanOrEqual(away(metres + off) + 1e-9)
    }
  })
})

const quatAxisOf = (i: number): Vec3 =>
  [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ][i % 3] as unknown as Vec3
