import { Vector3 } from 'three/webgpu'
import { beforeAll, expect, test } from 'vitest'
import { type ShotSlice, SKY_DEPTH } from '../../src/film'
import type { FilmRenderer, FramePasses } from '../../src/render'
import { SCENE_IDS } from '../../src/stage'
import { FRAME, passesStudio } from './passes-studio'

/*
 * What is measured of a frame; passes of light, colour and ids are in tests/deep, for they take seconds to compile.
 */

let film: FilmRenderer
let inside: ShotSlice
let outside: ShotSlice
let passes: FramePasses
/** Whose each pixel of the picture is. */
let ids: Uint32Array
const MEASURED = ['depth', 'position', 'normal', 'motion'] as const

beforeAll(async () => {
  ;({ film, inside, outside } = await passesStudio())
  film.draw(FRAME)
  ids = (await film.readIds()).ids
  passes = await film.passes(FRAME, MEASURED)
})

const isPerson = (id: number | undefined) => id !== undefined && id >= SCENE_IDS.person && id < SCENE_IDS.prop

test('[RND-03] depth, normal and position are of the point that a pixel shows', () => {
  const { camera } = film.stage
  const [depth, position, normal] = (['depth', 'position', 'normal'] as const).map((n) => passes.measured.get(n)!) as Float32Array[]
  const { width, height } = passes
  let [off, apart, faced] = [0, 0, 0]
  const p = new Vector3()
  for (let i = 0; i < width * height; i++) {
    p.fromArray(position!, i * 3)
    const towards = camera.position.clone().sub(p)
    apart = Math.max(apart, Math.abs(p.clone().applyMatrix4(camera.matrixWorldInverse).z + depth![i]!))
    if (towards.dot(new Vector3().fromArray(normal!, i * 3)) > -0.15 * towards.length()) faced++
    p.project(camera)
    const [x, y] = [((p.x + 1) / 2) * width, ((1 - p.y) / 2) * height]
    off = Math.max(off, Math.abs(x - (i % width) - 0.5), Math.abs(y - Math.floor(i / width) - 0.5))
  }
  // Pixels, metres.
  expect(off).toBeLessThan(0.05)
  expect(apart).toBeLessThan(1e-3)
  expect(faced / (width * height)).toBeGreaterThan(0.97)
})

test('[RND-03] motion leads to where the next frame has the same point, and the sky is nowhere', async () => {
  film.draw(FRAME + 1)
  const seen = (await film.readIds()).ids
  const next = await film.passes(FRAME + 1, ['position', 'motion'])
  const [motion, position, back] = [passes.measured.get('motion')!, passes.measured.get('position')!, next.measured.get('motion')!]
  const { width, height } = passes
  let [people, moved, returned, still, most] = [0, 0, 0, 0, 0]
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [motion[i * 4]!, motion[i * 4 + 1]!]
    const to = Math.round((i % width) + x) + width * Math.round(Math.floor(i / width) - y)
    if (isPerson(ids[i])) {
      people++
      most = Math.max(most, Math.hypot(x, y))
      if (seen[to] === ids[i]) moved++
      if (Math.hypot(back[to * 4 + 2]! + x, back[to * 4 + 3]! + y) < 0.3) returned++
    } else if (Math.hypot(x, y) === 0) {
      const there = new Vector3().fromArray(next.measured.get('position')!, to * 3)
      if (there.distanceTo(new Vector3().fromArray(position, i * 3)) < 1e-3) still++
    }
  }
  expect(people).toBeGreaterThan(400)
  expect(most).toBeGreaterThan(0.2)
  expect(moved / people).toBeGreaterThan(0.96)
  expect(returned / people).toBeGreaterThan(0.96)
  expect(still).toBeGreaterThan((width * height) / 2)
  await film.load(outside)
  const { measured } = await film.passes(5, ['depth', 'normal'])
  const sky = [...measured.get('depth')!].flatMap((d, i) => (d === SKY_DEPTH ? [i] : []))
  expect(sky.length).toBeGreaterThan(0)
  for (const i of sky) expect([...measured.get('normal')!.subarray(i * 3, i * 3 + 3)]).toEqual([0, 0, 0])
})

test('[RND-03] passes are a function of the frame, and the picture stays what it is', async () => {
  await film.load(inside)
  film.draw(FRAME)
  const hash = await film.hash()
  const again = await film.passes(FRAME, MEASURED)
  for (const name of MEASURED) expect(again.measured.get(name)).toEqual(passes.measured.get(name))
  film.draw(FRAME)
  expect(await film.hash()).toBe(hash)
})

test('must fail: passes of another frame are others', async () => {
  const { measured } = await film.passes(FRAME + 9, ['motion'])
  expect(measured.get('motion')).not.toEqual(passes.measured.get('motion'))
  expect([...measured.keys()]).toEqual(['motion'])
})
