import { sha256Hex } from '../../film'
import { PACK_DEFAULTS, type PackOptions, packSprites, type SpriteSize } from './pack-sprites'

/** A picture that goes onto a sheet. */
export interface Sprite extends SpriteSize {
  /** Names are told apart: no two are equal. */
  readonly name: string
  /** sRGB with alpha, four bytes a pixel, top row first. */
  readonly rgba: Uint8Array | Uint8ClampedArray
  /** What it turns about and stands on, in its own size: 0, 0 is its upper left corner and 1, 1 its lower right. */
  readonly pivot?: { readonly x: number; readonly y: number }
  /** For how long it is seen in its animation. */
  readonly durationMs?: number
}

/** A rectangle as the formats of sheets have it. */
export interface SheetRect {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** Where a sprite's pixels are, and where in the sprite they belong. */
export interface SheetFrame {
  readonly name: string
  /** Place of its page in the sheet. */
  readonly page: number
  readonly frame: SheetRect
  readonly trimmed: boolean
  /** What of the sprite is in the frame. */
  readonly spriteSourceSize: SheetRect
  readonly sourceSize: { readonly w: number; readonly h: number }
  readonly pivot?: { readonly x: number; readonly y: number }
  readonly durationMs?: number
}

/** Sprites on pages. */
export interface SpriteSheet {
  readonly pages: readonly (SpriteSize & { readonly rgba: Uint8Array })[]
  /** In the order of the sprites. */
  readonly frames: readonly SheetFrame[]
}

export interface SheetOptions extends PackOptions {
  /** Leave out what is transparent round a sprite; true by default. */
  readonly trim?: boolean
}

/**
 * Puts sprites on a sheet. Sprites whose pixels are equal share a place. One that shows nothing keeps a single pixel.
 * @throws RangeError if two have one name, bytes do not fit a size, or one does not fit on a page.
 */
export function makeSpriteSheet(sprites: readonly Sprite[], options: SheetOptions = {}): SpriteSheet {
  const { trim = true, extrude = PACK_DEFAULTS.extrude } = options
  check(sprites)
  const cut = sprites.map((sprite) => {
    const rect = trim ? shownRect(sprite) : { x: 0, y: 0, w: sprite.width, h: sprite.height }
    return { sprite, rect, rgba: cropped(sprite, rect) }
  })
  const keys = cut.map(({ rect, rgba }) => `${rect.w}×${rect.h} ${sha256Hex(rgba)}`)
  const first = new Map<string, number>()
  keys.forEach((key, i) => {
    if (!first.has(key)) first.set(key, i)
  })
  const unique = [...first.values()].map((i) => cut[i]!)
  const packed = packSprites(
    unique.map(({ rect }) => ({ width: rect.w, height: rect.h })),
    options,
  )
  const pages = packed.map(({ width, height }) => ({ width, height, rgba: new Uint8Array(width * height * 4) }))
  const places = new Map<string, { page: number; x: number; y: number }>()
  packed.forEach(({ placements }, page) => {
    for (const { sprite, x, y } of placements) {
      const { rect, rgba } = unique[sprite]!
      draw(pages[page]!, rgba, { x, y, w: rect.w, h: rect.h }, extrude)
      places.set(`${rect.w}×${rect.h} ${sha256Hex(rgba)}`, { page, x, y })
    }
  })
  const frames = cut.map(({ sprite, rect }, i): SheetFrame => {
    const { page, x, y } = places.get(keys[i]!)!
    return {
      name: sprite.name,
      page,
      frame: { x, y, w: rect.w, h: rect.h },
      trimmed: rect.w < sprite.width || rect.h < sprite.height,
      spriteSourceSize: rect,
      sourceSize: { w: sprite.width, h: sprite.height },
      ...(sprite.pivot ? { pivot: sprite.pivot } : {}),
      ...(sprite.durationMs === undefined ? {} : { durationMs: sprite.durationMs }),
    }
  })
  return { pages, frames }
}

/** The smallest rectangle with all that is not wholly transparent; the upper left pixel where all is. */
function shownRect({ width, height, rgba }: Sprite): SheetRect {
  let [left, right, top, bottom] = [width, -1, height, -1]
  for (let y = 0, i = 3; y < height; y++)
    for (let x = 0; x < width; x++, i += 4) {
      if (rgba[i] === 0) continue
      if (x < left) left = x
      if (x > right) right = x
      if (y < top) top = y
      bottom = y
    }
  return right < 0 ? { x: 0, y: 0, w: 1, h: 1 } : { x: left, y: top, w: right + 1 - left, h: bottom + 1 - top }
}

function cropped({ width, rgba }: Sprite, { x, y, w, h }: SheetRect): Uint8Array {
  const out = new Uint8Array(w * h * 4)
  for (let row = 0; row < h; row++) {
    const from = ((y + row) * width + x) * 4
    out.set(rgba.subarray(from, from + w * 4), row * w * 4)
  }
  return out
}

/** Draws a sprite at its place, its edge pixels repeated `extrude` pixels outward. */
function draw(page: SpriteSize & { readonly rgba: Uint8Array }, rgba: Uint8Array, { x, y, w, h }: SheetRect, extrude: number): void {
  for (let dy = -extrude; dy < h + extrude; dy++)
    for (let dx = -extrude; dx < w + extrude; dx++) {
      const from = (Math.min(h - 1, Math.max(0, dy)) * w + Math.min(w - 1, Math.max(0, dx))) * 4
      page.rgba.set(rgba.subarray(from, from + 4), ((y + dy) * page.width + x + dx) * 4)
    }
}

function check(sprites: readonly Sprite[]): void {
  const names = new Set<string>()
  sprites.forEach(({ name, width, height, rgba }, i) => {
    if (names.has(name)) throw new RangeError(`makeSpriteSheet: sprites.${i}.name: "${name}" stands there before`)
    names.add(name)
    if (!(width >= 1) || !(height >= 1) || rgba.length !== width * height * 4)
      throw new RangeError(`makeSpriteSheet: sprites.${i}: expected ${width}×${height}×4 bytes, got ${rgba.length}`)
  })
}
