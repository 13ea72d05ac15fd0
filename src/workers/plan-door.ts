import { readScript } from '../departments/development'
import { DEFAULT_FPS, InputError, type PlanStore, parseFrameRate, type ShotSlice } from '../film'
import { FILM_SETTINGS_DEFAULTS, type PlannedFilm, planFilm, sliceOf } from '../production'
import type { FilmSummary, OpenResult, OpenSettings, SourceFile } from './engine-api'

/** The planner's door: the same functions run inline and in the worker. Holds the film that was opened last. */
export class PlanDoor {
  #film: PlannedFilm | undefined

  /** Reads and plans a screenplay. Bad input is an answer, not an exception; the film opened before stays. */
  open(file: SourceFile, settings: OpenSettings = {}): OpenResult {
    const start = performance.now()
    try {
      const fps = settings.fps === undefined ? DEFAULT_FPS : parseFrameRate(settings.fps)
      const script = readScript(file)
      const parsed = performance.now()
      const film = planFilm(script, { ...FILM_SETTINGS_DEFAULTS, fps, ...(settings.aspect ? { aspect: settings.aspect } : {}) })
      if (film.store.plan.shots.length === 0)
        return {
          ok: false,
          diagnostics: [
            ...script.diagnostics,
            {
              severity: 'error',
              rule: 'film.no-shots',
              message: 'nothing in this script can be shot',
              remedy: 'write at least one scene heading and one line of action or dialogue',
              file: file.name,
              line: 0,
              column: 0,
            },
          ],
        }
      this.#film = film
      return { ok: true, film: summary(film, parsed - start, performance.now() - parsed) }
    } catch (error) {
      if (error instanceof InputError) return { ok: false, diagnostics: error.diagnostics }
      if (error instanceof RangeError && error.message.startsWith('frame rate'))
        return {
          ok: false,
          diagnostics: [
            { severity: 'error', rule: 'settings.fps', message: error.message, remedy: 'give 24, 25, 30, 23.976 …', line: 0, column: 0 },
          ],
        }
      throw error
    }
  }

  /** Everything one shot depends on. @throws RangeError */
  slice(shotKey: string): ShotSlice {
    return sliceOf(this.store(), shotKey)
  }

  /** The whole plan: for artifacts on disk, never for the page. @throws Error when no film is open. */
  store(): PlanStore {
    if (!this.#film) throw new Error('no film is open: open a screenplay first')
    return this.#film.store
  }
}

function summary(film: PlannedFilm, parseMs: number, planMs: number): FilmSummary {
  const { script, store } = film
  return {
    plan: store.plan,
    diagnostics: script.diagnostics,
    characters: script.characters.map(({ key, name, description, lines }) => ({ key, name, description, lines })),
    scriptLines: script.lineCount,
    parseMs,
    planMs,
  }
}
