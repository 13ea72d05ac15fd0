import { describe, expect, test } from 'vitest'
import {
  DIFFUSION_DITHERS,
  DIFFUSION_KERNELS,
  DISTANCES,
  diffuseSerpentine,
  diffusionBound,
  type SerpentineOptions,
} from '../../../src/departments/retro'
import { linearOfSrgb } from '../../reference/colour'
import { diffuse, kernelOf } from '../../reference/diffuse'
import type { LightPicture } from '../../reference/picture'
import { noiseLight } from '../../reference/pictures'

const COLOURS = ['#000000', '#1d2b53', '#7e2553', '#008751', '#ab5236', '#5f574f', '#c2c3c7', '#fff1e8', '#ff004d', '#ffa300']
const flat = (width: number, height: number, code: number): LightPicture => ({
  width,
  height,
  light: new Uint16Array(3 * width * height).fill(linearOfSrgb(code)),
})

function expected(source: LightPicture, colours: readonly string[], { kind, strength, linear, distance }: SerpentineOptions): string[] {
  const bound = diffusionBound(linear)
  const { rgba } = diffuse(source, { kind, linear, distance, colours, strength: Math.round(strength * 256), bound, serpentine: true })
  return Array.from(
    { length: rgba.length / 4 },
    (_, i) => `#${[0, 1, 2].map((c) => rgba[4 * i + c]!.toString(16).padStart(2, '0')).join('')}`,
  )
}

describe('diffuseSerpentine', () => {
  test.each(DIFFUSION_DITHERS)('%s equals the reference', (kind) => {
    for (const linear of [false, true])
      for (const strength of [1, 0.6]) {
        const distance = DISTANCES[(DIFFUSION_DITHERS.indexOf(kind) + Number(linear)) % 4]!
        const source = noiseLight(kind, 23, 17)
        const options = { kind, strength, linear, distance }
        const places = diffuseSerpentine(source, { colours: COLOURS }, options)
        expect([...places].map((i) => COLOURS[i])).toEqual(expected(source, COLOURS, options))
      }
  })

  test('keeps to the palettes of cells', () => {
    const cells = {
      size: { width: 4, height: 4 },
      palettes: [
        [0, 7],
        [3, 8, 9],
      ],
    }
    const set = { colours: COLOURS, cells }
    const options = { kind: 'atkinson', strength: 1, linear: false, distance: 'oklab', cells: [0, 1, 1, 0] } as const
    const places = diffuseSerpentine(noiseLight('cells', 8, 8), set, options)
    places.forEach((place, i) => {
      const cell = Math.floor(i / 32) * 2 + Math.floor((i % 8) / 4)
      expect(cells.palettes[options.cells[cell]!]).toContain(place)
    })
    expect(() =>
      diffuseSerpentine(noiseLight('cells', 8, 8), set, { kind: 'atkinson', strength: 1, linear: false, distance: 'oklab' }),
    ).toThrow(RangeError)
  })

  test('mean light is kept', () => {
    const source = flat(64, 64, 110)
    const options = { kind: 'floyd-steinberg', strength: 1, linear: true, distance: 'linear' } as const
    const white = diffuseSerpentine(source, { colours: ['#000000', '#ffffff'] }, options).reduce((sum, place) => sum + place, 0)
    expect(Math.abs(white / 4096 - source.light[0]! / 65535)).toBeLessThan(0.01)
  })
})

test.each(DIFFUSION_DITHERS)('%s is the kernel that is printed everywhere', (kind) => {
  const { divisor, ahead, below, below2 } = DIFFUSION_KERNELS[kind]
  const printed = kernelOf(kind)
  expect(divisor).toBe(printed.divisor)
  const weightAt = (x: number, y: number): number => printed.taps.find(({ dx, dy }) => dx === x && dy === y)?.weight ?? 0
  expect(ahead).toEqual([1, 2].map((x) => weightAt(x, 0)))
  expect(below).toEqual([-2, -1, 0, 1, 2].map((x) => weightAt(x, 1)))
  expect(below2).toEqual([-2, -1, 0, 1, 2].map((x) => weightAt(x, 2)))
})
