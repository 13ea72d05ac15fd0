import { EXRLoader } from 'three/addons/loaders/EXRLoader.js'
import { describe, expect, it } from 'vitest'
import { comments, cryptomatte, exrFile, REC_709 } from '../../src/encode'
import { cryptomatteBits, murmurHash3 } from '../../src/encode/cryptomatte'
import { halfOf } from '../../src/encode/half-light'
import { decodeExr } from '../reference/decode-exr'

const words = ({ value }: { readonly value: DataView }) => new TextDecoder().decode(value)
const floatOf = (bits: number) => new Float32Array(Uint32Array.of(bits).buffer)[0]!

describe('Cryptomatte', () => {
  it('hashes names as everybody does', () => {
    // smhasher's vectors, and the specification's names.
    expect(['', 'a', 'abc', 'abcd', 'Hello, world!'].map(murmurHash3)).toEqual([0, 0x3c2569b2, 0xb3dd93fa, 0x43ed676a, 0xc0363e43])
    expect(['torus', 'равнина'].map(cryptomatteBits)).toEqual([4053562365, 2518896926])
    expect(floatOf(cryptomatteBits('torus'))).toBeCloseTo(-1.5494362e30, -24)
  })

  it('moves hashes off what is no number', () => {
    for (let i = 0; i < 3000; i++) {
      const exponent = (cryptomatteBits(`thing ${i}`) >>> 23) & 255
      expect(exponent > 0 && exponent < 255).toBe(true)
    }
    expect(cryptomatteBits('')).toBe(1 << 23)
  })

  it('ranks names by what they cover, says which is which, and leaves nobody out', () => {
    const names = new Map([
      [1, 'set'],
      [16, 'mara'],
      [20, 'set'],
    ])
    // Four samples of three pixels; two numbers are one name.
    const samples = [
      [1, 16, 0],
      [20, 16, 0],
      [16, 16, 0],
      [16, 1, 0],
    ].map((ids) => Uint16Array.from(ids))
    const made = cryptomatte('CryptoObject', { names, samples }, 3)
    const exr = decodeExr(exrFile({ width: 3, height: 1, ...made }))
    expect([...exr.channels.keys()].sort()).toEqual(
      ['00', '01', '02'].flatMap((n) => ['a', 'b', 'g', 'r'].map((c) => `CryptoObject${n}.${c}`)),
    )
    const [set, mara] = ['set', 'mara'].map((n) => floatOf(cryptomatteBits(n))) as [number, number]
    const at = (channel: string) => [...exr.channels.get(`CryptoObject00.${channel}`)!]
    const first = cryptomatteBits('set') < cryptomatteBits('mara') ? set : mara
    expect(at('r')).toEqual([first, mara, 0])
    expect(at('g')).toEqual([0.5, 0.75, 0])
    expect(at('b')).toEqual([first === set ? mara : set, set, 0])
    expect(at('a')).toEqual([0.5, 0.25, 0])
    const key = [...exr.attributes.keys()].find((n) => n.endsWith('/manifest'))!
    expect(key).toMatch(/^cryptomatte\/[0-9a-f]{7}\/manifest$/)
    expect(JSON.parse(words(exr.attributes.get(key)!))).toEqual(
      Object.fromEntries(['set', 'mara'].map((n) => [n, cryptomatteBits(n).toString(16).padStart(8, '0')])),
    )
    expect(words(exr.attributes.get(key.replace('manifest', 'conversion'))!)).toBe('uint32_to_float32')
  })
})

describe('exrFile', () => {
  const size = { width: 37, height: 21 }
  const count = 37 * 21
  const beauty = Uint16Array.from({ length: count * 3 }, (_, i) => halfOf((i % 89) / 7))
  const depth = Float32Array.from({ length: count }, (_, i) => (i % 5 === 0 ? 1e10 : i / 3))
  const channels = [
    ...['R', 'G', 'B'].map((name, first) => ({ name, values: beauty, first, step: 3 })),
    { name: 'Z', values: depth },
    { name: 'albedo.R', values: beauty, step: 3 },
  ]
  const bytes = exrFile({ ...size, channels, attributes: [REC_709, comments('Metres.')], fps: { num: 24, den: 1 } })

  it('[RND-03] layers of half floats and floats are read back to the bit', () => {
    const exr = decodeExr(bytes)
    expect([...exr.channels.keys()]).toEqual(['B', 'G', 'R', 'Z', 'albedo.R'])
    expect(exr.channels.get('Z')).toEqual(depth)
    expect(exr.channels.get('albedo.R')).toEqual(beauty.filter((_, i) => i % 3 === 0))
    expect(exr.channels.get('G')).toEqual(beauty.filter((_, i) => i % 3 === 1))
    expect(words(exr.attributes.get('comments')!)).toBe('Metres.')
  })

  it("[RND-03] three's loader reads the picture among the layers", () => {
    const read = new EXRLoader().parse(bytes.slice().buffer as ArrayBuffer) as { width: number; height: number; data: Uint16Array }
    expect([read.width, read.height]).toEqual([37, 21])
    const top = (size.height - 1) * size.width * 4
    expect([...read.data.subarray(top, top + 3)]).toEqual([...beauty.subarray(0, 3)])
    expect([...read.data.subarray(top + 4 * 36, top + 4 * 36 + 3)]).toEqual([...beauty.subarray(3 * 36, 3 * 37)])
  })

  it('refuses what does not fit', () => {
    expect(() => exrFile({ ...size, channels: [{ name: 'Z', values: depth, step: 2 }] })).toThrow('Z: expected 37×21 values, got 777')
    expect(() => exrFile({ ...size, channels: [...channels, { name: 'Z', values: depth }] })).toThrow('Z is there twice')
    expect(() => exrFile({ ...size, channels: [{ name: 'x'.repeat(32), values: depth }] })).toThrow('at most 31')
  })
})
