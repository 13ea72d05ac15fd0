import { beforeAll, expect, test } from 'vitest'
import { styleByName } from '../../src/departments/retro'
import type { CharacterSpec } from '../../src/film'
import { type SpriteFiles, shootSprites } from '../../src/production/shooting'
import type { FilmRenderer } from '../../src/render'
import { planOf, sharedRenderer, TINY_FILM } from '../purity/studio'

let film: FilmRenderer
let mara: CharacterSpec

beforeAll(async () => {
  film = await sharedRenderer()
  mara = planOf(TINY_FILM).store.cast.mara as CharacterSpec
})

const shoot = (style: string): Promise<SpriteFiles> =>
  shootSprites(
    film,
    { cast: mara, action: 'walk', directions: 4, framesPerCycle: 2, height: 32 },
    { style: styleByName(style), quality: 'draft', file: 'mara.png', now: () => performance.now() },
  )

async function pixelsOf(bytes: Uint8Array): Promise<ImageData> {
  const bitmap = await createImageBitmap(new Blob([bytes as BlobPart], { type: 'image/png' }))
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!
  context.drawImage(bitmap, 0, 0)
  return context.getImageData(0, 0, bitmap.width, bitmap.height)
}

let first: SpriteFiles

test('a figure is cut out, in the colours of the machine, its feet on one line', async () => {
  first = await shoot('gameboy')
  const files = first
  const page = files.pages[0]!
  expect([files.sprites, files.pages.length]).toEqual([8, 1])
  expect(files.animations).toEqual(['walk-south', 'walk-east', 'walk-north', 'walk-west'])
  expect(files.colours).toBeGreaterThan(1)
  expect(files.colours).toBeLessThanOrEqual(4)
  const { data, width } = await pixelsOf(page.png.bytes)
  const json = JSON.parse(new TextDecoder().decode(page.json.bytes))
  expect(json.meta.image).toBe('mara.png')
  expect(Object.keys(json.animations)).toEqual(files.animations)
  expect(Object.keys(json.frames)).toHaveLength(8)
  for (const [name, at] of Object.entries<Record<string, { x: number; y: number; w: number; h: number }>>(json.frames)) {
    const { frame, spriteSourceSize, sourceSize, pivot } = at as Required<typeof at>
    const [f, s, whole, p] = [frame!, spriteSourceSize!, sourceSize!, pivot!]
    let shown = 0
    for (let y = f.y; y < f.y + f.h; y++) for (let x = f.x; x < f.x + f.w; x++) if (data[(y * width + x) * 4 + 3] === 255) shown++
    // A figure, neither a speck nor a box.
    expect([name, shown / (f.w * f.h) > 0.35, shown / (f.w * f.h) < 0.95]).toEqual([name, true, true])
    // About as high as asked for, nothing cut off, and standing on the ground.
    expect(f.h).toBeGreaterThan(28)
    expect(f.h).toBeLessThan(42)
    expect(s.x > 0 && s.y > 0 && s.x + s.w < whole.w && s.y + s.h < whole.h).toBe(true)
    expect(Math.abs(s.y + s.h - p.y * whole.h)).toBeLessThan(7)
    expect(p.x).toBe(0.5)
  }
})

test('after another sheet the same one is the same bytes', async () => {
  const other = await shoot('nes')
  expect(await shoot('gameboy')).toEqual(first)
  expect(other.pages[0]?.png.bytes).not.toEqual(first.pages[0]?.png.bytes)
})
