import { describe, expect, it } from 'vitest'
import { cameraWay, lensNamed, PRIMES_MM, supportFor, TRACK_PIECE_M } from '../../../src/departments/camera'
import { CAMERA_MOUNTS, type CameraPlan, type Vec3 } from '../../../src/film'

const key = (t: number, position: Vec3, target: Vec3 = [0, 1.5, 0]) => ({ t, position, target, roll: 0 })
const camera = (keys: CameraPlan['keys'], handheld = 0): Pick<CameraPlan, 'keys' | 'ease' | 'handheld'> => ({
  keys,
  ease: 'linear',
  handheld,
})
const at = (y: number) => camera([key(0, [0, y, 3])])

describe('cameraWay', () => {
  it('measures the floor, the rise and the turn', () => {
    const way = cameraWay(camera([key(0, [0, 1, 4], [0, 1, 0]), key(4, [3, 2, 4], [3, 2, 0])]), 4)
    expect(way.floorM).toBeCloseTo(3, 6)
    expect(way.riseM).toBeCloseTo(1, 6)
    expect(way.turns).toBeCloseTo(0, 6)
    const round = cameraWay(camera([key(0, [0, 1, 3]), key(4, [3, 1, 0])]), 4)
    expect(round.turns).toBeCloseTo(Math.PI / 2, 3)
  })
})

describe('supportFor', () => {
  it.each([
    [0.3, 'hi-hat'],
    [0.8, 'short legs'],
    [1.5, 'sticks'],
    [2.2, 'tall sticks'],
    [4, 'crane with remote head'],
    [15, 'drone'],
  ])('at %d m a camera that rests stands on %s', (height, name) => {
    expect(supportFor(at(height), 'static', 4).name).toBe(name)
  })
  it('a mounted camera takes its mount, however it goes', () => {
    for (const rig of CAMERA_MOUNTS) expect(supportFor({ ...at(1.5), rig }, 'push-in', 4).name).not.toMatch(/sticks|dolly|crane/)
    expect(supportFor({ ...at(1), rig: 'door' }, 'static', 4)).toMatchObject({ name: 'hostess tray (side mount)' })
  })
  it('lays as much track as the way takes, in whole pieces', () => {
    const dolly = supportFor(camera([key(0, [0, 1.5, 5]), key(4, [0, 1.5, 2])]), 'push-in', 4)
    expect(dolly.name).toBe('dolly with column')
    expect(dolly.trackM).toBeGreaterThanOrEqual(3 + 1.2)
    expect(dolly.trackM! / TRACK_PIECE_M).toBeCloseTo(2, 9)
    expect(supportFor(camera([key(0, [0, 1.5, 3]), key(4, [0, 1.5, 2.4])]), 'push-in', 4).name).toMatch(/^slider/)
  })
  it('cranes what rises, walks what follows far, shoulders what is held', () => {
    expect(supportFor(camera([key(0, [0, 1, 5]), key(4, [0, 3.2, 4])]), 'crane', 4)).toMatchObject({
      name: 'crane with remote head',
      armM: 5,
    })
    expect(supportFor(camera([key(0, [0, 1.5, 9]), key(8, [0, 1.5, 2])], 0.12), 'track', 8).name).toMatch(/^stabiliser/)
    expect(supportFor(camera([key(0, [0, 1.5, 3])], 0.42), 'handheld', 4).name).toBe('shoulder rig')
  })
})

describe('lensNamed', () => {
  it('takes the prime that is near, else a zoom', () => {
    for (const mm of PRIMES_MM) expect(lensNamed(mm)).toBe(`prime ${mm} mm`)
    expect(lensNamed(24)).toBe('prime 25 mm')
    expect(lensNamed(58)).toBe('zoom 28–76 mm')
    expect(lensNamed(240)).toBe('zoom 120–320 mm')
  })
})
