import { FloatType } from 'three'
import { HDRLoader } from 'three/addons/loaders/HDRLoader.js'
import { describe, expect, it } from 'vitest'
import {
  averagePanorama,
  harmonicIrradiance,
  harmonicRadiance,
  luminance,
  meterPanorama,
  openHdr,
  PanoramaError,
  readPanorama,
  turned,
} from '../../../../src/departments/lighting'
import { dot, type Vec3 } from '../../../../src/film'
import { pixelDirection, sunAt, testSky, writeHdr } from './write-hdr'

const refusal = (bytes: Uint8Array): PanoramaError => {
  try {
    readPanorama(bytes)
  } catch (error) {
    if (error instanceof PanoramaError) return error
    throw error
  }
  throw new Error('it was read')
}
const whole = (bytes: Uint8Array) => averagePanorama(openHdr(bytes), 8192)
const even = (): Vec3 => [0.5, 0.5, 0.5]

describe('reading .hdr', () => {
  const sky = testSky({ sun: [0, 0, 0] })
  const flat = writeHdr(64, 32, sky, { rows: 'flat' })
  const runs = writeHdr(64, 32, sky)

  it('reads flat rows and run lengths alike, each pixel within the precision of RGBE', () => {
    expect(runs.length).not.toBe(flat.length)
    const picture = whole(flat)
    expect(whole(runs)).toEqual(picture)
    // The same as another reader, which takes a mantissa for its lower end and divides by 255.
    const theirs = new HDRLoader().setDataType(FloatType).parse(runs.buffer as ArrayBuffer)
    let worst = 0
    let apart = 0
    for (let i = 0; i < 64 * 32; i++) {
      const want = sky(pixelDirection(i % 64, Math.floor(i / 64), 64, 32))
      const most = Math.max(...want)
      for (let c = 0; c < 3; c++) {
        const got = picture.light[i * 3 + c] as number
        worst = Math.max(worst, Math.abs(got - want[c]!) / most)
        apart = Math.max(apart, Math.abs(got - ((theirs.data as Float32Array)[i * 4 + c] as number)) / most)
      }
    }
    expect(worst).toBeLessThan(1 / 200)
    expect(apart).toBeLessThan(1 / 100)
  })

  it('reads the repetitions of the oldest files', () => {
    const head = new TextEncoder().encode('#?RGBE\nFORMAT=32-bit_rle_rgbe\n\n-Y 8 +X 16\n')
    // Rows of one colour: a pixel, and fifteen of the same.
    const row = [128, 64, 32, 129, 1, 1, 1, 15]
    const file = Uint8Array.from([...head, ...Array(8).fill(row).flat()])
    const { light } = whole(file)
    expect(light[0]).toBeCloseTo(128.5 / 128, 6)
    for (let i = 3; i < light.length; i++) expect(light[i]).toBe(light[i % 3])
  })

  it.each([
    ['cut off in a row of runs', runs.subarray(0, runs.length - 40), 'hdri.truncated', /line 29/],
    ['cut off in a flat row', flat.subarray(0, flat.length - 300), 'hdri.truncated', /line 31/],
    ['cut off in the header', runs.subarray(0, 20), 'hdri.truncated', /header/],
    ['another format', new TextEncoder().encode('\x89PNG and so on'), 'hdri.format', /header/],
    ['too large', writeHdr(16, 8, even, { size: '-Y 8192 +X 16384' }), 'hdri.size', /header/],
    ['too small', writeHdr(8, 4, even), 'hdri.size', /header/],
    ['not all around', writeHdr(32, 32, even), 'hdri.shape', /header/],
    ['lying on its side', writeHdr(64, 32, even, { size: '+X 64 -Y 32' }), 'hdri.orientation', /header/],
    ['black', writeHdr(64, 32, () => [0, 0, 0]), 'hdri.dark', /^$/],
  ])('refuses one that is %s, with place and remedy', (_what, bytes, rule, place) => {
    const error = refusal(bytes)
    expect(error.rule).toBe(rule)
    expect(error.place).toMatch(place)
    expect(error.remedy).not.toBe('')
  })

  it('refuses a row that says another width', () => {
    const bad = runs.slice()
    const start = bad.length - openingsOf(bad)
    bad[start + 3] = 63
    expect(refusal(bad)).toMatchObject({ rule: 'hdri.damaged', place: 'line 1' })
  })
})

/** Bytes after the header. */
const openingsOf = (bytes: Uint8Array): number => {
  const text = new TextDecoder('latin1').decode(bytes)
  const size = text.indexOf('-Y ')
  return bytes.length - (text.indexOf('\n', size) + 1)
}

describe('light of a panorama', () => {
  /** Metered, in the file's own scale. */
  const lightOf = (radiance: (d: Vec3) => Vec3) => {
    const metered = meterPanorama(whole(writeHdr(256, 128, radiance)))
    const scale = 2 ** -metered.stops
    return { metered, on: (n: Vec3) => luminance(harmonicIrradiance(metered.harmonics, n)) * scale, scale }
  }

  it('irradiance is the analytic one within 2 %: even all round, a half sky, one that rises linearly', () => {
    const all = lightOf(() => [0.8, 0.8, 0.8])
    for (const n of [
      [0, 1, 0],
      [0, -1, 0],
      [1, 0, 0],
      [0.6, 0, -0.8],
    ] as const)
      expect(Math.abs(all.on(n) / (Math.PI * 0.8) - 1)).toBeLessThan(0.02)
    const half = lightOf(([, y]) => (y > 0 ? [1, 1, 1] : [0, 0, 0]))
    expect(Math.abs(half.on([0, 1, 0]) / Math.PI - 1)).toBeLessThan(0.02)
    expect(Math.abs(half.on([1, 0, 0]) / (Math.PI / 2) - 1)).toBeLessThan(0.02)
    expect(half.on([0, -1, 0])).toBeLessThan(0.02 * Math.PI)
    // L = 1 + k·d along any axis: E(n) = π + (2π/3) k·n.
    const k: Vec3 = [0.3, 0.4, -0.5]
    const slope = lightOf((d) => [1 + dot(d, k), 1 + dot(d, k), 1 + dot(d, k)])
    for (const n of [
      [0, 1, 0],
      [1, 0, 0],
      [0, 0, 1],
      [0, 0, -1],
    ] as const)
      expect(Math.abs(slope.on(n) / (Math.PI + ((2 * Math.PI) / 3) * dot(k, n)) - 1)).toBeLessThan(0.02)
  })

  it('irradiance of a made sky is the cosine-weighted sum within 2 % on what faces up', () => {
    const radiance = testSky({ sun: [0, 0, 0] })
    let sum = 0
    const [w, h] = [512, 256]
    for (let y = 0; y < h / 2; y++)
      for (let x = 0; x < w; x++) {
        const d = pixelDirection(x, y, w, h)
        sum += luminance(radiance(d)) * d[1] * ((2 * Math.PI) / w) * (Math.PI / h) * Math.sqrt(1 - d[1] * d[1])
      }
    expect(Math.abs(lightOf(radiance).on([0, 1, 0]) / sum - 1)).toBeLessThan(0.02)
  })

  it.each([
    [40, 45],
    [-130, 12],
    [179.5, 60],
    [90, 4],
  ])('finds a sun at %s° right, %s° high within 1°, in its colour, as strong as it is', (azimuth, altitude) => {
    const colour: Vec3 = [2500, 2000, 1200]
    const { metered, scale } = lightOf(testSky({ azimuth, altitude, sun: colour }))
    const { sun } = metered
    expect(Math.acos(Math.min(1, dot(sun!.direction, sunAt(azimuth, altitude)))) * (180 / Math.PI)).toBeLessThan(1)
    expect(sun!.colour[0] / sun!.colour[2]).toBeCloseTo(2500 / 1200, 0)
    // A disc of 1.5°: its solid angle times its radiance; pixels of 1.4° make it coarse.
    const disc = 2 * Math.PI * (1 - Math.cos((1.5 * Math.PI) / 180)) * luminance(colour)
    expect((sun!.lux * scale) / disc).toBeGreaterThan(0.7)
    expect((sun!.lux * scale) / disc).toBeLessThan(1.4)
    // And what is left has none of it.
    expect(luminance(harmonicRadiance(metered.harmonics, sun!.direction)) * scale).toBeLessThan(3)
  })

  it('finds none in a clouded sky', () => {
    expect(lightOf(testSky({ sun: [3, 3, 3] })).metered.sun).toBeUndefined()
    expect(lightOf(() => [1, 1, 1]).metered.sun).toBeUndefined()
  })

  it('turns to the right: what was ahead is at the right after 90°, and comes back', () => {
    const d = turned([0, 0, -1], Math.PI / 2)
    expect(d[0]).toBeCloseTo(1, 9)
    expect(turned(d, -Math.PI / 2)[2]).toBeCloseTo(-1, 9)
  })

  it('says the same of a file twice as bright, one stop apart', () => {
    const sky = testSky()
    const [a, b] = [lightOf(sky).metered, lightOf((d) => sky(d).map((v) => v * 2) as unknown as Vec3).metered]
    expect(b.stops - a.stops).toBeCloseTo(-1, 4)
    expect(b.sun!.lux).toBeCloseTo(a.sun!.lux, 3)
    expect(b.horizon[0]).toBeCloseTo(a.horizon[0], 4)
  })
})
