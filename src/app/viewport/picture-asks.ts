import { type Style, styleWith } from '../../departments/retro'
import type { PassName } from '../../film'
import {
  type FilmRenderer,
  type FramePasses,
  PaletteFromPicture,
  type PaletteWish,
  type PictureFormat,
  QUALITY,
  type QualityName,
} from '../../render'
import { filmStore } from '../store/film-store'
import { styleInUse } from '../store/styles'
import { type Moment, momentAt } from './moment'
import type { Sight } from './sight'

/** Lines of a picture that is split by distance or kept in passes, of passes that are looked at, and of one from which a palette is taken. */
const DEPTH_LINES = 720
const LOOK_LINES = 360
const PALETTE_LINES = 180

/** Draws a sight in a format; false where something else is on stage by now. */
export type DrawSight = (film: FilmRenderer, sight: Sight, format: PictureFormat) => Promise<boolean>

/** What the page asks of the frame under the playhead beside its picture; done one after another, when there is time. */
export class PictureAsks {
  readonly #draw: DrawSight
  readonly #waiting: (() => Promise<void>)[] = []
  #palettes: Promise<PaletteFromPicture> | undefined

  constructor(draw: DrawSight) {
    this.#draw = draw
  }

  /** The next thing to do, taken off the list. */
  next(): (() => Promise<void>) | undefined {
    return this.#waiting.shift()
  }

  /** A palette from the frame as it is before colours are chosen. */
  palette(film: FilmRenderer, wish: PaletteWish): Promise<readonly string[]> {
    this.#palettes ??= PaletteFromPicture.create(film.device)
    const palettes = this.#palettes
    const style = () =>
      styleWith(styleInUse(), {
        ...{ palette: null, mixes: null, limits: null, dither: { kind: 'none' }, display: { kind: 'plain' } },
      })
    return this.#ask(film, style, PALETTE_LINES, 'draft', async () => (await palettes).run(film.output, wish))
  }

  /** The frame's own pixels in the style in use, and how far away what they show is. */
  depth(film: FilmRenderer): ReturnType<FilmRenderer['readDepth']> {
    return this.#ask(film, styleInUse, DEPTH_LINES, 'production', async ({ cross }) => {
      if (cross) throw new Error('two shots run into each other here: choose another frame')
      return film.readDepth()
    })
  }

  /** Passes of the frame, in the style in use. */
  passes(film: FilmRenderer, names: readonly PassName[], how: 'look' | 'keep'): Promise<FramePasses> {
    const [lines, quality] = how === 'look' ? [LOOK_LINES, 'preview' as const] : [DEPTH_LINES, 'production' as const]
    return this.#ask(film, styleInUse, lines, quality, async ({ cross, frame }) => {
      if (cross) throw new Error('two shots run into each other here: choose another frame')
      return film.passes(frame, names)
    })
  }

  dispose(): void {
    void this.#palettes?.then((p) => p.destroy())
  }

  /** Draws the frame at so many lines when there is time, and does something with it. */
  #ask<T>(
    film: FilmRenderer,
    styleOf: () => Style,
    height: number,
    quality: QualityName,
    work: (moment: Moment) => Promise<T>,
  ): Promise<T> {
    return new Promise((done, fail) => {
      this.#waiting.push(async () => {
        try {
          const state = filmStore.getState()
          const moment = state.film && momentAt(state.film, state.frame)
          if (!state.film || !moment) throw new Error('no film is open')
          const { aspect } = state.film.plan
          const sight: Sight = { moment, frame: state.frame, aspect, view: undefined, key: '' }
          const format = { style: styleOf(), quality: QUALITY[quality], height, width: 2 * Math.round((height * aspect) / 2) }
          if (!(await this.#draw(film, sight, format))) throw new Error('the picture changed: ask again')
          done(await work(moment))
        } catch (error) {
          fail(error)
        }
      })
    })
  }
}
