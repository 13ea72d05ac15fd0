import { describe, expect, test } from 'vitest'
import { distanceCuts, pixelDistances, splitByDistance } from '../../../src/departments/retro/depth-layers'
import { random } from '../../../src/film'

const repeat = (parts: readonly (readonly [metres: number, pixels: number])[]) =>
  Float32Array.from(parts.flatMap(([metres, pixels]) => Array<number>(pixels).fill(metres)))

describe('where to cut', () => {
  test('between things, by ratio: a hand, two people, a wall, the sky', () => {
    const scene = repeat([
      [0.7, 40],
      [2.9, 300],
      [3.1, 280],
      [9, 500],
      [Infinity, 200],
    ])
    const cuts = distanceCuts(scene, 4)
    expect(cuts).toHaveLength(3)
    const [hand, people, wall] = cuts as [number, number, number]
    expect(hand).toBeGreaterThan(0.75)
    expect(hand).toBeLessThan(2.9)
    expect(people).toBeGreaterThan(3.2)
    expect(people).toBeLessThan(9)
    // The sky stands by itself: all that has a distance is nearer.
    expect(wall).toBeGreaterThan(9)
    expect(wall).toBeLessThan(9.5)
    expect(splitByDistance(new Uint8Array(4 * scene.length), scene, cuts).map((l) => l.pixels)).toEqual([200, 500, 580, 40])
  })

  test('fewer where there are fewer distances; none for one layer or sky alone', () => {
    expect(distanceCuts(repeat([[5, 10]]), 4)).toEqual([])
    expect(distanceCuts(repeat([[Infinity, 10]]), 3)).toEqual([])
    expect(
      distanceCuts(
        repeat([
          [2, 5],
          [8, 5],
        ]),
        1,
      ),
    ).toEqual([])
    expect(
      distanceCuts(
        repeat([
          [2, 5],
          [8, 5],
        ]),
        6,
      ),
    ).toHaveLength(1)
  })

  test('ascends for any distances', () => {
    const r = random('cuts')
    for (let i = 0; i < 30; i++) {
      const distances = Float32Array.from({ length: r.int(1, 400) }, () => (r.range(0, 1) < 0.1 ? Infinity : 0.05 * 24000 ** r.range(0, 1)))
      const cuts = distanceCuts(distances, r.int(1, 16))
      for (const [k, cut] of cuts.entries()) expect(cut).toBeGreaterThan(cuts[k - 1] ?? 0)
    }
  })

  test('refuses counts that are none', () => {
    for (const count of [0, 17, 2.5, Number.NaN]) expect(() => distanceCuts(repeat([[1, 1]]), count)).toThrow(RangeError)
  })
})

test('a machine’s pixel is as far as most of what it covers', () => {
  const look = Float32Array.from([1, 1, 9, 1, 9, 9, 9, 9, 2, 2, 3, 3, 2, 9, 3, 3])
  const whole = { x: 0, y: 0, width: 4, height: 4 }
  expect([...pixelDistances(look, { width: 4, height: 4 }, whole, { width: 2, height: 2 })]).toEqual([1, 9, 2, 3])
  expect([...pixelDistances(look, { width: 4, height: 4 }, whole, { width: 4, height: 4 })]).toEqual([...look])
  const crop = { x: 1, y: 0, width: 2, height: 4 }
  expect([...pixelDistances(look, { width: 4, height: 4 }, crop, { width: 1, height: 2 })]).toEqual([9, 3])
  // A pixel smaller than the look's takes the one it lies in.
  expect([
    ...pixelDistances(Float32Array.from([4, 7]), { width: 2, height: 1 }, { x: 0, y: 0, width: 2, height: 1 }, { width: 4, height: 1 }),
  ]).toEqual([4, 4, 7, 7])
})

describe('layers', () => {
  const r = random('layers')
  const rgba = Uint8Array.from({ length: 4 * 500 }, (_, i) => (i % 4 === 3 ? 255 : r.int(0, 255)))
  const distances = Float32Array.from({ length: 500 }, () => (r.range(0, 1) < 0.2 ? Infinity : r.range(0.2, 40)))

  test('laid over each other are the picture, and each pixel is in one', () => {
    const layers = splitByDistance(rgba, distances, [1, 5, 20])
    expect(layers.map(({ fromM, toM }) => [fromM, toM])).toEqual([
      [20, null],
      [5, 20],
      [1, 5],
      [0, 1],
    ])
    expect(layers.reduce((sum, l) => sum + l.pixels, 0)).toBe(500)
    const over = new Uint8Array(rgba.length)
    for (const layer of layers)
      for (let i = 0; i < 500; i++) if (layer.rgba[4 * i + 3] === 255) over.set(layer.rgba.subarray(4 * i, 4 * i + 4), 4 * i)
    expect([...over]).toEqual([...rgba])
    for (const layer of layers) expect(layer.rgba.filter((v, i) => i % 4 === 3 && v === 255)).toHaveLength(layer.pixels)
  })

  test('what stands at a cut is behind it', () => {
    const [far, near] = splitByDistance(rgba.subarray(0, 8), Float32Array.from([2, 1.9]), [2])
    expect([far?.pixels, near?.pixels]).toEqual([1, 1])
    expect(far?.rgba[3]).toBe(255)
  })

  test('refuses cuts that do not ascend, and distances of another picture', () => {
    for (const cuts of [[2, 2], [3, 1], [0], [-1], [Infinity], [Number.NaN]])
      expect(() => splitByDistance(rgba, distances, cuts)).toThrow('must ascend')
    expect(() => splitByDistance(rgba, distances.subarray(1), [2])).toThrow('499 distances')
  })
})
