import { describe, expect, it } from 'vitest'
import { type CameraPlan, quatRotate, type ShotSlice, type Vec3 } from '../../../src/film'
import { frameState } from '../../../src/motion'
import { CAMERA_FILES, cameraFile, cameraFrames } from '../../../src/production/camera-files'
import { openProduction } from '../../../src/production/open-production'
import { sliceOf } from '../../../src/production/phases'
import { sample } from '../master/files'

const opened = openProduction({ files: [sample('night-owls.fountain')], main: 'night-owls.fountain' })
if (!opened.ok) throw new Error('the sample does not open')
const { store } = opened.film
const still = sliceOf(store, store.plan.shots[0]!.key)

/** Goes once round, leaning and hand-held: every angle passes where it turns over. */
const ROUND: CameraPlan = {
  ...still.shot.camera,
  keys: Array.from({ length: 9 }, (_, i) => {
    const a = (i / 8) * Math.PI * 2
    return {
      t: i / 2,
      position: [3 * Math.sin(a), 1 + i / 4, 3 * Math.cos(a)] as Vec3,
      target: [0, 1.4, 0] as Vec3,
      roll: 0.3 * Math.sin(a),
    }
  }),
  handheld: 0.5,
}
const slice: ShotSlice = { ...still, shot: { ...still.shot, frames: 96, camera: ROUND } }
const track = cameraFrames(slice)
const axes = track.frames.map(({ quaternion: q }) => ({
  right: quatRotate(q, [1, 0, 0]),
  up: quatRotate(q, [0, 1, 0]),
  back: quatRotate(q, [0, 0, 1]),
}))
function near(a: readonly number[], b: readonly number[], digits = 4): void {
  for (const [i, v] of a.entries()) expect(v).toBeCloseTo(b[i]!, digits)
}
const radians = (d: number) => (d * Math.PI) / 180

describe('camera files', () => {
  it('have the poses of the pictures', () => {
    for (const frame of [0, 17, 95]) {
      const { camera } = frameState(slice, frame)
      near(track.frames[frame]!.position, camera.position)
      near(track.frames[frame]!.quaternion, camera.quaternion)
      expect(track.frames[frame]!.fovY).toBeCloseTo(camera.fovY, 5)
    }
  })

  it('.chan turns by z, then x, then y, and never spins between frames', () => {
    const rows = cameraFile(slice, 'chan')
      .trimEnd()
      .split('\n')
      .map((l) => l.split('\t').map(Number))
    expect(rows).toHaveLength(96)
    rows.forEach(([frame, tx, ty, tz, rx, ry, rz, fov], i) => {
      expect(frame).toBe(i + 1)
      near([tx!, ty!, tz!], track.frames[i]!.position)
      const turn = (v: Vec3): Vec3 => {
        const [x, y, z] = [radians(rx!), radians(ry!), radians(rz!)]
        const byZ: Vec3 = [v[0] * Math.cos(z) - v[1] * Math.sin(z), v[0] * Math.sin(z) + v[1] * Math.cos(z), v[2]]
        const byX: Vec3 = [byZ[0], byZ[1] * Math.cos(x) - byZ[2] * Math.sin(x), byZ[1] * Math.sin(x) + byZ[2] * Math.cos(x)]
        return [byX[0] * Math.cos(y) + byX[2] * Math.sin(y), byX[1], -byX[0] * Math.sin(y) + byX[2] * Math.cos(y)]
      }
      near(turn([1, 0, 0]), axes[i]!.right)
      near(turn([0, 0, 1]), axes[i]!.back)
      expect(radians(fov!)).toBeCloseTo(track.frames[i]!.fovY, 5)
      const before = rows[i - 1]
      if (before) for (const k of [4, 5, 6]) expect(Math.abs(rows[i]![k]! - before[k]!)).toBeLessThan(30)
    })
  })

  it('After Effects looks at what the camera looks at, and leans as it does', () => {
    const text = cameraFile(slice, 'jsx')
    const keys = JSON.parse(`[${/var keys = \[([\s\S]*?)\n {2}\];/.exec(text)![1]}]`) as [Vec3, Vec3, number][]
    expect(keys).toHaveLength(96)
    const there = ([x, y, z]: Vec3): Vec3 => [x, -y, -z]
    keys.forEach(([position, aim, roll], i) => {
      near(
        position,
        there(track.frames[i]!.position).map((v) => v * 100),
        2,
      )
      const ahead = aim.map((v, k) => (v - position[k]!) / 100) as unknown as Vec3
      near(
        ahead,
        there(axes[i]!.back).map((v) => -v),
      )
      // Level, right is across the view and without height (y is down); then it turns clockwise about the view.
      const flat = Math.hypot(ahead[0], ahead[2])
      const right: Vec3 = [ahead[2] / flat, 0, -ahead[0] / flat]
      const down: Vec3 = [
        ahead[1] * right[2] - ahead[2] * right[1],
        ahead[2] * right[0] - ahead[0] * right[2],
        ahead[0] * right[1] - ahead[1] * right[0],
      ]
      expect(down[1]).toBeGreaterThan(0)
      const [c, s] = [Math.cos(radians(roll)), Math.sin(radians(roll))]
      near(
        right.map((v, k) => v * c + down[k]! * s),
        there(axes[i]!.right),
      )
    })
    expect(Math.max(...keys.map((k) => Math.abs(k[2])))).toBeGreaterThan(5)
  })

  it('Blender’s camera stands upright where z is up', () => {
    const keys = [...cameraFile(slice, 'py').matchAll(/^ {4}\(\((.*?)\), \((.*?)\), ([\d.]+)\),$/gm)].map((m) =>
      [m[1]!, m[2]!, m[3]!].map((t) => t.split(', ').map(Number)),
    )
    expect(keys).toHaveLength(96)
    const there = ([x, y, z]: Vec3): Vec3 => [x, -z, y]
    keys.forEach(([location, rotation, lens], i) => {
      near(location!, there(track.frames[i]!.position))
      expect(lens![0]).toBeCloseTo(track.frames[i]!.lensMm, 4)
      const [w, x, y, z] = rotation as [number, number, number, number]
      near(quatRotate([x, y, z, w], [0, 1, 0]), there(axes[i]!.up))
      near(quatRotate([x, y, z, w], [0, 0, 1]), there(axes[i]!.back))
      const before = keys[i - 1]?.[1]
      if (before) expect(before.reduce((sum, v, k) => sum + v * rotation![k]!, 0)).toBeGreaterThan(0.9)
    })
  })

  it('glTF has a node a pose a frame', () => {
    const made = JSON.parse(cameraFile(slice, 'gltf'))
    const data = new Float32Array(Uint8Array.from(Buffer.from(made.buffers[0].uri.split(',')[1], 'base64')).buffer)
    expect(data.byteLength).toBe(made.buffers[0].byteLength)
    const read = (accessor: number, width: number, i: number) => {
      const { bufferView, count } = made.accessors[accessor]
      expect(count).toBe(96)
      const from = made.bufferViews[bufferView].byteOffset / 4 + i * width
      return [...data.slice(from, from + width)]
    }
    for (const i of [0, 50, 95]) {
      expect(read(0, 1, i)[0]).toBeCloseTo(i / 24, 5)
      near(read(1, 3, i), track.frames[i]!.position)
      near(read(2, 4, i), track.frames[i]!.quaternion)
    }
    expect(made.cameras[0].perspective.yfov).toBeCloseTo(track.frames[0]!.fovY, 9)
  })

  it('of every shot are numbers', () => {
    for (const { key } of store.plan.shots)
      for (const kind of Object.keys(CAMERA_FILES) as (keyof typeof CAMERA_FILES)[])
        expect(cameraFile(sliceOf(store, key), kind)).not.toMatch(/NaN|Infinity|undefined|null/)
  })
})
