import { StoreError } from '../pipeline'
import type { Context } from './command'
import { FolderStore } from './folder-store'
import { storeEngine } from './store-engine'
import { writersOf } from './store-writers'

/** Runs that nobody touched for so many days go at the end of another. */
export const KEPT_DAYS = 30

/** What a store may hold at the end of a run, in bytes, before the oldest of the other runs go. */
export const KEPT_BYTES = 20e9

/** Bytes of all whole files in a store. */
export async function bytesIn(folder: string): Promise<number> {
  const store = new FolderStore(folder)
  let bytes = 0
  for (const name of await store.list()) bytes += (await store.size(name)) ?? 0
  return bytes
}

/**
 * Takes runs of long ago out of a store when a run is through, and the oldest ones if it has grown too large; says so.
 * The run itself stays whatever its size. While others work there nothing is touched; and where no limit is passed,
 * pieces that no run needs any more stay too: the next change may be a change back.
 */
export async function tidyStore(
  folder: string,
  runId: string,
  { io, report }: Pick<Context, 'io' | 'report'>,
  limits = { days: KEPT_DAYS, bytes: KEPT_BYTES },
): Promise<void> {
  try {
    if ((await writersOf(folder)).length > 0) return
    const engine = storeEngine(folder, io.now)
    const oldest = Date.now() - limits.days * 86_400_000
    const isOld = (await engine.list()).some((r) => r.runId !== runId && Date.parse(r.updatedAt) < oldest)
    const before = await bytesIn(folder)
    if (!isOld && before <= limits.bytes) return
    const removed = await engine.cleanUp({ ...limits, keep: [runId] })
    const freed = before - (await bytesIn(folder))
    if (removed > 0 || freed > 0)
      report.note(
        `Removed ${removed} old ${removed === 1 ? 'run' : 'runs'} from ${folder}, ${Math.round(freed / 1e6)} MB (--keep-all keeps them).`,
      )
  } catch (error) {
    // The film is made: what could not be removed is only said.
    if (!(error instanceof StoreError) && (error as NodeJS.ErrnoException).code === undefined) throw error
    report.note(`Old runs could not be removed: ${(error as Error).message}`)
  }
}
