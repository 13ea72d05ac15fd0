import { describe, expect, it } from 'vitest'
import { readScript } from '../../../src/departments/development'
import { cameraMount } from '../../../src/departments/previs/camera-directions'
import { figureOf, quatRotate, type ShotSlice, type Vec3 } from '../../../src/film'
import { frameState, worldJoints } from '../../../src/motion'
import { planFilm, sliceOf } from '../../../src/production'

const FILM = planFilm(
  readScript({
    name: 'mounts.fountain',
    bytes: new TextEncoder().encode(`EXT. PICKUP - MOVING - DAY

MARA (34, striped shirt) drives. PIP (6, dotted dress) sits beside her.

BONNET MOUNT. MARA laughs.

INT. DINER - NIGHT

BODY CAM: MARA walks to the window.

SECURITY CAMERA. MARA waves.

SNORRICAM ON MARA. She runs to the door.
`),
  }),
)
const slices = FILM.store.plan.shots.map((s) => sliceOf(FILM.store, s.key))
const by = (pattern: RegExp): ShotSlice => slices.find((s) => pattern.test(s.shot.camera.why.join()))!
/** How far off the middle of the picture a point is, radians. */
const off = (slice: ShotSlice, frame: number, point: Vec3): number => {
  const { position, quaternion } = frameState(slice, frame).camera
  const way = quatRotate(quaternion, [0, 0, -1])
  const to = point.map((v, k) => v - position[k]!)
  return Math.acos(to.reduce((sum, v, k) => sum + v * way[k]!, 0) / Math.hypot(...to))
}
const joint = (slice: ShotSlice, frame: number, bone: 'head' | 'upperChest'): Vec3 => {
  const state = frameState(slice, frame).actors.find((a) => a.key === 'mara')!
  return worldJoints(figureOf(slice.cast.find((c) => c.key === 'mara')!), state)[bone].position
}

describe('mounted cameras', () => {
  it('are read from a script in capitals, and from nothing that people look at', () => {
    expect(cameraMount('BONNET MOUNT. MARA laughs.')).toBe('bonnet')
    expect(cameraMount('FROM THE DASH CAM: the road.')).toBe('dash')
    expect(cameraMount('Rain. SECURITY CAMERA FOOTAGE: MARA waves.')).toBe('wall')
    expect(cameraMount('SNORRICAM ON MARA.')).toBe('face')
    expect(cameraMount('She looks at the security camera.')).toBeUndefined()
    expect(cameraMount('A camera car passes.')).toBeUndefined()
  })

  it('look from the bonnet at who drives, through the windscreen', () => {
    const slice = by(/on the bonnet/)
    const [ride] = slice.set.placements
    const { position } = frameState(slice, 5).camera
    expect(position[2]).toBeGreaterThan(ride!.position[2] + ride!.size[2] * 0.2)
    expect(Math.abs(position[0] - ride!.position[0])).toBeLessThan(ride!.size[0] / 2)
    expect(off(slice, 5, joint(slice, 5, 'head'))).toBeLessThan(0.35)
  })

  it('a pickup that is on its way is, from without too', () => {
    expect(slices[0]!.set.travel).toBeDefined()
    expect(slices[0]!.shot.camera.why.join()).toMatch(/camera car/)
    const ride = (frame: number) => frameState(slices[0]!, frame).ride!.travelledM
    expect(ride(24) - ride(0)).toBeGreaterThan(8)
  })

  it('on a body go with it: as far from the chest in every frame, with the face in the middle where it looks back', () => {
    for (const [pattern, metres] of [
      [/body camera/, Math.hypot(0.03, 0.08, 0.2)],
      [/at the face/, Math.hypot(0.3, 0.78)],
    ] as const) {
      const slice = by(pattern)
      for (const frame of [0, 9, 20]) {
        const { position } = frameState(slice, frame).camera
        const chest = joint(slice, frame, 'upperChest')
        const away = Math.hypot(...position.map((v, k) => v - chest[k]!))
        // Whoever walks up to a wall has the camera pushed back by it.
        const [x, z] = [slice.set.widthM / 2 - 0.12, slice.set.depthM / 2 - 0.12]
        const atWall = Math.abs(position[0]) > x - 1e-6 || Math.abs(position[2]) > z - 1e-6
        if (frame === 0) expect(atWall).toBe(false)
        expect(Math.abs(position[2]), `${pattern} ${frame}`).toBeLessThan(z + 1e-6)
        if (atWall) expect(away).toBeLessThan(metres)
        else expect(away, `${pattern} ${frame}`).toBeCloseTo(metres, 3)
        if (metres > 0.5) expect(off(slice, frame, joint(slice, frame, 'head'))).toBeLessThan(0.45)
      }
    }
  })

  it('on a wall hang high inside the room and see whom they are about', () => {
    const slice = by(/far corner/)
    const { position } = frameState(slice, 3).camera
    expect(position[1]).toBeGreaterThan(slice.set.heightM - 0.6)
    expect(Math.abs(position[0])).toBeLessThan(slice.set.widthM / 2)
    expect(off(slice, 3, joint(slice, 3, 'head'))).toBeLessThan(0.3)
  })
})
