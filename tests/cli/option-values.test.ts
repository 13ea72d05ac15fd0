import { describe, expect, it } from 'vitest'
import { fpsOf, layersOf, numberOf, qualityOf, rangeOf, sizeOf, wholeNumberOf } from '../../src/cli/option-values'
import type { Arguments } from '../../src/cli/parse-arguments'

const args = (values: Record<string, string>): Arguments => ({
  positionals: [],
  values: new Map(Object.entries(values)),
  switches: new Set(),
})

describe('option values', () => {
  it('[O1] sizes', () => {
    expect(sizeOf(args({ size: '1280x720' }), { even: true })).toEqual({ width: 1280, height: 720 })
    expect(sizeOf(args({ size: '1280×720' }), { even: true })).toEqual({ width: 1280, height: 720 })
    expect(sizeOf(args({}), { even: true })).toBeUndefined()
    for (const [size, message] of [
      ['721x480', /width must be even, got 721/],
      ['10x10', /width must be 16 to 8192, got 10/],
      ['99999x2', /width must be 16 to 8192/],
      ['big', /expected WIDTHxHEIGHT, got "big"/],
      ['', /expected WIDTHxHEIGHT/],
    ] as const)
      expect(() => sizeOf(args({ size }), { even: true })).toThrow(message)
  })
  it.each([
    ['10s-20s', { from: 10, to: 20 }],
    ['10-20', { from: 10, to: 20 }],
    ['-15s', { from: 0, to: 15 }],
    ['90s-', { from: 90, to: undefined }],
    ['1:30-2:00', { from: 90, to: 120 }],
    ['1m30s-0:02:00.5', { from: 90, to: 120.5 }],
    ['1m-2m', { from: 60, to: 120 }],
  ])('[O2] range %s', (range, value) => {
    expect(rangeOf(args({ range }))).toEqual(value)
  })
  it.each(['20s-10s', '5s-5s', '-', '', '10', 'a-b', '1-2-3', '10s to 20s'])('[O3] refuses the range %j', (range) => {
    expect(() => rangeOf(args({ range }))).toThrow(/--range: expected FROM-TO/)
  })
  it('[O4] rates, numbers and words', () => {
    expect(fpsOf(args({ fps: '23.976' }))).toEqual({ num: 24000, den: 1001 })
    expect(() => fpsOf(args({ fps: '0' }))).toThrow(/--fps: expected 1 to 240, got "0"/)
    expect(() => fpsOf(args({ fps: 'fast' }))).toThrow(/--fps/)
    expect(qualityOf(args({ quality: 'final' }), 'draft')).toBe('final')
    expect(qualityOf(args({}), 'draft')).toBe('draft')
    expect(() => qualityOf(args({ quality: 'prevew' }), 'draft')).toThrow(/expected one of draft, preview, production, final/)
    expect(wholeNumberOf(args({ frame: '12' }), 'frame', 0, 100)).toBe(12)
    for (const frame of ['-1', '1.5', '', 'x', '101']) expect(() => wholeNumberOf(args({ frame }), 'frame', 0, 100)).toThrow(/--frame/)
    expect(numberOf(args({ strength: '0.5' }), 'strength', 0, 1)).toBe(0.5)
    for (const strength of ['2', 'NaN', '']) expect(() => numberOf(args({ strength }), 'strength', 0, 1)).toThrow(/--strength/)
  })
  it('[O5] layers: so many, or cut at metres', () => {
    expect(layersOf(args({}), 16)).toBeUndefined()
    expect(layersOf(args({ layers: '4' }), 16)).toBe(4)
    expect(layersOf(args({ layers: '1.5, 4,12m' }), 16)).toEqual([1.5, 4, 12])
    expect(layersOf(args({ layers: '2.5' }), 16)).toEqual([2.5])
    expect(layersOf(args({ layers: '3m' }), 16)).toEqual([3])
    for (const [layers, message] of [
      ['0', /1 to 16 layers, got 0/],
      ['17', /1 to 16 layers, got 17/],
      ['4,2', /must ascend from above 0 m, got 2 after 4/],
      ['0,2', /got 0 after 0/],
      ['near,far', /got "near,far"/],
      ['', /got ""/],
      [Array.from({ length: 16 }, (_, i) => i + 1).join(','), /17 layers are more than 16/],
    ] as const)
      expect(() => layersOf(args({ layers }), 16)).toThrow(message)
  })
})
