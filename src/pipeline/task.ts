import type { ArtifactStore } from './artifact-store'
import type { RunSummary } from './run-record'

/** `over`: cancelled, or stopped by a failure. */
export type RunStanding = 'going' | 'paused' | 'over'

/** What a task says of itself while it works. */
export interface TaskContext {
  /** Fires when the run is cancelled: a task stops within a frame and leaves nothing half-made. */
  readonly signal: AbortSignal
  /** Waits here while the run is paused; returns at once otherwise. Called between frames. @throws CancelledError */
  readonly checkpoint: () => Promise<void>
  /**
   * Hears how the run stands, at once and whenever that changes, for work in other threads, which else would have to ask
   * here before every frame; answers how to stop hearing.
   */
  readonly watch: (listener: (standing: RunStanding) => void) => () => void
  /** Units done since the task began; `picture` names a picture in the store that shows how it looks. */
  readonly progress: (done: number, note?: string, picture?: string) => void
  /** Something the reader should know that stops nothing. */
  readonly warn: (message: string) => void
  /** Which slot of its resource runs it: 0 to capacity − 1. */
  readonly slot: number
  /** 1 the first time, 2 at the first retry. */
  readonly attempt: number
  /** Why it runs: what `missing` answered, or that it was asked for. */
  readonly why: string
  readonly store: ArtifactStore
  /** An artifact of this run, checked against its hash. @throws PipelineError naming it, if it is missing or damaged. */
  readonly read: <T>(name: string) => Promise<T>
  /** Writes an artifact of this run with its `.meta` beside it. The value must be plain JSON. */
  readonly write: (name: string, value: unknown, meta?: ArtifactNote) => Promise<ArtifactRef>
  /** The run so far, for reports; none in a dry run. */
  readonly summary: () => RunSummary | undefined
}

/** What a maker says about an artifact for its `.meta`. */
export interface ArtifactNote {
  /** Artifacts it was made from: names in this run. */
  readonly parents?: readonly string[]
  /** What it was made with: sizes, seeds, versions. */
  readonly parameters?: unknown
  /** Schema name and version; taken from the value's own `schema` and `version` if it has them. */
  readonly schema?: string
  readonly schemaVersion?: string
}

/** An artifact as others refer to it. */
export interface ArtifactRef {
  readonly name: string
  /** SHA-256 of its canonical JSON, or of its bytes. */
  readonly hash: string
  readonly bytes: number
}

/** One piece of work with declared inputs and outputs. */
export interface TaskSpec {
  /** Unique in its run and the same in every run of the same production: `shots/segment:3fa9…`. */
  readonly id: string
  readonly phase: string
  /** In words, for people: `sc3.sh2, frames 0–47`. */
  readonly title: string
  /** Ids of tasks that must be finished before. */
  readonly needs: readonly string[]
  /** Artifacts of this run it reads, and store names or artifacts it makes; for the graph and for checks. */
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  /** Of which pool it takes a slot (`render`, `encode`, `cpu`); `cpu` if it does not say. */
  readonly resource?: string
  /** Tasks of one affinity (a shot) go to the same slot where that costs no waiting. */
  readonly affinity?: string
  /** Lower first among those that could start; 0 if it does not say. */
  readonly priority?: number
  /** How much work it is, for progress over all: frames, or 1. */
  readonly units?: number
  /**
   * Whether it is made already and still valid (hashes checked): then it is skipped. The answer is why it must be made,
   * or undefined if there is nothing to do. A task without it is always run. What is skipped finds out about no more
   * tasks.
   */
  readonly missing?: (store: ArtifactStore) => Promise<string | undefined>
  /** Undoes what a failed attempt left. */
  readonly rollback?: (store: ArtifactStore) => Promise<void>
  /**
   * Quick and without effects beyond the store: a dry run does it too, into memory, so that later stages can say what
   * they would do. False if it does not say.
   */
  readonly cheap?: boolean
  /** Whether the film can go on without it (a hole, marked, filled by a later run). */
  readonly optional?: boolean
  /** The work. Tasks that it finds out about are returned: they join the graph. */
  readonly run: (context: TaskContext) => Promise<{ readonly more?: readonly TaskSpec[] } | undefined>
}

/** A phase of a production, registered by name: it says what it needs, and makes its tasks when that is there. */
export interface Stage {
  readonly name: string
  readonly title: string
  /** Artifacts of this run without which it is refused, by name. */
  readonly needs: readonly string[]
  /** Artifacts it promises. */
  readonly gives: readonly string[]
  readonly tasks: (run: RunView) => Promise<readonly TaskSpec[]> | readonly TaskSpec[]
}

/** What a stage may look at when it makes its tasks. */
export interface RunView {
  readonly runId: string
  readonly store: ArtifactStore
  readonly read: <T>(name: string) => Promise<T>
  readonly has: (name: string) => Promise<boolean>
  /**
   * Why an artifact must be made: it is not there, it is damaged, or it was made from other parents or with other
   * parameters. Undefined if it can stay. What a task's `missing` asks.
   */
  readonly stale: (name: string, note?: ArtifactNote) => Promise<string | undefined>
}
