import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { designSet } from '../../../src/departments/art'
import { placeCamera, Studio, sittersOf } from '../../../src/departments/camera'
import { bodiesAt } from '../../../src/departments/camera/sitter'
import { veil } from '../../../src/departments/camera/veil'
import type { Placement, Vec3 } from '../../../src/film'
import { FPS, planText } from '../previs/plan-text'

const room = designSet({ locationKey: 'int-diner', location: 'DINER', setting: 'INT' })
const thing = (x: number, y: number, z: number, size: Vec3): Placement => ({
  key: 'till-1',
  prop: 'till',
  position: [x, y, z],
  yaw: 0,
  size,
  seed: 1,
  blocks: false,
})
const with1 = (p: Placement) => Studio.of({ ...room, placements: [p] })
const body = { key: 'anna', x: 0, y: 0, z: 0, eyes: [0, 1.6, 0.06] as Vec3, away: false }
const lens: Vec3 = [0, 1.55, 3]

test('what stands before a face hides it, what stands beside or behind or below it does not', () => {
  const size: Vec3 = [0.5, 0.5, 0.4]
  expect(veil(with1(thing(0, 1.3, 1.5, size)), lens, body, 'MS')).toBe(1)
  expect(veil(with1(thing(0.4, 1.3, 1.5, size)), lens, body, 'MS')).toBe(0)
  expect(veil(with1(thing(0, 1.3, -1, size)), lens, body, 'MS')).toBe(0)
  expect(veil(with1(thing(0, 0.4, 1.5, size)), lens, body, 'MS')).toBe(0)
})

test('half a face is half hidden; a chest counts less, and not at all in a close-up', () => {
  expect(veil(with1(thing(0.3, 1, 1.5, [0.58, 1, 0.2])), lens, body, 'MS')).toBeCloseTo(0.5)
  const low = with1(thing(0, 0.9, 1.5, [0.8, 0.5, 0.2]))
  expect(veil(low, lens, body, 'MS')).toBeGreaterThan(0.1)
  expect(veil(low, lens, body, 'MS')).toBeLessThan(0.4)
  expect(veil(low, lens, body, 'CU')).toBe(0)
})

test('the thing one is in does not count, nor do people far off or lying down', () => {
  expect(veil(with1(thing(0, 0, 0.1, [0.8, 2, 0.8])), lens, body, 'MS')).toBe(0)
  const before = with1(thing(0, 1.3, 1.5, [0.5, 0.5, 0.4]))
  expect(veil(before, lens, body, 'WS')).toBe(0)
  expect(veil(before, lens, { ...body, eyes: [0, 0.7, 0.06] }, 'MS')).toBe(0)
})

test('in the diner nobody talks from behind the till', () => {
  const text = readFileSync(new URL('../../../public/samples/night-owls.fountain', import.meta.url), 'utf8')
  let looked = 0
  for (const { shots, set, cast, blocking } of planText(text).scenes) {
    const people = sittersOf(blocking.performances, cast)
    for (const shot of shots.shots) {
      if (shot.framing !== 'single' && shot.framing !== 'two-shot' && shot.framing !== 'reaction') continue
      const camera = placeCamera({ shot, sceneShots: shots, performances: blocking.performances, set, cast, aspect: 16 / 9, fps: FPS })
      const bodies = bodiesAt(people, (shot.startFrame + shot.frames / 2) / 24, set)
      const last = camera.keys.at(-1)!
      for (const key of shot.subjects.slice(0, shot.framing === 'two-shot' ? 2 : 1)) {
        const seen = bodies.find((b) => b.key === key)
        if (!seen) continue
        looked++
        expect(veil(Studio.of(set), last.position, seen, shot.size), `${shot.address} ${key}`).toBeLessThan(0.3)
      }
    }
  }
  expect(looked).toBeGreaterThan(20)
})
