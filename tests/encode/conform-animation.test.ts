import { describe, expect, it } from 'vitest'
import { conformAnimation, decodePng, type EncodedSegment, encodePng, pngColours } from '../../src/encode'
import { random } from '../../src/film'
import { CancelledError, MemoryStore, PipelineError } from '../../src/pipeline'
import { decodeApng } from '../reference/decode-apng'
import { decodeGif } from '../reference/decode-gif'
import { picture, segment } from './fabricate'

const fps = { num: 24, den: 1 }
const SIZE = { width: 12, height: 6 }

/** A segment of pictures, each of its own colours: from `first` on so many. */
async function pictures(index: number, colours: readonly (readonly number[])[]): Promise<EncodedSegment> {
  const packets = await Promise.all(
    colours.map(async (list) => ({
      key: true,
      data: await encodePng(
        picture(SIZE.width, SIZE.height, (x, y) => {
          const c = list[(x + y * SIZE.width) % list.length]!
          return [c >> 16, (c >> 8) & 255, c & 255]
        }),
        SIZE.width,
        SIZE.height,
      ),
    })),
  )
  return { ...segment(index, colours.length, fps), ...SIZE, decoder: { codec: 'png', codedWidth: 12, codedHeight: 6 }, packets }
}

/** So many colours from a number on. */
const range = (from: number, count: number): number[] => Array.from({ length: count }, (_, i) => (from + i) * 257 + 3)

async function made(format: 'gif' | 'apng' | 'webp', film: readonly EncodedSegment[], palette?: readonly number[]) {
  const store = new MemoryStore()
  const shape = { ...SIZE, fps, frames: film.reduce((n, s) => n + s.packets.length, 0) }
  const told = await conformAnimation(format, () => film, shape, await store.open('film'), palette ? { palette } : {})
  const bytes = (await store.read('film')) as Uint8Array
  expect(told.bytes).toBe(bytes.length)
  const wanted = film.flatMap((s) => s.packets.map((p) => codes(decodePng(p.data).rgba)))
  return { bytes, pictures: told.pictures, wanted }
}

const codes = (rgba: Uint8Array): Int32Array =>
  Int32Array.from({ length: rgba.length / 4 }, (_, i) => (rgba[i * 4]! << 16) | (rgba[i * 4 + 1]! << 8) | rgba[i * 4 + 2]!)

describe('decodePng', () => {
  it('[D1] reads what encodePng writes, indexed at every depth and in true colour, over every filter', async () => {
    for (const [width, height, count] of [
      [7, 5, 2],
      [9, 4, 4],
      [5, 5, 13],
      [33, 17, 200],
      [61, 43, 2000],
    ] as const) {
      const draw = random(`png ${count}`).int
      const list = Array.from({ length: count }, () => [draw(0, 255), draw(0, 255), draw(0, 255)] as [number, number, number])
      const noise = picture(width, height, () => list[draw(0, count - 1)]!)
      const ramp = picture(width, height, (x, y) => [x * 4, y * 5, (x + y) * 2])
      for (const rgba of count > 256 ? [noise, ramp] : [noise]) {
        const png = await encodePng(rgba, width, height)
        expect(decodePng(png)).toEqual({ width, height, rgba })
        expect(pngColours(png) === undefined).toBe(new Set(codes(rgba)).size > 256)
      }
    }
  })

  it('[D2] refuses what is none', async () => {
    const png = await encodePng(new Uint8Array(16), 2, 2)
    expect(() => decodePng(png.subarray(1))).toThrow('no PNG')
    expect(() => decodePng(png.subarray(0, png.length - 20))).toThrow(RangeError)
    const deep = png.slice()
    deep[24] = 16
    expect(() => decodePng(deep)).toThrow('16 bits')
  })
})

describe('conformAnimation', () => {
  it("[A1] has one palette, the style's first, where all colours are few", async () => {
    const palette = [0xffffff, 260, 3]
    const film = [await pictures(1, [range(0, 2), range(1, 2)]), await pictures(2, [range(0, 3)])]
    const gif = await made('gif', film, palette)
    const read = decodeGif(gif.bytes)
    expect(read.palette.slice(0, 4)).toEqual([...palette, 517])
    expect(read.frames.map((f) => f.codes)).toEqual(gif.wanted)
    expect(read.frames.map((f) => f.ticks)).toEqual([4, 4, 5])
    const apng = await made('apng', film, palette)
    expect(decodeApng(apng.bytes).palette.slice(0, 4)).toEqual([...palette, 517])
    expect(decodeApng(apng.bytes).frames.map((f) => f.codes)).toEqual(apng.wanted)
  })

  it('[A2] gives pictures tables of their own where all colours are many', async () => {
    const film = await Promise.all([0, 1, 2, 3, 4].map((i) => pictures(i, [range(i * 60, 60), range(i * 60, 60), range(i * 60 + 3, 60)])))
    const gif = await made('gif', film)
    const read = decodeGif(gif.bytes)
    // The second of each segment is the first, seen longer.
    expect([gif.pictures, read.frames.length]).toEqual([10, 10])
    expect(read.frames.map((f) => f.codes)).toEqual(gif.wanted.filter((_, i) => i % 3 !== 1))
    expect(read.frames.reduce((n, f) => n + f.ticks, 0)).toBe(Math.round((15 * 100) / 24))
    const apng = decodeApng((await made('apng', film)).bytes)
    expect(apng.frames.map((f) => f.codes)).toEqual(gif.wanted.filter((_, i) => i % 3 !== 1))
    expect((await made('webp', film)).bytes.length).toBeGreaterThan(100)
  })

  it("[A3] leaves out colours of the style's that nothing shows where there is no room", async () => {
    const gif = await made('gif', [await pictures(1, [range(0, 72)])], range(1000, 200))
    expect(decodeGif(gif.bytes).frames[0]?.codes).toEqual(gif.wanted[0])
    expect(decodeGif(gif.bytes).palette.slice(0, 72).sort()).toEqual(range(0, 72).sort())
  })

  it('[A4] refuses what is no picture or not of the film, leaves nothing, and stops', async () => {
    const store = new MemoryStore()
    const good = await pictures(1, [range(0, 2)])
    const shape = { ...SIZE, fps, frames: 1 }
    const put = async (film: readonly EncodedSegment[], wanted = shape, signal?: AbortSignal) =>
      conformAnimation('gif', () => film, wanted, await store.open('film'), signal ? { signal } : {})
    await expect(put([segment(1, 1, fps)])).rejects.toThrow('expected pictures, got avc1')
    await expect(put([good], { ...shape, width: 14 })).rejects.toThrow('expected 14×6')
    await expect(put([good], { ...shape, frames: 2 })).rejects.toThrow('expected 2 frames, got 1')
    await expect(put([{ ...good, packets: [{ key: true, data: new Uint8Array(9) }] }])).rejects.toThrow()
    const many = [
      await encodePng(
        picture(20, 20, (x, y) => [x, y, 7]),
        20,
        20,
      ),
    ].map((data) => ({ key: true, data }))
    await expect(put([{ ...good, width: 20, height: 20, packets: many }], { ...shape, width: 20, height: 20 })).rejects.toThrow(
      PipelineError,
    )
    await expect(put([good], shape, AbortSignal.abort())).rejects.toThrow(CancelledError)
    expect(await store.list()).toEqual([])
  })
})
