import type { SheetFrame, SheetRect, SpriteSheet } from './make-sprite-sheet'

/** A frame in TexturePacker's JSON (hash). */
export interface TexturePackerFrame {
  readonly frame: SheetRect
  readonly rotated: false
  readonly trimmed: boolean
  readonly spriteSourceSize: SheetRect
  readonly sourceSize: { readonly w: number; readonly h: number }
  /** Read by Phaser and TexturePacker's own; 0 … 1 of the source size. */
  readonly pivot: { readonly x: number; readonly y: number }
  /** The same again under the name that Pixi reads. */
  readonly anchor: { readonly x: number; readonly y: number }
  /** Milliseconds. */
  readonly duration?: number
}

/** TexturePacker's JSON (hash), as Pixi and Phaser read it: one document a page. */
export interface TexturePackerJson {
  readonly frames: Readonly<Record<string, TexturePackerFrame>>
  readonly animations?: Readonly<Record<string, readonly string[]>>
  readonly meta: {
    readonly app: string
    readonly version: string
    /** Name of the page's picture, beside the document. */
    readonly image: string
    readonly format: 'RGBA8888'
    readonly size: { readonly w: number; readonly h: number }
    readonly scale: '1'
    /** The documents of the other pages. */
    readonly related_multi_packs?: readonly string[]
  }
}

export interface TexturePackerOptions {
  /** Name of each page's picture, with its ending. */
  readonly images: readonly string[]
  /** Names of the sprites of each animation, in order. They stand in the first page's document. */
  readonly animations?: Readonly<Record<string, readonly string[]>>
}

/**
 * A sheet as TexturePacker's JSON, a document for each page; each is named like its picture, ending in `.json`.
 * @throws RangeError if a page has no name, or an animation names a sprite that is not there.
 */
export function texturePackerJson(sheet: SpriteSheet, options: TexturePackerOptions): TexturePackerJson[] {
  const { images, animations } = options
  if (images.length !== sheet.pages.length)
    throw new RangeError(`texturePackerJson: images: expected ${sheet.pages.length} names, got ${images.length}`)
  const names = new Set(sheet.frames.map((f) => f.name))
  for (const [animation, sprites] of Object.entries(animations ?? {}))
    for (const sprite of sprites)
      if (!names.has(sprite)) throw new RangeError(`texturePackerJson: animations.${animation}: there is no sprite "${sprite}"`)
  const documents = images.map((image) => image.replace(/\.[^.]*$/, '.json'))
  return sheet.pages.map(({ width, height }, page) => ({
    frames: Object.fromEntries(sheet.frames.filter((f) => f.page === page).map((f) => [f.name, frameOf(f)])),
    ...(animations && page === 0 ? { animations } : {}),
    meta: {
      app: 'Oneshot',
      version: '1.0',
      image: images[page]!,
      format: 'RGBA8888',
      size: { w: width, h: height },
      scale: '1',
      ...(documents.length > 1 ? { related_multi_packs: documents.filter((_, i) => i !== page) } : {}),
    },
  }))
}

function frameOf({ frame, trimmed, spriteSourceSize, sourceSize, pivot = { x: 0.5, y: 0.5 }, durationMs }: SheetFrame): TexturePackerFrame {
  return {
    frame,
    rotated: false,
    trimmed,
    spriteSourceSize,
    sourceSize,
    pivot,
    anchor: pivot,
    ...(durationMs === undefined ? {} : { duration: durationMs }),
  }
}
