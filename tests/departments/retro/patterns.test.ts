import { describe, expect, test } from 'vitest'
import { type Dither, ORDERED_DITHERS, patternOf, thresholdsOf } from '../../../src/departments/retro'
import { random } from '../../../src/film'
import { bayerMatrix } from '../../reference/quantise'

const of = (kind: Dither['kind'], size: Dither['size'] = 4, pattern: Dither['pattern'] = null) => patternOf({ kind, size, pattern })!

describe('threshold maps', () => {
  test('Bayer is the recursion', () => {
    for (const size of [2, 4, 8, 16] as const) expect([...of('bayer', size).ranks]).toEqual(bayerMatrix(size).flat())
    expect([...of('bayer', 8).ranks.subarray(0, 8)]).toEqual([0, 32, 8, 40, 2, 34, 10, 42])
  })

  test.each(ORDERED_DITHERS.filter((kind) => kind !== 'pattern'))('%s holds every rank once', (kind) => {
    const { width, height, ranks, cells } = of(kind)
    expect(width * height).toBe(cells)
    expect([...ranks].sort((a, b) => a - b)).toEqual(Array.from({ length: cells }, (_, i) => i))
  })

  test('a pattern of any numbers becomes ranks; equal ones share the middle', () => {
    expect([...of('pattern', 4, [[700, 3, 20]]).ranks]).toEqual([2, 0, 1])
    const shared = of('pattern', 4, [
      [5, 5],
      [5, 9],
    ])
    expect([...shared.ranks]).toEqual([1, 1, 1, 3])
    expect(shared).toMatchObject({ width: 2, height: 2, cells: 4 })
  })

  test('nothing for no dither and for error diffusion', () => {
    expect(of('none')).toBeNull()
    expect(of('atkinson')).toBeNull()
  })

  test('refuses patterns of no shape', () => {
    expect(() => of('pattern', 4, [])).toThrow(RangeError)
    expect(() => of('pattern', 4, [[1, 2], [3]])).toThrow('rows of equal length')
    expect(() => of('bayer', 3 as never)).toThrow('expected 2, 4, 8 or 16, got 3')
  })

  test('thresholds are the middles of the slices', () => {
    expect([...thresholdsOf(of('bayer', 2))]).toEqual([32, 160, 224, 96])
    expect(Math.max(...thresholdsOf(of('blue-noise')))).toBe(255)
  })
})

describe('blue noise', () => {
  const { ranks } = of('blue-noise')

  test('has little energy at low frequencies, at every level', () => {
    const white = shuffled(4096)
    for (const level of [64, 410, 1024, 2048, 3072, 3686]) {
      const blue = lowEnergy(ranks, level)
      expect(blue, `level ${level}`).toBeLessThan(0.12 * lowEnergy(white, level))
    }
  })

  test('has no preferred direction', () => {
    const points = pointsOf(ranks, 2048)
    const [across, down] = [energy(points, 20, 0), energy(points, 0, 20)]
    expect(Math.max(across, down) / (across + down)).toBeLessThan(0.99)
    expect(Math.max(...[10, 16, 32].map((k) => energy(points, k, k)))).toBeLessThan(0.1 * 2048 ** 2)
  })
})

/** Mean power of the points below `level` over waves at most half as many to the tile as points of the fewer kind to a side. */
function lowEnergy(ranks: Uint16Array, level: number): number {
  const points = pointsOf(ranks, level)
  const most = Math.min(8, Math.sqrt(Math.min(level, 4096 - level)) / 2)
  let [sum, count] = [0, 0]
  for (let v = 0; v <= 8; v++)
    for (let u = v === 0 ? 1 : -8; u <= 8; u++) {
      if (u * u + v * v > most * most) continue
      sum += energy(points, u, v)
      count++
    }
  return sum / count
}

const pointsOf = (ranks: Uint16Array, level: number): number[] =>
  Array.from({ length: 4096 }, (_, place) => place).filter((place) => ranks[place]! < level)

function energy(points: readonly number[], u: number, v: number): number {
  let [re, im] = [0, 0]
  for (const place of points) {
    const turn = (2 * Math.PI * (u * (place % 64) + v * Math.floor(place / 64))) / 64
    re += Math.cos(turn)
    im += Math.sin(turn)
  }
  return re * re + im * im
}

function shuffled(count: number): Uint16Array {
  const ranks = Uint16Array.from({ length: count }, (_, i) => i)
  const { int } = random('white noise')
  for (let i = count - 1; i > 0; i--) {
    const j = int(0, i)
    const held = ranks[i]!
    ranks[i] = ranks[j]!
    ranks[j] = held
  }
  return ranks
}
