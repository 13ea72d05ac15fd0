import { describe, expect, it } from 'vitest'
import { designSet } from '../../src/departments/art'
import { FrameState } from '../../src/film'
import { frameState } from '../../src/motion'
import { lampOffM, shadeOfPassing, steerAt } from '../../src/motion/ride'
import { setMeshes } from '../../src/stage/set-object'
import { act, performance, sliceOf } from './slices'

const set = designSet({ locationKey: 'int-car-driving', location: 'CAR - DRIVING', setting: 'INT' })
const travel = set.travel!
const seat = set.marks.find((m) => m.group === 'wheel')!
const slice = {
  ...sliceOf([
    performance('mara', {
      where: [{ kind: 'stay', t0: -1, t1: 9, position: seat.position, yaw: 0, stance: 'sit', seatHeightM: seat.seatHeightM! }],
      acts: [act('drive', 0, 8)],
    }),
  ]),
  set,
}

describe('what is driven', () => {
  it('is where a frame says, in whatever order frames are asked for', () => {
    const frames = [0, 7, 24, 48, 90]
    const first = frames.map((f) => frameState(slice, f))
    const again = [...frames].reverse().map((f) => frameState(structuredClone(slice), f))
    expect(again.reverse()).toEqual(first)
    for (const state of first) expect(() => FrameState.parse(state)).not.toThrow()
  })

  it('comes as far as its speed says', () => {
    const at = (f: number) => frameState(slice, f).ride!.travelledM
    expect(at(48) - at(0)).toBeCloseTo(travel.speedMps * 2, 4)
  })

  it('moves on its springs, a little, and never by a jolt', () => {
    const rides = Array.from({ length: 96 }, (_, f) => frameState(slice, f).ride!)
    const heave = rides.map((r) => r.heave)
    expect(Math.max(...heave) - Math.min(...heave)).toBeGreaterThan(0.004)
    for (const [i, r] of rides.entries()) {
      expect(Math.abs(r.heave)).toBeLessThan(0.02)
      expect(Math.abs(r.pitch) + Math.abs(r.roll)).toBeLessThan(0.03)
      if (i > 0) expect(Math.abs(r.heave - heave[i - 1]!)).toBeLessThan(0.006)
    }
    expect(new Set(rides.map((r) => r.steer)).size).toBeGreaterThan(20)
    expect(rides[30]!.steer).toBeCloseTo(steerAt(30 / 24), 5)
  })

  it('takes its people along: their heads nod with the road', () => {
    const still = frameState({ ...slice, set: { ...set, travel: undefined } }, 40)
    expect(still.ride).toBeUndefined()
    expect(frameState(slice, 40).actors[0]!.bones).not.toEqual(still.actors[0]!.bones)
  })
})

describe('what goes by', () => {
  it('has a lamp from half a gap ahead to half a gap behind', () => {
    const lamps = travel.lamps!
    for (let m = 0; m < 300; m += 3.7) {
      const off = lampOffM(lamps, m)
      expect(Math.abs(off)).toBeLessThanOrEqual(lamps.everyM / 2 + 1e-9)
      expect(lampOffM(lamps, m + lamps.everyM)).toBeCloseTo(off, 6)
    }
    // It comes nearer, metre by metre.
    expect(lampOffM(lamps, lamps.first[2] - 5)).toBeCloseTo(5)
    expect(lampOffM(lamps, lamps.first[2] + 5)).toBeCloseTo(-5)
  })

  it('shades the sun where trees stand beside the road, and nowhere else', () => {
    const sun = [0.8, 0.35, 0.2] as const
    const all = Array.from({ length: 416 }, (_, i) => shadeOfPassing(travel, sun, i / 4))
    expect(Math.min(...all)).toBeLessThan(0.6)
    expect(Math.max(...all)).toBe(1)
    for (let i = 1; i < all.length; i++) expect(Math.abs(all[i]! - all[i - 1]!)).toBeLessThan(0.3)
    expect(shadeOfPassing({ ...travel, beside: [] }, sun, 10)).toBe(1)
  })

  it('is the same land at both ends of a length', () => {
    const meshes = setMeshes(set)
    const { array } = meshes.travel!.solid.attributes.position!
    const edge = (z: number) => {
      const out = new Map<string, number>()
      for (let i = 0; i < array.length; i += 3)
        if (Math.abs(array[i + 2]! - z) < 1e-4 && array[i + 1]! > -0.03) out.set(array[i]!.toFixed(2), array[i + 1]!)
      return out
    }
    const [start, end] = [edge(0), edge(travel.lengthM)]
    let compared = 0
    for (const [x, y] of start) {
      const other = end.get(x)
      if (other === undefined || y > 12) continue
      compared += Math.abs(other - y) < 0.01 ? 1 : 0
    }
    expect(compared).toBeGreaterThan(20)
    expect(meshes.travel!.wheel).toBeDefined()
  })
})
