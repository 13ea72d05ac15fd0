import { Vector3 } from 'three/webgpu'
import { beforeAll, expect, test } from 'vitest'
import { add, type CharacterSpec, figureOf, quatRotate, type ShotSlice } from '../../src/film'
import { frameState, worldJoints } from '../../src/motion'
import type { FilmRenderer, IdPicture } from '../../src/render'
import { SCENE_IDS, sceneObjects } from '../../src/stage'
import { formatOf, planOf, QUICK, SMALL, sharedRenderer, slicesOf, TINY_FILM } from '../purity/studio'

let film: FilmRenderer
let slices: ShotSlice[]

beforeAll(async () => {
  film = await sharedRenderer()
  slices = slicesOf(planOf(TINY_FILM))
  await film.setFormat({ ...formatOf(), ...SMALL, quality: QUICK }, 16 / 9)
})

const idOf = (slice: ShotSlice, key: string) => sceneObjects(slice).find((o) => o.kind === 'person' && o.key === key)?.id

async function idsAt(slice: ShotSlice, frame: number): Promise<IdPicture> {
  await film.load(slice)
  film.draw(frame)
  return film.readIds()
}

/** Ids in a small square round the middle of each visible person's head. */
function atHeads(slice: ShotSlice, frame: number, { width, height, ids }: IdPicture): { key: string; id: number | undefined }[] {
  return frameState(slice, frame).actors.flatMap((actor) => {
    const spec = slice.cast.find((c) => c.key === actor.key) as CharacterSpec
    const head = worldJoints(figureOf(spec), actor).head
    const middle = add(head.position, quatRotate(head.quaternion, [0, 0.09, 0.02]))
    const p = new Vector3(...middle).project(film.stage.camera)
    if (Math.abs(p.x) > 0.97 || Math.abs(p.y) > 0.97 || p.z > 1) return []
    const [x, y] = [Math.floor(((p.x + 1) / 2) * width), Math.floor(((1 - p.y) / 2) * height)]
    return [{ key: actor.key, id: ids[y * width + x] }]
  })
}

test('the id under a head is the id of whose head it is', async () => {
  const people = new Set<string>()
  let seen = 0
  let hidden = 0
  for (const slice of slices) {
    const frame = slice.shot.frames >> 1
    const picture = await idsAt(slice, frame)
    for (const { key, id } of atHeads(slice, frame, picture)) {
      seen++
      people.add(key)
      const own = idOf(slice, key)
      // Somebody or something may stand before the head; then none of the head is seen there.
      if (id !== own) hidden++
      else expect(picture.ids.filter((i) => i === own).length).toBeGreaterThan(8)
    }
  }
  expect([...people].sort()).toHaveLength(2)
  expect(seen).toBeGreaterThan(4)
  expect(hidden).toBeLessThanOrEqual(Math.floor(seen / 4))
})

test('every id is one of the slice, and a room shows itself and its furniture', async () => {
  for (const slice of [slices[0] as ShotSlice, slices.at(-1) as ShotSlice]) {
    const known = new Set<number>([SCENE_IDS.none, ...sceneObjects(slice).map((o) => o.id)])
    const shown = new Set((await idsAt(slice, 3)).ids)
    expect([...shown].filter((id) => !known.has(id))).toEqual([])
    expect(shown.has(SCENE_IDS.set)).toBe(true)
    expect([...shown].some((id) => id >= SCENE_IDS.placement)).toBe(true)
  }
})

test('after a seek the ids are the same', async () => {
  const slice = slices[0] as ShotSlice
  const first = await idsAt(slice, 8)
  await idsAt(slices.at(-1) as ShotSlice, 15)
  expect(await idsAt(slice, 8)).toEqual(first)
  film.draw(20)
  expect(await film.readIds()).not.toEqual(first)
  film.draw(8)
  expect(await film.readIds()).toEqual(first)
})

test('must fail: another shot has other ids', async () => {
  expect(await idsAt(slices[0] as ShotSlice, 8)).not.toEqual(await idsAt(slices.at(-1) as ShotSlice, 8))
})
