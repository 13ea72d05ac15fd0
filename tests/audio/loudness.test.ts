import { describe, expect, it } from 'vitest'
import { gainOf, type Stereo, silence } from '../../src/audio'
import { Limiter } from '../../src/audio/limiter'
import { LoudnessMeter } from '../../src/audio/loudness'
import { PeakMeter } from '../../src/audio/true-peak'
import { random } from '../../src/film'
import { sine } from './tones'

const lufsOf = (...parts: readonly Stereo[]): number => {
  const meter = new LoudnessMeter()
  for (const part of parts) meter.add(part)
  return meter.integrated()
}

const peakOf = (sound: Stereo): number => {
  const meter = new PeakMeter()
  meter.add([sound.left, sound.right])
  return 20 * Math.log10(meter.finish())
}

describe('loudness', () => {
  // EBU Tech 3341, table 1: signals 1 to 5, each within 0.1 LU.
  it.each([
    ['1', -23, [[20, -23]]],
    ['2', -33, [[20, -33]]],
    [
      '3',
      -23,
      [
        [10, -36],
        [60, -23],
        [10, -36],
      ],
    ],
    [
      '4',
      -23,
      [
        [10, -72],
        [10, -36],
        [60, -23],
        [10, -36],
        [10, -72],
      ],
    ],
    [
      '5',
      -23,
      [
        [20, -26],
        [20.1, -20],
        [20, -26],
      ],
    ],
  ] as const)('signal %s of EBU 3341 is %f LUFS', (_, asked, parts) => {
    const lufs = lufsOf(...parts.map(([seconds, db]) => sine(seconds, 1000, db)))
    expect(Math.abs(lufs - asked)).toBeLessThanOrEqual(0.1)
  })

  it('a tone 1 dB louder is 1 LU louder, and silence has none', () => {
    expect(lufsOf(sine(3, 1000, -20)) - lufsOf(sine(3, 1000, -21))).toBeCloseTo(1, 2)
    expect(lufsOf(silence(96000))).toBe(Number.NEGATIVE_INFINITY)
  })

  it('the limiter holds true peaks under its ceiling, keeps length and order, and leaves quiet sound alone', () => {
    const r = random('limiter')
    const loud = silence(24000)
    for (let i = 0; i < 24000; i++) {
      const burst = i % 6000 < 900 ? 1.9 : 0.2
      loud.left[i] = burst * r.range(-1, 1)
      loud.right[i] = burst * Math.sin(i * 0.7853981634 + 0.7853981634)
    }
    expect(peakOf(loud)).toBeGreaterThan(3)
    const limiter = new Limiter(gainOf(-1))
    const [a, b] = [limiter.add(loud), limiter.finish()]
    const out = { left: Float32Array.from([...a.left, ...b.left]), right: Float32Array.from([...a.right, ...b.right]) }
    expect(out.left.length).toBeGreaterThanOrEqual(24000)
    expect(peakOf(out)).toBeLessThanOrEqual(-0.95)
    expect(peakOf(out)).toBeGreaterThan(-1.6)
    const calm = sine(0.5, 440, -12)
    const still = new Limiter(gainOf(-1)).add(calm)
    expect(still.left).toEqual(calm.left.slice(0, still.left.length))
  })
})
