import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { encodeSpritePng } from '../../src/encode'

/** A slow, plain reader of what is written: rgba, and how it was. */
function decode(png: Uint8Array) {
  const buffer = Buffer.from(png)
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < buffer.length; ) {
    const length = buffer.readUInt32BE(at)
    chunks.set(buffer.toString('latin1', at + 4, at + 8), buffer.subarray(at + 8, at + 8 + length))
    at += 12 + length
  }
  const head = chunks.get('IHDR')!
  const [width, height, depth, type] = [head.readUInt32BE(0), head.readUInt32BE(4), head[8]!, head[9]!]
  const raw = inflateSync(chunks.get('IDAT')!)
  const bits = type === 6 ? 32 : depth
  const stride = Math.ceil((width * bits) / 8)
  const rgba: number[] = []
  for (let y = 0; y < height; y++) {
    const line = raw.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1))
    const filter = raw[y * (stride + 1)]
    expect(filter).toBe(type === 6 ? 1 : 0)
    if (type === 6) for (let i = 4; i < line.length; i++) line[i]! += line[i - 4]!
    for (let x = 0; x < width; x++) {
      if (type === 6) rgba.push(...line.subarray(x * 4, x * 4 + 4))
      else {
        const bit = x * depth
        const index = (line[bit >> 3]! >> (8 - depth - (bit & 7))) & ((1 << depth) - 1)
        rgba.push(...chunks.get('PLTE')!.subarray(index * 3, index * 3 + 3), chunks.get('tRNS')?.[index] ?? 255)
      }
    }
  }
  return { width, height, depth, type, rgba: Uint8Array.from(rgba) }
}

const picture = (width: number, height: number, at: (x: number, y: number) => readonly number[]): Uint8Array =>
  new Uint8Array(Array.from({ length: width * height }, (_, i) => at(i % width, Math.floor(i / width))).flat())

describe('encodeSpritePng', () => {
  it.each([
    [2, 1],
    [4, 2],
    [16, 4],
    [17, 8],
    [256, 8],
  ])('writes %d colours, one of them transparent, at %d bits', (colours, depth) => {
    const rgba = picture(31, 17, (x, y) => {
      const i = (y * 31 + x) % colours
      return i === 0 ? [0, 0, 0, 0] : [i, 255 - i, (i * 7) & 255, 255]
    })
    const out = decode(encodeSpritePng(rgba, 31, 17))
    expect(out).toEqual({ width: 31, height: 17, depth, type: 3, rgba })
  })

  it('writes more colours as true colour with alpha', () => {
    const rgba = picture(40, 30, (x, y) => (x === y ? [0, 0, 0, 0] : [x * 5, y * 8, (x * y) & 255, x % 3 ? 255 : 128]))
    expect(decode(encodeSpritePng(rgba, 40, 30))).toEqual({ width: 40, height: 30, depth: 8, type: 6, rgba })
  })

  it('forgets the colour of what is transparent, and keeps opaque pictures opaque', () => {
    const out = decode(encodeSpritePng(Uint8Array.from([9, 8, 7, 0, 1, 2, 3, 255]), 2, 1))
    expect([...out.rgba]).toEqual([0, 0, 0, 0, 1, 2, 3, 255])
    expect([...decode(encodeSpritePng(Uint8Array.from([9, 8, 7, 255, 1, 2, 3, 255]), 2, 1)).rgba]).toEqual([9, 8, 7, 255, 1, 2, 3, 255])
  })

  it('refuses bytes that do not fit', () => {
    expect(() => encodeSpritePng(new Uint8Array(12), 2, 2)).toThrow(/expected 2×2×4 bytes, got 12/)
  })
})
