import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cropFor, displayRect, displaySize, nativeSize, STYLES, type Style, styleByName } from '../../../src/departments/retro'

const [hollywood, nes, gameboy] = ['hollywood', 'nes', 'gameboy'].map(styleByName) as [Style, Style, Style]
const machines = STYLES.filter((style) => style.resolution !== null)
const sizes = fc.tuple(fc.integer({ min: 64, max: 4096 }), fc.integer({ min: 64, max: 4096 }))

describe('cropFor', () => {
  test('known pictures', () => {
    expect(cropFor(hollywood, 1280, 720)).toEqual({ x: 0, y: 0, width: 1280, height: 720 })
    // 256 × 8/7 : 240 = 1.219
    expect(cropFor(nes, 1280, 720)).toEqual({ x: 201, y: 0, width: 878, height: 720 })
    expect(cropFor(gameboy, 1280, 720)).toEqual({ x: 240, y: 0, width: 800, height: 720 })
    expect(cropFor(gameboy, 720, 1280)).toEqual({ x: 0, y: 316, width: 720, height: 648 })
    expect(cropFor(nes, 1, 1)).toEqual({ x: 0, y: 0, width: 1, height: 1 })
  })

  test('lies in the look, fills one side, is centred and undistorted to a pixel', () => {
    fc.assert(
      fc.property(fc.constantFrom(...machines), sizes, (style, [width, height]) => {
        const rect = cropFor(style, width, height)
        const aspect = (style.resolution!.width * style.pixelAspect.num) / (style.resolution!.height * style.pixelAspect.den)
        expect(rect.x >= 0 && rect.y >= 0 && rect.x + rect.width <= width && rect.y + rect.height <= height).toBe(true)
        expect(rect.width === width || rect.height === height).toBe(true)
        expect(Math.abs(width - rect.width - 2 * rect.x)).toBeLessThanOrEqual(1)
        expect(Math.abs(height - rect.height - 2 * rect.y)).toBeLessThanOrEqual(1)
        expect(Math.min(Math.abs(rect.width - rect.height * aspect), Math.abs(rect.height - rect.width / aspect))).toBeLessThanOrEqual(0.51)
      }),
    )
  })

  test('refuses sizes that are not whole and positive', () => {
    expect(() => cropFor(nes, 0, 10)).toThrow('cropFor: width must be a whole number of at least 1, got 0')
    expect(() => cropFor(nes, 10, 1.5)).toThrow(RangeError)
    expect(() => nativeSize(nes, Number.NaN, 1)).toThrow(RangeError)
  })
})

describe('displaySize', () => {
  test.each([
    [nes, 1280, 720, 878, 720],
    [nes, 1920, 1080, 1170, 960],
    [nes, 292, 240, 292, 240],
    [gameboy, 1280, 720, 800, 720],
    [gameboy, 640, 360, 320, 288],
    [gameboy, 160, 144, 160, 144],
    [hollywood, 1281, 721, 1280, 720],
  ] as const)('%#: %o', (style, width, height, shownWidth, shownHeight) => {
    expect(displaySize(style, width, height)).toEqual({ width: shownWidth, height: shownHeight })
  })

  test('is even, fits, and scales lines by a whole number where one line for a line fits', () => {
    fc.assert(
      fc.property(fc.constantFrom(...machines), sizes, (style, [width, height]) => {
        const shown = displaySize(style, width, height)
        expect(shown.width % 2 === 0 && shown.height % 2 === 0 && shown.width >= 2 && shown.height >= 2).toBe(true)
        expect(shown.width <= width && shown.height <= height).toBe(true)
        const { resolution, pixelAspect } = style
        const across = (resolution!.width * pixelAspect.num) / pixelAspect.den
        if (width >= across && height >= resolution!.height) expect(shown.height % resolution!.height).toBe(0)
      }),
    )
  })

  test('refuses targets that cannot be even', () => {
    expect(() => displaySize(nes, 1, 100)).toThrow(RangeError)
  })

  test('the native size is the machine’s, or the look’s', () => {
    expect(nativeSize(nes, 640, 360)).toEqual({ width: 256, height: 240 })
    expect(nativeSize(hollywood, 640, 360)).toEqual({ width: 640, height: 360 })
  })
})

describe('displayRect', () => {
  const zx = styleByName('zx-spectrum')
  test.each([
    ['whole lines of a plain screen, centred', { ...zx, display: { kind: 'plain' } as const }, [105, 39, 270, 192]],
    ['a tube fills the height', zx, [50, 0, 379, 270]],
  ])('%s', (_, style, [x, y, width, height]) => {
    expect(displayRect(style, { width: 256, height: 192 }, { width: 480, height: 270 })).toEqual({ x, y, width, height })
  })

  test('keeps the aspect of a look that is its own picture', () => {
    const rect = displayRect(styleByName('hollywood'), { width: 200, height: 100 }, { width: 480, height: 270 })
    expect(rect).toEqual({ x: 0, y: 15, width: 480, height: 240 })
  })
})
