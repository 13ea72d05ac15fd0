import { DataUtils } from 'three'
import { EXRLoader } from 'three/addons/loaders/EXRLoader.js'
import { describe, expect, it } from 'vitest'
import {
  EXR_VALUES,
  encodeExr,
  exrChoice,
  lightOfPicture,
  openPictureEncoder,
  pictureOfLight,
  readSegment,
  writeSegment,
} from '../../src/encode'
import { halfOf, numberOfHalf } from '../../src/encode/half-light'
import { random } from '../../src/film'
import { decodeExr } from '../reference/decode-exr'

/** Light with everything in it: a ramp, noise, brighter than white, exact black. */
function lightOf(width: number, height: number): Uint16Array {
  const noise = random(`exr ${width} ${height}`)
  return Uint16Array.from({ length: width * height * 4 }, (_, i) =>
    i % 4 === 3 ? 0x3c00 : halfOf(i % 7 === 0 ? 0 : (i % 5) * noise.next() * 0.7),
  )
}

const SIZES = [
  [1, 1],
  [2, 1],
  [1, 17],
  [3, 5],
  [61, 40],
  [64, 16],
  [33, 48],
] as const

describe('encodeExr', () => {
  it.each(SIZES)('[ED-04] %d×%d is read back to the bit', (width, height) => {
    const light = lightOf(width, height)
    const exr = decodeExr(encodeExr(light, width, height))
    expect([exr.width, exr.height]).toEqual([width, height])
    expect([...exr.channels.keys()]).toEqual(['B', 'G', 'R'])
    for (const [c, name] of ['R', 'G', 'B'].entries()) expect(exr.channels.get(name)).toEqual(light.filter((_, i) => i % 4 === c))
  })

  it.each(SIZES)("[ED-04] %d×%d is what three's loader reads", (width, height) => {
    const light = lightOf(width, height)
    const bytes = encodeExr(light, width, height)
    const read = new EXRLoader().parse(bytes.buffer as ArrayBuffer) as { width: number; height: number; data: Uint16Array }
    expect([read.width, read.height]).toEqual([width, height])
    // The loader turns pictures over, for textures begin at the bottom.
    const there = Array.from({ length: height }, (_, y) => read.data.subarray((height - 1 - y) * width * 4, (height - y) * width * 4))
    expect(there.flatMap((row) => [...row].filter((_, i) => i % 4 < 3))).toEqual([...light].filter((_, i) => i % 4 < 3))
  })

  it('says what its numbers mean', () => {
    const { attributes } = decodeExr(encodeExr(lightOf(4, 4), 4, 4, { fps: { num: 24000, den: 1001 } }))
    const floats = ({ value }: { value: DataView }) => Array.from({ length: value.byteLength / 4 }, (_, i) => value.getFloat32(i * 4, true))
    const primaries = attributes.get('chromaticities')!
    expect(primaries.type).toBe('chromaticities')
    expect(floats(primaries)).toEqual([0.64, 0.33, 0.3, 0.6, 0.15, 0.06, 0.3127, 0.329].map(Math.fround))
    const { type, value } = attributes.get('comments')!
    expect([type, new TextDecoder().decode(value)]).toEqual(['string', EXR_VALUES])
    const rate = attributes.get('framesPerSecond')!
    expect([rate.type, rate.value.getInt32(0, true), rate.value.getUint32(4, true)]).toEqual(['rational', 24000, 1001])
    expect(attributes.get('displayWindow')?.value.getInt32(8, true)).toBe(3)
  })

  it('is the same file twice, small where there is little to say', () => {
    expect(encodeExr(lightOf(61, 40), 61, 40)).toEqual(encodeExr(lightOf(61, 40), 61, 40))
    expect(encodeExr(new Uint16Array(256 * 256 * 4), 256, 256).byteLength).toBeLessThan(6000)
  })

  it('refuses what does not fit', () => {
    expect(() => encodeExr(new Uint16Array(15), 2, 2)).toThrow('encodeExr: expected 2×2×4 half floats, got 15')
    expect(() => encodeExr(new Uint16Array(0), 0, 2)).toThrow(RangeError)
    expect(() => exrChoice(2, 16385)).toThrow('height: expected a whole number from 1 to 16384, got 16385')
  })

  it('must fail: a changed byte is found', () => {
    const bytes = encodeExr(lightOf(33, 48), 33, 48)
    bytes[bytes.length - 40]! ^= 0x10
    expect(() => expect(decodeExr(bytes).channels.get('R')).toEqual(lightOf(33, 48).filter((_, i) => i % 4 === 0))).toThrow()
  })
})

describe('half floats', () => {
  it('are those of three, and of every half itself', () => {
    for (let half = 0; half < 65536; half++) {
      const number = numberOfHalf(half)
      if (Number.isNaN(number)) expect(numberOfHalf(halfOf(number))).toBeNaN()
      else expect(halfOf(number)).toBe(half)
    }
    for (const n of [0, -0, 1, 65504, 5.9e-8, 6.1e-5, 0.1, -2.5])
      expect(numberOfHalf(halfOf(n))).toBeCloseTo(DataUtils.fromHalfFloat(DataUtils.toHalfFloat(n)), 3)
  })

  it('are the nearest, ties to even', () => {
    expect([1 + 2 ** -11, 1 + 3 * 2 ** -11, 1 + 2 ** -11 + 2 ** -20].map(halfOf)).toEqual([0x3c00, 0x3c02, 0x3c01])
    expect([2 ** -25, 3 * 2 ** -25, 2 ** -26, 65519.9, 65520, -Infinity].map(halfOf)).toEqual([0, 2, 0, 0x7bff, 0x7c00, 0xfc00])
  })
})

describe('light and codes', () => {
  it('every code comes back; black is 0, white is 1, and half the light is code 188', () => {
    const codes = Uint8Array.from({ length: 256 * 4 }, (_, i) => (i % 4 === 3 ? 255 : i >> 2))
    const light = lightOfPicture(codes)
    expect(pictureOfLight(light)).toEqual(Uint8ClampedArray.from(codes))
    expect([light[0], light[3], light[255 * 4]]).toEqual([0, 0x3c00, 0x3c00])
    expect(numberOfHalf(light[188 * 4]!)).toBeCloseTo(0.5029, 3)
  })

  it('what is no colour is held: brighter than white, below black, no number', () => {
    expect([...pictureOfLight(Uint16Array.of(halfOf(7), halfOf(-1), 0x7e00, 0))]).toEqual([255, 0, 0, 255])
  })
})

describe('SequenceEncoder of light', () => {
  it('[Q9] makes segments of OpenEXR files, and takes nothing else than light', async () => {
    const head = { key: 'k', shotKey: 's', firstFrame: 3, frames: 1 }
    const encoder = openPictureEncoder(exrChoice(3, 5), { num: 24, den: 1 }, head)
    expect(encoder.needs).toBe('light')
    await expect(encoder.add({ rgba: new Uint8Array(60) })).rejects.toThrow('expected light, got pixels')
    const light = lightOf(3, 5)
    await encoder.add({ light }, 'a')
    const made = await encoder.finish()
    expect(made.decoder).toEqual({ codec: 'exr', codedWidth: 3, codedHeight: 5 })
    expect(readSegment(writeSegment(made))).toEqual(made)
    expect(made.packets[0]?.data).toEqual(encodeExr(light, 3, 5, { fps: { num: 24, den: 1 } }))
  })
})
