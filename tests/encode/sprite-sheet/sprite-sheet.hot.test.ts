import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  makeSpriteSheet,
  PACK_DEFAULTS,
  type PackOptions,
  packSprites,
  type Sprite,
  type SpriteSheet,
  texturePackerJson,
} from '../../../src/encode'
import { random } from '../../../src/film'

type Rect = { x: number; y: number; width: number; height: number }

const apart = (a: Rect, b: Rect, gap: number): boolean =>
  a.x >= b.x + b.width + gap || b.x >= a.x + a.width + gap || a.y >= b.y + b.height + gap || b.y >= a.y + a.height + gap

const sizes = (key: string, count: number, most: number): { width: number; height: number }[] => {
  const { int } = random(key)
  return Array.from({ length: count }, () => ({ width: int(1, most), height: int(1, most) }))
}

function expectPacked(sprites: readonly { width: number; height: number }[], options: PackOptions): void {
  const { maxSize, padding, extrude, powerOfTwo } = { ...PACK_DEFAULTS, ...options }
  const pages = packSprites(sprites, options)
  expect(pages.flatMap((p) => p.placements.map((q) => q.sprite)).sort((a, b) => a - b)).toEqual(sprites.map((_, i) => i))
  for (const { width, height, placements } of pages) {
    expect(Math.max(width, height)).toBeLessThanOrEqual(maxSize)
    if (powerOfTwo) expect([width & (width - 1), height & (height - 1)]).toEqual([0, 0])
    const rects = placements.map(({ sprite, x, y }) => ({ x, y, ...sprites[sprite]! }))
    rects.forEach((a, i) => {
      expect(a.x >= extrude && a.y >= extrude && a.x + a.width + extrude <= width && a.y + a.height + extrude <= height).toBe(true)
      for (const b of rects.slice(0, i)) expect(apart(a, b, padding + 2 * extrude)).toBe(true)
    })
  }
  expect(packSprites(sprites, options)).toEqual(pages)
}

describe('packSprites', () => {
  it('lays all out, none over another, all inside, the same each time', () => {
    const size = fc.record({ width: fc.integer({ min: 1, max: 40 }), height: fc.integer({ min: 1, max: 40 }) })
    const options = fc.record({
      maxSize: fc.integer({ min: 64, max: 200 }),
      padding: fc.nat(3),
      extrude: fc.nat(3),
      powerOfTwo: fc.boolean(),
    })
    fc.assert(fc.property(fc.array(size, { maxLength: 60 }), options, expectPacked), { numRuns: 60 })
  })

  it('wastes little', () => {
    const sprites = sizes('waste', 200, 64)
    const [page, ...more] = packSprites(sprites, { padding: 0 })
    expect(more).toEqual([])
    const area = sprites.reduce((sum, s) => sum + s.width * s.height, 0)
    expect(area / (page!.width * page!.height)).toBeGreaterThan(0.88)
  })

  it('fits equal sprites without waste', () => {
    const [page] = packSprites(Array(16).fill({ width: 32, height: 32 }), { padding: 0, powerOfTwo: true })
    expect([page!.width, page!.height]).toEqual([128, 128])
  })

  it('goes on to further pages', () => {
    const pages = packSprites(Array(10).fill({ width: 60, height: 60 }), { maxSize: 128, padding: 1 })
    expect(pages.map((p) => p.placements.length)).toEqual([4, 4, 2])
  })

  it('gives no page for no sprites, and refuses what does not fit', () => {
    expect(packSprites([])).toEqual([])
    expect(() => packSprites([{ width: 65, height: 1 }], { maxSize: 100, powerOfTwo: true })).toThrow('sprites.0.width')
    expect(() => packSprites([{ width: 1, height: 63 }], { maxSize: 64, extrude: 1 })).toThrow('sprites.0.height')
    expect(() => packSprites([], { padding: -1 })).toThrow('padding')
  })
})

/** A blob of noise somewhere in an empty picture. */
function blob(name: string, width: number, height: number): Sprite {
  const { int } = random(name)
  const [x0, y0] = [int(0, width - 1), int(0, height - 1)]
  const [x1, y1] = [int(x0, width - 1), int(y0, height - 1)]
  const rgba = new Uint8Array(width * height * 4)
  for (let y = y0; y <= y1; y++)
    for (let x = x0; x <= x1; x++) rgba.set([int(0, 255), int(0, 255), int(0, 255), int(1, 255)], (y * width + x) * 4)
  return { name, width, height, rgba, pivot: { x: 0.5, y: 1 } }
}

/** The sprites as somebody would take them from the sheet again. */
function unpacked({ pages, frames }: SpriteSheet): Sprite[] {
  return frames.map(({ name, page, frame, spriteSourceSize: at, sourceSize, pivot }) => {
    const rgba = new Uint8Array(sourceSize.w * sourceSize.h * 4)
    const sheet = pages[page]!
    for (let y = 0; y < at.h; y++)
      for (let x = 0; x < at.w; x++) {
        const from = ((frame.y + y) * sheet.width + frame.x + x) * 4
        rgba.set(sheet.rgba.subarray(from, from + 4), ((at.y + y) * sourceSize.w + at.x + x) * 4)
      }
    return { name, width: sourceSize.w, height: sourceSize.h, rgba, ...(pivot ? { pivot } : {}) }
  })
}

describe('makeSpriteSheet', () => {
  const sprites = Array.from({ length: 30 }, (_, i) => blob(`walk/${i}`, 24, 32))

  it.each([{}, { trim: false }, { extrude: 2, padding: 3 }, { powerOfTwo: true }, { maxSize: 64 }])(
    'gives every sprite back, with %j',
    (options) => {
      expect(unpacked(makeSpriteSheet(sprites, options))).toEqual(sprites)
    },
  )

  it('repeats edges outward', () => {
    const dot = { name: 'dot', width: 1, height: 1, rgba: Uint8Array.of(9, 8, 7, 255) }
    const { pages } = makeSpriteSheet([dot], { extrude: 1 })
    expect(pages[0]).toEqual({ width: 3, height: 3, rgba: Uint8Array.from(Array(9).fill([9, 8, 7, 255]).flat()) })
  })

  it('draws equal sprites once, and keeps a pixel of one that shows nothing', () => {
    const [one] = sprites
    const { pages, frames } = makeSpriteSheet([
      one!,
      { ...one!, name: 'again' },
      { name: 'none', width: 5, height: 6, rgba: new Uint8Array(120) },
    ])
    expect(frames[1]!.frame).toEqual(frames[0]!.frame)
    expect([frames[2]!.frame.w, frames[2]!.frame.h, frames[2]!.trimmed]).toEqual([1, 1, true])
    expect(pages).toHaveLength(1)
  })

  it('refuses names that stand twice and bytes that do not fit', () => {
    expect(() => makeSpriteSheet([sprites[0]!, sprites[0]!])).toThrow('sprites.1.name')
    expect(() => makeSpriteSheet([{ ...sprites[0]!, width: 3 }])).toThrow('sprites.0')
  })
})

describe('texturePackerJson', () => {
  it('says where each sprite is', () => {
    const rgba = new Uint8Array(4 * 3 * 4)
    rgba.set([1, 2, 3, 255, 4, 5, 6, 255], (1 * 4 + 2) * 4)
    const sheet = makeSpriteSheet([{ name: 'a.png', width: 4, height: 3, rgba, pivot: { x: 0.5, y: 1 }, durationMs: 125 }])
    expect(texturePackerJson(sheet, { images: ['hero.png'], animations: { walk: ['a.png', 'a.png'] } })).toEqual([
      {
        frames: {
          'a.png': {
            frame: { x: 0, y: 0, w: 2, h: 1 },
            rotated: false,
            trimmed: true,
            spriteSourceSize: { x: 2, y: 1, w: 2, h: 1 },
            sourceSize: { w: 4, h: 3 },
            pivot: { x: 0.5, y: 1 },
            anchor: { x: 0.5, y: 1 },
            duration: 125,
          },
        },
        animations: { walk: ['a.png', 'a.png'] },
        meta: { app: 'Oneshot', version: '1.0', image: 'hero.png', format: 'RGBA8888', size: { w: 2, h: 1 }, scale: '1' },
      },
    ])
  })

  it('has a document a page, and names the others', () => {
    const sheet = makeSpriteSheet(
      Array.from({ length: 5 }, (_, i) => blob(`s${i}`, 60, 60)),
      { trim: false, maxSize: 128 },
    )
    const [first, second] = texturePackerJson(sheet, { images: ['a-0.png', 'a-1.png'] })
    expect([Object.keys(first!.frames).length, Object.keys(second!.frames).length]).toEqual([4, 1])
    expect(first!.meta.related_multi_packs).toEqual(['a-1.json'])
    expect(second!.meta.related_multi_packs).toEqual(['a-0.json'])
  })

  it('refuses animations of sprites that are not there, and pages without a name', () => {
    const sheet = makeSpriteSheet([blob('a', 4, 4)])
    expect(() => texturePackerJson(sheet, { images: [] })).toThrow('images')
    expect(() => texturePackerJson(sheet, { images: ['a.png'], animations: { run: ['b'] } })).toThrow('animations.run')
  })
})
