import { expect, test } from 'vitest'
import { setMeshes } from '../../src/stage'
import { camerasIn, floating, headings, inEachOther, outOfReach, setOf } from '../departments/art/any-set'
import { threadMs } from './thread-ms'

/** Headings of places in any words, and how many a set's time is measured of. */
const HEADINGS = 1000
const TIMED = 250

test('a thousand headings: nothing floats or stands in another, every mark is reached, a wide and a close camera are there', () => {
  const wrong = {
    inEachOther: [] as string[],
    floating: [] as string[],
    outOfReach: [] as string[],
    wide: [] as string[],
    close: [] as string[],
  }
  for (const heading of headings(HEADINGS)) {
    const set = setOf(heading)
    const name = `${heading.setting}. ${heading.location}`
    const say = (faults: readonly string[]) => faults.map((f) => `${name}: ${f}`)
    wrong.inEachOther.push(...say(inEachOther(set)))
    wrong.floating.push(...say(floating(set)))
    wrong.outOfReach.push(...say(outOfReach(set)))
    const cameras = camerasIn(heading)
    for (const size of ['wide', 'close'] as const) if (!cameras[size]) wrong[size].push(name)
  }
  const counts = Object.fromEntries(Object.entries(wrong).map(([rule, list]) => [rule, { count: list.length, first: list.slice(0, 3) }]))
  console.log(`must any-set ${JSON.stringify({ headings: HEADINGS, ...counts })}`)
  expect.soft(wrong.inEachOther).toEqual([])
  expect.soft(wrong.outOfReach).toEqual([])
  expect.soft(wrong.floating).toEqual([])
  // Deep in a forest a trunk may hide whoever is far away.
  expect.soft(wrong.wide.length / HEADINGS).toBeLessThan(0.01)
  expect.soft(wrong.close.length / HEADINGS).toBeLessThan(0.01)
})

test('sets are built, as a worker builds them', () => {
  const times: { readonly name: string; readonly ms: number }[] = []
  for (const [i, heading] of headings(TIMED).entries()) {
    const built = { triangles: 0 }
    const ms = threadMs(() => {
      built.triangles = setMeshes(setOf(heading)).solid.chunks.reduce((sum, c) => sum + c.index.length / 3, 0)
    })
    expect(built.triangles).toBeGreaterThan(0)
    // The first ones compile what builds.
    if (i >= 5) times.push({ name: `${heading.setting}. ${heading.location}`, ms: Math.round(ms) })
  }
  times.sort((a, b) => b.ms - a.ms)
  const told = { sets: times.length, median: times[times.length >> 1]!.ms, worst: times[0]!.ms, slowest: times.slice(0, 4) }
  console.log(`must set-builds ${JSON.stringify(told)}`)
})
