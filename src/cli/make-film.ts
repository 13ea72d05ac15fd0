import { readScript } from '../departments/development'
import { diagnosticText, type FrameRate, type Script } from '../film'
import { FILM_SETTINGS_DEFAULTS, type FilmSettings, type PlannedFilm, planFilm } from '../production'
import type { OpenSettings } from '../workers/engine-api'
import type { Context } from './command'
import { fpsOf } from './option-values'
import { type InputFile, readInput } from './read-input'

/** A screenplay that was read, with its file. */
export interface ReadFilm {
  readonly file: InputFile
  readonly script: Script
}

/** Reads the screenplay that the command names; warnings are said, errors thrown. @throws InputError */
export async function readFilm({ args, io, report }: Context): Promise<ReadFilm> {
  const file = await readInput(args.positionals[0] as string, io.cwd)
  const script = readScript({ name: file.path, bytes: file.bytes })
  for (const d of script.diagnostics) (d.severity === 'info' ? report.detail : report.note)(diagnosticText(d))
  return { file, script }
}

/** Plans a screenplay, here in Node: the page plans the same, by hash. */
export function makeFilm({ script }: ReadFilm, { report, io }: Pick<Context, 'report' | 'io'>, settings: FilmSettings): PlannedFilm {
  const start = io.now()
  return planFilm(script, settings, (done, total) => {
    const seconds = (io.now() - start) / 1000
    // Most plans are there before anybody could read about them.
    if (seconds < 0.5) return
    report.progress({ phase: 'plan', done, total, etaS: Math.round((seconds / done) * (total - done)) })
  })
}

/** Frame rate and aspect that flags ask for. */
export function settingsOf({ args }: Pick<Context, 'args'>): FilmSettings {
  const fps: FrameRate | undefined = fpsOf(args)
  return fps ? { ...FILM_SETTINGS_DEFAULTS, fps } : FILM_SETTINGS_DEFAULTS
}

/** The same settings as the page takes them. */
export function openSettings(context: Pick<Context, 'args'>): OpenSettings {
  const { fps, aspect } = settingsOf(context)
  return { fps: `${fps.num}/${fps.den}`, aspect }
}
