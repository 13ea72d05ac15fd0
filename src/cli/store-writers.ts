import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { uptime } from 'node:os'
import { join } from 'node:path'
import { makeFolder } from './make-folder'
import { isAlive } from './store-folder'

/** Marks a store that a process works in; its name begins with a dot, so that it is no file of the store. */
const MARK = /^\.writer-(\d+)$/

/** Holds the id of the process that makes a film in the store. */
const LOCK = '.lock'

/** Stores in which this process makes a film now: a lock with this process' id of which it knows nothing is an earlier process'. */
const held = new Set<string>()

/** A store is taken by another run. */
export class StoreBusyError extends Error {
  override readonly name = 'StoreBusyError'
}

/**
 * Says that this process works in a store, until the answer is called.
 * @param use `make`: a film is made, which one process at a time may do; `look` for all else.
 * @throws StoreBusyError if another run makes a film there; UsageError if nothing can be written there.
 */
export async function claimStore(folder: string, use: 'make' | 'look' = 'look'): Promise<() => Promise<void>> {
  await makeFolder(folder)
  if (use === 'make') await lock(folder)
  const mark = join(folder, `.writer-${process.pid}`)
  await writeFile(mark, '')
  return async () => {
    await rm(mark, { force: true })
    if (use === 'make') await unlock(folder)
  }
}

/** Other processes that work in a store now; the marks of those that were killed are taken away. */
export async function writersOf(folder: string): Promise<number[]> {
  const writers: number[] = []
  for (const name of await readdir(folder).catch(() => [])) {
    const pid = Number(MARK.exec(name)?.[1] ?? process.pid)
    if (pid === process.pid) continue
    if (isAlive(pid)) writers.push(pid)
    else await rm(join(folder, name), { force: true })
  }
  return writers
}

async function lock(folder: string): Promise<void> {
  const file = join(folder, LOCK)
  // A killed run's lock is taken away once; one that comes back is another's who was quicker.
  for (let left = 1; ; left--) {
    try {
      await writeFile(file, String(process.pid), { flag: 'wx' })
      held.add(folder)
      return
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = await holderOf(folder)
      if (holder !== undefined || left === 0)
        throw new StoreBusyError(
          `${holder ? `process ${holder}` : 'another run'} is making a film in ${folder}: wait until it has ended, stop it, or choose another folder with --checkpoint`,
        )
      await rm(file, { force: true })
    }
  }
}

async function unlock(folder: string): Promise<void> {
  held.delete(folder)
  await rm(join(folder, LOCK), { force: true })
}

/** The process that makes a film in a store; undefined if its lock was left by one that is gone. */
async function holderOf(folder: string): Promise<number | undefined> {
  const file = join(folder, LOCK)
  const [text, info] = await Promise.all([readFile(file, 'utf8').catch(() => ''), stat(file).catch(() => undefined)])
  const pid = Number(text)
  // Not yet written, by one that has just made it.
  if (text === '' && info && Date.now() - info.mtimeMs < 5000) return Number.NaN
  if (!info || !Number.isInteger(pid) || pid < 1) return undefined
  if (pid === process.pid) return held.has(folder) ? pid : undefined
  // Ids of processes begin anew with the machine.
  const started = Date.now() - uptime() * 1000
  return info.mtimeMs >= started - 1000 && isAlive(pid) ? pid : undefined
}
