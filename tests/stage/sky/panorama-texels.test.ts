import { describe, expect, it } from 'vitest'
import { dot, type Vec3 } from '../../../src/film'
import { panoramaTexels } from '../../../src/stage/sky'
import { pixelDirection, sunAt, testSky, writeHdr } from '../../departments/lighting/panorama/write-hdr'

/** RGB9E5 as the GPU reads it (WebGPU: `rgb9e5ufloat`). */
const unpacked = (texel: number): Vec3 => {
  const scale = 2 ** ((texel >>> 27) - 24)
  return [(texel & 511) * scale, ((texel >>> 9) & 511) * scale, ((texel >>> 18) & 511) * scale]
}

describe('texels of a panorama', () => {
  const sky = testSky({ sun: [0, 0, 0], horizon: [0.9, 0.05, 0.0004] })
  const { levels, unit } = panoramaTexels(writeHdr(64, 32, sky))

  it('hold the file within the precision of their nine bits, and its own', () => {
    let worst = 0
    for (let y = 0; y < 32; y++)
      for (let x = 0; x < 64; x++) {
        const want = sky(pixelDirection(x, y, 64, 32))
        const got = unpacked(levels[0]!.data[y * 64 + x]!)
        for (let c = 0; c < 3; c++) worst = Math.max(worst, Math.abs(got[c]! * unit - want[c]!) / Math.max(...want))
      }
    expect(worst).toBeLessThan(1 / 200 + 1 / 512)
    expect(worst).toBeGreaterThan(1e-5)
  })

  it('are halved down to one texel, each level as bright as the whole', () => {
    expect(levels.map((l) => [l.width, l.height])).toEqual([
      [64, 32],
      [32, 16],
      [16, 8],
      [8, 4],
      [4, 2],
      [2, 1],
      [1, 1],
    ])
    const mean = (data: Uint32Array) => data.reduce((sum, t) => sum + unpacked(t)[1], 0) / data.length
    for (const { data } of levels) expect(mean(data) / mean(levels[0]!.data)).toBeCloseTo(1, 1.5)
  })

  it('do not let a sun drown its sky in the smaller sizes', () => {
    const towards = sunAt(40, 50)
    const isSun = (d: Vec3) => dot(d, towards) > Math.cos((1.5 * Math.PI) / 180)
    const sunny = panoramaTexels(writeHdr(256, 128, (d) => (isSun(d) ? [60_000, 60_000, 60_000] : sky(d))))
    const brightest = (l: (typeof levels)[number]) => Math.max(...[...l.data].map((t) => unpacked(t)[1]))
    expect(brightest(sunny.levels[0]!)).toBeGreaterThan(190)
    expect(brightest(sunny.levels[0]!)).toBeLessThan(201)
    expect(brightest(sunny.levels[6]!)).toBeLessThan(6)
  })
})
