import type { Style } from '../../departments/retro'
import { encodeSpritePng, makeSpriteSheet, type Sprite, type TexturePackerJson, texturePackerJson } from '../../encode'
import { slug } from '../../film'
import { CancelledError, type OnProgress, progressOf, throwIfCancelled } from '../../pipeline'
import { type FilmRenderer, type IdPicture, type NativePicture, qualityByName } from '../../render'
import { SCENE_IDS } from '../../stage'
import { type SpriteWish, spriteShot, spriteStyle } from '../sprites'

/** A sheet in its files. */
export interface SpriteFiles {
  /** A picture and its description for each page; most sheets have one. */
  readonly pages: readonly {
    readonly png: { readonly file: string; readonly bytes: Uint8Array }
    readonly json: { readonly file: string; readonly bytes: Uint8Array }
    readonly width: number
    readonly height: number
  }[]
  readonly sprites: number
  readonly animations: readonly string[]
  /** Colours that occur in the first page, transparency not counted. */
  readonly colours: number
}

/** How a sheet is drawn. */
export interface SpriteOrder {
  readonly style: Style
  /** `draft`, `preview`, `production` or `final`. */
  readonly quality: string
  /** Name of the picture, ending in `.png`; its description ends in `.json`, further pages are numbered. */
  readonly file: string
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: OnProgress | undefined
  /** Asked before every picture: waits while a run is paused, answers false to stop. */
  readonly gate?: ((done: number) => Promise<boolean>) | undefined
  /** Milliseconds, monotonic. */
  readonly now: () => number
}

/**
 * Draws a character's cycles in a style, cuts them out along their ids, and packs them.
 * @throws RangeError for a wish outside its range, CancelledError
 */
export async function shootSprites(renderer: FilmRenderer, wish: SpriteWish, order: SpriteOrder): Promise<SpriteFiles> {
  const { slice, takes, width, height, pivot, durationMs } = spriteShot(wish)
  const { style, quality, file, signal, onProgress, gate, now } = order
  const format = { width, height, style: spriteStyle(style, width, height), quality: qualityByName(quality) }
  await renderer.load(slice)
  await renderer.setFormat(format, width / height)
  const progress = progressOf('sprites', takes.length * wish.framesPerCycle, onProgress, now)
  const name = slug(wish.cast.name)
  const sprites: Sprite[] = []
  const animations: Record<string, string[]> = {}
  for (const { direction, frames } of takes) {
    const animation = `${wish.action}-${direction}`
    const names: string[] = []
    for (const [i, frame] of frames.entries()) {
      if (signal) throwIfCancelled(signal, 'sprites')
      if (gate && !(await gate(sprites.length))) throw new CancelledError('sprites')
      renderer.draw(frame)
      const [picture, ids] = await Promise.all([renderer.readNative(), renderer.readIds()])
      const sprite = `${name}-${animation}-${i}`
      sprites.push({ name: sprite, width: picture.width, height: picture.height, rgba: cutOut(picture, ids), pivot, durationMs })
      names.push(sprite)
      progress.step(1, animation)
    }
    animations[animation] = names
  }
  return filesOf(sprites, animations, file)
}

/**
 * The picture, transparent where no more than half of a pixel shows people or what they carry; what is transparent is black.
 * @param ids of the look, a whole number of times as large.
 */
export function cutOut({ width, height, rgba }: NativePicture, { width: across, height: down, ids }: IdPicture): Uint8Array {
  const out = new Uint8Array(rgba.length)
  const [sx, sy] = [across / width, down / height]
  if (!Number.isInteger(sx) || !Number.isInteger(sy))
    throw new RangeError(`cutOut: ids of ${across}×${down} do not fit a picture of ${width}×${height}`)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let shown = 0
      for (let v = 0; v < sy; v++)
        for (let u = 0; u < sx; u++) {
          const id = ids[(y * sy + v) * across + x * sx + u]!
          if (id >= SCENE_IDS.person && id < SCENE_IDS.door) shown++
        }
      if (shown * 2 <= sx * sy) continue
      const at = (y * width + x) * 4
      out.set(rgba.subarray(at, at + 3), at)
      out[at + 3] = 255
    }
  return out
}

function filesOf(sprites: readonly Sprite[], animations: Readonly<Record<string, readonly string[]>>, file: string): SpriteFiles {
  const sheet = makeSpriteSheet(sprites)
  const base = file.replace(/\.png$/i, '')
  const images = sheet.pages.map((_, i) => (i === 0 ? `${base}.png` : `${base}-${i}.png`))
  const documents: TexturePackerJson[] = texturePackerJson(sheet, { images, animations })
  const pages = sheet.pages.map(({ width, height, rgba }, i) => {
    const image = images[i] as string
    return {
      png: { file: image, bytes: encodeSpritePng(rgba, width, height) },
      json: {
        file: image.replace(/\.png$/, '.json'),
        bytes: new TextEncoder().encode(`${JSON.stringify(documents[i], undefined, 2)}\n`),
      },
      width,
      height,
    }
  })
  return { pages, sprites: sprites.length, animations: Object.keys(animations), colours: coloursIn(sheet.pages[0]?.rgba) }
}

function coloursIn(rgba: Uint8Array | undefined): number {
  const seen = new Set<number>()
  if (rgba) for (let i = 0; i < rgba.length; i += 4) if (rgba[i + 3]) seen.add((rgba[i]! << 16) | (rgba[i + 1]! << 8) | rgba[i + 2]!)
  return seen.size
}
