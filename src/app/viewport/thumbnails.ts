import { displaySize, nativeSize, type Size, type Style, styleWith } from '../../departments/retro'
import { lookSizeFor, type PictureFormat, QUALITY } from '../../render'
import { roomPictures, type SmallPicture, tilesInSight } from '../store/room-pictures'
import { allStyles, styleNow } from '../store/styles'

/** Lines of a thumbnail; a machine's picture keeps its own where it has hardly more. */
const LINES = 136
const MOST_LINES = 256

/** Which styles still want a thumbnail of a frame. What was drawn stays until the new one is there. */
export class Thumbnails {
  /** What each was drawn of. */
  readonly #drawn = new Map<string, { readonly of: string; readonly style: Style }>()
  readonly #plain = new WeakMap<Style, Style>()

  /** The style to draw next; undefined when all are there. Those of one look's size come one after another: its targets stay. */
  next(of: string, aspect: number): Style | undefined {
    const missing = allStyles()
      .map((s) => styleNow(s.id))
      .filter((style) => {
        const drawn = this.#drawn.get(style.id)
        return drawn?.of !== of || drawn.style !== style
      })
    // A changed one first: somebody is at it. Then those in sight.
    const rank = (style: Style) => (this.#drawn.get(style.id)?.of === of ? 0 : tilesInSight.has(style.id) ? 1 : 2)
    const lines = (style: Style) => lookSizeFor(this.format(style, aspect), aspect).height
    return missing.reduce<Style | undefined>(
      (first, style) => (first && (rank(first) - rank(style) || lines(first) - lines(style)) <= 0 ? first : style),
      undefined,
    )
  }

  /** How a style's thumbnail is drawn: a machine's pixels as they are, since there is no room for a tube's lines. */
  format(style: Style, aspect: number): PictureFormat {
    let plain = this.#plain.get(style)
    if (!plain) {
      plain = styleWith(style, { display: { kind: 'plain' } })
      this.#plain.set(style, plain)
    }
    return { style: plain, quality: QUALITY.draft, ...thumbnailSize(style, aspect) }
  }

  /** Puts a thumbnail on the wall. */
  put(style: Style, of: string, picture: SmallPicture): void {
    this.#drawn.set(style.id, { of, style })
    roomPictures.setState((s) => ({ thumbnails: { ...s.thumbnails, [style.id]: { ...picture, style } } }))
  }
}

function thumbnailSize(style: Style, aspect: number): Size {
  const height = LINES
  const width = 2 * Math.round((height * aspect) / 2)
  if (style.resolution === null) return { width, height }
  const own = nativeSize(style, width, height)
  // Line for line, a machine's picture is sharp; the page makes it smaller.
  return own.height <= MOST_LINES ? displaySize(style, own.width * 2, own.height) : displaySize(style, width, height)
}
