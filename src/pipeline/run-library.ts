import type { ArtifactStore } from './artifact-store'
import { sizeOf } from './overlay-store'
import { type Checkpoint, readJson } from './run-book'
import type { RunRecord, RunState } from './run-record'

/** How much of the past is kept. */
export interface CleanUpLimits {
  /** Runs that were touched within so many days stay. */
  readonly days?: number
  /** What may be left in the store, in bytes: the oldest runs go until it fits. */
  readonly bytes?: number
  /** Ids of runs that stay whatever the limits. */
  readonly keep?: readonly string[]
}

/** Folders of the store that runs share: what no run refers to goes when it is cleaned up. */
const SHARED = ['segments/', 'pictures/', 'sound/']

interface KeptRun {
  readonly folder: string
  readonly record: RunRecord
}

/** The runs that a store knows of. */
export class RunLibrary {
  readonly #store: ArtifactStore
  readonly #isLive: (runId: string) => boolean
  readonly #liveUses: () => ReadonlySet<string>

  /**
   * @param isLive whether a run is going now.
   * @param liveUses what runs that are going use outside their folders.
   */
  constructor(store: ArtifactStore, isLive: (runId: string) => boolean, liveUses: () => ReadonlySet<string>) {
    this.#store = store
    this.#isLive = isLive
    this.#liveUses = liveUses
  }

  /** Runs of one state or of all, the last touched first. One that says it runs and does not was interrupted. */
  async list(state?: RunState): Promise<readonly RunRecord[]> {
    const runs = (await this.#runs()).map((r) => r.record)
    return runs.filter((r) => state === undefined || r.state === state)
  }

  /** Removes a run's folder; false if there is none or it is going. What it shares with others stays until a clean-up. */
  async remove(runId: string): Promise<boolean> {
    if (this.#isLive(runId)) return false
    const runs = (await this.#runs()).filter((r) => r.record.runId === runId)
    for (const run of runs) await this.#drop(run)
    return runs.length > 0
  }

  /**
   * Removes runs that are too old by a date, then what no run refers to, then the oldest runs until what is left fits.
   * A run that is going stays.
   * @param today ISO 8601.
   * @returns how many runs were removed.
   */
  async cleanUp({ days, bytes, keep = [] }: CleanUpLimits, today: string): Promise<number> {
    let kept = await this.#runs()
    const before = kept.length
    const stays = ({ record }: KeptRun) => keep.includes(record.runId) || this.#isLive(record.runId)
    const drop = async (run: KeptRun) => {
      await this.#drop(run)
      kept = kept.filter((r) => r !== run)
    }
    if (days !== undefined) {
      const oldest = Date.parse(today) - days * 86_400_000
      for (const run of kept) if (!stays(run) && Date.parse(run.record.updatedAt) < oldest) await drop(run)
    }
    await this.#sweep(kept)
    if (bytes !== undefined) {
      for (const run of [...kept].reverse()) {
        if ((await this.#bytes()) <= bytes) break
        if (stays(run)) continue
        await drop(run)
        await this.#sweep(kept)
      }
    }
    return before - kept.length
  }

  async #runs(): Promise<readonly KeptRun[]> {
    const runs: KeptRun[] = []
    for (const name of await this.#store.list('artifacts/')) {
      if (!name.endsWith('/checkpoint.json')) continue
      const checkpoint = await readJson<Checkpoint>(this.#store, name)
      if (checkpoint?.schema !== 'Checkpoint') continue
      runs.push({ folder: name.slice(0, -'checkpoint.json'.length), record: this.#recordOf(checkpoint) })
    }
    return runs.sort((a, b) => (a.record.updatedAt < b.record.updatedAt ? 1 : a.record.updatedAt > b.record.updatedAt ? -1 : 0))
  }

  #recordOf({ schema: _, version: __, running: ___, ran: ____, reused: _____, holes: ______, ...record }: Checkpoint): RunRecord {
    const open = record.state === 'running' || record.state === 'paused'
    return open && !this.#isLive(record.runId) ? { ...record, state: 'interrupted' } : record
  }

  /** The checkpoint goes last: a removal that is cut off leaves a run that can be removed again. */
  async #drop({ folder }: KeptRun): Promise<void> {
    const names = await this.#store.list(folder)
    for (const name of names) if (!name.endsWith('/checkpoint.json')) await this.#store.remove(name)
    await this.#store.remove(`${folder}checkpoint.json`)
  }

  /** Removes what is shared and no run refers to. */
  async #sweep(kept: readonly KeptRun[]): Promise<void> {
    const used = new Set(this.#liveUses())
    for (const { folder } of kept)
      for (const name of (await readJson<readonly string[]>(this.#store, `${folder}uses.json`)) ?? []) used.add(name)
    for (const prefix of SHARED)
      for (const name of await this.#store.list(prefix))
        if (!used.has(name) && !used.has(name.replace(/\.meta\.json$/, ''))) await this.#store.remove(name)
  }

  async #bytes(): Promise<number> {
    let bytes = 0
    for (const name of await this.#store.list()) bytes += (await sizeOf(this.#store, name)) ?? 0
    return bytes
  }
}
