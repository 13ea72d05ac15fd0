import type { FilmLook } from '../../departments/retro'
import { type LookTexels, lookTexels } from './look-texels'

/** Makes a film look's table of colours, as `lookTexels` does. */
export type MakeLookTable = (film: FilmLook) => LookTexels | null | Promise<LookTexels | null>

/** Tables that are kept, those used last: a third of a megabyte each, and every place of a slider has its own. */
const MOST_TABLES = 40

/**
 * The tables of colours that film looks are printed by. They depend on the look alone; looks that
 * differ in something else, such as their grain, share one.
 */
export class LookTables {
  readonly #make: MakeLookTable
  /** Latest last. */
  readonly #texels = new Map<string, LookTexels | null>()

  /** @param make makes them elsewhere, for a thread that must not be held up: one takes up to 0.1 s. */
  constructor(make: MakeLookTable = lookTexels) {
    this.#make = make
  }

  /** A look's table, `LOOK_TABLE_SIZE` along each edge; null where it changes nothing, undefined where `settle` has to be awaited first. */
  of(film: FilmLook): LookTexels | null | undefined {
    const key = keyOf(film)
    const texels = this.#texels.get(key)
    if (texels !== undefined) this.#keep(key, texels)
    return texels
  }

  /**
   * Makes a look's table; at once where that is done.
   * @throws RangeError for a grade that does not exist.
   */
  async settle(film: FilmLook): Promise<void> {
    if (this.of(film) === undefined) this.#keep(keyOf(film), await this.#make(film))
  }

  #keep(key: string, texels: LookTexels | null): void {
    this.#texels.delete(key)
    this.#texels.set(key, texels)
    for (const old of this.#texels.keys()) {
      if (this.#texels.size <= MOST_TABLES) break
      this.#texels.delete(old)
    }
  }
}

const keys = new WeakMap<FilmLook, string>()
/** Files of colours have many thousand numbers: which one it is says enough. */
const files = new WeakMap<object, number>()
let seen = 0

/** Equal for looks that have one table. */
function keyOf(film: FilmLook): string {
  let key = keys.get(film)
  if (key === undefined) {
    const { grade, gradeMix, cdl, lut, skin } = film
    if (lut && !files.has(lut)) files.set(lut, ++seen)
    key = JSON.stringify([grade, gradeMix, cdl, lut ? files.get(lut) : null, skin])
    keys.set(film, key)
  }
  return key
}
