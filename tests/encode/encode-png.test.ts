import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { encodePng } from '../../src/encode'

/** A slow, plain reader of the two kinds of PNG that are written. */
function decode(png: Uint8Array): { width: number; height: number; type: number; rgb: Uint8Array } {
  const buffer = Buffer.from(png)
  expect([...buffer.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10])
  const idat: Buffer[] = []
  let palette = Buffer.alloc(0)
  let [width, height, type] = [0, 0, 0]
  for (let at = 8; at < buffer.length; ) {
    const length = buffer.readUInt32BE(at)
    const name = buffer.toString('latin1', at + 4, at + 8)
    const data = buffer.subarray(at + 8, at + 8 + length)
    if (name === 'IHDR') [width, height, type] = [data.readUInt32BE(0), data.readUInt32BE(4), data[9]!]
    if (name === 'PLTE') palette = Buffer.from(data)
    if (name === 'IDAT') idat.push(data)
    at += 12 + length
  }
  const channels = type === 3 ? 1 : 3
  const raw = inflateSync(Buffer.concat(idat))
  const stride = width * channels
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
  if (type === 2) return { width, height, type, rgb: flat }
  return { width, height, type, rgb: Uint8Array.from([...flat].flatMap((i) => [...palette.subarray(i * 3, i * 3 + 3)])) }
}

const picture = (w: number, h: number, f: (x: number, y: number) => readonly [number, number, number]) => {
  const rgba = new Uint8Array(w * h * 4)
  for (let y = 0; y < h; y++) for (let x = 0; x < w; x++) rgba.set([...f(x, y), 255], (y * w + x) * 4)
  return rgba
}
const rgbOf = (rgba: Uint8Array) => rgba.filter((_, i) => i % 4 !== 3)

describe('encodePng', () => {
  it('[N1] keeps every pixel of a picture of many colours', async () => {
    const rgba = picture(67, 31, (x, y) => [(x * 7 + y) & 255, (y * 11 - x) & 255, (x * y) & 255])
    const out = decode(await encodePng(rgba, 67, 31))
    expect({ ...out, rgb: undefined }).toEqual({ width: 67, height: 31, type: 2, rgb: undefined })
    expect(out.rgb).toEqual(rgbOf(rgba))
  })
  it.each([1, 2, 4, 255, 256])('[N2] indexes a picture of %i colours', async (n) => {
    const rgba = picture(32, 16, (x, y) => [(y * 32 + x) % n, 3, 200])
    const out = decode(await encodePng(rgba, 32, 16))
    expect(out.type).toBe(3)
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
})
