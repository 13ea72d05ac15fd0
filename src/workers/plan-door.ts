import { canEncodeSound, codecCapabilities, type PhotoPixels } from '../encode'
import { modelsFor, type ShotSlice } from '../film'
import {
  booksOfProduction,
  type CastEntry,
  type CastSheet,
  type CastSheetWish,
  type CatalogueWish,
  type Characters,
  type CodecAnswers,
  castBook,
  castSheet,
  catalogueSheet,
  characterNamed,
  type FilmBooks,
  filmSpoken,
  type OpenedFilm,
  openProduction,
  type PlannedArtifact,
  type PlannedScene,
  picturesOf,
  planScenes,
  planSound,
  type ReadReference,
  readReference,
  type ScoutBook,
  type ShotPlans,
  type SpokenLines,
  type SpriteCast,
  scoutBook,
  sliceOf,
  soundWish,
  voicesArtifact,
} from '../production'
import { assistantCount, startAssistant } from './assistants'
import type { FilmSummary, OnSpoken, OpenResult, SourceFile, SpeechAsked } from './engine-api'
import { Planning } from './planning'
import type { OpenProductionResult, ProductionInput } from './production-api'
import { VoiceBooth } from './voice-booth'
import { WARM_UP_ROUNDS, warmUpScript } from './warm-up'

/** The planner's door: the same functions run inline and in the worker. Holds the film that was opened last. */
export class PlanDoor {
  readonly #planning: Planning
  #opened: OpenedFilm | undefined
  /** What another planner is helped with. */
  #books: FilmBooks | undefined
  #turn: Promise<unknown> = Promise.resolve()
  readonly #booth = new VoiceBooth()
  /** How often a film was asked for. */
  #openings = 0
  #codecs: ReturnType<typeof machineCodecs> | undefined
  /** Whether a film was asked for. */
  #asked = false

  /** @param planning who plans; without it the planner and its assistants. */
  constructor(planning = new Planning(startAssistant, assistantCount())) {
    this.#planning = planning
  }

  /** Opens one file, a screenplay or a master file that needs no other. */
  async open(file: SourceFile, speech?: SpeechAsked): Promise<OpenResult> {
    const answer = await this.openProduction({ files: [file], main: file.name }, speech)
    return answer.ok ? { ok: true, film: answer.production.film } : answer
  }

  /**
   * Reads, checks and plans a production. Bad input is an answer, not an exception; what was opened before stays. One
   * after the other: the last one asked for is the one that is open.
   * @param speech whether its lines are spoken first, or only what was spoken before is taken as long as it is.
   * @param onSpoken hears how many lines of how many have been spoken.
   */
  openProduction(input: ProductionInput, speech: SpeechAsked = 'spoken', onSpoken?: OnSpoken): Promise<OpenProductionResult> {
    this.#asked = true
    this.#openings++
    const mine = this.#turn.then(() => this.#openNow(input, speech, onSpoken))
    this.#turn = mine.catch(() => {})
    return mine
  }

  /**
   * Speaks what was not spoken yet of the film that is open: when it is opened again its lines are as long as they are.
   * @returns whether all of it was spoken: another film that is asked for ends it.
   */
  async speak(): Promise<boolean> {
    await this.#turn
    if (!this.#opened) return false
    const { script, speech, store } = this.#opened.film
    const openings = this.#openings
    return this.#booth.speak(speech.utterancesOf(script, store.plan.fps), () => this.#openings === openings)
  }

  async #openNow(input: ProductionInput, asked: SpeechAsked, onSpoken: OnSpoken = () => {}): Promise<OpenProductionResult> {
    const start = performance.now()
    this.#codecs ??= machineCodecs()
    let unspoken = 0
    const opened = await this.#planning.open(input, this.#codecs, async (wanted) => {
      if (asked === 'spoken')
        await this.#booth.speak(wanted, (done, total) => {
          onSpoken(done, total)
          return true
        })
      unspoken = this.#booth.unspokenOf(wanted)
      return this.#booth.knownOf(wanted)
    })
    if (!opened.ok) return opened
    this.#opened = opened
    const { production, project, runId, outputs, sprites, film, diagnostics } = opened
    return {
      ok: true,
      production: {
        projectId: project,
        runId,
        title: film.store.plan.title,
        resolved: JSON.stringify(production),
        outputs: outputs.map((output, i) => ({
          ...output,
          preset: production.outputs[i]?.preset,
          frames: picturesOf(output, film.store.plan),
        })),
        sprites,
        film: summary(opened, unspoken, performance.now() - start),
        diagnostics,
      },
    }
  }

  /** Reads a production of which another planner will ask for scenes. */
  read(request: ProductionInput): void {
    this.#asked = true
    this.#books = undefined
    this.#books = booksOfProduction(request)
  }

  /** Takes what was spoken of what was read last for another planner. */
  hear(lines: SpokenLines): void {
    this.#books = this.#books && filmSpoken(this.#books, lines)
  }

  /** Plans scenes, by their places in the film, of what was read last for another planner. @throws Error when that could not be read, RangeError for scenes it does not have */
  planScenes(which: readonly number[]): PlannedScene[] {
    if (!this.#books) throw new Error('planScenes: nothing was read whose scenes could be planned')
    return planScenes(this.#books, which)
  }

  /** Has assistants come before a long film does. */
  prepare(): void {
    this.#planning.prepare()
  }

  /**
   * Plans small films one by one and forgets them: the next one is planned sooner. Ends when a film is asked for, which
   * waits for one scene at most, and leaves half of the time to those who start beside it.
   * @returns how many were planned.
   */
  async warmUp(): Promise<number> {
    let round = 0
    while (round < WARM_UP_ROUNDS && !this.#asked) {
      const start = performance.now()
      openProduction({
        files: [{ name: 'warm-up.fountain', bytes: new TextEncoder().encode(warmUpScript(round++)) }],
        main: 'warm-up.fountain',
      })
      const rest = performance.now() - start
      await new Promise((done) => setTimeout(done, rest))
    }
    return round
  }

  /** Ends warming up, here and at assistants: others need the machine now. */
  rest(): void {
    this.#asked = true
    this.#planning.rest()
  }

  /** Everything one shot depends on. @throws RangeError */
  slice(shotKey: string): ShotSlice {
    return sliceOf(this.#film().store, shotKey)
  }

  /** Somebody of the film, by name. @throws RangeError naming everybody */
  character(name: string): SpriteCast {
    const film = this.#film()
    const cast = characterNamed(film, name)
    return { cast, ...modelsFor([cast], film.store.models) }
  }

  /** Everybody of the film: who they are, when they are seen, what they wear. */
  castBook(): CastEntry[] {
    return castBook(this.#film())
  }

  /** The film's places, and which of them suits which scene. */
  scoutBook(): ScoutBook {
    if (!this.#opened) throw new Error('no film is open: open a screenplay first')
    return scoutBook(this.#opened)
  }

  /** What a photograph says of its light; needs no film. */
  readPhoto(pixels: PhotoPixels): ReadReference {
    return readReference(pixels)
  }

  /** A sheet of the film's people, planned. @throws RangeError naming everybody */
  castSheet(wish: CastSheetWish): CastSheet {
    return castSheet(this.#film(), wish)
  }

  /** A contact sheet of what is in store, planned: of no film. @throws RangeError */
  catalogueSheet(wish: CatalogueWish): CastSheet {
    return catalogueSheet(wish)
  }

  /** Something that planning made, by name: for the store, never for the page. */
  artifact(name: PlannedArtifact): unknown {
    const film = this.#film()
    const { script, breakdown, speech, shotList, store } = film
    const cast = Object.values(store.cast)
    switch (name) {
      case 'Script':
        return script
      case 'Breakdown':
        return breakdown
      case 'Voices':
        return voicesArtifact(speech)
      case 'ShotList':
        return shotList
      case 'Characters':
        return { schema: 'Characters', version: '1.0.0', cast } satisfies Characters
      case 'AssetManifest':
        return { schema: 'AssetManifest', version: '1.0.0', cast, sets: Object.values(store.sets) }
      case 'RenderPlan':
        return store.plan
      case 'ShotPlans':
        return { schema: 'ShotPlans', version: '1.0.0', shots: store.shots, lights: store.lights } satisfies ShotPlans
      case 'SoundPlan':
        return planSound(film, soundWish(this.#opened?.production, film))
    }
  }

  #film(): OpenedFilm['film'] {
    if (!this.#opened) throw new Error('no film is open: open a screenplay first')
    return this.#opened.film
  }
}

function summary({ film, diagnostics }: OpenedFilm, unspoken: number, openMs: number): FilmSummary {
  const { script, store } = film
  return {
    plan: store.plan,
    diagnostics,
    characters: script.characters.map(({ key, name, description, lines }) => ({ key, name, description, lines })),
    scriptLines: script.lineCount,
    unspoken,
    openMs,
  }
}

/** What this machine encodes at an ordinary size; nothing is known where there is no encoder at all (Node). */
async function machineCodecs(): Promise<CodecAnswers | undefined> {
  if (typeof VideoEncoder === 'undefined') return undefined
  const pictures = await codecCapabilities({ width: 1280, height: 720 }, { num: 24, den: 1 })
  return { ...pictures, opus: await canEncodeSound('opus') }
}
