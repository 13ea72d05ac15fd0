import { describe, expect, it } from 'vitest'
import type { FrameState, LightPlan } from '../../../src/film'
import { flaresOf } from '../../../src/render/look/flares'

const lamp = (x: number, candela: number) => ({
  role: 'practical',
  position: [x, 0.5, 4],
  colour: [1, 0.5, 0.25],
  candela,
  flicker: 'none',
})
const plan = (points: ReturnType<typeof lamp>[], sunDisc = 0) =>
  ({ exposure: 1, points, sun: { direction: [0.5, 0.2, 1], colour: [2, 2, 1] }, sky: { sunDisc } }) as unknown as LightPlan
const state = (n: number) => ({ sun: 1, points: Array.from({ length: n }, () => 1) }) as unknown as FrameState['lights']
const project = ([x, y, z]: readonly [number, number, number]) => (z > 0 ? { x, y, distance: z } : null)

describe('flaresOf', () => {
  it('takes the strongest three in the picture, strongest first', () => {
    const found = flaresOf(plan([lamp(0.1, 2), lamp(0.2, 8), lamp(0.3, 4), lamp(0.4, 1), lamp(3, 99)]), state(5), project)
    expect(found.map((f) => f.x)).toEqual([0.2, 0.3, 0.1])
    expect(found[0]!.colour).toEqual([1, 0.5, 0.25])
  })

  it('fades a light out as it leaves the picture, and has none behind or switched off', () => {
    const strength = (x: number) => flaresOf(plan([lamp(x, 400)]), state(1), project)[0]?.strength ?? 0
    expect(strength(1.02)).toBeGreaterThan(strength(1.08))
    expect(strength(1.2)).toBe(0)
    expect(flaresOf(plan([lamp(0.5, 9)]), { ...state(1), points: [0] } as never, project)).toEqual([])
    expect(flaresOf(plan([lamp(0.5, 9)]), state(1), () => null)).toEqual([])
  })

  it('knows the sun', () => {
    expect(flaresOf(plan([], 1), state(0), project)).toEqual([{ x: 0.5, y: 0.2, colour: [1, 1, 0.5], strength: 1 }])
  })
})
