import { beforeAll, expect, test } from 'vitest'
import { styleByName } from '../../src/departments/retro'
import { pictureOfLight } from '../../src/encode'
import { numberOfHalf } from '../../src/encode/half-light'
import type { ShotSlice } from '../../src/film'
import { type FilmRenderer, QUALITY, type QualityProfile } from '../../src/render'
import { mixParams } from '../../src/render/kernels'
import { planOf, QUICK, sharedRenderer, slicesOf, TINY, TINY_FILM } from '../purity/studio'
import { mixLight } from '../reference/mix-light'

let film: FilmRenderer
let inside: ShotSlice
let outside: ShotSlice
const ASPECT = 16 / 9
const formatOf = (light: boolean, quality: QualityProfile = QUICK) => ({ ...TINY, style: styleByName('hollywood'), quality, light })
const SUBFRAMES: QualityProfile = { ...QUALITY.production, subframes: 2, aoSamples: 0, shadowMapSize: 256 }

beforeAll(async () => {
  film = await sharedRenderer()
  const slices = slicesOf(planOf(TINY_FILM))
  inside = slices.find((s) => s.set.interior) as ShotSlice
  outside = slices.find((s) => !s.set.interior) as ShotSlice
})

async function lightOf(slice: ShotSlice, frame: number, quality?: QualityProfile): Promise<Uint16Array> {
  await film.setFormat(formatOf(true, quality), ASPECT)
  await film.load(slice)
  film.draw(frame)
  return (await film.readLight()).light
}

/** Of colours' codes: the largest and the mean difference, and the part that is more than two apart. */
function apart(
  a: Uint8Array | Uint8ClampedArray,
  b: Uint8Array | Uint8ClampedArray,
): { readonly most: number; readonly mean: number; readonly unlike: number } {
  expect(a.length).toBe(b.length)
  const all = Array.from(a, (v, i) => Math.abs(v - b[i]!))
  const unlike = all.filter((d) => d > 2).length / all.length
  return { unlike, most: all.reduce((m, d) => Math.max(m, d), 0), mean: all.reduce((m, d) => m + d, 0) / all.length }
}

/** Part of a picture's values that stand at an edge: green steps by more than eight codes to the right or below. */
function atEdges(rgba: Uint8Array | Uint8ClampedArray): number {
  let edges = 0
  const green = (x: number, y: number) => rgba[4 * (y * TINY.width + x) + 1]!
  for (let y = 0; y + 1 < TINY.height; y++)
    for (let x = 0; x + 1 < TINY.width; x++)
      if (Math.max(Math.abs(green(x + 1, y) - green(x, y)), Math.abs(green(x, y + 1) - green(x, y))) > 8) edges++
  return edges / (TINY.width * TINY.height)
}

test.each([
  // Where edges are smoothed after the fact, finer values decide otherwise at a few of them.
  ['one sub-frame', QUICK, 24, 0.015],
  ['several', SUBFRAMES, 2, 0],
] as const)('[ED-04] light of %s is the picture, decoded before it was rounded to eight bits', async (_, quality, largest, part) => {
  const light = await lightOf(outside, 7, quality)
  await film.setFormat(formatOf(false, quality), ASPECT)
  film.draw(7)
  const picture = await film.readPicture()
  const { most, mean, unlike } = apart(pictureOfLight(light), picture)
  expect(most).toBeLessThanOrEqual(largest)
  expect(unlike).toBeLessThanOrEqual(part * atEdges(picture))
  expect(mean).toBeLessThan(0.3)
  const values = new Set(light.filter((_, i) => i % 4 === 1))
  expect(values.size).toBeGreaterThan(2 * new Set(picture.filter((_, i) => i % 4 === 1)).size)
  for (const half of values) expect(numberOfHalf(half)).toBeGreaterThanOrEqual(0)
  for (const half of values) expect(numberOfHalf(half)).toBeLessThanOrEqual(1)
})

test('depends on nothing drawn before it, and leaves pictures as they were', async () => {
  await film.setFormat(formatOf(false), ASPECT)
  await film.load(inside)
  film.draw(5)
  const hash = await film.hash()
  const first = await lightOf(inside, 5)
  expect(await lightOf(outside, 3)).not.toEqual(first)
  expect(await lightOf(inside, 5)).toEqual(first)
  await film.setFormat(formatOf(false), ASPECT)
  film.draw(5)
  expect(await film.hash()).toBe(hash)
})

test('a transition mixes light as a movie mixes pictures', async () => {
  const a = await lightOf(inside, 10)
  const b = await lightOf(outside, 4)
  await film.loadPair(inside, outside)
  for (const kind of ['dissolve', 'fade-black'] as const) {
    film.drawTransition({ kind, frameA: 10, frameB: 4, t: 0.4 })
    const mixed = (await film.readLight()).light
    const { part } = mixParams(kind, 0.4, TINY.width)
    const [w1, w2] = kind === 'dissolve' ? [4096 - part, part] : [4096 - 2 * part, 0]
    let most = 0
    for (let i = 0; i < mixed.length; i++)
      if (i % 4 < 3) {
        const wanted = mixLight(numberOfHalf(a[i]!), numberOfHalf(b[i]!), w1, w2)
        most = Math.max(most, Math.abs(numberOfHalf(mixed[i]!) - wanted) / Math.max(wanted, 1 / 256))
      }
    // Half floats have eleven bits.
    expect(most).toBeLessThan(2 ** -10)
  }
})

test('stands between black bars where the film has another aspect', async () => {
  await film.setFormat(formatOf(true), 4 / 3)
  await film.load(inside)
  film.draw(5)
  const { width, height, light } = await film.readLight()
  expect([width, height, light.length]).toEqual([TINY.width, TINY.height, TINY.width * TINY.height * 4])
  const lit = (x: number) => Array.from({ length: height }, (_, y) => light[(y * width + x) * 4 + 1]!).some((half) => half > 0)
  // 54 lines of 4:3 are 72 columns in the middle of 96.
  expect([0, 11, 12, 48, 83, 84, 95].map(lit)).toEqual([false, false, true, true, true, false, false])
})

test('says which styles have no light, and when there is none yet', async () => {
  await expect(film.setFormat({ ...formatOf(true), style: styleByName('gameboy') }, ASPECT)).rejects.toThrow('got gameboy')
  await film.setFormat(formatOf(false), ASPECT)
  await expect(film.readLight()).rejects.toThrow('set a format with light')
})
