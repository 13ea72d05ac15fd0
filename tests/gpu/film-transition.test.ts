import { beforeAll, expect, test, vi } from 'vitest'
import { styleByName } from '../../src/departments/retro'
import type { ShotSlice } from '../../src/film'
import type { FilmRenderer } from '../../src/render'
import { mixParams } from '../../src/render/kernels'
import { hashFrame, planOf, QUICK, sharedRenderer, slicesOf, formatOf as studioFormat, TINY, TINY_FILM } from '../purity/studio'
import { mixPictures } from '../reference/mix-pictures'
import { firstDifference, type Picture } from '../reference/picture'

let film: FilmRenderer
let inside: ShotSlice
let outside: ShotSlice
const ASPECT = 16 / 9
const formatOf = (style = 'hollywood') => ({ ...studioFormat(style), quality: QUICK })
const HALF = { kind: 'dissolve', frameA: 10, frameB: 4, t: 0.5 } as const

beforeAll(async () => {
  film = await sharedRenderer()
  const slices = slicesOf(planOf(TINY_FILM))
  inside = slices.find((s) => s.set.interior) as ShotSlice
  outside = slices.find((s) => !s.set.interior) as ShotSlice
  await film.setFormat(formatOf(), ASPECT)
})

const read = async (): Promise<Picture> => ({ ...TINY, rgba: new Uint8Array(await film.readPicture()) })

async function transitionHash(transition: Parameters<FilmRenderer['drawTransition']>[0]): Promise<string> {
  await film.loadPair(inside, outside)
  film.drawTransition(transition)
  return film.hash()
}

test('begins and ends with the pictures of the shots, and in between is their mixture', async () => {
  await film.load(inside)
  film.draw(10)
  const a = await read()
  await film.load(outside)
  film.draw(4)
  const b = await read()
  await film.loadPair(inside, outside)
  film.drawTransition({ ...HALF, t: 0 })
  expect(firstDifference(await read(), a)).toBeNull()
  film.drawTransition({ ...HALF, t: 1 })
  expect(firstDifference(await read(), b)).toBeNull()
  for (const kind of ['dissolve', 'wipe', 'fade-black'] as const) {
    film.drawTransition({ ...HALF, kind, t: 0.4 })
    const { part, edge } = mixParams(kind, 0.4, TINY.width)
    expect(firstDifference(await read(), mixPictures(a, b, kind, part, edge))).toBeNull()
  }
})

test('a transition depends on nothing drawn before it', async () => {
  const first = await transitionHash(HALF)
  await hashFrame(film, outside, 20)
  film.draw(3)
  expect(await transitionHash(HALF)).toBe(first)
  await film.loadPair(outside, inside)
  film.drawTransition({ ...HALF, t: 0.7 })
  expect(await transitionHash(HALF)).toBe(first)
})

test('a shot drawn after a transition is the shot drawn before it', async () => {
  const before = await hashFrame(film, inside, 7)
  await transitionHash(HALF)
  film.draw(7)
  expect(await film.hash()).toBe(before)
  expect(await hashFrame(film, inside, 7)).toBe(before)
})

test('a slow machine holds the mixture with its poses', async () => {
  const style = { ...styleByName('hollywood'), id: 'slow', fps: 12 }
  await film.setFormat({ ...formatOf(), style }, ASPECT)
  const even = await transitionHash({ kind: 'wipe', frameA: 10, frameB: 4, t: 4 / 12, length: 12 })
  const odd = await transitionHash({ kind: 'wipe', frameA: 11, frameB: 5, t: 5 / 12, length: 12 })
  expect(odd).toBe(even)
  expect(await transitionHash({ kind: 'wipe', frameA: 12, frameB: 6, t: 6 / 12, length: 12 })).not.toBe(even)
  await film.setFormat(formatOf(), ASPECT)
})

test('frames of a transition make no texture, buffer or pipeline', async () => {
  await transitionHash(HALF)
  await transitionHash({ ...HALF, t: 0.6 })
  const calls = ['createTexture', 'createBuffer', 'createRenderPipeline', 'createComputePipeline', 'createShaderModule'] as const
  const spies = calls.map((call) => vi.spyOn(film.device, call))
  for (let i = 0; i < 3; i++) film.drawTransition({ ...HALF, frameA: 11 + i, frameB: 5 + i, t: 0.6 + i / 10 })
  for (const spy of spies) {
    expect(spy.mock.calls.map(([d]) => (d as { label?: string }).label)).toEqual([])
    spy.mockRestore()
  }
})

test('pictures may be read while the next are drawn', async () => {
  await film.load(inside)
  const reads: Promise<Uint8Array>[] = []
  for (const frame of [1, 6, 12]) {
    film.draw(frame)
    reads.push(film.readPicture())
  }
  const together = await Promise.all(reads)
  for (const [i, frame] of [1, 6, 12].entries()) {
    film.draw(frame)
    expect(firstDifference({ ...TINY, rgba: new Uint8Array(together[i]!) }, await read())).toBeNull()
  }
})

test('says what is missing', async () => {
  await film.load(inside)
  expect(() => film.drawTransition(HALF)).toThrow('call loadPair first')
})

test('must fail: another moment of the transition is told apart', async () => {
  expect(await transitionHash(HALF)).not.toBe(await transitionHash({ ...HALF, frameB: 16 }))
})

test('averaged sub-frames mix as well', async () => {
  const { quality, ...format } = formatOf()
  await film.setFormat({ ...format, quality: { ...quality, subframes: 2 } }, ASPECT)
  const first = await transitionHash(HALF)
  expect(await transitionHash({ ...HALF, t: 0.2 })).not.toBe(first)
  expect(await transitionHash(HALF)).toBe(first)
})

test('a machine style quantises the mixture: all its colours are of the palette', async () => {
  await film.setFormat(formatOf('gameboy'), ASPECT)
  await transitionHash(HALF)
  const { rgba } = await film.readNative()
  const { palette } = styleByName('gameboy')
  for (let i = 0; i < rgba.length; i += 4)
    expect(palette).toContain(`#${[...rgba.subarray(i, i + 3)].map((c) => c.toString(16).padStart(2, '0')).join('')}`)
})
