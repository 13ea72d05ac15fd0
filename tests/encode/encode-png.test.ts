import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodePng } from '../../src/encode'
import { suggestedPalettes } from '../reference/decode-png'
import { PNG_HASHES, picture, pngHashes } from './fabricate'

/** A slow, plain reader of the two kinds of PNG that are written. */
function decode(png: Uint8Array): { width: number; height: number; type: number; depth: number; palette: number[]; rgb: Uint8Array } {
  const buffer = Buffer.from(png)
  expect([...buffer.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10])
  const idat: Buffer[] = []
  let palette = Buffer.alloc(0)
  let [width, height, type, depth] = [0, 0, 0, 0]
  for (let at = 8; at < buffer.length; ) {
    const length = buffer.readUInt32BE(at)
    const name = buffer.toString('latin1', at + 4, at + 8)
    const data = buffer.subarray(at + 8, at + 8 + length)
    if (name === 'IHDR') [width, height, type, depth] = [data.readUInt32BE(0), data.readUInt32BE(4), data[9]!, data[8]!]
    if (name === 'PLTE') palette = Buffer.from(data)
    if (name === 'IDAT') idat.push(data)
    at += 12 + length
  }
  const channels = type === 3 ? 1 : 3
  const colours = Array.from({ length: palette.length / 3 }, (_, i) => palette.readUIntBE(i * 3, 3))
  const raw = inflateSync(Buffer.concat(idat))
  const stride = Math.ceil((width * channels * depth) / 8)
  const flat = new Uint8Array(stride * height)
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)]!
    for (let i = 0; i < stride; i++) {
      const a = i < channels ? 0 : flat[y * stride + i - channels]!
      const b = y === 0 ? 0 : flat[(y - 1) * stride + i]!
      const c = i < channels || y === 0 ? 0 : flat[(y - 1) * stride + i - channels]!
      const p = a + b - c
      const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)]
      const guess = [0, a, b, (a + b) >> 1, pa <= pb && pa <= pc ? a : pb <= pc ? b : c][filter]!
      flat[y * stride + i] = raw[y * (stride + 1) + 1 + i]! + guess
    }
  }
  if (type === 2) return { width, height, type, depth, palette: colours, rgb: flat }
  const rgb: number[] = []
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const byte = flat[y * stride + ((x * depth) >> 3)]!
      const index = (byte >> (8 - depth - ((x * depth) & 7))) & ((1 << depth) - 1)
      rgb.push(...palette.subarray(index * 3, index * 3 + 3))
    }
  return { width, height, type, depth, palette: colours, rgb: Uint8Array.from(rgb) }
}

const rgbOf = (rgba: Uint8Array) => rgba.filter((_, i) => i % 4 !== 3)

describe('encodePng', () => {
  it('[N1] keeps every pixel of a picture of many colours', async () => {
    const rgba = picture(67, 31, (x, y) => [(x * 7 + y) & 255, (y * 11 - x) & 255, (x * y) & 255])
    const out = decode(await encodePng(rgba, 67, 31))
    expect([out.width, out.height, out.type, out.depth]).toEqual([67, 31, 2, 8])
    expect(out.rgb).toEqual(rgbOf(rgba))
  })
  it.each([
    [1, 1],
    [2, 1],
    [3, 2],
    [4, 2],
    [5, 4],
    [16, 4],
    [17, 8],
    [255, 8],
    [256, 8],
  ])('[N2] indexes a picture of %i colours with %i bits a pixel', async (n, depth) => {
    // An odd width leaves part of each row's last byte empty.
    const rgba = picture(33, 16, (x, y) => [(y * 33 + x) % n, 3, 200])
    const out = decode(await encodePng(rgba, 33, 16))
    expect([out.type, out.depth]).toEqual([3, depth])
    expect(out.palette).toEqual(Array.from({ length: n }, (_, i) => (i << 16) | 0x03c8))
    expect(out.rgb).toEqual(rgbOf(rgba))
  })
  it('[N3] does not index 257 colours, or when told not to', async () => {
    const rgba = picture(257, 1, (x) => [x & 255, x >> 8, 0])
    expect(decode(await encodePng(rgba, 257, 1)).type).toBe(2)
    expect(
      decode(
        await encodePng(
          picture(2, 2, () => [1, 2, 3]),
          2,
          2,
          { colours: 'rgb' },
        ),
      ).type,
    ).toBe(2)
  })
  it('[N4] writes the same bytes each time', async () => {
    const rgba = picture(40, 40, (x, y) => [x * 6, y * 6, (x ^ y) * 4])
    expect(await encodePng(rgba, 40, 40)).toEqual(await encodePng(rgba, 40, 40))
  })
  it('[N5] refuses a wrong length', async () => {
    await expect(encodePng(new Uint8Array(4), 2, 2)).rejects.toThrow('expected 2×2×4 bytes, got 4')
  })
  it('[N6] keeps the palette it is given, or takes its own where a colour is not in it', async () => {
    const rgba = picture(8, 4, (x) => (x % 2 ? [255, 0, 0] : [0, 0, 255]))
    const palette = [0x000000, 0xff0000, 0x00ff00, 0x0000ff, 0xff0000]
    const out = decode(await encodePng(rgba, 8, 4, { palette }))
    expect(out.palette).toEqual(palette)
    expect(out.depth).toBe(4)
    expect(out.rgb).toEqual(rgbOf(rgba))
    expect(decode(await encodePng(rgba, 8, 4, { palette: [0xff0000] })).palette).toEqual([0x0000ff, 0xff0000])
    expect(decode(await encodePng(rgba, 8, 4, { palette: [] })).palette).toEqual([0x0000ff, 0xff0000])
    await expect(encodePng(rgba, 8, 4, { palette: Array.from({ length: 257 }, (_, i) => i) })).rejects.toThrow('at most 256 colours')
  })
  it('[N9] keeps palettes beside the picture, which stays as it is', async () => {
    const rgba = picture(8, 4, (x) => (x % 2 ? [255, 0, 0] : [0, 0, 255]))
    const palettes = [[0x000000, 0xff0000, 0x0000ff], [0x123456]]
    const png = await encodePng(rgba, 8, 4, { palettes })
    expect(suggestedPalettes(png)).toEqual(palettes)
    expect(decode(png)).toEqual(decode(await encodePng(rgba, 8, 4)))
    expect(suggestedPalettes(await encodePng(rgba, 8, 4))).toEqual([])
  })
  it('[N7] writes these bytes on every machine', async () => {
    expect(await pngHashes()).toEqual(PNG_HASHES)
  })
  it('[N8] keeps every pixel of any picture', async () => {
    const size = fc.integer({ min: 1, max: 24 })
    await fc.assert(
      fc.asyncProperty(size, size, fc.integer({ min: 1, max: 400 }), fc.infiniteStream(fc.nat(0xffffff)), async (w, h, most, chance) => {
        const colours = [...chance.take(most)]
        const rgba = picture(w, h, (x, y) => {
          const c = colours[(x * 7 + y * 31 + x * y) % colours.length]!
          return [c >> 16, (c >> 8) & 255, c & 255]
        })
        expect(decode(await encodePng(rgba, w, h)).rgb).toEqual(rgbOf(rgba))
      }),
      { numRuns: 60 },
    )
  })
})
