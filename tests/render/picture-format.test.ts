import { expect, test } from 'vitest'
import { styleByName } from '../../src/departments/retro'
import { lookSizeFor, shadowMapSizeFor } from '../../src/render/picture-format'
import { QUALITY } from '../../src/render/quality'

test('a look is as large as the picture, or twice as fine as a machine’s lines, at the film’s aspect', () => {
  const at = (id: string, width: number, height: number) => lookSizeFor({ width, height, style: styleByName(id) }, 16 / 9)
  expect(at('hollywood', 640, 360)).toEqual({ width: 640, height: 360 })
  expect(at('hollywood', 640, 640)).toEqual({ width: 640, height: 360 })
  expect(at('hollywood', 1000, 360)).toEqual({ width: 640, height: 360 })
  expect(at('nes', 64, 36)).toEqual({ width: 854, height: 480 })
})

test('shadow maps are the quality’s from an ordinary picture on, and less where nobody could see them', () => {
  const of = (width: number, quality: keyof typeof QUALITY) => shadowMapSizeFor({ width, height: width / 2 }, QUALITY[quality])
  expect([of(1920, 'final'), of(1280, 'preview'), of(640, 'preview'), of(640, 'draft')]).toEqual([4096, 2048, 2048, 1024])
  expect([of(320, 'preview'), of(96, 'preview'), of(16, 'preview')]).toEqual([1024, 512, 256])
})
