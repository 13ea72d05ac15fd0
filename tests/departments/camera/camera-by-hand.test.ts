import { describe, expect, it } from 'vitest'
import { cameraByHand, cameraWayAt } from '../../../src/departments/camera'
import type { CameraPlan, HandEdit } from '../../../src/film'

const CAMERA: CameraPlan = {
  sensorWidthMm: 24.89,
  lensMm: 35,
  fStop: 2.8,
  shutterAngleDeg: 180,
  keys: [
    { t: 0, position: [0, 1.5, 3], target: [0, 1.4, 0], roll: 0 },
    { t: 2, position: [0, 1.5, 2], target: [0, 1.4, 0], roll: 0 },
  ],
  ease: 'smooth',
  handheld: 0,
  focus: { kind: 'distance', metres: 3 },
  why: ['because'],
}
const edit = (path: string, value: HandEdit['value']): HandEdit => ({ target: 'shot', path, value, base: 0 })

describe('a camera moved by hand', () => {
  it('goes where it is put, looks where it is told, and says so', () => {
    const { camera, lost } = cameraByHand(CAMERA, [
      edit('camera.keys.1.position', [1, 2, 3]),
      edit('camera.keys.0.target', [4, 5, 6]),
      edit('camera.lensMm', 85),
    ])
    expect(lost).toEqual([])
    expect(camera.keys.map((k) => k.position)).toEqual([
      [0, 1.5, 3],
      [1, 2, 3],
    ])
    expect(camera.keys[0]?.target).toEqual([4, 5, 6])
    expect(camera.lensMm).toBe(85)
    expect(camera.why.at(-1)).toBe('moved by hand')
    expect(CAMERA.keys[1]?.position).toEqual([0, 1.5, 2])
  })

  it('stops down, focuses, eases and shakes as it is set; a zoom keeps its range', () => {
    const zoom: CameraPlan = { ...CAMERA, keys: CAMERA.keys.map((k, i) => ({ ...k, lensMm: i === 0 ? 35 : 70 })) }
    const { camera, lost } = cameraByHand(zoom, [
      edit('camera.lensMm', 50),
      edit('camera.fStop', 8),
      edit('camera.focusM', 1.5),
      edit('camera.ease', 'linear'),
      edit('camera.handheld', 4),
      edit('camera.ease', 'bouncy'),
    ])
    expect(camera).toMatchObject({ lensMm: 50, fStop: 8, focus: { kind: 'distance', metres: 1.5 }, ease: 'linear', handheld: 1 })
    expect(camera.keys.map((k) => k.lensMm)).toEqual([50, 100])
    expect(lost.map((e) => e.value)).toEqual(['bouncy'])
  })

  it('goes through points that were put in, moved in time and taken out, in any order they are said', () => {
    const added = [edit('camera.keys.500.target', [1, 1, 1]), edit('camera.keys.500.at', 1), edit('camera.keys.0.at', 0.5)]
    const { camera, lost } = cameraByHand(CAMERA, added)
    expect(lost).toEqual([])
    expect(camera.keys.map(({ t, n }) => [t, n])).toEqual([
      [0.5, 0],
      [1, 500],
      [2, 1],
    ])
    // It is put where the camera is then, and looks where it is told.
    const { position, target } = cameraWayAt(CAMERA, 1)
    expect(position[2]).toBeCloseTo(2.5)
    expect(cameraByHand(CAMERA, [added[1]!]).camera.keys[1]).toMatchObject({ position, target })
    expect(camera.keys[1]?.target).toEqual([1, 1, 1])
    const less = cameraByHand(CAMERA, [...added, edit('camera.keys.0.gone', 1), edit('camera.keys.0.position', [9, 9, 9])])
    expect([less.lost, less.camera.keys.map((k) => k.n)]).toEqual([[], [500, 1]])
  })

  it('takes no two points at one time, and not the last one away', () => {
    const both = [edit('camera.keys.7.at', 2.01), edit('camera.keys.7.at', -1)]
    expect(cameraByHand(CAMERA, both).lost).toEqual(both)
    const none = cameraByHand(CAMERA, [edit('camera.keys.0.gone', 1), edit('camera.keys.1.gone', 1)])
    expect([none.lost.map((e) => e.path), none.camera.keys.length]).toEqual([['camera.keys.1.gone'], 1])
  })

  it('takes no lens that there is not, and says what it has nothing of', () => {
    expect(cameraByHand(CAMERA, [edit('camera.lensMm', 9000)]).camera.lensMm).toBe(400)
    const stray = [edit('camera.keys.2.position', [0, 0, 0]), edit('camera.keys.0.position', 3), edit('people.mara', [0, 0, 0])]
    const { camera, lost } = cameraByHand(CAMERA, stray)
    expect(lost).toEqual(stray)
    expect(camera).toBe(CAMERA)
  })
})
