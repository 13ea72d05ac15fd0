import fc from 'fast-check'
import { encode } from 'jpeg-js'
import { describe, expect, it } from 'vitest'
import { encodePng, readPhoto } from '../../../src/encode'
import { matchReference, type ReferenceReading, readReference, unmatched } from '../../../src/production'

interface Photo {
  readonly width: number
  readonly height: number
  readonly rgba: Uint8Array
}
const code = (v: number) => Math.round(255 * Math.min(1, Math.max(0, v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055)))

/** A picture of linear light by place: x to the right, y up, both −1 to 1 over the picture's height. */
function photo(width: number, height: number, light: (x: number, y: number) => readonly [number, number, number]): Photo {
  const rgba = new Uint8Array(width * height * 4)
  for (let v = 0; v < height; v++)
    for (let u = 0; u < width; u++)
      rgba.set([...light((2 * (u + 0.5) - width) / height, 1 - (2 * (v + 0.5)) / height).map(code), 255], (v * width + u) * 4)
  return { width, height, rgba }
}
/** A ball before a wall, lit from an angle over a fill: Lambert's law. */
function ball(azimuth: number, altitude: number, ratio: number, [r, g, b]: readonly [number, number, number] = [0.42, 0.42, 0.42]): Photo {
  const [a, h] = [(azimuth * Math.PI) / 180, (altitude * Math.PI) / 180]
  const to = [Math.sin(a) * Math.cos(h), Math.sin(h), Math.cos(a) * Math.cos(h)]
  return photo(320, 180, (x, y) => {
    const [u, v] = [x / 0.55, y / 0.55]
    const flat = u * u + v * v
    if (flat > 1) return [0.9, 0.9, 0.9]
    const lit = 1 / ratio + (1 - 1 / ratio) * Math.max(0, u * to[0]! + v * to[1]! + Math.sqrt(1 - flat) * to[2]!)
    return [r * lit, g * lit, b * lit]
  })
}
const read = (p: Photo): ReferenceReading => {
  const answer = readReference(p)
  if (!answer.ok) throw new Error(answer.why)
  return answer.reading
}

describe('readReference', () => {
  it.each([
    [-60, 30],
    [-30, 45],
    [0, 50],
    [45, 20],
    [75, 0],
    [35, -20],
  ])('finds the key of a lit ball: %i° round, %i° up', (azimuth, altitude) => {
    const { key } = read(ball(azimuth, altitude, 6))
    expect(Math.abs(key.azimuth - azimuth)).toBeLessThanOrEqual(10)
    expect(Math.abs(key.altitude - altitude)).toBeLessThanOrEqual(10)
    expect(key.confidence).toBeGreaterThan(0.8)
    expect(key.of).toBe('thing')
    expect(key.sideConfidence).toBeGreaterThan(0.9)
  })

  it('is not sure of the side where a ball is as bright on both: what shades it is its paint', () => {
    // Lit from above the camera, darker at one edge only.
    const [w, h] = [320, 180]
    const patched = photo(w, h, (x, y) => {
      const [u, v] = [x / 0.55, y / 0.55]
      const flat = u * u + v * v
      if (flat > 1) return [0.9, 0.9, 0.9]
      const lit = 0.3 + 0.7 * Math.max(0, 0.5 * v + 0.87 * Math.sqrt(1 - flat))
      const paint = u > 0.82 ? 0.25 : 1
      return [0.42 * lit * paint, 0.42 * lit * paint, 0.42 * lit * paint]
    })
    const { key } = read(patched)
    expect(key.azimuth === 0 || key.sideConfidence < 0.5).toBe(true)
    expect(unmatched(read(patched)).join().includes('which side') || Math.abs(key.azimuth) < 8).toBe(true)
  })

  it('tells a harder light by its ratio, and the skin of a face from what is round it', () => {
    expect(read(ball(50, 30, 8)).key.ratio).toBeGreaterThan(read(ball(50, 30, 2)).key.ratio * 1.8)
    expect(read(ball(50, 30, 4, [0.55, 0.36, 0.26])).key.of).toBe('face')
  })

  it('is not sure of a ball without a key, nor of a wall', () => {
    expect(read(ball(50, 30, 1)).key.confidence).toBeLessThan(0.1)
    const wall = read(photo(320, 180, (x, y) => [0.2 + 0.05 * ((Math.round(x * 9) + Math.round(y * 9)) & 1), 0.2, 0.2]))
    expect(wall.key.confidence).toBeLessThan(0.25)
    expect(unmatched(wall).join()).toMatch(/where the key comes from cannot be told/)
    expect(matchReference(wall).some((m) => m.part === 'light')).toBe(false)
  })

  it.each([
    [0.3, 0],
    [0, 3],
    [-0.4, -4],
  ])('finds the horizon of a sea at %f, %i° down to the right', (at, degrees) => {
    const slope = Math.tan((degrees * Math.PI) / 180)
    const { horizon } = read(photo(320, 180, (x, y) => (y > at - slope * x ? [0.5, 0.6, 0.75] : [0.08, 0.12, 0.14])))
    expect(Math.abs(horizon.height - (at + 1) / 2)).toBeLessThan(0.02)
    expect(Math.abs(horizon.roll - degrees)).toBeLessThan(1)
    expect(horizon.confidence).toBeGreaterThan(0.9)
  })

  it('tells warm light from cool, and sees no horizon in a ball', () => {
    const grey = (r: number, b: number) =>
      read(photo(64, 36, (x, y) => [(0.3 + 0.2 * x * y) * r, 0.3 + 0.2 * x * y, (0.3 + 0.2 * x * y) * b]))
    expect(grey(1.5, 0.5).kelvin).toBeLessThan(4500)
    expect(grey(0.8, 1.3).kelvin).toBeGreaterThan(7500)
    expect(Math.abs(grey(1, 1).kelvin - 6504)).toBeLessThan(200)
    expect(read(ball(40, 30, 4)).horizon.confidence).toBeLessThan(0.45)
  })

  it.each([
    [photo(1, 1, () => [0.5, 0.5, 0.5]), /1×1 pixels/],
    [photo(15, 400, (x) => [x, x, x]), /15×400/],
    [photo(64, 64, () => [0, 0, 0]), /black/],
    [photo(64, 64, () => [1, 1, 1]), /white/],
    [photo(64, 64, () => [0.3, 0.1, 0.2]), /one colour/],
  ])('refuses what says nothing', (p, why) => {
    const answer = readReference(p)
    expect(answer.ok ? '' : answer.why).toMatch(why)
  })

  it('[property] answers any picture, the same every time, within its ranges', () => {
    const any = fc.record({
      width: fc.integer({ min: 1, max: 40 }),
      height: fc.integer({ min: 1, max: 40 }),
      seed: fc.uint8Array({ minLength: 64, maxLength: 64 }),
    })
    fc.assert(
      fc.property(any, ({ width, height, seed }) => {
        const rgba = Uint8Array.from({ length: width * height * 4 }, (_, i) => seed[(i * 7) % 64]!)
        const answer = readReference({ width, height, rgba })
        expect(readReference({ width, height, rgba })).toEqual(answer)
        if (!answer.ok) return
        for (const v of [answer.reading.key.confidence, answer.reading.horizon.confidence, answer.reading.kelvinConfidence]) {
          expect(v).toBeGreaterThanOrEqual(0)
          expect(v).toBeLessThanOrEqual(1)
        }
        for (const { value } of matchReference(answer.reading)) expect(JSON.stringify(value)).not.toMatch(/null|NaN/)
      }),
      { numRuns: 25 },
    )
  })
})

describe('readPhoto', () => {
  const lit = ball(-45, 30, 5)
  it('reads JPEG as PNG, within what JPEG loses', async () => {
    const jpeg = new Uint8Array(encode({ width: lit.width, height: lit.height, data: lit.rgba }, 92).data)
    const [a, b] = [readPhoto(jpeg), readPhoto(await encodePng(lit.rgba, lit.width, lit.height))]
    expect([a.width, a.height]).toEqual([320, 180])
    expect(b.rgba).toEqual(lit.rgba)
    let apart = 0
    for (let i = 0; i < a.rgba.length; i++) apart += Math.abs(a.rgba[i]! - b.rgba[i]!)
    expect(apart / a.rgba.length).toBeLessThan(3)
    expect(Math.abs(read(a).key.azimuth - -45)).toBeLessThanOrEqual(10)
  })

  it.each([
    [new Uint8Array(0), /empty/],
    [new TextEncoder().encode('a letter, and no picture at all'), /no picture/],
    [new TextEncoder().encode('RIFF....WEBPVP8 '), /WebP/],
    [Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2]), /JPEG cannot be read/],
    [Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 9]), /damaged/],
  ])('refuses what is none, in words', (bytes, why) => {
    expect(() => readPhoto(bytes)).toThrow(why)
  })
})
