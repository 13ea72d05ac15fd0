import { describe, expect, it } from 'vitest'
import { type ShotSlice, type Vec3, whereAt } from '../../src/film'
import { openProduction } from '../../src/production/open-production'
import { sliceOf } from '../../src/production/phases'
import { putByHand } from '../../src/production/put-by-hand'

const SCRIPT = `INT. WORKSHOP - NIGHT

HALDOR (58) stands at the workbench. WREN (24) stands beside him.

HALDOR
Hold the lamp closer.
`
const opened = openProduction({ files: [{ name: 'bench.fountain', bytes: new TextEncoder().encode(SCRIPT) }], main: 'bench.fountain' })
if (!opened.ok) throw new Error('the script does not open')
const { store } = opened.film
const slice: ShotSlice = sliceOf(store, store.plan.shots[0]?.key ?? '')
const { set, shot } = slice
const [camera] = shot.camera.keys
if (!camera) throw new Error('the shot has no camera')
const put = (kind: 'camera' | 'aim' | 'lamp' | 'person', from: Vec3, to: Vec3, gridM = 0) =>
  putByHand(slice, { kind, key: '0', place: from }, { place: to, gridM }, 0)

describe('what a hand puts somewhere', () => {
  it('stays inside of walls, floor and ceiling', () => {
    for (const kind of ['camera', 'lamp'] as const) {
      const { place, held } = put(kind, camera.position, [99, 99, 99])
      expect(held).toMatch(/hold it back/)
      expect(place[0]).toBeLessThan(set.widthM / 2)
      expect(place[1]).toBeLessThan(set.heightM)
      expect(place[2]).toBeLessThan(set.depthM / 2)
      expect(put(kind, camera.position, [0, -5, 0]).place[1]).toBeGreaterThan(0)
    }
    expect(put('aim', camera.target, [0, -5, 0]).place[1]).toBe(0)
  })

  it('is in nothing solid and in nobody, and says in what it would be', () => {
    const bench = set.placements.find((p) => p.prop === 'workbench')
    if (!bench) throw new Error('the workshop has no bench')
    const inside: Vec3 = [bench.position[0], bench.size[1] / 2, bench.position[2]]
    expect(put('camera', camera.position, inside).refused).toBe('the camera would be inside of the workbench')
    expect(put('lamp', [0, 2, 0], inside).refused).toBe('the lamp would be inside of the workbench')
    const haldor = whereAt(shot.performances.find((p) => p.character === 'haldor')?.where ?? [], 0).position
    expect(put('camera', camera.position, [haldor[0], 1.6, haldor[2]]).refused).toBe('the camera would be in HALDOR')
    expect(put('camera', camera.position, camera.target).refused).toBe('the camera would look at itself')
    expect(put('camera', camera.position, camera.position)).toEqual({ place: camera.position.map((v) => Math.round(v * 1000) / 1000) })
  })

  it('keeps to the grid where it is moved, and nowhere else', () => {
    const { place } = put('person', [0.1234, 0, 0.4321], [0.5678, 0, 0.4321], 0.1)
    expect(place).toEqual([0.6, 0, 0.432])
  })
})
