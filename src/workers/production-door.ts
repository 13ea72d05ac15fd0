import { proxy } from 'comlink'
import { hashOf, InputError } from '../film'
import {
  type ArtifactStore,
  Engine,
  LoopbackStore,
  OpfsStore,
  PipelineError,
  type RunEvent,
  type RunHandle,
  type RunRecord,
  type RunSummary,
  type TaskGraph,
} from '../pipeline'
import { type FilmRun, filmStages } from '../production'
import { type Answer, answer } from './answers'
import { startPlanWorker } from './clients'
import type { OnSpoken, SpeechAsked } from './engine-api'
import { estimateOf } from './estimate'
import { type HiredCrew, hireCrew } from './hire-crew'
import { poolSize } from './pool-size'
import type { Estimate, OpenedProduction, OpenProductionResult, ProductionApi, ProductionInput, RunOptions } from './production-api'
import { END } from './run-port'

/** Changes with every build of the program: part of a segment's identity. */
declare const __BUILD_ID__: string

/** Milliseconds of a run whose events are sent together. */
const TOGETHER_MS = 250

/** How many times something that can pass is tried, and milliseconds before the second try. */
const RETRY = { attempts: 3, baseMs: 500 }

/** An interface whose long calls answer errors as data. */
type Doored<T> = {
  [K in keyof T]: K extends 'graph' | 'estimate' | 'run'
    ? T[K] extends (...args: infer A) => Promise<infer R>
      ? (...args: A) => Promise<Answer<R>>
      : never
    : T[K]
}

/**
 * The scheduler behind the app and the command line: opens productions with a planner of its own, runs their phases on
 * render workers of its own, and keeps everything in one store. Lives in a worker: nothing of a run is on the page.
 */
export class ProductionDoor implements Doored<ProductionApi> {
  readonly #store: ArtifactStore
  readonly #storeBase: string | undefined
  readonly #planner = startPlanWorker().door
  #input: ProductionInput | undefined
  #opened: OpenedProduction | undefined
  #crew: HiredCrew | undefined
  #run: RunHandle | undefined
  #last: TaskGraph | undefined
  #isRunning = false
  #turn: Promise<unknown> = Promise.resolve()

  /** @param storeBase URL of a loopback store ending in `/`; without it, the browser's own disk. */
  constructor(storeBase?: string) {
    this.#storeBase = storeBase
    this.#store = storeBase ? new LoopbackStore(storeBase) : new OpfsStore()
  }

  async open(input: ProductionInput, speech: SpeechAsked = 'spoken', onSpoken?: OnSpoken): Promise<OpenProductionResult> {
    if (this.#isRunning) throw busy()
    return this.#open(input, speech, onSpoken)
  }

  async #open(input: ProductionInput, speech: SpeechAsked, onSpoken?: OnSpoken): Promise<OpenProductionResult> {
    const answer = await this.#planner.openProduction(input, speech, onSpoken && proxy(onSpoken))
    if (answer.ok) {
      this.#input = input
      this.#opened = answer.production
      this.#last = undefined
    }
    return answer
  }

  graph(options: RunOptions): Promise<Answer<TaskGraph>> {
    return this.#inTurn(async () => {
      const run = await this.#prepare({ ...options, parallel: 1 })
      return this.#engine(run, 1).graph(startOptions(run, this.#production().title, options))
    })
  }

  estimate(options: RunOptions): Promise<Answer<Estimate>> {
    return this.#inTurn(async () => {
      const run = await this.#prepare({ ...options, parallel: 1 })
      return estimateOf(run, this.#production().film.plan, this.#store, (key) => this.#planner.slice(key))
    })
  }

  run(options: RunOptions, onEvent?: (event: RunEvent) => void): Promise<Answer<RunSummary>> {
    return this.#inTurn(async () => {
      try {
        return await this.#runToEnd(options, onEvent)
      } finally {
        this.#isRunning = false
      }
    }, true)
  }

  /**
   * As `run`, with a port that hears the events, several together, and `END` after the last: messages that nobody answers,
   * since a run tells a lot and every message is work and garbage on both sides.
   */
  async runTelling(options: RunOptions, port: MessagePort): Promise<Answer<RunSummary>> {
    let waiting: RunEvent[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    const send = () => {
      timer = undefined
      port.postMessage(waiting)
      waiting = []
    }
    try {
      return await this.run(options, (event) => {
        waiting.push(event)
        timer ??= setTimeout(send, TOGETHER_MS)
      })
    } finally {
      clearTimeout(timer)
      send()
      port.postMessage(END)
    }
  }

  /** One after the other: all of them send the same crew to work. From the moment a run is asked for, nothing else is taken until it ends. */
  #inTurn<T>(work: () => Promise<T>, isRun = false): Promise<Answer<T>> {
    if (this.#isRunning) return answer(() => Promise.reject(busy()))
    this.#isRunning = isRun
    const mine = this.#turn.then(() => answer(work))
    this.#turn = mine
    return mine
  }

  async #runToEnd(options: RunOptions, onEvent?: (event: RunEvent) => void): Promise<RunSummary> {
    const run = await this.#prepare(options)
    // Two tabs share one store: what one of them makes the other must not make at the same time.
    if (!navigator.locks || this.#storeBase) return this.#runOn(run, options, onEvent)
    return navigator.locks.request(`oneshot run ${run.runId}`, { ifAvailable: true }, (lock) => {
      if (!lock)
        throw new PipelineError('run', 'production', 'another tab is making this film', 'go on there, or close that tab and run again', {
          type: 'state',
        })
      return this.#runOn(run, options, onEvent)
    })
  }

  async #runOn(run: FilmRun, options: RunOptions, onEvent?: (event: RunEvent) => void): Promise<RunSummary> {
    const engine = this.#engine(run, run.crew.renderers.length)
    if (onEvent) engine.on('*', onEvent)
    const handle = engine.start(startOptions(run, this.#production().title, options))
    this.#run = handle
    try {
      return await handle.done
    } finally {
      this.#last = handle.graph()
      this.#run = undefined
    }
  }

  async pause(): Promise<boolean> {
    return this.#run?.pause() ?? false
  }

  async resume(): Promise<boolean> {
    return this.#run?.resume() ?? false
  }

  async cancel(): Promise<boolean> {
    return this.#run?.cancel() ?? false
  }

  async current(): Promise<TaskGraph | undefined> {
    return this.#run?.graph() ?? this.#last
  }

  async runs(): Promise<readonly RunRecord[]> {
    return this.#library().list()
  }

  async removeRun(runId: string): Promise<boolean> {
    return this.#library().remove(runId)
  }

  async cleanUp(limits: { readonly days?: number; readonly bytes?: number }): Promise<number> {
    return this.#library().cleanUp(limits)
  }

  /** The engine without a production: for what concerns the store alone. */
  #library(): Engine {
    return new Engine({ store: this.#store, stages: [], now: () => performance.now(), wallClock, resources: {}, computedBy: computedBy() })
  }

  #engine(run: FilmRun, renderers: number): Engine {
    return new Engine({
      store: this.#store,
      stages: filmStages(run),
      now: () => performance.now(),
      wallClock,
      resources: { render: renderers, cpu: 1 },
      computedBy: computedBy(),
      retry: RETRY,
      ...(this.#storeBase
        ? {}
        : { quota: async () => ({ usage: 0, quota: Number.POSITIVE_INFINITY, ...(await navigator.storage.estimate()) }) }),
    })
  }

  async #prepare(options: RunOptions): Promise<FilmRun> {
    const production = await this.#spoken()
    await this.#planner.rest()
    const count = options.parallel ?? (await poolSize())
    if (this.#crew?.renderers.length !== count) {
      this.#crew?.dismiss()
      this.#crew = await hireCrew(this.#planner, count, this.#storeBase)
    }
    const { only, from, to } = options
    const range = { ...(only ? { only } : {}), ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
    const part = Object.keys(range).length > 0
    return {
      crew: this.#crew,
      project: production.projectId,
      // A part of a film is another run than the whole: it makes other files.
      runId: options.runId ?? (part ? hashOf({ run: production.runId, ...range }) : production.runId),
      production: JSON.parse(production.resolved) as unknown,
      diagnostics: production.diagnostics,
      sources: this.#input?.files ?? [],
      outputs: production.outputs,
      sprites: production.sprites,
      range,
      coarse: options.coarse ?? false,
      holes: options.onFailure === 'hole',
      build: __BUILD_ID__,
    }
  }

  /** The production that is open, its lines as long as they take to be spoken. */
  async #spoken(): Promise<OpenedProduction> {
    const production = this.#production()
    if (production.film.unspoken === 0 || !this.#input) return production
    const answer = await this.#open(this.#input, 'spoken')
    if (!answer.ok) throw new InputError(answer.diagnostics)
    return answer.production
  }

  #production(): OpenedProduction {
    if (!this.#opened)
      throw new PipelineError('validate', 'production', 'no production is open', 'open a screenplay or a master file first')
    return this.#opened
  }
}

const startOptions = (run: FilmRun, title: string, { force, fromPhase, onFailure }: RunOptions) => ({
  runId: run.runId,
  project: run.project,
  title,
  options: { ...(force ? { force } : {}), ...(fromPhase ? { fromPhase } : {}), ...(onFailure ? { onFailure } : {}) },
})

const wallClock = (): string => new Date().toISOString()

const computedBy = (): string => `oneshot ${__BUILD_ID__}, ${navigator.userAgent}`

const busy = () => new PipelineError('run', 'production', 'a run is going', 'wait for it, or cancel it', { type: 'state' })
