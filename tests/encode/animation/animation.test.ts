import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AnimationShape, openAnimation } from '../../../src/encode'
import { lengthsOf } from '../../../src/encode/animation/prefix-code'
import { decodeApng } from '../../reference/decode-apng'
import { decodeGif } from '../../reference/decode-gif'
import { type Film, movingSquare, randomPalette, rgbaOf, rollingBands, timeline, written } from './films'

const equal = (a: Int32Array, b: Int32Array): boolean => a.length === b.length && a.every((v, i) => v === b[i])

/** Every picture is what is seen in the middle of its time. */
function expectShown(film: Film, seen: readonly Int32Array[], ticksAFrame: number): void {
  expect(seen.length).toBe(Math.round(film.length * ticksAFrame))
  film.forEach((codes, n) => {
    expect(equal(seen[Math.floor((n + 0.5) * ticksAFrame)]!, codes), `picture ${n}`).toBe(true)
  })
}

const shapeOf = (width: number, height: number, more: Partial<AnimationShape> = {}): AnimationShape => ({
  width,
  height,
  fps: { num: 25, den: 1 },
  ...more,
})

describe('GIF', () => {
  it.each([1, 2, 3, 4, 16, 17, 128, 255, 256])('keeps every pixel, and %i colours in their order', async (count) => {
    const palette = randomPalette(`p${count}`, count)
    const film = movingSquare(`f${count}`, 37, 23, 8, palette)
    const gif = decodeGif(await written('gif', shapeOf(37, 23, { palette }), film))
    expect([gif.width, gif.height, gif.loop]).toEqual([37, 23, 0])
    expect(gif.palette.slice(0, count)).toEqual(palette)
    expectShown(film, timeline(gif.frames), 4)
  })

  it('collects colours where no palette is given, and goes on with tables of their own', async () => {
    const film = ['a', 'b', 'c'].flatMap((key) => movingSquare(key, 20, 20, 3, randomPalette(key, 120)))
    const gif = decodeGif(await written('gif', shapeOf(20, 20), film))
    expectShown(film, timeline(gif.frames), 4)
  })

  it('keeps every pixel where all 256 places are taken and little changes', async () => {
    const palette = randomPalette('full', 256)
    const film = movingSquare('full', 30, 30, 6, palette)
    expectShown(film, timeline(decodeGif(await written('gif', shapeOf(30, 30), film)).frames), 4)
  })

  it('fills the code table and begins anew', async () => {
    const film = [movingSquare('long', 160, 120, 1, randomPalette('long', 200))[0]!]
    expectShown(film, timeline(decodeGif(await written('gif', shapeOf(160, 120), film)).frames), 4)
  })

  it.each([
    [24, 1],
    [30000, 1001],
    [15, 1],
    [50, 1],
  ])('adds up times exactly at %i/%i', async (num, den) => {
    const film = rollingBands(4, 40, 48, randomPalette('t', 13))
    const { frames } = decodeGif(await written('gif', shapeOf(4, 40, { fps: { num, den } }), film))
    let end = 0
    frames.forEach(({ ticks, codes }, n) => {
      expect(end).toBe(Math.round((n * 100 * den) / num))
      expect(equal(codes, film[n]!)).toBe(true)
      end += ticks
    })
    expect(end).toBe(Math.round((4800 * den) / num))
  })

  it('shows nothing for less than 2/100 s: at 60 a second some pictures are left out', async () => {
    const film = rollingBands(2, 90, 60, randomPalette('s', 31))
    const { frames } = decodeGif(await written('gif', shapeOf(2, 90, { fps: { num: 60, den: 1 } }), film))
    expect(frames.every(({ ticks }) => ticks >= 2)).toBe(true)
    expect(frames.reduce((sum, { ticks }) => sum + ticks, 0)).toBe(100)
    expect(frames.length).toBeGreaterThan(30)
  })

  it('stores nothing twice: a still film is one picture, a moving dot a few bytes each', async () => {
    const still = movingSquare('still', 100, 60, 1, randomPalette('q', 16))[0]!
    const one = await written('gif', shapeOf(100, 60), [still])
    const many = await written('gif', shapeOf(100, 60), Array(50).fill(still))
    expect(many.length).toBe(one.length)
    expect(decodeGif(many).frames.map((f) => f.ticks)).toEqual([200])
    const dots = Array.from({ length: 50 }, (_, n) => still.with(n * 101, still[n * 101 + 1]!))
    expect((await written('gif', shapeOf(100, 60), dots)).length - one.length).toBeLessThan(50 * 160)
  })

  it.each([
    [0, 0],
    [1, 1],
    [7, 7],
  ])('loops %i times', async (loop, expected) => {
    expect(decodeGif(await written('gif', shapeOf(2, 2, { loop }), [new Int32Array(4)])).loop).toBe(expected)
  })

  it('says what it cannot hold', async () => {
    const many = Int32Array.from({ length: 400 }, (_, i) => i * 1000)
    await expect(written('gif', shapeOf(20, 20), [many])).rejects.toThrow('400 colours')
    await expect(written('gif', shapeOf(2, 2, { palette: [1, 2] }), [Int32Array.from([1, 2, 3, 1])])).rejects.toThrow('#000003')
  })
})

describe('APNG', () => {
  it.each([1, 2, 3, 4, 5, 16, 100, 256])('keeps every pixel, and %i colours in their order', async (count) => {
    const palette = randomPalette(`p${count}`, count)
    const film = movingSquare(`f${count}`, 37, 23, 8, palette)
    const png = decodeApng(await written('apng', shapeOf(37, 23, { palette, loop: 3 }), film))
    expect([png.width, png.height, png.loop, png.colourType]).toEqual([37, 23, 3, 3])
    expect(png.depth).toBe([1, 2, 4].find((bits) => count <= 1 << bits) ?? 8)
    expect(png.palette.slice(0, count)).toEqual(palette)
    expectShown(film, timeline(png.frames), 40)
  })

  it('keeps every pixel in true colour', async () => {
    const film = movingSquare('true', 41, 19, 6, randomPalette('true', 5000))
    const png = decodeApng(await written('apng', shapeOf(41, 19), film))
    expect([png.colourType, png.depth]).toEqual([2, 8])
    expectShown(film, timeline(png.frames), 40)
  })

  it('adds up times exactly, in milliseconds', async () => {
    const film = rollingBands(4, 40, 48, randomPalette('r', 13))
    const { frames, rates } = decodeApng(await written('apng', shapeOf(4, 40, { fps: { num: 30000, den: 1001 } }), film))
    expect(rates.slice(0, 3)).toEqual(['33/1000', '34/1000', '33/1000'])
    expect(frames.reduce((sum, { ticks }) => sum + ticks, 0)).toBe(Math.round((48 * 1001) / 30))
  })

  it('shows a picture for longer than its numbers hold', async () => {
    const fps = { num: 1, den: 20 }
    const png = decodeApng(await written('apng', shapeOf(1, 1, { fps }), Array(5).fill(new Int32Array(1))))
    expect(png.frames.map((f) => f.ticks)).toEqual([60000, 40000])
  })

  it('says what is not in its palette', async () => {
    await expect(written('apng', shapeOf(2, 1, { palette: [1] }), [Int32Array.from([1, 9])])).rejects.toThrow('#000009')
  })
})

describe('openAnimation', () => {
  it.each<readonly [string, AnimationShape]>([
    ['width', shapeOf(0, 1)],
    ['height', shapeOf(1, 16385)],
    ['loop', shapeOf(1, 1, { loop: -1 })],
    ['palette', shapeOf(1, 1, { palette: [5, 5] })],
    ['palette.1', shapeOf(1, 1, { palette: [5, -1] })],
    ['fps.num', shapeOf(1, 1, { fps: { num: 0.5, den: 1 } })],
  ])('refuses a wrong %s', async (field, shape) => {
    await expect(openAnimation('gif', shape, () => {})).rejects.toThrow(`openAnimation: ${field}:`)
  })

  it('refuses pictures of another size, and a film of none', async () => {
    const writer = await openAnimation('apng', shapeOf(2, 2), () => {})
    await expect(writer.add(rgbaOf(new Int32Array(3)))).rejects.toThrow('2×2×4')
    await expect(writer.finish()).rejects.toThrow('got none')
  })
})

describe('prefix codes', () => {
  it('are whole, and no longer than they may be', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2 ** 20), { minLength: 2, maxLength: 300 }), fc.constantFrom(9, 15), (counts, longest) => {
        fc.pre(counts.filter((c) => c > 0).length > 1)
        const lengths = lengthsOf(Uint32Array.from(counts), longest)
        expect(counts.every((c, i) => c > 0 === lengths[i]! > 0)).toBe(true)
        expect(Math.max(...lengths)).toBeLessThanOrEqual(longest)
        expect(lengths.reduce((sum, l) => sum + (l > 0 ? 2 ** -l : 0), 0)).toBe(1)
      }),
      { numRuns: 100 },
    )
  })
})
