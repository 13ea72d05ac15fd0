import type { ArtifactStore } from './artifact-store'
import { LatestWriter } from './latest-writer'
import { runFolder } from './run-artifacts'
import type { RunRecord, RunSummary } from './run-record'

/** How a run stands, as `checkpoint.json` keeps it: small whatever the run's length. What is finished, the store itself says. */
export interface Checkpoint extends RunRecord {
  readonly schema: 'Checkpoint'
  readonly version: '1.0.0'
  /** Ids of the tasks that were being worked on. */
  readonly running: readonly string[]
  readonly ran: number
  readonly reused: number
  /** Ids of the tasks that were left as holes. */
  readonly holes: readonly string[]
}

/** Milliseconds between two lists of what a run uses. */
const USES_EVERY_MS = 2000

/** Writers that began so long ago were cut off: no file takes that long. */
const CUT_OFF_MS = 3_600_000

/** What a run keeps of itself in its folder. */
export class RunBook {
  readonly #store: ArtifactStore
  readonly #folder: string
  readonly #now: () => number
  readonly #checkpoint: LatestWriter
  readonly #usesFile: LatestWriter
  readonly #uses = new Set<string>()
  #usesBefore: readonly string[] = []
  #usesWrittenAt = Number.NEGATIVE_INFINITY
  #usesChanged = false

  /** @param onError told when a record cannot be written. */
  constructor(store: ArtifactStore, options: { project: string; runId: string; now: () => number; onError: (error: unknown) => void }) {
    this.#store = store
    this.#folder = runFolder(options.project, options.runId)
    this.#now = options.now
    this.#checkpoint = new LatestWriter(store, `${this.#folder}checkpoint.json`, options.onError)
    this.#usesFile = new LatestWriter(store, `${this.#folder}uses.json`, options.onError)
  }

  /**
   * Reads what an earlier go at the same run used: it stays the run's until this one is through. Sweeps away what
   * writers left that were cut off.
   * @param today ISO 8601.
   */
  async open(today: string): Promise<void> {
    await this.#store.sweep?.(Date.parse(today) - CUT_OFF_MS)
    this.#usesBefore = (await readJson<readonly string[]>(this.#store, `${this.#folder}uses.json`)) ?? []
  }

  /** Names outside the run's folder that it uses: whoever cleans up leaves them. */
  use(names: readonly string[]): void {
    for (const name of names) {
      if (!name.includes('/') || this.#uses.has(name)) continue
      this.#uses.add(name)
      this.#usesChanged = true
    }
  }

  /** Keeps how the run stands when the file's turn comes. */
  note(checkpoint: () => Checkpoint): void {
    this.#checkpoint.put(() => `${JSON.stringify(checkpoint())}\n`)
    if (this.#usesChanged && this.#now() - this.#usesWrittenAt >= USES_EVERY_MS) this.#writeUses(true)
  }

  /** Keeps how the run ended. */
  async end(checkpoint: Checkpoint, summary: RunSummary): Promise<void> {
    this.#writeUses(summary.state !== 'done')
    this.#checkpoint.put(() => `${JSON.stringify(checkpoint)}\n`)
    await this.flush()
    await this.#store.write(`${this.#folder}run_summary.json`, new TextEncoder().encode(`${JSON.stringify(summary, undefined, 1)}\n`))
  }

  /** Waits until all that was noted is in the store. */
  async flush(): Promise<void> {
    await this.#checkpoint.flush()
    await this.#usesFile.flush()
  }

  /** Everything outside its folder that the run uses now, and used before if it is not through. */
  uses(): ReadonlySet<string> {
    return new Set([...this.#uses, ...this.#usesBefore])
  }

  #writeUses(withBefore: boolean): void {
    this.#usesChanged = false
    this.#usesWrittenAt = this.#now()
    if (!withBefore) this.#usesBefore = []
    this.#usesFile.put(() => JSON.stringify([...this.uses()].sort()))
  }
}

/** A JSON file of a store; undefined if it is not there or cannot be read as JSON. */
export async function readJson<T>(store: ArtifactStore, name: string): Promise<T | undefined> {
  const bytes = await store.read(name)
  if (!bytes) return
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as T
  } catch {
    return
  }
}
