import type { ShotSlice } from '../../film'
import type { FilmRenderer } from '../../render'
import type { ShotParts } from '../../stage'
import { filmStore } from '../store/film-store'
import { messageOf } from '../store/words'
import type { Moment } from './moment'

/** Puts on stage what a moment shows, one moment at a time; the last one asked for wins. */
export class ShotLoader {
  readonly #sliceFor: (shotKey: string) => Promise<ShotSlice>
  readonly #partsFor: (slice: ShotSlice, have: readonly string[]) => Promise<ShotParts>
  #loading: string | undefined
  #loaded: string | undefined
  #failed: string | undefined
  #disposed = false
  /** Ends when nothing is put on stage any more: two shots on their way there at once would take each other's place. */
  #under: Promise<void> = Promise.resolve()

  constructor(
    sliceFor: (shotKey: string) => Promise<ShotSlice>,
    partsFor: (slice: ShotSlice, have: readonly string[]) => Promise<ShotParts>,
  ) {
    this.#sliceFor = sliceFor
    this.#partsFor = partsFor
  }

  /** What is on stage, as `Moment.stage` names it; undefined while that changes. */
  get loaded(): string | undefined {
    return this.#loaded
  }

  /** Begins to load, unless that is under way or failed before; a failure is told to the page. Calls `done` when it is there. */
  load(film: FilmRenderer, moment: Moment, done: () => void): void {
    const { stage, shot } = moment
    if (this.#loading === stage || this.#failed === stage) return
    this.#loading = stage
    filmStore.setState({ building: shot.address })
    const built = this.#under.then(() => (this.#loading === stage ? this.#build(film, moment) : undefined))
    this.#under = built.catch(() => undefined)
    built
      .then(() => {
        if (this.#loading !== stage) return
        this.#loaded = stage
        done()
      })
      .catch((error: unknown) => {
        this.#failed = stage
        filmStore.setState({
          playing: false,
          problems: [
            {
              severity: 'error',
              rule: 'page.shot',
              message: `shot ${shot.address} cannot be shown: ${messageOf(error)}`,
              remedy: 'choose another shot, or reload the page',
              line: shot.line,
              column: 1,
            },
          ],
        })
      })
      .finally(() => {
        if (this.#loading === stage) {
          this.#loading = undefined
          filmStore.setState({ building: undefined })
        }
      })
  }

  /** Stops what is under way at its next step. */
  dispose(): void {
    this.#disposed = true
  }

  /** Puts on stage what a moment shows; stops when something else is wanted meanwhile. */
  async #build(film: FilmRenderer, { shot, cross, stage }: Moment): Promise<void> {
    const wanted = () => !this.#disposed && this.#loading === stage
    const first = cross?.from ?? shot
    // While a shot runs into the next it is there already: it is asked for again only after a jump.
    const there = film.slice?.shot.key === first.key && this.#loaded === first.sliceHash
    const slice = there && film.slice ? film.slice : await this.#sliceFor(first.key)
    if (!there) {
      const parts = await this.#partsFor(slice, film.stage.partKeys())
      if (!wanted()) return
      this.#loaded = undefined
      await film.load(slice, parts)
    }
    if (!cross || !wanted()) return
    const next = await this.#sliceFor(shot.key)
    const parts = await this.#partsFor(next, film.stage.partKeys())
    if (!wanted()) return
    this.#loaded = undefined
    await film.loadPair(slice, next, undefined, parts)
  }
}
