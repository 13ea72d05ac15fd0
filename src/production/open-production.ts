import { readScript } from '../departments/development'
import { styleByName } from '../departments/retro'
import { codecNamed, isAnimation, isSequence, isSoundAlone } from '../encode'
import { type Diagnostic, InputError, parseFrameRate, type Script, type Utterance } from '../film'
import type { OutputFormat, SpriteJob } from './crew'
import type { SpokenLines } from './film-speech'
import {
  filmSettingsOf,
  loadProduction,
  type PlanSettings,
  type ProductionFile,
  type ProductionOverrides,
  productionHash,
  projectId,
  type ResolvedOutput,
  type ResolvedProduction,
  type ResolvedShot,
  scriptFromShots,
  styleOfOutput,
} from './master'
import { assembleFilm, booksOf, type PlannedFilm, planScenes } from './phases'
import type { FilmBooks, PlannedScene } from './plan-scene'
import { type CodecAnswers, gatherFindings, validateProduction } from './validate'

/** A production as it was dropped, or named on the command line. */
export interface ProductionRequest {
  readonly files: readonly ProductionFile[]
  /** The file to begin with; empty for a folder. */
  readonly main: string
  readonly overrides?: ProductionOverrides
}

/** A production that can be made. */
export interface OpenedFilm {
  readonly ok: true
  readonly production: ResolvedProduction
  readonly project: string
  readonly runId: string
  readonly outputs: readonly OutputFormat[]
  readonly sprites: readonly SpriteJob[]
  readonly film: PlannedFilm
  readonly diagnostics: readonly Diagnostic[]
}

/** A production that is read and found good so far: its scenes can be planned. */
export interface PreparedProduction {
  readonly ok: true
  readonly film: FilmBooks
  /**
   * Puts it together.
   * @param planned every scene of the film, in any order.
   * @param film what they were planned by, where that is not `film` as it was prepared: with what was spoken.
   */
  finish(planned: readonly PlannedScene[], film?: FilmBooks): OpenedFilm | RefusedFilm
}

/**
 * Reads and checks a production. Bad input is an answer, not an exception: every finding is listed.
 * @param codecs what this machine encodes; without it nothing is said of codecs.
 */
export function prepareProduction(request: ProductionRequest, codecs?: CodecAnswers): PreparedProduction | RefusedFilm {
  const { loaded, said, script, settings, notes } = readScriptOf(request)
  const { production, document } = loaded
  const files = request.files.map((f) => f.name)
  const found = gatherFindings(
    loaded.diagnostics,
    said,
    notes,
    validateProduction(document, production, { script: loaded.script && script, files, codecs }),
  )
  if (!script || found.some((d) => d.severity === 'error')) return { ok: false, diagnostics: found }
  const books = booksOf(script, settings)
  return {
    ok: true,
    film: books,
    finish: (planned, by = books) => {
      const film = assembleFilm(by, planned)
      const file = loaded.script?.name
      const diagnostics =
        file === undefined
          ? found
          : gatherFindings(
              found,
              validateProduction(document, production, { script, shotList: film.shotList, files, codecs }),
              film.findings.map((d) => loaded.placed({ ...d, file })),
            )
      if (film.store.plan.shots.length === 0) return { ok: false, diagnostics: [...diagnostics, nothingToShoot(request.main)] }
      if (diagnostics.some((d) => d.severity === 'error')) return { ok: false, diagnostics }
      return {
        ok: true,
        production,
        project: projectId(production),
        runId: productionHash(production),
        outputs: production.outputs.map((o) => outputFormat(o, codecs)),
        sprites: (production.sprites ?? []).map((s) => ({ ...s, style: styleByName(s.style) })),
        film,
        diagnostics,
      }
    },
  }
}

/**
 * Opens a production: reads, checks and plans it. Bad input is an answer, not an exception: every finding is listed.
 */
export function openProduction(request: ProductionRequest, { codecs, onScene, speak }: OpenOptions = {}): OpenedFilm | RefusedFilm {
  const prepared = prepareProduction(request, codecs)
  if (!prepared.ok) return prepared
  const film = speak ? filmSpoken(prepared.film, speak(utterancesOf(prepared.film))) : prepared.film
  return prepared.finish(planScenes(film, [...film.script.scenes.keys()], onScene), film)
}

export interface OpenOptions {
  readonly codecs?: CodecAnswers | undefined
  /** Told after each scene, for progress. */
  readonly onScene?: (done: number, total: number) => void
  /** Speaks what is wanted; without it lines take as long as they are reckoned to, and are not heard. */
  readonly speak?: (wanted: ReadonlyMap<string, Utterance>) => SpokenLines
}

/** Everything that a film's voices are asked for, each once, in film order. */
export const utterancesOf = ({ script, settings, speech }: Pick<FilmBooks, 'script' | 'settings' | 'speech'>): Map<string, Utterance> =>
  speech.utterancesOf(script, settings.fps)

/** A film whose lines take as long as they were spoken. */
export const filmSpoken = (film: FilmBooks, lines: SpokenLines): FilmBooks => ({ ...film, speech: film.speech.with(lines) })

/** What the scenes of a production ask for, for who plans some of them for somebody else; findings are not its business: of what cannot be read there is nothing to plan. */
export function booksOfProduction(request: ProductionRequest): FilmBooks | undefined {
  const { script, settings } = readScriptOf(request)
  return script && booksOf(script, settings)
}

/** A production's script and settings, and what is said about both. */
function readScriptOf(request: ProductionRequest) {
  const loaded = loadProduction(request.files, request.main, request.overrides)
  const { production, document } = loaded
  const said: Diagnostic[] = []
  const script = loaded.script ? read(loaded.script, said) : production.shots === 'auto' ? undefined : scriptFromShots(production)
  const { settings, diagnostics: notes } = filmSettingsOf(production, document, request.files)
  return { loaded: { ...loaded, production: withFileHashes(production, settings) }, said: said.map(loaded.placed), script, settings, notes }
}

/** With what the files of models and panoramas hold: another file is another production. */
function withFileHashes(production: ResolvedProduction, settings: PlanSettings): ResolvedProduction {
  const models = new Map(settings.characters.flatMap(({ key, model }) => (model ? [[key, model.sha256]] : [])))
  const skies = new Map(settings.locations.flatMap(({ key, panorama: p }) => (p ? [[key, p.panorama.sha256]] : [])))
  const named = <E extends { readonly key: string }>(entries: readonly E[], name: string, hashes: ReadonlyMap<string, string>) =>
    hashes.size === 0 ? entries : entries.map((e) => (hashes.has(e.key) ? { ...e, [name]: hashes.get(e.key) } : e))
  return {
    ...production,
    characters: named(production.characters, 'model_sha256', models),
    locations: named(production.locations, 'hdri_sha256', skies).map((l) => withPhotoHash(l, settings)),
    shots: Array.isArray(production.shots) ? production.shots.map((s: ResolvedShot) => withPhotoHash(s, settings)) : production.shots,
  }
}

const withPhotoHash = <E extends Pick<ResolvedShot, 'reference'>>(entry: E, { references }: PlanSettings): E => {
  const sha256 = entry.reference && references?.[entry.reference.file]
  return sha256 ? { ...entry, reference: { ...entry.reference, sha256 } } : entry
}

/** A production that cannot be made, and why. */
export interface RefusedFilm {
  readonly ok: false
  readonly diagnostics: readonly Diagnostic[]
}

/** What the renderer needs to know of an output. */
export function outputFormat(output: ResolvedOutput, codecs?: CodecAnswers): OutputFormat {
  const { name, quality, width, height, container, codec, stand_in, fps } = output
  const want = codec === undefined ? undefined : codecNamed(codec)
  const standIn = stand_in === undefined ? undefined : (codecNamed(stand_in) ?? true)
  return {
    name,
    style: styleOfOutput(output),
    quality,
    width,
    height,
    container,
    ...(fps === undefined ? {} : { fps: parseFrameRate(fps) }),
    ...(want ? { codec: want } : {}),
    ...soundOfOutput(output, codecs),
    ...(standIn === undefined || standIn === 'prores_422' || standIn === 'prores_4444' ? {} : { standIn }),
  }
}

/** What an output's sound is written in: as asked, or what suits its container. */
function soundOfOutput({ container, audio }: ResolvedOutput, codecs: CodecAnswers = {}): Pick<OutputFormat, 'sound'> {
  if (isSoundAlone(container)) return { sound: 'wav' }
  if (audio === 'none' || isAnimation(container)) return {}
  if (isSequence(container)) return { sound: 'wav' }
  // Said when the production is checked.
  if (audio === undefined && container === 'webm' && codecs.opus === false) return {}
  return { sound: audio ?? (container === 'webm' ? 'opus' : 'aac') }
}

function read(file: ProductionFile, diagnostics: Diagnostic[]): Script | undefined {
  try {
    const script = readScript(file)
    diagnostics.push(...script.diagnostics)
    return script
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    diagnostics.push(...error.diagnostics)
    return
  }
}

const nothingToShoot = (file: string): Diagnostic => ({
  severity: 'error',
  rule: 'film.no-shots',
  message: 'nothing in this script can be shot',
  remedy: 'write at least one scene heading and one line of action or dialogue',
  file,
  line: 0,
  column: 0,
})
