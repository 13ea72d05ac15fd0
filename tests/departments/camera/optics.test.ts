import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cameraAt, projectPoint } from '../../../src/departments/camera'
import { aimAt, distanceFor, lensFor, SENSOR_WIDTH_MM, tanHalf } from '../../../src/departments/camera/optics'
import type { Vec3 } from '../../../src/film'

const still = (position: Vec3, target: Vec3, lensMm = 50) => ({
  keys: [{ t: 0, position, target, roll: 0 }],
  ease: 'smooth' as const,
  lensMm,
})

describe('optics', () => {
  test('a 24.89 mm gate behind 24.89 mm sees as wide as it is far', () => {
    expect(tanHalf(SENSOR_WIDTH_MM, 1)).toBeCloseTo(0.5, 9)
    expect(distanceFor(1, SENSOR_WIDTH_MM, 1)).toBeCloseTo(1, 9)
  })

  test('lens and distance undo each other', () => {
    for (const lens of [18, 35, 50, 85]) expect(lensFor(0.5, distanceFor(0.5, lens, 1.78), 1.78)).toBe(lens)
  })

  test('what is aimed at is in the middle; right is right and up is up', () => {
    const camera = still([0, 1.5, 4], [0, 1.5, 0])
    expect(projectPoint(camera, 0, 1.78, [0, 1.5, 0])).toEqual({ x: 0, y: 0, depth: 4 })
    expect(projectPoint(camera, 0, 1.78, [0.3, 1.5, 0]).x).toBeGreaterThan(0)
    expect(projectPoint(camera, 0, 1.78, [0, 1.8, 0]).y).toBeGreaterThan(0)
    expect(projectPoint(camera, 0, 1.78, [0, 1.5, 6]).depth).toBeLessThan(0)
  })

  test('aimAt puts a point where it is wanted', () => {
    const coordinate = fc.double({ min: -5, max: 5, noNaN: true })
    fc.assert(
      fc.property(
        coordinate,
        coordinate,
        fc.double({ min: 0.4, max: 2.5, noNaN: true }),
        fc.double({ min: -0.3, max: 0.3, noNaN: true }),
        fc.double({ min: -0.5, max: 0.6, noNaN: true }),
        fc.constantFrom(24, 35, 50, 85),
        (x, z, y, wantX, wantY, lens) => {
          fc.pre(Math.hypot(x, z) > 0.8 && Math.abs(y - 1.5) < Math.hypot(x, z) * 0.5)
          const position: Vec3 = [0, 1.5, 0]
          const point: Vec3 = [x, y, z]
          const at = projectPoint(still(position, aimAt(position, point, wantX, wantY, lens, 1.78), lens), 0, 1.78, point)
          expect(Math.abs(at.x - wantX)).toBeLessThan(0.06)
          expect(Math.abs(at.y - wantY)).toBeLessThan(0.06)
        },
      ),
    )
  })

  test('cameraAt goes through its keys', () => {
    const keys = [0, 1, 2].map((t) => ({ t, position: [t, 1, 0] as Vec3, target: [t, 1, 5] as Vec3, roll: 0 }))
    expect(cameraAt({ keys, ease: 'linear' }, 1.5).position[0]).toBeCloseTo(1.5)
    expect(cameraAt({ keys, ease: 'linear' }, -1).position[0]).toBe(0)
    expect(cameraAt({ keys, ease: 'linear' }, 9).position[0]).toBe(2)
  })
})
