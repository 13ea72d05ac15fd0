import { Group, Vector3 } from 'three/webgpu'
import { describe, expect, it } from 'vitest'
import { type IrradianceVolume, lightScene, PROBE_DIMS, PROBE_FLOATS } from '../../../src/departments/lighting'
import type { FrameState, LightPlan, SetSpec, Vec3 } from '../../../src/film'
import { LightRig, SHADOW_SPOTS } from '../../../src/stage/lights'

const surface = { kind: 'plaster' as const, colour: '#b0b0a0', roughness: 0.9, metalness: 0 }
const set: SetSpec = {
  key: 'int-room',
  name: 'Room',
  kind: 'room',
  interior: true,
  seed: 1,
  widthM: 5,
  depthM: 4,
  heightM: 2.7,
  floor: surface,
  walls: surface,
  ceiling: surface,
  trim: '#ffffff',
  openings: [{ key: 'w', kind: 'window', wall: 'west', along: 2, width: 1.4, height: 1.2, sill: 0.9 }],
  placements: [],
  marks: [0, 1, 2, 3].map((i) => ({ key: `m${i}`, kind: 'stand' as const, position: [i - 1.5, 0, 0] as Vec3, yaw: 0 })),
  practicals: [{ key: 'lamp', kind: 'pendant', position: [0, 1.9, 0], lumens: 800, flicker: 'none' }],
  surroundings: 'suburb',
  why: 'ROOM',
}
const people: Vec3[] = [
  [-0.8, 1.6, 0],
  [0.8, 1.6, 0],
]
const plan = (timeOfDay: 'DAY' | 'NIGHT') => lightScene({ set, timeOfDay, words: [], people, key: 'k' })
const steady = (p: LightPlan): FrameState['lights'] => ({
  sun: 1,
  spots: p.spots.map(() => 1),
  points: p.points.map(() => 1),
  glow: {},
  ambient: 1,
})
const room = { min: [-2.5, 0, -2] as Vec3, max: [2.5, 2.7, 2] as Vec3, interior: true }

describe('LightRig', () => {
  it('has the same lights whatever the plan: none added, no shadow switched', () => {
    const rig = new LightRig()
    rig.fit(room, new Group())
    const shape = () => rig.group.children.map((c) => `${c.type} ${(c as { castShadow?: boolean }).castShadow}`)
    const before = shape()
    for (const time of ['DAY', 'NIGHT'] as const) {
      rig.apply(plan(time), steady(plan(time)))
      expect(shape()).toEqual(before)
    }
    expect(rig.spots.filter((s) => s.castShadow)).toHaveLength(SHADOW_SPOTS)
  })

  it('keeps so much of the colour of light as a style draws, and all of its strength', () => {
    const rig = new LightRig()
    const p = plan('NIGHT')
    const luminance = ({ r, g, b }: { r: number; g: number; b: number }) => 0.2126 * r + 0.7152 * g + 0.0722 * b
    const spread = ({ r, g, b }: { r: number; g: number; b: number }) => Math.max(r, g, b) - Math.min(r, g, b)
    const lamp = (tint: number) => {
      rig.setTint(tint)
      rig.apply(p, steady(p))
      return rig.points[0]!.color.clone()
    }
    const [all, some, none] = [1, 0.4, 0].map(lamp) as [ReturnType<typeof lamp>, ReturnType<typeof lamp>, ReturnType<typeof lamp>]
    expect([all.r, all.g, all.b]).toEqual([...p.points[0]!.colour])
    expect(spread(some)).toBeCloseTo(0.4 * spread(all))
    expect(spread(none)).toBeCloseTo(0)
    expect(luminance(some)).toBeCloseTo(luminance(all))
    expect(rig.bounce.tint.value).toBe(0)
  })

  it('multiplies the plan by the frame', () => {
    const rig = new LightRig()
    const p = plan('NIGHT')
    rig.apply(p, { ...steady(p), sun: 0.5, spots: [0.25, 1, 1], ambient: 0.5 })
    expect(rig.sun.intensity).toBeCloseTo(p.sun.lux * 0.5)
    expect(rig.spots[0]?.intensity).toBeCloseTo(p.spots[0]!.candela * 0.25)
    expect(rig.ambient.intensity).toBe(0.5)
    expect(rig.bounce.strength.value).toBe(0.5)
  })

  it('holds the whole room in the sun’s shadow, so that no corner is lit through a wall', () => {
    const rig = new LightRig()
    rig.fit(room, new Group())
    for (const time of ['DAY', 'NIGHT'] as const) {
      rig.apply(plan(time), steady(plan(time)))
      const { camera } = rig.sun.shadow
      rig.sun.shadow.updateMatrices(rig.sun)
      for (let i = 0; i < 8; i++) {
        const p = new Vector3((i & 1 ? room.max : room.min)[0], (i & 2 ? room.max : room.min)[1], (i & 4 ? room.max : room.min)[2]).project(
          camera,
        )
        expect(Math.max(Math.abs(p.x), Math.abs(p.y))).toBeLessThan(1)
        expect(Math.abs(p.z)).toBeLessThanOrEqual(1)
      }
    }
  })

  it('does not draw the shadows of lights that are out', () => {
    const rig = new LightRig()
    const p = plan('DAY')
    rig.apply({ ...p, spots: p.spots.map((s) => ({ ...s, candela: 0 })) }, steady(p))
    expect(rig.spots[0]?.shadow.autoUpdate).toBe(false)
    rig.apply(p, steady(p))
    expect(rig.spots[0]?.shadow.autoUpdate).toBe(true)
  })

  it('shows a volume of the one size and refuses another', () => {
    const rig = new LightRig()
    const [nx, ny, nz] = PROBE_DIMS
    const volume: IrradianceVolume = {
      min: [-1, 0, -2],
      size: [2, 3, 4],
      dims: PROBE_DIMS,
      data: new Float32Array(nx * ny * nz * PROBE_FLOATS).fill(1),
    }
    rig.setBounce(volume)
    expect(rig.bounce.corner.value.toArray()).toEqual([-1, 0, -2])
    // Half floats: 1 is 0x3c00.
    expect((rig.bounce.channels[0].image.data as unknown as Uint16Array)[0]).toBe(0x3c00)
    expect(() => rig.setBounce({ ...volume, dims: [2, 2, 2] })).toThrow('BounceLight.setVolume: expected 10 × 4 × 10 probes, got 2 × 2 × 2')
  })
})
