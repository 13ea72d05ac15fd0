import { beforeAll, expect, test } from 'vitest'
import { PASS_NAMES, type PassName, type ShotSlice, SKY_DEPTH } from '../../src/film'
import type { FilmRenderer, FramePasses } from '../../src/render'
import { SCENE_IDS } from '../../src/stage'
import { FRAME, passesStudio } from '../gpu/passes-studio'
import { formatOf, QUICK, SMALL } from '../purity/studio'

let film: FilmRenderer
let inside: ShotSlice
let outside: ShotSlice
let passes: FramePasses

const at = ({ measured, ids }: FramePasses, name: PassName) => measured.get(name as never) ?? ids.get(name as never)

beforeAll(async () => {
  ;({ film, inside, outside } = await passesStudio())
  passes = await film.passes(FRAME, PASS_NAMES)
})

test('[RND-03] passes are a function of the frame, and the picture stays what it is', async () => {
  film.draw(FRAME)
  const hash = await film.hash()
  await film.load(outside)
  const sky = await film.passes(5, ['depth', 'motion'])
  expect([...sky.measured.get('depth')!].some((d) => d === SKY_DEPTH)).toBe(true)
  await film.load(inside)
  const again = await film.passes(FRAME, ['position', 'motion', 'albedo', 'object'])
  for (const name of ['position', 'motion', 'albedo', 'object'] as const) expect(at(again, name)).toEqual(at(passes, name))
  expect(again.measured.has('depth')).toBe(false)
  film.draw(FRAME)
  expect(await film.hash()).toBe(hash)
  const other = await film.passes(FRAME + 9, ['position'])
  expect(at(other, 'position')).not.toEqual(at(passes, 'position'))
})

test('[RND-03] ids are those of the picture', async () => {
  film.draw(FRAME)
  const { ids } = await film.readIds()
  expect(passes.ids.get('object')!.samples[0]!.every((id, i) => id === ids[i])).toBe(true)
})

test('[RND-03] the passes of sub-frames are means: shares between 0 and 1 at edges, as many ids as sub-frames', async () => {
  const { width, height } = passes
  await film.setFormat({ ...formatOf(), ...SMALL, quality: { ...QUICK, subframes: 4 } }, 16 / 9)
  const fine = await film.passes(FRAME, ['beauty', 'character', 'albedo'])
  const { samples } = fine.ids.get('character')!
  expect(samples.length).toBe(4)
  const covered = Array.from({ length: width * height }, (_, i) => samples.filter((ids) => ids[i] !== 0).length)
  for (const n of [0, 1, 2, 3, 4]) expect(covered.filter((c) => c === n).length, `${n} of 4`).toBeGreaterThan(10)
  const [one, mean] = [passes, fine].map(({ measured }) => measured.get('beauty')!.reduce((a, v) => a + v) / width / height) as [
    number,
    number,
  ]
  expect(mean / one).toBeCloseTo(1, 1)
  await film.setFormat({ ...formatOf(), ...SMALL, quality: QUICK }, 16 / 9)
})

test('[RND-03] shares are shares; what is lit has a colour; ids have names', () => {
  for (const name of ['ao', 'shadow'] as const) {
    const values = passes.measured.get(name)!
    const [low, high] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))]
    expect(low).toBeGreaterThanOrEqual(0)
    expect(high).toBeLessThanOrEqual(1)
    expect(low, name).toBeLessThan(0.75)
    expect(high, name).toBeGreaterThan(0.95)
  }
  const albedo = passes.measured.get('albedo')!
  expect(albedo.every((v) => v >= 0 && v <= 1)).toBe(true)
  const object = passes.ids.get('object')!
  for (const id of new Set(object.samples[0])) expect(id === SCENE_IDS.none || object.names.has(id)).toBe(true)
  const material = passes.ids.get('material')!
  const made = new Set([...material.samples[0]!].map((id) => material.names.get(id)))
  expect(made.has(undefined)).toBe(false)
  for (const name of ['skin', 'hair', 'wood', 'tile']) expect([...made]).toContain(name)
  expect([...new Set(passes.ids.get('character')!.names.values())].sort()).toEqual(inside.cast.map((c) => c.key).sort())
})

test('must fail: passes of another frame are others', async () => {
  const other = await film.passes(FRAME + 9, ['motion'])
  expect(at(other, 'motion')).not.toEqual(at(passes, 'motion'))
})
