import { expect, test } from 'vitest'
import { styleByName } from '../../src/departments/retro'
import { lookSizeFor, shadowMapSizeFor } from '../../src/render/picture-format'
import { QUALITY } from '../../src/render/quality'

test('a look is as large as the picture, or finer than a machine’s lines and as wide as its screen', () => {
  const at = (id: string, width: number, height: number, quality: keyof typeof QUALITY = 'preview', aspect = 16 / 9) =>
    lookSizeFor({ width, height, style: styleByName(id), quality: QUALITY[quality] }, aspect)
  expect(at('hollywood', 640, 360)).toEqual({ width: 640, height: 360 })
  expect(at('hollywood', 640, 640)).toEqual({ width: 640, height: 360 })
  expect(at('hollywood', 1000, 360)).toEqual({ width: 640, height: 360 })
  // 256×224 pixels of 8:7: one and a half lines for each, or one where four sub-frames lie between them.
  expect(at('snes', 64, 36)).toEqual({ width: 438, height: 336 })
  expect(at('snes', 64, 36, 'production')).toEqual({ width: 292, height: 224 })
  // Figures in a line of ink, which is drawn on one sub-frame, stay finer than their machine's pixels.
  expect(at('nes', 64, 36, 'production')).toEqual({ width: 438, height: 360 })
  // Few lines, or lines that are not averaged, are drawn twice as fine.
  expect(at('gameboy', 64, 36, 'final')).toEqual({ width: 320, height: 288 })
  expect(at('psx', 64, 36, 'final').height).toBe(480)
  // A film that is narrower than the screen keeps its aspect.
  expect(at('nes', 64, 36, 'preview', 1)).toEqual({ width: 360, height: 360 })
})

test('shadow maps are the quality’s from an ordinary picture on, and less where nobody could see them', () => {
  const of = (width: number, quality: keyof typeof QUALITY) => shadowMapSizeFor({ width, height: width / 2 }, QUALITY[quality])
  expect([of(1920, 'final'), of(1280, 'preview'), of(640, 'preview'), of(640, 'draft')]).toEqual([4096, 2048, 2048, 1024])
  expect([of(320, 'preview'), of(96, 'preview'), of(16, 'preview')]).toEqual([1024, 512, 256])
})
