import { DataTexture, DataUtils, FloatType, RGBAFormat } from 'three'
import { EXRExporter } from 'three/addons/exporters/EXRExporter.js'
import { describe, expect, it } from 'vitest'
import { averagePanorama, encodeHdr, openHdr, PanoramaError } from '../../../src/departments/lighting'
import { encodeExr } from '../../../src/encode'
import { isExr, openExr } from '../../../src/production/master/read-exr'
import { pixelDirection, testSky } from '../../departments/lighting/panorama/write-hdr'

const [W, H] = [64, 32]
const sky = testSky({ sun: [20, 18, 15] })
const pixels = Array.from({ length: W * H }, (_, i) => sky(pixelDirection(i % W, Math.floor(i / W), W, H)))
const exr = encodeExr(Uint16Array.from(pixels.flatMap((p) => [...p, 1].map((v) => DataUtils.toHalfFloat(v)))), W, H)

/** By hand: what tools write that have no compression, or run lengths: full floats, alpha among the channels, lines from the bottom. */
function byHand({ compression = 0, names = ['A', 'B', 'G', 'R'], flags = 2 } = {}): Uint8Array {
  const bytes: number[] = []
  const int = (v: number) => bytes.push(v & 255, (v >> 8) & 255, (v >> 16) & 255, (v >> 24) & 255)
  const text = (t: string) => bytes.push(...[...t].map((c) => c.charCodeAt(0)), 0)
  const attribute = (name: string, type: string, size: number) => {
    text(name)
    text(type)
    int(size)
  }
  int(20000630)
  int(flags)
  attribute('channels', 'chlist', names.length * 18 + 1)
  for (const name of names) {
    text(name)
    for (const v of [2, 0, 1, 1]) int(v)
  }
  bytes.push(0)
  attribute('compression', 'compression', 1)
  bytes.push(compression)
  attribute('dataWindow', 'box2i', 16)
  for (const v of [5, -3, 5 + W - 1, -3 + H - 1]) int(v)
  bytes.push(0)
  const lines = Array.from({ length: H }, (_, y) => {
    const raw = new DataView(new ArrayBuffer(names.length * W * 4))
    for (const [c, name] of names.entries())
      for (let x = 0; x < W; x++) raw.setFloat32((c * W + x) * 4, name === 'A' ? 1 : (pixels[y * W + x]!['RGB'.indexOf(name)] ?? 0), true)
    const plain = new Uint8Array(raw.buffer)
    return compression === 1 ? packed(plain) : plain
  })
  let at = bytes.length + H * 8
  const order = lines.map((_, i) => H - 1 - i)
  for (const y of order) {
    int(at)
    int(0)
    at += 8 + lines[y]!.length
  }
  for (const y of order) {
    int(y - 3)
    int(lines[y]!.length)
    for (const b of lines[y]!) bytes.push(b)
  }
  return Uint8Array.from(bytes)
}

/** RLE as OpenEXR has it (ImfRle.cpp): even bytes, odd bytes, differences, then runs. */
function packed(raw: Uint8Array): Uint8Array {
  const halves = [...raw.filter((_, i) => i % 2 === 0), ...raw.filter((_, i) => i % 2 === 1)]
  const steps = halves.map((v, i) => (i === 0 ? v : (v - halves[i - 1]! + 384) & 255))
  const out: number[] = []
  for (let i = 0; i < steps.length; ) {
    let run = 1
    while (run < 128 && steps[i + run] === steps[i]) run++
    if (run >= 3) out.push(run - 1, steps[i]!)
    else {
      run = Math.min(2, steps.length - i)
      out.push(256 - run, ...steps.slice(i, i + run))
    }
    i += run
  }
  return Uint8Array.from(out)
}

function refusal(read: () => unknown): PanoramaError {
  try {
    read()
  } catch (error) {
    if (error instanceof PanoramaError) return error
    throw error
  }
  throw new Error('it was read')
}
const whole = (bytes: Uint8Array) => averagePanorama(openExr(bytes), 8192)

describe('a panorama in OpenEXR', () => {
  it.each([
    ['half floats with ZIP', exr, 2 ** -10],
    ['full floats as they are, with alpha, from the bottom', byHand(), 1e-6],
    ['full floats in run lengths', byHand({ compression: 1 }), 1e-6],
  ])('is read: %s', (_what, bytes, within) => {
    expect(isExr(bytes)).toBe(true)
    const { light, width, height } = whole(bytes)
    expect([width, height]).toEqual([W, H])
    const off = pixels.flatMap((p, i) => p.map((v, c) => Math.abs(light[i * 3 + c]! - v) / Math.max(v, 1e-4)))
    expect(Math.max(...off)).toBeLessThanOrEqual(within)
  })

  it.each([
    ['NO', 0, 1e-6],
    ['RLE', 1, 1e-6],
    ['ZIPS', 2, 1e-6],
    ['ZIP', 3, 1e-6],
  ] as const)('is read as another program wrote it: %s compression', async (_name, compression, within) => {
    const floats = new Float32Array(pixels.flatMap((p) => [...p, 1]))
    // A texture's rows stand from the bottom.
    const rows = Array.from({ length: H }, (_, y) => [...floats.subarray((H - 1 - y) * W * 4, (H - y) * W * 4)])
    const texture = new DataTexture(new Float32Array(rows.flat()), W, H, RGBAFormat, FloatType)
    const file = await new EXRExporter().parse(texture, { type: FloatType, compression })
    const { light } = whole(file)
    const off = pixels.flatMap((p, i) => p.map((v, c) => Math.abs(light[i * 3 + c]! - v) / Math.max(v, 1e-4)))
    expect(Math.max(...off)).toBeLessThanOrEqual(within)
  })

  it('is kept as a Radiance picture, within the precision of that', () => {
    const picture = whole(exr)
    const again = averagePanorama(openHdr(encodeHdr(picture)), 8192)
    const off = Array.from(picture.light, (v, i) => {
      const from = i - (i % 3)
      return Math.abs(again.light[i]! - v) / Math.max(...picture.light.subarray(from, from + 3))
    })
    expect(Math.max(...off)).toBeLessThan(1 / 200)
  })

  it.each([
    ['another compression', () => byHand({ compression: 4 }), 'hdri.exr', /PIZ.*NONE, RLE, ZIPS and ZIP/],
    ['other channels', () => byHand({ names: ['Y'] }), 'hdri.exr', /its channels are Y/],
    ['tiles', () => byHand({ flags: 0x202 }), 'hdri.exr', /tiles/],
    ['an end that is missing', () => exr.subarray(0, exr.length - 200), 'hdri.truncated', /breaks off/],
    ['a header that is cut', () => exr.subarray(0, 60), 'hdri.truncated', /breaks off/],
    [
      'pixels that are damaged',
      () => exr.map((b, i) => (i > exr.length - 400 && i < exr.length - 100 ? 255 - b : b)),
      'hdri.damaged',
      /unpacked/,
    ],
  ])('is refused with %s, and a remedy', (_what, bytes, rule, message) => {
    const error = refusal(() => whole(bytes()))
    expect(error.rule).toBe(rule)
    expect(error.message).toMatch(message)
    expect(error.remedy).not.toBe('')
  })
})
