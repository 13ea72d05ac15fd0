import type { Diagnostic } from '../film'
import type { RunEvent, RunRecord, RunSummary, TaskGraph } from '../pipeline'
import type { OutputFormat, SpriteJob } from '../production'
import type { FilmSummary, OnSpoken, SourceFile, SpeechAsked } from './engine-api'

/** A production as it was dropped or read: one file (a screenplay or a master file), or a folder. */
export interface ProductionInput {
  /** Paths relative to the production's folder, forward slashes. */
  readonly files: readonly SourceFile[]
  /** The file to begin with; for a folder of sections, empty: all YAML files are merged. */
  readonly main: string
  /** Laid over the production, as flags are: same shape as the master file. */
  readonly overrides?: Readonly<Record<string, unknown>>
}

/** What stays on the page of an opened production. */
export interface OpenedProduction {
  readonly projectId: string
  /** Hash of the canonical production: the same production is the same run. */
  readonly runId: string
  readonly title: string
  /** The resolved production as canonical JSON text: defaults filled in, presets and templates resolved. */
  readonly resolved: string
  readonly outputs: readonly ProductionOutput[]
  readonly sprites: readonly SpriteJob[]
  readonly film: FilmSummary
  readonly diagnostics: readonly Diagnostic[]
}

/** One output of a production, resolved. */
export type ProductionOutput = OutputFormat & {
  readonly preset?: string | undefined
  readonly frames: number
}

export type OpenProductionResult =
  | { readonly ok: true; readonly production: OpenedProduction }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

/** How a run goes; none of it changes what is made. */
export interface RunOptions {
  /** Render workers; by cores and GPU if it is not given. */
  readonly parallel?: number
  /** Make again what is there, from this phase on (name or number 1 to 8); without `fromPhase`, everything. */
  readonly force?: boolean
  readonly fromPhase?: string
  /** A scene or a shot: `sc3`, `sc3.sh2`. */
  readonly only?: string
  /** Film frames, `to` not included. */
  readonly from?: number
  readonly to?: number
  /** Every tenth frame of every shot first, small. */
  readonly coarse?: boolean
  /** A shot that fails after its retries: stop, or leave a hole that a later run fills. */
  readonly onFailure?: 'stop' | 'hole'
  /** Overrules the production's own run id. */
  readonly runId?: string
}

/** What a run of these options would take, from a quick measured probe. */
export interface Estimate {
  readonly frames: number
  readonly segments: number
  readonly segmentsCached: number
  /** Seconds with N workers: their threads work at once, the one graphics adapter does not. */
  readonly seconds: readonly { readonly workers: number; readonly seconds: number }[]
  readonly msPerFrame: number
  readonly diskBytes: number
  readonly memoryBytes: number
  readonly adapter: string
}

/**
 * The production's door: the same class in the scheduler's worker, behind the app and behind the command line.
 * One production open and one run going at a time; earlier runs are listed from the store.
 */
export interface ProductionApi {
  /**
   * @param speech as the planner is asked; a run, a graph and an estimate are of a film whose lines are spoken.
   * @param onSpoken hears how many lines of how many have been spoken.
   */
  open(input: ProductionInput, speech?: SpeechAsked, onSpoken?: OnSpoken): Promise<OpenProductionResult>
  /** The task graph with what is there already and what would run and why; makes nothing. */
  graph(options: RunOptions): Promise<TaskGraph>
  estimate(options: RunOptions): Promise<Estimate>
  /** Runs to the end; @throws PipelineError, CancelledError. */
  run(options: RunOptions, onEvent?: (event: RunEvent) => void): Promise<RunSummary>
  pause(): Promise<boolean>
  resume(): Promise<boolean>
  /** Whether there was something to stop. */
  cancel(): Promise<boolean>
  runs(): Promise<readonly RunRecord[]>
  /** The graph of the run that is going or ended last. */
  current(): Promise<TaskGraph | undefined>
  removeRun(runId: string): Promise<boolean>
  /** Removes runs older than some days, then the oldest until what is left fits; answers how many. */
  cleanUp(limits: { readonly days?: number; readonly bytes?: number }): Promise<number>
}
